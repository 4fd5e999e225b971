/** Help in the user's language: commander lays it out, its own words are replaced. */
import { type Command, Option } from 'commander'
import type { Lang } from '../message.ts'
import { type Texts, texts } from './texts.ts'
import { displayWidth, wrap } from './width.ts'

/** Columns of help texts: the same everywhere, so that a test can hold them. */
const columns = 100

/** Settings that every command takes over from the program. */
export function configureHelp(program: Command, lang: Lang): void {
  const t = texts[lang]
  program
    .helpOption('-h, --help', t.help)
    .configureHelp({
      helpWidth: columns,
      displayWidth,
      boxWrap: wrap,
      styleTitle: (title) => t.titles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
      // Defaults and choices stand in the descriptions: commander would add them in English.
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    })
    .addOption(langOption(t))
}

export function langOption(t: Texts): Option {
  return new Option('--lang <zh|en>', t.lang).choices(['zh', 'en'])
}

/** The language is needed before anything is read, as the reading may fail with a message. */
export function langOf(args: readonly string[]): Lang {
  const end = args.indexOf('--')
  const own = end < 0 ? args : args.slice(0, end)
  const given = own.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = own[given] === '--lang' ? own[given + 1] : own[given]?.slice('--lang='.length)
  return value === 'en' ? 'en' : 'zh'
}

/** A command of the program, with what all commands have. */
export function commandOf(
  program: Command,
  name: string,
  t: Texts,
  words: CommandWords,
  usage: string,
): Command {
  return program
    .command(name)
    .summary(words.summary)
    .description(words.description)
    .usage(`${t.options} ${usage}`)
    .addOption(langOption(t))
    .addHelpText('after', words.after)
}

interface CommandWords {
  readonly summary: string
  readonly description: string
  readonly after: string
}
