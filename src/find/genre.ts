/** Whether a notice is a plan of work at all (contract, rule 7). */
import { notPlanNotice, notPlanTitle } from '../data/genres.ts'
import type { Entry } from '../segment/lines.ts'
import type { Item, Outline } from '../segment/outline.ts'

export type NotPlan = { readonly zh: string; readonly en: string }

/** Why a notice is no plan; null where it may be one. */
export function notAPlan(outline: Outline): NotPlan | null {
  const bare = (text: string | undefined) => text?.replace(/\s/g, '') ?? ''
  const title = bare(outline.frame.title?.folded)
  const plan = outline.frame.issued ? bare(outline.body.title?.folded) : ''
  const own = plan || issuedName(title) || title
  const kind = notPlanNotice.exec(title)
  if (kind) return { zh: `文种是${kind[0]}`, en: `the notice is a ${kind[0]}` }
  const rule = notPlanTitle.exec(own.replace(/》$/, ''))
  if (rule) return { zh: `标题是${rule[0]}`, en: `its title ends in ${rule[0]}` }
  const articles = count(
    outline.body.items,
    (i) => i.marker.kind === 'article' || i.marker.kind === 'chapter',
  )
  const others = count(outline.body.items, (i) => i.marker.kind === 'cn' || i.marker.kind === 'cn-paren')
  if (articles >= 3 && articles * 2 >= others)
    return { zh: '正文按章、条行文', en: 'the text runs in chapters or articles' }
  // 第一编, 第一章 divide a rule; 第一部分 divides any text.
  const chapters = outline.body.items.filter(
    (i) => i.marker.kind === 'chapter' || (i.marker.kind === 'part' && /编/.test(i.label.folded)),
  ).length
  if (chapters >= 3 && chapters === outline.body.items.length) {
    return { zh: '正文按章、条行文', en: 'the text runs in chapters or articles' }
  }
  if (/名单$/.test(own.replace(/\([^()]*\)$/, '')) || listsPersons(outline)) {
    return { zh: '正文只列人员名单', en: 'it only lists persons' }
  }
  return null
}

/** The plan named in a notice's title: 关于印发《…》的通知. */
function issuedName(title: string): string {
  const match = /(?:印发|转发|批转|下发|颁发)(.+?)的?(?:通知|函)$/.exec(title)
  return match ? match[1]!.replace(/^[《]/, '').replace(/[》]$/, '') : ''
}

function count(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.reduce((n, item) => n + (test(item) ? 1 : 0) + count(item.children, test), 0)
}

/** A name and a post: 副组长：丁学东　　国务院副秘书长; 刘　伟　　财政部副部长. */
const person =
  /^(?:[\u4e00-\u9fff]\s*[\u4e00-\u9fff]{0,6}\s*[:]\s*)?[\u4e00-\u9fff]\s{0,4}[\u4e00-\u9fff]{1,3}(?:\([\u4e00-\u9fff]{1,6}\))?\s{1,6}[\u4e00-\u9fff、,\s()]{2,60}$/

/** Whether most lines, numbered or not, are a name and a post. */
function listsPersons(outline: Outline): boolean {
  const trees = [outline.body, ...outline.annexes]
  const own = (items: readonly Item[]): string[] =>
    items.flatMap((i) => [i.text.folded, ...texts(i.content), ...own(i.children)])
  const lines = trees.flatMap((t) => [...texts(t.preamble), ...own(t.items)])
  const persons = lines.filter((line) => person.test(line)).length
  return persons >= 3 && persons * 2 >= lines.length
}

const texts = (entries: readonly Entry[]): string[] =>
  entries.flatMap((e) => (e.kind === 'line' ? [e.passage.folded] : []))
