/** What the layout saw of a PDF, a picture a page: for `explain --draw`. */

import { Report } from '../../message.ts'
import { type DrawnField, drawPage } from '../layout/draw.ts'
import { furnitureOf } from '../layout/furniture.ts'
import { withOpenTables } from '../layout/open-tables.ts'
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
  const pages = withOpenTables(layouts, furnitureOf(layouts))
  return pages.map((p) => ({ page: p.number, svg: drawPage(p, fields(p.number)) }))
}
