/** The PDF reader. Built, it reads in a thread of its own, which alone loads pdf.js; from source (tests), in this one. */
import type { Content } from '../../document.ts'
import type { Report } from '../../message.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { readIsolated } from './isolated.ts'

const built = import.meta.url.endsWith('.js')

export const pdf: Reader = {
  format: 'pdf',
  read: async (source: Source, report: Report, limits: Limits): Promise<Content> => {
    if (built) return readIsolated(source, report, limits)
    const { readPdf } = await import('./read.ts')
    return readPdf(source, report, limits)
  },
}
