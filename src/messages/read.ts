import type { Template } from './template.ts'

export const read = {} satisfies Record<string, Template>
