import type { Template } from './template.ts'

export const text = {} satisfies Record<string, Template>
