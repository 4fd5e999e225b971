/** What the command line says, in both languages: one object each, of one shape. */
import type { Lang } from '../message.ts'
import { convertTexts } from './texts/convert.ts'
import { queryTexts } from './texts/query.ts'
import { statsTexts } from './texts/stats.ts'
import { unitsTexts } from './texts/units.ts'

const zh = {
  ...convertTexts.zh,
  ...unitsTexts.zh,
  ...queryTexts.zh,
  ...statsTexts.zh,
  options: '[选项]',
  command: '<命令>',
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  } as Record<string, string>,
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
  version: '显示版本',
  lang: '语言：zh 中文（默认），en 英文',
  program: '要点：把政府工作要点、任务分解类通知读成任务、单位、时限和章节，每个值都能回到原文的位置。',
  programAfter: `
示例：
  yaodian parse 通知.docx                    在屏幕上输出一份通知的 JSON
  yaodian convert 通知/ -o 数据集            把整个文件夹转换成数据集

退出码：0 成功；2 有文件失败或不完整；1 无法运行；64 用法不对；70 程序缺陷。`,
  parse: {
    summary: '读取通知，输出 JSON、NDJSON 或 CSV',
    description:
      '读取通知，输出其中的任务。单个文件输出缩进的 JSON，多个文件每份一行（NDJSON）；提示信息输出到标准错误。',
    file: '通知文件；- 表示标准输入',
    out: '每份写入 DIR/<文件名>.json；同名或过长的文件名加上路径的哈希',
    format: '格式：json（默认）、ndjson 每份一行、csv 每个任务一行',
    withDocument: '同时给出原文的段落和表格（document）',
    after: `
示例：
  yaodian parse 通知.docx
  yaodian parse *.html -o 结果
  yaodian parse 通知.pdf --format csv > 任务.csv
  cat 通知.txt | yaodian parse -

CSV 中以 = + - @ 等开头的单元格前加 '，以免被电子表格当作公式。`,
  },
  explain: {
    summary: '逐步说明一份通知是怎样读出来的',
    description:
      '打印各个阶段的值：read 段落和表格，segment 结构，find 找到的任务，resolve 每个值的规则和出处。',
    file: '通知文件；- 表示标准输入',
    task: '只看一个任务（如 t3）',
    stage: '只看一个阶段：read、segment、find、resolve',
    draw: '把 PDF 每页的行、单元格和各值的位置画成 SVG，写入 DIR',
    after: `
示例：
  yaodian explain 通知.docx --stage segment
  yaodian explain 通知.docx --task t3
  yaodian explain 通知.pdf --draw 图/`,
  },
  validate: {
    summary: '按数据模式检查结果文件',
    description: '检查结果文件（.json、.ndjson）是否符合 schemas/notice.schema.json；不符合的给出位置。',
    path: '结果文件，或含有结果文件的文件夹',
    after: `
示例：
  yaodian validate 结果/a.txt.json
  yaodian validate 数据集`,
  },
  limits: {
    maxBytes: '文件字节数上限（默认 50M）',
    maxPartBytes: '压缩包内单个部分解压后的字节数上限（默认 20M）',
    maxCells: '一份文件的表格单元格数上限（默认 200000）',
    maxDepth: '嵌套层数上限（默认 200）',
    maxPages: 'PDF 页数上限（默认 3000）',
  },
  wrong: {
    unknownOption: (option: string) => `没有选项 ${option}`,
    drawWithoutPages: '--draw 只用于 PDF',
    missingArgument: (name: string) => `缺少参数 ${name}`,
    optionMissingArgument: (option: string) => `选项 ${option} 没有给出值`,
    missingOption: (option: string) => `必须给出选项 ${option}`,
    invalidValue: (option: string, value: string) => `选项 ${option} 的值“${value}”不对`,
    excessArguments: '参数过多',
    unknownCommand: (name: string) => `没有命令 ${name}`,
    didYouMean: (name: string) => `，是否是 ${name}？`,
    allowed: (choices: string) => `，可用的值：${choices}`,
    seeHelp: (command: string) => `用 ${command} --help 查看用法`,
    stdinTwice: '标准输入（-）只能读取一次',
    number: '应为正整数',
    bytes: '应为正的字节数，可写作 50M',
    task: '应写作 t3',
  },
  levels: { info: '提示', warning: '警告', error: '错误' },
  error: '错误',
  bug: (where: string) => `程序缺陷（${where}），请连同下面的内容报告：`,
  stdin: '标准输入',
  stdout: '标准输出',
  written: (from: string, to: string, tasks: number) => `${from} → ${to}（${tasks} 项任务）`,
  valid: {
    ok: '通过',
    bad: '不符',
    notJson: (detail: string) => `不是 JSON：${detail}`,
    none: '其中没有结果',
    count: (count: number) => `（${count} 份）`,
    more: (count: number) => `……另有 ${count} 处`,
    summary: (results: number, bad: number, files: number) =>
      `检查了 ${files} 个文件中的 ${results} 份结果，${bad} 份不符。`,
  },
  explained: {
    read: '读取 read',
    segment: '结构 segment',
    find: '查找 find',
    resolve: '解析 resolve',
    furniture: '不属于通知的内容',
    title: '标题',
    number: '发文字号',
    addressees: '主送机关',
    letter: '正文（所印发的方案除外）',
    body: '正文',
    plan: '所印发的方案',
    annex: '附件',
    attachments: '附件说明',
    signature: '署名',
    date: '成文日期',
    table: (rows: number, cols: number) => `表格 ${rows} 行 × ${cols} 列`,
    moreRows: (count: number) => `……另有 ${count} 行`,
    moreBlocks: (count: number) => `……另有 ${count} 段`,
    gap: (label: string, before: string | null) => `编号不连续：${before ?? '开头'} 之后是 ${label}`,
    notice: '通知',
    section: '章节',
    task: '任务',
    messages: '信息',
    line: (line: number) => `第 ${line} 行`,
    page: (page: number) => `第 ${page} 页`,
    noTask: (id: string, count: number) => `没有任务 ${id}；共 ${count} 项任务`,
  },
}

export type Texts = typeof zh

const en: Texts = {
  ...convertTexts.en,
  ...unitsTexts.en,
  ...queryTexts.en,
  ...statsTexts.en,
  options: '[options]',
  command: '<command>',
  titles: {},
  help: 'show help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  lang: 'language: zh Chinese (default), en English',
  program:
    'yaodian (要点) reads work-plan notices of Chinese governments into tasks, units, deadlines and sections, each traceable to its place in the source.',
  programAfter: `
Examples:
  yaodian parse notice.docx                  print one notice as JSON
  yaodian convert notices/ -o dataset        turn a folder into a dataset

Exit status: 0 success; 2 files failed or are partial; 1 could not run; 64 wrong usage; 70 a bug.`,
  parse: {
    summary: 'read notices; print JSON, NDJSON or CSV',
    description:
      'Reads notices and prints their tasks. One file gives indented JSON, several give a line each (NDJSON); messages go to standard error.',
    file: 'a notice; - is standard input',
    out: 'write each to DIR/<file name>.json; names that meet or are too long get a hash of the path',
    format: 'format: json (default), ndjson a line a notice, csv a row a task',
    withDocument: 'add the paragraphs and tables of the source (document)',
    after: `
Examples:
  yaodian parse notice.docx
  yaodian parse *.html -o results
  yaodian parse notice.pdf --format csv > tasks.csv
  cat notice.txt | yaodian parse -

In CSV a cell that begins with = + - @ and the like has a ' put before it, so that no
spreadsheet takes it for a formula.`,
  },
  explain: {
    summary: 'show step by step how a notice is read',
    description:
      'Prints the value of each stage: read paragraphs and tables, segment the structure, find the tasks found, resolve the rule and place of every value.',
    file: 'a notice; - is standard input',
    task: 'only one task (t3)',
    stage: 'only one stage: read, segment, find, resolve',
    draw: 'draw the lines, cells and values of each page of a PDF as SVG into DIR',
    after: `
Examples:
  yaodian explain notice.docx --stage segment
  yaodian explain notice.docx --task t3
  yaodian explain notice.pdf --draw pictures/`,
  },
  validate: {
    summary: 'check result files against the schema',
    description:
      'Checks result files (.json, .ndjson) against schemas/notice.schema.json and says where they do not fit.',
    path: 'a result file, or a folder that holds some',
    after: `
Examples:
  yaodian validate results/a.txt.json
  yaodian validate dataset`,
  },
  limits: {
    maxBytes: 'most bytes of a file (default 50M)',
    maxPartBytes: 'most bytes of one unpacked part (default 20M)',
    maxCells: 'most table cells of a file (default 200000)',
    maxDepth: 'most levels of nesting (default 200)',
    maxPages: 'most pages of a PDF (default 3000)',
  },
  wrong: {
    unknownOption: (option) => `unknown option ${option}`,
    drawWithoutPages: '--draw is for PDF only',
    missingArgument: (name) => `missing argument ${name}`,
    optionMissingArgument: (option) => `option ${option} needs a value`,
    missingOption: (option) => `option ${option} is required`,
    invalidValue: (option, value) => `option ${option} cannot be “${value}”`,
    excessArguments: 'too many arguments',
    unknownCommand: (name) => `unknown command ${name}`,
    didYouMean: (name) => `; did you mean ${name}?`,
    allowed: (choices) => `; it may be: ${choices}`,
    seeHelp: (command) => `see ${command} --help`,
    stdinTwice: 'standard input (-) can be read only once',
    number: 'expected a positive integer',
    bytes: 'expected a positive number of bytes, which may be written 50M',
    task: 'expected the form t3',
  },
  levels: { info: 'info', warning: 'warning', error: 'error' },
  error: 'error',
  bug: (where) => `a bug (${where}); please report it with what follows:`,
  stdin: 'standard input',
  stdout: 'standard output',
  written: (from, to, tasks) => `${from} → ${to} (${tasks} tasks)`,
  valid: {
    ok: 'OK',
    bad: 'BAD',
    notJson: (detail) => `not JSON: ${detail}`,
    none: 'it holds no results',
    count: (count) => ` (${count})`,
    more: (count) => `… and ${count} more`,
    summary: (results, bad, files) => `${results} results in ${files} files checked, ${bad} do not fit.`,
  },
  explained: {
    read: 'read',
    segment: 'segment',
    find: 'find',
    resolve: 'resolve',
    furniture: 'not of the notice',
    title: 'title',
    number: 'document number',
    addressees: 'addressees',
    letter: 'letter (without the plan that it issues)',
    body: 'text',
    plan: 'plan issued',
    annex: 'annex',
    attachments: 'attachments',
    signature: 'signature',
    date: 'date of issue',
    table: (rows, cols) => `table, ${rows} rows × ${cols} columns`,
    moreRows: (count) => `… and ${count} more rows`,
    moreBlocks: (count) => `… and ${count} more blocks`,
    gap: (label, before) => `numbering is not continuous: ${label} comes after ${before ?? 'the start'}`,
    notice: 'notice',
    section: 'section',
    task: 'task',
    messages: 'messages',
    line: (line) => `line ${line}`,
    page: (page) => `page ${page}`,
    noTask: (id, count) => `no task ${id}; there are ${count}`,
  },
}

export const texts: Readonly<Record<Lang, Texts>> = { zh, en }
