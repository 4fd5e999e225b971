/** The built program reads a PDF in a thread of its own: the result is the same, and a page may fall. */
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Report } from '../src/message.ts'
import { readPdf } from '../src/read/pdf/read.ts'
import { defaultLimits } from '../src/read/reader.ts'
import { grid, makePdf, stream, text } from './read/made-pdf.ts'

const built = new URL('../dist/', import.meta.url).href
const { pdf } = await import(`${built}read/pdf/index.js`)
const { Report: BuiltReport } = await import(`${built}message.js`)
const { YaodianError } = await import(`${built}errors.js`)

const read = async (bytes: Uint8Array) => {
  const report = new BuiltReport()
  const content = await pdf.read({ name: 'made.pdf', bytes }, report, defaultLimits)
  return { content, noted: report.noted }
}

describe('the thread that reads PDFs', () => {
  it('gives what is read without it', async () => {
    const bytes = makePdf([
      {
        content: [
          text(57, 60, '一、加强领导'),
          grid([50, 150, 300], [100, 130, 160]),
          text(55, 120, '甲'),
        ].join('\n'),
      },
      { content: '' },
      { content: text(57, 60, '二、强化督查') },
    ])
    const report = new Report()
    const source = { name: 'made.pdf', bytes: Uint8Array.from(bytes) }
    const content = await readPdf(source, report, defaultLimits)
    expect(await read(bytes)).toEqual({ content, noted: report.noted })
  })

  it('reads one file after the other, and several at a time', async () => {
    const files = ['甲', '乙', '丙', '丁'].map((t) => makePdf([{ content: text(57, 60, t) }]))
    const one = []
    for (const f of files) one.push((await read(f)).content)
    expect(await Promise.all(files.map(async (f) => (await read(f)).content))).toEqual(one)
  })

  it('passes named errors on', async () => {
    const error = await read(new TextEncoder().encode('%PDF-1.4\nnothing of it')).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(YaodianError)
    expect(error).toMatchObject({ code: 'document/damaged' })
  })

  it('names the page that takes the thread down and reads the others', async () => {
    // One string of seventy million characters: more glyphs than the thread has memory for.
    const shown = deflateSync(`BT /F1 9 Tf (${'A'.repeat(70e6)}) Tj ET`).toString('latin1')
    const form = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >> /Filter /FlateDecode',
      shown,
    )
    const bytes = makePdf(
      [
        { content: text(57, 60, '一、加强领导') },
        { content: '/F0 Do', resources: '/XObject << /F0 6 0 R >>' },
        { content: text(57, 60, '二、强化督查') },
      ],
      { objects: [form] },
    )
    const { content, noted } = await read(bytes)
    expect(content.blocks.map((b: { text: string }) => b.text)).toEqual(['一、加强领导', '二、强化督查'])
    expect(noted).toMatchObject([{ code: 'page/unreadable', params: { page: 2 } }])
  })
})
