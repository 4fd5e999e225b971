/**
 * Copies of one notice among many documents: a page, its .doc and its .pdf. Whole groups have to agree, so
 * that a damaged copy never chains this year's plan to last year's. The result does not depend on the
 * order of the documents.
 */
import { contradict } from './agree.ts'
import { candidatePairs } from './candidates.ts'
import { type Claims, claimsOf, fileName } from './file.ts'
import type { Fingerprint } from './fingerprint.ts'
import { byReading } from './prefer.ts'
import { type Document, type Ground, grounds, liesApart, sameness } from './same.ts'
import { Sets } from './sets.ts'

export interface Candidate {
  readonly documentId: string
  readonly path: string
  /** SUCCESS, PARTIAL or EMPTY. */
  readonly outcome: string
  readonly fingerprint: Fingerprint
}

export interface Place {
  /** The document id of the preferred copy. */
  readonly noticeId: string
  readonly preferred: boolean
  /** The preferred copy; null for that one itself. */
  readonly sameAs: string | null
}

interface Edge {
  readonly i: number
  readonly j: number
  readonly score: number
}

/** Every document by its id: in a group of its own where it has no copies. */
export function groupCopies(candidates: readonly Candidate[]): Map<string, Place> {
  const sorted = candidates.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
  const documents = sorted.map(located)
  const found = edges(documents)
  const groups = new Sets(documents.length)
  for (const ground of grounds) join(groups, found[ground], documents, ground)
  const places = new Map<string, Place>()
  for (const members of groups.members()) {
    const copies = members.map((i) => sorted[i]!).sort(byReading)
    const noticeId = copies[0]!.documentId
    for (const { documentId } of copies) {
      const preferred = documentId === noticeId
      places.set(documentId, { noticeId, preferred, sameAs: preferred ? null : noticeId })
    }
  }
  return places
}

function located({ path, fingerprint }: Candidate): Document {
  const name = fileName(path)
  return { fingerprint, ...name, claims: claimsOf(fingerprint.head, name.stem) }
}

function edges(documents: readonly Document[]): Record<Ground, Edge[]> {
  const found: Record<Ground, Edge[]> = { sure: [], named: [], beside: [] }
  const joined = new Sets(documents.length)
  const seen = new Set<number>()
  for (const [i, j] of candidatePairs(documents)) {
    // Joined by others already: one more edge says nothing new.
    if (joined.find(i) === joined.find(j)) continue
    const same = sameness(documents[i]!, documents[j]!)
    if (same === null) continue
    const key = i * documents.length + j
    if (seen.has(key)) continue
    seen.add(key)
    found[same.by].push({ i, j, score: same.score })
    if (same.by === 'sure') joined.join(i, j)
  }
  return found
}

/**
 * Joins what edges connect, where all of it agrees. Where it does not: a sure edge still holds between the
 * two, the best first; another might lead either way, and leads nowhere.
 */
function join(groups: Sets, found: readonly Edge[], documents: readonly Document[], ground: Ground): void {
  const all = groups.copy()
  for (const { i, j } of found) all.join(i, j)
  const heads = claimsIn(groups, documents)
  const agrees = new Map<number, boolean>()
  for (const members of all.members()) {
    const roots = [...new Set(members.map((i) => groups.find(i)))]
    const isOne =
      roots.length === 1 ||
      (agree(roots.flatMap((root) => heads.get(root)!)) &&
        (ground !== 'beside' || !liesApart(parts(groups, members, documents))))
    agrees.set(all.find(members[0]!), isOne)
  }
  const best = found.toSorted((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  for (const { i, j } of best) {
    const [a, b] = [groups.find(i), groups.find(j)]
    if (a === b) continue
    if (!agrees.get(all.find(i))) {
      if (ground !== 'sure' || !agree([...heads.get(a)!, ...heads.get(b)!])) continue
    }
    const both = [...heads.get(a)!, ...heads.get(b)!]
    heads.set(groups.join(a, b), distinct(both))
  }
}

/** The documents of some, by the groups that they are in already. */
function parts(groups: Sets, members: readonly number[], documents: readonly Document[]): Document[][] {
  const found = new Map<number, Document[]>()
  for (const i of members) {
    const root = groups.find(i)
    const part = found.get(root)
    if (part) part.push(documents[i]!)
    else found.set(root, [documents[i]!])
  }
  return [...found.values()]
}

function claimsIn(groups: Sets, documents: readonly Document[]): Map<number, Claims[]> {
  return new Map(
    groups
      .members()
      .map((members) => [groups.find(members[0]!), distinct(members.map((i) => documents[i]!.claims))]),
  )
}

/** Copies say the same of themselves, but for a few that lost something. */
function distinct(heads: readonly Claims[]): Claims[] {
  if (heads.length < 2) return [...heads]
  return [...new Map(heads.map((head) => [JSON.stringify(head), head])).values()]
}

/** Beyond this the heads of a group are not compared with each other, and it is not joined. */
const mostHeads = 64

function agree(heads: readonly Claims[]): boolean {
  const different = distinct(heads)
  if (different.length > mostHeads) return false
  return different.every((one, i) => different.slice(i + 1).every((other) => !contradict(one, other)))
}
