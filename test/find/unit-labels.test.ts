import { expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'

const lines = [
  '舒城县人民政府办公室关于印发2021年政务公开工作要点的通知',
  '各乡镇人民政府：',
  '现印发给你们。',
  '一、公开预算。公开部门预算。牵头单位：县财政局，配合单位：县直各单位。完成时限：6月底前。',
  '二、做好解读。解读政策文件。（县政府办、县司法局按职责分工负责',
  '三、建好队伍。开展培训。（县政府办）',
]

it('no unit of a task is lost in silence', async () => {
  const { tasks, messages } = await parse({ name: 'a.txt', bytes: Buffer.from(lines.join('\n')) })
  const texts = (units: readonly { text: string }[]) => units.map((u) => u.text)
  expect(
    tasks.map((t) => [
      t.requirement,
      texts(t.leadUnits),
      texts(t.responsibleUnits),
      texts(t.supportingUnits),
      texts(t.deadlines),
    ]),
  ).toEqual([
    ['公开部门预算。', ['县财政局'], [], ['县直各单位'], ['6月底前']],
    ['解读政策文件。', [], ['县政府办', '县司法局'], [], []],
    ['开展培训。（县政府办）', [], [], [], []],
  ])
  const codes = messages.map((m) => m.code)
  expect(codes).toContain('clause/unclosed-bracket')
  expect(codes).toContain('clause/bracket-unread')
})
