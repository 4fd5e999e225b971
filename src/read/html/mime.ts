/**
 * The parts of a MIME message (RFC 2045, 2046), their bytes as sent. A library for mail gives its text
 * decoded by the header's charset, but the charset of a saved page is often only in the page itself.
 */

export interface Part {
  /** In lower case, e.g. `text/html`. */
  readonly type: string
  /** The charset that its header declares. */
  readonly charset: string | null
  /** Content-Location: the address that the part was saved from. */
  readonly location: string | null
  /** Content-ID without its angle brackets. */
  readonly id: string | null
  /** The content, its transfer encoding undone. */
  bytes(): Uint8Array
}

export interface Message {
  /** All parts that are no multipart themselves, in order. */
  readonly parts: readonly Part[]
  /** Content-ID of the part that is the page, where the message says (RFC 2387, 3.2). */
  readonly start: string | null
}

/** Multiparts within multiparts: browsers write two levels. */
const maxNesting = 16

export function messageOf(bytes: Uint8Array): Message {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const parts: Part[] = []
  let start: string | null = null
  const rest = [{ from: firstLine(source), to: source.length, nesting: 0 }]
  for (let range = rest.pop(); range !== undefined; range = rest.pop()) {
    const { headers, body } = headersOf(source, range.from, range.to)
    const [type, parameters] = structured(headers.get('content-type') ?? 'text/plain')
    const boundary = parameters.get('boundary')
    if (type.startsWith('multipart/') && boundary && range.nesting < maxNesting) {
      start ??= bare(parameters.get('start'))
      const nesting = range.nesting + 1
      for (const { from, to } of sections(source, body, range.to, boundary).reverse())
        rest.push({ from, to, nesting })
      continue
    }
    const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
    const { to } = range
    parts.push({
      type,
      charset: parameters.get('charset') ?? null,
      location: headers.get('content-location')?.trim() || null,
      id: bare(headers.get('content-id')),
      bytes: () => decodeTransfer(source.slice(body, to), encoding),
    })
  }
  return { parts, start }
}

/** White space before the first header, as some savers leave it. */
function firstLine(source: string): number {
  let at = source.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0
  while (at < source.length && /[\r\n \t]/.test(source[at]!)) at++
  return at
}

/** Headers by name in lower case, the first of a name; folded lines are one (RFC 5322, 2.2.3). */
function headersOf(source: string, from: number, to: number): { headers: Map<string, string>; body: number } {
  const headers = new Map<string, string>()
  let name = ''
  let at = from
  while (at < to) {
    const end = source.indexOf('\n', at)
    const next = end < 0 || end >= to ? to : end + 1
    const line = source.slice(at, next).replace(/[\r\n]+$/, '')
    at = next
    if (line === '') break
    if (/^[ \t]/.test(line)) {
      if (name !== '') headers.set(name, `${headers.get(name)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    name = colon < 0 ? '' : line.slice(0, colon).trim().toLowerCase()
    if (headers.has(name)) name = ''
    if (name !== '') headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: at }
}

/** The stretches between the lines that begin with the boundary; the last may be cut off (RFC 2046, 5.1.1). */
function sections(
  source: string,
  from: number,
  to: number,
  boundary: string,
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  const delimiter = `--${boundary}`
  let open = -1
  for (let at = source.indexOf(delimiter, from); at >= 0 && at < to; at = source.indexOf(delimiter, at + 1)) {
    if (at > from && source[at - 1] !== '\n') continue
    const after = source.slice(at + delimiter.length, at + delimiter.length + 2)
    if (!/^(--|[ \t\r\n]|$)/.test(after)) continue
    if (open >= 0) found.push({ from: open, to: at })
    if (after === '--') return found
    const end = source.indexOf('\n', at)
    open = end < 0 ? to : end + 1
  }
  if (open >= 0 && open < to) found.push({ from: open, to })
  return found
}

/** A value and its parameters: `multipart/related; boundary="x"` (RFC 2045, 5.1). */
function structured(header: string): [value: string, parameters: Map<string, string>] {
  const parameters = new Map<string, string>()
  for (const found of header.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/g)) {
    const name = found[1]!.toLowerCase()
    if (!parameters.has(name)) parameters.set(name, found[2]?.replace(/\\(.)/g, '$1') ?? found[3] ?? '')
  }
  return [header.split(';', 1)[0]!.trim().toLowerCase(), parameters]
}

function bare(id: string | undefined): string | null {
  return id?.trim().replace(/^<|>$/g, '') || null
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return quotedPrintable(body)
  return Buffer.from(body, 'latin1')
}

/** RFC 2045, 6.7; what is no escape stays as it is. */
function quotedPrintable(body: string): Uint8Array {
  const bytes = new Uint8Array(body.length)
  let n = 0
  const softBreak = /=[ \t]*(?:\r?\n|$)/y
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i)
    if (unit === 0x3d) {
      const high = hex(body.charCodeAt(i + 1))
      const low = hex(body.charCodeAt(i + 2))
      if (high >= 0 && low >= 0) {
        bytes[n++] = high * 16 + low
        i += 2
        continue
      }
      softBreak.lastIndex = i
      if (softBreak.test(body)) {
        i = softBreak.lastIndex - 1
        continue
      }
    }
    bytes[n++] = unit
  }
  return bytes.subarray(0, n)
}

function hex(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const letter = unit & ~0x20
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1
}
