/** Names of files, as a page that lists them and a folder that holds them spell them. */
import { Letters, wideHash } from './keys.ts'

/** Longer than any name; what is longer names nothing. */
const longest = 500
const extension = /\.[a-z][a-z0-9]{1,4}$/i

/** 任务分解表 .doc and 任务分解表.doc are of one name. */
export function withoutExtension(name: string): string {
  return name.slice(0, longest).trim().replace(extension, '').trimEnd()
}

/** The last part of an address, as a download is named: /P020210706.doc; an address that is a query names nothing. */
export function addressStem(href: string | null): string | null {
  if (href === null || href.length > longest) return null
  const path = href.trim().split(/[?#]/, 1)[0]!
  const last = path.slice(path.lastIndexOf('/') + 1)
  if (!extension.test(last)) return null
  try {
    return withoutExtension(decodeURIComponent(last))
  } catch {
    return withoutExtension(last)
  }
}

/** 附件1：任务分解表 is listed as 任务分解表, with its number or without. */
const annexNumber =
  /^\s*附[件表][\s0-9０-９一二三四五六七八九十]*(?![\s0-9０-９一二三四五六七八九十])[:：.．、_-]*\s*(?=.*\p{L})/u

/** Of a name without its extension: what is no letter and no digit is lost on the way. null where nothing is left. */
export function nameKey(stem: string): number | null {
  const text = new Letters()
  const digits = text.add(stem.replace(annexNumber, ''))
  return text.length + digits.length === 0 ? null : wideHash([text.hashFrom(0), ...codesOf(digits)]) >>> 0
}

/** By its name an annex to what it lies beside: 附件1.doc, 附表：任务分解表.doc. */
export function isAnnexName(stem: string): boolean {
  return /^\s*附(?:件|表|录)/.test(stem)
}

export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}
