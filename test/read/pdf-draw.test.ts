import { expect, it } from 'vitest'
import { drawPdf } from '../../src/read/pdf/draw.ts'
import { grid, makePdf, text } from './made-pdf.ts'

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
