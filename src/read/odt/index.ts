/**
 * The .odt reader (OpenDocument 1.0 to 1.3, also .ott): content.xml and the headers and footers of
 * styles.xml, in one pass each; numbers of lists are counted as the list styles say.
 */
import type { Block, Content } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { BodyReader, type StyleSet } from './body.ts'
import { ListStyles } from './lists.ts'
import { readMeta } from './meta.ts'
import { OdfPackage } from './package.ts'
import { Reading } from './reading.ts'
import { Styles } from './styles.ts'
import { scan } from './xml.ts'

export const odt: Reader = {
  format: 'odt',
  async read(source: Source, report: Report, limits: Limits): Promise<Content> {
    const pkg = new OdfPackage(source.bytes, limits)
    const reading = new Reading(limits)
    const common: StyleSet = { styles: new Styles(), lists: new ListStyles() }
    const formats = new Set<string>()
    const read = (part: string): readonly Block[] | null => {
      const xml = pkg.text(part)
      if (xml === null) return null
      const own: StyleSet = { styles: new Styles(common.styles), lists: new ListStyles(common.lists) }
      const body = new BodyReader(reading, part, common, own)
      reading.findings.faults += scan(xml, part, limits.maxDepth, body)
      for (const format of own.lists.unknownFormats) formats.add(format)
      return body.flow.blocks
    }
    read('styles.xml')
    for (const format of common.lists.unknownFormats) formats.add(format)
    const blocks = read('content.xml')
    if (!blocks) throw new YaodianError('document/damaged', { detail: 'content.xml' })
    note(reading, formats, blocks.length === 0, report)
    return {
      blocks,
      furniture: reading.furniture,
      links: reading.findings.links,
      pages: [],
      meta: readMeta(pkg, limits.maxDepth),
      encoding: null,
    }
  },
}

function note({ findings }: Reading, formats: ReadonlySet<string>, empty: boolean, report: Report): void {
  const { pictures, objects, covered, faults, unknown } = findings
  if (empty && pictures > 0) report.add('odt/images-only', { count: pictures })
  if (objects > 0) report.add('odt/embedded-object', { count: objects })
  if (covered > 0) report.add('odt/covered-text', { count: covered })
  if (faults > 0) report.add('odt/xml-fault', { count: faults })
  if (formats.size > 0) report.add('odt/number-format-unknown', { formats: some(formats) })
  if (unknown.size > 0) report.add('odt/element-unknown', { elements: some(unknown) })
}

function some(names: ReadonlySet<string>): string {
  const list = [...names]
  return list.length > 10 ? `${list.slice(0, 10).join('、')}…` : list.join('、')
}
