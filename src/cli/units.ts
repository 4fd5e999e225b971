/** `yaodian units`: the gazetteer of government functions, and how names of units resolve. */
import Table from 'cli-table3'
import { type Command, InvalidArgumentError } from 'commander'
import type { Level } from '../data/functions/function.ts'
import { YaodianError } from '../errors.ts'
import type { Unit } from '../generated/notice.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { plain } from './summary.ts'
import { oneLine, printable } from './terminal.ts'

interface Options {
  readonly region?: string
  readonly year?: number
  readonly json?: boolean
}

export function unitsCommand(program: Command, context: Context): void {
  const words = context.texts.units
  commandOf(program, 'units', context.texts, words, '[TEXT...]')
    .argument('[TEXT...]', words.text)
    .option('--region <CODE>', words.region)
    .option('--year <YEAR>', words.year, (value) => {
      if (!/^(?:19|20)\d\d$/.test(value)) throw new InvalidArgumentError(words.wrongYear)
      return Number(value)
    })
    .option('--json', words.json)
    .action(async (texts: string[], options: Options) => {
      if (texts.length > 0) await resolveTexts(texts, options, context)
      else if (options.region !== undefined || options.year !== undefined)
        throw new YaodianError('usage/wrong', { detail: words.onlyWithText })
      else await listFunctions(options, context)
    })
}

/** Names shown of a function: the table is for a person, `--json` has all. */
const shownNames = 4

async function listFunctions({ json }: Options, { lang, terminal, texts }: Context): Promise<void> {
  const { functions } = await import('../data/functions/index.ts')
  if (json) {
    const all = functions.map(({ code, zh, en, type, names, history }) => ({
      code,
      zh,
      en,
      type,
      names,
      history,
    }))
    await terminal.print(`${JSON.stringify(all, null, 2)}\n`)
    return
  }
  const t = texts.units
  const table = new Table({
    head: [t.columns.code, t.columns.title, t.columns.names, t.columns.history],
    style: { ...plain, compact: true },
  })
  let count = 0
  for (const { code, zh, en, names, history } of functions) {
    const distinct = [...new Set(names.map((n) => n.name))]
    count += distinct.length
    const reforms = history.map(({ year, from, to }) => `${year} ${from.join('、')} → ${to.join('、')}`)
    table.push([code, lang === 'zh' ? zh : en, distinct.slice(0, shownNames).join('、'), reforms.join('\n')])
  }
  await terminal.print(`${table.toString()}\n`)
  await terminal.say(t.count(functions.length, count))
}

/** One unit of a text, as `--json` gives it. */
interface Resolved {
  readonly text: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly function: string | null
  readonly functionTitle: string | null
  readonly level: Level | null
  readonly jurisdiction: string | null
  readonly jurisdictionName: string | null
  readonly type: Unit['type']
  readonly scope: Unit['scope']
  readonly candidates: readonly { readonly code: string; readonly title: string }[]
}

async function resolveTexts(texts: readonly string[], options: Options, context: Context): Promise<void> {
  const [{ divisions }, { functions }, { bodyOf }, { readUnits }, { Passage }] = await Promise.all([
    import('../data/divisions.ts'),
    import('../data/functions/index.ts'),
    import('../resolve/bodies.ts'),
    import('../resolve/units.ts'),
    import('../text/passage.ts'),
  ])
  const { lang, terminal } = context
  const t = context.texts.units
  const year = options.year ?? null
  // Of one code the former division, until it ended; then the one that has it now.
  const divisionOf = (code: string) => {
    const all = divisions().filter((d) => d.code === code)
    const former = all.find((d) => d.until !== undefined && year !== null && year < d.until)
    return former ?? all.find((d) => d.until === undefined) ?? all[0]
  }
  const place = options.region === undefined ? undefined : divisionOf(options.region)
  if (options.region !== undefined && !place)
    throw new YaodianError('usage/wrong', { detail: t.unknownRegion(oneLine(options.region)) })
  const setting = { region: place ? { code: place.code, name: place.path } : null, issuer: null, year }
  const titleOf = (code: string) => {
    const one = functions.find((f) => f.code === code)
    return one ? one[lang] : code
  }
  const lists = texts.map((text) => {
    const { units, open } = readUnits(Passage.of('text', text))
    if (units.length === 0) throw new YaodianError('usage/wrong', { detail: t.noUnits(oneLine(text)) })
    const resolved = units.map(({ passage, name, kind }): Resolved => {
      const body = bodyOf(name, kind, setting)
      return {
        text: passage.text,
        name,
        kind,
        function: body.function,
        functionTitle: body.function && titleOf(body.function),
        level: body.level,
        jurisdiction: body.jurisdiction,
        jurisdictionName: (body.jurisdiction && divisionOf(body.jurisdiction)?.path) ?? null,
        type: body.type,
        scope: body.scope && [...body.scope],
        candidates: body.candidates.map((code) => ({ code, title: titleOf(code) })),
      }
    })
    return { text, open, units: resolved }
  })
  await terminal.print(options.json ? `${JSON.stringify(lists, null, 2)}\n` : tableOf(lists, context))
}

/** No name of a body is longer; the table's width is the longest cell's, and is counted by characters. */
const widest = 60

function shortened(name: string): string {
  return name.length > widest ? `${name.slice(0, widest)}…` : name
}

function tableOf(
  lists: readonly { readonly open: boolean; readonly units: readonly Resolved[] }[],
  { texts }: Context,
): string {
  const t = texts.units
  const none = '—'
  const table = new Table({
    head: [t.columns.unit, t.columns.function, t.columns.level, t.columns.jurisdiction, t.columns.type],
    style: { ...plain, compact: true },
  })
  for (const unit of lists.flatMap((list) => list.units)) {
    const candidates = unit.candidates.map((c) => `${c.title} ${c.code}`).join('\n')
    const scope = unit.scope?.map((s) => t.scopes[s]).join('、')
    table.push([
      shortened(oneLine(unit.name)),
      unit.function
        ? `${unit.functionTitle} ${unit.function}`
        : candidates
          ? `${t.candidates}: ${candidates}`
          : none,
      unit.level ? t.levels[unit.level] : none,
      unit.jurisdiction ? `${unit.jurisdiction} ${unit.jurisdictionName ?? ''}`.trimEnd() : none,
      [unit.kind === 'group' ? `${t.group}: ${scope || none}` : '', unit.type ? t.types[unit.type] : none]
        .filter(Boolean)
        .join('\n'),
    ])
  }
  const lines = [table.toString()]
  if (lists.some((list) => list.open)) lines.push(t.openList)
  return `${printable(lines.join('\n'))}\n`
}
