/**
 * Documents of another format that are set into this one (w:altChunk, 17.17.2.1). Programs that turn a page
 * into a .docx write nothing else: the whole notice is one part of HTML or MHTML.
 */
import type { Block, Content, Format, Link, Origin } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import { Report } from '../../message.ts'
import { detect } from '../detect.ts'
import type { Limits, Reader } from '../reader.ts'

const readers: Readonly<Partial<Record<Format, () => Promise<Reader>>>> = {
  html: async () => (await import('../html/index.ts')).html,
  mhtml: async () => (await import('../html/mhtml.ts')).mhtml,
  txt: async () => (await import('../text/index.ts')).text,
}

export interface Chunk {
  readonly blocks: readonly Block[]
  readonly furniture: readonly Block[]
  readonly links: readonly Link[]
}

/** Reads a part that is a document; `null` where it cannot be read, or is in a format not read here. */
export async function readChunk(
  part: string,
  bytes: Uint8Array,
  report: Report,
  limits: Limits,
): Promise<Chunk | null> {
  try {
    const source = { name: part, bytes }
    const reader = await readers[detect(source, new Report())]?.()
    if (!reader) return null
    const content: Content = await reader.read(source, report, limits)
    return {
      blocks: content.blocks.map((b) => within(b, part)),
      furniture: content.furniture.map((b) => within(b, part)),
      links: content.links,
    }
  } catch (error) {
    if (error instanceof YaodianError) return null
    throw error
  }
}

/** The block with its places in this part. */
function within(block: Block, part: string): Block {
  if (block.type === 'paragraph') {
    return { ...block, places: block.places.map((p) => ({ ...p, origin: originIn(p.origin, part) })) }
  }
  return {
    ...block,
    cells: block.cells.map((c) => ({ ...c, blocks: c.blocks.map((b) => within(b, part)) })),
  }
}

function originIn(origin: Origin, part: string): Origin {
  return origin.kind === 'part' ? { ...origin, part } : origin
}
