/**
 * Kills a run at random moments, takes it up again, and compares its outputs with those of a run that nobody
 * killed, byte for byte.
 *
 *   node bench/kills.mjs              200 kills over 500 files
 *   node bench/kills.mjs 10 120       fewer
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeNotices } from './notices.mjs'

const [kills = 200, count = 500] = process.argv.slice(2).map(Number)
const main = new URL('../dist/cli/main.js', import.meta.url).pathname
const root = mkdtempSync(join(tmpdir(), 'yaodian-kills-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
const input = join(root, 'in')
makeNotices(input, count, ['html', 'docx', 'doc'])

const args = (out) => [main, 'convert', input, '-o', out, '--jobs', '2']

/** The outputs' paths and digests; not the store, nor the log, where the times are. */
function digest(out) {
  const names = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((name) => !name.startsWith('.yaodian/') && name !== 'run.ndjson')
    .sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(out, name)))
  return `${names.length} files, ${hash.digest('hex')}`
}

const whole = join(root, 'whole')
const began = performance.now()
spawnSync(process.execPath, args(whole), { stdio: 'ignore' })
const longest = performance.now() - began
const expected = digest(whole)
console.log(`${count} files, ${(longest / 1000).toFixed(1)} s without a kill; ${expected}`)

let killed = 0
let finished = 0
let wrong = 0
let round = 0
while (killed < kills) {
  const out = join(root, `out-${round++}`)
  // Kills in one folder until a run gets to its end: that is the run to compare.
  for (;;) {
    const wait = killed < kills ? Math.random() * longest : Number.POSITIVE_INFINITY
    const child = spawn(process.execPath, args(out), { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
    const timer = Number.isFinite(wait) ? setTimeout(() => child.kill('SIGKILL'), wait) : undefined
    const signal = await ended
    clearTimeout(timer)
    if (signal === null) break
    killed++
  }
  finished++
  const same = digest(out) === expected && !leftovers(out)
  if (!same) {
    wrong++
    console.log(`round ${round}: ${digest(out)}${leftovers(out) ? ', and files left half written' : ''}`)
  }
  rmSync(out, { recursive: true })
  if (round % 10 === 0) console.log(`${killed} kills, ${finished} runs ended, ${wrong} differ`)
}
console.log(`${killed} kills, ${finished} runs taken up until their end, ${wrong} with other outputs`)
process.exit(wrong === 0 && existsSync(whole) ? 0 : 1)

function leftovers(out) {
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).some((name) => name.includes('.tmp-'))
}
