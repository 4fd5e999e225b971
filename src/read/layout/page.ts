/** One page: marks → ruled tables, and the lines that stand in none. */
import { segmentsOf } from './edges.ts'
import { type Frame, framesOf } from './frames.ts'
import { colsOf, type Grid, rowsIn } from './grid.ts'
import type { Line } from './lines.ts'
import type { Edge, Glyph, Marks } from './marks.ts'
import { assign, gridOf, linesOf, type PageFrame } from './ruled.ts'
import { mainTurn, type QuarterTurn, unturner, upright } from './turn.ts'

export interface PageLayout {
  readonly number: number
  /** Size of the page as it is read: a page whose text is turned lies on its side. */
  readonly width: number
  readonly height: number
  readonly turn: QuarterTurn
  /** Lines in no ruled table, from top to bottom. */
  readonly lines: readonly Line[]
  readonly grids: readonly Grid[]
  /** Horizontal rules that meet no vertical line: an open table's, an underline. */
  readonly rules: readonly Edge[]
  /** Watermarks, stamps, text set across the page: not of its running text. */
  readonly apart: readonly Line[]
  /** True where the page draws more lines than any table has. */
  readonly beyond: boolean
  /** What the stages found, for drawing. */
  readonly frames: readonly Frame[]
  readonly edges: readonly Edge[]
  /** True of a column of running text that is read as a page of its own. */
  readonly column?: boolean
}

export function layoutPage(marks: Marks): PageLayout {
  const turn = mainTurn(marks.glyphs)
  const page = upright(marks, turn)
  const at: PageFrame = {
    number: marks.number,
    width: page.width,
    height: page.height,
    unturn: unturner(turn, marks.width, marks.height),
  }
  const stamped: Glyph[] = []
  const askew: Glyph[] = []
  const set: Glyph[] = []
  for (const g of page.glyphs) (g.stamped ? stamped : g.turn === 'askew' ? askew : set).push(g)

  const segments = segmentsOf([...page.edges])
  const found = framesOf(segments.across, segments.down)
  // A frame of one cell is a box around text (a page's border, a notice's frame): its text is free.
  const frames = found.frames.filter((f) => f.cells.length > 1)
  const { held, free } = assign(set, frames)
  const grids: Grid[] = []
  const loose: Glyph[] = free.filter((g) => g.turn === 0)
  const across = free.filter((g) => g.turn !== 0)
  frames.forEach((frame, i) => {
    const filled = held[i]!.filter((glyphs) => glyphs.length > 0).length
    // A drawing may be all squares; a table of hundreds of cells has text in more than a few.
    if (filled === 0 || (frame.cells.length > 300 && filled < 0.03 * frame.cells.length)) {
      loose.push(...held[i]!.flat())
      return
    }
    const grid = gridOf(frame, held[i]!, at)
    // One column is a list in a box, one position no grid at all: both are read as text.
    if (colsOf(grid) > 1 || rowsIn(grid) > 1) grids.push(grid)
    else loose.push(...held[i]!.flat())
  })
  return {
    number: marks.number,
    width: page.width,
    height: page.height,
    turn,
    lines: linesOf(loose, at),
    grids,
    rules: found.loose,
    apart: [...linesOf(stamped, at), ...linesOf(across, at), ...askewLines(askew, at)],
    beyond: segments.beyond || found.beyond,
    frames,
    edges: [...segments.across, ...segments.down],
  }
}

/** Text at any other angle is a watermark: its runs in the order drawn. */
function askewLines(glyphs: readonly Glyph[], at: PageFrame): Line[] {
  const lines: Line[] = []
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i]!
    let j = i + 1
    while (j < glyphs.length && glyphs[j]!.size === first.size && j - i < 200) j++
    const run = glyphs.slice(i, j)
    i = j
    const text = run.map((g) => g.text).join('')
    const x0 = Math.min(...run.map((g) => g.x0))
    const top = Math.min(...run.map((g) => g.top))
    const x1 = Math.max(...run.map((g) => g.x1))
    const bottom = Math.max(...run.map((g) => g.bottom))
    const { baseline, size, bold } = first
    const box = at.unturn([x0, top, x1, bottom])
    lines.push({
      text,
      x0,
      top,
      x1,
      bottom,
      baseline,
      size,
      bold,
      words: [],
      chunks: [],
      box,
      page: at.number,
    })
  }
  return lines
}
