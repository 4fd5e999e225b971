import type { Template } from './template.ts'

export const pdf = {} satisfies Record<string, Template>
