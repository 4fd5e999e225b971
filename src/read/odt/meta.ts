/** meta.xml: what the file says of itself; hints, for templates carry the titles of other documents. */
import type { Meta } from '../../document.ts'
import type { OdfPackage } from './package.ts'
import { collect } from './xml.ts'

/** The author is who began it; `dc:creator` is who changed it last. */
const properties: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'meta:initial-creator': 'creator',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
  'meta:generator': 'application',
}
const names = new Set(Object.keys(properties))

export function readMeta(pkg: OdfPackage, maxDepth: number): Meta {
  const meta: Record<string, string> = {}
  const xml = pkg.text('meta.xml')
  if (xml === null) return meta
  for (const { name, text } of collect(xml, 'meta.xml', maxDepth, names)) {
    if (text.trim() !== '') meta[properties[name]!] ??= text.trim().slice(0, 1024)
  }
  return meta
}
