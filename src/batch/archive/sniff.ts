/** What is a zip archive of files, by its bytes. */
import { pathText, type RawPath } from '../path.ts'

/** Names that are believed: an archive under such a name is refused by the reader, which names it. */
const documents =
  /\.(txt|text|md|markdown|s?html?|xhtml|mht|mhtml|doc[xm]?|dot[xm]?|wpt|wps|rtf|od[st]|ott|pdf|ofd|xlsx?|pptx?|png|jpe?g|gif|tiff?|rar|7z)$/i

/** Whether the first bytes of a file of this name are worth a look. */
export function mayBeArchive(name: RawPath): boolean {
  return !documents.test(pathText(name))
}

/**
 * A local header, or the end record of an archive without members; either may stand after the mark of an
 * archive that was to be split and fitted into one volume (APPNOTE 4.3.7, 4.3.16, 8.5.3, 8.5.4).
 */
export function isArchiveHead(head: Uint8Array): boolean {
  return /^(PK(\x07\x08|00))?PK(\x03\x04|\x05\x06)/.test(Buffer.from(head.subarray(0, 8)).toString('latin1'))
}

/**
 * Parts that make a zip a document of its own (OPC, ODF and EPUB, OFD, JAR): a package is one file, and a
 * reader's business.
 */
const partsOfPackages =
  /^(\[content_types\]\.xml|mimetype|meta-inf\/(manifest\.(mf|xml)|container\.xml)|word\/document\d*\.xml|xl\/workbook\.(xml|bin)|ppt\/presentation\.xml|([^/]+\/)?ofd\.xml)$/i

export function isPackage(names: Iterable<string>): boolean {
  for (const name of names) {
    if (partsOfPackages.test(name.replaceAll('\\', '/').replace(/^\/+/, ''))) return true
  }
  return false
}
