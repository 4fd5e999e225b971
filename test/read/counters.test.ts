import { describe, expect, it } from 'vitest'
import { ListCounters, type ListLevel, type ListUse } from '../../src/read/counters.ts'
import type { NumberFormat } from '../../src/read/numbering.ts'

const level = (text: string, format: NumberFormat = 'decimal', more: Partial<ListLevel> = {}): ListLevel => ({
  start: 1,
  format,
  text,
  follow: 'nothing',
  legal: false,
  restart: undefined,
  hidden: false,
  ...more,
})

function labels(
  uses: Readonly<Record<number, ListUse>>,
  paragraphs: readonly [use: number, level: number][],
) {
  const counters = new ListCounters((use) => uses[use])
  return paragraphs.map(([use, at]) => counters.next(use, at)?.text)
}

const use = (levels: readonly ListLevel[], starts: readonly [number, number][] = [], id = 'a'): ListUse => ({
  list: { id, levels },
  instance: { starts: new Map(starts), levels: new Map() },
})

const outline = [level('%1.'), level('%1.%2'), level('%1.%2.%3')]

describe('counting paragraphs of lists', () => {
  it('a level begins again after any above it', () => {
    expect(
      labels({ 1: use(outline) }, [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['1.', '1.1', '1.2', '2.', '2.1'])
  })

  it('a level that was skipped is used up by what stands below it', () => {
    expect(
      labels({ 1: use(outline) }, [
        [1, 1],
        [1, 0],
      ]),
    ).toEqual(['1.1', '2.'])
    const letters = [level('%1.'), level('%2.', 'lowerLetter'), level('%3.', 'lowerRoman')]
    expect(
      labels({ 1: use(letters) }, [
        [1, 0],
        [1, 2],
        [1, 2],
        [1, 1],
        [1, 0],
      ]),
    ).toEqual(['1.', 'i.', 'ii.', 'b.', '2.'])
  })

  it('a level may go on after those above it, or only after some', () => {
    const on = [level('%1.'), level('%2)', 'decimal', { restart: 0 })]
    expect(
      labels({ 1: use(on) }, [
        [1, 0],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['1.', '1)', '2.', '2)'])
    const after = [level('%1.'), level('%2)'), level('%3]', 'decimal', { restart: 1 })]
    expect(
      labels({ 1: use(after) }, [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 1],
        [1, 2],
        [1, 0],
        [1, 2],
      ]),
    ).toEqual(['1.', '1)', '1]', '2)', '2]', '2.', '1]'])
  })

  it('uses of one list count on together; one that overrides the start begins anew, once', () => {
    const uses = { 1: use(outline), 2: use(outline), 3: use(outline, [[0, 5]]), 4: use(outline, [], 'b') }
    expect(
      labels(uses, [
        [1, 0],
        [2, 0],
        [3, 0],
        [3, 0],
        [1, 0],
        [4, 0],
      ]),
    ).toEqual(['1.', '2.', '5.', '6.', '7.', '1.'])
  })

  it('bullets, hidden labels and unknown lists print nothing', () => {
    const silent = [level('●', 'bullet'), level('%2.', 'decimal', { hidden: true }), level(' ')]
    expect(
      labels({ 1: use(silent) }, [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
        [9, 0],
      ]),
    ).toEqual(new Array(5).fill(undefined))
  })

  it('a use may format a level otherwise', () => {
    const own: ListUse = {
      list: { id: 'a', levels: outline },
      instance: { starts: new Map(), levels: new Map([[0, level('第%1条', 'chineseCountingThousand')]]) },
    }
    expect(
      labels({ 1: own }, [
        [1, 0],
        [1, 0],
      ]),
    ).toEqual(['第一条', '第二条'])
  })
})
