/**
 * What a run knows of each input, by its place in the order of paths: the digest of its bytes, or why it
 * was not read. Flat arrays: a run of a million files holds 50 bytes for each.
 */
import type { Judgement } from './outcome.ts'

const digestBytes = 32

export class Ledger {
  private readonly digests: Buffer
  private readonly known: Uint8Array
  /** Open addressing: the first input, plus one, with a digest. */
  private readonly slots: Int32Array
  private readonly refused = new Map<number, Judgement>()

  constructor(inputs: number) {
    this.digests = Buffer.alloc(inputs * digestBytes)
    this.known = new Uint8Array(inputs)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(4, inputs * 2))))
  }

  /** Notes the digest of an input's bytes, 32 bytes. */
  enter(input: number, digest: Uint8Array): void {
    this.digests.set(digest, input * digestBytes)
    this.known[input] = 1
    const slot = this.slot(digest)
    const first = this.slots[slot]! - 1
    if (first < 0 || input < first) this.slots[slot] = input + 1
  }

  /** Notes why an input has no bytes. */
  refuse(input: number, why: Judgement): void {
    this.refused.set(input, why)
  }

  refusal(input: number): Judgement | null {
    return this.refused.get(input) ?? null
  }

  /** The digest of an input's bytes; null where they were not read. */
  digest(input: number): Buffer | null {
    return this.known[input] ? this.digests.subarray(input * digestBytes, (input + 1) * digestBytes) : null
  }

  /** The first input, in the order of paths, known to have the bytes of this one: itself, if it is the first. */
  first(input: number): number {
    return this.slots[this.slot(this.digest(input)!)]! - 1
  }

  private slot(digest: Uint8Array): number {
    const mask = this.slots.length - 1
    const wanted = Buffer.from(digest.buffer, digest.byteOffset, digestBytes)
    for (let slot = wanted.readUInt32LE(0) & mask; ; slot = (slot + 1) & mask) {
      const first = this.slots[slot]! - 1
      if (
        first < 0 ||
        this.digests.compare(wanted, 0, digestBytes, first * digestBytes, (first + 1) * digestBytes) === 0
      )
        return slot
    }
  }
}
