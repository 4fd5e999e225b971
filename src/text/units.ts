/** What a unit looks like: the shape of a name, never who is meant (that is resolve's). */
import { collectives, organNouns, placeNouns, quantifiers } from '../data/unit-words.ts'

const organs: ReadonlySet<string> = new Set(organNouns)
/** The characters in which the nouns end: most texts end in another. */
const lasts: ReadonlySet<number> = new Set(organNouns.map((n) => n.charCodeAt(n.length - 1)))
const longest = Math.max(...organNouns.map((n) => n.length))
const setOf = new RegExp(`(?:${quantifiers})`)
const collective = new RegExp(`(?:${collectives})(?:\\([^()]*\\))?$`)

/** Whether a folded text ends as names of bodies and places do: 市财政局, 各县(市、区), 产业发展部(招商部). */
export function endsLikeUnit(folded: string): boolean {
  const whole = folded.trimEnd()
  const text = whole.endsWith(')') ? whole.replace(/\([^()]*\)$/, '').trimEnd() : whole
  if (text.length < 2 || !lasts.has(text.charCodeAt(text.length - 1))) return false
  for (let n = Math.min(longest, text.length); n > 0; n--) if (organs.has(text.slice(-n))) return true
  return false
}

/** Whether a folded text may be one unit: of a name's length, ending like one, without a sentence's marks. */
export function looksLikeUnit(folded: string): boolean {
  const text = folded.trim()
  if (text.length < 2 || text.length > 45) return false
  if (/[。;!?《》:]/.test(text)) return false
  return endsLikeUnit(text)
}

/** 县级以上地方人民政府; 市、县(区)教育局: a body of each of these levels. */
const severalLevels =
  /^(?:[省市县]级以上(?:地方)?(?:各级)?[\u4e00-\u9fff]|(?:(?:省|市|州|县|区|旗|乡|镇)级?(?:\([省市州县区旗乡镇、]{1,7}\))?[、/])+(?:省|市|州|县|区|旗|乡|镇)(?:级|\([省市州县区旗乡镇、]{1,7}\))*[^级()、])/

/**
 * Whether a folded name is a set of bodies: 各县(市、区)人民政府, 市直有关单位, 成员单位, 民政部门.
 * 市直机关工委 is one body: what counts is the noun that the name ends in.
 */
export function isGroup(folded: string): boolean {
  const text = folded.replace(/\s/g, '')
  return (
    /各(?!$)/.test(text) ||
    setOf.test(text) ||
    collective.test(text) ||
    severalLevels.test(text) ||
    /^试点(?:城市|地区|省|市|县|区)/.test(text)
  )
}

const places = new RegExp(`(?:${placeNouns})(?:\\([^()]*\\))?$`)

/** Whether a folded text ends like a body and not like a place: 含山县人民政府, not 含山县. */
export function endsLikeBody(folded: string): boolean {
  return looksLikeUnit(folded) && !places.test(folded.trim())
}
