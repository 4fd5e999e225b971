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
  /** Names of the files that are pinned to the page. */
  readonly files: readonly string[]
}

type OptionalContent = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

interface Annotations {
  /** Those that are fields of a form: their text is the document's. */
  readonly widgets: ReadonlySet<string>
  /** Names of the files that are pinned to the page. */
  readonly files: readonly string[]
}

async function annotationsOf(page: PDFPageProxy): Promise<Annotations> {
  const widgets = new Set<string>()
  const files: string[] = []
  for (const annotation of (await page.getAnnotations()) as unknown[]) {
    const { id, subtype, file } = annotation as {
      id?: unknown
      subtype?: unknown
      file?: { filename?: unknown }
    }
    if (subtype === 'Widget') widgets.add(String(id))
    if (subtype === 'FileAttachment') files.push(String(file?.filename ?? id))
  }
  return { widgets, files }
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
    const { widgets, files } = await annotationsOf(page)
    const box: Box = [0, 0, width, height]
    const visible = (group: unknown) => group === null || group === undefined || layers.isVisible(group)
    const fonts = page.commonObjs as FontSource
    const base = viewport.transform as unknown as Matrix
    const { drawn, draw } = drawing(base, box, fonts, visible, widgets, limits)
    await open.drawn(page, draw)
    return { ...drawn, width, height, files }
  } finally {
    page.cleanup()
  }
}
