/** Bytes → an open PDF, or the named error that says why not. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { YaodianError } from '../../errors.ts'

/** Fonts that are not embedded need the package's own maps: without them their text is silently empty. */
const home = dirname(createRequire(fileURLToPath(import.meta.url)).resolve('pdfjs-dist/package.json'))

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

/**
 * @param images whether images are kept (and decoded); without them their operators are left out too.
 * @throws YaodianError `document/encrypted`, `document/damaged`
 */
export async function openPdf(bytes: Uint8Array, images: boolean): Promise<OpenPdf> {
  const task: PDFDocumentLoadingTask = getDocument({
    // pdf.js takes the buffer that it is given.
    data: Uint8Array.from(bytes),
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
  try {
    const document = await task.promise
    return { document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw named(error)
  }
}

function named(error: unknown): YaodianError {
  const name = error instanceof Error ? error.name : ''
  const detail = error instanceof Error ? error.message : String(error)
  if (name === 'PasswordException') return new YaodianError('document/encrypted', {}, { cause: error })
  return new YaodianError('document/damaged', { detail }, { cause: error })
}
