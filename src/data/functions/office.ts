/** Offices at the centre of a government, and what serves it. */
import { change, type FunctionRow, local, named, series } from './function.ts'

const department = 'department' as const

export const office: readonly FunctionRow[] = [
  {
    code: 'peoples-government',
    zh: '人民政府',
    en: "people's government",
    type: 'government',
    names: () => [
      ...named('(人民)政府'),
      ...named('国务院', { levels: ['national'] }),
      ...named('行政公署 行署', { levels: ['city'] }),
      ...named('办事处 街道办 街道办事处 (乡)镇(人民)政府 乡(人民)政府 镇街 街镇', {
        levels: ['township'],
        type: 'township',
      }),
    ],
    history: [],
  },
  {
    code: 'government-office',
    zh: '政府办公室',
    en: 'office of the government',
    type: department,
    names: () => [
      ...named('(人民)政府办|(人民)政府办公室|(人民)政府办公厅 府办(公室) 府办公厅', { side: 'government' }),
      ...named('国务院办公厅 国办', { levels: ['national'] }),
      ...series(
        '政务公开(工作)(领导小组)|政务信息公开|政府信息公开|信息公开|政务公开(和)政府信息公开',
        '办公室 办 领导小组 领导小组办公室',
      ),
      ...named(
        '(人民)政府督查室 政府督查局 政府督察室 督查室 督查办 政府应急办 政府值班室 政府外事办公室秘书科 行政公署办公室 行署办 行署办公室',
      ),
      ...named('职转办 职转协调办 政府职能转变协调办公室 政务督查局 政务督查室', { side: 'government' }),
    ],
    history: [],
  },
  {
    code: 'policy-research',
    zh: '政策研究',
    en: 'policy research',
    type: department,
    names: () => [
      ...series(
        '政策研究|政研|政府研究|决策咨询|经济(社会)(发展)研究|发展研究|发研|改革发展研究|政府发展研究',
        '室 中心 院 办公室 委员会',
      ),
      ...named('研究室 决咨委 决策咨询委员会 决策咨询委员会办公室'),
    ],
    history: [],
  },
  {
    code: 'petition',
    zh: '信访',
    en: 'petitions and complaints',
    type: department,
    names: () => [
      ...series('信访(工作)', '局 办公室 办 联席会议 联席办 联席会议办公室 接待中心 中心'),
      ...named('联席办 群众工作部 群工部 群众工作局 群众来访接待中心 人民来访接待中心'),
    ],
    history: [change(2023, '国务院办公厅管理的国家信访局', '国务院直属机构国家信访局(由中央社会工作部指导)')],
  },
  {
    code: 'government-services-data',
    zh: '政务服务和数据',
    en: 'government services and data',
    type: department,
    names: () => [
      ...series(
        '政务服务|政务服务管理|政务服务监督管理|政务服务数据|政务服务(和)数据管理|政务服务和大数据|政务服务和大数据管理|政务管理|政管|政务|政务信息|电子政务|政务信息管理|行政审批|行政审批服务|行政审批服务管理|审批服务(管理)|行政审批政务服务|行政审批(和)政务信息管理|行政服务|政务和大数据|营商环境|营商环境建设|营商环境发展|营商|优化营商环境',
        '局 办公室 办 中心 委员会 管理局',
      ),
      ...series(
        '数据|数管|政数|大数据|数据资源|大数据资源|大数据资源管理|数据管理|数据资源管理|数据资源和政务服务|大数据发展|大数据管理|大数据服务|大数据发展管理|大数据应用|大数据应用(和)发展|大数据应用管理|大数据产业发展|大数据(和)政务服务|大数据和信息化|政务数据|政务数据服务|政务数据管理|政务数据和服务|智慧城市|智慧城市建设|数字经济|数字经济发展|数字化|数字资源',
        '局 办公室 办 中心 委员会 管理局 管理中心 服务中心',
      ),
      ...named(
        '政务公开(和)政务服务中心 政务公开(和)政务服务局 政务公开(和)政务服务管理局 政务公开(和)政务服务管理办公室 审批局 审批管理局 审管局 审管办 审批中心 审批服务局 便民服务中心 为民服务中心 市民中心 党群服务中心 优化办 优化营商环境工作领导小组办公室',
      ),
      ...named(
        '12345热线 12345热线办 12345热线中心 12345中心 12345政务服务便民热线 12345政务服务便民热线中心 12345市长热线 市长热线办 市长热线办公室 市民服务热线中心 政务热线中心 政府服务热线',
      ),
    ],
    history: [
      change(2018, '政务服务中心+信息中心', '政务服务管理局+数据资源管理局(大数据管理局)'),
      change(2023, '大数据管理局', '数据局'),
    ],
  },
  {
    code: 'organs-administration',
    zh: '机关事务管理',
    en: 'administration of government organs',
    type: department,
    names: () => [
      ...series(
        '机关(事务)(管理)(服务)|机管|机关后勤(服务)|直属机关事务管理',
        '局 中心 服务中心 服务局 事务局',
      ),
      ...named('国管局', { levels: ['national'] }),
      ...named('机关事务管理处 机关事务办公室 机关管理局'),
    ],
    history: [],
  },
  {
    code: 'archives',
    zh: '档案',
    en: 'archives',
    type: department,
    names: () => [...series('档案', '局 馆 中心 史志局'), ...named('综合档案馆 城建档案馆 档案史志馆')],
    history: [change(2018, '档案局(馆)', '党委办公室(加挂档案局牌子)+档案馆')],
  },
  {
    code: 'local-history',
    zh: '党史和地方志',
    en: 'party and local history',
    type: department,
    names: () => [
      ...series(
        '党史|党史研究|党史方志|党史和地方志|党史地方志|地方志|方志|地志|史志|史志研究|地方史志|地方志编纂|党史和地方志研究|党史方志研究|地情',
        '室 办公室 办 中心 馆 院 局 委员会 研究室 研究中心 研究院 委员会办公室',
      ),
      ...named('史志档案局 党史档案局 地方志编委会办公室 志办'),
    ],
    history: [],
  },
  {
    code: 'confidentiality',
    zh: '保密',
    en: 'protection of state secrets',
    type: department,
    names: () => [
      ...series('(国家)保密|机要(和)保密|保密机要|保密委员会', '局 办公室 办 委员会 委'),
      ...named('保密委 保密办 密码局 密码管理局 机要局 密码管理委员会'),
    ],
    history: [],
  },
  {
    code: 'civil-defense',
    zh: '人民防空和国防动员',
    en: 'civil air defence and mobilization',
    type: department,
    names: () => [
      ...series('人民防空|人防|民防', '办公室 办 局 委员会 中心 指挥部 办事处 管理办公室'),
      ...series('国防动员|国动', '办公室 办 委员会 委 部 委员会办公室 委办'),
    ],
    history: [change(2023, '人民防空办公室', '国防动员办公室')],
  },
  {
    code: 'foreign-affairs',
    zh: '外事',
    en: 'foreign affairs',
    type: department,
    names: () => [
      ...series(
        '外事(侨务)(港澳)(事务)(工作)|外事(和)侨务|外侨|外事(和)港澳(台)(事务)|外事工作委员会|外事港澳侨务|外侨港澳',
        local,
      ),
      ...named('外办 外交部驻港公署'),
      ...named('外交部', { levels: ['national'] }),
    ],
    history: [change(2018, '外事侨务办公室', '外事工作委员会办公室+统战部(侨务)')],
  },
  {
    code: 'taiwan-affairs',
    zh: '台港澳事务',
    en: 'Taiwan, Hong Kong and Macao affairs',
    type: department,
    names: () => [
      ...series(
        '台湾(事务)(工作)|对台(工作)|台港澳(事务)(工作)|港澳(台)(事务)(工作)|台务',
        '办公室 办 局 领导小组办公室',
      ),
      ...named('台办 港澳办 台工办 台港澳办'),
      ...named('国台办', { levels: ['national'] }),
    ],
    history: [],
  },
  {
    code: 'overseas-chinese-affairs',
    zh: '侨务',
    en: 'overseas Chinese affairs',
    type: department,
    names: () => [...series('侨务(工作)', '办公室 办 局 委员会'), ...named('侨办 华侨事务委员会')],
    history: [change(2018, '侨务办公室', '党委统战部')],
  },
  {
    code: 'counsellors',
    zh: '参事和文史',
    en: 'counsellors and research in culture and history',
    type: department,
    names: () => [...named('参事室 政府参事室 文史馆 文史研究馆 参事室(文史研究馆) 文史办', {})],
    history: [],
  },
  {
    code: 'housing-fund',
    zh: '住房公积金',
    en: 'housing provident fund',
    type: 'institution',
    names: () => [
      ...series('住房公积金(管理)|公积金(管理)', '中心 局 委员会 管理部 分中心 办公室 管理委员会 服务中心'),
    ],
    history: [],
  },
  {
    code: 'media',
    zh: '新闻媒体',
    en: 'media',
    type: 'institution',
    names: () => [
      ...series('融媒(体)|传媒|新闻传媒|广播电视传媒|全媒体|新闻(信息)', '中心'),
      ...named(
        '(网络)广播电视(总)台 电视台 广电台 广播电台 人民广播电台 报社 日报(社) 晚报(社) 报业(传媒)集团 广电集团 广电传媒集团 传媒集团 新闻网 广播电视中心 广电中心 新闻社 融媒体',
      ),
      ...named(
        '新华社 新华通讯社 人民日报(社) 中央广播电视总台 中央电视台 光明日报社 经济日报社 中国日报社',
        { levels: ['national'] },
      ),
    ],
    history: [],
  },
  {
    code: 'park-administration',
    zh: '开发区和园区管理',
    en: 'administration of development zones',
    type: 'park',
    names: () => [
      ...named(
        '管委会 管理委员会 开发区管委会 经开区管委会 高新区管委会 园区管委会 新区管委会 景区管委会 风景区管委会 度假区管委会 保税区管委会 自贸区管委会 集中区管委会 园区办 景区管理局 风景名胜区管理局 风景区管理处 开发区办公室',
      ),
    ],
    history: [],
  },
]
