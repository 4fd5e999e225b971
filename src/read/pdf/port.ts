/**
 * What joins the two halves of pdf.js in one thread. Its own port copies every message, glyph by glyph, keeps
 * all that a page draws, and never lets go of the thread. This one hands messages over as they are; a page's
 * operators go to who draws them, are not kept, and are asked for only as long as they are wanted.
 */
import type { OperatorList } from './operators.ts'

/** pdf.js's number for messages that ask for the next part of a stream. */
const pull = 6

/** A part of a page's operators. */
interface Operators extends OperatorList {
  readonly length: number
  readonly lastChunk: boolean
}

interface Message {
  readonly stream?: number
  readonly streamId?: number
  /** What a stream carries: operators, or something else. */
  readonly chunk?: Operators | { readonly fnArray?: undefined }
}

export class Port extends EventTarget {
  /** Takes what a page draws; false if it wants no more. Without it, nobody is told. */
  draw: (operators: Operators) => boolean = () => true
  private readonly waiting: Message[] = []
  /** Streams of which no more is wanted. */
  private readonly ended = new Set<number | undefined>()
  /** Calls for more of them: unanswered, pdf.js waits. */
  private readonly held: Message[] = []
  private ending = false

  /** @param onMessage called with each message. */
  constructor(private readonly onMessage: () => void) {
    super()
  }

  postMessage(message: Message): void {
    const { stream, streamId, chunk } = message
    if (stream === pull && this.ended.has(streamId)) {
      this.held.push(message)
      return
    }
    this.onMessage()
    // pdf.js fills its arrays anew.
    const kept = chunk?.fnArray && { fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] }
    this.waiting.push(kept ? { ...message, chunk: { ...chunk, ...kept } } : message)
    if (this.waiting.length === 1) this.schedule()
  }

  /** Answers what was held back, and waits for nothing, so that pdf.js can end. To be called when told to. */
  release(): void {
    this.ending = true
    this.ended.clear()
    for (const message of this.held.splice(0)) this.postMessage(message)
    queueMicrotask(() => this.deliver())
  }

  /** Operators wait until all else is done: the fonts before them are taken in, and timers have their turn. */
  private schedule(): void {
    if (this.waiting[0]?.chunk?.fnArray && !this.ending) setImmediate(() => this.deliver())
    else queueMicrotask(() => this.deliver())
  }

  private deliver(): void {
    const message = this.waiting.shift()
    if (this.waiting.length > 0) this.schedule()
    if (!message) return
    const { streamId, chunk } = message
    const data = chunk?.fnArray ? { ...message, chunk: this.drawn(streamId, chunk) } : message
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  /** What is left of a page's operators when they are drawn: nothing, and whether they were the last. */
  private drawn(page: number | undefined, chunk: Operators): Operators {
    const wanted = !this.ended.has(page) && this.draw(chunk)
    if (!wanted) this.ended.add(page)
    return { ...chunk, fnArray: [], argsArray: [], length: 0, lastChunk: chunk.lastChunk || !wanted }
  }
}
