/** Small .doc files made byte by byte: one page of properties a paragraph or run, everything in one piece. */
import CFB from 'cfb'

export interface Run {
  readonly text: string
  /** Character modifiers. */
  readonly sprms?: readonly number[]
}

export interface Para {
  readonly runs: readonly (Run | string)[]
  /** `\r` if left out. */
  readonly mark?: string
  readonly markSprms?: readonly number[]
  readonly style?: number
  /** Paragraph modifiers. */
  readonly sprms?: readonly number[]
}

export interface Spec {
  readonly main: readonly (Para | string)[]
  readonly footnotes?: readonly (Para | string)[]
  readonly headers?: readonly (Para | string)[]
  readonly annotations?: readonly (Para | string)[]
  readonly textBoxes?: readonly (Para | string)[]
  /** Parts of the table stream by their place in FibRgFcLcb97. */
  readonly parts?: Readonly<Record<number, readonly number[]>>
  readonly data?: readonly number[]
  readonly ident?: number
  readonly version?: number
  readonly flags?: number
  readonly language?: number
  /** One byte a character: the text is then these bytes, whatever the paragraphs say of their length. */
  readonly bytes?: readonly number[]
  readonly streams?: Readonly<Record<string, Uint8Array>>
}

export const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff]
export const u32 = (n: number): number[] => [...u16(n), ...u16(n >>> 16)]

/** A modifier: its code, its operand. */
export const sprm = (code: number, ...operand: readonly number[]): number[] => [...u16(code), ...operand]

export const inTable = sprm(0x2416, 1)
export const depth = (n: number): number[] => [...inTable, ...sprm(0x6649, ...u32(n))]
export const deleted = sprm(0x0800, 1)
export const hidden = sprm(0x083c, 1)
export const list = (index: number, level = 0): number[] => [
  ...sprm(0x460b, ...u16(index)),
  ...sprm(0x260a, level),
]

export interface CellSpec {
  readonly merge?: 'top' | 'below'
  readonly joined?: boolean
}

/** sprmTDefTable: edges, and the flags of each cell's TC80. */
export function defineRow(edges: readonly number[], cells: readonly CellSpec[] = []): number[] {
  const operand = [
    edges.length - 1,
    ...edges.flatMap(u16),
    ...edges.slice(1).flatMap((_, i) => {
      const { merge, joined } = cells[i] ?? {}
      const flags = (joined ? 2 : 0) | (merge === 'top' ? 0x60 : merge === 'below' ? 0x20 : 0)
      return [...u16(flags), ...new Array<number>(18).fill(0)]
    }),
  ]
  return [...u16(0xd608), ...u16(operand.length + 1), ...operand]
}

/** A row of a table at the top: cells, and the paragraph that ends the row. */
export function row(
  cells: readonly string[],
  edges: readonly number[],
  specs: readonly CellSpec[] = [],
  more: readonly number[] = [],
): Para[] {
  return [
    ...cells.map((text): Para => ({ runs: [text], mark: '\u0007', sprms: inTable })),
    {
      runs: [],
      mark: '\u0007',
      sprms: [...inTable, ...sprm(0x2417, 1), ...defineRow(edges, specs), ...more],
    },
  ]
}

export interface LevelSpec {
  readonly nfc: number
  /** With characters 0–8 for the numbers of levels. */
  readonly text: string
  readonly start?: number
  readonly follow?: number
  readonly flags?: number
  readonly limit?: number
}

function level({ nfc, text, start = 1, follow = 2, flags = 0, limit = 0 }: LevelSpec): number[] {
  return [
    ...u32(start),
    nfc,
    flags,
    ...new Array<number>(9).fill(0),
    follow,
    ...u32(0),
    ...u32(0),
    0,
    0,
    limit,
    0,
    ...u16(text.length),
    ...[...text].flatMap((c) => u16(c.charCodeAt(0))),
  ]
}

/** PlfLst with its levels: each list has as many as given, then nine. */
export function plfLst(lists: readonly { id: number; levels: readonly LevelSpec[]; styles?: number[] }[]) {
  const full = lists.map((l) => Array.from({ length: 9 }, (_, i) => l.levels[i] ?? { nfc: 0xff, text: '' }))
  return [
    ...u16(lists.length),
    ...lists.flatMap(({ id, styles = [] }) => [
      ...u32(id),
      ...u32(0),
      ...Array.from({ length: 9 }, (_, i) => u16(styles[i] ?? 0x0fff)).flat(),
      0,
      0,
    ]),
    ...full.flatMap((levels) => levels.flatMap(level)),
  ]
}

/** PlfLfo: each names a list; `starts` begins levels anew. */
export function plfLfo(uses: readonly { id: number; starts?: readonly [level: number, start: number][] }[]) {
  return [
    ...u32(uses.length),
    ...uses.flatMap(({ id, starts = [] }) => [...u32(id), ...u32(0), ...u32(0), starts.length, 0, 0, 0]),
    ...uses.flatMap(({ starts = [] }) => [
      ...u32(0xffffffff),
      ...starts.flatMap(([at, start]) => [...u32(start), ...u32(at | 0x10)]),
    ]),
  ]
}

export interface StyleSpec {
  readonly base?: number
  readonly builtIn?: number
  readonly paragraph?: readonly number[]
  readonly characters?: readonly number[]
}

/** STSH of paragraph styles. */
export function stsh(styles: readonly StyleSpec[]): number[] {
  const even = (bytes: number[]) => (bytes.length & 1 ? [...bytes, 0] : bytes)
  return [
    ...u16(4),
    ...u16(styles.length),
    ...u16(10),
    ...styles.flatMap(({ base = 0xfff, builtIn = 0xffe, paragraph = [], characters = [] }, i) => {
      const std = [
        ...u16(builtIn),
        ...u16((base << 4) | 1),
        ...u16(2),
        ...u16(0),
        ...u16(0),
        ...u16(1),
        ...u16(0x41),
        ...u16(0),
        ...even([...u16(2 + paragraph.length), ...u16(i), ...paragraph]),
        ...even([...u16(characters.length), ...characters]),
      ]
      return [...u16(std.length), ...even(std)]
    }),
  ]
}

const textAt = 2048

interface Stretch {
  readonly length: number
  readonly bytes: readonly number[]
}

export function docFile(spec: Spec): Uint8Array {
  const stories = [spec.main, spec.footnotes, spec.headers, [], spec.annotations, [], spec.textBoxes, []]
  const text: string[] = []
  const papx: Stretch[] = []
  const chpx: Stretch[] = []
  const lengths = stories.map((paragraphs = []) => {
    let length = 0
    for (const given of paragraphs) {
      const p: Para = typeof given === 'string' ? { runs: [given] } : given
      const runs = [...p.runs, { text: p.mark ?? '\r', sprms: p.markSprms ?? [] }]
      let size = 0
      for (const r of runs) {
        const { text: t, sprms = [] } = typeof r === 'string' ? { text: r } : r
        text.push(t)
        if (t.length > 0) chpx.push({ length: t.length, bytes: sprms })
        size += t.length
      }
      papx.push({ length: size, bytes: [...u16(p.style ?? 0), ...(p.sprms ?? [])] })
      length += size
    }
    return length
  })
  const width = spec.bytes ? 1 : 2
  const all = text.join('')
  const body = spec.bytes ? Buffer.from(spec.bytes) : Buffer.from(all, 'utf16le')
  const firstPage = Math.ceil((textAt + body.length) / 512)
  const pages: Uint8Array[] = []
  const plc = (stretches: readonly Stretch[], paragraph: boolean): number[] => {
    const starts: number[] = []
    const numbers: number[] = []
    let at = textAt
    for (const { length, bytes } of stretches) {
      const page = new Uint8Array(512)
      page.set([...u32(at), ...u32(at + length * width)])
      starts.push(...u32(at))
      numbers.push(...u32(firstPage + pages.length))
      at += length * width
      // The properties stand at the end of the page, at an even offset.
      const size = paragraph ? [0, Math.ceil(bytes.length / 2)] : [bytes.length]
      const offset = (510 - size.length - bytes.length) & ~1
      if (paragraph || bytes.length > 0) {
        page[8] = offset / 2
        page.set([...size, ...bytes], offset)
      }
      page[511] = 1
      pages.push(page)
    }
    return [...starts, ...u32(at), ...numbers]
  }
  const table: number[] = []
  const places = new Map<number, [number, number]>()
  const part = (index: number, bytes: readonly number[]) => {
    places.set(index, [table.length, bytes.length])
    table.push(...bytes)
  }
  part(12, plc(chpx, false))
  part(13, plc(papx, true))
  const fc = width === 1 ? (textAt * 2) | 0x40000000 : textAt
  part(33, [2, ...u32(16), ...u32(0), ...u32(all.length), ...u16(0), ...u32(fc), ...u16(0)])
  for (const [index, bytes] of Object.entries(spec.parts ?? {})) part(Number(index), bytes)

  const word = Buffer.alloc((firstPage + pages.length) * 512)
  const view = new DataView(word.buffer, word.byteOffset)
  view.setUint16(0, spec.ident ?? 0xa5ec, true)
  view.setUint16(2, spec.version ?? 0xc1, true)
  view.setUint16(6, spec.language ?? 0x409, true)
  view.setUint16(10, spec.flags ?? 0x0200, true)
  view.setUint16(32, 14, true)
  view.setUint16(62, 22, true)
  lengths.forEach((n, i) => {
    view.setUint32(76 + 4 * i, n, true)
  })
  view.setUint16(152, 93, true)
  for (const [index, [at, size]] of places) {
    view.setUint32(154 + 8 * index, at, true)
    view.setUint32(158 + 8 * index, size, true)
  }
  word.set(body, textAt)
  pages.forEach((page, i) => {
    word.set(page, (firstPage + i) * 512)
  })
  return oleFile({
    WordDocument: word,
    '1Table': Uint8Array.from(table),
    ...(spec.data ? { Data: Uint8Array.from(spec.data) } : {}),
    ...spec.streams,
  })
}

/** A compound file with these streams. */
export function oleFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, Buffer.from(bytes))
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Buffer)
}
