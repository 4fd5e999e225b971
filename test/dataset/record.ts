/** Documents made by hand for the dataset, and the samples as documents. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CopyOf, DocumentRecord } from '../../src/dataset/record.ts'
import type { NoticeResult } from '../../src/generated/notice.ts'
import { parse } from '../../src/pipeline.ts'
import { madeResult } from '../made.ts'

export function madeRecord(
  path: string,
  more: Partial<NoticeResult> = {},
  copy: Partial<CopyOf> = {},
  outcome = 'SUCCESS',
): DocumentRecord {
  const sha256 = createHash('sha256').update(path).digest('hex')
  const documentId = sha256.slice(0, 16)
  const alone = { noticeId: documentId, preferred: true, sameAs: null, differences: [] }
  const result = madeResult(path.split('/').at(-1)!, sha256, more)
  return { documentId, path, outcome, result, copy: { ...alone, ...copy } }
}

const samples = new URL('../../samples/', import.meta.url)

/** Every sample, read. */
export async function sampleRecords(): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const slug of readdirSync(samples).sort()) {
    const folder = new URL(`${slug}/`, samples)
    const name = existsSync(folder) && readdirSync(folder).find((file) => file.startsWith('source.'))
    if (!name) continue
    const result = await parse({ name, bytes: readFileSync(new URL(name, folder)) })
    const documentId = result.source.sha256.slice(0, 16)
    const copy = { noticeId: documentId, preferred: true, sameAs: null, differences: [] }
    records.push({ documentId, path: `${slug}/${name}`, outcome: 'SUCCESS', result, copy })
  }
  return records
}

export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'yaodian-dataset-'))
}
