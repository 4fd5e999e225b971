/**
 * How far a confidence can be trusted: the samples with gold, as they are and damaged as copies on the web are;
 * of the fields at or above each threshold, how many are not what gold has.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../dist/index.js'
import { files, samples } from './inputs.mjs'
import { print } from './measure.mjs'

const thresholds = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99]

/** The same numbers in every run (mulberry32). */
function chance(seed) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Leaves out what the pattern finds, one time in `every`. */
const without = (pattern, every) => (text, random) =>
  text.replace(pattern, (found) => (random() * every < 1 ? '' : found))

/** Damage that copies of notices show. */
const damages = {
  'as published': (text) => text,
  'cells lost': without(/<td\b[^>]*>[^<]*<\/td>|\n\|\n[^\n|]+(?=\n)/g, 15),
  'lines lost': without(/\n[^\n<>]{6,}(?=\n)|<p\b[^>]*>[^<]*<\/p>/g, 15),
  'digits lost': without(/\d/g, 12),
  'brackets open': without(/[）)〕]/g, 8),
  'marks lost': without(/[。；]/g, 8),
  'numbers lost': without(/(?<=\n)[（(]?[一二三四五六七八九十\d]+[）)、.．]+/g, 10),
}

const bare = (value) => JSON.stringify(value ?? null).replace(/\s|\\n/g, '')
const units = (list) => bare((list ?? []).map((u) => [u.text, u.name]))

/** Whether a field of a task is what gold has. */
const agree = {
  '/ordinal': (g, t) => bare(g.ordinal) === bare(t.ordinal),
  '/sections': (g, t) => bare(g.sections?.map((s) => s.title)) === bare(t.sections.map((s) => s.title)),
  '/task': (g, t) => bare(g.task) === bare(t.task),
  '/requirement': (g, t) => bare(g.requirement) === bare(t.requirement),
  '/deadlines': (g, t) =>
    bare((g.deadlines ?? []).map((d) => [d.type, d.end ?? null])) ===
    bare(t.deadlines.map((d) => [d.type, d.end])),
}
for (const role of ['leadUnits', 'responsibleUnits', 'supportingUnits', 'guidingUnits'])
  agree[`/${role}`] = (g, t) => units(g[role]) === units(t[role])

/** The gold task that begins most like this one; of two alike the nearer one in order. */
function goldOf(task, order, gold) {
  const grams = (t) => {
    const text = bare(t.task + (t.requirement ?? '')).slice(0, 200)
    return new Set(Array.from(text, (_, i) => text.slice(i, i + 3)))
  }
  const own = grams(task)
  let best = null
  let most = own.size * 0.4
  for (const [i, candidate] of gold.entries()) {
    const shared = [...grams(candidate)].filter((g) => own.has(g)).length - Math.abs(i - order) / 1000
    if (shared > most) [best, most] = [candidate, shared]
  }
  return best
}

export async function confidence() {
  const rows = []
  for (const [name, damage] of Object.entries(damages)) {
    const fields = []
    for (const folder of readdirSync(samples)) {
      const at = join(samples, folder, 'gold.json')
      const source = files(join(samples, folder), /^source\.(?:txt|html)$/)[0]
      if (!source || !existsSync(at)) continue
      const gold = JSON.parse(readFileSync(at, 'utf8')).tasks
      for (let seed = 1; seed <= (name === 'as published' ? 1 : 5); seed++) {
        const text = damage(readFileSync(source, 'utf8'), chance(seed))
        const { tasks } = await parse({ name: source, bytes: Buffer.from(text) })
        for (const [order, task] of tasks.entries()) {
          const wanted = goldOf(task, order, gold)
          for (const [field, value] of Object.entries(task.confidence)) {
            if (agree[field]) fields.push([value, wanted !== null && agree[field](wanted, task)])
          }
        }
      }
    }
    for (const threshold of name === 'as published' ? [0, 0.9] : thresholds) {
      const above = fields.filter(([value]) => value >= threshold)
      const wrong = above.filter(([, right]) => !right).length
      rows.push([
        name,
        `≥ ${threshold}`,
        above.length,
        `${((above.length / fields.length) * 100).toFixed(1)} %`,
        above.length > 0 ? `${((wrong / above.length) * 100).toFixed(2)} %` : '',
      ])
    }
  }
  print('Confidence', ['samples', 'confidence', 'fields', 'share', 'wrong'], rows)
}
