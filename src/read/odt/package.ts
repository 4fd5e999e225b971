/** The package of an .odt (OpenDocument 1.3, part 2): its parts, and whether they are encrypted. */
import { YaodianError } from '../../errors.ts'
import { decodeXml } from '../docx/xml.ts'
import { Zip } from '../docx/zip.ts'
import type { Limits } from '../reader.ts'
import { collect } from './xml.ts'

const manifest = 'META-INF/manifest.xml'

export class OdfPackage {
  private readonly zip: Zip
  private readonly limits: Limits

  /** @throws YaodianError `document/encrypted` where the manifest says that parts are (4.3) */
  constructor(bytes: Uint8Array, limits: Limits) {
    this.zip = new Zip(bytes)
    this.limits = limits
    const xml = this.text(manifest)
    const encrypted =
      xml !== null && collect(xml, manifest, limits.maxDepth, new Set(['manifest:encryption-data']))
    if (encrypted && encrypted.length > 0) throw new YaodianError('document/encrypted')
  }

  /** A part as text; `null` where there is none. */
  text(part: string): string | null {
    const bytes = this.zip.read(part, this.limits.maxPartBytes)
    return bytes && decodeXml(bytes)
  }
}
