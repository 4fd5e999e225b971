/**
 * Copies of one notice among many documents: a page, its .doc and its .pdf. Whole groups have to agree, so
 * that a damaged copy never chains this year's plan to last year's. The result does not depend on the
 * order of the documents.
 */
import { contradict } from './agree.ts'
import { candidatePairs } from './candidates.ts'
import { type Claims, claimsOf } from './claims.ts'
import { fileName } from './file.ts'
import type { Fingerprint } from './fingerprint.ts'
import { kindOf } from './head.ts'
import { unpacked } from './keys.ts'
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

/** What grouping took: it may not grow faster than the documents do. */
export interface Effort {
  /** Pairs of documents. */
  compared: number
  /** Pairs of what documents, or groups of them, say of themselves. */
  checked: number
}

interface Edge {
  readonly i: number
  readonly j: number
  readonly score: number
}

/** Every document by its id: in a group of its own where it has no copies. */
export function groupCopies(
  candidates: readonly Candidate[],
  effort: Effort = { compared: 0, checked: 0 },
): Map<string, Place> {
  const sorted = candidates.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
  const documents = sorted.map(located)
  const found = edges(documents, effort)
  const groups = new Sets(documents.length)
  for (const ground of grounds) join(groups, found[ground], documents, ground, effort)
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

/** With what its path says, and its lists of hashes unpacked. */
export function located({ path, fingerprint }: Candidate): Document {
  const name = fileName(path)
  return {
    fingerprint,
    ...name,
    claims: claimsOf(fingerprint.head, name),
    fileKind: kindOf(name.stem),
    tasks: unpacked(fingerprint.tasks),
    text: unpacked(fingerprint.text),
  }
}

/** By ground, as many as connect what is to be connected: at most one less than there are documents. */
function edges(documents: readonly Document[], effort: Effort): Record<Ground, Edge[]> {
  const found: Record<Ground, Edge[]> = { sure: [], named: [], beside: [] }
  const connected: Record<Ground, Sets> = {
    sure: new Sets(documents.length),
    named: new Sets(documents.length),
    beside: new Sets(documents.length),
  }
  for (const [i, j] of candidatePairs(documents)) {
    // Connected for sure: one more edge says nothing new.
    if (connected.sure.isOne(i, j)) continue
    effort.compared++
    const same = sameness(documents[i]!, documents[j]!)
    if (same === null || connected[same.by].isOne(i, j)) continue
    connected[same.by].join(i, j)
    found[same.by].push({ i, j, score: same.score })
  }
  return found
}

/**
 * Joins what edges connect, where all of it agrees. Where it does not: a sure edge still holds between the
 * two, the best first; another might lead either way, and leads nowhere.
 */
function join(
  groups: Sets,
  found: readonly Edge[],
  documents: readonly Document[],
  ground: Ground,
  effort: Effort,
): void {
  if (found.length === 0) return
  const all = groups.copy()
  for (const { i, j } of found) all.join(i, j)
  const claims = claimsIn(groups, documents)
  const agrees = new Map<number, boolean>()
  for (const members of all.members()) {
    const roots = [...new Set(members.map((i) => groups.find(i)))]
    if (roots.length === 1) continue
    const isOne =
      allAgree(
        roots.map((root) => claims.get(root)!),
        effort,
      ) &&
      (ground !== 'beside' || !liesApart(parts(groups, members, documents)))
    agrees.set(all.find(members[0]!), isOne)
  }
  const best = found.toSorted((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  for (const { i, j } of best) {
    const [a, b] = [groups.find(i), groups.find(j)]
    if (a === b) continue
    const [one, other] = [claims.get(a)!, claims.get(b)!]
    if (!agrees.get(all.find(i)) && (ground !== 'sure' || !allAgree([one, other], effort))) continue
    claims.set(groups.join(a, b), new Map([...one, ...other]))
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

/** Copies say the same of themselves, but for a few that lost something. */
type Said = ReadonlyMap<number, Claims>

function claimsIn(groups: Sets, documents: readonly Document[]): Map<number, Said> {
  return new Map(
    groups.members().map((members) => {
      const said = members.map((i) => documents[i]!.claims)
      return [groups.find(members[0]!), new Map(said.map((claims) => [claims.key, claims]))]
    }),
  )
}

/** Beyond this what the documents of a group say is not compared with each other, and it is not joined. */
const mostSaid = 64

/** Whether groups that agree in themselves agree with each other. */
function allAgree(groups: readonly Said[], effort: Effort): boolean {
  const before = new Map<number, Claims>()
  for (const said of groups) {
    const added = [...said].filter(([key]) => !before.has(key))
    if (before.size + added.length > mostSaid) return false
    for (const [, claims] of added) {
      for (const other of before.values()) {
        effort.checked++
        if (contradict(claims, other)) return false
      }
    }
    for (const [key, claims] of added) before.set(key, claims)
  }
  return true
}
