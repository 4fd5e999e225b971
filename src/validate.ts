/** The last stage: nothing leaves the program that does not fit the schema. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { YaodianError } from './errors.ts'
import type { NoticeResult } from './generated/notice.ts'

let compiled: ValidateFunction<NoticeResult> | undefined

function validator(): ValidateFunction<NoticeResult> {
  if (compiled) return compiled
  const schema = JSON.parse(readFileSync(new URL('../schemas/notice.schema.json', import.meta.url), 'utf8'))
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  compiled = ajv.compile<NoticeResult>(schema)
  return compiled
}

/** Where a value does not fit the schema, as JSON Pointer and reason; empty where it fits. */
export function violations(value: unknown): string[] {
  const validate = validator()
  if (validate(value)) return []
  return (validate.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? e.keyword}`)
}

/** The result itself. @throws YaodianError `result/invalid`: a bug, which says so. */
export function validate(result: NoticeResult): NoticeResult {
  const found = violations(result)
  if (found.length > 0) throw new YaodianError('result/invalid', { detail: found.slice(0, 3).join('; ') })
  return result
}
