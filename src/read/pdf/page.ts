/** One page of an open PDF → what it draws. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../document.ts'
import type { FontSource } from './fonts.ts'
import type { Matrix } from './matrix.ts'
import type { OpenPdf } from './open.ts'
import { type Drawn, type DrawnLimits, drawing } from './operators.ts'

export interface DrawnPage extends Drawn {
  readonly width: number
  readonly height: number
}

type OptionalContent = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

/** The page's annotations that are fields of a form: their text is the document's. */
async function widgetsOf(page: PDFPageProxy): Promise<Set<string>> {
  const annotations: unknown[] = await page.getAnnotations()
  const ids = new Set<string>()
  for (const a of annotations) {
    const { id, subtype } = a as { id?: unknown; subtype?: unknown }
    if (subtype === 'Widget') ids.add(String(id))
  }
  return ids
}

export async function drawnPage(
  open: OpenPdf,
  number: number,
  layers: OptionalContent,
  limits: DrawnLimits,
): Promise<DrawnPage> {
  const page = await open.document.getPage(number)
  try {
    const viewport = page.getViewport({ scale: 1 })
    const { width, height } = viewport
    const widgets = await widgetsOf(page)
    const box: Box = [0, 0, width, height]
    const visible = (group: unknown) => group === null || group === undefined || layers.isVisible(group)
    const fonts = page.commonObjs as FontSource
    const base = viewport.transform as unknown as Matrix
    const { drawn, draw } = drawing(base, box, fonts, visible, widgets, limits)
    await open.drawn(page, draw)
    return { ...drawn, width, height }
  } finally {
    page.cleanup()
  }
}
