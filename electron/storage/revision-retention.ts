/** What retention needs to know of a revision. */
export type DatedRevision = { readonly id: number; readonly kind: 'manual' | 'auto' | 'import' | 'restore'; readonly createdAt: number }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const newestKept = 20
const daysKept = 60

/**
 * The revisions that may go: automatic ones beyond the newest 20, the newest of every hour of the last day, and the
 * newest of every day of the last 60.
 *
 * @param revisions of one plan, in any order; what a person made or restored always stays
 * @param now in milliseconds
 */
export function revisionsToDelete(revisions: readonly DatedRevision[], now: number): readonly number[] {
  const automatic = revisions.filter((revision) => revision.kind === 'auto').toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id)
  const hours = new Set<number>()
  const days = new Set<number>()
  return automatic.flatMap(({ id, createdAt }, index) => {
    const age = now - createdAt
    const isFirstOfHour = age <= dayMs && isNew(hours, Math.floor(createdAt / hourMs))
    const isFirstOfDay = age <= daysKept * dayMs && isNew(days, Math.floor(createdAt / dayMs))
    return index < newestKept || isFirstOfHour || isFirstOfDay ? [] : [id]
  })
}

function isNew(seen: Set<number>, value: number): boolean {
  return seen.size < seen.add(value).size
}
