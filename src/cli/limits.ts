/** The limits of reading as options: one for each. */
import { type Command, InvalidArgumentError } from 'commander'
import { defaultLimits, type Limits } from '../read/reader.ts'
import type { Texts } from './texts.ts'

const names = Object.keys(defaultLimits) as (keyof Limits)[]

/** `maxBytes` → `--max-bytes <N>`. */
export function addLimits(command: Command, t: Texts): Command {
  for (const name of names) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    command.option(`--${flag} <N>`, t.limits[name], (value) => positive(value, t))
  }
  return command
}

/** Those that were given. */
export function limitsOf(options: Readonly<Record<string, unknown>>): Partial<Limits> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof options[name] === 'number' ? [[name, options[name]]] : [])),
  )
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** `2000`, `50M`. */
export function positive(value: string, t: Texts): number {
  const match = /^(\d{1,12})([kmg]?)$/i.exec(value)
  const number = match ? Number(match[1]) * units[match[2]!.toLowerCase()]! : 0
  if (number < 1) throw new InvalidArgumentError(t.wrong.number)
  return number
}
