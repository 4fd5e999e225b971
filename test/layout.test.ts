import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../src/read/layout/edges.ts'
import { escapeXml } from '../src/read/layout/escape.ts'
import { flow } from '../src/read/layout/flow.ts'
import { framesOf } from '../src/read/layout/frames.ts'
import type { Edge, Glyph, Marks } from '../src/read/layout/marks.ts'
import { layoutPage } from '../src/read/layout/page.ts'
import { rowsOf } from '../src/read/layout/words.ts'

const across = (at: number, from: number, to: number): Edge => ({ horizontal: true, at, from, to })
const down = (at: number, from: number, to: number): Edge => ({ horizontal: false, at, from, to })

function frames(edges: Edge[]) {
  const s = segmentsOf(edges)
  return framesOf(s.across, s.down)
}

let run = 0
/** Glyphs of a line of Chinese, 12 points each. */
function glyphs(x: number, y: number, text: string, size = 12): Glyph[] {
  run++
  return Array.from(text, (c, i) => ({
    text: c,
    x0: x + i * size,
    x1: x + (i + 1) * size,
    top: y - 0.88 * size,
    bottom: y + 0.12 * size,
    baseline: y,
    size,
    bold: false,
    run,
    turn: 0 as const,
  }))
}

const marks = (number: number, set: Glyph[], edges: Edge[] = []): Marks => ({
  number,
  width: 595,
  height: 842,
  glyphs: set,
  edges,
  pictures: [],
})

describe('edges and frames', () => {
  it('makes one segment of dashes, double rules and lines drawn twice', () => {
    const s = segmentsOf([
      across(100, 50, 80),
      across(100.5, 82, 120),
      across(101.5, 50, 120),
      across(100, 200, 240),
    ])
    expect(s.across.map((e) => [e.from, e.to])).toEqual([
      [50, 120],
      [200, 240],
    ])
  })

  it('parts frames that do not meet and leaves rules that meet nothing', () => {
    const box = (y: number) => [
      across(y, 50, 150),
      across(y + 20, 50, 150),
      ...[50, 100, 150].map((x) => down(x, y, y + 20)),
    ]
    const found = frames([...box(100), ...box(200), across(400, 50, 300)])
    expect(found.frames.map((f) => f.cells.length)).toEqual([2, 2])
    expect(found.loose).toHaveLength(1)
  })

  it('reads missing walls as merged cells, in both directions', () => {
    const found = frames([
      across(0, 0, 300),
      across(20, 100, 300),
      across(40, 0, 300),
      down(0, 0, 40),
      down(100, 0, 40),
      down(200, 20, 40),
      down(300, 0, 40),
    ])
    expect(found.frames[0]!.cells).toEqual([
      { row: 0, col: 0, rowSpan: 2, colSpan: 1 },
      { row: 0, col: 1, rowSpan: 1, colSpan: 2 },
      { row: 1, col: 1, rowSpan: 1, colSpan: 1 },
      { row: 1, col: 2, rowSpan: 1, colSpan: 1 },
    ])
  })

  it('closes the sides of a table that is left open', () => {
    const found = frames([
      across(0, 0, 300),
      across(20, 0, 300),
      across(40, 0, 300),
      down(100, 0, 40),
      down(200, 0, 40),
    ])
    expect(found.frames[0]!.xs).toEqual([0, 100, 200, 300])
  })

  it('takes no time for 100,000 lines', () => {
    let seed = 1
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    const edges = Array.from({ length: 100_000 }, (_, i) => {
      const [at, from] = [random() * 800, random() * 500]
      return i % 2 === 0 ? across(at, from, from + random() * 90) : down(at, from, from + random() * 90)
    })
    const start = performance.now()
    const layout = layoutPage(marks(1, glyphs(100, 100, '文字'), edges))
    expect(performance.now() - start).toBeLessThan(4000)
    expect(layout.grids).toEqual([])
    expect(layout.lines.map((l) => l.text)).toEqual(['文字'])
  })
})

describe('words', () => {
  it('parts words at gaps that are wider than the line has', () => {
    const spaced = [
      ...glyphs(0, 10, '甲'),
      ...glyphs(16, 10, '乙'),
      ...glyphs(32, 10, '丙'),
      ...glyphs(48, 10, '丁'),
      ...glyphs(64, 10, '戊'),
      ...glyphs(80, 10, '己'),
      ...glyphs(96, 10, '庚'),
      ...glyphs(130, 10, '辛'),
    ]
    expect(rowsOf(spaced)[0]!.map((w) => w.text)).toEqual(['甲乙丙丁戊己庚', '辛'])
  })

  it('puts a mark above the line with the word that it touches', () => {
    const rows = rowsOf([...glyphs(0, 20, '平方米'), ...glyphs(36, 15, '2', 6)])
    expect(rows).toHaveLength(1)
    expect(rows[0]!.map((w) => w.text).join('')).toBe('平方米2')
  })
})

describe('many glyphs, many pages', () => {
  it('reads 200,000 glyphs of a page in time', () => {
    const set: Glyph[] = []
    for (let i = 0; i < 4000; i++)
      set.push(
        ...glyphs(
          (i % 4) * 150,
          10 + (i >> 2) * 0.8,
          '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利实推进政务公开工',
          2,
        ),
      )
    const start = performance.now()
    flow([layoutPage(marks(1, set))])
    expect(performance.now() - start).toBeLessThan(8000)
  })

  it('joins a table of 600 pages in time, its header once', () => {
    const page = (n: number): Marks => {
      const edges: Edge[] = []
      const set = [...glyphs(55, 65, '任务'), ...glyphs(305, 65, '单位')]
      for (let r = 0; r <= 30; r++) {
        edges.push(across(50 + 24 * r, 50, 550))
        if (r > 0 && r < 30)
          set.push(...glyphs(55, 65 + 24 * r, `任务${n}之${r}`), ...glyphs(305, 65 + 24 * r, '局'))
      }
      for (const x of [50, 300, 550]) edges.push(down(x, 50, 770))
      return marks(n, set, edges)
    }
    const start = performance.now()
    const { blocks, furniture } = flow(Array.from({ length: 600 }, (_, i) => layoutPage(page(i + 1))))
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({ type: 'table', rows: 1 + 600 * 29, cols: 2 })
    expect(furniture).toHaveLength(599 * 2)
  }, 30_000)
})

it('leaves out what XML forbids', () => {
  expect(escapeXml('a\u0001<b>&\ud800"\u{20000}')).toBe('a&lt;b&gt;&amp;&quot;\u{20000}')
})
