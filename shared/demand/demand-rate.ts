import type { CivilDate } from '../calendar/civil-date'
import { requireNonNegative } from '../domain-error'

/** Usage of a part as mean and variance per day, in part units; disjoint intervals are independent. */
export type DemandRate = {
  /** Mean usage, part units per day, at least 0. */
  readonly meanPerDay: number
  /** Variance of usage, part units squared per day, at least 0. */
  readonly variancePerDay: number
  /** Whether the variance is the plan's default because nothing better is known. */
  readonly isAssumedVariability: boolean
}

/** Days of a month on average, for usage stated per month. */
export const averageMonthDays = 365.25 / 12

/**
 * The demand rate of a mean per day with the plan's default variability (assumption).
 *
 * The coefficient of variation is that of weekly usage: sd of a week = cv · 7 · mean.
 *
 * @param of mean usage per day (at least 0) and default coefficient of variation of weekly usage (at least 0)
 * @throws {DomainError} naming the input outside its range
 *
 * @example
 * assumedDemandRate({ meanPerDay: 10, defaultWeeklyCv: 0.25 }) // => { meanPerDay: 10, variancePerDay: 43.75, isAssumedVariability: true }
 */
export function assumedDemandRate(of: {
  readonly meanPerDay: number
  readonly defaultWeeklyCv: number
}): DemandRate {
  requireNonNegative('meanPerDay', of.meanPerDay)
  requireNonNegative('defaultWeeklyCv', of.defaultWeeklyCv)
  return {
    meanPerDay: of.meanPerDay,
    variancePerDay: 7 * (of.defaultWeeklyCv * of.meanPerDay) ** 2,
    isAssumedVariability: true,
  }
}

/**
 * The demand rate of usage stated per week or per month (365.25/12 days).
 *
 *     μ = mean / length        v = sd² / length
 *
 * @param of mean and standard deviation of the usage of one period, at least 0; `sd` null takes the plan's default
 * @throws {DomainError} naming the input outside its range
 * @see Lodestock planning model, section 2
 *
 * @example
 * statedDemandRate({ per: 'week', mean: 70, sd: 14, defaultWeeklyCv: 0.25 }) // => { meanPerDay: 10, variancePerDay: 28, isAssumedVariability: false }
 */
export function statedDemandRate(of: {
  readonly per: 'week' | 'month'
  readonly mean: number
  readonly sd: number | null
  readonly defaultWeeklyCv: number
}): DemandRate {
  requireNonNegative('mean', of.mean)
  const periodDays = of.per === 'week' ? 7 : averageMonthDays
  const meanPerDay = of.mean / periodDays
  if (of.sd === null) return assumedDemandRate({ meanPerDay, defaultWeeklyCv: of.defaultWeeklyCv })
  requireNonNegative('sd', of.sd)
  return { meanPerDay, variancePerDay: of.sd ** 2 / periodDays, isAssumedVariability: false }
}

/** Usage in one dated period of the past. */
export type HistoryPeriod = {
  readonly startDate: CivilDate
  /** Length in days, at least 1. */
  readonly days: number
  /** Usage in the period, part units. */
  readonly quantity: number
}

/**
 * The periods of a usage history that lie wholly inside a window.
 *
 * @param history every period known, in any order
 * @param window first day, and first day no longer in it
 */
export function periodsInWindow(
  history: readonly HistoryPeriod[],
  window: { readonly fromDate: CivilDate; readonly untilDate: CivilDate },
): readonly HistoryPeriod[] {
  return history.filter(
    (period) => period.startDate >= window.fromDate && period.startDate + period.days <= window.untilDate,
  )
}

/**
 * The demand rate of a usage history, months of 28 and 31 days counted as what they are.
 *
 *     μ = Σ q_k / Σ len_k        v = 1/(n−1) · Σ (q_k − μ·len_k)² / len_k
 *
 * A missing period is missing, not zero. With fewer than 3 periods the mean is
 * taken and the variability is the plan's default. Returns beyond issues may
 * make one period negative; a history that is negative in total has no rate.
 *
 * @param of the periods that count (at least one) and the default coefficient of variation
 * @throws {DomainError} naming `meanPerDay` when the history is negative in total or empty
 * @see Lodestock planning model, section 2
 *
 * @example
 * historyDemandRate({
 *   periods: [
 *     { startDate: civilDate('2026-01-01'), days: 31, quantity: 310 },
 *     { startDate: civilDate('2026-02-01'), days: 28, quantity: 294 },
 *     { startDate: civilDate('2026-03-01'), days: 31, quantity: 296 },
 *   ],
 *   defaultWeeklyCv: 0.25,
 * }) // => { meanPerDay: 10, variancePerDay: 6.6613, isAssumedVariability: false }
 */
export function historyDemandRate(of: {
  readonly periods: readonly HistoryPeriod[]
  readonly defaultWeeklyCv: number
}): DemandRate {
  let quantity = 0
  let days = 0
  for (const period of of.periods) {
    quantity += period.quantity
    days += period.days
  }
  const meanPerDay = quantity / days
  requireNonNegative('meanPerDay', meanPerDay)
  if (of.periods.length < 3) return assumedDemandRate({ meanPerDay, defaultWeeklyCv: of.defaultWeeklyCv })
  let squares = 0
  for (const period of of.periods) squares += (period.quantity - meanPerDay * period.days) ** 2 / period.days
  return { meanPerDay, variancePerDay: squares / (of.periods.length - 1), isAssumedVariability: false }
}

/** What one assembly takes of a part. */
export type AssemblyUse = {
  /** Part units in one product, above 0. */
  readonly quantityPerProduct: number
  /** Products built per week, at least 0. */
  readonly buildsPerWeek: number
  /** Share scrapped on top, at least 0. */
  readonly scrapRate: number
}

/**
 * The demand rate of a part from the build plan of the assemblies that use it.
 *
 *     μ = Σ quantity per product · builds per week · (1 + scrap rate) / 7
 *
 * @param of the uses of the part, the standard deviation of its weekly usage (null: the plan's default), the default
 * @throws {DomainError} naming the input outside its range
 * @see Lodestock planning model, section 2
 *
 * @example
 * buildPlanDemandRate({
 *   uses: [{ quantityPerProduct: 2, buildsPerWeek: 350, scrapRate: 0.02 }], sdPerWeek: 70, defaultWeeklyCv: 0.25,
 * }) // => { meanPerDay: 102, variancePerDay: 700, isAssumedVariability: false }
 */
export function buildPlanDemandRate(of: {
  readonly uses: readonly AssemblyUse[]
  readonly sdPerWeek: number | null
  readonly defaultWeeklyCv: number
}): DemandRate {
  let perWeek = 0
  for (const use of of.uses) {
    requireNonNegative('quantityPerProduct', use.quantityPerProduct)
    requireNonNegative('buildsPerWeek', use.buildsPerWeek)
    requireNonNegative('scrapRate', use.scrapRate)
    perWeek += use.quantityPerProduct * use.buildsPerWeek * (1 + use.scrapRate)
  }
  return statedDemandRate({ per: 'week', mean: perWeek, sd: of.sdPerWeek, defaultWeeklyCv: of.defaultWeeklyCv })
}
