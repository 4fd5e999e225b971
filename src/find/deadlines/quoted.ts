/**
 * What stands in book-title marks or quotation marks is a name or someone else's words: the years and
 * dates in it say nothing of when the work is done (《2018年全县政务公开工作要点》, “十四五”).
 */

const pairs: Readonly<Record<string, string>> = { '》': '《', '”': '“', '’': '‘', '」': '「', '』': '『' }
const opening = new Set(Object.values(pairs))

/**
 * One byte a character: 1 inside marks that are closed. A mark that nothing closes quotes nothing, so
 * that a 》 lost from the text does not hide the rest of it. A straight mark (") pairs within a sentence.
 */
export function quotedPositions(text: string): Uint8Array {
  const edges = new Int32Array(text.length + 1)
  const open: { mark: string; at: number }[] = []
  let straight = -1
  const quote = (from: number, to: number) => {
    edges[from]! += 1
    edges[to]! -= 1
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '"') {
      if (straight >= 0) quote(straight, i + 1)
      straight = straight >= 0 ? -1 : i
    } else if (c === '。') {
      straight = -1
    } else if (opening.has(c)) {
      open.push({ mark: c, at: i })
    } else {
      const mark = pairs[c]
      const last = open.at(-1)
      if (mark && last) {
        // “《条例” 》 crosses: what was opened inside and never closed is given up.
        let k = open.length - 1
        const floor = Math.max(0, k - 8)
        while (k >= floor && open[k]!.mark !== mark) k--
        if (k >= floor) {
          quote(open[k]!.at, i + 1)
          open.length = k
        }
      }
    }
  }
  const inside = new Uint8Array(text.length)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    depth += edges[i]!
    inside[i] = depth > 0 ? 1 : 0
  }
  return inside
}
