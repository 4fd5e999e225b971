/** The standard security handler of PDF 1.1 (ISO 32000-1, 7.6.3, revision 2): RC4 with 40 bits. */
import { createHash } from 'node:crypto'
import type { MadeFile } from './made-pdf.ts'

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
const padded = (password: string) => Buffer.concat([Buffer.from(password), padding]).subarray(0, 32)
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()

function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255
    ;[s[i], s[j]] = [s[j]!, s[i]!]
  }
  let i = 0
  let j = 0
  return data.map((byte) => {
    i = (i + 1) & 255
    j = (j + s[i]!) & 255
    ;[s[i], s[j]] = [s[j]!, s[i]!]
    return byte ^ s[(s[i]! + s[j]!) & 255]!
  }) as Buffer
}

/** What makes a file readable with either password; an empty user password asks for none. */
export function encryption(user: string, owner: string): Pick<MadeFile, 'trailer' | 'encrypt'> {
  const id = Buffer.from('0123456789abcdef')
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user))
  const key = md5(padded(user), o, permissions, id).subarray(0, 5)
  const u = rc4(key, padding)
  const trailer = `/ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${o.toString('hex')}> /U <${u.toString('hex')}> >>`
  const encrypt = (object: string, number: number): string => {
    const own = md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10)
    const hidden = (text: string) => rc4(own, Buffer.from(text, 'latin1')).toString('latin1')
    return object
      .replace(/\((\w+)\)/g, (_, text: string) => `<${Buffer.from(hidden(text), 'latin1').toString('hex')}>`)
      .replace(
        /(stream\n)([\s\S]*)(\nendstream)$/,
        (_, before: string, text: string, after: string) => before + hidden(text) + after,
      )
  }
  return { trailer, encrypt }
}
