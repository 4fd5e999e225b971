/** Cells of a sheet (ECMA-376 part 1, 18.3.1.4): texts are inline strings, so none is ever a formula. */

/** Of the styles in styles.ts. */
export interface Style {
  readonly id: number
  /** The same for a text that would be a formula once someone edits the cell. */
  readonly quoted: number
}

export interface SheetCell {
  readonly value: string | number | null
  readonly style: Style
}

/** What a cell of Excel holds, in UTF-16 code units. */
export const cellLimit = 32_767

/** Text that fits a cell; `cut` is what stands for the rest. A pair of surrogates is not parted. */
export function fitting(text: string, cut: string): string {
  if (text.length <= cellLimit) return text
  let end = cellLimit - cut.length
  const last = text.charCodeAt(end - 1)
  if (last >= 0xd800 && last <= 0xdbff) end--
  return text.slice(0, end) + cut
}

const suspicious = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * XML has no place for most control characters, lone surrogates, U+FFFE and U+FFFF: each stands as U+FFFD.
 * A spreadsheet takes `_x0041_` for an escaped character, so a text that holds one has its own `_` escaped
 * (18.4.1, ST_Xstring). A carriage return is a line break, which a cell writes as a line feed.
 */
export function xmlText(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>]/g, (c) => named[c]!)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** What a spreadsheet would read as a formula when the cell is edited. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** `A` is column 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** Points: a line of the font of styles.ts, and the most that a row of Excel may be. */
const lineHeight = 13.5
const maxHeight = 409

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\ud840-\ud87f\u2014\u2018-\u201d\u2026]/

/** Lines that a text takes when it is wrapped to a column, at least; a full-width character is two digits wide. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10) {
      lines++
      used = 0
      continue
    }
    const size = code < 0x1100 ? 1 : wide.test(text[i]!) ? 2 : 1
    used += size
    if (used > width) {
      lines++
      used = size
    }
  }
  return lines
}

/**
 * A spreadsheet does not always fit rows to wrapped text when it opens a file (LibreOffice leaves them one
 * line high): the height is told. It is not a custom one, so rows are fitted anew when they are edited.
 */
export function heightOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  const most = Math.floor(maxHeight / lineHeight)
  let lines = 1
  for (let i = 0; i < cells.length && lines < most; i++) {
    const { value } = cells[i]!
    // What is far longer than the highest row need not be measured.
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value.slice(0, 8000), widths[i]! - 1))
  }
  return Math.min(maxHeight, lines * lineHeight + 4)
}

export function rowXml(
  row: number,
  cells: readonly SheetCell[],
  names: readonly string[],
  height: number,
): string {
  let xml = `<row r="${row}" ht="${height}">`
  for (let i = 0; i < cells.length; i++) {
    const { value, style } = cells[i]!
    const at = `${names[i]}${row}`
    if (value === null || value === '') xml += `<c r="${at}" s="${style.id}"/>`
    else if (typeof value === 'number') xml += `<c r="${at}" s="${style.id}"><v>${value}</v></c>`
    else {
      const s = formula.test(value) ? style.quoted : style.id
      xml += `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
    }
  }
  return `${xml}</row>`
}
