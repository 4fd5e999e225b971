/** `yaodian units`: the gazetteer as a table and as JSON, and how names resolve. */
import { describe, expect, it } from 'vitest'
import { yaodian } from './fake.ts'

const json = async (...args: string[]) => JSON.parse((await yaodian('units', ...args, '--json')).out)

describe('yaodian units', () => {
  it('lists functions with names and reforms', async () => {
    const { status, out, err } = await yaodian('units')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/natural-resources\s*│ 自然资源/)
    expect(out).toContain('2018 国土资源局、规划局 → 自然资源局(自然资源和规划局)')
    expect(out).toMatch(/共 \d+ 项职能，\d+ 个名称/)
  })

  it('gives titles in English', async () => {
    expect((await yaodian('units', '--lang', 'en')).out).toMatch(/audit\s*│ audit/)
  })

  it('gives every name as JSON', async () => {
    const all = (await json()) as { code: string; names: { name: string }[] }[]
    const finance = all.find((f) => f.code === 'finance')
    expect(finance?.names.map((n) => n.name)).toEqual(
      expect.arrayContaining(['财政部', '财政厅', '财政局', '财政所']),
    )
  })
})

describe('yaodian units TEXT', () => {
  it('reads a list by the rules of lists', async () => {
    const [list] = await json('市发改委、财政局等', '--region', '530500')
    expect(list.open).toBe(true)
    expect(list.units).toMatchObject([
      { text: '市发改委', function: 'development-reform', functionTitle: '发展改革', level: 'city' },
      {
        text: '财政局',
        name: '市财政局',
        function: 'finance',
        jurisdiction: '530500',
        jurisdictionName: '云南省保山市',
      },
    ])
  })

  it('shows them as a table', async () => {
    const { out } = await yaodian('units', '市发改委、各县(市、区)人民政府', '--region', '530500')
    expect(out).toMatch(/市发改委\s*│ 发展改革 development-reform\s*│ 市级\s*│ 530500 云南省保山市\s*│ 部门/)
    expect(out).toContain('集合: 各县区')
  })

  it('shows no more of a text than names have, however its brackets nest', async () => {
    const started = process.cpuUsage()
    const { out } = await yaodian('units', `市${'('.repeat(20_000)}${')'.repeat(20_000)}局`)
    expect(out.length).toBeLessThan(2000)
    expect(out).toContain('…')
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
    expect((await yaodian('units', '市财政局')).out).not.toContain('…')
  })

  it('lets the year decide', async () => {
    const [before] = await json('县防汛办', '--region', '340522', '--year', '2017')
    const [after] = await json('县防汛办', '--region', '340522', '--year', '2021')
    expect([before.units[0].function, after.units[0].function]).toEqual(['water', 'emergency'])
  })

  it('lists candidates where nothing decides', async () => {
    const [list] = await json('县防汛办', '--region', '340522')
    expect(list.units[0]).toMatchObject({
      function: null,
      candidates: [{ code: 'water' }, { code: 'emergency' }],
    })
    expect((await yaodian('units', '县防汛办', '--lang', 'en')).out).toContain(
      'candidates: water resources water',
    )
  })

  it.each([
    [['市财政局', '--region', '999999'], '没有行政区划代码 999999'],
    [['市财政局', '--year', '20'], '应为四位年份'],
    [['、、'], '没有单位'],
    [['--region', '530500'], '只用于识别单位名称'],
  ])('names wrong usage: %j', async (args, text) => {
    const { status, err } = await yaodian('units', ...args)
    expect(status).toBe(64)
    expect(err).toContain('usage/wrong')
    expect(err).toContain(text)
  })
})
