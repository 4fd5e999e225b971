/** Which copy of a notice is the best reading of it. */
import type { Candidate } from './group.ts'

const outcomes = ['SUCCESS', 'PARTIAL', 'EMPTY']
/** Formats that say what is a paragraph and a cell before those that only draw it. */
const formats = ['docx', 'doc', 'html', 'mhtml', 'rtf', 'odt', 'txt', 'ofd', 'pdf']

/** Negative where `a` is better. */
export function byReading(a: Candidate, b: Candidate): number {
  const one = a.fingerprint.quality
  const other = b.fingerprint.quality
  return (
    rank(outcomes, a.outcome) - rank(outcomes, b.outcome) ||
    other.assigned - one.assigned ||
    one.complaints - other.complaints ||
    other.filled - one.filled ||
    other.digits - one.digits ||
    Number(one.scanned) - Number(other.scanned) ||
    rank(formats, one.format) - rank(formats, other.format) ||
    Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)) ||
    (a.documentId < b.documentId ? -1 : 1)
  )
}

function rank(names: readonly string[], name: string): number {
  const at = names.indexOf(name)
  return at < 0 ? names.length : at
}
