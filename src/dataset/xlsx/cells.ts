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

export function rowXml(row: number, cells: readonly SheetCell[], names: readonly string[]): string {
  let xml = `<row r="${row}">`
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
