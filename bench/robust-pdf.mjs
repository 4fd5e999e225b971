/**
 * PDFs that other readers were broken by, each in a process of its own: how many give a result or a named
 * error, the longest time and the most memory.
 *
 *   npm run build && node bench/robust-pdf.mjs [FOLDER…]     default: ../shared/robustness/{pdfjs,pdfplumber}
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { files, shared } from './inputs.mjs'

const self = fileURLToPath(import.meta.url)
/** Seconds of work a file may take: the machine may be busy with others. */
const patience = 10
/** Seconds after which one that does not even work is given up. */
const standstill = 120
const mostMemory = 1024
const atOnce = 2

/** Seconds of work that a process has done, where the system tells. */
function worked(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

/** In the child: one file, its outcome as JSON. */
async function readOne(path) {
  const { parse } = await import('../dist/index.js')
  const { YaodianError } = await import('../dist/errors.js')
  let outcome
  try {
    const result = await parse({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })
    outcome = { kind: 'result', codes: result.messages.map((m) => m.code) }
  } catch (error) {
    if (!(error instanceof YaodianError)) throw error
    outcome = { kind: 'error', codes: [error.code] }
  }
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  process.stdout.write(JSON.stringify({ ...outcome, rss: maxRSS / 1024, cpu }))
  process.exit(0)
}

/** The most memory (MB) that a process had so far, where the system tells. */
function peak(pid) {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return 0
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function attempt(path) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, [self, '--one', path], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let error = ''
    let most = 0
    let cpu = 0
    let late = false
    const kill = () => {
      late = true
      child.kill('SIGKILL')
    }
    child.stdout.on('data', (d) => {
      out += d
    })
    child.stderr.on('data', (d) => {
      error += d
    })
    const look = setInterval(() => {
      most = Math.max(most, peak(child.pid))
      cpu = Math.max(cpu, worked(child.pid))
      if (cpu > patience) kill()
    }, 100)
    const timer = setTimeout(kill, standstill * 1000)
    child.on('close', (status, signal) => {
      clearInterval(look)
      clearTimeout(timer)
      const ms = performance.now() - started
      let told = null
      try {
        told = JSON.parse(out)
      } catch {}
      const kind = late ? 'late' : (told?.kind ?? 'crash')
      const codes = told?.codes ?? [signal ?? `exit ${status}: ${error.trim().split('\n').at(-1)}`]
      resolve({ path, kind, codes, ms, cpu: told?.cpu ?? cpu, rss: Math.max(most, told?.rss ?? 0) })
    })
  })
}

async function main() {
  const given = process.argv.slice(2)
  if (given.length === 0 && !shared) {
    console.error('usage: robust-pdf.mjs FOLDER…')
    process.exit(64)
  }
  const folders = given.length > 0 ? given : ['pdfjs', 'pdfplumber'].map((f) => join(shared, 'robustness', f))
  let failed = 0
  for (const folder of folders) {
    const queue = files(folder, /\.pdf$/i)
    const all = []
    const work = async () => {
      for (let path = queue.shift(); path; path = queue.shift()) all.push(await attempt(path))
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const of = (kind) => all.filter((a) => a.kind === kind)
    const beyond = all.filter((a) => a.rss > mostMemory)
    const bad = [...of('late'), ...of('crash'), ...beyond]
    failed += bad.length
    const slow = all.toSorted((a, b) => b.cpu - a.cpu)
    const big = all.toSorted((a, b) => b.rss - a.rss)
    const seconds = (a) =>
      `${a.cpu.toFixed(1)} s of work in ${(a.ms / 1000).toFixed(1)} s ${basename(a.path)}`
    const memory = (a) => `${a.rss.toFixed(0)} MB ${basename(a.path)}`
    console.log(
      `\n${basename(folder)}: ${all.length} files, ${of('result').length} read, ${of('error').length} named errors, ${bad.length} others`,
    )
    console.log(`  slowest: ${slow.slice(0, 5).map(seconds).join(', ')}`)
    console.log(`  largest: ${big.slice(0, 5).map(memory).join(', ')}`)
    const codes = new Map()
    for (const a of of('error')) codes.set(a.codes[0], (codes.get(a.codes[0]) ?? 0) + 1)
    console.log(`  errors: ${[...codes].map(([c, n]) => `${c} ${n}`).join(', ')}`)
    const pages = new Map()
    for (const a of of('result'))
      for (const c of new Set(a.codes)) if (/^(?:page|pdf)\//.test(c)) pages.set(c, (pages.get(c) ?? 0) + 1)
    console.log(`  files with messages: ${[...pages].map(([c, n]) => `${c} ${n}`).join(', ')}`)
    for (const a of bad) console.log(`  ${a.kind}: ${seconds(a)}, ${memory(a)}: ${a.codes.join(' ')}`)
  }
  process.exit(failed > 0 ? 1 : 0)
}

if (process.argv[2] === '--one') await readOne(process.argv[3])
else await main()
