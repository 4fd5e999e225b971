import type { Template } from './template.ts'

export const table = {} satisfies Record<string, Template>
