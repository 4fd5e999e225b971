/** Where the command line writes: a reader that goes away (`| head`) ends the work, it is no error. */
import type { Readable, Writable } from 'node:stream'
import { outputError } from '../batch/file-errors.ts'
import type { Lang } from '../message.ts'

/** The streams of a run; tests give their own. */
export interface Streams {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

export class Terminal {
  readonly streams: Streams
  private readonly lang: Lang
  /** What standard output is called in messages. */
  private readonly name: string
  /** Set when nobody reads the output any more. */
  closed = false

  constructor(streams: Streams, lang: Lang, name: string) {
    this.streams = streams
    this.lang = lang
    this.name = name
    streams.stdout.on('error', (error) => this.onClosed(error))
    // Without standard error there is nobody left to tell.
    streams.stderr.on('error', () => undefined)
  }

  /** Anything else that goes wrong is met where it was written ({@link print}). */
  private onClosed(error: NodeJS.ErrnoException): boolean {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') this.closed = true
    return this.closed
  }

  /**
   * Results, as they are. Waits while the reader is slower than the writer.
   * @throws YaodianError `output/unwritable`, if standard output is a file on a full disk, say.
   */
  async print(text: string): Promise<void> {
    if (this.closed || text === '') return
    const { stdout } = this.streams
    await new Promise<void>((resolve, reject) => {
      stdout.write(text, (error) => {
        if (!error || this.onClosed(error)) resolve()
        else reject(outputError(this.name, error, this.lang))
      })
    })
  }

  /** A line for a person about the results. */
  async say(line: string): Promise<void> {
    await this.print(`${printable(line)}\n`)
  }

  /** A line on standard error. */
  note(line: string): void {
    this.streams.stderr.write(`${printable(line)}\n`)
  }
}

/**
 * Names of files and text of notices come from anywhere: control characters could move the cursor or set
 * the terminal's title, and those of direction could show a name backwards. They are shown as escapes.
 */
export function printable(text: string): string {
  return text.replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) => {
    const code = c.charCodeAt(0)
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
  })
}

/** On one line, whatever the text holds. */
export function oneLine(text: string): string {
  return text.replace(/\n/g, '\\n')
}
