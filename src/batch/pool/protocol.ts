/** What the pool and its processes say to each other over IPC; nothing else is listened to. */

export interface Request {
  readonly id: number
  readonly job: unknown
}

export type Response =
  | { readonly kind: 'ready' }
  /** `reply` is serialised by the process itself, which so learns its size, and whether it can be. */
  | { readonly kind: 'reply'; readonly id: number; readonly rss: number; readonly reply: Uint8Array }

/**
 * Bytes of a reply. The pool's process holds it twice while it takes it apart, and must not fall over the
 * answer that one of its children makes up. The JSON of a notice of 3,000 pages has about 30 MB.
 */
export const maxReply = 2 ** 28

/** `other` comes from the process: a library in it may send what it likes. */
export function asResponse(other: unknown): Response | null {
  if (typeof other !== 'object' || other === null || !('kind' in other)) return null
  if (other.kind === 'ready') return { kind: 'ready' }
  if (other.kind !== 'reply' || !('id' in other) || !('rss' in other) || !('reply' in other)) return null
  const { id, rss, reply } = other
  if (typeof id !== 'number' || typeof rss !== 'number' || !(reply instanceof Uint8Array)) return null
  return { kind: 'reply', id, rss, reply }
}

export function asRequest(other: unknown): Request | null {
  if (typeof other !== 'object' || other === null || !('id' in other) || !('job' in other)) return null
  return typeof other.id === 'number' ? { id: other.id, job: other.job } : null
}
