/** Functions of people and society: schools, health, culture, order. */
import { change, type FunctionRow, local, ministry, named, series } from './function.ts'

const department = 'department' as const

export const society: readonly FunctionRow[] = [
  {
    code: 'education',
    zh: '教育',
    en: 'education',
    type: department,
    names: () => [
      ...series('教育|教育(和)体育|教体|教育科技|教科|教科体|教育工作', ministry),
      ...named(
        '教委 文教局 教育工委 教育体育和科学技术局 语委 语委办 语言文字工作委员会 语言文字工作委员会办公室',
      ),
      ...named(
        '招生办(公室) 招考办 教育考试院 招生考试院 招生考试局 考试院 教育招生考试院 教育督导室 政府教育督导室',
      ),
      ...named('教育督导委员会办公室 校安办 教研室 教师进修学校 中心校 中心学校'),
    ],
    history: [change(1998, '国家教委', '教育部')],
  },
  {
    code: 'ethnic-religious',
    zh: '民族宗教',
    en: 'ethnic and religious affairs',
    type: department,
    names: () => [
      ...series('民族(和)宗教(事务)|民宗|民族(事务)|宗教(事务)|民族工作|民族宗教侨务', local),
      ...named('民委 民宗委 民族宗教委'),
    ],
    history: [change(2018, '国家宗教局', '中央统战部')],
  },
  {
    code: 'public-security',
    zh: '公安',
    en: 'public security',
    type: department,
    names: () => [
      ...series('公安', `${ministry} 处 所 检查站`),
      ...series(
        '交通警察|交警|公安交警|公安交通管理|交通管理|公安交管|特警|刑警|禁毒|治安|网安|经侦|巡特警|出入境管理|公安消防督查',
        '局 处 总队 支队 大队 中队 办公室 办',
      ),
      ...named('派出所 公安派出所', { levels: ['township'] }),
      ...named(
        '看守所 拘留所 交管局 交管所 车管所 车辆管理所 边防支队 边防总队 边防大队 边防检查站 出入境边防检查站 边检站',
      ),
      ...named(
        '禁毒委 禁毒委办 禁毒委员会 禁毒委员会办公室 道安办 道路交通安全委员会办公室 道交办 反诈中心 反电诈办',
      ),
      ...named('移民管理局 移民局', { levels: ['national'], from: 2018 }),
      ...named('道路交通安全工作联席会议办公室 反恐办 警务站 警务室'),
    ],
    history: [
      change(2018, '公安消防部队', '消防救援队伍'),
      change(2018, '公安出入境管理+边防检查', '国家移民管理局'),
    ],
  },
  {
    code: 'state-security',
    zh: '国家安全',
    en: 'state security',
    type: department,
    names: () => [
      ...named('国家安全部 安全部', { levels: ['national'] }),
      ...named(
        '国家安全厅 国家安全局 国安局 国安厅 国安办 国安委办 国家安全委员会办公室 安全厅 国家安全机关',
      ),
    ],
    history: [],
  },
  {
    code: 'civil-affairs',
    zh: '民政',
    en: 'civil affairs',
    type: department,
    names: () => [
      ...series('民政|民政(和)社会保障', `${ministry} 所 站 服务站`),
      ...named('老龄办 老龄委 老龄委办 老龄工作委员会办公室 老龄工作委员会', { until: 2018 }),
      ...named('老龄办 老龄委 老龄委办 老龄工作委员会办公室 老龄工作委员会', { from: 2023 }),
      ...named(
        '救助站 救助管理站 社会救助中心 低保中心 低保局 地名办 福利彩票中心 福彩中心 社会组织管理局 民管局 殡葬管理所 慈善总会 未保办',
      ),
      ...named('养老服务中心 婚姻登记处 婚姻登记中心'),
    ],
    history: [
      change(2018, '民政局(退役安置)', '退役军人事务局'),
      change(2018, '民政局(救灾)', '应急管理局'),
      change(2018, '民政部门(老龄)', '卫生健康部门'),
      change(2023, '卫生健康部门(老龄)', '民政部门'),
      change(2023, '民政部门(基层政权和社会工作)', '社会工作部'),
    ],
  },
  {
    code: 'justice',
    zh: '司法行政',
    en: 'justice administration',
    type: department,
    names: () => [
      ...series('司法|司法行政', `${ministry} 所`),
      ...series('法制|法制工作|政府法制|政府法制工作', '局 办公室 办 机构', { until: 2018 }),
      ...series(
        '依法治国|依法治省|依法治市|依法治县|依法治区|依法治州|全面依法治国|全面依法治省|全面依法治市|全面依法治县|全面依法治区|普法|依法治理|法治|法治政府建设|法治建设|依法行政',
        '办公室 办 委员会 委员会办公室 委办 领导小组办公室',
      ),
      ...named(
        '监狱 监狱局 监狱管理局 戒毒局 戒毒管理局 戒毒所 强制隔离戒毒所 劳教局 法律援助中心 公证处 社区矫正管理局 仲裁委 仲裁委员会 仲裁办 仲裁委办 行政复议局 法宣办 公共法律服务中心',
      ),
    ],
    history: [change(2018, '政府法制办公室', '司法局')],
  },
  {
    code: 'culture-tourism',
    zh: '文化和旅游',
    en: 'culture and tourism',
    type: department,
    names: () => [
      ...series(
        '文化(和)旅游|文旅|旅文|文广旅|文广旅体|文旅广体|文旅体|文旅体广|文旅广电|文体旅|文体旅游|文体广旅|文体广电旅|文广新旅|文体旅广电',
        `${ministry} 中心`,
      ),
      ...series(
        '文化',
        '部 厅 局 委员会 委 站 所 中心 服务中心 体育中心 广播站 旅游体育中心 综合服务中心 市场综合执法局',
      ),
      ...series(
        '文广新|文广|文广电|文体|文体广|文体广电|文体广电新|文体新|文体广新|文体新广|文广体|文广影视|文化新闻出版',
        '局 厅 委员会 委 中心 站',
      ),
      ...series('旅游|旅游发展|旅发|旅游事业|旅游事业发展', '局 委员会 委 总局 办公室 办 中心'),
      ...named(
        '旅委 文化馆 图书馆 博物馆 美术馆 旅发大会办公室 文化市场综合执法支队 文化市场综合执法大队 文化市场综合行政执法支队 文化市场综合行政执法大队 文化执法支队 文化稽查大队 文化市场执法大队',
      ),
    ],
    history: [change(2018, '文化局(文化广电新闻出版局)+旅游局', '文化和旅游局')],
  },
  {
    code: 'radio-television',
    zh: '广播电视',
    en: 'radio and television',
    type: department,
    names: () => [...series('广播电视(电影)|广播电影电视|广电|广播影视', '部 总局 局 厅 站')],
    history: [
      change(2013, '广播电影电视总局+新闻出版总署', '国家新闻出版广电总局'),
      change(2018, '国家新闻出版广电总局', '国家广播电视总局+国家新闻出版署+国家电影局'),
    ],
  },
  {
    code: 'press-publication',
    zh: '新闻出版',
    en: 'press and publication',
    type: department,
    names: () => [
      ...series('新闻出版(广电)|新闻出版广播影视|新闻出版(和)版权|新闻出版广播电影电视', '总局 署 总署 局'),
      ...named('版权局 版权局办公室 电影局 扫黄打非办(公室) 扫黄打非工作小组办公室'),
    ],
    history: [change(2018, '新闻出版局', '党委宣传部(加挂新闻出版局、版权局、电影局牌子)')],
  },
  {
    code: 'cultural-heritage',
    zh: '文物',
    en: 'cultural heritage',
    type: department,
    names: () => [
      ...series('文物(保护)(管理)|文物(和)博物馆|文化遗产', '局 所 中心 委员会 处 办公室'),
      ...named('文管所 文管会 考古研究所 文物考古研究所'),
    ],
    history: [],
  },
  {
    code: 'sports',
    zh: '体育',
    en: 'sports',
    type: department,
    names: () => [
      ...series('体育(运动)(发展)|体育事业', '总局 局 委员会 办公室 中心 发展中心 事业发展中心'),
      ...named('体委 体育总会 体校 体彩中心 体育彩票管理中心'),
    ],
    history: [change(1998, '国家体委', '国家体育总局')],
  },
  {
    code: 'health',
    zh: '卫生健康',
    en: 'health',
    type: department,
    names: () => [
      ...series('卫生(和)健康|卫健|卫生健康体育|卫生健康事业发展', `${local} 中心`),
      ...series(
        '卫生(和)计划生育|卫生(和)计生|卫计|卫生(和)人口(和)计划生育|人口(和)计划生育|人口计生|计划生育|计生|人口(和)卫生|卫生(和)食品药品监督管理|卫生(和)人口',
        '局 委员会 委 厅 办公室 办 站 服务站 所 服务中心 指导站',
        { until: 2018 },
      ),
      ...series('卫生', '部 厅 局', { until: 2013 }),
      ...series('疾病预防控制|疾控|疾病控制', '局 中心 所'),
      ...named('老龄办 老龄委 老龄委办 老龄工作委员会办公室 老龄工作委员会', { from: 2018, until: 2023 }),
      ...named(
        '爱卫办 爱卫会 爱国卫生运动委员会 爱卫会办公室 爱国卫生运动委员会办公室 医改办 医药卫生体制改革领导小组办公室 计生协 计划生育协会',
      ),
      ...named(
        '卫生监督所 卫生监督局 卫生(健康)综合(监督)执法支队 卫生(健康)综合监督执法大队 妇幼保健院 妇幼保健中心 卫生院 中心卫生院 血站 中心血站 急救中心 120急救中心 社区卫生服务中心 乡镇卫生院',
      ),
    ],
    history: [
      change(2013, '卫生部+国家人口计生委', '国家卫生和计划生育委员会'),
      change(2018, '卫生和计划生育委员会', '卫生健康委员会'),
      change(2021, '卫生健康部门(疾病预防控制)', '疾病预防控制局'),
    ],
  },
  {
    code: 'traditional-medicine',
    zh: '中医药',
    en: 'traditional Chinese medicine',
    type: department,
    names: () => [...series('中医药(管理)(发展)|中医(管理)', '局 办公室')],
    history: [],
  },
  {
    code: 'medical-security',
    zh: '医疗保障',
    en: 'medical security',
    type: department,
    names: () => [
      ...series(
        '医疗保障|医保|医疗保险(基金)(管理)|医疗生育保险|城乡居民医保|城镇居民医保|城镇职工医保',
        '局 中心 服务中心 管理中心 事务中心 基金管理中心 分局 事业管理中心 管理局',
      ),
      ...named('医保办 新农合管理中心 合管办 新型农村合作医疗管理中心'),
    ],
    history: [
      change(2018, '人社局(城镇医保)+卫计委(新农合)+民政局(医疗救助)+发改委(药品价格)', '医疗保障局'),
    ],
  },
  {
    code: 'veterans',
    zh: '退役军人事务',
    en: 'veterans affairs',
    type: department,
    names: () => [
      ...series('退役军人(事务)', `${ministry} 服务中心 服务站`),
      ...named(
        '双拥办 双拥工作领导小组办公室 军转办 安置办 双拥工作办公室 双拥工作领导小组 军供站 军休中心 军休所 光荣院',
      ),
    ],
    history: [change(2018, '民政局(优抚安置)+人社局(军转)', '退役军人事务局')],
  },
  {
    code: 'emergency',
    zh: '应急管理',
    en: 'emergency management',
    type: department,
    names: () => [
      ...series('应急(管理)|应急管理(和)(指挥)|安全生产(和)应急(管理)', `${ministry} 站 所 中心`),
      ...series(
        '安全生产(监督)(管理)|安监|安全监管|安全监督管理|安全生产监管|安全生产委员会|安委会',
        '局 总局 办公室 办 站 所 分局 中心 委员会',
      ),
      ...named(
        '安委办 安委会 安委会办公室 减灾委 减灾委办 减灾办 减灾委员会 减灾委员会办公室 森防办 森防指 森林防火指挥部 抗震救灾指挥部',
      ),
      ...named(
        '森林草原防灭火指挥部办公室 森防指办公室 森林防火指挥部办公室 抗震救灾指挥部办公室 应急委 应急委员会 应急指挥中心 救灾办',
      ),
      ...named(
        '防灾减灾救灾委员会 防灾减灾救灾委员会办公室 防减救灾办 森林草原防灭火指挥部 森林防灭火指挥部 森林防灭火指挥部办公室',
      ),
      ...named(
        '防汛办 防指 防汛抗旱(指挥部) 防汛抗旱指挥部办公室 防汛抗旱指挥部 防汛抗旱办公室 防指办 防总',
        { from: 2019 },
      ),
    ],
    history: [change(2018, '安全生产监督管理局+政府应急办+民政局(救灾)', '应急管理局')],
  },
  {
    code: 'fire-rescue',
    zh: '消防救援',
    en: 'fire and rescue',
    type: 'vertical',
    names: () => [
      ...series(
        '消防(救援)|公安消防|武警消防|森林消防',
        '局 总队 支队 大队 中队 站 所 队 救援站 安全委员会 安全委员会办公室',
      ),
      ...named('消安委 消安办 消安委办'),
    ],
    history: [change(2018, '公安消防部队', '国家综合性消防救援队伍')],
  },
  {
    code: 'earthquake',
    zh: '地震',
    en: 'earthquake affairs',
    type: department,
    names: () => [
      ...series(
        '地震(工作)|防震减灾(工作)|地震监测|震灾防治',
        '局 办公室 办 中心 台 站 服务中心 事业发展中心 台站',
      ),
    ],
    history: [change(2018, '地震局', '应急管理部管理')],
  },
  {
    code: 'mine-safety',
    zh: '矿山安全监察',
    en: 'mine safety',
    type: 'vertical',
    names: () => [
      ...series(
        '矿山安全(监察)|煤矿安全(监察)|煤监|煤矿安监|矿山安监|矿监|煤矿安全(生产)监督(管理)',
        '局 分局 监察局 监察分局',
      ),
    ],
    history: [change(2020, '煤矿安全监察局', '矿山安全监察局')],
  },
]
