/** `yaodian explain`: how a notice was read, stage by stage. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { YaodianError } from '../errors.ts'
import type { Stages } from '../pipeline.ts'
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
  addLimits(command, texts).action(async (file: string, options: Options) => {
    await explainFile(file, options, context)
  })
}

async function explainFile(file: string, options: Options, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  const limits = limitsOf(options)
  const { stages } = await context.pipeline()
  let values: Stages
  try {
    values = await stages(await sourceOf(file, limits, context), { lang, limits })
  } catch (error) {
    context.fail(error, file === '-' ? texts.stdin : file)
    return
  }
  const task = options.task ?? null
  const count = values.result.tasks.length
  if (task !== null && task > count) {
    throw new YaodianError('usage/wrong', { detail: texts.explained.noTask(`t${task}`, count) })
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
