/** What single lines are, by their own text (folded, without white space). */
import { footNote, furnitureLines, furnitureSentences, sentence } from '../data/furniture.ts'
import { titleEnd } from '../data/genres.ts'
import { endsLikeUnit } from '../text/units.ts'
import type { Line } from './lines.ts'

const year = '(?:\\d{2,4}|[〇零一二三四五六七八九]{4})'
const part = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})'
/** A date and nothing else: 2018年10月27日, 二〇〇四年六月二十六日, 2018.10.27. */
export const dateLine = new RegExp(`^(?:${year}年${part}月${part}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})$`)
/** 题注: the date below the title, in a bracket: （2023年4月18日）, （2023年4月18日县政府第5次常务会议通过）. */
export const captionDate = new RegExp(`^\\((?=${year}年${part}月${part}日)[^()]{6,40}\\)$`)
const dateAtEnd = new RegExp(`(?:${year}年${part}月${part}日)$`)

/** The year stands in 〔〕; 〈〉 and ｛｝ are met in copies. Folded, 〈 is 《. */
const numberYear = '(?:\\d{4}|[〇零一二三四五六七八九]{4})'
const inBrackets = `(?:\\(\\s*${numberYear}\\s*\\)|《\\s*${numberYear}\\s*》|\\{\\s*${numberYear}\\s*\\})`
const agency = '[\\u4e00-\\u9fffA-Za-z]{1,20}'
/**
 * 发文字号 on a line of its own; digits may be lost (国发〔201838号, 国发〔〕号), and the 号 where the year stands
 * in its brackets (国办发〔2021〕12).
 */
export const numberLine = new RegExp(
  `^\\(?(?:${agency}\\(?\\d{0,8}\\)?第?\\d{0,6}(?:-\\d{1,3})?号|${agency}${inBrackets}第?\\d{1,6}(?:-\\d{1,3})?号?|\\(?\\d{4}\\)?[\\u4e00-\\u9fff]{2,12}第?\\d{1,5}号)\\)?$`,
)
/** A document number that has lost nothing: its year in brackets that are closed, its serial number, its 号. */
export const undamagedNumber = new RegExp(`${inBrackets}\\s*第?\\s*\\d+(?:-\\d+)?\\s*号`)
/** An undamaged document number inside a text. */
export const wholeNumber = /[\u4e00-\u9fffA-Za-z]{2,20}\(\d{4}\)第?\d{1,5}号/

/** 附件 on a line of its own, or before its title: an annex begins. */
export const annexHead = /^附(?:件|表|录)?(?:[\d一二三四五六七八九十]{1,3}|之[一二三四五六])?[:.]?$/
/** 附件: with a name behind it: the list of attachments (附件说明). */
export const attachmentHead = /^附件?(?:[\d一二三四五六七八九十]{0,2})[:.](?=.)|^附件?:?$/

export const isFurniture = ({ bare }: Line): boolean =>
  furnitureSentences.some((p) => p.test(bare)) ||
  (!sentence.test(bare) && furnitureLines.some((p) => p.test(bare)))
export const isFootNote = (line: Line): boolean => footNote.test(line.bare)

/** Whether a line can be (a part of) a title: short, no sentence, no number before it. */
export function isTitleLike(line: Line): boolean {
  const { bare } = line
  return (
    bare.length >= 2 &&
    (bare.length <= 80 || (bare.length <= 200 && /关于/.test(bare) && titleEnd.test(bare))) &&
    !/[。;:!?]$/.test(bare) &&
    !/[。;!]/.test(bare) &&
    !dateLine.test(bare) &&
    signedDate(line) === null &&
    !numberLine.test(bare) &&
    !isFurniture(line) &&
    !isFootNote(line)
  )
}

/** A title's last line: it names a kind of document. */
export const endsTitle = (bare: string): boolean => titleEnd.test(bare)

/** A signature: bodies alone on a line, perhaps several. */
export function isSignature(line: Line): boolean {
  const { bare } = line
  return (
    line.marker === null &&
    bare.length >= 2 &&
    bare.length <= 60 &&
    !/[。;:!?《》]/.test(bare) &&
    line.passage.folded
      .split(/[\s、,]+/)
      .every((s) => s === '' || s.length < 2 || endsLikeUnit(s) || /组$/.test(s))
  )
}

/** A signature and its date on one line; where the date begins. */
export function signedDate(line: Line): number | null {
  const { folded } = line.passage
  const match =
    /(?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十廿卅]{1,3}月[\d一二三四五六七八九十廿卅]{1,3}日$/.exec(
      folded,
    )
  if (!match || match.index < 3 || !dateAtEnd.test(line.bare)) return null
  const before = folded.slice(0, match.index).trim()
  return before.length <= 50 && !/[。,;:]/.test(before) && endsLikeUnit(before) ? match.index : null
}

/** Addressees: a list before a colon, no sentence, near the beginning. */
export function isAddressees(line: Line): boolean {
  const { bare } = line
  if (!/:$/.test(bare) || bare.length > 400 || bare.length < 3 || line.marker) return false
  if (/[。;!?]/.test(bare) || /^\d|(?:如下|以下|包括|下列|要求|事项|安排|任务|要点|方案):$/.test(bare))
    return false
  const first = bare.slice(0, -1).split(/[、,]/)[0]!
  if (/^(?:附件?|关于|为|根据|按照|现将|经|通知|如下|一是|其中|要求|目标|总体)/.test(bare)) return false
  return (
    (/[、,]/.test(bare) ||
      endsLikeUnit(first) ||
      /(?:代表|委员|同志|主席|书记|会长|各单位|各部门|省|市|县|区|院)$/.test(first)) &&
    /(?:各|省|市|县|区|部|委|局|厅|办|院|府|单位|部门|公司|机构|处|室|代表|委员|主席|同志|署|团|校|会|企业|社|队|中心)/.test(
      bare,
    )
  )
}
