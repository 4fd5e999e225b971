/** The styles of the workbook: few, and the same in all sheets. */
import type { Style } from './cells.ts'

interface Look {
  readonly font: number
  readonly fill: number
  readonly border: number
  readonly align: string
}

const middle = 'vertical="center" wrapText="1"'
const looks = {
  plain: { font: 0, fill: 0, border: 0, align: 'vertical="center"' },
  header: { font: 1, fill: 2, border: 1, align: `horizontal="center" ${middle}` },
  text: { font: 0, fill: 0, border: 1, align: middle },
  centre: { font: 0, fill: 0, border: 1, align: `horizontal="center" ${middle}` },
  title: { font: 2, fill: 0, border: 0, align: 'vertical="center"' },
  note: { font: 0, fill: 0, border: 0, align: middle },
} satisfies Record<string, Look>

const names = Object.keys(looks) as (keyof typeof looks)[]

/** Each look twice: the second time with quotePrefix, which keeps a text a text when it is edited. */
export const styles = Object.fromEntries(
  names.map((name, i): [string, Style] => [name, { id: 2 * i, quoted: 2 * i + 1 }]),
) as Readonly<Record<keyof typeof looks, Style>>

function xf({ font, fill, border, align }: Look, quoted: boolean): string {
  const quote = quoted ? ' quotePrefix="1"' : ''
  return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote}><alignment ${align}/></xf>`
}

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`
const xfs = names.flatMap((name) => [xf(looks[name], false), xf(looks[name], true)])

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3">${font(10, false)}${font(10, true)}${font(14, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
