/** Small readers over folded text: each looks at one place, forward or back, over a bounded stretch. */

/** How far back a rule looks for the words before a time. */
const reach = 14

/** The match of a sticky expression at one place. */
export function readAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** The words before `at`, white space at their end left out. */
export function wordsBefore(text: string, at: number): string {
  let to = at
  const floor = Math.max(0, at - 4)
  while (to > floor && text[to - 1] === ' ') to--
  return text.slice(Math.max(0, to - reach), to)
}

/** `at`, or the place after white space that stands there: spaces creep in around digits (2021 年 6 月). */
export function skipSpaces(text: string, at: number): number {
  let to = at
  while (to < at + 4 && text[to] === ' ') to++
  return to
}

export function endsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((w) => text.endsWith(w))
}

/** The longest of `words` that stands at `at`. */
export function wordAt(text: string, at: number, words: ReadonlySet<string>, longest = 5): string | null {
  for (let n = longest; n > 0; n--) {
    const word = text.slice(at, at + n)
    if (word.length === n && words.has(word)) return word
  }
  return null
}
