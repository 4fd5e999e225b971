/** The outline: the parts of the notice, then its text as a tree. */
import type { Entry } from '../../segment/lines.ts'
import type { Item, Outline, Tree } from '../../segment/outline.ts'
import type { Passage } from '../../text/passage.ts'
import { oneLine } from '../terminal.ts'
import type { Texts } from '../texts.ts'
import { cut } from '../width.ts'
import { passageText } from './place.ts'

const textColumns = 60

export function* explainOutline({ frame, body, annexes, gaps }: Outline, texts: Texts): Generator<string> {
  const t = texts.explained
  yield* part(t.title, frame.title)
  yield* part(t.number, frame.number)
  yield* part(t.addressees, frame.addressees)
  yield* part(t.signature, frame.signature)
  yield* part(t.date, frame.date)
  yield* entries(t.letter, frame.letter, texts)
  yield* entries(t.attachments, frame.attachments, texts)
  yield* explainTree(frame.issued ? t.plan : t.body, body, texts)
  for (const annex of annexes) yield* explainTree(t.annex, annex, texts)
  for (const { label, before } of gaps) yield t.gap(label.text, before?.text ?? null)
  yield* entries(t.furniture, frame.furniture, texts)
}

function* part(name: string, passage: Passage | null): Generator<string> {
  if (passage) yield `${name}: ${passageText(passage)}`
}

function* entries(name: string, list: readonly Entry[], texts: Texts): Generator<string> {
  if (list.length === 0) return
  yield `${name}:`
  for (const entry of list) yield `  ${entryText(entry, texts)}`
}

function* explainTree(name: string, tree: Tree, texts: Texts): Generator<string> {
  yield tree.title ? `${name}: ${passageText(tree.title)}` : `${name}:`
  for (const entry of tree.preamble) yield `  ${entryText(entry, texts)}`
  yield* items(tree.items, texts)
}

/** Depth shows as indentation. The tree is walked with a list of its own: documents nest as they like. */
function* items(roots: readonly Item[], texts: Texts): Generator<string> {
  const open = [...roots].reverse()
  for (let item = open.pop(); item; item = open.pop()) {
    const indent = '  '.repeat(item.depth + 1)
    const node = item.label.spans()[0]?.node ?? ''
    yield `${indent}${node}  ${item.label.text} ${cut(oneLine(item.text.text), textColumns)}`
    for (const entry of item.content) yield `${indent}  · ${entryText(entry, texts)}`
    for (const child of [...item.children].reverse()) open.push(child)
  }
}

function entryText(entry: Entry, texts: Texts): string {
  if (entry.kind === 'line') return `${entry.node}  ${cut(oneLine(entry.passage.text), textColumns)}`
  return `${entry.table.id}  ${texts.explained.table(entry.table.rows, entry.table.cols)}`
}
