/** Reads a name: its head, what body it is, and which of two names of one body counts. */
import { type Core, coreOf, functionWords } from './core.ts'
import { type Head, headsOf } from './head.ts'

export interface Named {
  readonly head: Head
  /** null: nothing that the gazetteer knows stands behind the head. */
  readonly core: Core | null
  /** The name without its head. */
  readonly rest: string
}

/** Longer than any name of a body: 60 characters hold 推进…领导小组办公室 of every kind met. */
const longest = 60

/** A name is read once, in however many lists it stands. */
const known = new Map<string, Named>()
const most = 20_000

export function readName(folded: string): Named {
  const name = folded.replace(/[\s"'“”‘’·]/g, '')
  const before = known.get(name)
  if (before) return before
  const named = read(name)
  if (known.size >= most) known.clear()
  known.set(name, named)
  return named
}

function read(name: string): Named {
  let best: Named | null = null
  for (const one of namesOf(name)) {
    const named = readOne(one)
    if (named.core) return named
    best ??= named
  }
  return best ?? readOne(name)
}

/**
 * The names to try, in order. A(B), A/B and A加挂B牌子 are one body with two names: the first counts
 * (关于机关公文… 加挂牌子 names the body that exists). A bracket inside a name adds to it: 经济和信息化(科技)局.
 */
function namesOf(name: string): string[] {
  const first = name
    // 县纪委县监委 is one body.
    .replace(/^([省市州盟县区旗])纪委[、和]?\1监委/, '$1纪委监委')
    .replace(/\/.*$/, '')
    .replace(/\(?(?:加挂|挂).{2,40}牌子?\)?$/, '')
    .replace(/\(.*$/, '')
  const names = [first]
  const without = withoutBrackets(name)
  if (without !== first) names.push(without.replace(/\/.*$/, ''))
  const joined = name.replace(/[()/]/g, '')
  if (joined !== name) names.push(joined)
  // 人力资源与社会保障局, 自然资源及规划局: 和 is what the names have.
  for (const one of [...names]) {
    const same = one.replace(/(?<=[\u4e00-\u9fff]{2})[与及](?=[\u4e00-\u9fff]{2})/, '和')
    if (same !== one) names.push(same)
  }
  return names.filter((n) => n !== '')
}

/** Brackets within brackets are taken out from the innermost; an unclosed one is left. */
function withoutBrackets(name: string): string {
  let text = name
  for (let depth = 0; depth < 8; depth++) {
    const less = text.replace(/\([^()]*\)/g, '')
    if (less === text) break
    text = less
  }
  return text
}

function readOne(name: string): Named {
  const nothing: Head = { end: 0, places: null, mark: null, side: null, zone: false, regional: false }
  if (name.length > longest) return { head: nothing, core: null, rest: name }
  const league = /^(?:中国)?共青团(.+?)委(?:员会)?$/.exec(name)
  if (league) {
    // 共青团保山市委: the place stands inside the name of the league's committee.
    const head = headsOf(league[1]!).find((h) => h.end === league[1]!.length)
    if (head) return { head, core: coreOf('共青团'), rest: '共青团' }
  }
  const heads = headsOf(name)
  for (const head of heads) {
    const rest = name.slice(head.end)
    const core = rest === '' ? headOnly(head) : coreOf(calledOtherwise(rest, head, name) ?? rest)
    if (core && !(core.local && head.mark === 'national')) return { head, core, rest }
  }
  for (const head of heads) {
    const core = localBranch(name.slice(head.end))
    if (core && !head.zone) return { head, core, rest: name.slice(head.end) }
  }
  // 市 of 市场 and 市政 is no level; of a name that is not known only what is plain is taken.
  const plain = !/^(?:市场|市政(?!府)|市容|市民|区域|县域|省际)/.test(name)
  const longestHead = (plain ? heads.findLast((h) => h.end < name.length && !h.zone) : null) ?? heads[0]!
  return { head: longestHead, core: null, rest: name.slice(longestHead.end) }
}

/** What governs a zone or a street, where its name is cut by the head (北京路街道 + 办) or is not 管委会. */
function calledOtherwise(rest: string, head: Head, name: string): string | null {
  if (head.zone && ofZone.test(rest)) return '管委会'
  return rest === '办' && name.endsWith('街道办') ? '街道办' : null
}

/**
 * 鼓楼公安分局, 经开公安分局: what stands before 分局 is the place or the zone that it serves; a short name alone does
 * not tell which.
 */
function localBranch(rest: string): Core | null {
  const parts = /^([\u4e00-\u9fff]{2,4})(公安|交警|自然资源|生态环境|市场监管)分局$/.exec(rest)
  if (!parts || functionWords(parts[1]!).length > 0) return null
  const core = coreOf(`${parts[2]}分局`)
  return core && { ...core, places: [] }
}

/** 高新技术产业开发区管理局: what administers a zone, by other names than 管委会. */
const ofZone = /^(?:建设)?管理(?:局|处|办公室|服务中心|中心)$|^建设管理委员会$/

/**
 * A place or a level with its side is the committee or the government (含山县委, 市政府); a town, a street and
 * a zone that stand among units are their governments; 市委市政府 are two and not told.
 */
function headOnly(head: Head): Core | null {
  if (head.mark === '村') return null
  if (head.side === 'party') return coreOf('党委')
  if (head.side === 'government') return coreOf('人民政府')
  if (head.mark === '乡镇') return coreOf('镇政府')
  if (head.zone) return coreOf('管委会')
  return head.places && head.mark === null ? coreOf('人民政府') : null
}
