// Makes what is derived: types from the schemas, docs/messages.md from the catalogue, docs/dataset.md from the
// schema of the dataset.
// With --check it writes nothing and fails if what is committed differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import { dictionary, row, rowTypes } from './dataset.mjs'

const check = process.argv.includes('--check')
const at = (path) => new URL(`../${path}`, import.meta.url)
const stale = []

function derive(path, text) {
  let committed = ''
  try {
    committed = readFileSync(at(path), 'utf8')
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  if (committed === text) return
  if (check) return void stale.push(path)
  mkdirSync(new URL('.', at(path)), { recursive: true })
  writeFileSync(at(path), text)
  console.log(`wrote ${path}`)
}

const schema = JSON.parse(readFileSync(at('schemas/notice.schema.json'), 'utf8'))
const types = await compile(schema, 'NoticeResult', {
  bannerComment:
    '/* Generated from schemas/notice.schema.json by `npm run update`; the schema is the authority. */',
  style: { semi: false, singleQuote: true },
})
derive('src/generated/notice.ts', types)

const dataset = JSON.parse(readFileSync(at('schemas/dataset.json'), 'utf8'))
derive('src/generated/dataset.ts', rowTypes(dataset))

const { catalogue } = await import('../dist/message.js')
const { errors } = await import('../dist/errors.js')
const messages = [
  '# Messages and errors',
  '',
  'Generated from the catalogues in `src/messages/` and `src/errors.ts` by `npm run update`.',
  '',
  '## Messages',
  '',
  'A message goes with a result; it never stops anything.',
  '',
  row(['code', 'level', '中文', 'English']),
  row(['---', '---', '---', '---']),
  ...Object.entries(catalogue).map(([code, m]) => row([`\`${code}\``, m.level, m.zh, m.en])),
  '',
  '## Errors',
  '',
  'An error ends the reading of its file; a batch goes on.',
  '',
  row(['code', 'exit status', 'HTTP status', '中文', 'English']),
  row(['---', '---', '---', '---', '---']),
  ...Object.entries(errors).map(([code, e]) => row([`\`${code}\``, e.exit, e.http, e.zh, e.en])),
  '',
].join('\n')
derive('docs/messages.md', messages)
derive('docs/dataset.md', dictionary(dataset))

if (stale.length > 0) {
  console.error(`out of date: ${stale.join(', ')} — run \`npm run update\``)
  process.exit(1)
}
