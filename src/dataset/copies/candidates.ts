/** Pairs that are worth comparing: documents that share a key, never all with all. */
import type { Document } from './same.ts'

/** A bucket up to this size is compared all with all: at most 24 comparisons a document. */
const small = 48
/** In a larger one, each with these many before it and with the first. */
const near = 4
const anchors = 16

/** Pairs of indices, i < j; some may come twice. */
export function* candidatePairs(documents: readonly Document[]): Generator<[number, number]> {
  const buckets = new Map<string, number[]>()
  documents.forEach((document, i) => {
    for (const key of keysOf(document)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(i)
      else buckets.set(key, [i])
    }
  })
  for (const bucket of buckets.values()) {
    if (bucket.length <= small) yield* allPairs(bucket)
    // A thousand counties may issue the same words under the same title: by what tells them apart.
    else
      for (const part of parts(bucket, documents))
        yield* part.length <= small ? allPairs(part) : somePairs(part)
  }
}

/** Copies share all tasks, or the number, or a title. A document with none of these is a copy of nothing. */
function keysOf({ fingerprint: { whole, head } }: Document): string[] {
  return [
    ...(whole === null ? [] : [`tasks ${whole}`]),
    ...(head.number?.whole ? [`number ${head.number.agency} ${head.number.digits}`] : []),
    ...new Set(head.titles.map((title) => `title ${title.letters}`)),
  ]
}

function* parts(bucket: readonly number[], documents: readonly Document[]): Generator<number[]> {
  const facets: ((document: Document) => string | null)[] = [
    ({ fingerprint: { head } }) => (head.number?.whole ? head.number.agency + head.number.digits : null),
    ({ fingerprint: { head } }) => head.issuer,
    ({ fingerprint: { head } }) => head.region,
    ({ folder }) => folder,
  ]
  for (const facet of facets) {
    const found = new Map<string, number[]>()
    for (const i of bucket) {
      const value = facet(documents[i]!)
      if (value === null) continue
      const part = found.get(value)
      if (part) part.push(i)
      else found.set(value, [i])
    }
    yield* found.values()
  }
}

function* allPairs(bucket: readonly number[]): Generator<[number, number]> {
  for (let j = 1; j < bucket.length; j++) for (let i = 0; i < j; i++) yield [bucket[i]!, bucket[j]!]
}

function* somePairs(bucket: readonly number[]): Generator<[number, number]> {
  for (let j = 1; j < bucket.length; j++) {
    for (let i = Math.max(0, j - near); i < j; i++) yield [bucket[i]!, bucket[j]!]
    for (let i = 0; i < Math.min(anchors, j - near); i++) yield [bucket[i]!, bucket[j]!]
  }
}
