/** The words by which running text gives a body a duty (folded text). */

/**
 * What follows a body that has a duty: 要, 负责, or a verb with what stands before it. Behind a lookahead: what makes another word of it (应急, 要求, 负责人), or
 * the verb of one who published a document that is cited (国务院办公厅印发的《…》).
 */
const modal =
  '将(?!军)|要(?!求|点|闻|素|事|目)|应(?!急|用|对|届|聘|收)|须(?!知)|需(?!求)|必须|可(?!行|能|用|公开)|不得|负责(?!人|同志|干部|制(?![定订作发]))'

/** Manners and circumstances that stand before the verb. */
const manners = `积极|限期|认真|切实|主动|进一步|全面(?!依法|深化)|共同|分别|具体(?!实施机构|承办)|统一|定期|及时|适时|同步|持续|继续|不断|深入|扎实|充分|广泛|大力|着力|稳步|重点|依法|依据|依照|参照|依托|依职责
  按|根据|结合(?!部)|围绕|对照|通过|每(?:年|月|季|周|半年|季度)|于(?:每|\\d{4}年|\\d{1,2}月|[本次当今]年|年底)|对(?!口|外)|把|带头|率先|选派|确保|力争|务必|尽快|立即|严格|坚持|至少|原则上|一律|逐步|都要|均要|均应|也要|还要|既要|牵头|会同|会商|联合(?!会|国|社)|以(?=[^,。;的]{1,20}(?:为单位|为主|为主体|为重点|为抓手|为契机|为依托|为载体|为基础|方式|形式))`

/** Verbs of work. With 的 or 了 they tell of something else, with a noun's ending they are part of a name. */
const verbs = `组织 承担 指导 督促 协助 配合 参与 统筹 协调 主办 承办 落实 做好 抓好 加强 加快 加大 强化 深化 优化 提升 提高 扩大 创新 探索 制定 制订 出台 印发 发布 完成 推进 推动 公开 公布 报送
  上报 填报 反馈 转发 配齐 配强 补齐 提请 拨付 下达 下发 兑现 对接 认定 归集 推送 汇报 清理 细化 压实 用好 管好 抓紧 抓实 聚焦 引导 动员 打造 启动 开通 建立 建成 完善 健全 开展 研究 提出 汇总 审核 审定 办理 处理 监督 检查 编制 修订 召开 举办 确定 明确 安排 保障 支持 提供 履行 受理 答复 回应 执行 实施 管理 维护 成立 设立 梳理 排查 整改 考核 评估
  通报 抽查 督办 督查 督导 调度 跟踪 收集 听取 指定 配备 编写 起草 征求 采取 利用 运用 开辟 设置 适当 发挥`
const none =
  '的|了|过|》|《|关于|局|厅|委|部(?!署)|室|处(?![理置罚])|科(?!学)|院|所|办(?![法理好])|会(?!议)|组(?!织)|中心|机构|部门|人员|单位|意见|条例|情况|站|队|员|生|电话|工作(?:领导|协调|小组|专班|办|部)|领导小组'
export const dutyWords = [modal, manners, `(?:${verbs.trim().split(/\s+/).join('|')})(?!${none})`]
  .join('|')
  .replace(/\s+/g, '|')

/** Between a body and its duty: 在职责范围内,分别负责; 在制定方案时要. */
export const circumstance = '在[^,。;、]{1,30}?(?:之?前|以?内|时|后|中|期间|上|网站|平台|栏目),?'

/** 各级政府特别是重点地区的政府应: some of them are named again. */
export const above = ',?(?:特别是|尤其是)[^。;,]{2,30}?,?(?=也?(?:要|应|须|必须))'

/** These say so strongly: a body of unknown name before them is believed to be one (综合管理部要…). */
export const strongDuty = `${modal}|牵头|会同|承担(?!的)|对(?!口|外)[^,。;、]{2,60}(?:进行|开展|予以|实施)`

/**
 * Behind 由 or 请 and a known body anything is its duty (由公安机关依法处理, 请财政部在规定中明确) but what makes another
 * word of the name, what is said of the bodies as a whole (由…组成), and what only tells who did it (由教育部印发的).
 */
export const noDutyOfAgent =
  '[的了过等也]|关于|局|厅|委(?!托|派)|部(?!署)|室|处(?![理置罚])|科(?!学)|院|所|办(?![法理好成结案])|会(?![同议商])|组(?!织)|中心|机构|部门|单位|人员|干部|专家|代表|领导|主要|分管|负责(?:人|同志|干部)|主任|书记|队|员|站|组成|构成|组建|改[为制]|变更|调整[为到至]|划[转归]|转[变为]|下放|移交|[到至向和及与、,]|以及|[\\u4e00-\\u9fff]{2,4}(?:[的了]|机构|部门|单位|机关|中心|办公室|人员|专家|代表|负责人)'

/** 请示, 请…审批: the body above is asked for leave, which is no duty. */
export const askedForLeave = '(?:[\\u4e00-\\u9fff]{0,3})(?:审批|批准|审定|审议|同意|批示|批复|核准|备案|阅)'

/*
 * What stands before a body in its clause. Whether the body acts is told by the word that leads it in: behind 由, 请,
 * 会同 and behind what makes others act it does, behind all else (依托, 利用, 通过, 向, 经) it is what is acted upon.
 */

/** May stand at the beginning of a clause before the body. */
const adverbs =
  '同时|此外|另外|其中|特别是|尤其是|一方面|另一方面|[一二三四五六七八九十]是|首先|其次|最后|并|具体|原则上|统一|分别|今后|今年|每年|年内|年底前|要(?!求|点|闻|素)|须(?!知)|应(?!急)|可(?!行|能)|主要|目前|以上工作|上述工作|工作中|定期|适时|及时|进一步|积极|切实|认真'
export const clauseOpeners = `(?:${adverbs}){0,4}(?:(?<![自理缘事])由|请|交由|会同)?`

/** Whoever stands behind does what follows: 要求县财政局于6月底前完成, 组织县直各部门开展自查. */
export const causatives = '要求|责成|责令|督促|敦促|督导|指导|组织|委托|授权|提醒'

/** Whoever stands behind is given the duty that is named: 明确县政府办负责. */
export const appointing = '明确|指定|确定'

/** Verbs that are nouns as well: with such a noun behind they name a matter and no duty (指导各地公开工作). */
export const nominal =
  '(?:职责|职能|责任|分工)|(?:公开|管理|监督|监管|检查|考核|评估|审核|实施|执行|研究|协调|保障|服务|整改|发布|受理|办理)(?:工作|范围|标准|内容|事项|情况|水平|能力|质量|行为|流程)'

/** Names of bodies that alone are any body of the sort: 政府要, 党委(党组)要, 办公室负责. */
export const genericBodies =
  '政府 人民政府 办事处 党委 党组 党委会 工委 党工委 党支部 党总支 管委会 管理委员会 镇街 街镇 中央 编委 部队 驻军 工会 报社 日报 晚报 监狱 法庭 开发区 园区 新区 街道办 办公室 人才办 基层办 科技馆 博物馆 图书馆 文化馆 卫生院 派出所 血站 中心校 救助站 水电站 水文站 电视台 新闻社 新闻网 联席办 防疫站 学校 医院 法院 检察院'.split(
    ' ',
  )

/** Words that end as names of bodies do, and are none. */
export const noBodies =
  '干部 全部 内部 外部 局部 上部 下部 中部 东部 西部 南部 北部 部部 俱乐部 大厅 客厅 督办 主办 协办 承办 会办 交办 领办 帮办 转办 代办 包办 举办 开办 筹办 经办 兴办 阅办 常委 全局 大局 格局 布局 结局 时局 开局 当局 破局 社会 机会 大会 会议 学会'.split(
    ' ',
  )

/** Before the name of a body it says in which quality: 试点单位县住建局. */
export const appositions =
  '[\\u4e00-\\u9fff]{0,6}?(?:试点|牵头|责任|主管|成员|承办|主办|示范|参与|协办|配合|实施)(?:单位|部门)'

/** What makes a set of the noun after it. */
export const setWords =
  '各|有关|相关|其他|其它|所有|全体|县级以上|乡镇以上|地方|当地|属地|本级|同级|上级|下级|省直|市直|县直|区直|州直|直属|所属|国务院部门|省级|市级|县级|区级|国家级|受援|受帮扶|帮扶|试点'

/** In these a name of a set ends. */
export const setNouns =
  '人民政府|政府|部门|单位|机关|乡镇|镇街|街道|街道办事处|办事处|园区|开发区|管委会|处室|科室|股室|地区|委办局|部委|机构|县|市|(?<![专片灾林矿景牧山校院小厂库营赛街辖])区|省|省份|镇|乡|州|盟|旗|直辖市|自治区|自治州|社区|企业|银行|高校|学校|医院|党委|党组|领导小组|地(?!区)'

/** With these a list goes on that began with 各: 各高校、科研院所要, 各有关部门和医疗机构不得. */
export const setMembers =
  '部门 单位 地区 机关 机构 高校 高等院校 高等学校 院校 学校 中小学校 幼儿园 科研院所 科研机构 科研单位 企业 国有企业 市属企业 企事业单位 事业单位 医院 公立医院 医疗机构 医疗卫生机构 金融机构 银行 行业协会 协会 商会 社会组织 群团组织 人民团体 直属机构 直属单位 派出机构 派出机关 办事机构 街道 乡镇 镇街 园区 开发区 功能区 社区 村 村居 县区 区县 管委会'.split(
    ' ',
  )

/**
 * With these no name of a body begins; the body behind is what is acted upon: 允许银行, 依托镇便民服务中心, 向区财政局.
 * A place that begins so is told by its own name (商丘市, 和县).
 */
export const noneBegins = `${causatives}|${appointing}|允许|鼓励|支持|引导|推动|协调|促进|加强|完善|建立|健全|发挥|配合|协助|依托|利用|运用|借助|联合(?=[省市县区州旗镇乡])|联动|规范|进驻|入驻|派驻|申请|提请|报请|邀请|聘请|根据|按照|依照|依据|通过|关于|围绕|列入|纳入|参照|对接|打造|建设|设立|成立|整合|优化|提升|深化|强化|压实|充实|向|对|经|在|以|与|同|和|于|从|把|将|被|让|使|给|为|按|据|报|送|商|赴|到|至|如|若|凡|当`

/** Sorts of places that stand for none by name: 设区市教育局, 全省财政部门, 某某县. */
export const anyPlace =
  '(?:全|设区(?:的)?|地级|县级|直辖|副省级城|计划单列|试点|试点城|示范|主城|某|某某|相关|有关|所在|所属)(?:省|市|县|区|州|旗|镇|乡|地区)'

/** What the name of a zone or a township ends in: no list has them all. */
export const unlistedPlaces =
  '(?:新|高新|高新技术产业开发|经开|经济技术开发|经济开发|开发|园|工业园|产业园|示范|试验|实验|综合保税|保税|度假|旅游度假|管理|合作|集聚|集中|名胜|景|功能)区|镇|乡|街道'

/** What stands before 镇, 乡 or 街道 where no town is named: 试点镇, 沿江乡镇, 相关街道, 主要街道. */
export const notTowns =
  '试点|示范|特色|重点|中心|工业|农业|旅游|美丽|生态|相关|有关|部分|其他|其它|所有|全部|每个|一个|主要|沿线|贫困|先进|达标|创建|建设|推进|推动|指导|督促|组织|要求|涉及|包括|以及|各个|各地|属地|所在|辖区|民族|城市|农村|城区|中心城|新型|小城'
