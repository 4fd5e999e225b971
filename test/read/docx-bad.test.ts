/** Bad .docx files: a named error or a message, in bounded time and memory. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/document.ts'
import { YaodianError } from '../../src/errors.ts'
import {
  documentXml,
  docxOf,
  p,
  packed,
  paragraphsOf,
  readBody,
  readBytes,
  relationships,
  texts,
} from './docx/parts.ts'

async function errorOf(bytes: Uint8Array, limits = {}): Promise<string> {
  try {
    await readBytes(bytes, limits)
  } catch (error) {
    if (error instanceof YaodianError)
      return `${error.code} ${error.params.detail ?? error.params.whatEn ?? ''}`.trim()
    throw error
  }
  return 'none'
}

const row = (cells: number) => `<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(cells)}</w:tr>`

describe('too large, decided before mammoth sees it', { timeout: 30_000 }, () => {
  it('a table of 63 columns and 10,000 rows', async () => {
    const bytes = docxOf(`<w:tbl>${row(63).repeat(10_000)}</w:tbl>`)
    expect(bytes.length).toBeLessThan(200_000)
    const started = performance.now()
    expect(await errorOf(bytes)).toMatch(/^document\/too-large/)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('cells by the grid that they span', async () => {
    const wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p/></w:tc></w:tr>'
    expect(await errorOf(docxOf(`<w:tbl>${wide.repeat(11)}</w:tbl>`), { maxCells: 10_000 })).toBe(
      'document/too-large more than 10000 table cells (--max-cells)',
    )
    expect(await errorOf(docxOf(`<w:tbl>${wide.repeat(10)}</w:tbl>`), { maxCells: 10_000 })).toBe('none')
  })

  it('paragraphs', async () => {
    expect(await errorOf(docxOf(p('甲').repeat(101)), { maxCells: 100 })).toBe(
      'document/too-large 101 paragraphs, the limit is 100 (--max-cells)',
    )
    expect(await errorOf(docxOf(p('甲').repeat(100)), { maxCells: 100 })).toBe('none')
  })

  it('levels of nesting', async () => {
    const nested = (n: number) =>
      '<w:sdt><w:sdtContent>'.repeat(n) + p('甲') + '</w:sdtContent></w:sdt>'.repeat(n)
    expect(await errorOf(docxOf(nested(100)))).toBe(
      'document/too-large more than 200 levels of nesting (--max-depth)',
    )
    expect(await errorOf(docxOf(nested(97)))).toBe('none')
    // As deep as the limit lets them, tables in tables are no trouble to mammoth.
    const tables = '<w:tbl><w:tr><w:tc>'.repeat(64) + p('深') + '</w:tc></w:tr></w:tbl>'.repeat(64)
    const { blocks } = await readBytes(docxOf(tables))
    expect(paragraphsOf(blocks).map((b) => b.text)).toEqual(['深'])
  })

  it('a part, by its real size whatever its header says', async () => {
    const bytes = docxOf(p('甲'.repeat(100_000)))
    expect(await errorOf(bytes, { maxPartBytes: 100_000 })).toMatch(
      /^document\/too-large .*bytes of one part/,
    )
    // The size in the central directory, set to 10 bytes.
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(
      Buffer.from([0x50, 0x4b, 1, 2]),
    )
    view.setUint32(at + 24, 10, true)
    expect(await errorOf(bytes, { maxPartBytes: 100_000 })).toMatch(
      /^document\/too-large .*bytes of one part/,
    )
  })

  it('all parts that mammoth gets, together', async () => {
    const headers = ['a', 'b', 'c']
    const parts = Object.fromEntries(
      headers.map((id) => [
        `word/${id}.xml`,
        documentXml('')
          .replace(/document/g, 'hdr')
          .replace(/<\/?w:body>/g, '') + ' '.repeat(9000),
      ]),
    )
    const section = `<w:sectPr>${headers.map((id) => `<w:headerReference r:id="${id}"/>`).join('')}</w:sectPr>`
    const bytes = docxOf(p('甲') + section, {
      ...parts,
      'word/_rels/document.xml.rels': relationships(
        ...headers.map((id) => [id, 'header', `${id}.xml`] as [string, string, string]),
      ),
    })
    expect(await errorOf(bytes, { maxPartBytes: 20_000 })).toMatch(/^document\/too-large .*bytes of one part/)
    expect(await errorOf(bytes, { maxPartBytes: 40_000 })).toBe('none')
  })
})

describe('damaged', () => {
  it('no zip, half a zip, no document in it, no body', async () => {
    const whole = docxOf(p('甲'))
    expect(await errorOf(new Uint8Array(40))).toBe('document/damaged zip')
    expect(await errorOf(whole.subarray(0, whole.length >> 1))).toBe('document/damaged zip')
    expect(await errorOf(packed({ 'word/styles.xml': '<x/>' }))).toBe('document/damaged word/document.xml')
    expect(await errorOf(packed({ 'word/document.xml': '<x/>' }))).toBe(
      'document/damaged word/document.xml: w:body',
    )
  })

  it('XML that is cut off or not well-formed', async () => {
    const xml = documentXml(p('甲'))
    expect(await errorOf(packed({ 'word/document.xml': xml.slice(0, -20) }))).toMatch(
      /^document\/damaged word\/document.xml: /,
    )
    expect(await errorOf(packed({ 'word/document.xml': xml.replace('</w:r>', '') }))).toMatch(
      /unexpected close tag/,
    )
    expect(await errorOf(packed({ 'word/document.xml': '' }))).toMatch(/^document\/damaged/)
  })

  it('a member whose data is not what it says', async () => {
    const bytes = docxOf(p('甲'.repeat(1000)))
    bytes.fill(0xff, 60, 80)
    expect(await errorOf(bytes)).toMatch(/^document\/damaged word\/document.xml/)
  })

  it('a member with a password', async () => {
    const bytes = docxOf(p('甲'))
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(
      Buffer.from([0x50, 0x4b, 1, 2]),
    )
    bytes[at + 8] = 1
    expect(await errorOf(bytes)).toBe('document/encrypted')
  })
})

describe('XML that would reach outside or grow', () => {
  it('entities are never resolved', async () => {
    const dtd = '<!DOCTYPE w:document [<!ENTITY a "山"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    const { blocks, codes } = await readBytes(
      packed({ 'word/document.xml': dtd + documentXml(p('保&a;市&b;')) }),
    )
    expect(texts(blocks)).toEqual(['保&a;市&b;'])
    expect(codes).toEqual(['docx/xml-fault'])
  })

  it('entities in thousands are damage', async () => {
    expect(await errorOf(docxOf(p('&a;'.repeat(2000))))).toBe(
      'document/damaged word/document.xml: undefined entity.',
    )
  })

  it('control characters are passed over', async () => {
    const { blocks, codes } = await readBody(p('保\u0001山\ufffe'))
    expect(texts(blocks)).toEqual(['保山'])
    expect(codes).toEqual(['docx/xml-fault'])
  })
})

it('text that looks like markup stays text', async () => {
  expect(texts((await readBody(p('A&amp;B &lt;w:br/&gt; "x" ]]&gt;'))).blocks)).toEqual([
    'A&B <w:br/> "x" ]]>',
  ])
})

it('bookmarks of the file that look like ours lead nowhere', async () => {
  const forged = '<w:bookmarkStart w:id="1" w:name="yd:0"/><w:bookmarkStart w:id="2" w:name="yd:story"/>'
  const { blocks } = await readBody(
    `${p('甲')}<w:p>${forged}<w:r><w:t>乙</w:t></w:r></w:p><w:p>${forged}</w:p>${p('丙')}`,
  )
  expect(paragraphsOf(blocks).map((b) => b.places.map((place) => place.origin))).toEqual(
    [1, 2, 4].map((n) => [{ kind: 'part', part: 'word/document.xml', path: `w:p[${n}]` }]),
  )
})

it('a directory of 100,000 members', { timeout: 30_000 }, async () => {
  const bytes = docxOf(p('甲'))
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const directory = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const end = view.indexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entry = Buffer.from(view.subarray(directory, directory + 46 + 17))
  const many = Buffer.concat(Array.from({ length: 100_000 }, () => entry))
  for (let i = 0; i < 100_000; i++) many.write(`word/doc_${String(i).padStart(8, '0')}`, i * 63 + 46)
  const endRecord = Buffer.from(view.subarray(end))
  endRecord.writeUInt16LE(0xffff, 10)
  endRecord.writeUInt32LE(many.length + end - directory, 12)
  const first = Buffer.concat([view.subarray(0, end), many, endRecord])
  expect(texts((await readBytes(first)).blocks)).toEqual(['甲'])
  // Where the document stands behind them all it is not looked for.
  const last = Buffer.concat([view.subarray(0, directory), many, view.subarray(directory, end), endRecord])
  expect(await errorOf(last)).toBe('document/damaged word/document.xml')
})

const shared = process.env.YAODIAN_SHARED ?? join(import.meta.dirname, '../../../shared')
const robustness = join(shared, 'robustness')
if (!existsSync(robustness)) console.info(`not tested, no such folder: ${robustness}`)

describe.skipIf(!existsSync(robustness))(
  "other projects' files: a result or a named error within 5 s",
  () => {
    for (const folder of ['poi', 'tika', 'mammoth', 'word-extractor']) {
      const names = existsSync(join(robustness, folder))
        ? readdirSync(join(robustness, folder)).filter((n) => /\.(docx|docm|dotx)$/i.test(n))
        : []
      it(`${folder}: ${names.length} files`, async () => {
        expect(names.length).toBeGreaterThan(0)
        for (const name of names) {
          const started = process.cpuUsage()
          try {
            const { blocks, furniture } = await readBytes(readFileSync(join(robustness, folder, name)))
            expect(gaps([...blocks, ...furniture]), name).toEqual([])
          } catch (error) {
            if (!(error instanceof YaodianError)) throw error
          }
          const { user, system } = process.cpuUsage(started)
          expect((user + system) / 1e6, name).toBeLessThan(5)
        }
      }, 120_000)
    }
  },
)

/** Paragraphs whose places do not cover their text from end to end. */
function gaps(blocks: readonly Block[]): string[] {
  return paragraphsOf(blocks).flatMap(({ text, places }) => {
    let at = 0
    for (const { start, end } of places) {
      if (start !== at || end <= start) return [text]
      at = end
    }
    return at === text.length ? [] : [text]
  })
}
