/** What `convert` says. */
import type { Outcome } from '../../batch/outcome.ts'
import { outcomeNames } from '../../dataset/outcome-names.ts'

const zh = {
  convert: {
    summary: '把文件、文件夹和压缩包转换成数据集',
    description:
      '把文件、文件夹和 zip 压缩包转换成数据集。文件夹中的普通文件全部读取；隐藏文件、锁文件和系统文件不读，但列入清单。每个文件在单独的进程中读取，坏文件不会中断转换。中断后重新运行同一命令即可继续。',
    path: '文件、文件夹、zip 压缩包，或通配符（如 "2021/**/*.doc"）',
    out: '输出文件夹',
    to: '输出格式，用逗号分隔（默认全部）：json 每份通知一个文件，ndjson、csv、parquet 各表，xlsx 台账',
    filesFrom: '从文件读取路径列表，每行一个；- 表示标准输入',
    nul: '路径列表以 NUL 分隔（find -print0），路径中可以有换行',
    jobs: '同时读取的文件数（默认为处理器核数）',
    timeout: '读取一个文件的时间上限，秒（默认 60）',
    maxMemory: '读取进程的内存上限（默认 1G，至少 200M）',
    leastMemory: '至少 200M',
    maxArchiveBytes: '一个压缩包解开后的字节数上限（默认 4G）',
    maxMembers: '一个压缩包内文件数的上限（默认 100000）',
    inProcess: '在本进程内读取：启动较快，但没有时间和内存上限，一个文件可使整个转换停止',
    retry: '重新读取上次未能读取的文件（failed）',
    allCopies: '同一通知的各个副本都列出任务（默认只列最好的一份）',
    mergeSections: '台账中合并相同章节的单元格',
    log: '把经过写入 FILE（NDJSON），另有 OUT/run.ndjson',
    after: `
输出：
  OUT/notices/          每份通知一个 JSON，与输入的文件夹结构相同
  OUT/dataset/          数据集：各表的 NDJSON、CSV、Parquet，台账.xlsx，datapackage.json
  OUT/manifest.ndjson   每个输入一行：路径、sha256、结果、原因、任务数；碰到上限的，所需（asked，
                        不能知道的为 null）和所给（granted）
  OUT/run.ndjson        何时读了什么（时间、进程号只在这里）
  OUT/.yaodian/         已读取的结果；中断后从这里继续，删除后会全部重读

示例：
  yaodian convert 通知/ -o 数据集
  yaodian convert 2020/ 2021.zip 补充.doc -o 数据集 --jobs 4 --to xlsx,parquet
  find /data -name '*.doc' -print0 | yaodian convert --files-from - --null -o 数据集
  yaodian convert 通知/ -o 数据集 --retry failed --timeout 300`,
  },
  progress: {
    bar: '{bar} {value}/{total}  每秒 {rate}  失败 {failed}  剩余 {left}',
    writing: '写入 {bar} {value}/{total}  剩余 {left}',
    line: (done: number, total: number, rate: string, failed: number, left: string) =>
      `已处理 ${done}/${total}，每秒 ${rate} 个，失败 ${failed}，剩余约 ${left}`,
    writingLine: (done: number, total: number) => `正在写入数据集 ${done}/${total}`,
  },
  summary: {
    outcome: '结果',
    files: '文件数',
    total: '合计',
    tasks: (count: number) => `共 ${count} 项任务。`,
    passedOver: (count: number) =>
      `“没有任务”中有 ${count} 个不是通知：系统文件、临时文件，或已逐个列出所含文件的压缩包。`,
    kept: (count: number) => `其中 ${count} 个文件此前已读取，没有重读。`,
    outcomes: outcomeNames.zh as Readonly<Record<Outcome, string>>,
    failures: '未能完整读取的文件：',
    more: (count: number) => `……另有 ${count} 个`,
    all: (path: string) => `全部输入及其结果见 ${path}`,
    stopping: '正在停止：不再读取新的文件（再按一次 Ctrl+C 立即退出）',
    interrupted: (done: number, total: number) =>
      `已中断：${total} 个输入中处理了 ${done} 个，结果已保存；数据集和清单保持原样，没有更新。重新运行同一命令即可继续。`,
  },
}

export type ConvertTexts = typeof zh

const en: ConvertTexts = {
  convert: {
    summary: 'turn files, folders and archives into a dataset',
    description:
      'Turns files, folders and zip archives into a dataset. All regular files of a folder are read; hidden files, lock files and system files are not, but they are listed. Each file is read in a process of its own; a bad file never stops the run. A run that was stopped goes on when the same command is run again.',
    path: 'a file, folder, zip archive or pattern ("2021/**/*.doc")',
    out: 'the output folder',
    to: 'output formats, with commas between (default: all): json a file a notice; ndjson, csv, parquet the tables; xlsx a workbook',
    filesFrom: 'read paths from a file, one a line; - is standard input',
    nul: 'the list of paths is NUL-separated (find -print0), so that paths may hold line breaks',
    jobs: 'files read at a time (default: the number of processors)',
    timeout: 'seconds that reading one file may take (default 60)',
    maxMemory: 'memory that a reading process may take (default 1G, at least 200M)',
    leastMemory: 'at least 200M',
    maxArchiveBytes: 'bytes that an archive may unpack to (default 4G)',
    maxMembers: 'members that an archive may have (default 100000)',
    inProcess:
      'read in this process: quicker to start, but no limit of time or memory holds and a file can end the run',
    retry: 'read again what could not be read the last time (failed)',
    allCopies: 'list the tasks of every copy of a notice (default: of the best one only)',
    mergeSections: 'merge the cells of equal sections in the workbook',
    log: 'write what happens to FILE (NDJSON), beside OUT/run.ndjson',
    after: `
Output:
  OUT/notices/          a JSON file for each notice, in the inputs' folders
  OUT/dataset/          the dataset: tables as NDJSON, CSV and Parquet, a workbook, datapackage.json
  OUT/manifest.ndjson   a line an input: path, sha256, outcome, reason, tasks; of a limit that was
                        met, what was asked (null where nobody knows) and granted
  OUT/run.ndjson        what was read when (times and process ids stand here only)
  OUT/.yaodian/         results so far; a run that was stopped goes on from them

Examples:
  yaodian convert notices/ -o dataset
  yaodian convert 2020/ 2021.zip more.doc -o dataset --jobs 4 --to xlsx,parquet
  find /data -name '*.doc' -print0 | yaodian convert --files-from - --null -o dataset
  yaodian convert notices/ -o dataset --retry failed --timeout 300`,
  },
  progress: {
    bar: '{bar} {value}/{total}  {rate}/s  failed {failed}  left {left}',
    writing: 'writing {bar} {value}/{total}  left {left}',
    line: (done, total, rate, failed, left) =>
      `${done} of ${total} done, ${rate} a second, ${failed} failed, about ${left} left`,
    writingLine: (done, total) => `writing the dataset, ${done} of ${total}`,
  },
  summary: {
    outcome: 'outcome',
    files: 'files',
    total: 'total',
    tasks: (count) => `${count} tasks.`,
    passedOver: (count) =>
      `${count} of those without tasks are no notices: system files, lock files, archives whose members are listed.`,
    kept: (count) => `${count} files had been read before and were not read again.`,
    outcomes: outcomeNames.en,
    failures: 'Files that could not be read in full:',
    more: (count) => `… and ${count} more`,
    all: (path) => `All inputs and their outcomes: ${path}`,
    stopping: 'stopping: no more files are taken (Ctrl+C again to quit at once)',
    interrupted: (done, total) =>
      `Interrupted: ${done} of ${total} inputs are done and their results kept; the dataset and the manifest are as they were before. Run the same command again to go on.`,
  },
}

export const convertTexts = { zh, en }
