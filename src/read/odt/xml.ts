/** XML of OpenDocument: read as that of Office packages is, elements and attributes by their usual prefixes. */
import { type Attributes, type Handler, type Node, node, scan as scanXml } from '../docx/xml.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = new Map<string, string>([
  ...[
    'office',
    'style',
    'text',
    'table',
    'meta',
    'form',
    'chart',
    'dr3d',
    'manifest',
    'script',
    'config',
  ].map((name): [string, string] => [`${oasis}${name}:1.0`, name]),
  [`${oasis}drawing:1.0`, 'draw'],
  [`${oasis}datastyle:1.0`, 'number'],
  [`${oasis}xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}svg-compatible:1.0`, 'svg'],
  [`${oasis}animation:1.0`, 'anim'],
  [`${oasis}presentation:1.0`, 'presentation'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
])

/**
 * Reads XML, an event an element: `text:p` whatever the file calls the namespace.
 * @returns how many faults were passed over
 * @throws YaodianError `document/damaged`, `document/too-large`
 */
export function scan(xml: string, part: string, maxDepth: number, handler: Handler): number {
  const names = new Map<string, string>()
  const short = (name: string): string => {
    let known = names.get(name)
    if (known === undefined) {
      const end = name.indexOf('}')
      const prefix = end < 0 ? undefined : namespaces.get(name.slice(1, end))
      known = prefix === undefined ? name : `${prefix}:${name.slice(end + 1)}`
      names.set(name, known)
    }
    return known
  }
  const renamed = new Map<string, string>()
  return scanXml(xml, part, maxDepth, {
    open(name, attributes) {
      noteRenamed(attributes, renamed)
      handler.open(short(name), usual(attributes, renamed, short))
    },
    text: (text) => handler.text(text),
    close: (name) => handler.close(short(name)),
  })
}

/** Prefixes other than the usual ones; no known writer has any. */
function noteRenamed(attributes: Attributes, renamed: Map<string, string>): void {
  for (const key in attributes) {
    if (!key.startsWith('xmlns:')) continue
    const prefix = namespaces.get(attributes[key]!)
    if (prefix !== undefined && prefix !== key.slice(6)) renamed.set(key.slice(6), prefix)
  }
}

function usual(
  attributes: Attributes,
  renamed: ReadonlyMap<string, string>,
  short: (name: string) => string,
): Attributes {
  if (renamed.size === 0 && !Object.keys(attributes).some((key) => key.startsWith('{'))) return attributes
  const result: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) {
    const colon = key.indexOf(':')
    const prefix = key.startsWith('{') ? undefined : renamed.get(key.slice(0, Math.max(0, colon)))
    result[prefix === undefined ? short(key) : prefix + key.slice(colon)] = value
  }
  return result
}

/** Makes trees of the elements that it is told to. */
export class TreeBuilder {
  private readonly open: Node[] = []

  /** Whether an element is being read. */
  get active(): boolean {
    return this.open.length > 0
  }

  begin(name: string, attributes: Attributes): void {
    const made = node(name, attributes)
    this.open.at(-1)?.children.push(made)
    this.open.push(made)
  }

  text(text: string): void {
    const parent = this.open.at(-1)
    if (parent) parent.text += text
  }

  /** @returns the tree, when its root ends */
  end(): Node | null {
    const ended = this.open.pop()
    return ended && this.open.length === 0 ? ended : null
  }
}

/** The elements named in `wanted` as trees, wherever they stand. */
export function collect(xml: string, part: string, maxDepth: number, wanted: ReadonlySet<string>): Node[] {
  const found: Node[] = []
  const tree = new TreeBuilder()
  scan(xml, part, maxDepth, {
    open(name, attributes) {
      if (tree.active || wanted.has(name)) tree.begin(name, attributes)
    },
    text: (text) => tree.text(text),
    close() {
      const ended = tree.end()
      if (ended) found.push(ended)
    },
  })
  return found
}
