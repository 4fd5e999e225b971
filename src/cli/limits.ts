/** The limits of reading as options: one for each. */
import { type Command, InvalidArgumentError } from 'commander'
import { defaultLimits, type Limits } from '../read/reader.ts'
import type { Texts } from './texts.ts'

const names = Object.keys(defaultLimits) as (keyof Limits)[]

/** `maxBytes` → `--max-bytes <N>`. */
export function addLimits(command: Command, t: Texts): Command {
  for (const name of names) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const numberOf = name.endsWith('Bytes') ? positiveBytes : positive
    command.option(`--${flag} <N>`, t.limits[name], (value) => numberOf(value, t))
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

/** `2000`. */
export function positive(value: string, t: Texts): number {
  const number = /^\d{1,12}$/.test(value) ? Number(value) : 0
  if (number < 1) throw new InvalidArgumentError(t.wrong.number)
  return number
}

/** `2000`, `50M`. */
export function positiveBytes(value: string, t: Texts): number {
  const match = /^(\d{1,12})([kmg]?)$/i.exec(value)
  const number = match ? Number(match[1]) * units[match[2]!.toLowerCase()]! : 0
  if (number < 1) throw new InvalidArgumentError(t.wrong.bytes)
  return number
}
