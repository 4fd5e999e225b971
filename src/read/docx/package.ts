/** The package of a .docx: which parts there are, and which part means what (OPC, ISO/IEC 29500-2). */
import { YaodianError } from '../../errors.ts'
import type { Limits } from '../reader.ts'
import { collect, decodeXml } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Relationship {
  readonly id: string
  /** The last segment of its type, which Strict and Transitional have in common: `footnotes`. */
  readonly type: string
  /** A part's name, or a link's address where `external`. */
  readonly target: string
  readonly external: boolean
}

export class Package {
  private readonly zip: Zip
  private readonly limits: Limits
  readonly main: string
  private readonly relationshipsOf = new Map<string, readonly Relationship[]>()

  /** @throws YaodianError `document/damaged` where no part is the document */
  constructor(zip: Zip, limits: Limits) {
    this.zip = zip
    this.limits = limits
    const main =
      this.related('', 'officeDocument') ??
      this.zip.names().find((name) => /^word\/document\d*\.xml$/i.test(name))
    if (main === undefined) throw new YaodianError('document/damaged', { detail: 'word/document.xml' })
    this.main = main
  }

  /** A part; `null` where there is none. */
  bytes(part: string): Uint8Array | null {
    return this.zip.read(part, this.limits.maxPartBytes)
  }

  /** A part as text; `null` where there is none. */
  text(part: string): string | null {
    const bytes = this.bytes(part)
    return bytes && decodeXml(bytes)
  }

  /** The part that `part` is related to by that type, if it exists. */
  related(part: string, type: string): string | undefined {
    return this.relationships(part).find((r) => r.type === type && !r.external && this.zip.has(r.target))
      ?.target
  }

  /** A part next to the document, by its relationship; by its usual name where that is missing. */
  sibling(type: string): string | undefined {
    const usual = `${folder(this.main)}${type}.xml`
    return this.related(this.main, type) ?? (this.zip.has(usual) ? usual : undefined)
  }

  relationships(part: string): readonly Relationship[] {
    let found = this.relationshipsOf.get(part)
    if (!found) {
      found = this.readRelationships(part)
      this.relationshipsOf.set(part, found)
    }
    return found
  }

  private readRelationships(part: string): Relationship[] {
    const base = folder(part)
    const name = `${base}_rels/${part.slice(base.length)}.rels`
    const xml = this.text(name)
    if (xml === null) return []
    return collect(xml, name, this.limits.maxDepth, relationshipName).map(({ attributes: a }) => {
      const external = a.TargetMode === 'External'
      const type = a.Type ?? ''
      return {
        id: a.Id ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? (a.Target ?? '') : resolve(base, a.Target ?? ''),
        external,
      }
    })
  }
}

const relationshipName = new Set(['rel:Relationship'])

function folder(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

/** A target relative to the folder of the part that names it; `/word/x.xml` from the root. */
function resolve(base: string, target: string): string {
  const path = (target.startsWith('/') ? target : base + target).replaceAll('\\', '/')
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  const joined = segments.join('/')
  try {
    return decodeURIComponent(joined)
  } catch {
    return joined
  }
}
