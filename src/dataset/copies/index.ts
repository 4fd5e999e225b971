/** Copies of one notice: which documents are, which of them is read best, and how the others differ. */
export { differences } from './differences.ts'
export { type Fingerprint, fingerprint } from './fingerprint.ts'
export { type Candidate, type Effort, groupCopies, type Place } from './group.ts'
