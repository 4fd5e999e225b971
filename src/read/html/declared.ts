/** The charset that a page declares of itself: the standard's prescan (HTML standard, 13.2.3.2). */

/** Authors put the declaration late, after a comment of their tool; the standard looks at 1024 bytes. */
const prescanned = 8192

/**
 * The declared charset as written, or null. The page's bytes are ASCII where the declaration is, so one
 * that says UTF-16 is wrong: the standard reads it as UTF-8, and that is tried first anyway.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanned))
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'\s>]+)/i.exec(head)
  let at = 0
  while (at < head.length) {
    const open = head.indexOf('<', at)
    if (open < 0) break
    if (head.startsWith('<!--', open)) {
      const end = head.indexOf('-->', open + 2)
      if (end < 0) break
      at = end + 3
    } else if (/^<meta[\s/]/i.test(head.slice(open, open + 6))) {
      const { attributes, end } = attributesAt(head, open + 5)
      const charset = fromMeta(attributes)
      if (charset !== null) return usable(charset)
      at = end
    } else if (/^<\/?[a-z]/i.test(head.slice(open, open + 3))) {
      at = attributesAt(head, open + 2).end
    } else at = open + 1
  }
  return xml ? usable(xml[1]!) : null
}

function usable(charset: string): string | null {
  const name = charset.trim().toLowerCase()
  if (/^utf-?16/.test(name)) return null
  return name === 'x-user-defined' ? 'windows-1252' : name
}

function fromMeta(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset')
  if (charset) return charset
  if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return null
  return charsetParameter(attributes.get('content') ?? '')
}

/** The charset of `text/html; charset=gb2312`. */
export function charsetParameter(contentType: string): string | null {
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType)
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null
}

/** The attributes of the tag whose name is being read at `at`, and where the tag ends. */
function attributesAt(head: string, at: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  const attribute = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y
  const rest = /[^\s/>]*/y
  rest.lastIndex = at
  rest.exec(head)
  attribute.lastIndex = rest.lastIndex
  for (let found = attribute.exec(head); found !== null; found = attribute.exec(head)) {
    const name = found[1]!.toLowerCase()
    if (!attributes.has(name)) attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '')
    at = attribute.lastIndex
  }
  const end = head.indexOf('>', Math.max(at, rest.lastIndex))
  return { attributes, end: end < 0 ? head.length : end + 1 }
}
