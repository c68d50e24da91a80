import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revisionsToDelete, type DatedRevision } from '../../electron/storage/revision-retention'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const now = Date.parse('2026-11-24T12:00:00Z')

function automatic(id: number, createdAt: number): DatedRevision {
  return { id, kind: 'auto', createdAt }
}

describe('revisionsToDelete', () => {
  it('lets nothing go while there are twenty', () => {
    expect(revisionsToDelete(Array.from({ length: 20 }, (_, index) => automatic(index, now - index * 400 * dayMs)), now)).toEqual([])
  })

  it('keeps the newest of every hour of a day and of every day of sixty', () => {
    // One every 10 minutes for 100 days.
    const all = Array.from({ length: 100 * 144 }, (_, index) => automatic(index, now - index * hourMs / 6))
    const gone = new Set(revisionsToDelete(all, now))
    const kept = all.filter(({ id }) => !gone.has(id))
    const ages = kept.map(({ createdAt }) => now - createdAt)
    // 20 newest reach back 3 h 10 min: hours 12 down to 9; the other hours of the day to the same hour the day before; then days.
    expect(kept.slice(0, 20).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(ages.filter((age) => age > 4 * hourMs && age <= dayMs)).toHaveLength(20)
    // The last ten minutes of every day from 22 November back to 60 days ago; those of the 23rd are within the last day.
    expect(ages.filter((age) => age > dayMs)).toHaveLength(59)
    expect(Math.max(...ages)).toBeLessThanOrEqual(60 * dayMs)
  })

  it('never lets go what a person made or restored, nor the newest twenty', () => {
    const kind = fc.constantFrom('manual' as const, 'auto' as const, 'import' as const, 'restore' as const)
    fc.assert(
      fc.property(fc.array(fc.record({ kind, createdAt: fc.integer({ min: now - 200 * dayMs, max: now }) }), { maxLength: 120 }), (given) => {
        const all = given.map((one, id) => ({ id, ...one }))
        const gone = new Set(revisionsToDelete(all, now))
        expect(all.filter((one) => one.kind !== 'auto' && gone.has(one.id))).toEqual([])
        const newest = all.filter((one) => one.kind === 'auto').toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id).slice(0, 20)
        expect(newest.filter((one) => gone.has(one.id))).toEqual([])
        // Clearing away again finds nothing more.
        expect(revisionsToDelete(all.filter((one) => !gone.has(one.id)), now)).toEqual([])
      }),
    )
  })
})
