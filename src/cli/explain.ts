/** `yaodian explain`: how a notice was read, stage by stage. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { writeWhole } from '../batch/aside.ts'
import { joinPath, pathText } from '../batch/path.ts'
import { YaodianError } from '../errors.ts'
import type { Stages } from '../pipeline.ts'
import type { Source } from '../read/reader.ts'
import type { Context } from './context.ts'
import { explainDocument } from './explained/blocks.ts'
import { explainFinding } from './explained/finding.ts'
import { explainOutline } from './explained/outline.ts'
import { explainResult } from './explained/result.ts'
import { commandOf } from './help.ts'
import { addLimits, limitsOf } from './limits.ts'
import { sourceOf } from './parse.ts'

const stageNames = ['read', 'segment', 'find', 'resolve'] as const
type StageName = (typeof stageNames)[number]

interface Options extends Record<string, unknown> {
  /** Number of the task. */
  readonly task?: number
  readonly stage?: StageName
  /** Folder for a picture of each page. */
  readonly draw?: string
}

export function explainCommand(program: Command, context: Context): void {
  const { texts } = context
  const words = texts.explain
  const command = commandOf(program, 'explain', texts, words, 'FILE')
    .argument('<FILE>', words.file)
    .option('--task <t3>', words.task, (value: string) => {
      const number = /^t?([1-9]\d{0,8})$/.exec(value)?.[1]
      if (!number) throw new InvalidArgumentError(texts.wrong.task)
      return Number(number)
    })
    .addOption(new Option('--stage <NAME>', words.stage).choices(stageNames))
    .option('--draw <DIR>', words.draw)
  addLimits(command, texts).action(async (file: string, options: Options) => {
    await explainFile(file, options, context)
  })
}

async function explainFile(file: string, options: Options, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  const limits = limitsOf(options)
  const { stages } = await context.pipeline()
  let source: Source
  let values: Stages
  try {
    source = await sourceOf(file, limits, context)
    values = await stages(source, { lang, limits })
  } catch (error) {
    context.fail(error, file === '-' ? texts.stdin : file)
    return
  }
  const task = options.task ?? null
  const count = values.result.tasks.length
  if (task !== null && task > count) {
    throw new YaodianError('usage/wrong', { detail: texts.explained.noTask(`t${task}`, count) })
  }
  if (options.draw !== undefined) {
    await draw(source, values, options.draw, context)
    return
  }
  // Of one task, what was found and what became of it; the stages before know no tasks.
  const wanted = options.stage ? [options.stage] : task === null ? stageNames : stageNames.slice(2)
  for (const name of wanted) {
    await terminal.say(`== ${texts.explained[name]}`)
    for (const line of stageLines(name, values, task, context)) {
      if (terminal.closed) return
      await terminal.say(line)
    }
    await terminal.say('')
  }
}

/** Writes a picture of each page: what the layout saw, and where each value of the tasks stands. */
async function draw(source: Source, { result }: Stages, folder: string, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  if (result.source.format !== 'pdf') {
    throw new YaodianError('usage/wrong', { detail: texts.wrong.drawWithoutPages })
  }
  const { drawPdf } = await import('../read/pdf/draw.ts')
  const pictures = await drawPdf(source, (page) => fieldsOn(page, result))
  for (const { page, svg } of pictures) {
    const path = joinPath(folder, `page-${page}.svg`)
    await writeWhole(path, svg, lang)
    await terminal.say(pathText(path))
  }
}

function fieldsOn(page: number, { tasks }: Stages['result']) {
  return tasks.flatMap((task) =>
    Object.entries(task.evidence).flatMap(([pointer, pieces]) =>
      pieces.flatMap((piece) =>
        piece.page === page ? (piece.boxes ?? []).map((box) => ({ label: `${task.id}${pointer}`, box })) : [],
      ),
    ),
  )
}

function stageLines(
  name: StageName,
  values: Stages,
  task: number | null,
  { texts }: Context,
): Iterable<string> {
  switch (name) {
    case 'read':
      return explainDocument(values.document, texts)
    case 'segment':
      return explainOutline(values.outline, texts)
    case 'find':
      return explainFinding(values.finding, task, texts)
    case 'resolve':
      return explainResult(values.result, task === null ? null : `t${task}`, texts)
  }
}
