/** The PDF reader. Built, it reads in a thread of its own; from source (tests), in this one. */
import type { Content } from '../../document.ts'
import type { Report } from '../../message.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { readIsolated } from './isolated.ts'
import { readPdf } from './read.ts'

const built = import.meta.url.endsWith('.js')

export const pdf: Reader = {
  format: 'pdf',
  read: (source: Source, report: Report, limits: Limits): Promise<Content> =>
    built ? readIsolated(source, report, limits) : readPdf(source, report, limits),
}
