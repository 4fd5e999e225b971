/** Timing: everything that is compared takes turns in the same rounds, and its median counts. */

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Milliseconds of each contestant, by name, in `rounds` rounds after `warm` rounds that do not count.
 * @param contestants functions, perhaps async, by name
 */
export async function race(contestants, { rounds, warm }) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = 0; round < warm + rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const started = performance.now()
      await run()
      if (round >= warm) times[name].push(performance.now() - started)
    }
  }
  return times
}

/** The median over rounds of how many times longer one took than another in the same round. */
export const ratio = (times, over) => median(times.map((t, round) => t / over[round]))

/** A table in Markdown. */
export function print(title, head, rows) {
  console.log(`\n${title}\n`)
  console.log(`| ${head.join(' | ')} |`)
  console.log(`|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** Says whether a limit is kept. */
export function limit(what, value, most, unit) {
  const kept = value <= most ? 'kept' : 'MISSED'
  console.log(`\n${what}: ${value.toFixed(2)} ${unit}, limit ${most} ${unit}: ${kept}`)
}
