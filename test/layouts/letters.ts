/** One plan below covering letters of many forms. */
import type { CompactNotice } from '../compact.ts'
import { chinese, goldTask, type Layout, steps, texts } from './layout.ts'
import { invents, type Plan } from './plan.ts'

interface Letter {
  /** Lines before the plan's own title. */
  readonly before: readonly string[]
  readonly after?: readonly string[]
  readonly notice: CompactNotice
  /** The plan's title as it stands above the plan; none where the letter's title is its own. */
  readonly planTitle?: readonly string[]
  readonly html?: boolean
}

const name = '2023年太湖县优化营商环境重点任务清单'
const body = '太湖县人民政府办公室'
const addressed = '各乡镇人民政府，县政府各部门、各直属机构：'
const addressees = ['各乡镇人民政府', '县政府各部门', '各直属机构']
const sending = `《${name}》已经县政府同意，现印发给你们，请认真贯彻执行。`
const usual: CompactNotice = {
  title: `${body}关于印发${name}的通知`,
  planTitle: name,
  documentNumber: '太政办〔2023〕15号',
  issuer: body,
  issuedOn: '2023-04-18',
  year: 2023,
  region: '340825',
  addressees,
}

const forms: Readonly<Record<string, Letter>> = {
  usual: {
    before: [`${body}关于印发${name}的通知`, '太政办〔2023〕15号', addressed, sending, body, '2023年4月18日'],
    notice: usual,
  },
  'title-over-lines': {
    before: [
      body,
      '关于印发2023年太湖县优化营商环境',
      '重点任务清单的通知',
      '',
      '太政办〔2023〕15号',
      '',
      addressed,
      `　　${sending}`,
      '',
      `　　　　　　　　${body}`,
      '　　　　　　　　2023年4月18日',
      '　　（此件公开发布）',
      '',
    ],
    notice: usual,
    planTitle: ['2023年太湖县优化营商环境', '重点任务清单'],
  },
  'number-first': {
    before: [
      '太政办〔2023〕15号',
      '',
      `${body}关于印发${name}的通知`,
      addressed,
      sending,
      body,
      '2023年4月18日',
    ],
    notice: usual,
  },
  'no-number': {
    before: [
      `关于印发《${name}》的通知`,
      addressed,
      `现将《${name}》印发给你们，请认真贯彻落实。`,
      body,
      '二〇二三年四月十八日',
    ],
    notice: { ...usual, title: `关于印发《${name}》的通知`, documentNumber: null },
  },
  'date-and-body-on-one-line': {
    before: [
      `关于印发《${name}》的通知`,
      addressed,
      `现将《${name}》印发给你们，请认真贯彻落实。`,
      `${body}　　2023年4月18日`,
    ],
    notice: { ...usual, title: `关于印发《${name}》的通知`, documentNumber: null },
  },
  'attachment-named': {
    before: [
      `${body}关于印发${name}的通知`,
      '太政办〔2023〕15号',
      addressed,
      sending,
      `附件：${name}`,
      body,
      '2023年4月18日',
      '附件',
    ],
    notice: { ...usual, attachments: [name] },
  },
  'attachments-numbered': {
    before: [
      `${body}关于印发${name}的通知`,
      '太政办〔2023〕15号',
      addressed,
      sending,
      `附件：1.${name}`,
      '　　　2.太湖县营商环境联系人名单',
      body,
      '2023年4月18日',
      '附件1',
    ],
    notice: { ...usual, attachments: [name, '太湖县营商环境联系人名单'] },
  },
  'signed-after-plan': {
    before: [`${body}关于印发${name}的通知`, '太政办〔2023〕15号', addressed, sending],
    after: [body, '2023年4月18日'],
    notice: usual,
  },
  'letter-with-items': {
    before: [
      `${body}关于印发${name}的通知`,
      '太政办〔2023〕15号',
      addressed,
      `《${name}》已经县政府同意，现印发给你们，并提出如下要求，请一并贯彻执行。`,
      '一、各责任单位要细化措施，明确专人负责。',
      '二、牵头单位每季度末将进展情况报县政府办公室。',
      body,
      '2023年4月18日',
    ],
    notice: usual,
  },
  'joint-signers': {
    before: [
      `关于印发《${name}》的通知`,
      '太发改〔2023〕15号',
      addressed,
      `现将《${name}》印发给你们，请认真贯彻落实。`,
      '太湖县发展和改革委员会　太湖县数据资源管理局',
      '2023年4月18日',
    ],
    notice: {
      ...usual,
      title: `关于印发《${name}》的通知`,
      documentNumber: '太发改〔2023〕15号',
      issuer: '太湖县发展和改革委员会　太湖县数据资源管理局',
    },
  },
  'leading-group': {
    before: [
      `关于印发《${name}》的通知`,
      '太营商组〔2023〕2号',
      '各乡镇党委、政府，县直各单位：',
      `经县委、县政府同意，现将《${name}》印发给你们，请认真抓好贯彻落实。`,
      '太湖县优化营商环境工作领导小组',
      '2023年4月18日',
    ],
    notice: {
      ...usual,
      title: `关于印发《${name}》的通知`,
      documentNumber: '太营商组〔2023〕2号',
      issuer: '太湖县优化营商环境工作领导小组',
      addressees: ['各乡镇党委', '政府', '县直各单位'],
    },
  },
  'plan-alone': {
    before: [],
    notice: {
      title: name,
      planTitle: null,
      issuer: null,
      issuedOn: null,
      year: 2023,
      region: '340825',
      addressees: [],
    },
  },
  'plan-alone-signed': {
    before: [],
    after: ['', body, '2023年4月18日'],
    notice: {
      title: name,
      issuer: body,
      issuedOn: '2023-04-18',
      year: 2023,
      region: '340825',
      addressees: [],
    },
  },
  'plan-alone-date-below-title': {
    before: [],
    planTitle: [name, '（2023年4月18日）'],
    notice: { title: name, issuedOn: '2023-04-18', year: 2023, region: '340825', addressees: [] },
  },
  page: {
    before: [
      '当前位置：首页 > 信息公开 > 政策文件',
      `${body}关于印发${name}的通知`,
      '发布时间：2023-04-20 09:12 信息来源：县政府办公室 阅读次数：156 字体：[大 中 小]',
      '太政办〔2023〕15号',
      addressed,
      sending,
      body,
      '2023年4月18日',
    ],
    after: ['打印本页', '关闭窗口', '扫一扫在手机打开当前页', '上一篇：关于做好防汛工作的通知'],
    notice: { ...usual, publishedOn: '2023-04-20' },
    html: true,
  },
  'closing-and-copies': {
    before: [`${body}关于印发${name}的通知`, '太政办〔2023〕15号', addressed, sending, body, '2023年4月18日'],
    after: [
      '抄送：县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院。',
      `${body}　　　　2023年4月18日印发`,
    ],
    notice: usual,
  },
}

/** The county's plan as clauses with brackets. */
function clauses(plan: Plan) {
  const lines: string[] = []
  const gold = []
  for (const step of steps(plan, (level, n) => (level === 0 ? `${chinese(n)}、` : `（${chinese(n)}）`))) {
    if (step.kind === 'head') {
      lines.push(`${step.head.label}${step.head.title}`)
      continue
    }
    const { task: t, index } = step
    lines.push(
      `${index}.${t.task}。${t.requirement ?? ''}（牵头单位：${texts(t.lead)}；责任单位：${texts(t.responsible)}）`,
    )
    gold.push(
      goldTask({
        at: step.at,
        n: String(index),
        task: t.task,
        req: t.requirement,
        lead: t.lead,
        resp: t.responsible,
        times: t.times,
      }),
    )
  }
  return { lines, gold }
}

export const letters: readonly Layout[] = Object.entries(forms).map(([id, form]) => ({
  id: `letter/${id}`,
  lay: (plan) => {
    if (plan !== invents[0]) return null
    const { lines, gold } = clauses(plan)
    const all = [...form.before, ...(form.planTitle ?? [plan.title]), ...lines, ...(form.after ?? [])]
    return {
      name: form.html ? `${plan.slug}.html` : `${plan.slug}.txt`,
      text: form.html
        ? `<html><head><meta charset="utf-8"></head><body>${all.map((l) => `<p>${l.replace('>', '&gt;')}</p>`).join('\n')}</body></html>`
        : `${all.join('\n')}\n`,
      gold: { notice: form.notice, tasks: gold },
    }
  },
}))
