/**
 * Notices that nobody here wrote, and the same notice in many formats. They are read where they lie,
 * in ../shared or at YAODIAN_SHARED; where there are none, this file says so and tests nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../src/errors.ts'
import type { NoticeResult } from '../src/generated/notice.ts'
import { parse, stages } from '../src/pipeline.ts'
import { breaches } from './evidence.ts'
import { outside } from './gold.ts'

const place = process.env.YAODIAN_SHARED
const root = place ? pathToFileURL(`${place}/`) : new URL('../../shared/', import.meta.url)
const here = existsSync(root)
if (!here)
  console.log('no folder of shared notices (../shared or YAODIAN_SHARED): tests on real files are left out')

const list = (folder: string): string[] => {
  const at = new URL(`${folder}/`, root)
  return existsSync(at) ? readdirSync(at).sort() : []
}
const bytesOf = (path: string) =>
  readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root))
const read = (path: string) => parse({ name: path.split('/').at(-1)!, bytes: bytesOf(path) })
const goldOf = (path: string) => JSON.parse(bytesOf(path).toString('utf8'))

/** What two copies of one notice have in common: everything but places and white space. */
function essence({ notice, tasks }: NoticeResult) {
  const plain = (text: string | null) => text?.replace(/\s/g, '') ?? null
  return {
    notice: [notice.title, notice.planTitle, notice.documentNumber, notice.issuer].map(plain),
    year: notice.year,
    issuedOn: notice.issuedOn,
    tasks: tasks.map((t) => ({
      ordinal: plain(t.ordinal),
      path: t.sections.map((s) => plain(s.title)),
      task: plain(t.task),
      requirement: plain(t.requirement),
      units: [t.leadUnits, t.responsibleUnits, t.supportingUnits, t.guidingUnits].map((l) =>
        l.map((u) => u.name),
      ),
      deadlines: t.deadlines.map((d) => [d.text.replace(/\s/g, ''), d.type, d.start, d.end]),
    })),
  }
}

describe.runIf(here)('seeds and their renderings', () => {
  it.each(list('gold'))('the text of %s is its gold', async (name) => {
    expect(outside(goldOf(`gold/${name}`), await read(`seeds/${name.replace('.json', '.txt')}`))).toEqual([])
  })

  const formats = ['html', 'docx', 'doc', 'rtf']
  const files = formats.flatMap((f) => list(`rendered/${f}`).map((name) => `${f}/${name}`))
  it.each(files)('%s is its gold', async (path) => {
    const gold = path.replace(/^[^/]+/, 'gold').replace(/\.\w+$/, '.json')
    expect(outside(goldOf(`rendered/${gold}`), await read(`rendered/${path}`))).toEqual([])
  })
})

describe.runIf(here)('one notice in many formats', () => {
  const formats = ['docx', 'doc', 'wps', 'rtf', 'odt', 'txt-utf8', 'txt-gb18030']
  const names = list('real/formats/html').map((f) => f.replace('.html', ''))
  it.each(names)('%s gives the same tasks in each', async (name) => {
    const page = essence(await read(`real/formats/html/${name}.html`))
    for (const format of formats) {
      const result = await read(`real/formats/${format}/${name}.${format.replace(/-.*/, '')}`)
      expect({ format, ...essence(result) }).toEqual({ format, ...page })
    }
  })

  const bodies = list('real/html').filter((f) => f.endsWith('.body.html'))
  it.each(bodies)('%s gives the same tasks with the page around it', async (name) => {
    const body = await read(`real/html/${name}`)
    const page = await read(`real/html/${name.replace('.body.', '.page.')}`)
    expect(essence(page)).toEqual(essence(body))
  })
})

describe.runIf(here)('real files', () => {
  const folders = [
    'real/text',
    'real/corruptions',
    'real/html',
    'real/portal-html/gzggw',
    'real/portal-html/shanxi',
    'real/portal-html/sxmu',
  ]
  const files = folders
    .flatMap((f) => list(f).map((name) => `${f}/${name}`))
    .filter((f) => !f.endsWith('.url'))
  it.each(files)('%s gives tasks or says why not, with evidence', async (path) => {
    const { result, document } = await stages({ name: path.split('/').at(-1)!, bytes: bytesOf(path) })
    expect(breaches(result, document)).toEqual([])
    if (result.tasks.length === 0) {
      expect(result.messages.map((m) => m.code)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^notice\/(?:not-a-plan|no-tasks)$/)]),
      )
    }
  })
})

describe.runIf(here)('broken, old and odd files of other projects', () => {
  const folders = [
    'robustness/poi',
    'robustness/tika',
    'robustness/mammoth',
    'robustness/word-extractor',
    'real/office/pageoffice',
  ]
  it.each(folders.filter((f) => list(f).length > 0))(
    '%s: each file gives a result or a named error',
    async (folder) => {
      const bugs: string[] = []
      for (const name of list(folder)) {
        try {
          await read(`${folder}/${name}`)
        } catch (error) {
          if (!(error instanceof YaodianError) || error.code === 'result/invalid')
            bugs.push(`${name}: ${error}`)
        }
      }
      expect(bugs).toEqual([])
    },
    300_000,
  )
})
