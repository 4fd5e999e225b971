/**
 * XML of Office packages: read with saxes, elements and attributes by one prefix per namespace whatever
 * the file calls them. Strict OOXML (ISO/IEC 29500, purl.oclc.org) and Transitional have the same names.
 */

import { SaxesParser } from 'saxes'
import { YaodianError } from '../../errors.ts'
import { tooLarge } from '../too-large.ts'

/** Attributes by canonical name: `w:val`; those without a prefix by their own. */
export type Attributes = Readonly<Record<string, string>>

export interface Handler {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

const office = [
  ['w', 'wordprocessingml/2006/main', 'wordprocessingml/main'],
  ['r', 'officeDocument/2006/relationships', 'officeDocument/relationships'],
  ['m', 'officeDocument/2006/math', 'officeDocument/math'],
  ['wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
  ['a', 'drawingml/2006/main', 'drawingml/main'],
  ['pic', 'drawingml/2006/picture', 'drawingml/picture'],
  ['c', 'drawingml/2006/chart', 'drawingml/chart'],
  ['dgm', 'drawingml/2006/diagram', 'drawingml/diagram'],
  ['ep', 'officeDocument/2006/extended-properties', 'officeDocument/extendedProperties'],
] as const

const namespaces = new Map<string, string>([
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing', 'wp14'],
])
for (const [prefix, transitional, strict] of office) {
  namespaces.set(`http://schemas.openxmlformats.org/${transitional}`, prefix)
  namespaces.set(`http://purl.oclc.org/ooxml/${strict}`, prefix)
}

const ours = new Set(namespaces.values())

/**
 * Faults that leave the structure whole: an entity that a DOCTYPE would define (never resolved: it may
 * be a file of this machine, or a bomb), a control character, `]]>` in text.
 */
const tolerable = /entity|disallowed character\.|disallowed in char data/
const maxFaults = 1000

/** Prefixes declared at one element, in the scope of those around it. */
interface Scope {
  readonly depth: number
  readonly outer: Scope | null
  readonly prefixes: ReadonlyMap<string, string>
  readonly names: Map<string, string>
  /** Every prefix is the canonical one already, so attributes need no renaming. */
  readonly plain: boolean
}

/**
 * Reads XML, an event an element.
 * @returns how many faults were passed over
 * @throws YaodianError `document/damaged` where it is not well-formed, `document/too-large` where
 * elements nest deeper than `maxDepth`
 */
export function scan(xml: string, part: string, maxDepth: number, handler: Handler): number {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let faults = 0
  let depth = 0
  let scope: Scope = { depth: 0, outer: null, prefixes: new Map(), names: new Map(), plain: true }
  parser.on('error', (error) => {
    if (!tolerable.test(error.message) || ++faults > maxFaults) throw damaged(part, error.message)
  })
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) {
      throw tooLarge('depth', null, maxDepth)
    }
    const attributes = tag.attributes
    for (const key in attributes) {
      if (key.startsWith('xmlns') && (key.length === 5 || key[5] === ':')) {
        scope = inner(scope, attributes, depth)
        break
      }
    }
    handler.open(nameIn(scope, tag.name), canonical(scope, tag.name, attributes))
  })
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('closetag', (tag) => {
    handler.close(nameIn(scope, tag.name))
    if (scope.depth === depth && scope.outer) scope = scope.outer
    depth--
  })
  parser.write(xml).close()
  return faults
}

function damaged(part: string, detail: string): YaodianError {
  return new YaodianError('document/damaged', { detail: `${part}: ${detail}` })
}

function inner(outer: Scope, attributes: Attributes, depth: number): Scope {
  const prefixes = new Map<string, string>()
  // A prefix of ours that stands for something else (w for WordprocessingML 2003) needs renaming too.
  let plain = outer.plain
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue
    const prefix = key.slice(6)
    const uri = attributes[key]!
    const to = namespaces.get(uri) ?? `{${uri}}`
    prefixes.set(prefix, to)
    plain &&= prefix === '' || prefix === to || (to.startsWith('{') && !ours.has(prefix))
  }
  return { depth, outer, prefixes, names: new Map(), plain }
}

function namespaceIn(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const to = at.prefixes.get(prefix)
    if (to !== undefined) return to
  }
  return undefined
}

function nameIn(scope: Scope, raw: string): string {
  const known = scope.names.get(raw)
  if (known !== undefined) return known
  const colon = raw.indexOf(':')
  const to = namespaceIn(scope, colon < 0 ? '' : raw.slice(0, colon))
  const local = raw.slice(colon + 1)
  const name = to === undefined ? raw : to.startsWith('{') ? to + local : `${to}:${local}`
  scope.names.set(raw, name)
  return name
}

function canonical(scope: Scope, element: string, attributes: Attributes): Attributes {
  // mc:Choice names the namespaces that it needs by their prefixes.
  const requires = element.endsWith('Choice') ? attributes.Requires : undefined
  if (scope.plain && requires === undefined) return attributes
  const renamed: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) {
    renamed[key.includes(':') && !key.startsWith('xml') ? nameIn(scope, key) : key] = value
  }
  if (requires !== undefined) {
    renamed.Requires = requires.replace(/\S+/g, (prefix) => namespaceIn(scope, prefix) ?? prefix)
  }
  return renamed
}

/** An element of a small part, or of a paragraph's properties, as a tree. */
export interface Node {
  readonly name: string
  readonly attributes: Attributes
  readonly children: Node[]
  text: string
}

export function node(name: string, attributes: Attributes): Node {
  return { name, attributes, children: [], text: '' }
}

export function child(parent: Node | undefined, name: string): Node | undefined {
  return parent?.children.find((c) => c.name === name)
}

/** The value of a child that carries it in `w:val`: `<w:pStyle w:val="1"/>`. */
export function val(parent: Node | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val']
}

/** An integer in `w:val`, where there is one. */
export function integer(parent: Node | undefined, name: string): number | undefined {
  const value = val(parent, name)
  return value !== undefined && /^[-+]?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined
}

/** ST_OnOff (17.17.4): an element without a value is on. `undefined` where there is no such element. */
export function flag(parent: Node | undefined, name: string): boolean | undefined {
  const found = child(parent, name)
  return found && !/^(0|false|off)$/.test(found.attributes['w:val'] ?? '')
}

/** The elements named in `wanted` as trees, wherever they stand; the rest is passed over. */
export function collect(xml: string, part: string, maxDepth: number, wanted: ReadonlySet<string>): Node[] {
  const found: Node[] = []
  const open: Node[] = []
  scan(xml, part, maxDepth, {
    open(name, attributes) {
      const parent = open.at(-1)
      if (!parent && !wanted.has(name)) return
      const made = node(name, attributes)
      if (parent) parent.children.push(made)
      else found.push(made)
      open.push(made)
    },
    text(text) {
      const parent = open.at(-1)
      if (parent) parent.text += text
    },
    close() {
      open.pop()
    },
  })
  return found
}

/** Text as XML character data. What XML 1.0 cannot hold is left out (2.2 Characters). */
export function escapeText(text: string): string {
  if (!/[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/.test(text)) return text
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>\r]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#13;'))
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (c) => (c === '"' ? '&quot;' : `&#${c.charCodeAt(0)};`))
}

/** A part as text: by its byte order mark, else by its declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120))
  const declared = /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  // GB2312 and GBK are what writers call the part of GB 18030 that they know.
  const label = /^(gb2312|gbk|gb_2312-80|gb18030)$/i.test(declared) ? 'gb18030' : declared
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
