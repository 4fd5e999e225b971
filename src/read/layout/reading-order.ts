/** What stands side by side on a page is read one after the other. */
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'
import { withProseColumns } from './prose-columns.ts'
import { withTablesParted } from './side-by-side.ts'

/** Pages, some as several of the same number: a part for each column or table that stands beside another. */
export function inReadingOrder(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  return withTablesParted(pages, aside).flatMap((p) => (p.column ? [p] : withProseColumns([p], aside)))
}
