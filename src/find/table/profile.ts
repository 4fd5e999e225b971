/** What the columns of a table hold, row over row. */
import type { MarkerKind } from '../../segment/markers.ts'
import { contentOf, isEmpty, type Kind } from './content.ts'
import { distinct, type Row } from './grid.ts'

export interface Profile {
  /** Cells that say something. */
  readonly filled: number
  readonly shares: Readonly<Record<Kind, number>>
  /** Some cell holds for two rows or more: it is merged, repeated, or what follows it is blank. */
  readonly covers: boolean
  /** Some cell is merged over rows. */
  readonly merged: boolean
  /** How most of its texts are numbered, if most are. */
  readonly marker: MarkerKind | null
}

/** Profiles of all columns over these rows; rows with one cell only (banners) say nothing of columns. */
export function profiles(rows: readonly Row[], cols: number): Profile[] {
  const counts = Array.from({ length: cols }, () => ({
    kinds: new Map<Kind, number>(),
    markers: new Map<MarkerKind, number>(),
    filled: 0,
    covers: false,
    merged: false,
    last: '',
  }))
  for (const row of rows) {
    if (distinct(row).filter((c) => !isEmpty(c)).length < 2) {
      for (const count of counts) count.last = ''
      continue
    }
    for (let col = 0; col < cols; col++) {
      const cell = row.cells[col]
      const count = counts[col]!
      if (!cell || (col > 0 && row.cells[col - 1] === cell)) continue
      const { kind, folded, marker } = contentOf(cell)
      if (kind === 'empty') {
        if (count.last !== '') count.covers = true
        continue
      }
      if (cell.row !== row.index) count.merged = true
      if (count.last === folded) count.covers = true
      count.last = folded
      if (cell.row !== row.index) continue
      count.kinds.set(kind, (count.kinds.get(kind) ?? 0) + 1)
      if (kind !== 'nothing') count.filled++
      if (marker) count.markers.set(marker.kind, (count.markers.get(marker.kind) ?? 0) + 1)
    }
  }
  return counts.map(({ kinds, markers, filled, covers, merged }) => {
    const share = (kind: Kind) => (filled === 0 ? 0 : (kinds.get(kind) ?? 0) / filled)
    let marker: MarkerKind | null = null
    for (const [kind, count] of markers) if (count * 2 > filled) marker = kind
    return {
      filled,
      covers,
      merged,
      marker,
      shares: {
        empty: 0,
        nothing: 0,
        number: share('number'),
        units: share('units'),
        time: share('time'),
        text: share('text'),
      },
    }
  })
}
