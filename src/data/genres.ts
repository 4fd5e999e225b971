/** Kinds of document by the word that ends the title. */

/** A title ends in one of these, perhaps with a bracket after it. */
export const titleEnd =
  /(?:通知|意见|方案|要点|决定|通报|函|批复|办法|计划|安排|分工|分工表|清单|表|报告|请示|措施|规划|规定|细则|预案|规则|条例|答复|公告|通告|台账|目录|行动|任务|举措|分解|建议|纲要|指南|标准|责任书|名单|令|公报|工作|事项|项目|一览|汇总|规程|制度|要求|重点)(?:\([^()]{1,20}\))*$/

/** A notice of these kinds is no plan. */
export const notPlanNotice = /(?:批复|复函|函|答复|决定|通报|公报|令|公告|通告)(?:\([^()]{1,12}\))*$/

/** A plan's own title of these kinds is a rule, not a plan of work. */
export const notPlanTitle = /(?:办法|规定|规则|条例|细则|预案|规程|章程)(?:\([^()]{1,12}\))*$/

/** Verbs with which a notice issues or forwards a plan. */
export const issuing = /印发|转发|批转|下发|颁发/
