/**
 * What stands in book-title marks or quotation marks is a name or someone else's words: the years and
 * dates in it say nothing of when the work is done (《2018年全县政务公开工作要点》, “十四五”).
 */

const pairs: Readonly<Record<string, string>> = { '》': '《', '”': '“', '’': '‘', '」': '「', '』': '『' }
const marks = /["。《》“”‘’「」『』]/g
const none = new Uint8Array(0)

/**
 * One byte a character: 1 inside marks that are closed; empty where there are none. A mark that nothing
 * closes quotes nothing, so that a 》 lost from the text does not hide the rest of it. A straight mark (")
 * pairs within a sentence.
 */
export function quotedPositions(text: string): Uint8Array {
  const open: { mark: string; at: number }[] = []
  const stretches: [from: number, to: number][] = []
  let straight = -1
  for (const { 0: c, index: i } of text.matchAll(marks)) {
    const opener = pairs[c]
    if (c === '"') {
      if (straight >= 0) stretches.push([straight, i + 1])
      straight = straight >= 0 ? -1 : i
    } else if (c === '。') {
      straight = -1
    } else if (opener === undefined) {
      open.push({ mark: c, at: i })
    } else if (open.length > 0) {
      // “《条例” 》 crosses: what was opened inside and never closed is given up.
      let k = open.length - 1
      const floor = Math.max(0, k - 8)
      while (k >= floor && open[k]!.mark !== opener) k--
      if (k >= floor) {
        stretches.push([open[k]!.at, i + 1])
        open.length = k
      }
    }
  }
  if (stretches.length === 0) return none
  const inside = new Uint8Array(text.length)
  stretches.sort((a, b) => a[0] - b[0])
  let done = 0
  for (const [from, to] of stretches) {
    if (to <= done) continue
    inside.fill(1, Math.max(from, done), to)
    done = to
  }
  return inside
}
