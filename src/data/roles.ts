/** Words that give units their role (contract, rule 5), in folded text. */
import type { Role } from '../task.ts'

/** Words in a label or column title, strongest first: 牵头责任单位 leads, 责任单位 is responsible. */
export const titleWords: readonly [Role, RegExp][] = [
  ['lead', /牵头|主办/],
  ['guiding', /指导|督导|监督|督办|考核|督查/],
  ['supporting', /配合|协办|参与|会办|协助|协同|参加|协作|支持/],
  ['responsible', /责任|主责|落实|承办|负责|实施|执行|承担|主管|主体|组织/],
]

/** What the label of a list of units ends in. */
export const unitNouns = '单位|部门|科室|股室|处室|科\\(股\\)室|机构|主体|部委|司局|委办局|镇街|街镇|室|方'

/** Who is a person and not a unit. */
export const personNouns =
  '责任人|负责人|联系人|责任领导|分管领导|牵头领导|包保领导|责任县领导|责任市领导|县级领导|市级领导|领导|联络员|经办人|电话|联系方式'

/** Labels of a time. */
export const timeLabels =
  '(?:(?:计划|预计|拟)?(?:完成|办结|整改|办理|工作|任务|推进|落实|实施|具体|计划|截止|截至))?(?:时限要求|时限|时间要求|时间节点|时间安排|时间进度|时间|期限|进度安排|进度要求|进度|节点|日期)'

/**
 * Words that end a list of units and give its role, as they stand in a bracket or a cell:
 * `A、B负责`, `A牵头`, `A、B按职责分工负责`.
 */
export const roleEndings: readonly [Role, string][] = [
  [
    'lead',
    '牵头负责|负责牵头|牵头落实|牵头组织实施|牵头组织|牵头推进|牵头抓总|统筹牵头|总牵头|牵头办理|牵头实施|牵头主办|主办|牵头',
  ],
  ['guiding', '负责指导|督促指导|指导督促|监督指导|指导监督|业务指导|统筹指导|督导|指导'],
  [
    'supporting',
    '配合落实|配合实施|协助配合|协同配合|积极配合|密切配合|参与配合|负责配合|支持配合|配合|协办|参与|参加|会办|协助|协同|协作',
  ],
  [
    'responsible',
    '负责落实|组织落实|具体落实|贯彻落实|抓好落实|推进落实|负责实施|组织实施|具体实施|负责办理|负责组织实施|具体负责|主要负责|共同负责|分工负责|承办|主责|负责|落实|实施|办理',
  ],
]

/** What may stand between a list and its role word. */
export const roleManners =
  '按照?各自职责分工|按照?职责分工|按照?职责任务分工|按照?各自职责|按照?职责|依职责分工|依职责|依据职责|根据各自职责|根据职责分工|根据职责|结合职责|按照?分工|按照?任务分工|按照?工作职责|共同|分别|联合|具体|各自|统一|统筹|协同|全面|认真|主要|会商'

/** A notice's own rule that a list's first unit leads: 列第一位的(者), 排在第一位的, 排名第一的为牵头单位. */
export const leadRule =
  /(?:列|排|排名|排列|位列|列在|排在|居)(?:在|于|名)?(?:最前|首位|第一|前面|第一名)(?:位|名)?(?:的|者)?(?:单位|部门|责任单位|责任部门)?(?:的)?(?:为|是|系|作为|即为|均为)(?:总)?(?:牵头|主办)(?:责任)?(?:单位|部门|科室|股室|机构)?|(?:第一个?|首个|首位)(?:责任)?(?:单位|部门)(?:为|是|即为)(?:牵头|主办)(?:单位|部门)/

/** What is said once holds below. */
export const sameBelow = /^(?:下同|不再列出|不再一一列出|以下同|不重复列出|不再重复|余同)$/

/** Labels of paragraphs that carry a task's requirement (contract, rule 3). */
export const requirementLabels =
  '任务分工|工作要求|具体措施|具体要求|工作措施|主要措施|具体举措|工作举措|主要举措|工作内容|具体内容|目标要求|任务要求|措施要求|推进措施|落实措施|保障措施|工作目标及措施|实施内容|重点举措|责任分工|具体任务|工作标准|完成标准|质量要求|主要内容|建设内容|建设任务|实施内容|整改措施|整改目标|工作目标|年度目标|预期目标|预期成效|预期效果|工作成效|目标|内容|措施'

/** Labels of paragraphs that carry the task itself. */
export const taskLabels = '工作任务|重点任务|主要任务|任务内容|任务名称|目标任务|任务|事项|重点工作|工作事项'

/** Labels in a list of responsibilities of what is neither unit nor time. */
export const noteLabels =
  '[\\u4e00-\\u9fff]{0,4}(?:范围|备注|说明|地点|对象|依据|目标|内容|标准|方式|联系电话|电话)'
