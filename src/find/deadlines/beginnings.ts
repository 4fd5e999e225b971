/**
 * Where a time can begin. In running text most of the characters that open one stand in other words (进一步,
 * 中国, 经过): the character that follows tells it, before any reader looks.
 */

const numerals = '〇零一二三四五六七八九十两百'
const units = '年月季日号周天旬个半小分星学工自时'

/** What may follow a first character in running text. */
const inText: Readonly<Record<string, string>> = {
  // A number, its unit, another number, or a plan or feast (十四五, 七一, 两会).
  ...Object.fromEntries(
    Array.from('〇零一二三四五六七八九十两廿', (c) => [c, `${numerals}${units} -—~至到、和及或会`]),
  ),
  半: '年月个小天日',
  年: '底末终初中内之以度月 ',
  季: '度末底',
  月: '底末日内之以 ',
  元: '旦月 ',
  第: '一二三四1234 ',
  今: '年明、',
  本: '年个月季周星',
  当: '年个月季日天周星',
  明: '年',
  次: '年个月',
  翌: '年',
  来: '年',
  去: '年',
  下: '年一半个月季周星',
  上: '年一半',
  前: `${numerals}半0123456789`,
  后: '半',
  全: '年',
  按: '季半月周旬',
  逐: '季半月周旬',
  持: '续',
  长: '期',
  常: '年态',
  个: '工月',
  春: '节季',
  秋: '季',
  清: '明',
  劳: '动',
  端: '午',
  中: '秋考',
  国: '庆',
  主: '汛',
  汛: '期',
  入: '汛冬夏',
  供: '暖',
  采: '暖',
  开: '学',
  高: '考',
  雨: '季',
  新: '学',
  教: '师',
  // For 1: l2月.
  l: '0123456789',
  I: '0123456789',
}
/** Whatever follows. */
const always = '0123456789每“"'
/** Words that are a time in a column of times only: 日常, 不间断, 立即, 近期, 尽快, 根据…要求. */
const inColumns = '经日不贯动一立马即近尽根'

const opens = new Uint8Array(0x10000)
const anyway = 1
const byNext = 2
const inColumn = 4
const followers = new Map<number, Set<number>>()
for (const [first, next] of Object.entries(inText)) {
  opens[first.charCodeAt(0)]! |= byNext
  followers.set(first.charCodeAt(0), new Set(Array.from(next, (c) => c.charCodeAt(0))))
}
for (const c of always) opens[c.charCodeAt(0)]! |= anyway
for (const c of inColumns) opens[c.charCodeAt(0)]! |= inColumn

/** `alone`: the text is nothing but a time. */
export function mayBegin(text: string, at: number, alone: boolean): boolean {
  const code = text.charCodeAt(at)
  const how = opens[code]!
  if (how === 0) return false
  if (alone || (how & anyway) !== 0) return true
  return (how & byNext) !== 0 && followers.get(code)!.has(text.charCodeAt(at + 1))
}
