/**
 * Column titles of task tables → fields. A title is met in any wording, so it is told by the words that
 * compose it, its last noun first: 年度重点工作任务 is a task, 年度重点工作要求 a requirement. All
 * patterns meet a title as `normalTitle` gives it: folded, without white space and brackets.
 */

/** The column numbers the rows. */
export const ordinalTitle =
  /^(?:序|号|序号|编号|编码|序列号|顺序号?|项次|项号|条目|任务序号|任务编号|项目序号|项目编号|工作序号|总序号|分序号|№|no\.?)$/i

/** Words that make a title of units, where a unit noun follows; their role is in data/roles.ts. */
export const unitRoleWords =
  /牵头|主办|责任|主责|落实|承办|负责|实施|执行|承担|主管|配合|协办|参与|会办|协助|协同|参加|协作|支持|指导|督导|督办|监督|考核|完成|推进|办理|整改|组织|主体|分工/
export const unitTitleNoun =
  /(?:单位|部门|科室|股室|处室|科股室|机关|机构|主体|部委|委办局|镇街|专班|责任方|牵头方|配合方|科|股|室|处)(?:名称|名单)?$/
/** A title of units without a unit noun: 责任分工, and the second line of a header (责任单位 over 牵头|配合). */
export const unitTitleBare =
  /^(?:牵头|配合|主办|协办|承办|会办|责任|主责|指导|督导|负责|落实|参与|协助|责任分工|职责分工|部门分工|单位分工|分工|责任分解|责任落实|总牵头)$/
/** Units of another kind: they build, apply, report or are counted, and are not made responsible. */
export const otherUnits =
  /建设单位|施工单位|监理单位|设计单位|参建单位|申报|填报|报送|编制单位|使用单位|发证|审批|计量|所属|所在|用人|工作单位|服务单位|供应|资金单位|原单位|受助|受益/

/** Who is a person and not a unit; these columns are read past on purpose. */
export const personTitle =
  /责任人|负责人|联系人|经办人|牵头人|联络员|领导|分管|包联|包保|挂点|挂钩|姓名|职务|人员|专员|签字|签名|电话|联系方式|手机|秘书长|县长|市长|区长|镇长/

/** The column says when. */
export const timeTitle =
  /时限|时间|期限|节点|日期|截止|截至|进度安排|进度计划|进度要求|时序|工期|年限|时间表|序时进度|计划进度|完成年度|完成月份/
export const timeTitleWhole = /^(?:进度|工作进度|任务进度|月份|季度|年份|完成时|计划完成|预计完成|何时完成)$/

/** The column groups the rows: it is a section level where it stands left of the tasks. */
export const sectionTitle =
  /(?:类别|类型|分类|种类|大类|小类|中类|领域|板块|模块|方面|层面|维度|条线|主题|专题|大项|部分|篇章|章节|一级目录|所属专项)$/

/** The title's last noun says what is to be done. */
export const taskTitle =
  /(?:任务|任务内容|任务名称|事项|实事|项目|项目名称|工程|重点工作|工作|行动|名称|问题|议题|课题|任务分解表|任务清单|任务事项)$/
/** The title's last noun says how, how far, to what end: a requirement beside a task, else the task. */
export const detailTitle =
  /(?:要求|措施|举措|内容|目标|标准|步骤|成果|成效|做法|办法|方法|方式|路径|抓手|载体|思路|分解|细化|明细|描述|概述|概况|要点|重点|方案|计划|安排|指标|产出|效果|标志|清单|任务说明|工作说明|职责|建议|打算|意见|规模|形式|任务分工|工作分工)$/
/** Titles that carry work, whatever their last noun: without a unit column they still make a task table. */
export const workTitle = /任务|工作|事项|举措|实事|要点|改革|整改|落实/

/** Columns that are read past on purpose: they say neither who, what nor when. */
export const otherTitle =
  /^(?:备注|备注说明|说明|注|附注|其他|其它|附件)$|(?:情况|进展|成绩)(?:说明|记录|描述)?$|范围$|来源$|依据$|出处$|资金|投资|金额|经费|预算|分值|得分|评分|扣分|自评|加分|权重|占比|佐证|状态$|是否|地点$|地址$|地区$|位置$|数量$|频次$|(?:目前|当前|形象|完成)进度$|完成率$|星级|^评价|链接|网址|二维码|原因$|销号|问题来源/

/** Words that a title is composed of: a row of nothing but such titles is a header, wherever it stands. */
export const titleWords = [
  '序号',
  '编号',
  '项次',
  '序',
  '号',
  '类别',
  '类型',
  '分类',
  '大类',
  '小类',
  '领域',
  '板块',
  '方面',
  '专题',
  '重点',
  '主要',
  '具体',
  '年度',
  '本年度',
  '当年',
  '总体',
  '工作',
  '任务',
  '目标',
  '改革',
  '整改',
  '创新',
  '公开',
  '政务公开',
  '事项',
  '民生',
  '实事',
  '项目',
  '名称',
  '举措',
  '措施',
  '内容',
  '要求',
  '要点',
  '标准',
  '成果',
  '成效',
  '步骤',
  '计划',
  '安排',
  '进度',
  '进展',
  '情况',
  '完成',
  '落实',
  '推进',
  '实施',
  '办理',
  '问题',
  '清单',
  '细化',
  '分解',
  '分工',
  '责任',
  '职责',
  '牵头',
  '主办',
  '主责',
  '承办',
  '协办',
  '会办',
  '配合',
  '参与',
  '参加',
  '协助',
  '协同',
  '指导',
  '督导',
  '督办',
  '负责',
  '主管',
  '分管',
  '包保',
  '联系',
  '单位',
  '部门',
  '科室',
  '股室',
  '处室',
  '科',
  '股',
  '室',
  '处',
  '机构',
  '机关',
  '主体',
  '领导',
  '责任人',
  '负责人',
  '联系人',
  '人',
  '时间',
  '时限',
  '期限',
  '节点',
  '日期',
  '截止',
  '备注',
  '说明',
  '推广',
  '范围',
  '及',
  '其',
  '和',
  '与',
  '或',
  '、',
  '/',
  '的',
  '一级',
  '二级',
  '三级',
  '市',
  '县',
  '区',
  '省',
  '州',
  '级',
  '直',
  '镇',
  '街道',
  '方式',
  '形式',
  '方法',
  '预期',
  '阶段',
  '路径',
  '思路',
  '抓手',
  '载体',
] as const

/** A catalogue of what is disclosed is no plan: 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体. */
export const disclosureTitle =
  /^公开(?:事项|内容|依据|时限|主体|渠道|载体|方式|对象|层级|形式|期限|程序|属性|类别|范围|目录|责任|机构|标准|信息|频次|要素|时间|格式|栏目)/

/** A catalogue of powers, permits or scores is no plan. */
export const catalogueTitle =
  /设定依据|法律依据|法定依据|实施依据|职权|权力(?:类型|名称|事项|类别|编码)|行使(?:主体|层级)|追责|处罚|收费(?:标准|依据)|许可/
export const scoreTitle = /分值|得分|评分|扣分|权重/

/** A row that begins so explains the table; it is no section. */
export const noteStart = /^(?:注|备注|说明|注释|附注|填表说明|填报说明|编制说明|备注说明)\s*(?:[:.、]|\d|\()/
/** A row of sums. */
export const totalStart = /^(?:合计|总计|小计|共计|累计)/
/** What stands at the foot or head of a form. */
export const formLine =
  /^(?:填报|填表|制表|报送|审核|审批|联系人|联系电话|负责人|单位负责人|分管领导|经办人|单位(?:名称)?[:(]|部门[:(]|日期[:(]|金额单位|计量单位|续表|接上页|转下页|第?\s*\d+\s*页|[-—]\s*\d+\s*[-—]$)/

/** What a caption calls a table of tasks. */
export const taskCaption =
  /任务|分工|分解|责任清单|工作清单|台账|要点|实事|重点工作|措施清单|举措清单|改革事项/

/** A cell that says when has one of these words, and little beside them. */
export const timeWords =
  /\d{4}\s*年|\d{1,2}\s*月|季度|年底|月底|年前|年内|全年|半年|长期|持续|常态|每[年月季周日天]|工作日|立行立改|即知即改|适时|按时|按期|\d{4}[.\-/]\d{1,2}/
export const besideTimes =
  /\d{2,4}\s*年?|\d{1,2}\s*[月日天]|[一二三四1-4]季度|第|季度末?|[上下]半年|年度?|[月年季]?[底末初中]|以?前|全年|年内|内|起|长期|持续|常态化?|推进|坚持|完成|启动|每[年月季周日天半]|\d+\s*个?工作日|立行立改|即知即改|适时|按时|按期|开展|实施|落实|基本|全面|[上中下]旬|之?[间后]|力争|并|[-—~至到、,;:.。\s()/]/g

/** A cell that stands for the one above it. */
export const ditto = /^[(]?(?:同上|同前|〃|″)[)]?$/

/** A cell that says there is nothing. */
export const nothing = /^(?:[-—–_~/\\、.。*×…\s]+|无|暂无|无要求|空)$/
