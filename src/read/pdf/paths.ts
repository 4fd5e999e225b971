/**
 * Paths → ruling lines. A border is a stroke (Word, LibreOffice), or a filled rectangle as thin as a
 * line (Chromium, WPS), or the side of a filled cell; everything else on a page is drawing.
 */
import type { Box } from '../../document.ts'
import type { Edge } from '../layout/marks.ts'
import { apply, type Matrix } from './matrix.ts'
import { OPS } from './pdfjs.ts'

/** A filled rectangle up to this thick (points) is a line; a cell's padding alone makes it thicker. */
const thin = 3
/** How far from level a segment may run and be a ruling line. */
const level = 0.6

interface Pen {
  readonly lineWidth: number
  readonly white: boolean
  readonly clip: Box | null
}

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

type Point = [number, number]

/** Adds the path's ruling lines to `edges`; returns how many curves it fills. */
export function pathEdges(args: readonly unknown[], ctm: Matrix, pen: Pen, page: Box, edges: Edge[]): number {
  const paint = Number(args[0])
  const stroked = strokes.has(paint)
  const filled = fills.has(paint)
  if (!stroked && !filled) return 0
  const pieces = args[1]
  const data: unknown = Array.isArray(pieces) ? pieces[0] : null
  if (!(data instanceof Float32Array) && !Array.isArray(data)) return 0
  const path = data as ArrayLike<number>

  let curves = 0
  let points: Point[] = []
  let bent = false
  let closed = false
  const add = (horizontal: boolean, at: number, from: number, to: number) => {
    const area = pen.clip ?? page
    const [lowAt, highAt, low, high] = horizontal
      ? [area[1], area[3], area[0], area[2]]
      : [area[0], area[2], area[1], area[3]]
    if (at < lowAt - 1 || at > highAt + 1) return
    const a = Math.max(Math.min(from, to), low)
    const b = Math.min(Math.max(from, to), high)
    if (b - a >= 1) edges.push({ horizontal, at, from: a, to: b })
  }
  const finish = () => {
    const shape = points
    points = []
    const wasBent = bent
    const wasClosed = closed
    bent = false
    closed = false
    if (shape.length < 2) return
    if (stroked) strokeEdges(shape, wasBent, wasClosed || paint === OPS.closeStroke, ctm, pen.lineWidth, add)
    else if (!wasBent) fillEdges(shape, pen.white, add)
  }
  let i = 0
  while (i < path.length) {
    const op = path[i++]
    if (op === 0) {
      finish()
      points = [apply(ctm, path[i]!, path[i + 1]!)]
      i += 2
    } else if (op === 1) {
      points.push(apply(ctm, path[i]!, path[i + 1]!))
      i += 2
    } else if (op === 2 || op === 3) {
      const take = op === 2 ? 6 : 4
      points.push(apply(ctm, path[i + take - 2]!, path[i + take - 1]!))
      i += take
      bent = true
      if (filled) curves++
    } else if (op === 4) {
      closed = true
    } else break
  }
  finish()
  return curves
}

type Add = (horizontal: boolean, at: number, from: number, to: number) => void

function strokeEdges(
  shape: Point[],
  bent: boolean,
  closed: boolean,
  ctm: Matrix,
  width: number,
  add: Add,
): void {
  // The sides of a rounded box are ruling lines too, but a chart's curve ends in none.
  if (bent && shape.length > 12) return
  const wide = width * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
  const last = closed ? shape.length : shape.length - 1
  for (let k = 0; k < last; k++) {
    const [ax, ay] = shape[k]!
    const [bx, by] = shape[(k + 1) % shape.length]!
    const dx = Math.abs(ax - bx)
    const dy = Math.abs(ay - by)
    // A stroke wider than long is a line across: some producers draw a border as one fat point.
    if (dy <= level && wide > 2 * dx + 4 && dx <= thin)
      add(false, (ax + bx) / 2, ay - wide / 2, ay + wide / 2)
    else if (dx <= level && wide > 2 * dy + 4 && dy <= thin)
      add(true, (ay + by) / 2, ax - wide / 2, ax + wide / 2)
    else if (dy <= level) add(true, (ay + by) / 2, ax, bx)
    else if (dx <= level) add(false, (ax + bx) / 2, ay, by)
  }
}

function fillEdges(shape: Point[], white: boolean, add: Add): void {
  if (shape.length < 4 || shape.length > 5) return
  const xs = shape.map((p) => p[0])
  const ys = shape.map((p) => p[1])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const onSides = shape.every(
    ([x, y]) => Math.min(x - x0, x1 - x) <= level && Math.min(y - y0, y1 - y) <= level,
  )
  if (!onSides) return
  const w = x1 - x0
  const h = y1 - y0
  if (h <= thin && w > h) add(true, (y0 + y1) / 2, x0, x1)
  else if (w <= thin && h > w) add(false, (x0 + x1) / 2, y0, y1)
  else if (!white) {
    add(true, y0, x0, x1)
    add(true, y1, x0, x1)
    add(false, x0, y0, y1)
    add(false, x1, y0, y1)
  }
}
