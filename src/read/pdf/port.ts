/**
 * What joins the two halves of pdf.js in one thread. Its own port copies every message, glyph by glyph, and
 * never lets go of the thread; this one hands messages over as they are, lets timers run while a page is
 * worked at, tells that something is going on, and ends a page that draws without end.
 */

/** Milliseconds of work after which timers and messages from outside have their turn. */
const turn = 50
/** pdf.js's numbers for messages that carry a part of a stream, and that ask for the next. */
const enqueue = 4
const pull = 6

/** A part of a page's operators. */
interface Operators {
  readonly fnArray: readonly unknown[]
  readonly argsArray: readonly unknown[]
  readonly lastChunk: boolean
}

interface Message {
  readonly stream?: number
  readonly streamId?: number
  /** What a stream carries: operators, or something else. */
  readonly chunk?: Operators | { readonly fnArray?: undefined }
}

export class Port extends EventTarget {
  /** Pages that were ended before their end. */
  cuts = 0
  private readonly waiting: Message[] = []
  private turned = performance.now()
  /** The page that draws, and how much it drew. */
  private page: number | undefined
  private operators = 0
  /** Streams that were ended. */
  private readonly ended = new Set<number | undefined>()
  /** Calls for more of them: unanswered, pdf.js waits. */
  private readonly held: Message[] = []
  private ending = false

  /**
   * @param maxOperators operators of one page after which no more are asked for.
   * @param onMessage called with each message.
   */
  constructor(
    private readonly maxOperators: number,
    private readonly onMessage: () => void,
  ) {
    super()
  }

  postMessage(message: Message): void {
    const { stream, streamId, chunk } = message
    if (this.ended.has(streamId)) {
      if (stream === pull) this.held.push(message)
      if (stream === pull || stream === enqueue) return
    }
    this.onMessage()
    this.waiting.push(chunk?.fnArray ? { ...message, chunk: this.kept(streamId, chunk) } : message)
    if (this.waiting.length === 1) this.schedule()
  }

  /** Answers what was held back, and waits for nothing, so that pdf.js can end. To be called when told to. */
  release(): void {
    this.ending = true
    this.ended.clear()
    for (const message of this.held.splice(0)) this.postMessage(message)
    queueMicrotask(() => this.deliver())
  }

  /** The same operators, since pdf.js fills its arrays anew; the last ones where they are too many. */
  private kept(page: number | undefined, chunk: Operators): Operators {
    const fnArray = [...chunk.fnArray]
    const argsArray = [...chunk.argsArray]
    this.operators = page === this.page ? this.operators + fnArray.length : fnArray.length
    this.page = page
    if (this.operators < this.maxOperators || chunk.lastChunk) return { ...chunk, fnArray, argsArray }
    this.ended.add(page)
    this.cuts++
    return { ...chunk, fnArray, argsArray, lastChunk: true }
  }

  private schedule(): void {
    if (this.ending || performance.now() - this.turned < turn) queueMicrotask(() => this.deliver())
    else
      setImmediate(() => {
        this.turned = performance.now()
        this.deliver()
      })
  }

  private deliver(): void {
    const data = this.waiting.shift()
    if (this.waiting.length > 0) this.schedule()
    if (data) this.dispatchEvent(new MessageEvent('message', { data }))
  }
}
