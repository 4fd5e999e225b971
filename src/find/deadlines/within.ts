/**
 * A length of time counted from an event: 3个工作日内, 一个月内, 5小时以内. The event is no part of it
 * (自收到之日起3个工作日内), and a bound on how long something takes is a target, not a time at which it is
 * done (压缩至3个工作日内, 最长不得超过20个工作日).
 */

import { endsWithAny, readAt, wordsBefore } from './scan.ts'
import { boundsBefore, forbidden, idleAfter, shrinkVerbs } from './words.ts'

const cn = '〇零一二三四五六七八九十百两'
const count = `(?:\\d{1,3}(?:\\.\\d)?|[${cn}]{1,4})`
const counts = `${count}(?: ?(?:-{1,2}|—{1,2}|~|至|到|、|或) ?${count})?`
const unit =
  '(?:个?工作日|个?自然日|日历日|个?工作周|个?小时|个半?月|个?星期|个?季度|个?学期|个学年|分钟|周|天|日|年)'
const halves = '半(?:个(?:月|小时|工作日|学期)|小时|年|天|日)'
const length = `(?:${counts} ?${unit}|${halves}|当[日天])`
const within = new RegExp(
  `${length}(?:的?时间|的?期限|左右|之)?(?:以|之)?内(?![部容外地设控涵在蒙网河陆需审业])`,
  'y',
)
/** 用3年时间, 利用2-3年左右时间. */
const taking = new RegExp(`${length}(?:左右)?的?时间(?!内|以|节|点|段)`, 'y')
const takingBefore = /(?:用|利用|经过|通过|花)(?:约|大约)?$/
/** In a column of times the 内 is left out: 5个工作日, 一个月. */
const bare = new RegExp(`${length}(?=$|[,;。、)]| ?(?:完成|办结|办理))`, 'y')
/** The number is lost: 在个工作日内. */
const countLost = /个工作日(?:以|之)?内|个月(?:以|之)?内(?!部|容)/y
const bound = new RegExp(`(?:${shrinkVerbs.join('|')})(?:了|短|小|少)?(?:在|到|至|为|于|成|、)?$`)

/** 5年内关税减让显著的2725种商品, 3年内发生过事故的企业: it tells which things are meant. */
const describes =
  /[^,。;、:(]{1,12}?的 ?(?:\d|[一二三四五六七八九十两]+[种个项家类名起])|[^,。;、:(]{1,3}过[^,。;、:(]{0,10}的/y

export interface Within {
  readonly end: number
  readonly damaged?: string
}

const digitOrNumeral = /[0-9.〇零一二三四五六七八九十百两]/

export function readWithin(text: string, at: number, alone: boolean): Within | null {
  const before = text[at - 1] ?? ''
  const here = text[at]!
  if (here === '个') return readCountLost(text, at, before)
  if (digitOrNumeral.test(before) || before === '第' || before === '每') return null
  const m = readAt(within, text, at)
  if (m) {
    const end = at + m[0].length
    return isBound(text, at) || isIdle(text, end) ? null : { end }
  }
  const words = wordsBefore(text, at)
  const span = takingBefore.test(words) ? readAt(taking, text, at) : null
  if (span) return { end: at + span[0].length }
  const column = alone ? readAt(bare, text, at) : null
  return column && !isBound(text, at) ? { end: at + column[0].length } : null
}

function isBound(text: string, at: number): boolean {
  const words = wordsBefore(text, at).replace(/(?:为|在|于|约)$/, '')
  return endsWithAny(words, boundsBefore) || bound.test(wordsBefore(text, at))
}

function isIdle(text: string, end: number): boolean {
  return (
    readAt(idleAfter, text, end) !== null ||
    readAt(describes, text, end) !== null ||
    readAt(forbidden, text, end) !== null
  )
}

function readCountLost(text: string, at: number, before: string): Within | null {
  if (digitOrNumeral.test(before) || /[几数多半整各每两单某]/.test(before)) return null
  const m = readAt(countLost, text, at)
  return m && { end: at + m[0].length, damaged: `?${m[0]}` }
}
