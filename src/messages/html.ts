import type { Template } from './template.ts'

export const html = {} satisfies Record<string, Template>
