/** A workbook (ECMA-376 SpreadsheetML) written sheet after sheet, row after row, into one zip. */
import type { AsideFile } from '../aside.ts'
import { columnName, heightOf, rowXml, type SheetCell, xmlText } from './cells.ts'
import { styles, stylesXml } from './styles.ts'
import { ZipFile } from './zip.ts'

/** What a sheet of Excel holds. */
export const sheetRows = 1_048_576
/** A zip without its 64-bit extension holds entries of less than 4 GiB; a character has at most 3 bytes. */
const sheetChars = 1_200_000_000

export interface SheetColumn {
  readonly title: string
  /** In characters of the default font, as column widths of spreadsheets are. */
  readonly width: number
}

export interface SheetInit {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** A header row that stays in sight, with filters. Without it the columns' titles are not shown. */
  readonly header: boolean
  /** Columns that are printed, from the first on; all where it is not said. */
  readonly printed?: number
}

interface Written {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly header: boolean
  readonly printed: number
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export class Book {
  private readonly zip: ZipFile
  private readonly maxRows: number
  private readonly sheets: Written[] = []
  private init: SheetInit | null = null
  private names: string[] = []
  private widths: number[] = []
  private part = 1
  private row = 0
  private chars = 0
  private merges: string[] = []
  private readonly pages: string

  /** `pages`: the page number at the foot of a print, in the codes of spreadsheets (&P of &N). */
  constructor(file: AsideFile, { pages, maxRows = sheetRows }: { pages: string; maxRows?: number }) {
    this.zip = new ZipFile(file)
    this.pages = pages
    this.maxRows = maxRows
  }

  get file(): AsideFile {
    return this.zip.file
  }

  async begin(init: SheetInit): Promise<void> {
    this.init = init
    this.names = init.columns.map((_, i) => columnName(i))
    this.widths = init.columns.map(({ width }) => width)
    this.part = 1
    await this.open()
  }

  private async open(): Promise<void> {
    const { columns, header } = this.init!
    this.row = 0
    this.chars = 0
    this.merges = []
    this.zip.begin(`xl/worksheets/sheet${this.sheets.length + 1}.xml`)
    const selected = this.sheets.length === 0 ? ' tabSelected="1"' : ''
    const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    const cols = columns.map(
      ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    )
    await this.zip.write(
      `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${selected}>${header ? pane : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
    )
    if (header) await this.put(columns.map(({ title }) => ({ value: title, style: styles.header })))
  }

  private async put(cells: readonly SheetCell[]): Promise<void> {
    const row = rowXml(++this.row, cells, this.names, heightOf(cells, this.widths))
    this.chars += row.length
    await this.zip.write(row)
  }

  /** The next row's sheet is full: another one follows. */
  get full(): boolean {
    return this.row >= this.maxRows || this.chars >= sheetChars
  }

  /** Gives the row's number, 1 the first. What has no place in the sheet goes on to another one. */
  async add(cells: readonly SheetCell[]): Promise<number> {
    if (this.full) {
      await this.end()
      this.part++
      await this.open()
    }
    await this.put(cells)
    return this.row
  }

  /** Rows of the sheet that is open. */
  merge(column: number, from: number, to: number): void {
    this.merges.push(`${this.names[column]}${from}:${this.names[column]}${to}`)
  }

  async end(): Promise<void> {
    const { name, header, columns, printed = columns.length } = this.init!
    const last = `${columnName(columns.length - 1)}${this.row}`
    await this.zip.write('</sheetData>')
    if (header) await this.zip.write(`<autoFilter ref="A1:${last}"/>`)
    if (this.merges.length > 0) {
      await this.zip.write(`<mergeCells count="${this.merges.length}">`)
      for (const ref of this.merges) await this.zip.write(`<mergeCell ref="${ref}"/>`)
      await this.zip.write('</mergeCells>')
    }
    await this.zip.write(
      `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(this.pages)}</oddFooter></headerFooter></worksheet>`,
    )
    await this.zip.end()
    const part = this.part === 1 ? name : name + this.part
    this.sheets.push({ name: part, rows: this.row, columns: columns.length, header, printed })
  }

  /** The parts that name the sheets come last, when they are known. */
  async finish(): Promise<void> {
    const numbered = this.sheets.map((sheet, i) => ({ ...sheet, n: i + 1 }))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    const part = (name: string, kind: string) =>
      `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`
    await this.zip.whole('xl/styles.xml', stylesXml)
    await this.zip.whole(
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered
        .map(({ name, n }) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="rId${n}"/>`)
        .join('')}</sheets><definedNames>${numbered.map(definedNames).join('')}</definedNames></workbook>`,
    )
    await this.zip.whole(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbered.map(({ n }): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    )
    await this.zip.whole('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
    await this.zip.whole(
      '[Content_Types].xml',
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${numbered.map(({ n }) => part(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    )
    await this.zip.finish()
  }

  close(): void {
    this.zip.close()
  }
}

/** The area of the filters, which Excel wants to have by name; what is printed, and its header on every page. */
function definedNames({ name, rows, columns, header, printed, n }: Written & { n: number }): string {
  const area = (width: number) => `$A$1:$${columnName(width - 1)}$${rows}`
  const defined = (title: string, ref: string, more = '') =>
    `<definedName name="_xlnm.${title}" localSheetId="${n - 1}"${more}>'${xmlText(name)}'!${ref}</definedName>`
  const filters = defined('_FilterDatabase', area(columns), ' hidden="1"')
  const titles = defined('Print_Titles', '$1:$1')
  return (header ? filters : '') + defined('Print_Area', area(printed)) + (header ? titles : '')
}

function relations(targets: readonly [type: string, target: string][]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}
