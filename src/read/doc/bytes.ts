/** Little-endian numbers at byte offsets. A read outside the bytes throws {@link Outside}. */

/** A structure points outside its stream: the file is damaged there. Callers name the part. */
export class Outside extends Error {
  override readonly name = 'Outside'
}

export class Bytes {
  readonly data: Uint8Array
  readonly length: number
  private readonly view: DataView

  constructor(data: Uint8Array) {
    this.data = data
    this.length = data.length
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  }

  private within(at: number, size: number): number {
    if (!(at >= 0 && at + size <= this.length)) throw new Outside(`${at}+${size} of ${this.length}`)
    return at
  }

  u8(at: number): number {
    return this.view.getUint8(this.within(at, 1))
  }

  u16(at: number): number {
    return this.view.getUint16(this.within(at, 2), true)
  }

  i16(at: number): number {
    return this.view.getInt16(this.within(at, 2), true)
  }

  u32(at: number): number {
    return this.view.getUint32(this.within(at, 4), true)
  }

  i32(at: number): number {
    return this.view.getInt32(this.within(at, 4), true)
  }

  /** A part, sharing memory. */
  part(at: number, size: number): Bytes {
    return new Bytes(this.data.subarray(this.within(at, size), at + size))
  }
}
