/**
 * Work that goes on without end and never lets go of the thread, so that no timer can end it: a pattern that
 * draws itself. It is known by its steps, the promises that pdf.js makes: a count, the same on every machine.
 */
import { promiseHooks } from 'node:v8'

/** Steps without a message between pdf.js's halves after which nothing will come; real pages take 2,000. */
const mostSteps = 200_000
/** The same for the pages after one that did not end: they may all be so. */
const leastSteps = 20_000

let steps = 0
/** Those who wait for work in this thread, and how many steps they wait. */
const waiting = new Map<() => void, number>()
let stopCounting: (() => void) | null = null

/** To be called with every message: something came. */
export function gotOn(): void {
  steps = 0
}

function count(): void {
  steps++
  if (steps <= leastSteps) return
  for (const [giveUp, most] of waiting) {
    if (steps <= most) continue
    waiting.delete(giveUp)
    queueMicrotask(giveUp)
  }
}

export class Endless extends Error {
  constructor() {
    super('it draws itself without end')
  }
}

/** Waits for work of pdf.js, one at a time. */
export class StepLimit {
  private most = mostSteps

  /**
   * @param end ends the work; whatever it has to wait for is waited for.
   * @throws Endless if the work would not end by itself.
   */
  async for<T>(work: Promise<T>, end: () => Promise<void>): Promise<T> {
    let giveUp = () => {}
    const endless = new Promise<never>((_, reject) => {
      giveUp = () => {
        this.most = Math.max(leastSteps, this.most / 4)
        end().then(() => reject(new Endless()), reject)
      }
    })
    steps = 0
    waiting.set(giveUp, this.most)
    stopCounting ??= promiseHooks.onInit(count) as () => void
    try {
      return await Promise.race([work, endless])
    } finally {
      waiting.delete(giveUp)
      if (waiting.size === 0) {
        stopCounting?.()
        stopCounting = null
      }
    }
  }
}
