/** Waiting for a page, but not without end. */

/** Share of the time that goes by for which a program at work has a processor, however busy the machine. */
const leastShare = 0.03
/** How often the wait is renewed for a program at work. */
const mostRenewals = 5

/**
 * A page whose parts wait for one another is never ready: pdf.js waits for it without end, and does nothing.
 * The first such page is given up after six seconds, the next ones sooner.
 */
export class Patience {
  private seconds = 6

  async for<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const { seconds } = this
      const wait = (renewals: number) => {
        const before = process.cpuUsage()
        timer = setTimeout(() => {
          const { user, system } = process.cpuUsage(before)
          if ((user + system) / 1e6 > leastShare * seconds && renewals < mostRenewals) wait(renewals + 1)
          else {
            this.seconds = 1
            reject(new Error(`not ready after ${seconds} s`))
          }
        }, seconds * 1000)
      }
      wait(0)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }
}
