/**
 * What a file is: by its first bytes, then by what they say when decoded. The name only breaks ties.
 *
 * Extensions are no evidence: files named .doc are also zip, RTF, HTML and MHTML, files named .txt are
 * pages saved by a browser.
 */
import type { Format } from '../document.ts'
import { YaodianError } from '../errors.ts'
import type { Report } from '../message.ts'
import { decode } from './charset.ts'
import { oleFormat, unsupported, zipFormat } from './packages.ts'
import type { Source } from './reader.ts'
import { foreignKind, isOldWord, startsWith } from './signatures.ts'

/** Bytes decoded to tell a page from a text. */
const headBytes = 64 * 1024

/**
 * The format of a file.
 * @throws YaodianError `input/empty`, `input/unsupported`, `document/encrypted`, `document/old-word`
 */
export function detect(source: Source, report: Report): Format {
  const format = formatOf(source)
  const extension = extensionOf(source.name)
  const usual = extensions[extension]
  if (usual && usual !== format) report.add('read/extension-differs', { extension, format })
  return format
}

const extensions: Readonly<Record<string, Format>> = {
  txt: 'txt',
  text: 'txt',
  md: 'txt',
  markdown: 'txt',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  wps: 'doc',
  wpt: 'doc',
  rtf: 'rtf',
  odt: 'odt',
  ott: 'odt',
  pdf: 'pdf',
  ofd: 'ofd',
}

/** In lower case, without the dot; empty where the name has none. */
export function extensionOf(name: string): string {
  return /[^/\\]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function formatOf(source: Source): Format {
  const { bytes } = source
  if (isBlank(bytes)) throw new YaodianError('input/empty')
  if (isZip(bytes)) return zipFormat(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleFormat(bytes)
  if (isOldWord(bytes)) throw new YaodianError('document/old-word')
  const foreign = foreignKind(bytes)
  if (foreign) throw unsupported(foreign)
  // RTF is seven bits; what writes a mark or a blank line before it does not mean anything by it.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (/^(?:ï»¿)?\s*\{\\rtf/.test(start)) return 'rtf'
  // Acrobat accepts the header anywhere in the first 1024 bytes, and so do servers that put one first.
  if (/%PDF-\d/.test(start) || isHeadlessPdf(bytes, start)) return 'pdf'
  return textFormat(source)
}

/** A local header, an empty archive, or the first of several volumes (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
function isZip(bytes: Uint8Array): boolean {
  const second = [
    [3, 4],
    [5, 6],
    [7, 8],
    [0x30, 0x30],
  ]
  return second.some((s) => startsWith(bytes, [0x50, 0x4b, ...s]))
}

/** A PDF whose first line was lost: objects at the beginning and a trailer at the end. */
function isHeadlessPdf(bytes: Uint8Array, start: string): boolean {
  if (!/(?:^|[\r\n])\d+ \d+ obj\b/.test(start)) return false
  const end = new TextDecoder('latin1').decode(bytes.subarray(-1024))
  return /startxref\s+\d+\s+%%EOF/.test(end)
}

/** Nothing but white space and NULs, as files are left by a failed download. */
function isBlank(bytes: Uint8Array): boolean {
  const marks = startsWith(bytes, [0xef, 0xbb, 0xbf])
    ? 3
    : /^(255,254|254,255)/.test(bytes.slice(0, 2).join())
      ? 2
      : 0
  for (let i = marks; i < bytes.length; i++) {
    const b = bytes[i]!
    if (b !== 0 && b !== 0x20 && b !== 0x1a && (b < 9 || b > 13)) return false
  }
  return true
}

/** The bytes judged; cut before a character of UTF-8 and not within it, else it is no UTF-8. */
function headOf(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, headBytes)
  for (let back = 0; back < 3 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80; back++) end--
  return bytes.subarray(0, end)
}

/** A page, a saved page, or text. */
function textFormat(source: Source): Format {
  const head = headOf(source.bytes)
  const { text, replaced } = decode(head, { declared: source.charset ?? null })
  if (looksBinary(text, replaced)) throw unsupported('二进制文件 (binary data)')
  const start = text.replace(/^[\s\ufeff\u0000]+/, '')
  if (isMime(start)) return 'mhtml'
  const xml = foreignXml(start)
  if (xml) throw unsupported(xml)
  return isHtml(start, extensionOf(source.name)) ? 'html' : 'txt'
}

/**
 * Text has next to no control characters, and hardly any byte that its charset cannot decode. NULs are
 * counted apart: a file that was not written to its end is filled up with them.
 */
function looksBinary(text: string, replaced: number): boolean {
  let controls = 0
  let nuls = 0
  let beyond = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) nuls++
    else if (code < 0x20 ? (code < 9 || code > 13) && code !== 0x1a : code >= 0x7f && code < 0xa0) controls++
    if (code > 0x7f) beyond++
  }
  const rest = text.length - nuls
  if (controls > rest / 50) return true
  if (nuls > 0 && controls + replaced > rest / 100) return true
  return replaced > 3 && replaced > beyond / 3
}

/** Header lines of RFC 822 to begin with, one of which says that a document follows. */
function isMime(start: string): boolean {
  const header = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t]+\S[^\n]*\r?\n)*)+/.exec(
    start.slice(0, 16_384),
  )?.[0]
  if (!header) return false
  if (/^Content-Type:\s*multipart\/(related|mixed|alternative)/im.test(header)) return true
  return /^MIME-Version:/im.test(header) && /^Content-Type:\s*text\/(html|plain)/im.test(header)
}

/** XML that is not a page: Word's one-file formats above all, whose markup would be read as text. */
function foreignXml(start: string): string | null {
  if (!/^<(\?xml|[a-z]+:)/i.test(start)) return null
  const head = start.slice(0, 4096)
  if (/<html[\s>]/i.test(head)) return null
  if (/<\?mso-application\s+progid="Word|<w:wordDocument|<pkg:package/.test(head)) return 'Word XML'
  if (/<\?mso-application\s+progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/.test(head)) {
    return 'Excel XML'
  }
  if (/<office:document[\s>]/.test(head)) return 'Flat ODF XML'
  return /^<\?xml/i.test(start) && !tagPattern.test(head) ? 'XML' : null
}

const tags =
  'html|head|body|meta|title|link|style|script|table|thead|tbody|tr|td|th|p|div|span|br|hr|font|a|img|ul|ol|li|dl|dt|dd|h[1-6]|b|i|u|strong|em|center|section|article|main|header|footer|nav|form|iframe|frameset|pre|ucapcontent'
const tagPattern = new RegExp(`</?(?:${tags})(?:\\s[^<>]*)?/?>`, 'i')

/**
 * A page begins with a tag, or is a fragment in which tags come often. Text that speaks of tags, or a
 * Markdown table with `<br>` in its cells, is text.
 */
function isHtml(start: string, extension: string): boolean {
  const first = withoutComments(start)
  if (/^<(?:!doctype\s+html|html[\s>]|head[\s>])/i.test(first)) return true
  const named = extensions[extension]
  const count = start.match(new RegExp(tagPattern, 'gi'))?.length ?? 0
  if (named === 'html') return count > 0 || /<[a-z!/]/i.test(start)
  if (/^(md|markdown)$/.test(extension)) return false
  if (first.startsWith('<') && tagPattern.test(first.slice(0, 2048))) return count >= 2
  return count >= 6 && count > start.length / 500
}

/** The text after an XML declaration and comments. */
function withoutComments(text: string): string {
  let at = /^(?:<\?xml[^>]*>\s*)?/.exec(text)![0].length
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) break
    at = end + 3
    while (/\s/.test(text[at] ?? '')) at++
  }
  return text.slice(at)
}
