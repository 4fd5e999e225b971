/**
 * Bytes → content: pages → marks → layout → blocks.
 *
 * Nothing of a page is kept but its lines and tables, so a long file costs memory by its text.
 */

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Content, Meta, Page } from '../../document.ts'
import type { Report } from '../../message.ts'
import { flow } from '../layout/flow.ts'
import { layoutPage, type PageLayout } from '../layout/page.ts'
import type { Limits, Source } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import { garbled, hasText, isOutlined, isScan } from './judge.ts'
import { OpenPdf } from './open.ts'
import type { DrawnLimits } from './operators.ts'
import { drawnPage } from './page.ts'

/**
 * What is read of one page; the rest is left out with a message. A text object takes five operators. Forms that
 * draw forms by the dozen are soon a million, and each takes pdf.js as long as ten text objects.
 */
const pageLimits: DrawnLimits = {
  maxGlyphs: 600_000,
  maxEdges: 400_000,
  maxOperators: 5_000_000,
  maxForms: 100_000,
}
/** Pages opened a second time for their images; they are decoded for it, and more tell no more. */
const mostScansOpened = 20

/** What the caller knows of a file before it is read, and learns while it is. */
export interface Progress {
  /** Pages that are left out, by a message: they took a reader down before. */
  readonly skip: ReadonlySet<number>
  /** Called before each page, and with 0 after the last. */
  page(number: number): void
}

export const noProgress: Progress = { skip: new Set(), page: () => {} }

/** @throws YaodianError if the file cannot be read at all. */
export async function readPdf(
  source: Source,
  report: Report,
  limits: Limits,
  progress: Progress = noProgress,
): Promise<Content> {
  const open = await OpenPdf.of(source.bytes, false)
  try {
    return await content(source, open, report, limits, progress)
  } finally {
    await open.close()
  }
}

/** The layout of every page that has text, before the pages are read together. */
export async function pageLayouts(
  source: Source,
  report: Report,
  limits: Limits,
): Promise<readonly PageLayout[]> {
  const open = await OpenPdf.of(source.bytes, false)
  try {
    checkPages(open.document, limits)
    return (await layoutsOf(source, open, report, noProgress)).layouts
  } finally {
    await open.close()
  }
}

function checkPages(document: PDFDocumentProxy, limits: Limits): void {
  if (document.numPages <= limits.maxPages) return
  throw tooLarge('pages', document.numPages, limits.maxPages)
}

async function content(
  source: Source,
  open: OpenPdf,
  report: Report,
  limits: Limits,
  progress: Progress,
): Promise<Content> {
  checkPages(open.document, limits)
  const { layouts, pages } = await layoutsOf(source, open, report, progress)
  progress.page(0)
  await nameAttachments(open.document, report)
  const { blocks, furniture, cells } = flow(layouts)
  if (cells > limits.maxCells) {
    throw tooLarge('cells', cells, limits.maxCells)
  }
  if (blocks.length === 0 && !report.noted.some((n) => n.code.startsWith('page/'))) report.add('pdf/no-text')
  return { blocks, furniture, links: [], pages, meta: await metaOf(open.document), encoding: null }
}

interface Layouts {
  readonly layouts: readonly PageLayout[]
  readonly pages: readonly Page[]
}

/** The layout of every page, with a message for each that gives no text or none to be trusted. */
async function layoutsOf(
  source: Source,
  open: OpenPdf,
  report: Report,
  progress: Progress,
): Promise<Layouts> {
  const { numPages } = open.document
  const layers = await open.document.getOptionalContentConfig()
  const layouts: PageLayout[] = []
  const pages: Page[] = []
  const scans = new ScanFinder(source)
  try {
    for (let number = 1; number <= numPages; number++) {
      if (progress.skip.has(number)) {
        report.add('page/unreadable', { page: number, detail: 'it exhausts the reader' })
        continue
      }
      progress.page(number)
      try {
        const drawn = await open.patiently(drawnPage(open, number, layers, pageLimits))
        pages.push({ number, width: drawn.width, height: drawn.height })
        for (const name of drawn.files) report.add('pdf/attachment', { name })
        if (drawn.cut) report.add('page/cut', { page: number })
        if (drawn.missing > 0) {
          report.add('page/unreadable', {
            page: number,
            detail: `${drawn.missing} texts are set in a broken font`,
          })
        }
        if (!hasText(drawn.glyphs)) {
          if (isOutlined(drawn.curves)) report.add('page/outlined', { page: number })
          else if (!drawn.cut && (await scans.isScanned(number))) report.add('page/scanned', { page: number })
          continue
        }
        const share = garbled(drawn.glyphs, drawn.unmapped)
        if (share !== null) report.add('page/garbled', { page: number, share })
        if (drawn.hidden * 2 > drawn.glyphs.length) report.add('page/ocr-layer', { page: number })
        const layout = layoutPage({ number, ...drawn })
        if (layout.beyond) report.add('page/drawing', { page: number })
        layouts.push(layout)
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error)
        report.add('page/unreadable', { page: number, detail })
      }
    }
  } finally {
    await scans.close()
  }
  return { layouts, pages }
}

/** Tells pages that are pictures from pages that are empty, by a second look with images kept. */
class ScanFinder {
  private open: OpenPdf | null = null
  private opened = 0
  private found = 0

  constructor(private readonly source: Source) {}

  async isScanned(number: number): Promise<boolean> {
    if (this.opened >= mostScansOpened) return this.found > 0
    this.opened++
    this.open ??= await OpenPdf.of(this.source.bytes, true)
    const layers = await this.open.document.getOptionalContentConfig()
    const drawn = await this.open.patiently(drawnPage(this.open, number, layers, pageLimits))
    const scanned = isScan(drawn.pictures, [0, 0, drawn.width, drawn.height])
    if (scanned) this.found++
    return scanned
  }

  async close(): Promise<void> {
    await this.open?.close()
  }
}

async function nameAttachments(document: PDFDocumentProxy, report: Report): Promise<void> {
  const attachments = (await document.getAttachments().catch(() => null)) as unknown
  const entries = attachments instanceof Map ? [...attachments] : Object.entries(attachments ?? {})
  for (const [key, value] of entries as [string, { filename?: unknown } | null][]) {
    report.add('pdf/attachment', { name: typeof value?.filename === 'string' ? value.filename : key })
  }
}

const metaKeys = ['Title', 'Author', 'Producer', 'Creator', 'CreationDate', 'ModDate'] as const

async function metaOf(document: PDFDocumentProxy): Promise<Meta> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const meta: Record<string, string> = {}
  for (const key of metaKeys) {
    const value = (info as Record<string, unknown>)[key]
    if (typeof value === 'string' && value.trim() !== '')
      meta[key.charAt(0).toLowerCase() + key.slice(1)] = value
  }
  return meta
}
