/** In a whole notice, a body that nobody knows is told and to be looked at. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'

function notice(units: string) {
  const text = `含山县人民政府办公室关于印发2022年政务公开工作要点的通知

各镇人民政府，市直各委、办、局：

现将《2022年政务公开工作要点》印发给你们，请认真贯彻落实。

含山县人民政府办公室
2022年4月6日

2022年政务公开工作要点

一、推进公开。做好信息发布工作。（${units}）
二、加强解读。做好政策解读工作。（责任单位：县财政局）
`
  return parse({ name: 'h.txt', bytes: new TextEncoder().encode(text) })
}

const told = async (units: string) => {
  const { messages, review } = await notice(units)
  return {
    told: messages.some((m) => m.code === 'unit/unknown-body'),
    looked: review.some((r) => r.task === 't1' && /Units/.test(r.pointer)),
  }
}

describe('a lead', () => {
  it.each(['县XX办', '临港管委会', '县幸福院', '县公开局'])('%s is told', async (unit) => {
    expect(await told(`牵头单位：${unit}；配合单位：县财政局`)).toEqual({ told: true, looked: true })
  })

  it.each(['县财政局', '县图书馆', '含山供电公司', '环峰镇人民政府'])('%s is not', async (unit) => {
    expect(await told(`牵头单位：${unit}；配合单位：县财政局`)).toEqual({ told: false, looked: false })
  })

  it('is not what makes 各委、办、局 three addressees', async () => {
    const { notice: head } = await notice('责任单位：县民政局等县直有关部门')
    expect(head.addressees).toEqual(['各镇人民政府', '市直各委、办、局'])
  })
})
