/**
 * The second stage of a run: what is stored becomes the manifest, the notices and the dataset, in the order
 * of the inputs' paths. Nothing here is read from the inputs, and nothing depends on when it was read.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { differences, groupCopies } from '../dataset/copies/index.ts'
import { ndjson, noticeJson } from '../dataset/ndjson.ts'
import type { CopyOf } from '../dataset/record.ts'
import { type DatasetFormat, DatasetWriter } from '../dataset/writer.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { AsideFile, sweep, writeWholeNow } from './aside.ts'
import { stopsWriting } from './file-errors.ts'
import { isPassedOver } from './ignored.ts'
import type { Ledger } from './ledger.ts'
import { earlierOutputs, type ManifestLine, manifestLine, outputOfLine, unreadLine } from './manifest.ts'
import { isRead, judgeError } from './outcome.ts'
import { outputNames } from './output-names.ts'
import { joinPath, pathBytes, pathText, type RawPath, splitPath } from './path.ts'
import { resultOf, type Store } from './store.ts'
import type { Entry } from './walk.ts'
import { Written } from './written.ts'

/** `json`: a file for each notice; the others are the dataset's. */
export type Format = DatasetFormat | 'json'

export interface SecondStage {
  readonly out: string
  readonly ledger: Ledger
  readonly store: Store
  readonly lang: Lang
  readonly formats: readonly Format[]
  /** Tasks of every copy of a notice, not of the preferred one alone. */
  readonly allCopies: boolean
  /** Merges the cells of a section in the workbook. */
  readonly mergeSections: boolean
  readonly signal?: AbortSignal
  /** Told of each line of the manifest, in its order, and how many of its tasks the dataset counts. */
  readonly wrote: (line: ManifestLine, tasks: number) => void
}

/** An input with a result. */
interface Held {
  readonly input: number
  readonly at: string
  readonly documentId: string
}

/**
 * The manifest and the dataset get their names at the very end: until then those of the run before stand
 * whole. Notices are renamed one by one; which these are is noted first, so that none is forgotten.
 * @throws YaodianError `output/unwritable`
 */
export async function writeAll(entries: readonly Entry[], stage: SecondStage): Promise<void> {
  const { out, lang, formats, signal } = stage
  const nameOf = namesOf(entries, formats)
  const copies = await copiesOf(entries, stage)
  const manifest = await AsideFile.open(join(out, 'manifest.ndjson'), lang)
  let dataset: DatasetWriter | null = null
  const outputs = new Set<string>()
  const written = new Written(out, lang)
  try {
    await written.add([...nameOf.values()].map(pathText))
    dataset = await DatasetWriter.open(join(out, 'dataset'), {
      formats: formats.filter((f) => f !== 'json'),
      lang,
      allCopies: stage.allCopies,
      mergeSections: stage.mergeSections,
    })
    for (const [i, entry] of entries.entries()) {
      // Much of this waits for nothing: signals and the progress are to be heard all the same.
      if (i % breath === 0) await setImmediate()
      if (signal?.aborted) throw new Interrupted()
      const told = tell(i, entry, entries, stage)
      const { json } = told
      let { line } = told
      let counted = 0
      if (json !== null && line.sha256 !== null) {
        const result = resultOf(json)
        const documentId = line.sha256.slice(0, 16)
        const name = nameOf.get(i)
        if (name !== undefined) {
          try {
            writeWholeNow(joinPath(out, name), [Buffer.from(noticeJson(result))], lang)
            line = { ...line, ...outputOfLine(name) }
            outputs.add(pathText(name))
          } catch (error) {
            // A name that is taken by a folder, say, concerns this notice alone.
            if (!(error instanceof YaodianError) || stopsWriting(error)) throw error
            line = { ...line, ...judgeError(error, lang) }
          }
        }
        const copy = copies.get(documentId)!
        counted = copy.of.preferred || stage.allCopies ? line.tasks : 0
        await dataset.add({
          documentId,
          path: line.path,
          outcome: line.outcome,
          result,
          copy: { ...copy.of, differences: differencesOf(copy, result, stage) },
        })
      }
      if (line.code !== null && !isQuiet(line)) await dataset.problem(line)
      await manifest.write(ndjson(line))
      stage.wrote(line, counted)
    }
    // Last of all what has to be taken back if anything before it fails.
    await removeStale(out, await written.all(), outputs)
    for (const folder of new Set([...nameOf.values()].map((n) => pathText(splitPath(n).folder))))
      await sweep(join(out, folder))
    await sweep(out)
    await dataset.commit()
    dataset = null
    await manifest.commit()
    await written.forget(outputs)
  } catch (error) {
    await manifest.discard()
    await dataset?.discard()
    throw error
  }
}

/** Inputs between two looks at what else there is to do. */
const breath = 16

/** The same bytes twice, and what is no notice, are listed and no problem. */
const isQuiet = ({ outcome, code }: ManifestLine) => outcome === 'DUPLICATE' || isPassedOver(code)

/** The run was stopped while it wrote: what stood in the folder before stands there still. */
export class Interrupted extends Error {}

function namesOf(entries: readonly Entry[], formats: readonly Format[]): Map<number, RawPath> {
  if (!formats.includes('json')) return new Map()
  const files = entries.flatMap((entry, input) => (entry.kind === 'file' ? [{ ...entry, input }] : []))
  const names = outputNames(files, '.json')
  return new Map(files.map(({ input }, i) => [input, joinPath('notices', names[i]!)]))
}

function recordOf(input: number, entry: Entry, { ledger, store }: SecondStage): string {
  return store.at(ledger.digest(input)!, pathBytes(splitPath(entry.path).name))
}

/** An input's line of the manifest, and the JSON of its result where there is one. */
function tell(
  i: number,
  entry: Entry,
  entries: readonly Entry[],
  stage: SecondStage,
): { line: ManifestLine; json: Buffer | null } {
  const { ledger, store, lang } = stage
  if (entry.kind !== 'file') return { line: unreadLine(entry, lang), json: null }
  const refusal = ledger.refusal(i)
  if (refusal) return { line: manifestLine(entry.path, refusal), json: null }
  const sha256 = ledger.digest(i)!.toString('hex')
  const first = ledger.first(i)
  if (first !== i) {
    const same = pathText(entries[first]!.path)
    const text = lang === 'zh' ? `内容与 ${same} 相同` : `the same bytes as ${same}`
    const duplicate = { outcome: 'DUPLICATE', code: 'input/duplicate', text } as const
    return { line: manifestLine(entry.path, duplicate, { sha256 }), json: null }
  }
  const stored = store.readNow(recordOf(i, entry, stage))
  if (!stored) throw recordGone(stage)
  const { outcome, code, text, limit, tasks, messages } = stored.header
  const judgement = { outcome, code, text, ...(limit ? { limit } : {}) }
  const line = manifestLine(entry.path, judgement, { sha256, tasks, messages })
  return { line, json: isRead(outcome) && stored.json.length > 0 ? stored.json : null }
}

/** What the first stage stored is not there any more: someone has removed the output folder meanwhile. */
function recordGone({ out, lang }: SecondStage): YaodianError {
  const detail = lang === 'zh' ? '运行中输出文件夹的内容被删除' : 'what it held was removed during the run'
  return new YaodianError('output/unwritable', { path: out, detail })
}

interface Copy {
  readonly of: Omit<CopyOf, 'differences'>
  /** Where the preferred copy is stored; null for that one itself. */
  readonly preferredAt: string | null
}

/** By document id: where each document stands among the copies of its notice. */
async function copiesOf(entries: readonly Entry[], stage: SecondStage): Promise<Map<string, Copy>> {
  const { ledger, store } = stage
  const candidates: Parameters<typeof groupCopies>[0][number][] = []
  const held = new Map<string, Held>()
  for (const [input, entry] of entries.entries()) {
    if (input % breath === 0) await setImmediate()
    if (entry.kind !== 'file' || ledger.digest(input) === null || ledger.first(input) !== input) continue
    const at = recordOf(input, entry, stage)
    const header = store.headerNow(at)
    if (!header?.fingerprint || !isRead(header.outcome)) continue
    const documentId = ledger.digest(input)!.toString('hex', 0, 8)
    held.set(documentId, { input, at, documentId })
    const { outcome, fingerprint } = header
    candidates.push({ documentId, path: pathText(entry.path), outcome, fingerprint })
  }
  const copies = new Map<string, Copy>()
  for (const [documentId, of] of groupCopies(candidates)) {
    copies.set(documentId, { of, preferredAt: of.sameAs === null ? null : held.get(of.sameAs)!.at })
  }
  return copies
}

function differencesOf(
  { preferredAt }: Copy,
  result: Parameters<typeof differences>[1],
  { store, lang }: SecondStage,
): CopyOf['differences'] {
  const preferred = preferredAt === null ? null : store.readNow(preferredAt)
  return preferred ? differences(resultOf(preferred.json), result, lang) : []
}

/** Notices of earlier runs, also of those that were killed, whose input is gone or is no longer readable. */
async function removeStale(
  out: string,
  written: readonly string[],
  current: ReadonlySet<string>,
): Promise<void> {
  const remove = async (output: string) => {
    if (!current.has(output)) await unlink(join(out, output)).catch(() => undefined)
  }
  for (const output of written) await remove(output)
  for await (const output of earlierOutputs(join(out, 'manifest.ndjson'))) await remove(output)
}
