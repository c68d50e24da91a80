import type { CivilDate } from '../calendar/civil-date'

/** The first review date on which a level must be clearly higher than today's. */
export type BuildUp = {
  readonly date: CivilDate
  /** Reorder point on that date less today's, part units, before rounding. */
  readonly increase: number
}

// A rise of less is noise beside the accuracy of usage and waits.
const clearlyHigher = 1.05

/**
 * The first review date on which the reorder point, before rounding, exceeds the first one's by more than 5 %; null where none does.
 *
 * @param levels dates and reorder points, today's first
 * @see Lodestock planning model, section 8
 *
 * @example
 * buildUpOf([{ date: civilDate('2026-11-23'), reorderPoint: 100 }, { date: civilDate('2026-11-30'), reorderPoint: 130 }])?.increase // => 30
 */
export function buildUpOf(levels: readonly { readonly date: CivilDate; readonly reorderPoint: number }[]): BuildUp | null {
  const today = levels[0]?.reorderPoint ?? 0
  const first = levels.find(({ reorderPoint }) => reorderPoint > clearlyHigher * today)
  return first === undefined ? null : { date: first.date, increase: first.reorderPoint - today }
}
