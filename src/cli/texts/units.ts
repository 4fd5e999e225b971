/** What `yaodian units` says. */
import type { BodyType, Level } from '../../data/functions/function.ts'
import type { Unit } from '../../generated/notice.ts'

type Scope = NonNullable<Unit['scope']>[number]

const zh = {
  units: {
    summary: '列出政府职能表，或查看单位名称如何识别',
    description:
      '不带 TEXT 时列出职能表：代码、名称、常见机构名称和机构改革沿革。带 TEXT 时按单位名单的规则切分并识别每个名称：职能、层级、所属行政区划、类别，集合单位给出范围；不能确定时列出候选，职能留空。',
    text: '单位名称或名单，如“市发改委、财政局”',
    region: '通知所属行政区划代码（GB/T 2260，如 530500）',
    year: '通知的年份，用于判断机构改革前后的名称',
    json: '输出 JSON（职能表带全部名称）',
    after: `
示例：
  yaodian units
  yaodian units 市发改委、财政局 --region 530500
  yaodian units 县防汛办 --region 340522 --year 2017 --json`,
    columns: {
      code: '代码',
      title: '职能',
      names: '机构名称（部分）',
      history: '沿革',
      unit: '单位',
      function: '职能',
      level: '层级',
      jurisdiction: '行政区划',
      type: '类别',
    },
    count: (functions: number, names: number) =>
      `共 ${functions} 项职能，${names} 个名称（--json 列出全部）。`,
    candidates: '候选',
    group: '集合',
    openList: '名单以“等”收尾，未列全。',
    noUnits: (text: string) => `“${text}”中没有单位`,
    unknownRegion: (code: string) => `没有行政区划代码 ${code}（GB/T 2260，六位数字）`,
    wrongYear: '应为四位年份',
    onlyWithText: '--region 和 --year 只用于识别单位名称（TEXT）',
    levels: {
      national: '国家',
      province: '省级',
      city: '市级',
      county: '县级',
      township: '乡镇',
      village: '村',
    } as Record<Level, string>,
    types: {
      department: '部门',
      government: '人民政府',
      'internal-office': '内设机构',
      vertical: '垂直管理机构',
      institution: '事业单位',
      enterprise: '企业',
      park: '开发区、园区',
      township: '乡镇、街道',
      village: '村、社区',
      organization: '群团、社会团体',
      judicial: '法院、检察院',
      congress: '人大、政协',
      'task-force': '领导小组、专班',
      person: '个人',
    } as Record<BodyType, string>,
    scopes: {
      provinces: '各省',
      cities: '各市',
      counties: '各县区',
      townships: '各乡镇街道',
      villages: '各村社区',
      departments: '各部门',
      'internal-offices': '各科室',
      parks: '各园区',
      enterprises: '企业',
      institutions: '事业单位',
      organizations: '群团、社会团体',
      members: '成员单位',
      all: '所有单位',
    } as Record<Scope, string>,
  },
}

const en: typeof zh = {
  units: {
    summary: 'list the functions of government, or show how names of units resolve',
    description:
      'Without TEXT: lists the gazetteer, with codes, titles, names that bodies carry, and reforms. With TEXT: splits it by the rules of unit lists and resolves each name to its function, level, division and sort, and for sets their scope; what cannot be told lists the candidates and has no function.',
    text: 'a name, or a list of names as a notice prints it',
    region: 'code of the division that the notice is of (GB/T 2260: 530500)',
    year: 'year of the notice: which names stood before and after a reform',
    json: 'print JSON (the gazetteer with all names)',
    after: `
Examples:
  yaodian units --lang en
  yaodian units "$(cat list.txt)" --region 530500
  yaodian units "$(cat list.txt)" --region 340522 --year 2017 --json`,
    columns: {
      code: 'code',
      title: 'function',
      names: 'names (some)',
      history: 'reforms',
      unit: 'unit',
      function: 'function',
      level: 'level',
      jurisdiction: 'division',
      type: 'sort',
    },
    count: (functions, names) => `${functions} functions, ${names} names (--json lists all).`,
    candidates: 'candidates',
    group: 'set',
    openList: 'The list ends in 等 and is not complete.',
    noUnits: (text) => `“${text}” holds no unit`,
    unknownRegion: (code) => `no division has the code ${code} (GB/T 2260, six digits)`,
    wrongYear: 'expected a year of four digits',
    onlyWithText: '--region and --year are for resolving names (TEXT)',
    levels: {
      national: 'national',
      province: 'province',
      city: 'city',
      county: 'county',
      township: 'township',
      village: 'village',
    },
    types: {
      department: 'department',
      government: 'government',
      'internal-office': 'internal office',
      vertical: 'vertical body',
      institution: 'institution',
      enterprise: 'enterprise',
      park: 'zone',
      township: 'township',
      village: 'village',
      organization: 'organization',
      judicial: 'judicial',
      congress: 'congress',
      'task-force': 'task force',
      person: 'person',
    },
    scopes: {
      provinces: 'provinces',
      cities: 'cities',
      counties: 'counties',
      townships: 'townships',
      villages: 'villages',
      departments: 'departments',
      'internal-offices': 'internal offices',
      parks: 'zones',
      enterprises: 'enterprises',
      institutions: 'institutions',
      organizations: 'organizations',
      members: 'members',
      all: 'all units',
    },
  },
}

export const unitsTexts = { zh, en }
