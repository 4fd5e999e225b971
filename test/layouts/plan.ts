/** Plans that the layouts lay out: those of the samples' gold, and some invented to hold what these lack. */
import { readFileSync } from 'node:fs'

export interface PlanUnit {
  readonly text: string
  readonly name: string
  readonly kind: 'unit' | 'group'
}

export interface PlanTime {
  readonly text: string
  readonly type: string
  readonly end: string | null
}

export interface PlanTask {
  /** Titles of the sections above, outermost first. */
  readonly path: readonly string[]
  /** One sentence, without its closing mark. */
  readonly task: string
  readonly requirement: string | null
  readonly lead: readonly PlanUnit[]
  readonly responsible: readonly PlanUnit[]
  readonly supporting: readonly PlanUnit[]
  /** Times in the task and the requirement. */
  readonly times: readonly PlanTime[]
  /** When it is to be done, said apart from the text. */
  readonly due: PlanTime | null
}

export interface Plan {
  readonly slug: string
  readonly title: string
  /** The year in its title. */
  readonly year: number | null
  readonly region: string | null
  readonly tasks: readonly PlanTask[]
}

interface GoldTask {
  sections: { title: string }[]
  task: string
  requirement: string | null
  leadUnits: PlanUnit[]
  responsibleUnits: PlanUnit[]
  supportingUnits: PlanUnit[]
  deadlines: { text: string; type: string; end?: string | null }[] | null
}

const samples = new URL('../../samples/', import.meta.url)

/** The first sentence, and the rest with what follows: a cell may hold several sentences, a clause's task one. */
function parted(task: string, requirement: string | null): { task: string; requirement: string | null } {
  const stop = task.indexOf('。')
  if (stop < 0 || stop === task.length - 1) return { task: task.replace(/。$/, ''), requirement }
  const rest = task.slice(stop + 1)
  return { task: task.slice(0, stop), requirement: rest.replace(/。?$/, '。') + (requirement ?? '') }
}

/** The plan that a sample's gold holds; its times all stand in its text. */
function fromGold(slug: string): Plan {
  const gold = JSON.parse(readFileSync(new URL(`${slug}/gold.json`, samples), 'utf8'))
  const tasks = (gold.tasks as GoldTask[]).map(
    (t): PlanTask => ({
      path: t.sections.map((s) => s.title),
      ...parted(t.task, t.requirement),
      lead: t.leadUnits,
      responsible: t.responsibleUnits,
      supporting: t.supportingUnits,
      times: (t.deadlines ?? []).map((d) => ({ text: d.text, type: d.type, end: d.end ?? null })),
      due: null,
    }),
  )
  const { title, planTitle, region } = gold.notice
  const year = /20\d\d(?=年)/.exec(planTitle ?? title)?.[0] ?? null
  return {
    slug,
    title: planTitle ?? title,
    year: year === null ? null : Number(year),
    region: region?.code ?? null,
    tasks,
  }
}

/** `a、b=市b、各c*`: units in short. */
function units(list: string): PlanUnit[] {
  if (list === '') return []
  return list.split('|').map((u) => {
    const [text, name] = u.replace('*', '').split('=')
    return { text: text!, name: name ?? text!, kind: u.endsWith('*') ? 'group' : 'unit' }
  })
}

interface Short {
  task: string
  req?: string
  lead?: string
  resp?: string
  supp?: string
  times?: PlanTime[]
  due?: PlanTime
}

function invented(
  slug: string,
  title: string,
  year: number,
  region: string | null,
  parts: readonly (readonly [readonly string[], readonly Short[]])[],
): Plan {
  return {
    slug,
    title,
    year,
    region,
    tasks: parts.flatMap(([path, tasks]) =>
      tasks.map(
        (t): PlanTask => ({
          path,
          task: t.task,
          requirement: t.req ?? null,
          lead: units(t.lead ?? ''),
          responsible: units(t.resp ?? ''),
          supporting: units(t.supp ?? ''),
          times: t.times ?? [],
          due: t.due ?? null,
        }),
      ),
    ),
  }
}

const by = (text: string, end: string): PlanTime => ({ text, type: 'by', end })
const ongoing = (text: string): PlanTime => ({ text, type: 'ongoing', end: null })

const county = invented('county', '2023年太湖县优化营商环境重点任务清单', 2023, '340825', [
  [
    ['优化政务服务', '推进政务服务标准化'],
    [
      {
        task: '编制县级行政许可事项清单',
        req: '统一事项名称、编码、依据和类型。逐项制定实施规范，6月底前向社会公布。',
        lead: '县政府办公室',
        resp: '县司法局|数据资源局=县数据资源局',
        supp: '县直有关单位*',
        times: [by('6月底前', '2023-06-30')],
        due: by('2023年6月底前', '2023-06-30'),
      },
      {
        task: '推进“一件事一次办”',
        req: '推出企业开办、员工录用、不动产登记等15个集成服务事项。',
        lead: '县数据资源局',
        resp: '县市场监管局|人力资源社会保障局=县人力资源社会保障局|县税务局',
        supp: '各乡镇人民政府*',
        due: by('2023年11月底前', '2023-11-30'),
      },
    ],
  ],
  [
    ['优化政务服务', '推进政务服务便利化'],
    [
      {
        task: '设立政务服务“办不成事”反映窗口',
        lead: '县数据资源局',
        resp: '县公安局|县自然资源和规划局',
        due: ongoing('长期坚持'),
      },
    ],
  ],
  [
    ['保障生产要素', '加强用能保障'],
    [
      {
        task: '压减用电报装时间',
        req: '低压小微企业全过程办电时间压减至15个工作日。',
        lead: '县经济信息化局',
        resp: '国网太湖县供电公司|县发展改革委',
        supp: '县住房城乡建设局|县公安局交管大队',
        due: by('2023年9月底前', '2023-09-30'),
      },
      {
        task: '公开供水供气服务承诺，规范收费行为',
        lead: '县住房城乡建设局',
        resp: '县城市管理局|太湖港华燃气有限公司',
        due: ongoing('持续推进'),
      },
    ],
  ],
])

const bureau = invented('bureau', '庐阳区民政局2022年重点工作任务分解表', 2022, '340103', [
  [
    ['兜牢民生底线'],
    [
      {
        task: '落实社会救助政策',
        req: '健全主动发现机制，每季度开展一次动态核查。',
        lead: '社会救助科',
        resp: '养老服务科|区低收入家庭认定指导中心',
        supp: '各乡镇街道*',
        times: [{ text: '每季度', type: 'recurring', end: null }],
        due: by('12月底前', '2022-12-31'),
      },
      {
        task: '加强流浪乞讨人员救助管理',
        lead: '区救助管理站',
        resp: '社会事务科',
        due: by('2022年10月底前', '2022-10-31'),
      },
    ],
  ],
  [
    ['发展基本养老服务'],
    [
      {
        task: '建设社区老年食堂12个',
        req: '统筹利用社区用房，打造15分钟养老服务圈。',
        lead: '养老服务科',
        resp: '规划财务科|各街道办事处*',
        due: by('2022年8月底前', '2022-08-31'),
      },
    ],
  ],
])

const flat = invented('flat', '2024年镇江新区“三农”重点工作清单', 2024, null, [
  [
    [],
    [
      {
        task: '建成高标准农田8000亩',
        req: '抓好项目质量监管和建后管护。',
        lead: '区农业农村局',
        resp: '区财政局|丁岗镇|姚桥镇',
        due: by('2024年12月底前', '2024-12-31'),
      },
      {
        task: '完成农村户厕改造900户',
        lead: '区乡村振兴局',
        resp: '各镇（街道）*',
        due: by('2024年9月底前', '2024-09-30'),
      },
      {
        task: '培育家庭农场，年内新增区级示范家庭农场10家',
        req: '加强政策扶持与金融支持。',
        lead: '区农业农村局',
        resp: '人民银行镇江市分行|区供销合作总社',
        times: [by('年内', '2024-12-31')],
        due: ongoing('长期'),
      },
    ],
  ],
])

export const invents: readonly Plan[] = [county, bureau, flat]

export const plans: readonly Plan[] = [
  ...invents,
  ...['baoshan-2021', 'hanshan-2018', 'hubei-rf-2020', 'jiangbei-2020', 'shucheng-2021'].map(fromGold),
]
