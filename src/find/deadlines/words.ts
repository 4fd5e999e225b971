/** The words around a time that say whether it is when the work is done. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const list = (words: string): readonly string[] => words.split(/\s+/)

/** Verbs of a result or an event: they follow a time directly even after a subject (项目2021年建成). */
export const resultVerbs = set(
  `建成 完成 实现 达到 启动 开工 动工 竣工 投产 投运 投用 投入使用 投入运行 投入运营 出台 印发 上线 发布 公布 形成 开通
  完工 交付 通车 验收 销号 办结 开展 组织 召开 举办 举行 制定 制订 建立 推出 开业 挂牌 揭牌 落地 达标 清零 报送 上报
  开放 消除 关停 淘汰 取消 全覆盖 覆盖 组建 成立 设立 新建 新增 培育 打造 引进 完善 健全 基本建成 提交 编制 修订 贯通 试点
  下达 兑现 对接 到位 投放 入库 接入 并网 供水 供电 供气 供热 封顶 结题 收官`,
)

/** What else work does: after a time that stands alone before a comma, or at the beginning of a clause. */
export const workVerbs = set(
  `推进 推动 落实 推广 推行 实施 报告 公开 部署 督查 督察 督导 检查 抽查 评估 考核 考评 通报 总结 梳理 清理 排查 整改 整治
  改建 扩建 改造 培训 建设 选派 遴选 评选 认定 确定 明确 构建 搭建 汇总 更新 移交 整合 化解 解决 试行 试运行 运行
  运营 投入 安排 调整 优化 调研 征集 征求 审议 听取 研究 提出 拟定 起草 初审 审核 审定 签订 签约 发放 拨付 分解 联合 进行
  做好 抓好 加强 强化 提升 提高 加快 加大 深化 巩固 扩大 保障 支持 鼓励 引导 指导 督促 协调 配合 参与 申报 争创 创建 开发
  选取 选择 确认 核查 核实 摸排 普查 统计 收集 建好 用好 办好 举行 规范 统一 筹备 谋划 制作 拍摄 宣传 解读 回应 处置
  汇报 备案 反馈 上传 归档 改版 迁移 升级 扩容 补助 奖励 表彰 纳入 减少 降低 压减 增加 增长 突破 超过 力争 争取 确保 招聘 招录
  复工 复核 复查 验证 演练 巡查 走访 慰问 换届 搬迁 安置 拆除 收回 收集 治理 修复 种植 造林 采购 招标 开标 立项 批复 报批`,
)

/** Words between a time and its verb (2020年初步建成, 12月底再次开展, 5月份要组织). */
export const adverbs = set(
  `全面 基本 初步 全部 率先 正式 陆续 逐步 分步 分批 分批次 分期 分年度 分阶段 稳步 滚动 分别 各 再 再次 统一 集中 专项 联合 如期 按期 按时 力争 争取 确保 要 应
  应当 须 必须 需 需要 将 拟 计划 原则上 至少 进一步 首批 先行 共 总体 同步 定期 适时 及时 牵头 负责 认真 重点 扎实 深入 继续
  持续 积极 着力 大力 切实 务必 主要 公开 科学 组织 专题 自行 协助 配合 选择性 有序 可 主动 对外 依法 严格 每 新 各地 率 才 前`,
)

/** What opens a clause of work after 2019年，: where, on whom, by whom. */
export const openers = set(
  '在 对 将 把 由 以 按 按照 围绕 通过 会同 依托 结合 针对 面向 根据 各 全省 全市 全县 全区 全国 全州 全域 依据 聚焦 分 从 与',
)

/** A verb with one of these is a noun: 2020年完成情况, 2021年建设项目, 12月培训计划. */
export const nounTails = list(
  `情况 任务 目标 进度 进展 率 数 的 质量 标准 工作任务 工作要点 计划 方案 要点 规划 项目 工作情况 指标 部门 部 领导 成果 成效 成绩
  结果 报告 经费 资金 预算 决算 名单 清单 活动方案 办法 总结报告 费 额 量 者 期 机构 体系 生活`,
)

/** Verbs that make a paper, and the papers that they make: 制定方案. */
export const issuing = set('制定 制订 出台 印发 编制 起草 拟定 形成 提交 报送 上报 公布 发布 下达 修订 提出')
export const papers = set(
  '计划 方案 要点 规划 报告 预算 决算 名单 清单 活动方案 办法 总结报告 标准 目标 指标',
)

/**
 * Words that lead in a time at which work is done: 于2019年2月底前, 力争2022年建成. 关于, 用于, 重要 and their like
 * only end in the same character.
 */
export const leads =
  /(?:(?<![关对至由属位基等处用利早晚终鉴低高始源少多大小过敢善勇乐便限介出产建立生成])于|(?<![现正存实所内外])在|(?<![重主需纪摘概])要|(?<![响供相适反对])应|(?<![必])须|(?<![必刚急亟])需|将|拟|计划|预计|预期|力争|争取|确保|力求|务必|务求|保证|原则上|最迟|最晚|不(?:得|能|应)?[迟晚]于|并|即|其中|分别|每)$/
/** What states a time as such, so that nothing need follow it: 完成时限为2021年6月. */
export const statesTime = /(?:(?:时间|时限|期限|节点|日期)(?:为|是|在)?:?|最迟|最晚|不(?:得|能|应)?[迟晚]于)$/
/** Before 于: it is still to come. */
export const toCome =
  /(?:将|拟|要|应|须|需|计划|定|原则上|最迟|最晚|预计|请|力争|确保|争取|必须|务必)(?:于|在)?$/

/** Words that make a bare time after them a name of something else: 围绕2020年工作任务, 对2019年报告. */
export const governors = list(
  `围绕 对 将 把 按照 按 根据 依据 落实 完成 公开 编制 做好 对照 关于 的 和 与 及 或 、 是 为 比 较 以 自 从 上 第 发布 公布
  报送 开展 制定 总结 梳理 推进 实现 参照 结合 分析 汇总 审议 达到 超过 占 开好 同 至今 距 距离 由 早于 晚于 后于 先于 过 了 做 其 该
  印发 出台 下达 组织 迎接 纳入 列入 用 向 给 年 月 起 届`,
)

/** Before …前: the time belongs to a thing (对2019年底前建成的小区), or the work is done (已于6月底前完成). */
export const ownedBefore = list(
  '对 凡 凡是 凡在 凡于 将 把 针对 针对在 对于 对在 已 已于 已在 曾于 曾在 早在 早于 不早于 不得早于 与 和 比 较 是 为 的 因 如 若',
)

/** …到2020年 where 到 belongs to the verb, or the time is when something lapses. */
export const reachVerbs = list(
  `达 提高 增加 扩大 降低 延长 延续 推迟 顺延 延 恢复 回 上升 下降 增长 减少 得 收 看 找 感 调整 缩短 拓展 执行 有效期 有效 有效期限
  期限 限 保留 追溯 持续 留存 保存 受 做 遇 想 拿 拖 沿用 使用 实施期 施行 直`,
)

/** Before …内: a bound, which is a target (压缩至3个工作日内), or a look back (近3年内). */
export const boundsBefore = list(
  `近 过去 最近 前 此前 之前 上 不超过 超过 不得超过 少于 不少于 多于 至少 最多 最短 最长 满 连续 未满 不满 不足 大于 小于 高于 低于 仅 提前`,
)
export const shrinkVerbs = list(
  '压缩 缩短 压减 缩减 控制 限制 减少 降低 降 减 保持 稳定 维持 提速 精简 压降 缩 限定 压 延长',
)

/** After …内: it describes a thing or a condition (3年内的项目, 1年内未发生, 三个月内有效). */
export const idleAfter =
  /的|未|无(?!偿|条件|缝|障碍)|没有|累计|连续|有效(?!推|解|提|化|遏|落|整)|曾|已|仍|不(?:能|可|予|重复|变|再)|(?:\d|[两二三四五多])次(?:及?以上)?[被未不]/y
/** After …内 or …内，: nothing is to be done in that time. */
export const forbidden = /,?(?:原则上)?(?:均|一律|都)?(?:不得|不再|不准|禁止|严禁|不予)/y

/** The day on which a rule takes force is no deadline: 2019年1月1日施行. */
export const takesForceAfter = /起?(?:正式)?(?:施行|生效)|起(?:实施|执行)/y

/** Signs that a sentence tells what has happened. 了 counts unless it is in 了解, 为了, 除了. */
export const past =
  /已(?!有条件)|(?<![为除])了(?!解|然|望|断|结)|曾(?!经理)|以来|荣获|获得|获评|通过的|共(?:受理|收到|收集|接到|接待|发生|查处|查办|处理)/
