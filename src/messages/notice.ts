import type { Template } from './template.ts'

export const notice = {
  'notice/not-a-plan': {
    level: 'info',
    zh: '这不是工作任务类文件（{reason}），不提取任务',
    en: 'not a work plan ({reasonEn}); it holds no tasks',
  },
  'notice/no-tasks': {
    level: 'warning',
    zh: '没有找到任务：{reason}',
    en: 'no tasks found: {reasonEn}',
  },
  'notice/title-missing': {
    level: 'warning',
    zh: '没有找到标题',
    en: 'no title found',
  },
  'notice/year-unknown': {
    level: 'warning',
    zh: '标题和成文日期中都没有年份，期限中省略的年份无法补全',
    en: 'no year in the title or the date of issue; years that deadlines leave out stay open',
  },
  'notice/year-inferred': {
    level: 'info',
    zh: '标题和成文日期中都没有年份，按“{from}”取{year}年',
    en: 'no year in the title or the date of issue; {year} is taken from “{from}”',
  },
  'notice/number-damaged': {
    level: 'warning',
    zh: '发文字号“{number}”似有残缺，按原样保留',
    en: 'the document number “{number}” looks damaged; kept as printed',
  },
  'notice/region-ambiguous': {
    level: 'warning',
    zh: '地区无法确定，可能是：{candidates}',
    en: 'the region cannot be told; it may be: {candidates}',
  },
  'notice/region-unlisted': {
    level: 'warning',
    zh: '“{name}”像是行政区划名称，但现行和已撤销的区划表中都没有，地区留空',
    en: '“{name}” looks like the name of a division but is in neither the current nor the former list; the region is left null',
  },
  'notice/region-ended': {
    level: 'warning',
    zh: '{region}已于{year}年撤销、更名或改隶，早于文件的年份，请核对',
    en: '{region} ended, or changed its name or parent, in {year}, before the notice’s year: to be checked',
  },
  'notice/region-of-zone': {
    level: 'info',
    zh: '“{zone}”是开发区、园区，不是行政区划，地区取其所在的{region}',
    en: '“{zone}” is a zone and no division; the region is {region}, to which it belongs',
  },
  'notice/zone-unplaced': {
    level: 'info',
    zh: '“{zone}”是开发区、园区，不是行政区划，无法确定所在地区',
    en: '“{zone}” is a zone and no division; the place to which it belongs cannot be told',
  },
  'notice/stated-count-differs': {
    level: 'warning',
    zh: '文中称共{stated}项，找到{found}项',
    en: 'the notice speaks of {stated} tasks, {found} were found',
  },
  'notice/annex-skipped': {
    level: 'info',
    zh: '附件“{title}”不是任务表，不提取任务',
    en: 'the annex “{title}” is no table of tasks; it holds no tasks',
  },
} satisfies Record<string, Template>
