/** What the layout saw of a PDF, a picture a page: for `explain --draw`. */

import { Report } from '../../message.ts'
import { type DrawnField, drawPage } from '../layout/draw.ts'
import { furnitureOf } from '../layout/furniture.ts'
import { withOpenTables } from '../layout/open-tables.ts'
import type { PageLayout } from '../layout/page.ts'
import { inReadingOrder } from '../layout/reading-order.ts'
import { defaultLimits, type Limits, type Source } from '../reader.ts'
import { pageLayouts } from './read.ts'

export interface Picture {
  readonly page: number
  readonly svg: string
}

/**
 * Pictures of the pages that have text.
 * @param fields values to mark, by page.
 * @throws YaodianError if the file cannot be read at all.
 */
export async function drawPdf(
  source: Source,
  fields: (page: number) => readonly DrawnField[] = () => [],
  limits: Limits = defaultLimits,
): Promise<Picture[]> {
  const layouts = await pageLayouts(source, new Report(), limits)
  const aside = furnitureOf(layouts)
  const parts = withOpenTables(inReadingOrder(layouts, aside), aside)
  const byNumber = new Map<number, PageLayout[]>()
  for (const p of parts) byNumber.set(p.number, [...(byNumber.get(p.number) ?? []), p])
  return layouts.map((page) => {
    const own = byNumber.get(page.number) ?? []
    const whole = { ...page, lines: own.flatMap((p) => p.lines), grids: own.flatMap((p) => p.grids) }
    return { page: page.number, svg: drawPage(whole, fields(page.number)) }
  })
}
