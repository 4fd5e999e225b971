/** What every command is given. */
import { errors, YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type * as Pipeline from '../pipeline.ts'
import { oneLine, type Streams, Terminal } from './terminal.ts'
import { type Texts, texts } from './texts.ts'

/** The readers are loaded only when a file is read: `--help` needs none of them. */
export type LoadPipeline = () => Promise<
  Pick<typeof Pipeline, 'parse' | 'stages'> & {
    /** A batch reads in this process, since this pipeline is no other process's. */
    readonly inProcess?: boolean
  }
>

/** Exit statuses, from the one that any other outweighs. */
const weights = [0, 2, 1, 64, 69, 70, 130]

export class Context {
  readonly lang: Lang
  readonly texts: Texts
  readonly terminal: Terminal
  readonly pipeline: LoadPipeline
  /** Status with which the program is to end. */
  exit = 0

  constructor(streams: Streams, lang: Lang, pipeline: LoadPipeline) {
    this.lang = lang
    this.texts = texts[lang]
    this.terminal = new Terminal(streams, lang, texts[lang].stdout)
    this.pipeline = pipeline
  }

  /** The gravest status of a run is its own. */
  endWith(status: number): void {
    if (weights.indexOf(status) > weights.indexOf(this.exit)) this.exit = status
  }

  /** Says what went wrong, of one file where it is named; a bug with all that a report of it needs. */
  fail(error: unknown, file?: string): void {
    const about = file === undefined ? '' : `${oneLine(file)}: `
    if (error instanceof YaodianError) {
      this.terminal.note(`${about}${this.texts.error} ${error.code}: ${oneLine(error.text(this.lang))}`)
      this.endWith(errors[error.code].exit)
    } else {
      this.bug(file ?? 'yaodian', error)
      this.endWith(70)
    }
  }

  bug(where: string, error: unknown): void {
    this.terminal.note(this.texts.bug(oneLine(where)))
    this.terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
