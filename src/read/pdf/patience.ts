/** Waiting for a page, but not without end. */
import { promiseHooks } from 'node:v8'

/**
 * Steps (promises that pdf.js makes) without a message between its halves after which none will come: a pattern
 * that draws itself goes on for ever, and never lets a timer run. Real pages take 2,000. A count of steps is the
 * same on every machine.
 */
const mostSteps = 200_000
/** The same for pages after one that did not end: they may all be so. */
const leastSteps = 20_000
/** Seconds without a step after which none will be made: the page's parts wait for one another. */
const mostSeconds = 6
const leastSeconds = 1
/** Share of the time for which a program at work has a processor, however busy the machine. */
const leastShare = 0.03

/** Steps since the last message, and all. */
let steps = 0
let allSteps = 0
/** What waits for work in this thread, and after how many steps each gives up. */
const waiting = new Map<() => void, number>()
let stopCounting: (() => void) | null = null

function count(): void {
  allSteps++
  steps++
  if (steps <= leastSteps) return
  for (const [giveUp, most] of waiting) {
    if (steps <= most) continue
    waiting.delete(giveUp)
    queueMicrotask(giveUp)
  }
}

/** To be called with every message between pdf.js's halves. */
export function gotOn(): void {
  steps = 0
}

export class Patience {
  private steps = mostSteps
  private seconds = mostSeconds

  /**
   * @param end ends the work where it would not end by itself.
   * @throws Error if it had to be ended.
   */
  async for<T>(work: Promise<T>, end: () => Promise<void>): Promise<T> {
    let giveUp = () => {}
    let timer: NodeJS.Timeout | undefined
    const endless = new Promise<never>((_, reject) => {
      giveUp = () => {
        this.steps = Math.max(leastSteps, this.steps / 4)
        end().then(() => reject(new Error('it draws itself without end')), reject)
      }
      const { seconds } = this
      const wait = () => {
        const before = allSteps
        const cpu = process.cpuUsage()
        timer = setTimeout(() => {
          const { user, system } = process.cpuUsage(cpu)
          if (allSteps > before || (user + system) / 1e6 > leastShare * seconds) return wait()
          this.seconds = leastSeconds
          end().then(() => reject(new Error(`not ready after ${seconds} s`)), reject)
        }, seconds * 1000)
      }
      wait()
    })
    steps = 0
    waiting.set(giveUp, this.steps)
    stopCounting ??= promiseHooks.onInit(count) as () => void
    try {
      return await Promise.race([work, endless])
    } finally {
      clearTimeout(timer)
      waiting.delete(giveUp)
      if (waiting.size === 0) {
        stopCounting?.()
        stopCounting = null
      }
    }
  }
}
