/** The words that make a number one that is asked for (folded text). */

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/**
 * Units and measure words that are counted. After `!`: characters that make another word of it with what
 * follows (3部门 are departments, 200人民币 is money).
 */
export const measures = list(
  `% ‰ 百分点 个百分点 人次!月年级季 户次!月年级季 场次!月年级季 件次!月年级季 批次!月年级季 班次 架次 车次 家次 台次 例次 点次
  人!民大社才员力工均防口事格文造 人口 名!单录称义额目 个!性体案别税月工小自学季半 家!庭属长电具 项!目 件!数均 次!月年级季日生要序 户!籍均型外
  条!件例款约文码形 条次 篇!章幅目 期!间限末刊中初满待 场!所地景合域馆面 座!谈位次右 套!餐装路利 处!室理置罚于方境分级长在
  支!持部付出撑行队配 支队伍 台!账湾风阶 辆 所!有在属需得以长谓 例!如会行外 起!到草点步诉义以 亩!均 公顷 公里 千米 米!饭粮面 平方米 平方公里 平方千米 立方米 方!案面向法式便针 吨
  千克 公斤 克!服 升!级至到学入 千瓦 千瓦时 兆瓦 千伏安 度!假 元!旦宵 美元 欧元 块!状 人民币 吨标准煤 标准立方米 微克/立方米 毫克/升 毫升 毫米 厘米
  分!别钟局之类布析为级工管期行公支部院校拆批享解队摊成散流开头数 倍!增 门!户类槛诊口店面牌 堂!食 课时 学时 课!题程堂本 本!级地市省县区部单年次着科专领系土 册!子 幅!度 宗!教旨 笔!记试 株 棵 枚 头!部雁条 只!能有要是 羽 尾!矿气款
  张!贴 间!隔接谍 栋 幢 盏 根!据本治植 口!径岸号 片!区面 轮!换岗训 遍!布 个标段 标段 床!位上 床位 张床位 座位 车位 泊位 个车位 学位 个学位 岗位 个岗位 单!位一独元 份!额 部!门分位署队属长委级
  批!准复示评驳发次 届!时满 栏 组!织建成合长 队!伍列 对!口接 村!级民委庄镇居集 镇!级区街 乡!村镇级 县!级区域委 市!级场民区直委政县 社区!卫矫工服 街道 校!园外长内区 园!区林 户农民 对夫妻 条线 种!植子业类粮 类!型似 字 番 行政村 自然村 万户 标准箱 标箱
  成!立员果本效功为长熟都`,
)

/** Units of time: a length is a target only where it is bound (不少于30天, 压缩至20个工作日以内). */
export const timeUnits = list(
  `工作日 个工作日 自然日 个自然日 日历日 天!然津气数 日!常前起至止均报程益 个月 小时 个小时 分钟 秒 个季度 个学期 学年 周!岁年边期 星期 个星期
  年!度代级报龄底末初中前会间均终审 周岁 岁 个半月`,
)

/** In 20个工作日 the 个 only counts: the unit is 工作日. 个月 is a unit itself. */
export const countedBy = /^个(?=工作日|自然日|小时|百分点|季度|学期|星期|标段|车位|学位|岗位)/

/** Behind a number these make a rank, a version or a date of it: 达到三级, 5A, 4.0版, 6月, 12号. */
export const ranks = '日天周年级档等星号版代型月时点线期G流品段'

/**
 * Comparators before the number. 以上, 以下 and 以内 contain the number, 超过 and 低于 do not (Civil Code,
 * article 1259). `norm`: it lays down a bound by itself. The others also tell facts.
 */
export type Comparator = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal' | 'about'
export interface ComparatorWords {
  readonly comparator: Comparator
  readonly sort: 'norm' | 'floor' | 'reach' | 'shrink' | 'keep' | 'fact'
  readonly words: string
}
const not = '不(?:得|能|应|可|许|宜|准|允许|应当)?'
export const comparatorsBefore: readonly ComparatorWords[] = [
  {
    comparator: 'at-least',
    sort: 'norm',
    words: `(?:(?:至少|最少|最低|最短)(?:也|要|应|均)?)?${not}(?:低于|少于|小于|短于|下于)|(?:大于|高于|多于)(?:或者?)?等于|≥|>=`,
  },
  { comparator: 'at-least', sort: 'floor', words: '至少|最少|最短|最低|下限' },
  {
    comparator: 'at-most',
    sort: 'norm',
    words: `(?:(?:最[长高多大]|至多)(?:也|要|应|均)?)?${not}(?:超过|超出|高于|多于|大于|长于|突破)|(?:小于|低于|少于)(?:或者?)?等于|≤|<=`,
  },
  {
    comparator: 'at-most',
    sort: 'floor',
    words: '最[多长高]|至多|上限',
  },
  {
    comparator: 'at-most',
    sort: 'shrink',
    words:
      '(?:压缩|缩短|压减|缩减|减少|降低|下降|精简|压降|下调|收窄|调减|减低|压低|优化)(?:到|至|为|在)|(?:降|减|缩|压|调减|限缩)(?:到|至)|(?:控制|限制|限定|限|压缩|管控)(?:在|到|于)',
  },
  {
    comparator: 'at-least',
    sort: 'reach',
    words:
      '达到|达(?!成)|(?:提高|提升|增加|增长|扩大|扩展|上升|拓展|发展|延长|扩充|上调|上浮|恢复)(?:到|至)|(?:增|升|提|扩|涨|延)(?:到|至)',
  },
  { comparator: 'equal', sort: 'keep', words: '(?:保持|稳定|维持|稳|保)在' },
  { comparator: 'more-than', sort: 'fact', words: '(?:超过|高于|多于|大于|突破|超)' },
  { comparator: 'less-than', sort: 'fact', words: '(?:低于|少于|小于|短于)' },
]

/** Comparators behind the number. */
export const comparatorsAfter: readonly (readonly [Comparator, string])[] = [
  ['at-least', '(?:及|或|\\(含\\)|\\(含本数\\))?以上'],
  ['at-most', '(?:及|或|\\(含\\)|\\(含本数\\))?以下'],
  ['at-most', '(?:以|之)内'],
  ['at-most', '内(?![部容外地设控涵在蒙网河陆需审业])'],
  ['about', '左右|上下(?!级|联|游)'],
]

/** By how much: 增长8%左右, 降低10个百分点, 压减50%以上. They are quoted with the number. */
export const changeVerbs = list(
  `增长 增加 提高 提升 上升 下降 降低 减少 压减 压缩 缩短 缩减 压降 精简 新增 净增 增设 增值 上浮 下浮 扩大 节约 下调 上调 递增 增收
  年均增长 削减 消减 净减 递减 回升 提速 提效 减负`,
)

/** Those of them that may name what they change before the number: 减少申请材料3份, 缩短办理时限5个工作日. */
export const changesOfThings = list(
  '减少 压减 精简 压缩 缩减 削减 缩短 降低 提高 提升 节约 减轻 减(?=材料|时限|时间|环节|证明|流程|费用|成本|事项|跑动)',
)

/** What a change may lead up to: 压缩办理时限至5个工作日, 提高覆盖率到90%. */
export const changesTo = {
  'at-most': list('压缩 缩短 压减 缩减 减少 降低 精简 压降 控制 缩'),
  'at-least': list('提高 提升 增加 扩大 延长'),
} as const

/** 翻一番 is said of so many doublings. */
export const doubling = '翻'
export const doublings = ['番', '倍']

/** Those that a number counts after 数 or 量: 参训人数300余人, 年培训人次数, 受益户数. */
export const countedActs = list(
  '参训 参会 参加 参与 参赛 参评 培训 受训 轮训 受益 覆盖 惠及 受众 接待 发放 招生 招聘 招录 招收 安置 新增 完成 开展 举办 组织 发布 报送 采用 推送 编发 办理 受理',
)

/** Posts that are counted without a verb: 专职1人、兼职2至3人. */
export const posts = '(?:专职|兼职|专兼职)(?:工作人员|人员|干部|编辑|联络员|信息员|辅导员|管理员)?'

/** What so many are helped or led to do: 对300户家庭进行改造, 引导80家企业实施技术改造. */
export const towards = '对|为|给|向|面向|帮助|引导|支持|推动|带动|扶持|指导|组织|动员|促进'
export const towardsVerbs =
  '进行|实施|开展|提供|发放|给予|办理|参加|参与|完成|实现|建立|建成|成为|升级|入驻|上线|上市|入规|就业|脱贫|增收'

/** What brings a share of things to something: 推动90%以上的事项, 省级80%以上的事项可网上办理. */
export const urging = /推动|推进|促进|促使|确保|力争|争取|实现|保证|使|让|将|把/
export const achieving =
  /^(?:[^,。;:]{0,4}(?:均|都|全部))?(?:可(?!能|行)|能(?![力源耗])|实现|完成|达到|做到|纳入|接入|进驻|入驻|网上|掌上|一网|全程|就近|建成|建立|配备|开通|覆盖|公开|上线|开展|设立|通过|得到|享有|参加|接受|办理|[“"](?:一|最多|零|全|马上))/

/**
 * Verbs of work: done to so many things (完成5件实事, 打造3个试点, 培训200人次). Verbs that only speak of the work
 * (做好三项工作, 抓住两个环节, 围绕4个方面) are not among them.
 */
export const workVerbs = list(
  `完成 新增 办理 办好 办结 打造 培训 轮训 建成 新建 建设 改建 扩建 改扩建 新改扩建 改造 培育 引进 引育 创建 创成 选派 选树 选聘 评选 评定 遴选 认定 选取 选择 确定 开展 举办 召开
  组织 组织开展 组织召开 组织举办 发布 推出 制作 刊发 编发 编印 印发 发放 发展 孵化 招引 签约 落地 开工 投产 实施 抽查 检查 督查 培养 招聘 招录 招收 转移 安置 帮扶 救助 资助
  服务 接待 出台 制定 修订 制修订 编制 整治 治理 修复 种植 造林 植树 消除 淘汰 关停 拆除 配备 配置 设立 设置 组建 成立 布设 布局 投放 更新 发行 投资 完成投资 筹集 争取 安排
  供应 筹建 储备 申报 化解 处置 报送 推送 聘请 建立 新培育 新认定 新发展 新开工 新签约 新设 新添 增加 投入 投入使用 开发 采集 归集 征集 受理 听取 走访 慰问 排查 整改 清理 取消 下放
  推广 推介 推荐 开设 开通 上线 达成 实现 争创 获评 入库 建好 开建 启动 策划 拍摄 撰写 采购 购置 列席 提供岗位 提供就业岗位 落实资金 落实经费 落实用地 拓展 举行 调研 宣讲 巡讲 演练 组织实施 谋划 包装 形成 出版 印制 支持 帮助 扶持 带动 让利 降费 加装 增设 增建 回应 解答 到位 到位资金 实际到位 引进到位`,
)

/** What may stand between the beginning of a clause and its verb of work. */
export const beforeVerb =
  /(?:^|[,、;:。()!?"“”‘’·]|年|月|日|前|内|底|末|度|周|季|全市|全县|全省|全区|全州|全国|力争|确保|争取|计划|拟|将|要|应|须|需|必须|应当|可|再|共|各|均|都|分别|累计|平均|重点|集中|统一|全面|基本|新|并|还|至少|原则上|每次|每人|每个|每[\u4e00-\u9fff]{1,4}|持续|继续|深入|扎实|积极|陆续|分批|组织|局|厅|委|办|县|市|区|乡镇|镇|街道|单位|部门|地区|各地|企业|学校|牵头|负责|同时|另外|定期|不定期|联合|公开|面向社会|上半年|下半年|期间|通过|成功|高质量|高标准|年内|全部|按时|如期|率先|启动|推动|推进)$/

/** What a share or a score is said of: 覆盖率100%, 群众满意度95%以上, 分值权重4%. */
export const rateNouns =
  '率|占比|比例|比重|权重|满意度|知晓度|覆盖面|准确度|完整度|及时度|化程度|增速|增幅|降幅|涨幅|得分|分值|指数|贡献度|浓度|强度'

/** Between what is measured and its number. */
export const copulas =
  '(?:分别|均|都|全部|要|应|须|需|必须|应当|原则上|一般|力争|确保|争取|总体|全年|平均|保持|稳定|实现|为|是|:| )'

/** Asks for what follows: a fact is told without one. */
export const modals =
  /力争|确保|争取|务必|务求|保证|目标|计划|预期|必须|力求|(?<![重主需纪摘概只简])要(?!素|点|闻|求)|(?<![响供相适反对])应(?!急|用|对|答|届|聘)|(?<![必])须|(?<![必刚急亟])需(?!求)|将(?!军)|拟|今年|再|继续|不断|进一步|到20\d\d年|年底前|月底前|年内/g

/** Signs that what follows has happened, or is so already. */
export const facts =
  /已(?!有条件)|(?<![为除])了(?!解|然|望|断|结)|曾(?!经理)|(?<![比较])(?:去年|上年|上一年)|往年|截至|截止|目前|现有|以来|荣获|获得|获评|经统计|据统计|统计(?:显示|表明)|发生|造成|共有|拥有(?!量)|占全[国省市]|原有|现行|过去|未(?!来)|没有|不足|如果|如(?!期|实|何|下|一)|若(?!干)/g

/** This tells facts unless the number has 以上 or the like behind it (累计培训200人次). */
export const soFar = /累计/g

/** So do these, but not behind a wish in their sentence (同比增长5%; 力争到位资金150亿元，同比增长12%). */
export const comparisons = /同比|[比较](?:去年|上年|上一年)/
export const wishes =
  /力争|确保|争取|务必|务求|保证|力求|(?<![重主需纪摘概只简])要(?!素|点|闻|求)|必须|目标|年底前|年内/

/** What is to become less: 投诉量同比下降20% is asked for where the sentence names no stretch in which it has. */
export const unwantedFalls =
  /^[^\d,年月季]{0,10}(?:投诉|信访|事故|案件|发案|警情|纠纷|能耗|排放|浓度|差错|违法|违规|负担|死亡)[^\d,年月季]{0,8}(?:同比|[比较](?:去年|上年|上一年)) ?$/
export const falls = /^(?:下降|降低|减少|压减|降)/

/** Behind a bound these say what follows from it: 办结率低于90%，予以通报; 超过90%，得5分. */
export const consequences =
  /^,[^,。;]{0,14}?(?:予以|给予|通报|扣|取消|约谈|责令|不得|一律|问责|视为|实行|按|加\d|得\d|奖)/

/** A clause that opens so speaks of which ones are meant, if it goes on to 的 (对完成5件的单位). */
export const conditions = /^(?:凡是?|对于?|针对|如果?|若|因|当|在|将|把|除|经|由于|遇)/

/** Things that are counted to tell how a text is built: 3个方面, 5个环节, 6个一. */
export const abstractThings =
  /^ ?(?:方面|环节|层面|一(?!般)|体系|机制|关系|维护|意识|自信|坚持|结合|转变|统一|允许|阶段|步骤|领域|类别|要点|要求|原则|重点|文件|附件|工作日|月|部分|重大|专项|关键|维度|字|步|必须|务必)/
