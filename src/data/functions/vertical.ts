/** Bodies that the centre leads down to the counties. */
import { change, type FunctionRow, named, series } from './function.ts'

const vertical = 'vertical' as const

export const verticalBodies: readonly FunctionRow[] = [
  {
    code: 'statistics-survey',
    zh: '国家统计调查',
    en: 'survey offices of the National Bureau of Statistics',
    type: vertical,
    names: () => [
      ...named(
        '调查队 调查总队 国调队 统计调查队 国家调查队 国家统计调查队 国家统计局调查队 农调队 城调队 企调队 国家统计局调查总队',
      ),
    ],
    history: [change(2005, '农调队+城调队+企调队', '国家统计局调查队')],
  },
  {
    code: 'financial-regulation',
    zh: '金融监管',
    en: 'financial regulation',
    type: vertical,
    names: () => [
      ...series('金融监管|金融监督管理', '总局 支局', { from: 2023 }),
      ...series('金融监管|金融监督管理|国家金融监管', '分局', { levels: ['city'], from: 2023 }),
      ...named('国家金融监管局 国家金融监督管理局', { from: 2023 }),
      ...named('金融监管局 金融监督管理局', { levels: ['province', 'city', 'county'], from: 2023 }),
      ...series(
        '银保监|银行保险监督管理|银监|保监|银行业监督管理|保险监督管理|银行(业)(和)保险(业)监管',
        '局 办 办事处 监管组 组 监管局',
        { until: 2023 },
      ),
      // The commission is the centre's; a 分局 is of a city.
      ...series('银保监|银行保险监督管理|银监|保监|银行业监督管理|保险监督管理', '会 委员会', {
        levels: ['national'],
        until: 2023,
      }),
      ...series('银保监|银行保险监督管理|银监|保监|银行业监督管理|保险监督管理', '分局 监管分局', {
        levels: ['city'],
        until: 2023,
      }),
    ],
    history: [change(2018, '银监会+保监会', '银保监会'), change(2023, '银保监会', '国家金融监督管理总局')],
  },
  {
    code: 'securities-regulation',
    zh: '证券监管',
    en: 'securities regulation',
    type: vertical,
    names: () => [
      ...series('证监|证券监督管理|证券(期货)监管', '局 办 办事处 监管局'),
      ...series('证监|证券监督管理', '会 委员会', { levels: ['national'] }),
    ],
    history: [],
  },
  {
    code: 'central-bank',
    zh: '人民银行',
    en: "People's Bank of China",
    type: vertical,
    names: () => [
      ...named(
        '(中国)人民银行 人行 央行 人(民银)行(中心)支行 人民银行分行 中心支行 人(民银)行营业管理部 人(民银)行省分行 人民银行县支行 人民银行市分行 人行市分行',
      ),
    ],
    history: [change(2023, '人民银行中心支行、县支行', '人民银行省分行、地市分行')],
  },
  {
    code: 'foreign-exchange',
    zh: '外汇管理',
    en: 'foreign exchange',
    type: vertical,
    names: () => [...series('外汇(管理)|外管', '局 分局 支局 中心支局 管理部')],
    history: [],
  },
  {
    code: 'tax',
    zh: '税务',
    en: 'taxation',
    type: vertical,
    names: () => [
      ...series('税务', '总局 局 所 分局 稽查局'),
      ...series('国家税务', '总局 局 分局'),
      ...series('国税|地税|国地税|地方税务', '局 分局 所 总局', { until: 2018 }),
      ...named('国税地税局 国地税', { until: 2018 }),
    ],
    history: [change(2018, '国家税务局+地方税务局', '税务局')],
  },
  {
    code: 'customs',
    zh: '海关',
    en: 'customs',
    type: vertical,
    names: () => [
      ...named('海关总署', { levels: ['national'] }),
      ...named('海关 隶属海关 海关办事处 缉私局 海关缉私局 海关缉私分局 打私办 海防打私办'),
      ...series('(出入境)检验检疫|商检|进出口商品检验|出入境检验检疫', '局 总局 办事处 分局', {
        until: 2018,
      }),
    ],
    history: [change(2018, '出入境检验检疫局', '海关')],
  },
  {
    code: 'maritime',
    zh: '海事',
    en: 'maritime safety',
    type: vertical,
    names: () => [...series('海事|地方海事|港航海事', '局 处 分局 所 分支局 管理处')],
    history: [],
  },
  {
    code: 'meteorology',
    zh: '气象',
    en: 'meteorology',
    type: vertical,
    names: () => [
      ...series('气象', '局 台 站 办公室 中心 观测站 服务中心'),
      ...named('人工影响天气办公室 人影办'),
    ],
    history: [],
  },
  {
    code: 'posts',
    zh: '邮政管理',
    en: 'postal administration',
    type: vertical,
    names: () => [...series('邮政(管理)|邮管|邮政业安全', '局 办公室 中心 分局')],
    history: [change(2006, '邮政局', '邮政管理局+邮政公司')],
  },
  {
    code: 'tobacco',
    zh: '烟草专卖',
    en: 'tobacco monopoly',
    type: vertical,
    names: () => [...series('烟草(专卖)|烟草专卖(管理)', '局 分局 营销部')],
    history: [],
  },
  {
    code: 'communications',
    zh: '通信管理',
    en: 'communications administration',
    type: vertical,
    names: () => [...series('通信(管理)(发展)|通信建设(管理)|通管|通信(业)发展(管理)', '局 办公室 办')],
    history: [],
  },
  {
    code: 'railways',
    zh: '铁路',
    en: 'railways',
    type: vertical,
    names: () => [
      ...series('铁路(监督)(管理)|铁路监管|铁路监督管理', '局 分局 办公室 办'),
      ...named('铁道部 铁道部办公厅', { levels: ['national'], until: 2013 }),
      ...named('铁路护路办 铁路民航办 铁路建设办(公室) 铁建办 轨道办 铁路和轨道办'),
    ],
    history: [change(2013, '铁道部', '国家铁路局+中国铁路总公司')],
  },
  {
    code: 'civil-aviation',
    zh: '民用航空',
    en: 'civil aviation',
    type: vertical,
    names: () => [
      ...series(
        '民航(管理)|民用航空|民航(安全)(监督)管理|民航监管',
        '总局 办公室 办 监管局 地区管理局 安全监督管理局',
      ),
      ...series('民航|民用航空', '局', { levels: ['national'] }),
      ...named('民航(安全)(监督)管理局 民航监管局'),
    ],
    history: [change(2008, '民航总局', '民航局')],
  },
]
