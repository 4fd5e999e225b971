import type { Template } from './template.ts'

export const unit = {
  'unit/lead-blank': {
    level: 'warning',
    zh: '牵头单位栏为空，未指明牵头单位',
    en: 'the lead unit column is blank: none is named',
  },
  'unit/responsible-blank': {
    level: 'warning',
    zh: '责任单位栏为空，未指明责任单位',
    en: 'the responsible unit column is blank: none is named',
  },
  'unit/list-open': {
    level: 'info',
    zh: '单位名单以“等”收尾，未列全',
    en: 'the list of units ends in 等 and is not complete',
  },
  'unit/not-a-unit': {
    level: 'warning',
    zh: '“{text}”不像单位名称',
    en: '“{text}” does not look like the name of a unit',
  },
  'unit/function-ambiguous': {
    level: 'warning',
    zh: '“{text}”可能是几种职能，无法确定：{candidates}',
    en: '“{text}” may have several functions and nothing decides: {candidates}',
  },
  'unit/unknown-body': {
    level: 'info',
    zh: '职能表中没有“{text}”，职能留空；名称中的职能词：{candidates}',
    en: '“{text}” is not in the gazetteer: its function is left null; functions that its name speaks of: {candidates}',
  },
} satisfies Record<string, Template>
