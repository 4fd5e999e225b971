/**
 * All figures of bench/README.md in one run, or those named:
 *
 *   npm run bench                      all
 *   npm run bench -- pages growth      some
 */
import { cpus } from 'node:os'
import { accuracy } from './accuracy.mjs'
import { confidence } from './confidence.mjs'
import { converters } from './converters.mjs'
import { growth } from './growth.mjs'
import { shared } from './inputs.mjs'
import { meaning } from './meaning.mjs'
import { memory } from './memory.mjs'
import { office } from './office.mjs'
import { pages } from './pages.mjs'
import { pdf } from './pdf.mjs'

const parts = { accuracy, pages, growth, office, converters, memory, meaning, confidence, pdf }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(' ')} (there are ${Object.keys(parts).join(' ')})`)
  process.exit(64)
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`)
if (!shared) console.log('There is no ../shared: the samples are measured instead.')
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await part()
}
process.exit(0)
