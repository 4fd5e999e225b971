import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { memoryReader } from '../../../src/batch/pool/memory.ts'

const hasPs = spawnSync('ps', ['-o', 'rss=', '-p', String(process.pid)]).status === 0
/** Above the largest number that Linux gives to a process. */
const nobody = 2 ** 22 + 1

describe('resident memory', () => {
  it.skipIf(process.platform !== 'linux')('Linux: from /proc', () => expectOwn('linux'))
  it.skipIf(!hasPs)('macOS: from ps', () => expectOwn('darwin'))

  it('Windows: has no reader', () => {
    expect(memoryReader('win32')).toBeNull()
  })
})

/** A process that has ended is missing; the others are read. */
async function expectOwn(platform: NodeJS.Platform): Promise<void> {
  const own = process.memoryUsage.rss()
  const resident = await memoryReader(platform)!.read([nobody, process.pid])
  expect([...resident.keys()]).toEqual([process.pid])
  // Memory comes and goes meanwhile: it is the unit that must be right.
  expect(resident.get(process.pid)! / own).toBeGreaterThan(0.5)
  expect(resident.get(process.pid)! / own).toBeLessThan(2)
}
