/** What headings say of the text below them (contract, rules 3 and 7), in folded text. */

/** A heading that is or ends in one of these, and everything below it, holds no tasks. */
export const noTasks =
  /(?:意义|指导思想|总体要求|总体思路|总体定位|总体目标|基本思路|工作思路|功能定位|战略定位|原则|目标|指导方针|总要求|主要考虑)$/

/** 完成年度目标 is work to do, 工作目标 is not: a heading of these verbs and 目标 may hold tasks. */
export const pursued = /(?:完成|实现|达到|达成|确保|落实|推动|助力|推进)[^,、。]{0,30}目标$/

/** Under these plain paragraphs hold no tasks; numbered items and bracketed paragraphs still do. */
export const plainHoldsNone =
  /(?:时间安排|工作安排|工作进度|进度安排|实施步骤|工作步骤|方法步骤|步骤安排|时间步骤|工作要求|范围)$/

/** What the notice calls itself: a last paragraph that speaks of it belongs to no item, nor does 特此通知. */
export const itself =
  /^特此(?:通知|函告|通报|公告)|^(?:以上|上述)(?:各项|所有)?(?:任务|工作|事项|要求|内容)|本(?:要点|意见|方案|通知|计划|办法|分工|措施|规划|清单|实施方案|实施意见|行动|安排|分解表|任务|工作方案|工作要点)/
