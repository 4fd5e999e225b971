import { readFileSync } from 'node:fs'
import CFB from 'cfb'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { CompoundFile } from '../../src/read/doc/compound.ts'
import { oleFile } from './doc/build.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const small = Uint8Array.from({ length: 1000 }, (_, i) => i % 251)
const large = Uint8Array.from({ length: 20_000 }, (_, i) => i % 241)

const fatAt = (file: Uint8Array) => 512 * (new DataView(file.buffer, file.byteOffset).getUint32(76, true) + 1)
const setFat = (file: Uint8Array, sector: number, next: number) =>
  new DataView(file.buffer, file.byteOffset).setUint32(fatAt(file) + 4 * sector, next, true)

/** Where in the file the directory entry of a stream begins. */
function entryAt(file: Uint8Array, name: string): number {
  return Buffer.from(file).indexOf(Buffer.from(`${name}\0`, 'utf16le'))
}

describe('streams of a compound file', () => {
  it.each(['autonum.doc', 'wide32col.doc'])('are those that another reader finds in %s', (name) => {
    const bytes = fixture(name)
    const file = new CompoundFile(bytes)
    const other = CFB.read(bytes, { type: 'buffer' })
    for (const stream of ['WordDocument', '1Table', 'Data', '\u0005SummaryInformation']) {
      const found = CFB.find(other, `/${stream}`)
      const mine = file.stream(stream)
      expect(mine === null).toBe(found === null)
      if (found && mine) expect(Buffer.compare(Buffer.from(found.content), mine.bytes.data)).toBe(0)
    }
  })

  it('are found in sectors and in mini sectors, by names in any case', () => {
    const file = new CompoundFile(oleFile({ Small: small, Large: large }))
    expect([...(file.stream('SMALL')?.bytes.data ?? [])]).toEqual([...small])
    expect([...(file.stream('large')?.bytes.data ?? [])]).toEqual([...large])
    expect(file.stream('none')).toBeNull()
  })

  it('of documents inside the document are not the document’s', () => {
    const file = new CompoundFile(oleFile({ WordDocument: small, 'ObjectPool/_1/Inner': large }))
    expect(file.stream('Inner')).toBeNull()
    expect(file.stream('WordDocument')?.size).toBe(1000)
  })

  it('of a file that was cut off are as long as what is left', () => {
    const whole = oleFile({ Large: large })
    const at = Buffer.from(whole).indexOf(Buffer.from(large.subarray(0, 512)))
    const found = new CompoundFile(whole.subarray(0, at + 1124)).stream('Large')
    expect(found?.size).toBe(20_000)
    expect(found?.bytes.length).toBe(1124)
  })
})

describe('hostile compound files', () => {
  const start = (file: Uint8Array) =>
    new DataView(file.buffer, file.byteOffset).getUint32(entryAt(file, 'Large') + 116, true)

  it('a chain that runs into itself ends at the size of the stream', () => {
    const file = oleFile({ Large: large })
    const first = start(file)
    setFat(file, first + 1, first)
    const { bytes } = new CompoundFile(file).stream('Large')!
    expect(bytes.length).toBe(20_000)
    expect(bytes.u8(1024)).toBe(large[0])
  })

  it('a loop under a size beyond the file is damage', () => {
    const file = oleFile({ Large: large })
    setFat(file, start(file), start(file))
    new DataView(file.buffer).setUint32(entryAt(file, 'Large') + 120, 0x7fffffff, true)
    expect(() => new CompoundFile(file).stream('Large')).toThrow(YaodianError)
  })

  it.each([
    ['a sector size of 2^31', 30, 31],
    ['a directory beyond the file', 48, 0x00ffffff],
  ])('%s is damage', (_, at, value) => {
    const file = oleFile({ Large: large })
    new DataView(file.buffer).setUint32(at, value, true)
    expect(() => new CompoundFile(file)).toThrow(YaodianError)
  })

  it('a DIFAT that leads back to itself is followed no further than the file is long', () => {
    const file = oleFile({ Large: large })
    const view = new DataView(file.buffer)
    view.setUint32(68, 0, true)
    view.setUint32(512 + 508, 0, true)
    expect(new CompoundFile(file).stream('Large')?.bytes.length).toBe(20_000)
  })

  it('fewer bytes than a header has are damage', () => {
    expect(() => new CompoundFile(new Uint8Array(100))).toThrow(YaodianError)
  })
})
