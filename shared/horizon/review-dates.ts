import { addDays, type CivilDate } from '../calendar/civil-date'
import { requireWhole } from '../domain-error'

/**
 * The review dates of a part from the planning date to the horizon, both ends included.
 *
 * @param of the planning date, the horizon in weeks (1 to 520) and the days between reviews (1 to 3660)
 * @throws {DomainError} naming the number outside its range
 *
 * @example
 * reviewDates({ planningDate: civilDate('2026-11-23'), horizonWeeks: 4, reviewPeriodDays: 14 }).map(isoDate)
 * // => ['2026-11-23', '2026-12-07', '2026-12-21']
 */
export function reviewDates(of: {
  readonly planningDate: CivilDate
  readonly horizonWeeks: number
  readonly reviewPeriodDays: number
}): readonly CivilDate[] {
  requireWhole('horizonWeeks', of.horizonWeeks, { least: 1, most: 520 })
  requireWhole('reviewPeriodDays', of.reviewPeriodDays, { least: 1, most: 3660 })
  const count = Math.floor((7 * of.horizonWeeks) / of.reviewPeriodDays) + 1
  return Array.from({ length: count }, (_, index) => addDays(of.planningDate, index * of.reviewPeriodDays))
}
