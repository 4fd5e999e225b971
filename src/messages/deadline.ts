import type { Template } from './template.ts'

export const deadline = {} satisfies Record<string, Template>
