/** Lines of a file, streamed. */
import { createReadStream } from 'node:fs'
import { YaodianError } from '../errors.ts'
import type { RawPath } from './path.ts'

/** Units of a line beyond which it cannot be a result: V8 holds no string twice as long. */
export const maxLine = 2 ** 28

/**
 * Lines end at a line feed only. Node's own readline also ends them at U+2028, which JSON allows within a
 * string, and notices hold.
 * @throws what the file system says; YaodianError `input/too-large` for a line beyond {@link maxLine}.
 */
export async function* linesOf(path: RawPath): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  let length = 0
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield pieces.join('') + text.slice(from, at)
      pieces = []
      length = 0
      from = at + 1
    }
    pieces.push(text.slice(from))
    length += text.length - from
    if (length > maxLine) throw new YaodianError('input/too-large', { bytes: length, limit: maxLine })
  }
  const last = pieces.join('') + decoder.decode()
  if (last !== '') yield last
}
