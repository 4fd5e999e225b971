/**
 * From bytes to text: byte order mark, then valid UTF-8, then UTF-16 by its NULs, then the declared
 * charset, then what the text itself makes likely, then jschardet.
 *
 * A declaration comes after UTF-8 because servers declare one charset for all their pages, while
 * text in another charset is valid UTF-8 by accident only if it is very short.
 */
import { createRequire } from 'node:module'
import type { Report } from '../message.ts'
import { plausibility } from './plausible.ts'

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string
  /** In WHATWG's names; `utf-8(latin1(gb18030))` where the file was encoded twice. */
  readonly encoding: string
  /** U+FFFD put where bytes could not be decoded. */
  readonly replaced: number
  /** The text had been read in a wrong charset and saved; it could be undone. */
  readonly doubled?: boolean
}

/** Bytes that a charset is judged by. */
const sampleBytes = 64 * 1024
/** What a right charset reaches ({@link plausibility}); a wrong one stays below 0.7. */
const likely = 0.8

export function decode(bytes: Uint8Array, options: { declared?: string | null } = {}): Decoded {
  const marked = byMark(bytes)
  if (marked) return marked
  // A mark of UTF-8 that did not count: programs put it before whatever they were given.
  const body = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes
  const utf8 = decodeUtf8(body)
  if (utf8 !== null) {
    const hidden = utf16ByNuls(body) ?? escaped(utf8)
    return hidden ?? undouble(utf8) ?? { text: utf8, encoding: 'utf-8', replaced: 0 }
  }
  return utf16ByNuls(body) ?? as(body, guess(body, charsetOf(options.declared)))
}

/** Notes what decoding could not save, and what it undid. */
export function noteDecoding(decoded: Decoded, report: Report): void {
  if (decoded.doubled) report.add('text/double-encoded', { encoding: decoded.encoding })
  if (decoded.replaced > 0) {
    report.add('text/bytes-replaced', { count: decoded.replaced, encoding: decoded.encoding })
  }
}

/** WHATWG's name of a charset; every GB charset is read as its superset GB 18030. Null if unknown. */
export function charsetOf(label: string | null | undefined): string | null {
  if (!label) return null
  const wanted = label.trim().toLowerCase()
  if (/^(x-)?(gb|cp936|936$|ms936|windows-936|csgb|csiso58gb|iso-ir-58|chinese|euc-?cn)/.test(wanted)) {
    return 'gb18030'
  }
  try {
    return new TextDecoder(wanted).encoding
  } catch {
    return null
  }
}

function as(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, replaced: count(text) }
}

function count(text: string): number {
  let n = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) n++
  return n
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (hasUtf8Mark(bytes)) {
    const decoded = as(bytes, 'utf-8')
    if (decoded.replaced === 0) return undouble(decoded.text) ?? decoded
    return nearlyUtf8(bytes.subarray(3)) ? decoded : null
  }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes, true)
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes, false)
  if (a === 0xff && b === 0xfe) return as(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return as(bytes, 'utf-16be')
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return as(bytes.subarray(4), 'gb18030')
  return null
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** TextDecoder knows no UTF-32. */
function utf32(bytes: Uint8Array, little: boolean): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let units: number[] = []
  let replaced = 0
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little)
    const valid = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    if (!valid) replaced++
    units.push(valid ? code : 0xfffd)
    if (units.length === 4096) {
      parts.push(String.fromCodePoint(...units))
      units = []
    }
  }
  parts.push(String.fromCodePoint(...units))
  return { text: parts.join(''), encoding: little ? 'utf-32le' : 'utf-32be', replaced }
}

/**
 * UTF-16 without a mark: its line breaks, digits and Latin letters have a NUL in the high byte, so all
 * NULs stand at one parity. Text in any other charset has none.
 */
function utf16ByNuls(bytes: Uint8Array): Decoded | null {
  const n = Math.min(bytes.length, sampleBytes) & ~1
  const nuls = [0, 0] as [number, number]
  for (let i = 0; i < n; i++) if (bytes[i] === 0) nuls[(i & 1) as 0 | 1]++
  const [even, odd] = nuls
  if (Math.max(even, odd) < n / 400 || Math.min(even, odd) > Math.max(even, odd) / 20) return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, n), { stream: true })
  const score = plausibility(sample)
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  if (controls > sample.length / 100 || (score !== null && score < likely)) return null
  return as(bytes, encoding)
}

/** HZ: GB 2312 in seven bits, `~{` … `~}` around it; to the bytes it is plain ASCII (RFC 1843). */
function escaped(text: string): Decoded | null {
  if (!/~\{[!-w][!-~]/.test(text) || /[^\u0000-\u007f]/.test(text)) return null
  const bytes = new Uint8Array(text.length)
  let n = 0
  let gb = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const next = text[i + 1]
    if (code === 0x7e && (next === '{' || next === '}' || next === '~' || next === '\n')) {
      i++
      if (next === '~') bytes[n++] = code
      else if (next !== '\n') gb = next === '{'
    } else {
      if (code === 0x0a) gb = false
      bytes[n++] = gb && code > 0x20 ? code | 0x80 : code
    }
  }
  const decoded = as(bytes.subarray(0, n), 'gb18030')
  return (plausibility(decoded.text) ?? 0) < likely ? null : { ...decoded, encoding: 'hz-gb-2312' }
}

/**
 * UTF-8 with some bytes damaged: most of its sequences of several bytes are still whole. Text in GBK
 * makes sequences of two bytes by accident, one in seven, of three hardly ever.
 */
function nearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sampleOf(bytes), { stream: true })
  const bad = count(text)
  const good = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  const long = text.match(/[\u2000-\ufffc]/g)?.length ?? 0
  return (good > 0 && bad <= good / 10) || (long > 0 && bad <= long / 2)
}

/** A stretch of the file that holds something to judge: it begins at the first byte beyond ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((b) => b >= 0x80)
  return bytes.subarray(Math.max(0, first), Math.max(0, first) + sampleBytes)
}

/** The charset of bytes that are no valid UTF-8. */
function guess(bytes: Uint8Array, declared: string | null): string {
  if (nearlyUtf8(bytes)) return 'utf-8'
  const sample = sampleOf(bytes)
  const score = (charset: string) =>
    plausibility(new TextDecoder(charset).decode(sample, { stream: true })) ?? 0
  if (declared !== null && declared !== 'utf-8' && score(declared) >= likely) return declared
  const gb = score('gb18030')
  const big5 = score('big5')
  if (Math.max(gb, big5) >= likely) return gb >= big5 ? 'gb18030' : 'big5'
  // Not Chinese, or so damaged that it hardly looks like it: a page in French, a broken GBK file.
  if (declared !== null && declared !== 'utf-8') return declared
  return charsetOf(jschardet().detect(sample).encoding) ?? 'gb18030'
}

interface Jschardet {
  detect(bytes: Uint8Array): { encoding: string | null }
}

/** Its models take 25 ms to load, and few files need them. */
function jschardet(): Jschardet {
  return createRequire(import.meta.url)('jschardet') as Jschardet
}

/** Windows-1252 of the characters that it has beyond Latin-1. */
const cp1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map(
    (c, i) => [c.charCodeAt(0), 0x80 + i],
  ),
)
const lastOf1252 = Math.max(...cp1252.keys())
const western = new RegExp(`[\u0000-\u00ff${String.fromCharCode(...cp1252.keys())}]+`, 'g')

/**
 * ¹úÎñÔº is 国务院 in GBK, read as Latin-1 and saved as UTF-8; å›½ is 国 in UTF-8, treated likewise. Each
 * character is still one byte, so nothing is lost and the reading can be repeated.
 * Western text is left alone: it does not become Chinese when read so.
 */
function undouble(text: string): Decoded | null {
  const head = text.slice(0, sampleBytes)
  let beyond = 0
  let high = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (code < 0x80) continue
    beyond++
    if (code <= 0xff || (code <= lastOf1252 && cp1252.has(code))) high++
  }
  if (high < 4 || high < beyond * 0.95) return null
  const raw = latin1Bytes(head)
  const inner = decodeUtf8(raw.subarray(0, lastWhole(raw))) !== null ? 'utf-8' : 'gb18030'
  const decoder = () => new TextDecoder(inner, { ignoreBOM: true })
  const score = plausibility(decoder().decode(raw, { stream: true }))
  if (score === null || score < likely) return null
  const again = text.replace(western, (run) => decoder().decode(latin1Bytes(run)))
  return { text: again, encoding: `utf-8(latin1(${inner}))`, replaced: count(again), doubled: true }
}

function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes[i] = code <= 0xff ? code : (cp1252.get(code) ?? 0x3f)
  }
  return bytes
}

/** Where the last whole UTF-8 sequence of a cut stretch ends. */
function lastWhole(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  return end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes.length
}
