/** Reads MHTML (RFC 2557): a page with all that belongs to it in one file, as browsers, Word and WPS save it. */

import { type Block, blocksText, type Content, type Link } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import { decode, noteDecoding } from '../charset.ts'
import type { Reader } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import { declaredCharset } from './declared.ts'
import { type Message, messageOf, type Part } from './mime.ts'
import { notePage, type PageContent, readPage, shortText } from './read.ts'

/** Pages in frames, and in their frames; Excel saves each sheet as one. */
const maxFrames = 64

export const mhtml: Reader = {
  format: 'mhtml',
  async read(source, report, limits): Promise<Content> {
    const message = messageOf(source.bytes)
    const main = mainPart(message)
    if (main === null) throw new YaodianError('document/damaged', { detail: 'MHTML: no text/html' })

    const readPart = (part: Part, name: string): PageContent & { encoding: string } => {
      const bytes = part.bytes()
      if (bytes.length > limits.maxPartBytes) {
        throw tooLarge('bytes', bytes.length, limits.maxPartBytes)
      }
      const decoded = decode(bytes, { declared: part.charset ?? declaredCharset(bytes) })
      noteDecoding(decoded, report)
      return { ...readPage(decoded.text, name, report, limits), encoding: decoded.encoding }
    }

    const page = readPart(main, 'html')
    const blocks: Block[] = [...page.blocks]
    const furniture: Block[] = [...page.furniture]
    const links: Link[] = [...page.links]
    // The page is a mere frame around others, or they are set into it: advertisements, counters.
    const framesOnly = blocksText(page.blocks).length < shortText
    const missing: string[] = []
    const seen = new Set<Part>([main])
    const rest = page.frames.map((src) => ({ src, base: main.location }))
    for (let frame = rest.shift(); frame !== undefined; frame = rest.shift()) {
      const part = partAt(message, frame.src, frame.base)
      if (part === null) missing.push(frame.src)
      if (part === null || seen.has(part) || seen.size > maxFrames) continue
      seen.add(part)
      const inner = readPart(part, part.location ?? part.id ?? frame.src)
      blocks.push(...(framesOnly ? inner.blocks : []))
      furniture.push(...(framesOnly ? [] : inner.blocks), ...inner.furniture)
      if (framesOnly) links.push(...inner.links)
      rest.push(...inner.frames.map((src) => ({ src, base: part.location })))
    }
    notePage({ ...page, blocks, furniture, frames: missing }, report)
    const meta = main.location === null ? page.meta : { ...page.meta, location: main.location }
    return { blocks, furniture, links, pages: [], meta, encoding: page.encoding }
  },
}

/** The part that the message says is its root, else the first page in it. */
function mainPart({ parts, start }: Message): Part | null {
  const pages = parts.filter(isPage)
  return pages.find((p) => start !== null && p.id === start) ?? pages[0] ?? null
}

function isPage(part: Part): boolean {
  return part.type === 'text/html' || part.type === 'application/xhtml+xml'
}

/** The page that an address in another stands for: `cid:` its Content-ID, else its Content-Location. */
function partAt({ parts }: Message, src: string, base: string | null): Part | null {
  const pages = parts.filter(isPage)
  if (/^cid:/i.test(src)) {
    const id = src.slice(4)
    return pages.find((p) => p.id === id || p.location === src) ?? null
  }
  const address = resolve(src, base)
  return (
    pages.find((p) => p.location === src || (p.location !== null && resolve(p.location, base) === address)) ??
    null
  )
}

function resolve(address: string, base: string | null): string {
  try {
    return base === null ? new URL(address).href : new URL(address, base).href
  } catch {
    return address
  }
}
