/** Functions of land, building, water, farming, transport. */
import { change, type GovernmentFunction, local, ministry, named, series } from './function.ts'

const department = 'department' as const

export const land: readonly GovernmentFunction[] = [
  {
    code: 'natural-resources',
    zh: '自然资源',
    en: 'natural resources',
    type: department,
    names: [
      ...series('自然资源(和)(规划)|自规|自资|资源规划', `${ministry} 所`),
      ...named('自然资源和规划建设局'),
      ...series('国土(资源)|国土(资源)(和)规划|国土房产|国土房屋|规土', `${ministry} 所`, { until: 2018 }),
      ...series('(城乡)规划|(城市)规划|规划管理|规划国土|城市规划管理|土地(管理)', '局 委员会 委 办公室 处', {
        until: 2018,
      }),
      ...series(
        '测绘(地理信息)|测绘与地理信息|测绘地信|地质矿产(勘查)|地矿|矿产资源(管理)|地勘',
        '部 厅 局',
        { until: 2018 },
      ),
      ...series('不动产(登记)|土地收购储备|土地储备', '局 中心 服务中心'),
    ],
    history: [
      change(1998, '国家土地管理局+地质矿产部', '国土资源部'),
      change(2018, '国土资源局+规划局', '自然资源局(自然资源和规划局)'),
    ],
  },
  {
    code: 'ocean',
    zh: '海洋',
    en: 'ocean',
    type: department,
    names: [...series('海洋(和)(与)(渔业)|海洋(发展)|海洋经济发展|海渔', '局 厅 委员会 办公室')],
    history: [change(2018, '海洋局', '自然资源部门+生态环境部门(部分职责)')],
  },
  {
    code: 'ecology-environment',
    zh: '生态环境',
    en: 'ecology and environment',
    type: department,
    names: [
      ...series('生态环境(保护)', ministry),
      ...series('环境保护|环保', '部 厅 局 总局 办公室 办 委员会 委 分局 所 站', { until: 2018 }),
      ...named(
        '核安全局 环委办 环委会 环境保护委员会办公室 生态环境保护委员会 生态环境保护委员会办公室 生环委办',
      ),
      ...named('环境监测站 环境监测中心 环境监察大队 环境监察支队 大气办 生态环境保护督察局'),
      ...named('生态环境保护督察(工作)(领导小组)办公室 环保督察办 大气污染防治办公室'),
    ],
    history: [change(2008, '国家环境保护总局', '环境保护部'), change(2018, '环境保护局', '生态环境局')],
  },
  {
    code: 'housing-construction',
    zh: '住房和城乡建设',
    en: 'housing and urban-rural construction',
    type: department,
    names: [
      ...series('住房(和)(城乡)建设|住建|城乡建设|城乡住房建设|住房城乡(和)建设', `${ministry} 所`),
      ...series('建设|城建|城市建设|村镇建设|规建|规划建设管理', '局 厅 委员会 委 办公室 办 部'),
      ...series(
        '房(产)管(理)|房地产(管理)|房产(管理)|房屋(管理)|住房保障(和)(房产)(房屋)(管理)|住房保障(和)房地产管理|住房(管理)|住房保障|房屋征收|征收',
        '局 中心 办公室 办 处 委员会',
      ),
      ...named('建委 建设委员会 住保中心 建工局 建筑工程管理局 建筑管理局 建管局 建筑业管理局 住房发展中心'),
      ...named('棚改办 旧改办 城市更新局 城市更新办 拆迁办'),
    ],
    history: [
      change(2008, '建设部', '住房和城乡建设部'),
      change(2018, '住房和城乡建设局(规划)', '自然资源和规划局'),
    ],
  },
  {
    code: 'urban-management',
    zh: '城市管理',
    en: 'urban management',
    type: department,
    names: [
      ...series(
        '城市管理(和)(综合)(行政)执法|城市(综合)管理|城管(执法)|城市管理行政执法|城市综合执法|综合(行政)执法|行政执法',
        `${local} 大队 支队 总队 队 中心 监督局`,
      ),
      ...named(
        '城管委 市容局 市容(环境)卫生管理局 市容管理局 市容和园林管理局 市容环卫局 环境卫生管理处 环卫处 环卫局 环卫所',
      ),
      ...named('环卫中心 环境卫生(服务)中心 环境卫生管理局 环境卫生管理中心 城市管理和综合执法局'),
    ],
    history: [],
  },
  {
    code: 'landscaping',
    zh: '园林绿化',
    en: 'parks and greening',
    type: department,
    names: [
      ...series(
        '园林(绿化)(管理)|园林和绿化|绿化(和)(市容)|城市园林(绿化)(管理)|园林和城市绿化',
        '局 处 中心 办公室 委员会 服务中心',
      ),
      ...named('绿化委 绿委办 绿化委员会办公室'),
    ],
    history: [],
  },
  {
    code: 'transport',
    zh: '交通运输',
    en: 'transport',
    type: department,
    names: [
      ...series('交通(运输)|综合交通(运输)|交运', `${ministry} 所`),
      ...series(
        '公路(管理)|公路(事业)发展|公路养护|农村公路(管理)|地方公路(管理)|高速公路管理|公路建设',
        '局 处 中心 所 段 分局 服务中心',
      ),
      ...series('港航(管理)|航务(管理)|航道(管理)|航运(管理)|港航事业发展', '局 处 中心 所'),
      ...series(
        '道路运输(管理)|运输管理|运管|客运管理|交通运输管理|出租车管理|道路运输服务',
        '局 处 所 中心',
      ),
      ...named(
        '交通战备办(公室) 交通委 交通执法局 交通综合行政执法局 交通运输综合执法支队 交通运输综合行政执法支队',
      ),
      ...named('交通运输综合行政执法大队 路政大队 路政支队 治超办 重点公路建设办公室 交通质监站'),
    ],
    history: [
      change(2008, '交通部+民航总局+国家邮政局', '交通运输部'),
      change(2013, '铁道部(规划和政策)', '交通运输部'),
    ],
  },
  {
    code: 'ports',
    zh: '口岸和港口',
    en: 'ports of entry and harbours',
    type: department,
    names: [
      ...series(
        '口岸(事务)(管理)|口岸(和)物流|港口(管理)|港务(管理)|口岸服务|口岸与物流',
        '局 办公室 办 委员会 委 中心',
      ),
      ...named('港务局 港管局'),
    ],
    history: [change(2018, '口岸办', '商务部门')],
  },
  {
    code: 'water',
    zh: '水利',
    en: 'water resources',
    type: department,
    names: [
      ...series(
        '水利|水务|水利(和)水保|水利电力|水利(和)湖泊|水利水务|水电',
        `${ministry} 所 站 服务中心 服务站 水电局`,
      ),
      ...series(
        '水土保持|水保|水文(水资源)|水资源(管理)|水政监察|河道(管理)|引江济淮|南水北调|节约用水|节水|水库(管理)',
        '局 办公室 办 处 站 中心 委员会 管理局',
      ),
      ...series('河长制(工作)|河长|河湖长|河(湖)长制(工作)|林长河长|河湖管理', '办公室 办 委员会 中心'),
      ...named(
        '防汛办 防指 防汛抗旱(指挥部) 防汛抗旱指挥部办公室 防汛抗旱指挥部 防汛抗旱办公室 防指办 防总',
        { until: 2018 },
      ),
      ...named(
        '长江水利委员会 黄河水利委员会 淮河水利委员会 海河水利委员会 珠江水利委员会 松辽水利委员会 太湖流域管理局 三峡办 南水北调办',
        {
          levels: ['national'],
        },
      ),
    ],
    history: [
      change(2018, '水利部门(防汛抗旱指挥部)', '应急管理部门'),
      change(2018, '国务院三峡办+国务院南水北调办', '水利部'),
    ],
  },
  {
    code: 'reservoir-resettlement',
    zh: '水库移民',
    en: 'reservoir resettlement',
    type: department,
    names: [
      ...series(
        '水库移民(工作)(管理)(开发)|移民(工作)|移民(开发)|移民安置|水利水电工程移民|搬迁安置',
        '局 办公室 办 委员会 中心 服务中心',
        {
          levels: ['province', 'city', 'county'],
        },
      ),
      ...named('库区移民局 移民管理局 水库移民后期扶持局', { levels: ['province', 'city', 'county'] }),
    ],
    history: [],
  },
  {
    code: 'agriculture-rural',
    zh: '农业农村',
    en: 'agriculture and rural affairs',
    type: department,
    names: [
      ...series('农业(和)农村(工作)|农业农村', `${ministry} 服务中心 中心 所`),
      ...series(
        '农业|农牧(业)|农林|农牧(和)科技|农牧水务|农业经济',
        '部 局 厅 委员会 委 办公室 办 中心 服务中心 站 技术推广中心 技术推广站',
        {},
      ),
      ...series(
        '畜牧(兽医)(水产)(业)|动物卫生监督|畜牧渔业|畜禽水产|水产(畜牧)|渔业(渔政)|渔政(渔港监督)|农机(化)|农业机械(化)(管理)|农垦|农经|农村经济(经营)(管理)|农业综合开发|农开|农村工作|农工|种子管理|蚕桑|农村社会事业发展|农村能源|畜牧水产事务|农业技术推广|动物疫病预防控制|畜牧兽医服务',
        '局 办公室 办 处 站 中心 服务中心 所 部 委员会 委 总站 总局',
      ),
      ...named(
        '农委 农办 农工办 农工委 农工部 农村工作部 农业办 农业和农村工作委员会 农村工作领导小组办公室',
      ),
      ...named(
        '农业和农村工作领导小组办公室 兽医局 农业综合执法大队 农业综合行政执法大队 农业技术推广中心 农技站 畜牧站 农经站 农技推广中心',
      ),
      ...named('人居环境办 农村人居环境整治办公室 厕改办 农村改厕办'),
    ],
    history: [
      change(2018, '农业局(农业委员会)+农办', '农业农村局'),
      change(2023, '乡村振兴局', '农业农村局(加挂乡村振兴局牌子)'),
    ],
  },
  {
    code: 'forestry-grassland',
    zh: '林业和草原',
    en: 'forestry and grassland',
    type: department,
    names: [
      ...series(
        '林业(和)(草原)|林草|林业(和)园林|林业和湿地|绿化和林业',
        '部 局 厅 总局 站 所 工作站 中心 发展中心 服务中心 事务中心 委员会',
      ),
      ...series('林长(制)|森林公安', '办公室 办 局 分局'),
      ...named(
        '林业站 林工站 国有林场 草原局 草原站 退耕办 退耕还林办公室 森林资源监督专员办(事处) 国家公园管理局',
      ),
    ],
    history: [change(2018, '林业局+农业部(草原)', '林业和草原局')],
  },
  {
    code: 'rural-revitalization',
    zh: '乡村振兴',
    en: 'rural revitalization',
    type: department,
    names: [
      ...series('乡村振兴(工作)(服务)', '局 办公室 办 中心 委员会', { from: 2018 }),
      ...series(
        '扶贫(开发)(工作)|脱贫攻坚|扶贫移民|扶贫和移民|扶贫开发(和)移民',
        '局 办公室 办 委员会 中心 指挥部 指挥部办公室',
        { until: 2021 },
      ),
      ...named(
        '扶贫开发领导小组办公室 扶贫开发领导小组 扶贫(工作)领导小组办公室 脱贫攻坚领导小组办公室 老区办 老区扶贫办 乡村振兴领导小组办公室',
      ),
    ],
    history: [change(2021, '扶贫开发办公室', '乡村振兴局'), change(2023, '乡村振兴局', '农业农村局')],
  },
]
