import type { Template } from './template.ts'

export const word = {} satisfies Record<string, Template>
