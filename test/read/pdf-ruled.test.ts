import { describe, expect, it } from 'vitest'
import { cellPlaces } from '../../src/document.ts'
import { grid, line, type MadePage, text, textAlong } from './made-pdf.ts'
import { onlyTable, read, rows } from './read-pdf.ts'

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
