/** How wide text stands in a terminal, and where a line may be broken. */

/** East Asian wide and full-width characters (Unicode UAX #11) take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/gu

export function displayWidth(text: string): number {
  return Array.from(text).length + (text.match(wide)?.length ?? 0)
}

/** The text cut to a number of columns, with … where something is left out. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let kept = ''
  let used = 1
  for (const char of text) {
    used += displayWidth(char)
    if (used > columns) break
    kept += char
  }
  return `${kept}…`
}

/** A word, or one Chinese character with the closing punctuation that may not begin a line. */
const chunk =
  /\s*(?:[（“《〔]?[\u2e80-\u3000\u3003-\u9fff\u{20000}-\u{3fffd}]|[^\s\u2e80-\u9fff（）“”《》〔〕，。；：、？！]+|[^\s])[，。；：、？！）”》〕]*/gu

/** Broken between words, and between Chinese characters, which have no spaces. */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}

function wrapLine(line: string, columns: number): string {
  const lines: string[] = []
  let current = ''
  for (const piece of line.match(chunk) ?? []) {
    if (current !== '' && displayWidth(current + piece) > columns) {
      lines.push(current)
      current = piece.trimStart()
    } else current += piece
  }
  return [...lines, current].join('\n')
}
