/**
 * The .docx reader (also .docm, .dotx, Strict OOXML): the package's parts are rewritten so that mammoth
 * loses nothing of them and every paragraph keeps its place, mammoth reads them, and its document becomes
 * ours with Word's automatic numbers put back.
 */

import type { Content } from '../../document.ts'
import type { Report } from '../../message.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import { Gathering } from './blocks.ts'
import { type Chunk, readChunk } from './chunks.ts'
import { mark } from './flow.ts'
import { Lists } from './lists.ts'
import { readByMammoth } from './mammoth.ts'
import { readMeta } from './meta.ts'
import { Package } from './package.ts'
import { type Findings, Rewriting, remember } from './rewrite.ts'
import { Styles } from './styles.ts'
import { pieceLength } from './tables.ts'
import { Zip } from './zip.ts'

export const docx: Reader = {
  format: 'docx',
  async read(source: Source, report: Report, limits: Limits): Promise<Content> {
    const pkg = new Package(new Zip(source.bytes), limits)
    const rewriting = rewrite(pkg, limits)
    const chunks = await readChunks(rewriting, pkg, report, limits)
    const gathering = new Gathering(
      rewriting.paragraphs,
      chunks.map((c) => c.blocks),
    )
    const { findings } = rewriting
    for (const piece of pieces(rewriting.stories)) {
      const { children, messages } = await readByMammoth(piece, rewriting.links)
      gathering.add(children)
      for (const message of messages) {
        const symbol = /unsupported character was ignored: char (\S+) in font (.+)$/.exec(message)
        remember(findings.symbols, symbol ? `${symbol[2]} ${symbol[1]}` : message)
      }
    }
    gathering.end()
    const { body } = gathering
    const furniture = [...gathering.furniture, ...chunks.flatMap((c) => c.furniture)]
    const links = [...gathering.links, ...chunks.flatMap((c) => c.links)]
    note(findings, body.length === 0, report)
    return {
      blocks: body,
      furniture,
      links,
      pages: [],
      meta: readMeta(pkg, limits.maxDepth),
      encoding: null,
    }
  },
}

function rewrite(pkg: Package, limits: Limits): Rewriting {
  const { maxDepth } = limits
  const text = (part: string | undefined) => (part === undefined ? null : pkg.text(part))
  const stylesPart = pkg.sibling('styles')
  const styles = new Styles(text(stylesPart), stylesPart ?? '', maxDepth)
  const listsPart = pkg.sibling('numbering')
  const lists = new Lists(text(listsPart), listsPart ?? '', maxDepth, styles)
  const rewriting = new Rewriting(styles, lists, limits)
  // What mammoth gets is held to the limit as a whole: headers may be many.
  let bytes = 0
  const add = (part: string | undefined) => {
    const xml = text(part)
    if (part === undefined || xml === null) return
    bytes += xml.length
    if (bytes > limits.maxPartBytes) {
      throw tooLarge('bytes', null, limits.maxPartBytes)
    }
    rewriting.add({ part, xml, relationships: pkg.relationships(part) })
  }
  add(pkg.main)
  for (const part of rewriting.furniture) add(part)
  add(pkg.sibling('footnotes'))
  add(pkg.sibling('endnotes'))
  return rewriting
}

async function readChunks(
  rewriting: Rewriting,
  pkg: Package,
  report: Report,
  limits: Limits,
): Promise<Chunk[]> {
  const chunks: Chunk[] = []
  let room = limits.maxPartBytes
  for (const part of rewriting.chunks) {
    const bytes = pkg.bytes(part)
    room -= bytes?.length ?? 0
    const chunk = bytes && room >= 0 ? await readChunk(part, bytes, report, limits) : null
    if (!chunk) remember(rewriting.findings.elsewhere, part)
    chunks.push(chunk ?? { blocks: [], furniture: [], links: [] })
  }
  return chunks
}

/** The blocks in pieces that mammoth reads with ease. */
function* pieces(stories: readonly (readonly string[])[]): Generator<string> {
  let piece = ''
  for (const [i, story] of stories.entries()) {
    if (i > 0) piece += mark('story')
    for (const block of story) {
      if (piece.length + block.length > pieceLength && piece !== '') {
        yield piece
        piece = ''
      }
      piece += block
    }
  }
  yield piece
}

function note(findings: Findings, empty: boolean, report: Report): void {
  const { images, drawings, covered, faults, symbols, unknown, fields, elsewhere } = findings
  if (empty && images > 0) report.add('docx/images-only', { count: images })
  for (const part of elsewhere) report.add('docx/embedded-document', { part })
  if (drawings > 0) report.add('docx/drawing-not-read', { count: drawings })
  if (covered > 0) report.add('docx/covered-text', { count: covered })
  if (faults > 0) report.add('docx/xml-fault', { count: faults })
  if (symbols.size > 0) report.add('docx/symbol-unknown', { symbols: some(symbols) })
  if (unknown.size > 0) report.add('docx/element-unknown', { elements: some(unknown) })
  for (const name of fields) report.add('docx/field-without-result', { name })
}

function some(names: ReadonlySet<string>): string {
  const list = [...names]
  return list.length > 10 ? `${list.slice(0, 10).join('、')}…` : list.join('、')
}
