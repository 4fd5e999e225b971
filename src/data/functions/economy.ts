/** Functions of the economy: planning, money, trade, markets. */
import { change, type FunctionRow, local, ministry, named, series } from './function.ts'

const department = 'department' as const

export const economy: readonly FunctionRow[] = [
  {
    code: 'development-reform',
    zh: '发展改革',
    en: 'development and reform',
    type: department,
    names: () => [
      ...series('发展(和)改革|发改', local),
      ...series('发展(和)计划|发展计划', local, { until: 2003 }),
      ...named('计委 计划委员会 计划局 计经委 计划经济委员会', { until: 2003 }),
      ...named('体改委 体改办 体改局 经济体制改革委员会 经济体制改革办公室', { until: 2009 }),
      ...series('物价|价格', '局 委员会 委 办公室 办 检查局', { until: 2018 }),
      ...named('以工代赈办(公室) 价格认证中心 价格监测中心 信用办 信用中心 公共信用(信息)中心 重大项目办'),
      ...series('社会信用体系建设', '办公室'),
    ],
    history: [
      change(2003, '发展计划委员会(计委)', '发展和改革委员会'),
      change(2018, '物价局', '发展和改革委员会+市场监督管理局'),
    ],
  },
  {
    code: 'energy',
    zh: '能源',
    en: 'energy',
    type: department,
    names: () => [
      ...series('能源', `${local} 服务中心 发展中心`),
      ...series('煤炭(工业)(管理)', '局'),
      ...named('能源监管局 能源监管办(公室) 能源监管专员办 能源监督管理局'),
      ...named('电监会 电力监管委员会 电监办 电监局', { until: 2013 }),
    ],
    history: [change(2013, '电监会', '能源局')],
  },
  {
    code: 'grain-reserves',
    zh: '粮食和物资储备',
    en: 'grain and material reserves',
    type: department,
    names: () => [
      ...series('粮食(和)(物资)储备|粮储', `${local} 中心 服务中心 事务中心`),
      ...series('粮食(流通)', '局 中心 服务中心 发展中心'),
      ...series('物资储备', '局 中心'),
    ],
    history: [change(2018, '粮食局', '粮食和物资储备局')],
  },
  {
    code: 'industry-information',
    zh: '工业和信息化',
    en: 'industry and information technology',
    type: department,
    names: () => [
      ...series('工业(和)信息化|工业(和)信息|工信', ministry),
      ...series('经济(和)信息化|经济信息|经信|工业经济|经济(和)商务信息化|经商信|工业商务', local),
      ...series('中小企业(发展)(促进)(服务)|小企业(发展)(促进)|民营经济(发展)', '局 中心 办公室 办'),
      ...series('经济(和)贸易|经贸', '局 委员会 委 办公室'),
      ...named('经委 经济委员会 工经委 乡镇企业局 乡企局'),
      ...named('信产部 信息产业部', { levels: ['national'], until: 2008 }),
      ...named('信息产业厅 信息产业局 信息产业办公室', { until: 2009 }),
      ...named('国防科工局 国防科工办 国防科技工业局 国防科技工业办公室 国防科学技术工业办公室'),
      ...named('国防科工委 国防科学技术工业委员会', { until: 2008 }),
      ...named('企业服务中心 无线电管理局 无线电管理委员会 无委办'),
    ],
    history: [
      change(2003, '国家经贸委', '国家发展改革委+国资委+商务部'),
      change(2008, '信息产业部+国防科工委', '工业和信息化部'),
      change(2009, '经济委员会+信息产业局', '经济和信息化委员会'),
      change(2018, '经济和信息化委员会', '经济和信息化局(工业和信息化局)'),
    ],
  },
  {
    code: 'science-technology',
    zh: '科技',
    en: 'science and technology',
    type: department,
    names: () => [
      ...series('科学技术|科技|科技创新', ministry),
      ...named('科委 科创委 科技创新委员会 科技创新局'),
      ...named('外专局 外国专家局', { from: 2018 }),
    ],
    history: [
      change(1998, '国家科委', '科学技术部'),
      change(2018, '外国专家局', '科学技术部'),
      change(2023, '科学技术部(农村、社会发展、高新技术产业)', '农业农村部+国家发展改革委+工业和信息化部'),
    ],
  },
  {
    code: 'finance',
    zh: '财政',
    en: 'public finance',
    type: department,
    names: () => [
      ...series('财政', `${ministry} 所 监管局 专员办`),
      ...series('财政税务|财税', '局 所'),
      ...named('国库支付中心 国库集中支付中心 会计核算中心 财政国库支付中心 政府采购中心 政府采购办(公室)'),
    ],
    history: [change(2018, '财政局(农业综合开发)', '农业农村局')],
  },
  {
    code: 'human-resources',
    zh: '人力资源和社会保障',
    en: 'human resources and social security',
    type: department,
    names: () => [
      ...series('人力资源(和)(社会)保障|人力(资源)社保|人社', `${ministry} 所 服务中心 服务所`),
      ...series('人事|劳动(和)(社会)保障|劳动(和)人事|人事劳动(和)(社会)保障|劳动', '部 局 厅 办公室', {
        until: 2009,
      }),
      ...series('劳动就业(服务)|就业(服务)|就业创业(服务)|公共就业(服务)', '局 中心 服务中心 管理局'),
      ...series(
        '社会保险(事业)(管理)|社保|社会保险基金(管理)|社会保障|养老保险|城乡居民(社会)养老保险|城乡居民社会保险',
        '局 中心 管理中心 服务中心 所',
      ),
      ...named('劳动监察大队 劳动保障监察支队 劳动保障监察大队 劳动人事争议仲裁院 人才交流中心 人才服务中心'),
      ...named('根治欠薪办 农民工办 农民工工作领导小组办公室 社保基金会 社会保障基金理事会'),
      ...named('外专局 外国专家局 公务员局', { until: 2017 }),
    ],
    history: [
      change(2008, '人事部+劳动和社会保障部', '人力资源和社会保障部'),
      change(2009, '人事局+劳动和社会保障局', '人力资源和社会保障局'),
      change(2018, '人力资源和社会保障局(医疗保险)', '医疗保障局'),
      change(2018, '人力资源和社会保障局(军转安置)', '退役军人事务局'),
      change(2018, '公务员局(人社部门)', '党委组织部(加挂公务员局牌子)'),
    ],
  },
  {
    code: 'commerce',
    zh: '商务',
    en: 'commerce',
    type: department,
    names: () => [
      ...series('商务(经济)|商贸(流通)(服务)', `${ministry} 中心 服务中心`),
      ...series('商业|贸易|商业贸易', '局 厅 委员会 委 办公室'),
      ...series(
        '对外(贸易)经济合作|对外经济(和)贸易(合作)|对外贸易(和)经济合作|外经贸|外贸',
        '部 厅 局 委员会 委',
      ),
      ...named('外经贸部 外贸局 电商办 电子商务办公室 电子商务发展局 电子商务中心 内贸部 国内贸易部'),
      ...named('自贸办 自贸区办公室'),
    ],
    history: [change(2003, '对外贸易经济合作部+国家经贸委(内贸)', '商务部')],
  },
  {
    code: 'investment-promotion',
    zh: '招商和经济合作',
    en: 'investment promotion and economic cooperation',
    type: department,
    names: () => [
      ...series(
        '招商(引资)(服务)|招商合作|招商(和)投资促进|投资促进(和)(服务)|投促|投资合作',
        `${local} 中心 服务中心`,
      ),
      ...series('经济(技术)合作|经合|经济协作|经协|区域合作|合作交流', `${local} 中心`),
      ...named('招商引资委员会 招商引资工作领导小组办公室 招商委 产业招商局'),
    ],
    history: [],
  },
  {
    code: 'state-assets',
    zh: '国有资产监督管理',
    en: 'state-owned assets',
    type: department,
    names: () => [
      ...series('国有资产(监督)(管理)|国有资产(监管)|国资(监管)|国资', `${local} 中心 服务中心 运营中心`),
    ],
    history: [change(2003, '国家经贸委(国有企业)', '国务院国资委')],
  },
  {
    code: 'market-regulation',
    zh: '市场监督管理',
    en: 'market regulation',
    type: department,
    names: () => [
      ...series('市场监督管理|市场监管|市场监督|市监', `${local} 总局 所`),
      ...named('市场局 市管局 市场和质量监管委 市场和质量监督管理委员会 市监所'),
      ...series('工商(行政)(管理)|工商质监|工商质量技术监督|工商和质量监督(管理)', '总局 局 分局 所', {
        until: 2018,
      }),
      ...series('质量(技术)(监督)|质监|技术监督|质量监督', '总局 局 分局', { until: 2018 }),
      ...series('质量监督检验检疫|质检', '总局', { until: 2018 }),
      ...series('食品药品监督(管理)|食品药品监管|食药监(管)|食品药品|食药', '局 所 办公室', {
        levels: ['city', 'county', 'township'],
        until: 2018,
      }),
      ...series('食品(药品)安全(监督)(管理)(委员会)', '办公室 办 委员会'),
      ...named(
        '食药安办 食安办 食安委办(公室) 食安委 食药安委办 食品安全办 标准委 国标委 标准化管理委员会 认监委',
      ),
      ...named(
        '认证认可监督管理委员会 物价检查局 物价检查所 价格监督检查局 价格监督检查分局 反垄断局 反垄断委员会',
      ),
      ...named(
        '检验检测中心 质量技术检测所 计量所 计量测试所 消费者协会 消协 消保委 消委会 消费者委员会 消费者权益保护委员会',
      ),
      ...named('质量强市办 质量强县办 质量发展局', {}),
    ],
    history: [
      change(2001, '国家质量技术监督局+国家出入境检验检疫局', '国家质量监督检验检疫总局'),
      change(2018, '工商行政管理局+质量技术监督局+食品药品监督管理局', '市场监督管理局'),
    ],
  },
  {
    code: 'drug-regulation',
    zh: '药品监督管理',
    en: 'drug regulation',
    type: department,
    names: () => [
      ...series('药品监督(管理)|药品监管|药监', '局 分局'),
      ...series('食品药品监督(管理)|食品药品监管|食药监(管)|食品药品|食药', '总局 局', {
        levels: ['national', 'province'],
        until: 2018,
      }),
    ],
    history: [
      change(2003, '药品监督管理局', '食品药品监督管理局'),
      change(2018, '食品药品监督管理总局', '国家市场监督管理总局+国家药品监督管理局'),
    ],
  },
  {
    code: 'intellectual-property',
    zh: '知识产权',
    en: 'intellectual property',
    type: department,
    names: () => [
      ...series('知识产权|专利', '局 办公室 办 中心 保护中心'),
      ...named('打击侵权假冒工作领导小组办公室'),
    ],
    history: [change(2018, '知识产权局(专利)+工商局(商标)+质检总局(原产地地理标志)', '知识产权局')],
  },
  {
    code: 'statistics',
    zh: '统计',
    en: 'statistics',
    type: department,
    names: () => [...series('统计', '局 办公室 办 站 所 中心'), ...named('普查中心')],
    history: [],
  },
  {
    code: 'audit',
    zh: '审计',
    en: 'audit',
    type: department,
    names: () => [
      ...series('审计', '署 厅 局 委员会 委 办公室 办 委员会办公室'),
      ...named('审计委办 审计特派员办事处 审计特派办'),
    ],
    history: [],
  },
  {
    code: 'public-resources-trading',
    zh: '公共资源交易',
    en: 'public resources trading',
    type: department,
    names: () => [
      ...series(
        '公共资源交易(监督)(管理)|公共资源交易监管|公共资源(监督)管理|公共资源监管|公管|公资|招投标(管理)|招投标监管|招标投标(监督)(管理)|招标采购(管理)|招标|招管|公共资源',
        '局 办公室 办 委员会 委 中心',
      ),
      ...named('公共资源交易管理委员会办公室 招标采购交易中心 招标局'),
    ],
    history: [],
  },
  {
    code: 'local-finance',
    zh: '地方金融',
    en: 'local financial affairs',
    type: department,
    names: () => [
      ...series(
        '地方金融(监督)(管理)|地方金融监管|金融工作|金融服务|金融(发展)|金融事务',
        '局 办公室 办 委员会 委 中心',
      ),
      ...series('金融监管|金融监督管理', '局', { levels: ['province', 'city', 'county'] }),
    ],
    history: [
      change(2018, '金融工作办公室', '地方金融监督管理局'),
      change(2023, '地方金融监督管理局', '地方金融管理局+党委金融办'),
    ],
  },
  {
    code: 'supply-marketing',
    zh: '供销合作',
    en: 'supply and marketing cooperatives',
    type: 'organization',
    names: () => [
      ...named('供销社 供销(合作)(联合)社 供销合作联合总社 供销联社'),
      ...named('供销合作总社 供销总社', { levels: ['national'] }),
    ],
    history: [],
  },
]
