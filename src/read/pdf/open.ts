/** Bytes → an open PDF, or the named error that says why not. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { YaodianError } from '../../errors.ts'
import type { OperatorList } from './operators.ts'
import { getDocument, PDFWorker, VerbosityLevel, WorkerMessageHandler } from './pdfjs.ts'
import { Port } from './port.ts'
import { gotOn, StepLimit } from './steps.ts'

/** Fonts that are not embedded need the package's own maps: without them their text is silently empty. */
const home = dirname(createRequire(fileURLToPath(import.meta.url)).resolve('pdfjs-dist/package.json'))

/**
 * Operators of one page after which the rest is left out, with a message. A text object takes five, so there
 * are 600,000 of them.
 */
const maxOperators = 3_500_000

/** An open PDF, opened anew where a page had to be ended by closing it. */
export class OpenPdf {
  private readonly steps = new StepLimit()

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

  /** What a page draws; `cut` if there is more of it than is read. */
  async operatorsOf(page: PDFPageProxy): Promise<{ list: OperatorList; cut: boolean }> {
    const { port } = this.opened
    const before = port.cuts
    const list = await this.steps.for(page.getOperatorList(), async () => {
      await this.close()
      this.opened = await opened(this.bytes, this.images)
    })
    return { list: list as OperatorList, cut: port.cuts > before }
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
  const port = new Port(maxOperators, gotOn)
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
