/** Names of members as paths: decoded, and nothing in them that could lead elsewhere. */
import { isUtf8 } from 'node:buffer'

interface Named {
  readonly name: Buffer
  readonly unicode: string | null
}

/**
 * One program wrote the archive, so the names that no flag tells the charset of are of one charset: UTF-8
 * (macOS), else that of Chinese Windows, else the one that zip was made for.
 *
 * The bytes of 目录 in GBK are valid UTF-8 as well, as Ŀ¼: letters of two bytes are believed to be UTF-8
 * only where not all of them are GB 2312, whose bytes are all from A1.
 */
export function decodeNames(members: readonly Named[]): string[] {
  const bare = members.filter((m) => m.unicode === null && m.name.some((byte) => byte >= 0x80))
  const utf8 = bare.every((m) => isUtf8(m.name)) && !bare.every((m) => looksLikeGb2312(m.name))
  return members.map((m) => m.unicode ?? (utf8 ? m.name.toString('utf8') : chinese(m.name)))
}

function looksLikeGb2312(name: Buffer): boolean {
  return /^(?:[\0-\x7f]|[\xc2-\xdf][\xa1-\xbf])*$/.test(name.toString('latin1'))
}

const gb18030 = new TextDecoder('gb18030', { fatal: true })

function chinese(name: Buffer): string {
  try {
    return gb18030.decode(name)
  } catch {
    return Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : cp437[byte - 0x80])).join('')
  }
}

const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** A folder has a slash at its end (APPNOTE 4.3.2 and Info-ZIP), on Windows a backslash. */
export function isFolderName(name: string): boolean {
  return /[/\\]$/.test(name)
}

/**
 * The parts of a name, as it may stand below a folder: without a root, a drive, `.` and `..`, which unzip
 * leaves out too; control characters, which no file system but Linux's takes, as `_`.
 */
export function pathParts(name: string): string[] {
  const parts = name
    .replace(/^[A-Za-z]:(?=[/\\])/, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replace(/[\0-\x1f\x7f]/g, '_'))
  return parts.length > 0 ? parts : ['_']
}

/** Gives every path once: a second `a.doc` is `a (2).doc`. */
export class Unique {
  private readonly taken = new Set<string>()
  private readonly counts = new Map<string, number>()

  add(path: string): string {
    let given = path
    let count = this.counts.get(path) ?? 1
    while (this.taken.has(given)) given = numbered(path, ++count)
    this.counts.set(path, count)
    this.taken.add(given)
    return given
  }
}

function numbered(path: string, count: number): string {
  const [, stem, extension] = /^(.*?[^/])((?:\.[A-Za-z0-9]{1,8})?)$/s.exec(path)!
  return `${stem} (${count})${extension}`
}
