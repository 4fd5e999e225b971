/** Bytes → an open PDF, or the named error that says why not. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { YaodianError } from '../../errors.ts'
import type { OperatorList } from './operators.ts'
import { gotOn, Patience } from './patience.ts'
import { getDocument, PDFWorker, VerbosityLevel, WorkerMessageHandler } from './pdfjs.ts'
import { Port } from './port.ts'

/** Fonts that are not embedded need the package's own maps: without them their text is silently empty. */
const home = dirname(createRequire(fileURLToPath(import.meta.url)).resolve('pdfjs-dist/package.json'))

/** An open PDF, opened anew where a page had to be ended by closing it. */
export class OpenPdf {
  private readonly patience = new Patience()

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly images: boolean,
    private opened: Opened,
  ) {}

  /**
   * @param images whether images are kept (and decoded); without them their operators are left out too.
   * @throws YaodianError `document/encrypted`, `document/damaged`
   */
  static async of(bytes: Uint8Array, images: boolean): Promise<OpenPdf> {
    return new OpenPdf(bytes, images, await opened(bytes, images))
  }

  get document(): PDFDocumentProxy {
    return this.opened.document
  }

  /** Hands what a page draws to `draw`, until that wants no more. */
  async drawn(page: PDFPageProxy, draw: (operators: OperatorList) => boolean): Promise<void> {
    this.opened.port.draw = draw
    await page.getOperatorList()
  }

  /** @throws Error if the work, with this file's pages, would not end by itself. */
  patiently<T>(work: Promise<T>): Promise<T> {
    return this.patience.for(work, async () => {
      await this.close()
      this.opened = await opened(this.bytes, this.images)
    })
  }

  close(): Promise<void> {
    return this.opened.close()
  }
}

interface Opened {
  readonly document: PDFDocumentProxy
  readonly port: Port
  close(): Promise<void>
}

async function opened(bytes: Uint8Array, images: boolean): Promise<Opened> {
  const port = new Port(gotOn)
  const worker = PDFWorker.create({ port: port as unknown as null, verbosity: VerbosityLevel.ERRORS })
  WorkerMessageHandler.initializeFromPort(port)
  const task: PDFDocumentLoadingTask = getDocument({
    worker,
    // pdf.js takes the buffer that it is given.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
    maxImageSize: images ? -1 : 1,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    // Tells whether a font says which characters its codes are.
    fontExtraProperties: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = async () => {
    const ended = task.destroy()
    port.release()
    await ended
    worker.destroy()
  }
  try {
    return { document: await task.promise, port, close }
  } catch (error) {
    await close()
    throw named(error)
  }
}

function named(error: unknown): YaodianError {
  const name = error instanceof Error ? error.name : ''
  const detail = error instanceof Error ? error.message : String(error)
  if (name === 'PasswordException') return new YaodianError('document/encrypted', {}, { cause: error })
  return new YaodianError('document/damaged', { detail }, { cause: error })
}
