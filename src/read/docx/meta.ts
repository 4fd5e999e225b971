/** What docProps says of the document: hints, for templates carry the titles of other documents. */
import type { Meta } from '../../document.ts'
import type { Package } from './package.ts'
import { collect } from './xml.ts'

const properties: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:creator': 'creator',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
  'ep:Application': 'application',
  'ep:Company': 'company',
}
const longest = 2000
const names = new Set(Object.keys(properties))

export function readMeta(pkg: Package, maxDepth: number): Meta {
  const meta: Record<string, string> = {}
  for (const type of ['core-properties', 'extended-properties', 'extendedProperties']) {
    const part = pkg.related('', type)
    const xml = part === undefined ? null : pkg.text(part)
    if (part === undefined || xml === null) continue
    for (const { name, text } of collect(xml, part, maxDepth, names)) {
      if (text.trim() !== '') meta[properties[name]!] ??= text.trim().slice(0, longest)
    }
  }
  return meta
}
