import { describe, expect, it } from 'vitest'
import { withinCommonFolder } from '../../src/batch/path.ts'

describe('withinCommonFolder', () => {
  it.each([
    [['a.doc'], ['a.doc']],
    [
      ['x/a.doc', 'x/b.doc'],
      ['a.doc', 'b.doc'],
    ],
    [
      ['x/2021/a.doc', 'x/2022/a.doc'],
      ['2021/a.doc', '2022/a.doc'],
    ],
    [
      ['/x/a.doc', '/y/a.doc'],
      ['x/a.doc', 'y/a.doc'],
    ],
    [
      ['x/a.doc', 'x/a.doc/../b.doc'],
      ['a.doc', 'b.doc'],
    ],
    [[], []],
  ])('%j', (paths, within) => {
    expect(withinCommonFolder(paths)).toEqual(within)
  })

  it('never leads out of the folder that the names are put under', () => {
    for (const path of withinCommonFolder(['../a/s.txt', 'b/s.txt', '/s.txt']))
      expect(path).not.toMatch(/^\/|\.\./)
  })
})
