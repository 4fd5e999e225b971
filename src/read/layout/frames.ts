/**
 * Segments → intersections → frames: segments that meet are one frame, a grid whose cells are parted by
 * the walls drawn between them. A cell merged in either direction is one without walls inside.
 */

import { snap } from './edges.ts'
import type { Edge } from './marks.ts'
import { type EdgeGroup, joinedOverBanners } from './open-sides.ts'

export interface FrameCell {
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
}

export interface Frame {
  /** Column edges from left to right, one more than columns; likewise rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly FrameCell[]
  /** Index of the cell at each position of the grid, by row and column. */
  readonly cellAt: Int32Array
}

/** How far (points) a line may fall short of the one that it meets. */
const reach = 3
/** Positions of one grid beyond which it is a drawing. */
const mostPositions = 250_000
/** Lines that stick out further than this past the outermost column line leave the side open. */
const openSide = 6

export interface Frames {
  readonly frames: readonly Frame[]
  /** Horizontal segments that meet no vertical one: rules of an open table, underlines. */
  readonly loose: readonly Edge[]
  readonly beyond: boolean
}

export function framesOf(across: readonly Edge[], down: readonly Edge[]): Frames {
  const parent = Int32Array.from({ length: across.length + down.length }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    while (parent[i] !== root) {
      const next = parent[i]!
      parent[i] = root
      i = next
    }
    return root
  }
  const met = new Uint8Array(across.length)
  across.forEach((h, i) => {
    for (let j = firstAtLeast(down, h.from - reach); j < down.length; j++) {
      const v = down[j]!
      if (v.at > h.to + reach) break
      if (h.at < v.from - reach || h.at > v.to + reach) continue
      met[i] = 1
      const a = find(i)
      const b = find(across.length + j)
      if (a !== b) parent[a] = b
    }
  })
  const groups = new Map<number, EdgeGroup>()
  const group = (root: number) => {
    let g = groups.get(root)
    if (!g) {
      g = { across: [], down: [] }
      groups.set(root, g)
    }
    return g
  }
  across.forEach((h, i) => {
    if (met[i]) group(find(i)).across.push(h)
  })
  down.forEach((v, j) => {
    group(find(across.length + j)).down.push(v)
  })
  const frames: Frame[] = []
  let beyond = false
  const whole = joinedOverBanners(
    [...groups.values()],
    across.filter((_, i) => !met[i]),
  )
  for (const g of whole.groups) {
    if (g.across.length < 2 || g.down.length < 1) continue
    const frame = frameOf(g.across, g.down)
    if (frame === 'beyond') beyond = true
    else if (frame) frames.push(frame)
  }
  frames.sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!)
  return { frames, loose: whole.loose, beyond }
}

/** Index of the first segment at or after `at`. */
function firstAtLeast(sorted: readonly Edge[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

function frameOf(across: readonly Edge[], down: readonly Edge[]): Frame | 'beyond' | null {
  const xs = positions(down, across)
  const ys = positions(across, down)
  const cols = xs.length - 1
  const rows = ys.length - 1
  if (cols < 1 || rows < 1) return null
  if (cols * rows > mostPositions) return 'beyond'
  // floor[r][c]: a wall under position (r, c); side[r][c]: a wall right of it.
  const floor = new Uint8Array(rows * cols)
  const side = new Uint8Array(rows * cols)
  for (const h of across) {
    const r = nearest(ys, h.at) - 1
    if (r < 0 || r >= rows) continue
    eachCovered(xs, h, (c) => {
      floor[r * cols + c] = 1
    })
  }
  for (const v of down) {
    const c = nearest(xs, v.at) - 1
    if (c < 0 || c >= cols) continue
    eachCovered(ys, v, (r) => {
      side[r * cols + c] = 1
    })
  }
  const cellAt = new Int32Array(rows * cols).fill(-1)
  const cells: FrameCell[] = []
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      if (cellAt[r * cols + c] !== -1) continue
      let colSpan = 1
      while (c + colSpan < cols && !side[r * cols + c + colSpan - 1] && cellAt[r * cols + c + colSpan] === -1)
        colSpan++
      let rowSpan = 1
      grow: while (r + rowSpan < rows) {
        const under = r + rowSpan
        for (let k = c; k < c + colSpan; k++) {
          if (floor[(under - 1) * cols + k] || cellAt[under * cols + k] !== -1) break grow
          if (k + 1 < c + colSpan && side[under * cols + k]) break grow
        }
        rowSpan++
      }
      const index = cells.length
      cells.push({ row: r, col: c, rowSpan, colSpan })
      for (let k = r; k < r + rowSpan; k++) cellAt.fill(index, k * cols + c, k * cols + c + colSpan)
    }
  }
  return { xs, ys, cells, cellAt }
}

/** Where lines of one direction stand, with the ends of the others where the side is left open. */
function positions(own: readonly Edge[], others: readonly Edge[]): number[] {
  const sorted = own.map((e) => e.at).sort((a, b) => a - b)
  const out: number[] = []
  for (const at of sorted) if (out.length === 0 || at - out.at(-1)! > snap) out.push(at)
  let low = Infinity
  let high = -Infinity
  for (const e of others) {
    low = Math.min(low, e.from)
    high = Math.max(high, e.to)
  }
  if (out.length === 0 || low < out[0]! - openSide) out.unshift(low)
  if (high > out.at(-1)! + openSide) out.push(high)
  return out
}

function nearest(sorted: readonly number[], at: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < at) low = middle + 1
    else high = middle
  }
  return low > 0 && at - sorted[low - 1]! < sorted[low]! - at ? low - 1 : low
}

/** Calls with every interval that the segment covers nearly whole: a stump is no wall. */
function eachCovered(sorted: readonly number[], e: Edge, mark: (i: number) => void): void {
  for (let i = Math.max(0, nearest(sorted, e.from) - 1); i + 1 < sorted.length; i++) {
    const a = sorted[i]!
    const b = sorted[i + 1]!
    if (a > e.to) break
    const covered = Math.min(b, e.to) - Math.max(a, e.from)
    if (covered >= 0.75 * (b - a)) mark(i)
  }
}
