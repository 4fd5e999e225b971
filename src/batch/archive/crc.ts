/** The checksum of zip (APPNOTE 4.4.7). */
import * as zlib from 'node:zlib'

/** Node has it since 20.15; earlier ones of Node 20 are supported as well. */
export const crc32: (bytes: Uint8Array) => number = zlib.crc32 ?? tableCrc32

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

export function tableCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
