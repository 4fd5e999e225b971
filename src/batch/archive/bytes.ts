/** Bytes that are read where they are wanted: a file, a buffer, or a stretch of either. */
import type { FileHandle } from 'node:fs/promises'

export interface Bytes {
  readonly size: number
  /** The bytes from `at`; fewer where they end. */
  read(at: number, length: number): Promise<Buffer>
}

export function bytesOfFile(handle: FileHandle, size: number): Bytes {
  const read = async (at: number, length: number) => {
    const wanted = within(size, at, length)
    const buffer = Buffer.allocUnsafe(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, at + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }
  return { size, read }
}

export function bytesOfBuffer(buffer: Buffer): Bytes {
  return { size: buffer.length, read: async (at, length) => buffer.subarray(at, at + length) }
}

export function stretchOf(bytes: Bytes, start: number, length: number): Bytes {
  const size = within(bytes.size, start, length)
  return { size, read: (at, wanted) => bytes.read(start + at, within(size, at, wanted)) }
}

/** How many of the bytes wanted there are. */
function within(size: number, at: number, length: number): number {
  return at < 0 || at > size ? 0 : Math.min(length, size - at)
}

/** The same bytes for reads that go forward in small steps: a stretch at a time is held. */
export function buffered(bytes: Bytes, stretch = 64 * 1024): Bytes {
  let held: Buffer = Buffer.alloc(0)
  let from = 0
  const read = async (at: number, length: number) => {
    if (at < from || at + length > from + held.length) {
      held = await bytes.read(at, Math.max(length, stretch))
      from = at
    }
    return held.subarray(at - from, at - from + length)
  }
  return { size: bytes.size, read }
}
