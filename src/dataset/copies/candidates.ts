/** Pairs that are worth comparing: documents that share a key, never all with all. */
import type { Document } from './same.ts'

/** Documents up to this many are compared all with all. */
const small = 48
/** Of more, each with these many before it and with the first. */
const near = 4
const anchors = 16
/** With no more than these is a document compared, whatever it shares with the others. */
export const mostEarlier = 120

/** Pairs of indices, i < j, each once: in order of j, and of what the two share, the strongest first. */
export function* candidatePairs(documents: readonly Document[]): Generator<[number, number]> {
  const shared = new Shared(documents)
  for (const [j, document] of documents.entries()) {
    const earlier = new Set<number>()
    for (const members of shared.listsOf(document)) {
      add(members, earlier)
      members.push(j)
    }
    for (const i of earlier) yield [i, j]
  }
}

/** Those before a document in a list, as far as there is room for them. */
function add(members: readonly number[], earlier: Set<number>): void {
  const put = (from: number, to: number) => {
    for (let at = from; at < to && earlier.size < mostEarlier; at++) earlier.add(members[at]!)
  }
  const count = members.length
  if (count < small) put(0, count)
  else {
    put(count - near, count)
    put(0, Math.min(anchors, count - near))
  }
}

/** Documents by what they share with others. */
class Shared {
  private readonly sizes = new Map<string, number>()
  private readonly lists = new Map<string, number[]>()

  constructor(documents: readonly Document[]) {
    for (const document of documents) {
      for (const key of keysOf(document)) this.sizes.set(key, (this.sizes.get(key) ?? 0) + 1)
    }
  }

  /** The lists that a document belongs to, those with the most telling key first. */
  *listsOf(document: Document): Generator<number[]> {
    for (const key of keysOf(document)) {
      const size = this.sizes.get(key)!
      if (size === 1) continue
      if (size <= small) yield this.list(key)
      // A thousand counties may issue the same words under the same title: by what tells them apart.
      else for (const facet of facetsOf(document)) yield this.list(`${key}\n${facet}`)
    }
  }

  private list(key: string): number[] {
    const known = this.lists.get(key)
    if (known) return known
    const made: number[] = []
    this.lists.set(key, made)
    return made
  }
}

/** Copies share all tasks, the number, or a title, or one lists the other. With none of these it is a copy of nothing. */
function keysOf({ fingerprint: { whole }, claims, folder, stem }: Document): string[] {
  const { number, titles, nameKey, files } = claims
  const names = new Set(nameKey === null ? files : [nameKey, ...files])
  return [
    `stem ${folder}${stem}`,
    ...Array.from(names, (name) => `file ${folder}${name}`),
    ...(whole === null ? [] : [`tasks ${whole}`]),
    ...(number?.whole ? [`number ${number.agency} ${number.digits}`] : []),
    ...new Set(titles.map((title) => `title ${title.letters}`)),
  ]
}

function facetsOf({ claims: { number, issuer, region }, folder }: Document): string[] {
  return [
    ...(number?.whole ? [`number ${number.agency} ${number.digits}`] : []),
    ...(issuer === null ? [] : [`issuer ${issuer}`]),
    ...(region === null ? [] : [`region ${region}`]),
    `folder ${folder}`,
  ]
}
