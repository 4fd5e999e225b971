/** Organs of the party, the congress, the courts and the army. */
import { change, type FunctionRow, named, series } from './function.ts'

const department = 'department' as const
const party = { side: 'party' } as const

export const partyAndState: readonly FunctionRow[] = [
  {
    code: 'party-committee',
    zh: '党委',
    en: 'party committee',
    type: department,
    names: () => [
      ...named('党委 党工委 党组 党委会 工委 党支部 党总支 机关党委', party),
      ...named('中央 中共中央 党中央', { levels: ['national'], ...party }),
    ],
    history: [],
  },
  {
    code: 'party-office',
    zh: '党委办公室',
    en: 'office of the party committee',
    type: department,
    names: () => [
      ...named(
        '党委办|党委办公室|党委办公厅 党委督查室 党委督查办 党工委办公室 工委办公室 委办|委办公室|委办公厅 委督查室 委督查办 委机要局',
        party,
      ),
      ...named('中办 中共中央办公厅 中央办公厅', { levels: ['national'], ...party }),
    ],
    history: [],
  },
  {
    code: 'discipline',
    zh: '纪检监察',
    en: 'discipline inspection and supervision',
    type: department,
    names: () => [
      ...named(
        '纪委 纪委(机关) 监委 纪委监委 纪委监察委 纪委监委机关 纪委监察局 纪委监察厅 监察委 监察委员会 纪工委 监察工委 纪检监察工委 纪检监察机关 监察机关',
        party,
      ),
      ...named(
        '纪律检查委员会 纪律检查委员会监察委员会 纪委国家监委 国家监委 国家监察委员会 纪检监察组 纪检组 派驻纪检(监察)组 派驻纪检监察机构 纪检监察室 纪委监委派驻(纪检监察)组',
        party,
      ),
      ...named('监察部 监察厅 监察局', { until: 2018 }),
      ...named('预防腐败局 纠风办 软环境办', { until: 2018 }),
    ],
    history: [change(2018, '监察局+预防腐败局', '监察委员会')],
  },
  {
    code: 'inspection',
    zh: '巡视巡察',
    en: 'inspection by the party',
    type: department,
    names: () => [
      ...series(
        '巡察|巡视|巡视巡察|巡察工作领导小组|巡视工作领导小组|巡察工作|巡视工作',
        '办公室 办 组',
        party,
      ),
    ],
    history: [],
  },
  {
    code: 'organization-dept',
    zh: '组织',
    en: 'party organization and cadres',
    type: department,
    names: () => [
      ...series('组织|组织人事', '部', {
        ...party,
        levels: ['national', 'province', 'city', 'county', 'township'],
      }),
      // Until 2018 it was of the department of personnel.
      ...named('公务员局', { from: 2018 }),
      ...named('中组部', { levels: ['national'], ...party }),
      ...named(
        '人才办 人才工作领导小组办公室 党建办 党建工作领导小组办公室 基层办 非公党工委 非公有制经济组织和社会组织工作委员会 两新工委 两新组织工委 组织办',
      ),
    ],
    history: [change(2018, '公务员局(人社部门)', '党委组织部(加挂公务员局牌子)')],
  },
  {
    code: 'old-cadres',
    zh: '老干部',
    en: 'retired cadres',
    type: department,
    names: () => [
      ...series('老干部(工作)|老干|离退休干部(工作)', '局 办公室 中心 活动中心 服务中心 处 科'),
      ...named('老年大学 离退休工委'),
    ],
    history: [],
  },
  {
    code: 'publicity',
    zh: '宣传',
    en: 'publicity',
    type: department,
    names: () => [
      ...series('宣传', '部', { ...party, levels: ['national', 'province', 'city', 'county', 'township'] }),
      ...named('宣传文化部 宣传思想工作部', party),
      ...named('中宣部 国新办', { levels: ['national'], ...party }),
      ...named(
        '宣传办 文明办 文明委 文明委办 文明办(公室) 精神文明建设指导委员会 精神文明建设指导委员会办公室 精神文明(建设)办(公室) 精神文明建设委员会办公室 新闻办 (人民)政府新闻办(公室) 新闻办公室 外宣办 对外宣传办公室 互联网新闻宣传办公室',
      ),
      ...named('新时代文明实践中心 文明城市创建办 讲师团 新闻宣传中心 未成年人思想道德建设办公室 社科普及办'),
    ],
    history: [],
  },
  {
    code: 'united-front',
    zh: '统战',
    en: 'united front',
    type: department,
    names: () => [
      ...series('统战|统一战线(工作)|统战工作', '部', party),
      ...named('统战办'),
      ...named('中央统战部', { levels: ['national'], ...party }),
    ],
    history: [],
  },
  {
    code: 'political-legal',
    zh: '政法',
    en: 'political and legal affairs',
    type: department,
    names: () => [
      ...series('政法', '委 委员会 办 工委'),
      ...series(
        '综治|社会管理综合治理|社会治安综合治理|综治委|平安(建设)|扫黑除恶|扫黑|维稳|维护稳定|维护稳定工作领导小组|防范(和)处理邪教|社会治安综合治理委员会|平安建设领导小组|扫黑除恶专项斗争领导小组|社会治理|扫黑除恶斗争|市域社会治理',
        '办公室 办 委 委员会 中心',
      ),
      ...named(
        '610办 610办公室 防范办 综治中心 平安委 社会管理综合治理委员会 社会管理综合治理委员会办公室 反邪教办',
      ),
    ],
    history: [change(2018, '综治办+维稳办+防范办', '党委政法委')],
  },
  {
    code: 'social-work',
    zh: '社会工作',
    en: 'social work',
    type: department,
    names: () => [...named('社会工作部 社工部 社会工作委员会 社工委', {}), ...named('社会建设委员会')],
    history: [change(2023, '民政、组织等部门(党的社会工作)', '党委社会工作部')],
  },
  {
    code: 'cyberspace',
    zh: '网络安全和信息化',
    en: 'cyberspace affairs',
    type: department,
    names: () => [
      ...series(
        '网信|互联网信息|网络安全(和)信息化|网络安全和信息化委员会|网络安全和信息化领导小组|网络安全和信息化工作领导小组|国家互联网信息',
        '办公室 办 委员会 委 局 中心',
      ),
      ...named('网信委 网信委办 网信办 网管办 网络舆情中心 网络信息安全管理局 互联网管理办公室'),
    ],
    history: [
      change(2014, '互联网信息办公室', '网络安全和信息化领导小组办公室'),
      change(2018, '网络安全和信息化领导小组办公室', '网络安全和信息化委员会办公室'),
    ],
  },
  {
    code: 'staffing',
    zh: '机构编制',
    en: 'staffing of public bodies',
    type: department,
    names: () => [
      ...series('编|编委|编制|机构编制|机构编制委员会|编委会|机构编制管理', '办公室 办'),
      ...named('编办 编委 编委会 机构编制委员会 编制委员会办公室 编制委员会 事业单位登记管理局'),
      ...series(
        '审改|行政审批制度改革|行政审批制度改革工作领导小组|行政审批制度改革领导小组|审改领导小组',
        '办公室 办',
      ),
    ],
    history: [],
  },
  {
    code: 'organs-working-committee',
    zh: '机关工委',
    en: 'party committee of public organs',
    type: department,
    names: () => [
      ...named(
        '(直)(属)机关(党)工委 (直)(属)机关工作委员会 直工委 直属工委 直属机关党委 直机关党委 和国家机关工委 国家机关工委 中央国家机关工委 机关党工委 直机关党工委 直党工委',
        party,
      ),
    ],
    history: [],
  },
  {
    code: 'deep-reform',
    zh: '全面深化改革',
    en: 'deepening reform',
    type: department,
    names: () => [
      ...series(
        '改革|深改|深改委|深化改革|全面深化改革(委员会)|全面深化改革领导小组|深改组|全面深化改革工作领导小组',
        '办公室 办',
      ),
      ...named('深改委 全面深化改革委员会 深改组 改革委办 委改革办'),
    ],
    history: [change(2018, '全面深化改革领导小组', '全面深化改革委员会')],
  },
  {
    code: 'party-school',
    zh: '党校（行政学院）',
    en: 'party school',
    type: 'institution',
    names: () => [...named('党校 行政学院 党校行政学院 干部学院 行政学校 委党校 干校 国家行政学院 中央党校')],
    history: [change(2018, '行政学院', '党校(行政学院)')],
  },
  {
    code: 'peoples-congress',
    zh: '人大',
    en: "people's congress",
    type: 'congress',
    names: () => [
      ...named(
        '人大 人大常委会 人大常委会办(公室) 人大常委会办公厅 人大办(公室) 人大机关 人民代表大会 人民代表大会常务委员会 人民代表大会常务委员会办公室 人民代表大会常务委员会办公厅 人民代表大会及其常务委员会 人大及其常委会 人大主席团 人大财经委 人大法工委 人大工委 人大监察司法委 人大代工委 人大社会委 人大教科文卫委 人大农业农村委 人大环资委 人大民宗侨外委 人大常委会法工委 人大常委会预算工委',
      ),
    ],
    history: [],
  },
  {
    code: 'cppcc',
    zh: '政协',
    en: 'political consultative conference',
    type: 'congress',
    names: () => [
      ...named(
        '政协 政协办(公室) 政协办公厅 政协机关 政协委员会 政协提案委 政协常委会 政治协商会议 人民政协 人民政治协商会议 人民政治协商会议委员会 人民政治协商会议各级委员会(机关) 政协工委 政协经科委 政协提案委员会 政协社法委 政协文史委 人民政治协商会议办公室',
      ),
    ],
    history: [],
  },
  {
    code: 'court',
    zh: '法院',
    en: 'court',
    type: 'judicial',
    names: () => [
      ...named(
        '法院 (中级)(高级)人民法院 中院 高院 中级法院 高级法院 基层法院 人民法庭 法庭 海事法院 铁路运输法院 知识产权法院',
      ),
      ...named('最高法 最高法院 最高人民法院 高法院', { levels: ['national'] }),
    ],
    history: [],
  },
  {
    code: 'procuratorate',
    zh: '检察院',
    en: 'procuratorate',
    type: 'judicial',
    names: () => [
      ...named('(人民)检察院 检察机关 检院'),
      ...named('最高检 最高人民检察院 高检院', { levels: ['national'] }),
    ],
    history: [],
  },
  {
    code: 'military',
    zh: '军事机关',
    en: 'military organs',
    type: department,
    names: () => [
      ...named(
        '人武部 人民武装部 武装部 军分区 警备区 军区 预备役 预备役师 预备役团 驻军 驻地部队 武警部队 武警支队 武警总队 武警大队 武警中队 人民解放军 解放军 部队 武警 武装警察部队',
      ),
      ...named(
        '中央军委 中央军事委员会 军委 武警总部 军委办公厅 中央军委办公厅 总参谋部 总政治部 总后勤部 总装备部 中央军委政治工作部 军委政治工作部 国防部',
        { levels: ['national'] },
      ),
    ],
    history: [],
  },
]
