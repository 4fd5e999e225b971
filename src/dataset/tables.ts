/** The tables of the dataset as schemas/dataset.json has them, which is the authority. */
import { readFileSync } from 'node:fs'
import type { TableName } from '../generated/dataset.ts'

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date'
export type Cell = string | number | boolean | null

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
  /** The values that there are, where the list is closed. */
  readonly enum?: readonly string[]
  readonly zh: string
  readonly en: string
  readonly example: string | number | boolean
}

export interface ForeignKey {
  readonly columns: readonly string[]
  readonly table: TableName
  readonly references: readonly string[]
}

export interface Table {
  readonly name: TableName
  readonly zh: string
  readonly en: string
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly columns: readonly Column[]
}

interface Schema {
  readonly version: string
  readonly tables: readonly Table[]
}

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../schemas/dataset.json', import.meta.url), 'utf8'),
)

export const schemaVersion = schema.version
/** In the order in which a reader meets them: notices first. */
export const tables = schema.tables
