import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docFile, oleFile, plfLfo, plfLst, row } from './doc/build.ts'
import { errorOf, read } from './doc/read.ts'

const fixture = (name: string) =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

describe('files that are not read are named', () => {
  const some = Uint8Array.of(1, 2, 3)

  it.each([
    ['Word 6', { ident: 0xa5dc }, 'document/old-word'],
    ['Word 95', { version: 104 }, 'document/old-word'],
    ['Word 95 of Taiwan', { ident: 0xa699 }, 'document/old-word'],
    ['a password', { flags: 0x0300 }, 'document/encrypted'],
    ['no Word file information', { ident: 0x1234 }, 'document/damaged'],
    ['nothing but the wrong name of the table stream', { flags: 0 }, null],
  ])('%s', async (_, spec, code) => {
    expect(await errorOf(docFile({ main: ['正文'], ...spec }))).toBe(code)
  })

  it.each([
    ['an encrypted .docx', 'EncryptedPackage', 'document/encrypted'],
    ['a workbook', 'Workbook', 'input/unsupported'],
    ['a presentation', 'PowerPoint Document', 'input/unsupported'],
    ['an installer', '\u4840\u3f3f\u4577', 'input/unsupported'],
    ['anything else', 'Contents2', 'input/unsupported'],
    ['a stream that is too short', 'WordDocument', 'document/damaged'],
  ])('%s', async (_, stream, code) => {
    expect(await errorOf(oleFile({ [stream]: some }))).toBe(code)
  })

  it('text without its table', async () => {
    const word = new Uint8Array(2048)
    word.set([0xec, 0xa5, 0xc1, 0])
    expect(await errorOf(oleFile({ WordDocument: word }))).toBe('document/damaged')
  })
})

describe('files that are cut off', () => {
  it.each(['autonum.doc', 'wide32col.doc'])('%s gives what is left, or a named error', async (name) => {
    const whole = fixture(name)
    const outcomes = new Set<string>()
    for (let i = 1; i < 40; i++) {
      const part = whole.slice(0, Math.floor((whole.length * i) / 40))
      outcomes.add((await errorOf(part)) ?? 'read')
    }
    expect(
      [...outcomes].every((o) => o === 'read' || o.startsWith('document/') || o.startsWith('input/')),
    ).toBe(true)
    expect(outcomes.has('document/damaged')).toBe(true)
  })

  it('text that is not in the file is reported', async () => {
    const whole = docFile({ main: ['甲'.repeat(3000)] })
    const view = new DataView(whole.buffer)
    const at = Buffer.from(whole).indexOf(Buffer.from([0xec, 0xa5]))
    // ccpText: more characters than there are.
    view.setUint32(at + 76, 5000, true)
    expect((await read(whole)).messages).toEqual(['doc/text-missing'])
  })
})

describe('mutated files', () => {
  /** Mulberry32: the same mutations in every run. */
  function random(seed: number): () => number {
    let a = seed
    return () => {
      a = (a + 0x6d2b79f5) | 0
      let t = Math.imul(a ^ (a >>> 15), 1 | a)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }

  const made = docFile({
    main: [
      '正文\u0013 HYPERLINK "a" \u0014链接\u0015',
      ...row(['甲', '乙'], [0, 1000, 2000], [{ merge: 'top' }]),
      ...row(['', '丙'], [0, 1000, 2000], [{ merge: 'below' }]),
    ],
    footnotes: ['注'],
    parts: { 73: plfLst([{ id: 1, levels: [{ nfc: 39, text: '\u0000、' }] }]), 74: plfLfo([{ id: 1 }]) },
  })

  it.each([
    ['made here', made, 300],
    ['autonum.doc', fixture('autonum.doc'), 300],
    ['wide32col.doc', fixture('wide32col.doc'), 15],
  ])('%s end in a result or a named error', { timeout: 20_000 }, async (_, whole, count) => {
    const next = random(20260101)
    const pick = (n: number) => Math.floor(next() * n)
    const outcomes: Record<string, number> = {}
    for (let i = 0; i < count; i++) {
      const bytes = Uint8Array.from(whole)
      // Half of the mutations hit the first sectors: headers and tables of places.
      for (let k = 0; k <= pick(12); k++)
        bytes[8 + pick((next() < 0.5 ? 4096 : bytes.length) - 8)] = pick(256)
      const outcome = (await errorOf(bytes)) ?? 'read'
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    expect(outcomes.read).toBeGreaterThan(0)
    expect(Object.values(outcomes).reduce((a, b) => a + b)).toBe(count)
  })
})

/** Other projects' own test files: broken, encrypted, old, fuzzed. */
const collections = ['poi', 'tika', 'word-extractor'].map((name) => join(shared, 'robustness', name))
if (!collections.every((c) => existsSync(c))) console.info('no robustness files: those tests are skipped')

describe.skipIf(!collections.every((c) => existsSync(c)))('files of other projects', () => {
  it('each give a result or a named error, within seconds', { timeout: 120_000 }, async () => {
    let count = 0
    for (const folder of collections) {
      for (const name of readdirSync(folder).filter((n) => /\.(doc|dot)$/i.test(n))) {
        const bytes = readFileSync(join(folder, name))
        if (bytes.readUInt32BE(0) !== 0xd0cf11e0) continue
        const start = performance.now()
        await errorOf(bytes)
        expect(performance.now() - start, name).toBeLessThan(5000)
        count++
      }
    }
    expect(count).toBeGreaterThan(200)
  })

  it('give the text that another reader expects', async () => {
    const folder = join(shared, 'robustness', 'word-extractor')
    const differing: string[] = []
    for (const name of readdirSync(folder).filter((n) => /^test\d+\.doc$/.test(n))) {
      const snapshot = readFileSync(join(folder, `${name}.snapx`), 'utf8')
      const body = /^ {2}"body": "\\\\"(.*)\\\\"",$/m.exec(snapshot)?.[1] ?? ''
      const { content } = await read(readFileSync(join(folder, name)))
      const texts = content.blocks.map((b) =>
        b.type === 'paragraph' ? b.text : b.cells.map((c) => c.text).join('\n'),
      )
      const plain = (text: string) => text.replace(/["'“”‘’]/g, '').replace(/\s+/g, '')
      const wanted = plain(body.replace(/\\+([nt"])/g, (_, c: string) => (c === '"' ? '' : ' ')))
      if (plain(texts.join('\n')) !== wanted) differing.push(name)
    }
    // On purpose: test07 has form fields (boxes, lists) and automatic numbers, which are printed here;
    // test16 has text boxes, which stand here where they are anchored.
    expect(differing).toEqual(['test07.doc', 'test16.doc'])
  })
})
