/** Laws that hold for every notice, on generated ones. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../src/errors.ts'
import { parse, stages } from '../src/pipeline.ts'
import { breaches, tiles } from './evidence.ts'

const encode = (text: string) => new TextEncoder().encode(text)

const words = fc.constantFrom(
  '推进',
  '公开',
  '规划',
  '财政',
  '信息',
  '建设',
  '完善',
  '机制',
  '加强',
  '监督',
  '服务',
  '平台',
  '数据',
  '培训',
  '做好',
  '落实',
  '开展',
  '规范',
)
const phrase = (max: number) => fc.array(words, { minLength: 2, maxLength: max }).map((w) => w.join(''))
const unit = fc.constantFrom(
  '县财政局',
  '县教育局',
  '县委宣传部',
  '各乡镇人民政府',
  '县直有关单位',
  '县司法局',
  '县政府办公室',
)
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 4 })

interface Row {
  readonly task: string
  readonly requirement: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
}
const row: fc.Arbitrary<Row> = fc.record({
  task: phrase(6),
  requirement: fc
    .array(phrase(8), { minLength: 1, maxLength: 3 })
    .map((s) => s.map((x) => `${x}。`).join('')),
  lead: units,
  responsible: units,
})
const banner = phrase(4)
const plan = fc.array(fc.record({ banner, rows: fc.array(row, { minLength: 1, maxLength: 5 }) }), {
  minLength: 1,
  maxLength: 4,
})
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

const title = '2022年某某县政务公开工作任务分解表'
const heads = ['序号', '工作任务', '工作要求', '牵头单位', '责任单位']
const numerals = ['一', '二', '三', '四', '五']

/** The rows of a plan's table: a banner is one cell. */
function tableRows(sections: Plan): string[][] {
  let n = 0
  return [
    heads,
    ...sections.flatMap((s, i) => [
      [`${numerals[i]}、${s.banner}`],
      ...s.rows.map((r) => [String(++n), r.task, r.requirement, r.lead.join('、'), r.responsible.join('、')]),
    ]),
  ]
}

const renderers: Record<string, [string, (rows: string[][]) => string]> = {
  html: [
    'plan.html',
    (rows) =>
      `<html><body><h1>${title}</h1><table>${rows
        .map((r) =>
          r.length === 1
            ? `<tr><td colspan="5">${r[0]}</td></tr>`
            : `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`,
        )
        .join('')}</table></body></html>`,
  ],
  markdown: [
    'plan.md',
    (rows) => {
      const line = (r: string[]) => `| ${[...r, ...Array<string>(5 - r.length).fill('')].join(' | ')} |`
      return [`# ${title}`, '', line(rows[0]!), '|---|---|---|---|---|', ...rows.slice(1).map(line), ''].join(
        '\n',
      )
    },
  ],
  pipes: [
    'plan.txt',
    (rows) =>
      [title, ...rows.map((r) => (r.length === 1 ? `${r[0]} |||||` : `${r.join(' | ')} |`)), ''].join('\n'),
  ],
  tabs: ['plan.txt', (rows) => [title, ...rows.map((r) => r.join('\t')), ''].join('\n')],
}

const essence = (result: Awaited<ReturnType<typeof parse>>) =>
  result.tasks.map((t) => ({
    ordinal: t.ordinal,
    path: t.sections.map((s) => s.title),
    task: t.task,
    requirement: t.requirement,
    lead: t.leadUnits.map((u) => u.text),
    responsible: t.responsibleUnits.map((u) => u.text),
  }))

/** What a plan says, numbered through. */
const wanted = (sections: Plan) => {
  let n = 0
  return sections.flatMap((s) =>
    s.rows.map((r) => ({
      ordinal: String(++n),
      path: [s.banner],
      task: r.task,
      requirement: r.requirement,
      lead: r.lead,
      responsible: r.responsible,
    })),
  )
}

describe('a notice in any layout', () => {
  it.each(Object.keys(renderers))('gives its tasks as %s', async (kind) => {
    const [name, render] = renderers[kind]!
    await fc.assert(
      fc.asyncProperty(plan, async (sections) => {
        const result = await parse({ name, bytes: encode(render(tableRows(sections))) })
        expect(essence(result)).toEqual(wanted(sections))
      }),
      { numRuns: 60 },
    )
  })

  it('gives its tasks as clauses with brackets', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (sections) => {
        let n = 0
        const text = [
          title.replace('分解表', '要点'),
          ...sections.flatMap((s, i) => [
            `${numerals[i]}、${s.banner}`,
            ...s.rows.map(
              (r) =>
                `${++n}.${r.task}。${r.requirement}（牵头单位：${r.lead.join('、')}；责任单位：${r.responsible.join('、')}）`,
            ),
          ]),
        ].join('\n')
        const result = await parse({ name: 'plan.txt', bytes: encode(text) })
        expect(essence(result)).toEqual(wanted(sections))
      }),
      { numRuns: 60 },
    )
  })
})

/** Text that looks like a notice here and there: marks, numbers, brackets in any order. */
const scraps = fc
  .array(
    fc.oneof(
      words,
      unit,
      fc.constantFrom(
        '一、',
        '（一）',
        '1.',
        '①',
        '（',
        '）',
        '〔',
        '责任单位：',
        '牵头',
        '负责',
        '。',
        '；',
        '|',
        '\t',
        '\n',
        '\n\n',
        '《',
        '》',
        '“',
        '2022年6月底前',
        '附件：',
        '附件1',
        '第一条 ',
        '<table>',
        '<td>',
        '</p>',
        '<br>',
        '&nbsp;',
        '\u0000',
        '\ud800',
        '𠀀',
        '  ',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((s) => s.join(''))

describe('any text', () => {
  it.each(['scrap.txt', 'scrap.html', 'scrap.md'])(
    'gives a valid result or a named error (%s)',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(scraps, async (text) => {
          const source = { name, bytes: encode(text) }
          try {
            const { result, document } = await stages(source)
            expect(breaches(result, document)).toEqual([])
            expect(tiles(document.blocks)).toBe(true)
            expect(JSON.stringify(await parse(source))).toBe(JSON.stringify(result))
          } catch (error) {
            if (!(error instanceof YaodianError) || error.code === 'result/invalid') throw error
          }
        }),
        { numRuns: 400 },
      )
    },
  )

  it('gives a valid result or a named error for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        try {
          await parse({ name: 'x', bytes })
        } catch (error) {
          if (!(error instanceof YaodianError) || error.code === 'result/invalid') throw error
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('evidence', () => {
  const root = new URL('../samples/', import.meta.url)
  it.each(readdirSync(root))('of samples/%s reads back as its values', async (slug) => {
    const name = readdirSync(new URL(`${slug}/`, root)).find((f) => f.startsWith('source.'))!
    const { result, document } = await stages({ name, bytes: readFileSync(new URL(`${slug}/${name}`, root)) })
    expect(breaches(result, document)).toEqual([])
    expect(tiles(document.blocks)).toBe(true)
  })
})

describe('the rooms', () => {
  const order = ['text', 'data', 'read', 'segment', 'find', 'resolve', 'dataset', 'batch', 'cli']
  const root = new URL('../src/', import.meta.url)
  it('import down the order of the stages only', () => {
    const wrong: string[] = []
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const room = order.indexOf(file.split('/')[0]!)
      if (room < 0 || !file.endsWith('.ts')) continue
      const depth = file.split('/').length - 1
      for (const [, path] of readFileSync(new URL(file, root), 'utf8').matchAll(
        /^(?:import|export) (?!type)[^;]*?from '((?:\.\.\/)+[^']+)'/gm,
      )) {
        const ups = path!.match(/\.\.\//g)!.length
        if (ups < depth) continue
        const target = order.indexOf(path!.replace(/^(?:\.\.\/)+/, '').split('/')[0]!)
        if (target > room && !(room < 2 && target < 2)) wrong.push(`${file} → ${path}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
