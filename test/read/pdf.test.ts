import { describe, expect, it } from 'vitest'
import type { Block, Content, Table } from '../../src/document.ts'
import { cellPlaces } from '../../src/document.ts'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { drawPdf } from '../../src/read/pdf/draw.ts'
import { pdf } from '../../src/read/pdf/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { grid, line, type MadePage, makePdf, text, textAlong } from './made-pdf.ts'

async function read(pages: readonly MadePage[], objects: readonly string[] = [], info = '') {
  const report = new Report()
  const bytes = makePdf(pages, objects, info)
  const content = await pdf.read({ name: 'made.pdf', bytes }, report, defaultLimits)
  return { content, codes: report.noted.map((n) => n.code) }
}

const texts = (blocks: readonly Block[]) =>
  blocks.map((b) => (b.type === 'paragraph' ? b.text : b.cells.map((c) => c.text)))

function onlyTable(content: Content): Table {
  const tables = content.blocks.filter((b) => b.type === 'table')
  expect(tables).toHaveLength(1)
  return tables[0]!
}

/** Rows as text: cells joined by |, a merged cell with its spans. */
function rows(table: Table): string[] {
  return Array.from({ length: table.rows }, (_, r) =>
    table.cells
      .filter((c) => c.row === r)
      .map(
        (c) =>
          `${c.rowSpan > 1 ? `^${c.rowSpan}` : ''}${c.colSpan > 1 ? `<${c.colSpan}` : ''}${c.text.replace(/\n/g, '/')}`,
      )
      .join('|'),
  )
}

/** Fills a page with full lines, so that its measure is known. */
const filler = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    text(
      57,
      from + 20 * i,
      '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利实',
    ),
  ).join('\n')

describe('paragraphs', () => {
  it('joins lines and keeps the box of each', async () => {
    const { content } = await read([
      {
        content: [
          filler(100, 3),
          text(81, 200, '一、加强组织领导，压实工作责任，确保年度各项任务按期完成，及时报送工作进展情况和'),
          text(57, 220, '存在问题。'),
          text(81, 240, '二、强化督查。'),
        ].join('\n'),
      },
    ])
    const [, first, second] = content.blocks
    expect(first).toMatchObject({
      text: '一、加强组织领导，压实工作责任，确保年度各项任务按期完成，及时报送工作进展情况和\n存在问题。',
    })
    expect(second).toMatchObject({ text: '二、强化督查。' })
    const places = first?.type === 'paragraph' ? first.places : []
    expect(places.map((p) => [p.start, p.end])).toEqual([
      [0, 41],
      [41, 46],
    ])
    const origin = places[1]!.origin
    expect(origin.kind === 'page' && origin.page).toBe(1)
    const [x0, top, x1, bottom] = origin.kind === 'page' ? origin.box : [0, 0, 0, 0]
    expect(x0).toBeCloseTo(57, 0)
    expect(x1).toBeCloseTo(117, 0)
    expect(top).toBeGreaterThan(206)
    expect(bottom).toBeLessThan(224)
  })

  it('goes on over a page break, page numbers apart as furniture', async () => {
    const page = (n: number, body: string): MadePage => ({
      content: [body, text(280, 800, `— ${n} —`)].join('\n'),
    })
    const { content } = await read([
      page(1, filler(100, 34)),
      page(2, [filler(60, 2), text(57, 100, '落实到位。')].join('\n')),
    ])
    expect(content.blocks).toHaveLength(1)
    expect(content.furniture.map((b) => b.type === 'paragraph' && b.text)).toEqual(['— 1 —', '— 2 —'])
    const first = content.blocks[0]!
    const pages =
      first.type === 'paragraph' ? first.places.map((p) => p.origin.kind === 'page' && p.origin.page) : []
    expect(new Set(pages)).toEqual(new Set([1, 2]))
  })

  it('takes a header that comes again on every page for furniture', async () => {
    const page = (body: string): MadePage => ({
      content: [text(57, 40, '某市人民政府文件', 9), body].join('\n'),
    })
    const { content } = await read([page(filler(140, 3)), page(filler(140, 3)), page(filler(140, 3))])
    expect(texts(content.blocks).join('')).not.toContain('某市人民政府文件')
    expect(content.furniture).toHaveLength(3)
  })

  it('joins a title of two lines and says that it is centred', async () => {
    const { content } = await read([
      {
        content: [
          text(130, 60, '某市人民政府办公室关于印发某某', 22),
          text(210, 92, '工作要点的通知', 22),
          filler(140, 5),
        ].join('\n'),
      },
    ])
    expect(content.blocks[0]).toMatchObject({
      text: '某市人民政府办公室关于印发某某\n工作要点的通知',
      align: 'center',
    })
  })

  it('prints bold by overprinting once, letters set apart as one word', async () => {
    const { content } = await read([
      {
        content: [
          text(57, 100, '重点任务'),
          text(57.3, 100, '重点任务'),
          text(57, 140, '工作任务', 12, '12 Tc'),
        ].join('\n'),
      },
    ])
    expect(texts(content.blocks)).toEqual(['重点任务', '工作任务'])
  })
})

describe('ruled tables', () => {
  const xs = [50, 150, 400, 550]

  it('reads cells, merged ones once, empty ones as cells', async () => {
    const { content } = await read([
      {
        content: [
          line(50, 100, 550, 100),
          line(50, 130, 550, 130),
          line(150, 160, 550, 160),
          line(50, 190, 550, 190),
          ...xs.map((x) => line(x, 100, x, 190)),
          text(55, 120, '重点工作'),
          text(155, 120, '任务'),
          text(405, 120, '责任单位'),
          text(55, 160, '简政放权'),
          text(155, 150, '任务一'),
          text(405, 150, '财政局'),
          text(155, 180, '任务二'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '重点工作|任务|责任单位',
      '^2简政放权|任务一|财政局',
      '任务二|',
    ])
  })

  it('makes one table of pages: header once, merged cell and cut row continued', async () => {
    const head = (y: number) => [text(55, y, '重点工作'), text(155, y, '任务'), text(405, y, '责任单位')]
    const { content } = await read([
      {
        content: [
          ...xs.map((x) => line(x, 700, x, 820)),
          line(50, 700, 550, 700),
          line(50, 730, 550, 730),
          line(150, 760, 550, 760),
          line(50, 820, 550, 820),
          ...head(720),
          text(55, 750, '简政放权'),
          text(155, 750, '1.取消审批事项'),
          text(405, 750, '财政局'),
          text(155, 780, '2.推进减税降费政策落地见效健全完善常态化'),
          text(155, 800, '工作机制及时协调解决企业反映的各类突出问'),
          text(405, 780, '税务局'),
        ].join('\n'),
      },
      {
        content: [
          ...xs.map((x) => line(x, 50, x, 170)),
          line(50, 50, 550, 50),
          line(50, 80, 550, 80),
          line(150, 110, 550, 110),
          line(50, 140, 550, 140),
          line(50, 170, 550, 170),
          ...head(70),
          text(155, 100, '题和困难。'),
          text(155, 130, '3.压减许可'),
          text(405, 130, '市监局'),
          text(55, 160, '公正监管'),
          text(155, 160, '4.双随机'),
          text(405, 160, '司法局'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '重点工作|任务|责任单位',
      '^3简政放权|1.取消审批事项|财政局',
      '2.推进减税降费政策落地见效健全完善常态化/工作机制及时协调解决企业反映的各类突出问/题和困难。|税务局',
      '3.压减许可|市监局',
      '公正监管|4.双随机|司法局',
    ])
    const cut = onlyTable(content).cells.find((c) => c.text.startsWith('2.'))!
    expect(cellPlaces(cut.blocks).map((p) => p.origin.kind === 'page' && p.origin.page)).toEqual([1, 1, 2])
    expect(content.furniture.length).toBeGreaterThan(0)
  })

  it('goes on with a merged cell that is drawn again', async () => {
    const page = (y: number, label: string, tasks: string[]): MadePage => ({
      content: [
        ...[50, 150, 550].map((x) => line(x, y, x, y + 60)),
        line(50, y, 550, y),
        line(150, y + 30, 550, y + 30),
        line(50, y + 60, 550, y + 60),
        text(55, y + 35, label),
        ...tasks.map((t, i) => text(155, y + 20 + 30 * i, t)),
      ].join('\n'),
    })
    const { content } = await read([page(740, '简政放权', ['甲', '乙']), page(50, '简政放权', ['丙', '丁'])])
    expect(rows(onlyTable(content))).toEqual(['^4简政放权|甲', '乙', '丙', '丁'])
  })

  it('gives text that runs over its wall to the cell where it begins', async () => {
    const { content } = await read([
      {
        content: [
          grid([50, 110, 400, 550], [100, 130, 160]),
          text(53, 120, '市发展和改革委员会'),
          text(405, 120, '甲'),
          text(55, 150, '乙'),
          text(155, 150, '丙'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual(['市发展和改革委员会||甲', '乙|丙|'])
  })

  it('reads a column set one character a line as one word', async () => {
    const { content } = await read([
      {
        content: [
          grid([50, 70, 300], [100, 180, 210]),
          ...[...'牵头单位'].map((c, i) => text(54, 115 + 18 * i, c)),
          text(75, 120, '任务'),
          text(75, 200, '甲'),
        ].join('\n'),
      },
    ])
    const cell = onlyTable(content).cells[0]!
    expect(cell.text).toBe('牵\n头\n单\n位')
    expect(cell.blocks).toHaveLength(1)
  })

  it('takes thin filled rectangles for lines', async () => {
    const bar = (x: number, y: number, w: number, h: number) => `${x} ${842 - y - h} ${w} ${h} re f`
    const { content } = await read([
      {
        content: [
          ...[50, 200, 350].map((x) => bar(x, 100, 0.7, 60)),
          ...[100, 130, 160].map((y) => bar(50, y, 300, 0.7)),
          text(55, 120, '甲'),
          text(205, 120, '乙'),
          text(55, 150, '丙'),
          text(205, 150, '丁'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual(['甲|乙', '丙|丁'])
  })

  it('reads a table that lies on its side, its boxes on the page as displayed', async () => {
    // Text runs upwards: a landscape table on an upright page.
    const up = (x: number, y: number, s: string) => textAlong(`0 1 -1 0 ${x} ${842 - y}`, s)
    const { content } = await read([
      {
        content: [
          grid([100, 130, 160], [200, 400, 600]),
          up(120, 595, '任务'),
          up(120, 395, '单位'),
          up(150, 595, '甲'),
          up(150, 395, '乙'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual(['任务|单位', '甲|乙'])
    const origin = cellPlaces(onlyTable(content).cells[0]!.blocks)[0]!.origin
    const box = origin.kind === 'page' ? origin.box : [0, 0, 0, 0]
    expect(box[0]).toBeGreaterThan(105)
    expect(box[2]).toBeLessThan(125)
    expect(box[3]).toBeCloseTo(595, 0)
  })
})

describe('tables without ruling lines', () => {
  const row = (y: number, a: string, b: string, c: string) => [
    text(60, y, a),
    text(200, y, b),
    text(420, y, c),
  ]

  it('finds columns by alignment, rows by white stripes', async () => {
    const { content } = await read([
      {
        content: [
          ...row(100, '工作任务', '工作要求', '责任单位'),
          ...row(140, '1.公开规划', '设立专栏集中展示各类规划并', '发改委'),
          text(200, 157, '及时更新'),
          ...row(190, '2.公开预算', '按时公开', '财政局'),
          ...row(230, '3.公开收费', '公开清单', '财政局'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '工作任务|工作要求|责任单位',
      '1.公开规划|设立专栏集中展示各类规划并/及时更新|发改委',
      '2.公开预算|按时公开|财政局',
      '3.公开收费|公开清单|财政局',
    ])
  })

  it('keeps a column that is empty but for its heading', async () => {
    const { content } = await read([
      {
        content: [
          ...row(100, '工作任务', '工作要求', '责任单位'),
          ...[1, 2, 3, 4].flatMap((n) => [
            text(60, 100 + 40 * n, `${n}.公开规划`),
            text(420, 100 + 40 * n, '发改委'),
          ]),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content)).slice(0, 2)).toEqual(['工作任务|工作要求|责任单位', '1.公开规划||发改委'])
  })

  it('spans a first column that is set in the middle of its rows', async () => {
    const task = (y: number, n: number) => [text(200, y, `${n}.落实任务`), text(420, y, '发改委')]
    const { content } = await read([
      {
        content: [
          ...row(100, '重点工作', '任务', '责任单位'),
          ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => task(100 + 40 * n, n)),
          text(60, 180, '简政放权'),
          text(60, 320, '公正监管'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '重点工作|任务|责任单位',
      '^3简政放权|1.落实任务|发改委',
      '2.落实任务|发改委',
      '3.落实任务|发改委',
      '^4公正监管|4.落实任务|发改委',
      '5.落实任务|发改委',
      '6.落实任务|发改委',
      '7.落实任务|发改委',
    ])
  })

  it('leaves numbered paragraphs alone', async () => {
    const { content } = await read([
      {
        content: ['一', '二', '三', '四']
          .flatMap((n, i) => [text(57, 100 + 30 * i, `${n}、`), text(100, 100 + 30 * i, '做好各项公开工作')])
          .join('\n'),
      },
    ])
    expect(content.blocks.every((b) => b.type === 'paragraph')).toBe(true)
    expect(content.blocks).toHaveLength(4)
  })
})

describe('pages without text to trust', () => {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream'
  const scan = 'q 595 0 0 842 0 0 cm /Im1 Do Q'
  const resources = '/XObject << /Im1 6 0 R >>'

  it('names a scan', async () => {
    const { content, codes } = await read([{ content: scan, resources }], [image])
    expect(codes).toEqual(['page/scanned'])
    expect(content.blocks).toEqual([])
    expect(content.pages).toEqual([{ number: 1, width: 595, height: 842 }])
  })

  it('reads the hidden layer of a scan and says so', async () => {
    const { content, codes } = await read(
      [{ content: `${scan}\n${text(57, 100, '识别层的文字', 12, '3 Tr')}`, resources }],
      [image],
    )
    expect(codes).toEqual(['page/ocr-layer'])
    expect(texts(content.blocks)).toEqual(['识别层的文字'])
  })

  it('names text drawn as outlines', async () => {
    const letter = '10 10 m 12 14 16 14 18 10 c f\n'
    const { codes } = await read([{ content: letter.repeat(300) }])
    expect(codes).toEqual(['page/outlined'])
  })

  it('names rubbish', async () => {
    const { codes } = await read([
      { content: text(57, 100, '\u9f98\u9f97\u9f96\u9f95\u9f94\u9f92\u9f91\u9f8e'.repeat(4)) },
    ])
    expect(codes).toEqual(['page/garbled'])
  })

  it('never gives nothing without a word', async () => {
    const { codes } = await read([{ content: '' }])
    expect(codes).toEqual(['pdf/no-text'])
  })

  it('keeps a watermark apart', async () => {
    const { content } = await read([
      { content: [filler(100, 3), textAlong('0.7 0.7 -0.7 0.7 200 300', '内部资料', 60)].join('\n') },
    ])
    expect(texts(content.blocks).join('')).not.toContain('内部资料')
    expect(content.furniture.map((b) => b.type === 'paragraph' && b.text)).toEqual(['内部资料'])
  })
})

describe('bad input', () => {
  it('names what is no PDF', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4\nnothing of it')
    const error = await pdf
      .read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(YaodianError)
    expect(error).toMatchObject({ code: 'document/damaged' })
  })

  it('names too many pages before reading them', async () => {
    const bytes = makePdf(Array.from({ length: 12 }, () => ({ content: '' })))
    const read = pdf.read({ name: 'x.pdf', bytes }, new Report(), { ...defaultLimits, maxPages: 10 })
    await expect(read).rejects.toMatchObject({ code: 'document/too-large' })
  })

  it('survives matrices that are no numbers, pages without size, forms that draw themselves', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 6 0 R >> >> /Length 6 >>\nstream\n/Fm Do\nendstream'
    const { content } = await read(
      [
        { content: `1e400 0 0 1e400 0 0 cm ${text(57, 100, '甲')}` },
        { content: text(57, 100, '乙'), box: '[0 0 0 0]' },
        { content: `/Fm Do ${text(57, 100, '丙')}`, resources: '/XObject << /Fm 6 0 R >>' },
        { content: '0 0 0 0 0 0 cm 1 1 m 5 5 l S ET Q Q Q' },
      ],
      [form],
    )
    expect(texts(content.blocks).join('')).toContain('丙')
  })

  it('gives the same content for the same bytes', async () => {
    const bytes = makePdf([{ content: filler(100, 10) }])
    const once = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    const twice = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    expect(twice).toEqual(once)
  })
})

it('takes the title of the file as a hint', async () => {
  const { content } = await read([{ content: filler(100, 2) }], [], '/Title (Plan) /Producer (made)')
  expect(content.meta).toMatchObject({ title: 'Plan', producer: 'made' })
})

it('draws what the layout saw', async () => {
  const bytes = makePdf([
    {
      content: [grid([50, 150, 300], [100, 130, 160]), text(55, 120, '甲<'), text(155, 150, '乙')].join('\n'),
    },
  ])
  const [picture] = await drawPdf({ name: 'x.pdf', bytes }, () => [{ label: '/task', box: [1, 2, 3, 4] }])
  expect(picture?.page).toBe(1)
  expect(picture?.svg).toContain('class="cell"')
  expect(picture?.svg).toContain('甲&lt;')
  expect(picture?.svg).toContain('/task')
})
