import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outputNames } from '../../src/batch/output-names.ts'
import { pathBytes, pathHash, type RawPath, splitPath } from '../../src/batch/path.ts'

const named = (...paths: string[]) => paths.map((path) => ({ path, relative: splitPath(path).name }))

describe('outputNames', () => {
  it('adds the extension', () => {
    expect(outputNames(named('x/a.txt', 'b'), '.json')).toEqual(['a.txt.json', 'b.json'])
  })

  it('tells names apart that are one to some file systems', () => {
    expect(outputNames(named('x/A.txt', 'y/a.txt', 'é', 'e\u0301'), '.json')).toEqual([
      `A.txt-${pathHash('x/A.txt', 8)}.json`,
      `a.txt-${pathHash('y/a.txt', 8)}.json`,
      `é-${pathHash('é', 8)}.json`,
      `e\u0301-${pathHash('e\u0301', 8)}.json`,
    ])
  })

  it('gives the same input twice the same name', () => {
    expect(outputNames(named('x/a', './x/a'), '.json')).toEqual(['a.json', 'a.json'])
  })

  it('is not led astray by inputs named as a hash would name another', () => {
    const taken = [8, 16, 32, 64].map((digits) => `z/a-${pathHash('x/a', digits)}`)
    const names = outputNames(named(...taken, 'x/a', 'y/a'), '.json')
    expect(new Set(names).size).toBe(6)
  })

  it('cuts before a character, not within it', () => {
    const [name] = outputNames(named('长'.repeat(85)), '.json')
    expect(name).toBe(`${'长'.repeat(80)}-${pathHash('长'.repeat(85), 8)}.json`)
  })

  it('law: all differ, fit 255 bytes, and do not depend on the order', () => {
    const part = fc.stringMatching(/^[aAb长é.-]{1,100}$/)
    const inputs = fc.uniqueArray(fc.tuple(part, part).map(([folder, name]) => `${folder}/${name}`))
    fc.assert(
      fc.property(inputs, (paths) => {
        const names = outputNames(named(...paths), '.json')
        expect(new Set(names).size).toBe(paths.length)
        for (const name of names) expect(pathBytes(name).length).toBeLessThanOrEqual(255)
        const back = outputNames(named(...[...paths].reverse()), '.json').reverse()
        expect(back).toEqual(names)
      }),
    )
  })

  it('cuts folders that no file system takes, as archives may have them', () => {
    const long = '长'.repeat(100)
    const of = (...paths: string[]) =>
      outputNames(
        paths.map((path) => ({ path, relative: path })),
        '.json',
      )
    const cut = (folder: string) => `${'长'.repeat(82)}-${pathHash(folder, 8)}`
    expect(of(`${long}/a`, `${long}长/a`, `b/${long}/a`)).toEqual([
      `${cut(long)}/a.json`,
      `${cut(`${long}长`)}/a.json`,
      `b/${cut(`b/${long}`)}/a.json`,
    ])
    const deep = `a.zip/${'0123456789/'.repeat(300)}`
    expect(of(`${deep}x`, `${deep}y`)).toEqual(
      ['x', 'y'].map((name) => `a.zip/${pathHash(deep.slice(0, -1), 32)}/${name}.json`),
    )
    const usual = `${'0123456789/'.repeat(100)}x`
    expect(of(usual)).toEqual([`${usual}.json`])
  })

  it('keeps bytes that are no UTF-8', () => {
    const path: RawPath = Buffer.from([0x61, 0xff])
    expect(outputNames([{ path, relative: path }], '.json')).toEqual([Buffer.from('a\xff.json', 'latin1')])
  })
})
