/** The command line from arguments to exit status. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Context, type LoadPipeline } from './context.ts'
import { convertCommand } from './convert.ts'
import { explainCommand } from './explain.ts'
import { configureHelp, langOf } from './help.ts'
import { parseCommand } from './parse.ts'
import { queryCommand } from './query.ts'
import { statsCommand } from './stats.ts'
import type { Streams } from './terminal.ts'
import { unitsCommand } from './units.ts'
import { usageError } from './usage.ts'
import { validateCommand } from './validate.ts'

/** Runs one command. The status is 0, 2, 1, 64, 69 or 70 (see errors.ts), 130 when interrupted. */
export async function run(
  args: readonly string[],
  streams: Streams,
  pipeline: LoadPipeline,
): Promise<number> {
  const context = new Context(streams, langOf(args), pipeline)
  const program = programFor(context)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) context.fail(error)
    else if (error.exitCode !== 0) wrongUsage(error, program, args, context)
  }
  return context.exit
}

export function programFor(context: Context): Command {
  const { lang, terminal, texts } = context
  const program = new Command('yaodian')
    .description(texts.program)
    .usage(`${texts.options} ${texts.command}`)
    .helpCommand('help [command]', texts.helpCommand)
    .version(version(), '-V, --version', texts.version)
    .addHelpText('after', texts.programAfter)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.print(text).catch((error) => context.fail(error)),
      writeErr: (text) => void terminal.streams.stderr.write(text),
      // What is wrong is said by `usageError`, in the user's language.
      outputError: () => undefined,
    })
  configureHelp(program, lang)
  for (const add of [
    parseCommand,
    convertCommand,
    explainCommand,
    validateCommand,
    unitsCommand,
    queryCommand,
    statsCommand,
  ])
    add(program, context)
  return program
}

/** Without a command the help itself is the message; it is on standard error by now. */
function wrongUsage(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  context: Context,
): void {
  if (error.code === 'commander.help') {
    context.endWith(64)
    return
  }
  const command = program.commands.find((c) => args.includes(c.name()))
  context.fail(usageError(error, command ? `yaodian ${command.name()}` : 'yaodian', context.lang))
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}
