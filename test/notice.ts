/** A notice from its lines, for tests of the stages behind the readers. */
import { type Document, identify, paragraph } from '../src/document.ts'

export function documentOf(lines: readonly string[]): Document {
  return {
    source: {
      name: 'test.txt',
      format: 'txt',
      bytes: 0,
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      pages: null,
    },
    blocks: identify(
      lines.map((text, i) =>
        paragraph(text, [{ start: 0, end: text.length, origin: { kind: 'line', line: i + 1, offset: 0 } }]),
      ),
    ),
    furniture: [],
    links: [],
    pages: [],
    meta: {},
    encoding: 'utf-8',
  }
}
