/** Which body a name means: every rule of the grammar with examples and counter-examples. */
import { describe, expect, it } from 'vitest'
import { functions } from '../../src/data/functions/index.ts'
import { Report } from '../../src/message.ts'
import { bodyOf, type Setting, unitOf } from '../../src/resolve/bodies.ts'
import { readUnits } from '../../src/resolve/units.ts'
import { fold } from '../../src/text/fold.ts'
import { Passage } from '../../src/text/passage.ts'
import { isGroup } from '../../src/text/units.ts'

const city: Setting = {
  region: { code: '530500', name: '云南省保山市' },
  issuer: '保山市人民政府办公室',
  year: 2021,
}
const county: Setting = {
  region: { code: '340522', name: '安徽省马鞍山市含山县' },
  issuer: '含山县人民政府办公室',
  year: 2018,
}
const state: Setting = { region: null, issuer: '国务院办公厅', year: 2019 }
const bureau: Setting = { ...city, issuer: '保山市教育局' }
const company: Setting = { ...city, issuer: '保山市城市投资有限公司' }

const body = (name: string, setting: Setting = city) =>
  bodyOf(name, isGroup(fold(name)) ? 'group' : 'unit', setting)
const functionOf = (name: string, setting?: Setting) => body(name, setting).function

describe('functions of names', () => {
  it.each([
    // One function at every level, in full and short.
    ['市发改委', 'development-reform'],
    ['县发展改革局', 'development-reform'],
    ['省发展和改革委员会', 'development-reform'],
    ['国家发展改革委', 'development-reform'],
    ['县财政局', 'finance'],
    ['财政部', 'finance'],
    // 市场 is no 市 + 场.
    ['市场监管局', 'market-regulation'],
    ['市市场监管局', 'market-regulation'],
    ['南京市市场监管局', 'market-regulation'],
    ['南京市场监管局', 'market-regulation'],
    ['区市场局', 'market-regulation'],
    ['人民银行', 'central-bank'],
    ['人行合肥中心支行', 'central-bank'],
    ['国家安全局', 'state-security'],
    // The party's side.
    ['市委组织部', 'organization-dept'],
    ['中共含山县委宣传部', 'publicity'],
    ['县委办', 'party-office'],
    ['县政府办', 'government-office'],
    ['市委市政府信访局', 'petition'],
    ['市委、市政府信访局', 'petition'],
    ['含山县委', 'party-committee'],
    ['共青团保山市委', 'youth-league'],
    ['团县委', 'youth-league'],
    ['市直机关工委', 'organs-working-committee'],
    ['县直工委', 'organs-working-committee'],
    ['县直属机关工委', 'organs-working-committee'],
    ['县工委', 'party-committee'],
    // Led vertically, with a place inside.
    ['国家税务总局含山县税务局', 'tax'],
    ['合肥海关', 'customs'],
    ['国家统计局保山调查队', 'statistics-survey'],
    ['安徽证监局', 'securities-regulation'],
    // Two names of one body: the first.
    ['党委编办(审改办)', 'staffing'],
    ['市委编办（审改办）', 'staffing'],
    ['市文化和旅游局/市文物局', 'culture-tourism'],
    ['市农业农村局挂市乡村振兴局牌子', 'agriculture-rural'],
    ['市烟草专卖局(公司)', 'tobacco'],
    ['市经济和信息化(科技)局', 'industry-information'],
    // Several functions in one: the first named.
    ['文化广电旅游体育局', 'culture-tourism'],
    ['教育体育局', 'education'],
    ['农业农村水利局', 'agriculture-rural'],
    ['科技和工业信息化局', 'science-technology'],
    // Initials of functions, in local names.
    ['县农水局', 'agriculture-rural'],
    ['县科工信局', 'science-technology'],
    ['县卫健体局', 'health'],
    ['县教文体局', 'education'],
    ['农林水局', 'agriculture-rural'],
    ['建环局', 'housing-construction'],
    // Names of their own, though of the same letters.
    ['县水文局', 'water'],
    ['县工商局', 'market-regulation'],
    ['县经信局', 'industry-information'],
    ['县资规局', 'natural-resources'],
    ['区建交委', 'housing-construction'],
    ['区地志办', 'local-history'],
    ['市政数局', 'government-services-data'],
    ['市政局', 'urban-management'],
    ['国家矿山安监局', 'mine-safety'],
    ['国家密码管理局', 'confidentiality'],
    ['国台办', 'taiwan-affairs'],
    ['县纪委县监委', 'discipline'],
    ['市委市直机关工委', 'organs-working-committee'],
    ['省府办公厅', 'government-office'],
    ['地委宣传部', 'publicity'],
    ['兵团发改委', 'development-reform'],
    ['财政金融局', 'finance'],
    ['文化广电新闻出版旅游体育局', 'culture-tourism'],
    // 发改、财政等部门: the noun is said once for all.
    ['县发改', 'development-reform'],
    ['住建', 'housing-construction'],
    // Parts of a body are of its function.
    ['市公安局交警支队', 'public-security'],
    ['市财政局预算科', 'finance'],
    ['市生态环境局含山县分局', 'ecology-environment'],
    ['高新区财政局', 'finance'],
    ['合肥高新技术产业开发区管理局', 'park-administration'],
    // Offices of leading groups that name one function.
    ['市食安办', 'market-regulation'],
    ['县安委办', 'emergency'],
    ['招商引资工作领导小组办公室', 'investment-promotion'],
    // Traditional characters and spaces.
    ['市發展改革委員會', 'development-reform'],
    ['市 财 政 局', 'finance'],
    // Sets of one function.
    ['各级教育部门', 'education'],
    ['公安机关', 'public-security'],
    ['市场监管部门', 'market-regulation'],
    ['各县(市、区)人民政府', 'peoples-government'],
    ['地方各级人民政府', 'peoples-government'],
    ['各区教育局', 'education'],
    ['各园区管委会', 'park-administration'],
    // Offices of departments, also of those whose name is of initials.
    ['县直工委办公室', 'organs-working-committee'],
    ['县农水局水利股', 'agriculture-rural'],
    ['县科工信局办公室', 'science-technology'],
    ['县住建局房管中心', 'housing-construction'],
    ['房管中心', 'housing-construction'],
    // Short, new and old names of one function at each level.
    ['市大数据中心', 'government-services-data'],
    ['县数据局', 'government-services-data'],
    ['国家数据局', 'government-services-data'],
    ['县政务服务管理局', 'government-services-data'],
    ['县政管办', 'government-services-data'],
    ['县行政审批局', 'government-services-data'],
    ['县大数据资源局', 'government-services-data'],
    ['县电子政务中心', 'government-services-data'],
    ['融媒体中心', 'media'],
    ['县综合行政执法局', 'urban-management'],
    ['县医保局', 'medical-security'],
    ['县退役军人局', 'veterans'],
    ['市金融办', 'local-finance'],
    ['市委金融办', 'local-finance'],
    ['省地方金融管理局', 'local-finance'],
    ['国家金融监管总局安徽监管局', 'financial-regulation'],
    ['县委社会工作部', 'social-work'],
    ['市规划资源局', 'natural-resources'],
    ['县粮储中心', 'grain-reserves'],
    ['县公资办', 'public-resources-trading'],
    ['县招管局', 'public-resources-trading'],
    ['市公共资源交易监管局', 'public-resources-trading'],
    ['省国防科工办', 'industry-information'],
    ['市信用中心', 'development-reform'],
    ['华阳洞旅游区管委会', 'park-administration'],
    ['临港新片区管委会', 'park-administration'],
    // The commission for building, and what builds up and administers a zone.
    ['市住房和城乡建设管理委员会', 'housing-construction'],
    ['上海市住房和城乡建设管理委员会', 'housing-construction'],
    ['市住房城乡建设管理委', 'housing-construction'],
    ['区城乡建设管理委员会', 'housing-construction'],
    ['市城乡建设和管理委员会', 'housing-construction'],
    ['市住房城乡建委', 'housing-construction'],
    ['合肥高新区建设管理委员会', 'park-administration'],
    // Short names in official use.
    ['区人力社保局', 'human-resources'],
    ['市经济信息委', 'industry-information'],
    ['市审批管理局', 'government-services-data'],
    ['市审管办', 'government-services-data'],
    ['市执法局', 'urban-management'],
    ['市旅委', 'culture-tourism'],
    ['市城乡居民养老保险中心', 'human-resources'],
    ['市城镇居民医保中心', 'medical-security'],
    // Named after the district, the zone or the street that they serve.
    ['鼓楼公安分局', 'public-security'],
    ['市经开公安分局', 'public-security'],
    ['西藏中路派出所', 'public-security'],
    ['金城镇财政所', 'finance'],
    // Sets of places: kinds of places that only some provinces have.
    ['省、市、县（区）政府', 'peoples-government'],
    ['省、市（州）、县（市、区）人民政府', 'peoples-government'],
    ['各市、县、自治县人民政府', 'peoples-government'],
    ['各市、州、直管市、神农架林区人民政府', 'peoples-government'],
    ['各地、州、市人民政府(行政公署)', 'peoples-government'],
  ])('%s is %s', (name, code) => {
    expect(functionOf(name)).toBe(code)
  })

  it.each([
    // Not fully explained by what is known.
    '财政布局',
    '财和政局',
    '市财财政局',
    '市教育某局',
    '经济发展局',
    // No initials: not local, of one letter, with a letter twice, with one that stands for nothing.
    '国家农水局',
    '县水局',
    '县水水局',
    '县水财局',
    // Police and public finance join no other department.
    '教育公安局',
    '教育财政局',
    '教育公安部门',
    // Two bodies in one.
    '县委办公室和县政府办公室',
    '县财政局和县教育局',
    '县委县政府',
    '市委市人民政府',
    '市委和市政府',
    '县委（县政府）',
    '县市场监管局(县卫健委)',
    '县教育局/县财政局',
    '教育局/财政局',
    '县教育局（县财政局）',
    '县教育局（会同县财政局）',
    '委员会',
    // 城乡, 城镇 and 小镇 are no towns of which these would be bodies.
    '市城镇管理委员会',
    '区特色小镇建设领导小组办公室',
    '教育公安分局',
    // Of many functions, or of none.
    '各部门',
    '市委、市政府各部门',
    '政务部门',
    '价格和商务部门',
    '行政执法机关',
    '国务院部门',
    '有关单位',
    // Offices of a body that is not named.
    '办公室',
    '综合股',
    '法规科',
    '产业发展部(招商部)',
    // No departments.
    '中国铁路总公司',
    '含山县供电公司',
    '保山学院',
    '邓明义代表',
    '创城办',
    '县考核办',
    '县四送一服办',
    '县疫情防控指挥部办公室',
    '镇社会事务办',
    '县农水某局水利股',
    '国家农水局水利司',
    // Spun and garbled words.
    '县政务供职局',
    '市场督察治理局',
    '县财务政策局',
    '县财?局',
    '县锟斤拷局',
    '县教育⁇局',
    '市大数剧局',
    '县住房和乡城建设厅局',
    '国务院、中央军委',
    '村',
  ])('%s has none', (name) => {
    expect(functionOf(name)).toBeNull()
  })

  it('of a company are none: they are its own offices', () => {
    expect(functionOf('宣传部', city)).toBe('publicity')
    expect(body('宣传部', company)).toMatchObject({ function: null, type: 'internal-office' })
  })

  it('of a bureau are none for what may be its own office, and stay for other bureaus', () => {
    expect(functionOf('研究室', bureau)).toBeNull()
    expect(functionOf('市政府研究室', bureau)).toBe('policy-research')
    expect(functionOf('财政局', bureau)).toBe('finance')
    expect(body('基教科', bureau)).toMatchObject({
      function: null,
      type: 'internal-office',
      jurisdiction: '530500',
    })
  })
})

describe('several functions', () => {
  it('are told apart by the level', () => {
    expect(functionOf('市食品药品监管局')).toBe('market-regulation')
    expect(functionOf('省食品药品监管局')).toBe('drug-regulation')
    expect(functionOf('国家移民管理局', state)).toBe('public-security')
    expect(functionOf('市移民局')).toBe('reservoir-resettlement')
  })

  it('are told apart by the year', () => {
    const at = (year: number | null) => body('市防汛办', { ...city, year })
    expect(at(2017).function).toBe('water')
    expect(at(2019).function).toBe('emergency')
    expect(at(null)).toMatchObject({ function: null, candidates: ['water', 'emergency'] })
  })

  it('follow a body that a reform moved', () => {
    const at = (year: number | null) => functionOf('省公务员局', { ...city, year })
    expect(at(2016)).toBe('human-resources')
    expect(at(2019)).toBe('organization-dept')
    expect(at(null)).toBeNull()
  })

  it('are told apart by the place: what the centre leads bears its short name', () => {
    const at = (name: string, year: number | null) => functionOf(name, { ...city, year })
    expect(at('青岛金融监管局', 2024)).toBe('financial-regulation')
    expect(at('青岛金融监管局', 2020)).toBe('local-finance')
    expect(at('青岛金融监管局', null)).toBeNull()
    expect(at('市金融监管局', 2024)).toBeNull()
    expect(at('青岛市金融监管局', 2024)).toBeNull()
  })

  it('are null where a name is of two bodies, but not where one body is of both sides', () => {
    expect(body('县委办公室和县政府办公室')).toMatchObject({
      candidates: ['party-office', 'government-office'],
      level: 'county',
    })
    expect(functionOf('市委和市政府信访局')).toBe('petition')
    expect(body('县教育局/县财政局').candidates).toEqual(['education', 'finance'])
    expect(body('县委县政府').candidates).toEqual(['party-committee', 'peoples-government'])
    expect(functionOf('县委办公室（县档案局）')).toBe('party-office')
    expect(functionOf('县市场监管局/县知识产权局')).toBe('market-regulation')
    expect(functionOf('市委党校（市行政学院）')).toBe('party-school')
  })

  it('are null with a message that lists them', () => {
    const report = new Report()
    const [listed] = readUnits(Passage.of('b1', '市防汛办')).units
    const unit = unitOf(listed!, { ...city, year: null }, report)
    expect(unit.function).toBeNull()
    expect(report.noted).toMatchObject([
      {
        code: 'unit/function-ambiguous',
        params: { candidates: '水利（water）、应急管理（emergency）' },
        at: { node: 'b1' },
      },
    ])
  })
})

describe('unknown bodies', () => {
  const notes = (text: string) => {
    const report = new Report()
    for (const unit of readUnits(Passage.of('b1', text)).units) unitOf(unit, city, report)
    return report.noted.map((n) => `${n.code} ${n.params.text}`)
  }

  it('are said if they look like departments', () => {
    expect(notes('市财政布局、市教育局')).toEqual(['unit/unknown-body 市财政布局'])
  })

  it('are said with the functions that the name speaks of', () => {
    expect(body('教育财政公安局')).toMatchObject({
      function: null,
      unknown: true,
      candidates: ['education', 'finance', 'public-security'],
    })
    expect(body('创城办').candidates).toEqual([])
    const report = new Report()
    const [listed] = readUnits(Passage.of('b1', '市教育公安局')).units
    unitOf(listed!, city, report)
    expect(report.noted).toMatchObject([
      {
        code: 'unit/unknown-body',
        params: { candidates: '教育（education）、公安（public-security）' },
      },
    ])
  })

  it('are said of whatever else looks like a body', () => {
    expect(notes('临港管委会、县XX办、县幸福院')).toEqual([
      'unit/unknown-body 临港管委会',
      'unit/unknown-body 县XX办',
      'unit/unknown-body 县幸福院',
    ])
  })

  it('are not said of sets, offices, enterprises and persons', () => {
    expect(notes('各部门、综合股、含山县供电公司、张三主任')).toEqual([])
  })
})

describe('level and place', () => {
  it.each([
    ['市财政局', city, 'city', '530500'],
    ['财政局', city, 'city', '530500'],
    ['县财政局', city, 'county', null],
    ['省财政厅', city, 'province', '530000'],
    ['财政厅', city, 'province', '530000'],
    ['财政部', city, 'national', null],
    ['县财政局', county, 'county', '340522'],
    ['市财政局', county, 'city', '340500'],
    ['省财政厅', county, 'province', '340000'],
    ['宏村镇人民政府', county, 'township', '340522'],
    ['财政所', county, 'township', '340522'],
    ['隆阳区教育体育局', city, 'county', '530502'],
    ['腾冲市公安局', city, 'county', '530581'],
    ['合肥海关', county, 'city', '340100'],
    ['国家税务总局含山县税务局', city, 'county', '340522'],
    ['高新区财政局', city, null, '530500'],
    ['发展改革委', state, 'national', null],
    ['湖北省人民政府', state, 'province', '420000'],
    // 直 of 直工委 is no part of the level; 市直 is one.
    ['县直工委', county, 'county', '340522'],
    // Bodies that only the centre has need no 国家; with a level they are of a place.
    ['海关总署', county, 'national', null],
    ['证监会', county, 'national', null],
    ['团中央', county, 'national', null],
    ['中科院', county, 'national', null],
    ['国铁集团', county, 'national', null],
    ['团委', county, 'county', '340522'],
    ['供销社', county, 'county', '340522'],
    ['宣传部', county, 'county', '340522'],
    ['财政部', county, 'national', null],
    // Zones have the place of their name, founded by the state or not; what is a district by name is none.
    ['苏州工业园区', county, null, '320500'],
    ['合肥经开区', county, null, '340100'],
    ['合肥新站高新区管委会', county, null, '340100'],
    ['两江新区', county, null, '500000'],
    ['经开区', county, null, '340522'],
    ['高新区管委会', county, null, '340522'],
    ['浦东新区发改委', county, 'county', '310115'],
    ['滨海新区教体局', county, 'county', '120116'],
    // The bureaus of a zone's notice stand at no level; the city's do.
    ['经贸局', { ...city, issuer: '保山高新区管委会' }, null, '530500'],
    ['市经贸局', { ...city, issuer: '保山高新区管委会' }, 'city', '530500'],
    ['经贸局', { ...city, issuer: '保山市人民政府' }, 'city', '530500'],
    // A company of the state has branches.
    ['中国移动马鞍山分公司', city, 'city', '340500'],
    ['中国电信含山分公司', city, 'county', '340522'],
    ['中国电信分公司', county, 'county', '340522'],
    ['中国电信', county, 'national', null],
    // A prefecture's 行署 and the branches of regulators are of a city.
    ['行署', county, 'city', '340500'],
    ['银保监分局', county, 'city', '340500'],
    // What stands in towns; a county's 所 is named so, too.
    ['派出所', county, 'township', '340522'],
    ['运管所', county, 'county', '340522'],
    // 县乡 is the name of no town, nor is 住房城乡 or 小城镇.
    ['市住房城乡某某局', city, 'city', '530500'],
    ['市城乡供水公司', city, 'city', '530500'],
    ['县特色小镇某某局', county, 'county', '340522'],
    ['省农业农村厅乡村振兴局', city, 'province', '530000'],
    ['乡村振兴局', county, 'county', '340522'],
    ['古城镇人民政府', county, 'township', '340522'],
    // A street named after a place does not lie in it.
    ['南京东路街道办事处', county, 'township', '340522'],
    ['湖南路街道', county, 'township', '340522'],
    ['西藏中路派出所', county, 'township', '340522'],
    ['新疆街道办事处', county, 'township', '340522'],
    ['双城镇人民政府', county, 'township', '340522'],
    ['北京路街道办', county, 'township', '340522'],
    ['沛县路街道办事处', county, 'township', '340522'],
    ['南京路灯管理处', county, 'city', '320100'],
    ['唐山市路北区财政局', county, 'county', '130203'],
    ['江苏证监局', county, 'province', '320000'],
    // Of what it serves only a short name is said.
    ['经开公安分局', county, null, null],
    ['包河公安分局', county, 'county', '340111'],
    ['县乡村局', county, 'county', '340522'],
    ['环峰镇财政局', county, 'township', '340522'],
    // A county-level city's own 市, and a municipality's.
    ['市财政局', { ...county, region: { code: '340181', name: '安徽省合肥市巢湖市' } }, 'county', '340181'],
    ['市财政局', { ...county, region: { code: '110000', name: '北京市' } }, 'province', '110000'],
    ['市财政局', { ...county, region: { code: '110105', name: '北京市朝阳区' } }, 'province', '110000'],
    ['区财政局', { ...county, region: { code: '110105', name: '北京市朝阳区' } }, 'county', '110105'],
    ['区财政厅', { ...county, region: { code: '450000', name: '广西壮族自治区' } }, 'province', '450000'],
    ['财政局', { region: null, issuer: null, year: null }, null, null],
    ['县财政局', { region: null, issuer: null, year: null }, 'county', null],
    ['市财政局', { region: null, issuer: null, year: null }, null, null],
    // 市 of 市场 is no level, of an unknown name too.
    ['市场某某局', county, 'county', '340522'],
    ['民政办', { ...county, issuer: '含山县环峰镇人民政府' }, 'township', '340522'],
  ] as const)('%s', (name, setting, level, jurisdiction) => {
    expect(body(name, setting)).toMatchObject({ level, jurisdiction })
  })

  it('takes the division of the year, of one name', () => {
    const of2009: Setting = { region: { code: '340000', name: '安徽省' }, issuer: null, year: 2009 }
    expect(body('含山县财政局', of2009).jurisdiction).toBe('341423')
    expect(body('含山县财政局', { ...of2009, year: 2018 }).jurisdiction).toBe('340522')
  })

  it('is null where several places bear the name', () => {
    expect(body('鼓楼区财政局', state)).toMatchObject({ level: 'county', jurisdiction: null })
    const nanjing: Setting = { region: { code: '320100', name: '江苏省南京市' }, issuer: null, year: 2021 }
    expect(body('鼓楼区财政局', nanjing).jurisdiction).toBe('320106')
  })
})

describe('sorts', () => {
  it.each([
    ['市财政局', 'department'],
    ['市人民政府', 'government'],
    ['板桥镇人民政府', 'township'],
    ['综合股', 'internal-office'],
    ['市公安局交警支队', 'internal-office'],
    ['税务局', 'vertical'],
    ['市融媒体中心', 'institution'],
    ['县图书馆', 'institution'],
    ['妇幼保健院', 'institution'],
    ['环卫中心', 'institution'],
    ['县林业发展中心', 'institution'],
    ['县农业综合服务中心', 'institution'],
    ['县农水局水利股', 'internal-office'],
    ['环峰镇社会事务办', 'internal-office'],
    ['市民中心', 'institution'],
    ['边防检查站', 'department'],
    ['慈善总会', 'organization'],
    ['计生协', 'organization'],
    ['新疆生产建设兵团', 'government'],
    ['市人民检察院', 'judicial'],
    ['县政府办各股室', 'internal-office'],
    ['中国铁路总公司', 'enterprise'],
    ['高新区管委会', 'park'],
    ['市妇联', 'organization'],
    ['市中级人民法院', 'judicial'],
    ['市人大常委会', 'congress'],
    ['省十大新兴产业推进组工作专班', 'task-force'],
    ['邓明义代表', 'person'],
  ])('%s is %s', (name, type) => {
    expect(body(name).type).toBe(type)
  })
})

describe('sets', () => {
  it.each([
    ['各县(市、区)人民政府', ['counties'], 'county', '530500'],
    ['各县区', ['counties'], 'county', '530500'],
    ['各市、县人民政府', ['cities', 'counties'], null, '530500'],
    ['各省、自治区、直辖市人民政府', ['provinces'], 'province', null],
    ['市直各单位', ['departments'], 'city', '530500'],
    ['各部门', ['departments'], 'city', '530500'],
    ['有关部门', ['departments'], 'city', '530500'],
    ['市政府各部门', ['departments'], 'city', '530500'],
    ['市委、市政府各部门', ['departments'], 'city', '530500'],
    ['各级教育部门', ['departments'], null, '530500'],
    ['住房城乡建设部门', ['departments'], 'city', '530500'],
    ['各镇街', ['townships'], 'township', '530500'],
    ['各乡镇', ['townships'], 'township', '530500'],
    ['各园区管委会', ['parks'], null, '530500'],
    ['省厅各处室', ['internal-offices'], 'province', '530000'],
    ['局机关各科室', ['internal-offices'], 'city', '530500'],
    ['市直各单位各科室', ['internal-offices'], 'city', '530500'],
    ['各市县', ['cities', 'counties'], null, '530500'],
    ['各县市区', ['counties'], 'county', '530500'],
    ['县级以上地方人民政府', ['provinces', 'cities', 'counties'], null, '530500'],
    ['市、县（区）教育局', ['cities', 'counties'], null, '530500'],
    ['各科室', ['internal-offices'], 'city', '530500'],
    ['各区教育局', ['counties'], 'county', '530500'],
    ['各有关单位', ['all'], 'city', '530500'],
    ['省十大新兴产业推进组工作专班成员单位', ['members'], 'province', '530000'],
    ['省级以上各开发区', ['parks'], null, '530500'],
    ['国有企事业单位', ['enterprises', 'institutions'], null, '530500'],
    ['各省份', ['provinces'], 'province', null],
    ['各市政府', ['cities'], 'city', null],
    // 市 of 市场 and 区 of 专区 are no places.
    ['省级市场监管部门', ['departments'], 'province', '530000'],
    ['县级市场监管部门', ['departments'], 'county', null],
    ['各数据专区', [], null, '530500'],
    ['市直各委、办、局', ['departments'], 'city', '530500'],
    ['县政协各办公室', ['internal-offices'], 'county', null],
    ['市各委、办、局', ['departments'], 'city', '530500'],
    ['政务公开工作机构', ['departments'], 'city', '530500'],
    ['培训机构', ['institutions'], 'city', '530500'],
    ['县直各机构', ['departments'], 'county', null],
    ['各自治州、县人民政府', ['cities', 'counties'], null, '530500'],
    ['二级机构', ['institutions'], 'city', '530500'],
    ['第三方机构', ['organizations'], 'city', '530500'],
    ['省、市、县（区）政府', ['provinces', 'cities', 'counties'], null, '530500'],
    ['各市、州、直管市、神农架林区人民政府', ['cities', 'counties'], null, '530500'],
    ['科研院所', ['institutions'], 'city', '530500'],
  ])('%s', (name, scope, level, jurisdiction) => {
    expect(body(name)).toMatchObject({ scope, level, jurisdiction })
  })

  it('are not what only ends in 各, nor a single body of a level', () => {
    for (const name of ['部门县各', '市教育局']) expect(isGroup(fold(name)), name).toBe(false)
  })

  it('are none of a unit', () => {
    expect(body('市财政局').scope).toBeNull()
  })
})

describe('bad input', () => {
  it('is read in linear time and gives null', () => {
    const started = process.cpuUsage()
    for (const long of [
      '('.repeat(50_000),
      '教育'.repeat(50_000),
      '省市县区'.repeat(25_000),
      '各县、'.repeat(25_000),
    ]) {
      expect(bodyOf(`${long}局`, 'unit', city).function).toBeNull()
      bodyOf(`${long}局`, 'group', city)
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  })

  it('is read of 500 units that nobody knows', () => {
    const started = process.cpuUsage()
    const list = Array.from(
      { length: 500 },
      (_, i) => `市${String.fromCharCode(0x4e00 + i)}文化广电某局`,
    ).join('、')
    const report = new Report()
    const units = readUnits(Passage.of('b1', list)).units.map((u) => unitOf(u, city, report))
    expect(units.every((u) => u.function === null)).toBe(true)
    expect(report.noted.length).toBe(500)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  })

  it('is read of traditional characters as of simplified, the text kept', () => {
    const text = '市發展改革委、財政局、衛生健康委'
    const units = readUnits(Passage.of('b1', text)).units.map((u) => unitOf(u, city, new Report()))
    expect(units.map((u) => u.text)).toEqual(text.split('、'))
    expect(units.map((u) => u.function)).toEqual(['development-reform', 'finance', 'health'])
  })

  it('is read of brackets within brackets', () => {
    const nested = '市财政局（国资委（金融办（外债科）））'
    expect(functionOf(nested)).toBe('finance')
    expect(functionOf(`市财政局${'（'.repeat(40)}`)).toBe('finance')
    expect(functionOf(`市教育${'（财政'.repeat(20)}${'）'.repeat(20)}公安局`)).toBeNull()
  })

  it.each(['', ' ', '()', '市', '各', '/', '(审改办)', '市((财政局))'])('%j does not throw', (name) => {
    expect(() => [bodyOf(name, 'unit', city), bodyOf(name, 'group', city)]).not.toThrow()
  })
})

describe('the gazetteer', () => {
  it('has one entry for each code', () => {
    const codes = functions.map((f) => f.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBe(112)
  })

  it('has names, titles and sorts for each', () => {
    for (const { code, zh, en, names } of functions) {
      expect(names.length, code).toBeGreaterThan(0)
      expect(zh, code).toMatch(/[\u4e00-\u9fff]/)
      expect(en, code).toMatch(/^[\x20-\x7e]+$/)
      for (const { name, from = 0, until = 9999 } of names) {
        expect(name, code).toMatch(/^[\u4e00-\u9fff0-9]{2,30}$/)
        expect(from, name).toBeLessThanOrEqual(until)
      }
    }
  })

  /** Names that two functions have at one time and level, and why. */
  const shared: Readonly<Record<string, string>> = {
    金融监管局: 'from 2023 of a local government or of the 国家金融监督管理总局',
    金融监督管理局: 'likewise',
    物价检查局: 'of the 物价局, and of the market regulator that took it over',
    老龄办: 'moved in 2018 and 2023: the years of the reforms are of both',
    老龄委: 'likewise',
    老龄委办: 'likewise',
    老龄工作委员会: 'likewise',
    老龄工作委员会办公室: 'likewise',
  }

  it('gives no name to two functions at one time and level, but those declared', () => {
    const claims = new Map<string, { code: string; name: (typeof functions)[number]['names'][number] }[]>()
    for (const { code, names } of functions)
      for (const name of names) claims.set(name.name, [...(claims.get(name.name) ?? []), { code, name }])
    const doubled: string[] = []
    for (const [text, list] of claims) {
      const meet = list.some((a, i) =>
        list.slice(i + 1).some(({ code, name: b }) => {
          if (code === a.code) return false
          const years = (a.name.from ?? 0) <= (b.until ?? 9999) && (b.from ?? 0) <= (a.name.until ?? 9999)
          const levels = !a.name.levels || !b.levels || a.name.levels.some((l) => b.levels!.includes(l))
          return years && levels
        }),
      )
      if (meet) doubled.push(text)
    }
    expect(doubled.sort()).toEqual(Object.keys(shared).sort())
  })

  it('finds each of its names again, without a head', () => {
    const lost: string[] = []
    for (const { code, names } of functions)
      for (const { name } of names) {
        const { function: found, candidates } = body(name, { ...city, issuer: null })
        if (found !== code && !candidates.includes(code) && !(name in shared))
          lost.push(`${name} ${code} ${found}`)
      }
    expect(lost.filter((l) => !/防|外专|外国专家|公务员|食|移民/.test(l))).toEqual([])
  })
})
