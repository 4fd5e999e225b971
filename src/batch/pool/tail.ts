/** The end of a stream, bounded: a process may write without end. */
export class Tail {
  private bytes: Buffer = Buffer.alloc(0)

  /** V8's words on a full heap stand before a stack trace of some 2,000 bytes, so more than is shown is kept. */
  constructor(private readonly limit = 16 * 1024) {}

  add(chunk: Buffer): void {
    const all = chunk.length >= this.limit ? chunk : Buffer.concat([this.bytes, chunk])
    // A copy, as a part would keep the whole in memory.
    this.bytes = all.length > this.limit ? Buffer.from(all.subarray(-this.limit)) : all
  }

  clear(): void {
    this.bytes = Buffer.alloc(0)
  }

  text(): string {
    return this.bytes.toString('utf8')
  }
}
