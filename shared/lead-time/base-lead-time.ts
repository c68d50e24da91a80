import { DomainError, requireNonNegative } from '../domain-error'

/** Order to receipt with no export control: mean and spread, and how much of it comes after the border. */
export type BaseLeadTime = {
  /** Mean, days. */
  readonly meanDays: number
  /** Standard deviation, days; 0 for a fixed time. All of it is taken to lie before the border. */
  readonly sdDays: number
  /** Days after the border (transit, import, receiving). Rounded to whole days where used; a time shorter than it is all transit. */
  readonly transitDays: number
}

/** One named leg of a lead time; legs add, means and variances. */
export type BaseLeadTimeLeg = {
  readonly meanDays: number
  readonly sdDays: number
  /** Whether it comes after the border. */
  readonly isAfterBorder: boolean
  /** Whether its days are working days, 7/5 calendar days each. */
  readonly isWorkingDays: boolean
}

/**
 * The base lead time of named legs: means and variances add, working days count 7/5.
 *
 * @param legs at least one; means and standard deviations at least 0
 * @throws {DomainError} naming the number outside its range
 * @see Lodestock planning model, section 4
 *
 * @example
 * baseLeadTimeOfLegs([
 *   { meanDays: 25, sdDays: 3, isAfterBorder: false, isWorkingDays: true },
 *   { meanDays: 32, sdDays: 4, isAfterBorder: true, isWorkingDays: false },
 * ]) // => { meanDays: 67, sdDays: 5.8, transitDays: 32 }
 */
export function baseLeadTimeOfLegs(legs: readonly BaseLeadTimeLeg[]): BaseLeadTime {
  if (legs.length === 0) throw new DomainError('legs', '[]', 'at least one leg')
  let meanDays = 0
  let variance = 0
  let transitDays = 0
  for (const leg of legs) {
    requireNonNegative('meanDays', leg.meanDays)
    requireNonNegative('sdDays', leg.sdDays)
    const scale = leg.isWorkingDays ? 7 / 5 : 1
    meanDays += leg.meanDays * scale
    variance += (leg.sdDays * scale) ** 2
    if (leg.isAfterBorder) transitDays += leg.meanDays * scale
  }
  return { meanDays, sdDays: Math.sqrt(variance), transitDays }
}

/**
 * Refuses a base lead time outside its range.
 *
 * @param base numbers at least 0
 * @throws {DomainError} naming the number outside its range
 */
export function requireBaseLeadTime(base: BaseLeadTime): void {
  requireNonNegative('meanDays', base.meanDays)
  requireNonNegative('sdDays', base.sdDays)
  requireNonNegative('transitDays', base.transitDays)
  if (base.meanDays === 0 && base.sdDays > 0) throw new DomainError('sdDays', base.sdDays, '0 where the mean is 0')
}

// 3.7 days and 17 working days are half a day above 27, though not in doubles.
const sameDay = 1e-9

/**
 * Days after the border in whole days, half up.
 *
 * @param base any base lead time
 *
 * @example
 * wholeTransitDays({ meanDays: 70, sdDays: 5, transitDays: 31.5 }) // => 32
 */
export function wholeTransitDays(base: BaseLeadTime): number {
  return Math.floor(base.transitDays + 0.5 + sameDay)
}
