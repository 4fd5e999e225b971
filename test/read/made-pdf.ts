/** Small PDFs made in the tests: Chinese text in a font that is not embedded, lines, pictures. */

export interface MadePage {
  /** Content operators; the origin is at the lower left, the page is 595 × 842 unless `box` says otherwise. */
  readonly content: string
  readonly box?: string
  readonly rotate?: number
  /** More entries of the page's /Resources. */
  readonly resources?: string
  /** More entries of the page itself. */
  readonly more?: string
}

/** What a file holds beside its pages. */
export interface MadeFile {
  /** Objects that the pages name, from object 6 on. */
  readonly objects?: readonly string[]
  /** Entries of the document's information dictionary. */
  readonly info?: string
  /** More entries of the catalogue. */
  readonly catalog?: string
  /** More entries of the trailer. */
  readonly trailer?: string
  /** Makes an object of the file's number unreadable without a key. */
  readonly encrypt?: (object: string, number: number) => string
}

/** Text at a place given from the top left corner, as a reader of the result sees it. */
export function text(x: number, y: number, string: string, size = 12, more = ''): string {
  return `BT ${more} /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex(string)}> Tj ET`
}

/** Text along a matrix, e.g. turned. */
export function textAlong(matrix: string, string: string, size = 12): string {
  return `BT /F1 ${size} Tf ${matrix} Tm <${hex(string)}> Tj ET`
}

/** A stroked line between two places from the top left. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${842 - y0} m ${x1} ${842 - y1} l S`
}

/** The lines of a grid. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!]
  return [...xs.map((x) => line(x, y0, x, y1)), ...ys.map((y) => line(x0, y, x1, y))].join('\n')
}

function hex(string: string): string {
  return Array.from(string, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

/** A stream object. */
export function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** A PDF of these pages, and of further objects that their resources name (from object 6 on). */
export function makePdf(pages: readonly MadePage[], file: MadeFile = {}): Uint8Array {
  const { objects = [], info = '', catalog = '', trailer = '', encrypt = (object: string) => object } = file
  const body: string[] = ['', '']
  const add = (object: string): number => body.push(object)
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  for (const object of objects) add(object)
  const kids: number[] = []
  for (const p of pages) {
    const content = add(stream('', p.content))
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox ${p.box ?? '[0 0 595 842]'} /Rotate ${p.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> ${p.resources ?? ''} >> /Contents ${content} 0 R ${p.more ?? ''} >>`,
      ),
    )
  }
  body[0] = `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`
  body[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] >>`
  const infoAt = info === '' ? '' : `/Info ${add(`<< ${info} >>`)} 0 R`
  let out = '%PDF-1.4\n'
  const offsets: number[] = []
  body.forEach((object, i) => {
    offsets.push(out.length)
    out += `${i + 1} 0 obj\n${encrypt(object, i + 1)}\nendobj\n`
  })
  const xref = out.length
  const entries = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${body.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${body.length + 1} /Root 1 0 R ${infoAt} ${trailer} >>\nstartxref\n${xref}\n%%EOF`
  return Uint8Array.from(out, (c) => c.charCodeAt(0))
}
