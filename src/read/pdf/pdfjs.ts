/**
 * pdf.js, both its halves. On Node 20 the legacy build replaces functions of the language for the whole
 * program, pushing to arrays among them, which then takes a fifth of the time that a long page needs: what
 * was there is put back.
 */
const { push } = Array.prototype
const { parse, stringify } = JSON

const { getDocument, OPS, PDFWorker, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')

Array.prototype.push = push
Object.assign(JSON, { parse, stringify })

export { getDocument, OPS, PDFWorker, VerbosityLevel, WorkerMessageHandler }
