import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Content, Paragraph } from '../../src/document.ts'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { contentOf, text } from '../../src/read/text/index.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

function read(source: string, name = 'a.txt', report = new Report()): Omit<Content, 'encoding'> {
  return contentOf(source, name, report, defaultLimits)
}
const texts = (blocks: readonly Block[]) => blocks.map((b) => (b.type === 'paragraph' ? b.text : '[table]'))

/** Every place holds the source's own characters; the places cover the text. */
function expectPlaces(source: string, blocks: readonly Block[]): void {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/)
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const cell of block.cells) expectPlaces(source, cell.blocks)
      continue
    }
    let at = 0
    for (const { start, end, origin } of block.places) {
      expect(start).toBe(at)
      at = end
      if (origin.kind !== 'line') throw new Error(origin.kind)
      const own = block.text.slice(start, end).replace(/\n$/, '')
      expect(source.slice(origin.offset, origin.offset + own.length)).toBe(own)
      expect(lines[origin.line - 1]).toContain(own)
    }
    expect(at).toBe(block.text.length)
  }
}

describe('paragraphs', () => {
  it('takes a line for a paragraph, with its place, and blank lines for nothing', () => {
    const source = '关于印发要点的通知\r\n\r\n　　一、总体要求。\n \n各部门：'
    const { blocks } = read(source)
    expect(texts(blocks)).toEqual(['关于印发要点的通知', '一、总体要求。', '各部门：'])
    expect((blocks[1] as Paragraph).places).toEqual([
      { start: 0, end: 7, origin: { kind: 'line', line: 3, offset: 15 } },
    ])
    expectPlaces(source, blocks)
  })

  it('parts a line that lost its line breaks', () => {
    const source = '第一章　总则　　第一条 　为规范管理，制定本办法。　　第二条　本办法适用于本州。\f一、x'
    expect(texts(read(source).blocks)).toEqual([
      '第一章　总则',
      '第一条 　为规范管理，制定本办法。',
      '第二条　本办法适用于本州。',
      '一、x',
    ])
    expectPlaces(source, read(source).blocks)
    expect(texts(read('姓　　名　　职　　务').blocks)).toEqual(['姓　　名　　职　　务'])
  })

  it('sets page numbers apart', () => {
    const { blocks, furniture } = read('一、总体要求\n— 1 —\n二、重点任务\n第 2 页 共 3 页\n- 3 -\n三、保障')
    expect(texts(blocks)).toEqual(['一、总体要求', '二、重点任务', '三、保障'])
    expect(texts(furniture)).toEqual(['— 1 —', '第 2 页 共 3 页', '- 3 -'])
  })

  it('takes a pipe that a layout table left behind for no table', () => {
    const { blocks, furniture } = read('各地区、各部门可参照本方案推进集约化工作。\n|')
    expect(texts(blocks)).toEqual(['各地区、各部门可参照本方案推进集约化工作。'])
    expect(texts(furniture)).toEqual(['|'])
  })

  it.each([
    '首页 | 信息公开 | 政策\n各部门：\n现将要点印发给你们。',
    '责任单位：市财政局|市教育局\n一、加强领导',
    'A|B测试\n对照表｜说明\n一、加强领导',
  ])('takes prose with pipes for prose: %s', (source) => {
    expect(texts(read(source).blocks)).toEqual(source.split('\n'))
  })

  it('names what cannot be read', () => {
    const failing = (source: string) => {
      try {
        read(source)
      } catch (error) {
        return error instanceof YaodianError ? error.code : error
      }
      return 'read'
    }
    expect(failing(' \n\u3000\n\0')).toBe('input/empty')
    expect(failing('甲\n'.repeat(2_000_001))).toBe('document/too-large')
    expect(failing('a\tb\tc\n'.repeat(70_000))).toBe('document/too-large')
  })

  it('keeps control characters and notes them', () => {
    const report = new Report()
    expect(texts(read('一、总\0体要求', 'a.txt', report).blocks)).toEqual(['一、总\0体要求'])
    expect(report.noted).toEqual([{ code: 'text/control-characters', params: { count: 1 }, at: null }])
  })

  it('decodes, and says what it decoded from', async () => {
    const report = new Report()
    const bytes = Uint8Array.of(0xb9, 0xfa, 0xce, 0xf1, 0xd4, 0xba, 0xff, 0x0a, 0xb0, 0xec, 0xb9, 0xab)
    const content = await text.read({ name: 'a.txt', bytes }, report, defaultLimits)
    expect(content.encoding).toBe('gb18030')
    expect(texts(content.blocks)).toEqual(['国务院\ufffd', '办公'])
    expect(report.noted.map((n) => n.code)).toEqual(['text/bytes-replaced'])
  })
})

describe('wrapped text', () => {
  const paragraphs = [
    '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
    '为贯彻落实党中央、国务院关于加强全国网络安全和信息化工作有关部署，推进政府网站互联互通融合发展，现就开展政府网站集约化试点工作，制定以下方案。',
    '一、总体要求',
    '（一）建设集约化平台。平台建设可采用省级统建模式，也可根据实际情况选择省级、地市级分建模式。采用省级、地市级分建模式的，省级、地市级平台要统一标准规范，实现互联融通。',
    '（二）形成标准规范。编制集约化平台建设标准，对平台上各类信息数据的分类、格式和接口等提出要求，制定信息数据标准规范，实现平台资源统一调用、统一监管。',
    '2019年12月底前，试点地区完成政府网站集约化工作，实现本地区各级各类政府网站资源优化融合、平台整合安全、数据互认共享、管理统筹规范、服务便捷高效。',
    '二、试点范围',
    '根据各地区政府网站集约化工作进展情况和试点申报情况，确定北京、吉林、安徽、山东、湖北、湖南、广东、广西、重庆、贵州10个省（区、市）作为试点地区。',
  ]
  const wrap = (width: number, indent: string) =>
    paragraphs.flatMap((p) => (indent + p).match(new RegExp(`.{1,${width}}`, 'g'))!)

  it.each([
    [23, ''],
    [27, ''],
    [31, '　　'],
    [38, ''],
  ])('joins lines of %i characters, indent %j', (width, indent) => {
    const lines = wrap(width, indent)
    const source = lines.join('\n')
    const { blocks } = read(source)
    expect(texts(blocks).map((t) => t.replaceAll('\n', ''))).toEqual(paragraphs)
    expect(blocks.some((b) => (b as Paragraph).text.includes('\n'))).toBe(true)
    expectPlaces(source, blocks)
  })

  it('joins over page numbers, also bare ones, and blank lines around them', () => {
    for (const mark of ['— # —', '#', '\n- # -\n']) {
      const lines = wrap(27, '')
      const source = lines
        .map((l, i) => (i % 6 === 4 ? `${l}\n${mark.replace('#', `${(i + 2) / 6}`)}` : l))
        .join('\n')
      const { blocks, furniture } = read(source)
      expect(texts(blocks).map((t) => t.replaceAll('\n', ''))).toEqual(paragraphs)
      expect(furniture.length).toBeGreaterThan(1)
      expectPlaces(source, blocks)
    }
  })

  it('leaves lines alone that are paragraphs', () => {
    expect(texts(read(paragraphs.join('\n')).blocks)).toEqual(paragraphs)
    const list = Array.from(
      { length: 30 },
      (_, i) => `${i + 10}.县财政局、县教育局、县民政局、县水利局负责人`,
    )
    expect(texts(read(list.join('\n')).blocks)).toEqual(list)
  })
})

describe('Markdown', () => {
  it('leaves marks out and keeps every character in its place', () => {
    const source =
      '# 工作要点 #\n\n> 各**县区**：\n\n- 一是\\*加强\\*领导\n1. 推进[公开](http://a.cn/b.pdf)工作\n***\n## （一）公开\n2 * 3 ** 4\n'
    const { blocks, links } = read(source, 'a.md')
    expect(texts(blocks)).toEqual([
      '工作要点',
      '各县区：',
      '一是*加强*领导',
      '1. 推进公开工作',
      '（一）公开',
      '2 * 3 ** 4',
    ])
    expect(blocks.map((b) => (b as Paragraph).level)).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      2,
      undefined,
    ])
    expect(links).toEqual([{ text: '公开', href: 'http://a.cn/b.pdf' }])
    expectPlaces(source, blocks)
  })

  it('is told by its marks, not by one sign that looks like one', () => {
    expect(texts(read('# 要点\n- 一\n').blocks)).toEqual(['要点', '一'])
    expect(texts(read('要点\n- 一\n# 1 楼\n').blocks)).toEqual(['要点', '- 一', '# 1 楼'])
  })
})

describe('laws', () => {
  const line = fc.constantFrom(
    '',
    '|',
    '|||',
    '| a | b |',
    '|---|---|',
    'a\tb',
    '\tb',
    'a\t"b',
    '工作任务',
    '责任单位',
    '序号',
    '1',
    '市财政局',
    '一、总体要求',
    '  ',
    '# x',
    '**y**',
    '- z',
    '— 1 —',
    '推进政务公开工作，提升服务水平。',
    '国务院\ud800',
    '┌─┬─┐',
    '│ a │ b │',
    'x |',
    '\\|',
    '<br>',
  )
  it('never throws, keeps its places, tiles its tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string({ maxLength: 12 })), { maxLength: 60 }),
        fc.boolean(),
        (lines, md) => {
          const source = lines.join('\n')
          try {
            const content = read(source, md ? 'a.md' : 'a.txt')
            expectPlaces(source, [...content.blocks, ...content.furniture])
            for (const block of content.blocks) {
              if (block.type !== 'table') continue
              const area = block.cells.reduce((sum, c) => sum + c.rowSpan * c.colSpan, 0)
              expect(area).toBe(block.rows * block.cols)
            }
          } catch (error) {
            if (!(error instanceof YaodianError)) throw error
            expect(error.code).toBe('input/empty')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('loses no character but marks', () => {
    const cjk = (s: string) => s.replace(/[^\u4e00-\u9fff]/g, '')
    const all = (blocks: readonly Block[]): string =>
      blocks
        .map((b) => (b.type === 'paragraph' ? b.text : b.cells.map((c) => all(c.blocks)).join('')))
        .join('')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const source = `题\n${lines.join('\n')}`
        const { blocks, furniture } = read(source)
        const count = (s: string) => [...cjk(s)].sort().join('')
        expect(count(all(blocks) + all(furniture))).toBe(count(source))
      }),
      { numRuns: 300 },
    )
  })
})

const real = `${shared}/real`
describe.skipIf(!existsSync(real))('real texts', () => {
  it.each(['5338761', '5342665', '5347465', '5359620'])(
    '%s wrapped has the paragraphs that it has unwrapped',
    (name) => {
      const plain = read(readFileSync(`${real}/formats/txt-utf8/${name}.txt`, 'utf8'))
      const wrapped = read(readFileSync(`${real}/corruptions/${name}.pdf-hardwrap-pagenum.txt`, 'utf8'))
      expect(texts(wrapped.blocks).map((t) => t.replaceAll('\n', ''))).toEqual(texts(plain.blocks))
      expect(texts(wrapped.furniture)).toContain('- 3 -')
    },
  )
})
