/** Rules that a notice states once for all of its tasks: where they are said, and on which lists they work. */
import { describe, expect, it } from 'vitest'
import { additionIn } from '../../src/find/roles.ts'
import { parse } from '../../src/pipeline.ts'
import { fold } from '../../src/text/fold.ts'

async function read(body: string, name = 'a.txt') {
  const text = `含山县2022年政务公开工作要点\n\n${body}\n\n含山县人民政府办公室\n2022年3月1日\n`
  const { notice, tasks } = await parse({ name, bytes: new TextEncoder().encode(text) })
  const names = (units: readonly { name: string }[]) => units.map((u) => u.name).join('、')
  return {
    leadRule: notice.leadRule,
    tasks: tasks.map((t) => `${names(t.leadUnits)}|${names(t.responsibleUnits)}`),
    rules: tasks.flatMap((t) => Object.values(t.evidence).flatMap((e) => e.map((piece) => piece.rule))),
  }
}

const items =
  '一、推进公开。做好工作。（责任单位：县政府办）\n二、加强管理。做好工作。（责任单位：县司法局、县财政局）'
const table = '|序号|工作任务|责任单位|\n|---|---|---|\n|1|推进公开|县政府办|\n|2|加强管理|县司法局|'

describe('units that a note adds to every task', () => {
  it('are added where the text before the first item says so, with the note as evidence', async () => {
    const found = await read(`制定本要点。以下任务均需各镇人民政府落实，不再列出。\n\n${items}`)
    expect(found.tasks).toEqual(['|县政府办、各镇人民政府', '|县司法局、县财政局、各镇人民政府'])
    expect(found.rules.filter((r) => r === 'notice/always-note')).toHaveLength(2)
  })

  it('are added to the rows of a table below it', async () => {
    const found = await read(`以下任务均需各镇人民政府落实，不再列出。\n\n${table}`, 'a.md')
    expect(found.tasks).toEqual(['|县政府办、各镇人民政府', '|县司法局、各镇人民政府'])
  })

  it('are none where the text only urges', async () => {
    const found = await read(`以下任务均需各镇人民政府落实。\n\n${items}`)
    expect(found.tasks).toEqual(['|县政府办', '|县司法局、县财政局'])
  })

  it('do not lead by the lead rule', async () => {
    const rules = '以下任务均需县政务公开办落实，不再列出。责任单位列第一位的为牵头单位。'
    const found = await read(`${rules}\n\n${items}`)
    expect(found.tasks).toEqual(['县政府办|县政务公开办', '县司法局|县财政局、县政务公开办'])
  })

  it.each([
    ['以下任务均需各镇人民政府落实，不再列出。', '各镇人民政府', 'responsible'],
    ['以下各项均由县教育局、各镇人民政府配合，不再一一列出。', '县教育局、各镇人民政府', 'supporting'],
    ['本要点以下工作都要各有关部门负责；不再重复列出', '各有关部门', 'responsible'],
  ])('%s', (text, units, role) => {
    const found = additionIn(fold(text))!
    expect(fold(text).slice(found.start, found.end)).toBe(fold(units))
    expect(found.role).toBe(role)
  })

  it.each([
    '以下任务均需各镇人民政府落实。',
    '以下任务均需认真落实，不再列出。',
    '以下表格不再列出。',
    '各镇人民政府负责落实，不再列出。',
  ])('none in %s', (text) => {
    expect(additionIn(fold(text))).toBeNull()
  })
})

describe('a label that is the lead rule', () => {
  it.each([
    '一、推进公开。做好工作。（责任单位列第一位的为牵头单位：县政府办、县司法局）',
    '一、推进公开。做好工作。\n责任单位（列第一位的为牵头单位）：县政府办、县司法局',
    '一、推进公开。做好工作。（排在第一位的为牵头单位：县政府办、县司法局）',
  ])('opens a list whose first leads: %s', async (body) => {
    const found = await read(`${body}\n二、加强管理。做好工作。（责任单位：县财政局、县教育局）`)
    expect(found.leadRule).toBe('first-listed')
    expect(found.tasks).toEqual(['县政府办|县司法局', '县财政局|县教育局'])
  })

  it('is none where the label only names a lead', async () => {
    const found = await read('一、推进公开。做好工作。（牵头单位：县政府办、县司法局）')
    expect(found).toMatchObject({ leadRule: null, tasks: ['县政府办、县司法局|'] })
  })
})

it('gives a bracket of bare names no role, whatever the introduction says of those responsible', async () => {
  const found = await read('各责任单位按职责分工负责。\n\n一、推进公开。做好工作。（县政府办、县司法局）')
  expect(found.tasks).toEqual(['|'])
})
