/** What is no notice itself: never read, but listed, so that nothing is lost in silence. */
import type { Lang } from '../message.ts'
import { pathText, type RawPath } from './path.ts'

export const ignored = {
  'ignored/lock': { zh: 'Word、WPS 或 LibreOffice 的锁文件', en: 'a lock file of Word, WPS or LibreOffice' },
  'ignored/system': { zh: '操作系统的文件', en: 'a file of the operating system' },
  'ignored/hidden': { zh: '隐藏文件', en: 'a hidden file' },
  'ignored/special': { zh: '不是普通文件', en: 'not a regular file' },
  'ignored/seen': { zh: '这个文件夹已从另一路径读过', en: 'the folder is read by another path' },
} as const satisfies Record<string, Record<Lang, string>>

/** An archive: what it holds is listed. */
export const expanded = {
  code: 'archive/expanded',
  text: (members: number, lang: Lang): string =>
    lang === 'zh'
      ? members === 0
        ? '空的压缩包'
        : `压缩包，内有 ${members} 个文件，分别列出`
      : members === 0
        ? 'an empty archive'
        : `an archive: its ${members} members are listed`,
} as const

/** Of an input that was to be passed over: it is listed, and no problem. */
export function isPassedOver(code: string | null): boolean {
  return code === expanded.code || (code !== null && code in ignored)
}

export type IgnoredCode = keyof typeof ignored

/** Word and WPS write `~$x.docx` and `~WRL0001.tmp` beside an open document, LibreOffice `.~lock.x.docx#`. */
const lock = /^(~\$|~WR[LDAS]\d+\.tmp$|\.~lock\..*#$|\.~)/i
const system =
  /^(Thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\.DS_Store|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$/i

/** Why a file or folder of this name is not read; null where it is. */
export function ignoredName(name: RawPath): IgnoredCode | null {
  const text = pathText(name)
  if (lock.test(text)) return 'ignored/lock'
  if (system.test(text)) return 'ignored/system'
  return text.startsWith('.') ? 'ignored/hidden' : null
}
