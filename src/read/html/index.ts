/** Reads HTML: a file saved from an editor, or a page of a portal. */
import type { Content } from '../../document.ts'
import { decode, noteDecoding } from '../charset.ts'
import type { Reader } from '../reader.ts'
import { declaredCharset } from './declared.ts'
import { notePage, readPage } from './read.ts'

export const html: Reader = {
  format: 'html',
  async read(source, report, limits): Promise<Content> {
    const decoded = decode(source.bytes, { declared: source.charset ?? declaredCharset(source.bytes) })
    noteDecoding(decoded, report)
    const page = readPage(decoded.text, 'html', report, limits)
    notePage(page, report)
    const { blocks, furniture, links, meta } = page
    return { blocks, furniture, links, pages: [], meta, encoding: decoded.encoding }
  },
}
