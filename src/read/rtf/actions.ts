/** What control words do. Words that are not here are formatting that changes no text, and are left aside. */
import { paragraph } from '../../document.ts'
import { hyperlinkOf, isContents, objectOf, withoutResult } from '../doc/fields.ts'
import { boxes, furniture, structure } from './destinations.ts'
import { Field } from './fields.ts'
import { maxNumber, noFont } from './fonts.ts'
import {
  Capture,
  type CharacterState,
  depthOf,
  type Group,
  type ParagraphState,
  paragraphDefaults,
  plain,
  type Sink,
} from './group.ts'
import type { Interpreter } from './interpreter.ts'
import { RowBuilder } from './rows.ts'

type Action = (reader: Interpreter, param: number | null) => void

/** A flag: `\v` and `\v1` are on, `\v0` is off. */
const isOn = (param: number | null): boolean => param !== 0

function character(make: (param: number | null) => Partial<CharacterState>): Action {
  return ({ group }, param) => {
    group.character = { ...group.character, ...make(param) }
  }
}

function ofParagraph(make: (param: number | null) => Partial<ParagraphState>): Action {
  return ({ group }, param) => {
    group.paragraph = { ...group.paragraph, ...make(param) }
  }
}

const document: Record<string, Action> = {
  ansicpg: (reader, param) => {
    if (param !== null && param > 0) reader.page = param
  },
  mac: (reader) => {
    reader.page ??= 10000
  },
  pc: (reader) => {
    reader.page ??= 437
  },
  pca: (reader) => {
    reader.page ??= 850
  },
  deff: (reader, param) => {
    reader.defaultFont = param ?? 0
  },
  uc: ({ group }, param) => {
    group.fallback = Math.max(0, param ?? 1)
  },
}

const characters: Record<string, Action> = {
  plain: ({ group }) => {
    group.character = plain
  },
  f: character((param) => ({ font: param })),
  v: character((param) => ({ hidden: isOn(param) })),
  deleted: character((param) => ({ deleted: isOn(param) })),
  mvf: character((param) => ({ deleted: isOn(param) })),
}

const paragraphs: Record<string, Action> = {
  pard: ({ group }) => {
    group.paragraph = paragraphDefaults
  },
  s: ofParagraph((param) => ({ style: Math.min(param ?? 0, maxNumber) })),
  intbl: ofParagraph((param) => ({ inTable: isOn(param) })),
  itap: ofParagraph((param) => ({ nesting: Math.max(0, param ?? 0) })),
  ql: ofParagraph(() => ({ align: undefined })),
  qj: ofParagraph(() => ({ align: undefined })),
  qd: ofParagraph(() => ({ align: undefined })),
  qc: ofParagraph(() => ({ align: 'center' })),
  qr: ofParagraph(() => ({ align: 'right' })),
  outlinelevel: ofParagraph((param) => ({ outline: param ?? 0 })),
  ls: ofParagraph((param) => ({ list: Math.max(0, param ?? 0) })),
  ilvl: ofParagraph((param) => ({ level: Math.max(0, param ?? 0) })),
}

/** Where a paragraph, cell or row ends; nothing where no text is read. */
function ending(run: (group: Group) => void): Action {
  return ({ group }) => {
    if (group.sink === group.story) run(group)
  }
}

function endRow(group: Group, depth: number): void {
  group.story.end('row', depth, group)
  if (group.paragraph.implied) group.paragraph = { ...group.paragraph, implied: false }
}

const ends: Record<string, Action> = {
  par: ending((group) => group.story.end('paragraph', depthOf(group.paragraph), group)),
  sect: ending((group) => group.story.end('paragraph', depthOf(group.paragraph), group)),
  page: ending((group) => group.story.break()),
  column: ending((group) => group.story.break()),
  // A cell's end is in a table even where \intbl is missing, and so is what follows it up to the row's.
  cell: ending((group) => {
    group.story.end('cell', 1, group)
    if (depthOf(group.paragraph) === 0) group.paragraph = { ...group.paragraph, implied: true }
  }),
  row: ending((group) => endRow(group, 1)),
  nestcell: ending((group) => group.story.end('cell', Math.max(2, depthOf(group.paragraph)), group)),
  nestrow: ending((group) => endRow(group, Math.max(2, depthOf(group.paragraph)))),
}

const row: Action = ({ group, scanner }) => {
  group.rows.word(scanner.word, scanner.param)
}

const rows: Record<string, Action> = Object.fromEntries(
  ['trowd', 'cellx', 'clmgf', 'clmrg', 'clvmgf', 'clvmrg', 'trleft', 'trhdr'].map((w) => [w, row]),
)
for (const word of ['tposx', 'tposy', 'tposnegx', 'tposnegy']) rows[word] = row
// The definition of a row within a cell: the row around has its own.
rows.nesttableprops = ({ group }) => {
  group.rows = new RowBuilder()
}

/** Text of the group goes to `done` at its end. */
function capture(
  reader: Interpreter,
  done: (text: string, from: number, to: number) => void,
  limit?: number,
) {
  const { group } = reader
  const captured = new Capture(limit)
  group.sink = captured
  group.close = () => {
    if (captured.from >= 0) done(captured.value, captured.from, captured.to)
  }
}

/** The number of a paragraph as it was printed; it may stand before the paragraph's own \pard. */
const printed: Action = (reader) => {
  const { group } = reader
  if (group.sink !== group.story) return
  const { story } = group
  const from = reader.scanner.start
  const captured = new Capture(256)
  group.sink = captured
  group.close = () => story.label(captured.value, from, reader.scanner.start)
}

/** A table of the document, whose words and text go to `sink`. */
function tableTo(sink: (reader: Interpreter) => Sink): Action {
  return (reader) => {
    reader.group.sink = sink(reader)
    reader.group.character = { ...plain, font: noFont }
  }
}

const tables: Record<string, Action> = {
  fonttbl: tableTo((reader) => reader.reading.fonts),
  stylesheet: tableTo((reader) => reader.reading.styles),
  listtable: tableTo((reader) => reader.reading.lists),
  listoverridetable: tableTo((reader) => reader.reading.lists),
  info: tableTo((reader) => reader.info),
  listtext: printed,
  pntext: printed,
  // Of the numbering of Word 6 only this is wanted, by the group around.
  pn: (reader) => reader.silence(),
  pnlvlblt: (reader) => reader.bullet(),
}

const fields: Record<string, Action> = {
  field: (reader) => {
    const { group } = reader
    const field = new Field(group.story.written)
    group.field = field
    group.close = () => endField(reader, group, field)
  },
  fldinst: (reader) => {
    const { group } = reader
    if (group.field) group.sink = group.field
    else reader.skipGroup()
  },
  fldrslt: ({ group, reading }) => {
    const { field } = group
    if (!field || group.sink !== group.story) return
    const object = objectOf(field.code)
    if (object) reading.findings.objects.add(object)
    if (isContents(field.code)) group.contents = true
    const href = hyperlinkOf(field.code)
    if (href === undefined) return
    const link = { href, text: '' }
    group.link = link
    group.close = () => {
      if (link.text.trim() !== '') reading.findings.links.push(link)
    }
  },
  formfield: ({ group }) => {
    if (group.field) group.sink = group.field.form
  },
  ffl: (reader) => {
    const form = reader.group.field?.form
    capture(reader, (text) => form && form.entries.length < 256 && form.entries.push(text), 512)
  },
}

function endField(reader: Interpreter, group: Group, field: Field): void {
  if (group.sink !== group.story || group.story.written > field.before) return
  const form = /^\s*FORM(CHECKBOX|DROPDOWN)\b/i.test(field.code) ? field.form.print() : null
  if (form !== null) {
    reader.write(form)
    return
  }
  const result = withoutResult(field.code)
  if (result?.kind === 'text') reader.write(result.text)
  else if (result?.kind === 'symbol') reader.write(reader.sign(result.font, Number.parseInt(result.char, 16)))
  else if (result) reader.reading.findings.fields.add(result.name)
}

const destinations: Record<string, Action> = {
  ud: (reader) => reader.unsilence(),
  // What an object shows in its place.
  result: (reader) => reader.unsilence(),
  // A run of a formula.
  mr: (reader) => reader.unsilence(),
  objclass: (reader) => {
    const { objects } = reader.reading.findings
    capture(reader, (text) => objects.add(text.trim()), 128)
  },
  // Properties of shapes: `{\sp{\sn gtextUNICODE}{\sv text}}` is the text of WordArt.
  sn: (reader) => {
    reader.shapeProperty = ''
    capture(reader, (text) => {
      reader.shapeProperty = text.trim()
    })
  },
  sv: shown((reader) => {
    const { story } = reader.group
    if (reader.shapeProperty !== 'gtextUNICODE') reader.skipGroup()
    else {
      capture(reader, (text, from, to) => {
        const origin = { kind: 'part', part: 'rtf', path: `offset[${from},${to})` } as const
        if (text.trim() !== '') story.box([paragraph(text, [{ start: 0, end: text.length, origin }])])
      })
    }
  }),
  // A picture in a run, beside \nonshppict for readers that do not know it.
  shppict() {},
  pict: (reader) => {
    reader.reading.findings.pictures++
    reader.skipGroup()
  },
}
for (const word of structure) destinations[word] = (reader) => reader.silence()
for (const word of furniture) {
  destinations[word] = shown((reader) => {
    reader.openStory((blocks) => {
      for (const block of blocks) reader.furniture.push(block)
    })
  })
}
for (const word of boxes) {
  destinations[word] = shown((reader) => {
    const { story } = reader.group
    reader.openStory((blocks) => story.box(blocks))
  })
}

/** What is anchored in hidden or deleted text is not shown either. */
function shown(action: Action): Action {
  return (reader, param) => {
    const { hidden, deleted } = reader.group.character
    if (hidden || deleted) reader.skipGroup()
    else action(reader, param)
  }
}

export const actions: Readonly<Record<string, Action>> = {
  ...document,
  ...characters,
  ...paragraphs,
  ...ends,
  ...rows,
  ...tables,
  ...fields,
  ...destinations,
}
