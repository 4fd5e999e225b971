/** Wrong usage, in the user's language: commander says in English what is wrong; its parts are kept. */
import type { CommanderError } from 'commander'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { texts } from './texts.ts'

export function usageError(error: CommanderError, command: string, lang: Lang): YaodianError {
  const t = texts[lang].wrong
  const detail = `${what(error, lang)}（${t.seeHelp(command)}）`
  return new YaodianError('usage/wrong', { detail: lang === 'zh' ? detail : ascii(detail) }, { cause: error })
}

function what(error: CommanderError, lang: Lang): string {
  const t = texts[lang].wrong
  const [first = '', second = ''] = Array.from(error.message.matchAll(/'([^']*)'/g), (m) => m[1]!)
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1]
  const suggestion = similar ? t.didYouMean(similar) : ''
  switch (error.code) {
    case 'commander.unknownOption':
      return t.unknownOption(first) + suggestion
    case 'commander.unknownCommand':
      return t.unknownCommand(first) + suggestion
    case 'commander.missingArgument':
      return t.missingArgument(first)
    case 'commander.optionMissingArgument':
      return t.optionMissingArgument(first)
    case 'commander.missingMandatoryOptionValue':
      return t.missingOption(first)
    case 'commander.excessArguments':
      return t.excessArguments
    case 'commander.invalidArgument': {
      const reason = / is invalid\. (.*)$/s.exec(error.message)?.[1] ?? ''
      const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1]
      return t.invalidValue(first, second) + (choices ? t.allowed(choices) : reason && `: ${reason}`)
    }
    default:
      return error.message
  }
}

function ascii(text: string): string {
  return text.replace('（', ' (').replace('）', ')')
}
