/** What the file system refuses, as named errors. */
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { pathText, type RawPath } from './path.ts'

const reasons: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'not permitted' },
  EISDIR: { zh: '是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  ENAMETOOLONG: { zh: '路径过长', en: 'the path is too long' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '超出磁盘配额', en: 'the disk quota is used up' },
  EROFS: { zh: '文件系统只读', en: 'the file system is read-only' },
  EFBIG: { zh: '文件超出系统允许的大小', en: 'the file is larger than the system allows' },
  ELOOP: { zh: '符号链接成环', en: 'symbolic links run in a loop' },
  EMFILE: { zh: '打开的文件过多', en: 'too many open files' },
  ENFILE: { zh: '打开的文件过多', en: 'too many open files' },
  EIO: { zh: '设备读写出错', en: 'the device failed' },
  ENOENT: { zh: '文件夹不存在', en: 'the folder does not exist' },
  EEXIST: { zh: '同名的文件已存在', en: 'a file of this name exists' },
  ENOTEMPTY: { zh: '文件夹不是空的', en: 'the folder is not empty' },
}

function errno(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}

function detail(code: string, error: unknown, lang: Lang): string {
  const reason = reasons[code]?.[lang]
  if (!reason) return (error as Error).message
  return lang === 'zh' ? `${reason}（${code}）` : `${reason} (${code})`
}

/** The named error for a path that cannot be read; what the file system did not say is a bug and stays. */
export function inputError(path: RawPath, error: unknown, lang: Lang): unknown {
  const code = errno(error)
  if (!code) return error
  const shown = pathText(path)
  if (code === 'ENOENT') return new YaodianError('input/not-found', { path: shown }, { cause: error })
  return new YaodianError(
    'input/unreadable',
    { path: shown, detail: detail(code, error, lang) },
    { cause: error },
  )
}

/** The named error for a path that cannot be written. */
export function outputError(path: RawPath, error: unknown, lang: Lang): unknown {
  const code = errno(error)
  if (!code) return error
  return new YaodianError(
    'output/unwritable',
    { path: pathText(path), detail: detail(code, error, lang) },
    { cause: error },
  )
}

/**
 * Whether nothing else can be written either: the disk is full or read-only. A path that is too long or
 * taken concerns its own file only.
 */
export function stopsWriting(error: unknown): boolean {
  const code = errno(error instanceof YaodianError ? error.cause : error)
  return code !== null && ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(code)
}
