/** Sorts of bodies that the gazetteer does not hold, by the noun that their name ends in. */
import type { BodyType } from '../../data/functions/function.ts'

/** In order: the first that fits. */
const sorts: readonly (readonly [RegExp, BodyType])[] = [
  [
    /(?:领导小组|协调小组|工作小组|指挥部|专班|联席会议|推进组|执行小组|工作组|督导组)(?:办公室|办)?$/,
    'task-force',
  ],
  [
    /(?:公司|集团|企业|银行|支行|分行|营业部|供电局|供电所|电网|电信|移动|联通|铁塔|信用社|农商行|农信社|合作社|保险|证券|水厂|电厂|厂)$/,
    'enterprise',
  ],
  [
    /(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院|研究院|科学院|工程院|中科院|社科院|农科院|研究所|设计院|图书馆|博物馆|服务中心|管理中心|中心|基金会|管理处|管理站|服务站)$/,
    'institution',
  ],
  [/(?:协会|学会|商会|联合会|促进会|基金会|慈善总会|关工委|关心下一代工作委员会)$/, 'organization'],
  [
    /(?:同志|代表|书记|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|部长|处长|科长|主任|主席|秘书长|先生|女士|委员|负责人|总经理|董事长)$/,
    'person',
  ],
  [/(?:高新区|经开区|开发区|园区|集中区|试验区|示范区|功能区|保税区|新区|工业园|产业园)$/, 'park'],
  [/(?:村|社区|居委会|村委会)$/, 'village'],
  // It has the powers of a government, and is none by name.
  [/生产建设兵团$/, 'government'],
]

export function sortOf(name: string): BodyType | null {
  for (const [noun, type] of sorts) if (noun.test(name)) return type
  return null
}

/** 综合股, 政策法规科, 办公室: an office of a body that is not named. */
export function isOffice(name: string): boolean {
  return /^[\u4e00-\u9fff]{1,10}(?:科|股|处|室)$|^(?:综合|党政|党政综合)?办(?:公室)?$/.test(name)
}

/** Whether a name looks like a department: an unknown one is worth a message. */
export function looksLikeDepartment(name: string): boolean {
  return /^[\u4e00-\u9fff()、/]{2,30}(?:局|委|委员会|厅|部|署|办|办公室)(?:\([^()]*\))?$/.test(name)
}

/** Academies and companies of the centre that the gazetteer of functions does not hold; their branches are no such. */
export const central =
  /^(?:国铁集团|中科院|中国科学院|中国工程院|中国社科院|中国社会科学院|中国铁路总公司|中石油|中石化|中海油|三峡集团|国家电网|南方电网)$/
