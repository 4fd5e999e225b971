/** Affine maps as PDF writes them: [a b c d e f] maps (x, y) to (ax + cy + e, bx + dy + f). */
import type { Box } from '../../document.ts'

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that applies `inner` first. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** The box around a mapped rectangle `[x0, y0, x1, y1]`; null if that is none. */
export function boxOf(m: Matrix, rect: unknown): Box | null {
  if (rect === null || typeof rect !== 'object') return null
  const [x0, y0, x1, y1] = Array.from({ length: 4 }, (_, i) => Number((rect as ArrayLike<unknown>)[i]))
  const corners = [apply(m, x0!, y0!), apply(m, x1!, y0!), apply(m, x0!, y1!), apply(m, x1!, y1!)]
  const xs = corners.map((p) => p[0])
  const ys = corners.map((p) => p[1])
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return box.every(Number.isFinite) ? box : null
}
