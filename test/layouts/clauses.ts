/** Plans laid out as numbered clauses: forms of numbers, of brackets, of paragraphs. */
import type { CompactTask } from '../compact.ts'
import { chinese, fullWidth, goldTask, type Laid, type Layout, oneList, steps, texts } from './layout.ts'
import type { Plan, PlanTask, PlanTime, PlanUnit } from './plan.ts'

interface Numbers {
  /** By level of heading, the outermost first. */
  readonly heads: readonly ((n: number) => string)[]
  readonly item: (n: number) => string
  /** Items are numbered on over headings. */
  readonly runs?: boolean
  /** Between a heading's number and its text. */
  readonly space?: string
}

const customary: Numbers = {
  heads: [(n) => `${chinese(n)}、`, (n) => `（${chinese(n)}）`],
  item: (n) => `${n}.`,
  runs: true,
}

/** Who is named, and when, in which words. */
interface Duty {
  readonly text: (t: PlanTask) => string
  readonly gold: (t: PlanTask) => Who
}
interface Who {
  readonly lead?: readonly PlanUnit[]
  readonly resp?: readonly PlanUnit[]
  readonly supp?: readonly PlanUnit[]
  readonly due?: PlanTime | null
}

interface Shape {
  readonly numbers?: Numbers
  readonly duty: Duty
  readonly open?: string
  readonly close?: string
  /** Where the bracket stands. */
  readonly place?: 'after' | 'before-stop' | 'own-paragraph' | 'same-line'
  /** `。` closes the bracket. */
  readonly stop?: string
  /** How the requirement follows. */
  readonly body?: 'same' | 'paragraph' | 'labelled'
  readonly label?: string
  readonly before?: string
  readonly leadRule?: true
  readonly headStop?: boolean
  readonly html?: (lines: readonly string[]) => string
}

const names = (t: PlanTask) => oneList(t.lead, t.responsible, t.supporting)

const labelled = (
  lead: string,
  resp: string,
  supp: string,
  between = '；',
  colon = '：',
  due = '',
): Duty => ({
  text: (t) =>
    [
      t.lead.length > 0 ? `${lead}${colon}${texts(t.lead)}` : '',
      t.responsible.length > 0 ? `${resp}${colon}${texts(t.responsible)}` : '',
      t.supporting.length > 0 ? `${supp}${colon}${texts(t.supporting)}` : '',
      due !== '' && t.due ? `${due}${colon}${t.due.text}` : '',
    ]
      .filter((s) => s !== '')
      .join(between),
  gold: (t) => ({
    lead: t.lead,
    resp: t.responsible,
    supp: t.supporting,
    due: due === '' ? null : t.due,
  }),
})
const all = (text: (list: string, t: PlanTask) => string, due = false): Duty => ({
  text: (t) => (names(t).length === 0 ? '' : text(texts(names(t)), t)),
  gold: (t) => ({ resp: names(t), due: due ? t.due : null }),
})
const roles = (between: string, due = false): Duty => ({
  text: (t) =>
    [
      t.lead.length > 0 ? `${texts(t.lead)}牵头` : '',
      t.responsible.length > 0 ? `${texts(t.responsible)}${t.lead.length > 0 ? '按职责分工' : ''}负责` : '',
      t.supporting.length > 0 ? `${texts(t.supporting)}配合` : '',
      due && t.due ? (t.due.type === 'by' ? `${t.due.text}完成` : t.due.text) : '',
    ]
      .filter((s) => s !== '')
      .join(between),
  gold: (t) => ({ lead: t.lead, resp: t.responsible, supp: t.supporting, due: due ? t.due : null }),
})
/** 列第一位的为牵头单位: a set never leads. */
const ruled = (text: (list: string, first: boolean) => string): Duty => {
  let first = true
  return {
    text: (t) => {
      if (names(t).length === 0) return ''
      const out = text(texts(names(t)), first)
      first = false
      return out
    },
    gold: (t) => {
      const list = names(t)
      return list[0]?.kind === 'unit' ? { lead: list.slice(0, 1), resp: list.slice(1) } : { resp: list }
    },
  }
}

const standard = labelled('牵头单位', '责任单位', '配合单位')

function lay(plan: Plan, make: () => Shape): Laid | null {
  const shape = make()
  const numbers = shape.numbers ?? customary
  const depth = Math.max(...plan.tasks.map((t) => t.path.length))
  if (depth > numbers.heads.length) return null
  // A kind of number must not stand on two levels of one plan.
  if (plan.tasks.some((t) => t.path.length !== depth)) return null
  const lines: string[] = [plan.title, '']
  if (shape.before) lines.push(shape.before)
  const gold: CompactTask[] = []
  const open = shape.open ?? '（'
  const close = shape.close ?? '）'
  for (const step of steps(plan, (level, n) =>
    numbers.heads[level + numbers.heads.length - Math.max(depth, numbers.heads.length)]!(n),
  )) {
    if (step.kind === 'head') {
      lines.push(`${step.head.label}${numbers.space ?? ''}${step.head.title}${shape.headStop ? '。' : ''}`)
      continue
    }
    const { task: t } = step
    const n = numbers.runs ? step.index : step.inSection
    const label = numbers.item(n)
    const said = shape.duty.text(t)
    const who: Who = said === '' ? {} : shape.duty.gold(t)
    const duty = said === '' ? '' : `${open}${said}${close}${shape.stop ?? ''}`
    const body = shape.body ?? 'same'
    const place = shape.place ?? 'after'
    const inserted = (text: string) =>
      duty === ''
        ? text
        : place === 'before-stop'
          ? text.replace(/。?$/, `${duty}。`)
          : place === 'own-paragraph'
            ? text
            : `${text}${duty}`
    const req = t.requirement?.replace(/。?$/, '。') ?? null
    let task = t.task
    let tail: string[] = []
    if (req === null) lines.push(`${label}${inserted(`${t.task}。`)}`)
    else if (body === 'same') lines.push(`${label}${inserted(`${t.task}。${req}`)}`)
    else if (body === 'paragraph') lines.push(`${label}${t.task}`, inserted(req))
    else {
      lines.push(`${label}${inserted(`${t.task}。`)}`)
      tail = [`${shape.label}：${req}`]
      task = `${t.task}。`
    }
    lines.push(...tail)
    if (place === 'own-paragraph' && duty !== '') lines.push(...duty.split('\n'))
    gold.push(
      goldTask({
        at: step.at,
        n: label.trim().replace(/[、.．:：]$/, ''),
        task,
        req,
        ...(who.lead ? { lead: who.lead } : {}),
        ...(who.resp ? { resp: who.resp } : {}),
        ...(who.supp ? { supp: who.supp } : {}),
        times: [...t.times, ...(who.due ? [who.due] : [])],
      }),
    )
  }
  const text = shape.html ? shape.html(lines) : `${lines.join('\n')}\n`
  return {
    name: `${plan.slug}.${shape.html ? 'html' : 'txt'}`,
    text,
    gold: {
      notice: {
        title: plan.title,
        year: plan.year,
        ...(shape.leadRule && text.includes('为牵头单位') ? { leadRule: 'first-listed' } : {}),
      },
      tasks: gold,
    },
  }
}

const page = (lines: readonly string[]) =>
  `<html><head><meta charset="utf-8"></head><body>${lines.map((l) => `<p>　　${l}</p>`).join('')}</body></html>`
const breaks = (lines: readonly string[]) =>
  `<html><head><meta charset="utf-8"></head><body><div>${lines.map((l) => `&nbsp;&nbsp;&nbsp;&nbsp;${l}`).join('<br />\n')}</div></body></html>`

const shapes: Readonly<Record<string, () => Shape>> = {
  'bracket-after': () => ({ duty: standard }),
  'bracket-before-stop': () => ({ duty: standard, place: 'before-stop' }),
  'bracket-then-stop': () => ({ duty: standard, stop: '。' }),
  'bracket-half-width': () => ({
    duty: labelled('牵头单位', '责任单位', '配合单位', ';', ':'),
    open: '(',
    close: ')',
  }),
  'bracket-tortoise': () => ({ duty: standard, open: '〔', close: '〕' }),
  'bracket-square': () => ({ duty: standard, open: '[', close: ']' }),
  'bracket-square-full': () => ({ duty: standard, open: '［', close: '］' }),
  'bracket-lenticular': () => ({ duty: standard, open: '【', close: '】' }),
  'bracket-unclosed': () => ({ duty: standard, open: '〔', close: '' }),
  'bracket-own-paragraph': () => ({ duty: standard, place: 'own-paragraph' }),
  'bracket-own-paragraph-after-body': () => ({ duty: standard, place: 'own-paragraph', body: 'paragraph' }),
  'bracket-with-time': () => ({ duty: labelled('牵头单位', '责任单位', '配合单位', '；', '：', '完成时限') }),
  'bracket-with-time-comma': () => ({
    duty: labelled('牵头部门', '责任部门', '协办部门', '，', '：', '完成时间'),
  }),
  'bracket-spaces-between-labels': () => ({ duty: labelled('牵头单位', '责任单位', '配合单位', '  ', '：') }),
  'bracket-departments': () => ({ duty: all((l) => `责任部门：${l}`) }),
  'bracket-offices': () => ({ duty: all((l) => `责任科（股）室：${l}`) }),
  'bracket-etc': () => ({ duty: all((l) => `责任单位：${l}等`) }),
  'bracket-responsible': () => ({ duty: all((l) => `${l}负责`) }),
  'bracket-by-duties': () => ({ duty: all((l) => `${l}按职责分工负责`) }),
  'bracket-by-duties-comma': () => ({ duty: all((l) => `由${l}等，按照职责分工负责`) }),
  'bracket-by-duties-time': () => ({
    duty: all(
      (l, t) =>
        `${l}按职责分工负责${t.due ? `；${t.due.type === 'by' ? `${t.due.text}完成` : t.due.text}` : ''}`,
      true,
    ),
  }),
  'bracket-roles': () => ({ duty: roles('，') }),
  'bracket-roles-semicolon': () => ({ duty: roles('；') }),
  'bracket-roles-time': () => ({ duty: roles('，', true) }),
  'lead-rule-in-letter': () => ({
    duty: ruled((l) => `责任单位：${l}`),
    leadRule: true,
    before: '为做好工作，现将任务分解如下（责任单位中列第一位的为牵头单位）。',
  }),
  'lead-rule-in-bracket': () => ({
    duty: ruled((l, first) => `责任单位：${l}${first ? '。列第一位者为牵头单位，下同' : ''}`),
    leadRule: true,
  }),
  'lead-rule-comma': () => ({
    duty: ruled((l, first) => `${l}按职责分工负责${first ? '，排在第一位的为牵头单位，下同' : ''}`),
    leadRule: true,
  }),
  'unit-paragraphs': () => ({
    duty: labelled('牵头单位', '责任单位', '配合单位', '\n', '：', '完成时限'),
    open: '',
    close: '',
    place: 'own-paragraph',
  }),
  'unit-paragraph-one-line': () => ({
    duty: labelled('牵头单位', '责任单位', '配合单位', '　　', '：', '完成时限'),
    open: '',
    close: '',
    place: 'own-paragraph',
    body: 'paragraph',
  }),
  'unit-label-in-line': () => ({ duty: all((l) => `责任单位：${l}`), open: '', close: '' }),
  'body-in-paragraph': () => ({ duty: standard, body: 'paragraph' }),
  'label-work': () => ({ duty: standard, body: 'labelled', label: '工作要求' }),
  'label-measures': () => ({
    duty: labelled('牵头单位', '责任单位', '配合单位', '\n', '：', '完成时限'),
    body: 'labelled',
    label: '具体措施',
    open: '',
    close: '',
    place: 'own-paragraph',
  }),
  'label-division': () => ({ duty: standard, body: 'labelled', label: '任务分工', open: '〔', close: '' }),
  'heads-with-stop': () => ({ duty: standard, headStop: true }),
  'numbers-restart': () => ({ duty: standard, numbers: { ...customary, runs: false } }),
  'numbers-full-width': () => ({
    duty: standard,
    numbers: { ...customary, item: (n) => `${fullWidth(n)}．` },
  }),
  'numbers-dun': () => ({ duty: standard, numbers: { ...customary, item: (n) => `${n}、` } }),
  'numbers-space': () => ({ duty: standard, numbers: { ...customary, item: (n) => `${n}. ` } }),
  'numbers-half-bracket': () => ({ duty: standard, numbers: { ...customary, item: (n) => `${n}）` } }),
  'numbers-circled': () => ({
    duty: standard,
    numbers: { ...customary, item: (n) => String.fromCharCode(0x2460 + n - 1), runs: false },
  }),
  'numbers-arabic-on-top': () => ({
    duty: standard,
    numbers: { heads: [(n) => `${n}.`, (n) => `（${n}）`], item: (n) => String.fromCharCode(0x2460 + n - 1) },
  }),
  'numbers-decimal': () => ({
    duty: standard,
    numbers: { heads: [(n) => `${chinese(n)}、`, (n) => `${n}.`], item: (n) => `（${n}）` },
  }),
  'numbers-parts': () => ({
    duty: standard,
    numbers: {
      heads: [(n) => `第${chinese(n)}部分`, (n) => `${chinese(n)}、`],
      item: (n) => `（${chinese(n)}）`,
      space: ' ',
    },
  }),
  'numbers-bracket-items': () => ({
    duty: standard,
    numbers: { heads: [(n) => `${chinese(n)}、`], item: (n) => `（${chinese(n)}）`, runs: true },
  }),
  'numbers-bracket-items-half': () => ({
    duty: standard,
    numbers: { heads: [(n) => `${chinese(n)}.`], item: (n) => `(${chinese(n)})`, runs: false },
  }),
  'numbers-task-words': () => ({
    duty: standard,
    numbers: {
      heads: [(n) => `${chinese(n)}、`, (n) => `（${chinese(n)}）`],
      item: (n) => `任务${chinese(n)}：`,
      runs: true,
    },
  }),
  'page-paragraphs': () => ({ duty: standard, html: page }),
  'page-breaks': () => ({ duty: standard, html: breaks, body: 'paragraph' }),
}

export const clauses: readonly Layout[] = Object.entries(shapes).map(([id, make]) => ({
  id: `clause/${id}`,
  lay: (plan) => lay(plan, make),
}))
