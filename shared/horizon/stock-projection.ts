import { addDays, isoDate, type CivilDate } from '../calendar/civil-date'
import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { randomKey } from '../probability/random-state'
import { placedOrder } from './part-outlook'
import { placedRanks } from './placed-ranks'
import { reviewDates } from './review-dates'
import type { WaitDraws } from './simulated-goods'
import { simulatedPart } from './simulated-part'
import { percentileEstimate, percentilePlaces, shareEstimate, type Estimate } from './simulation-estimate'
import { simulateStock, type RuleFigures } from './stock-simulation'
import { timePhasedLevels } from './time-phased-levels'

/** How a part's stock is simulated. */
export type ProjectionOptions = {
  /** Number of paths, 1 to 1,000,000. */
  readonly paths: number
  /** Whole number; the same seed gives the same result on every machine. */
  readonly seed: number
  /** Weeks to look ahead; the plan's own where left out. */
  readonly horizonWeeks?: number
  /** Shared by the orders of a path (default), so that none overtakes another; or independent, to be labelled so. */
  readonly waitDraws?: WaitDraws
  /** A scenario to see alone, by its place in the plan; all by their weights where left out. */
  readonly scenarioIndex?: number
}

/** Net stock at the end of a week, part units; the date is its last day. */
export type NetStockWeek = {
  readonly date: string
  readonly p05: Estimate
  readonly p25: Estimate
  readonly p50: Estimate
  readonly p75: Estimate
  readonly p95: Estimate
  /** Probability that demand is not met at once on some day of the week. */
  readonly short: Estimate
}

/** When something happens, over all paths: a day that lies beyond those looked at is null. Dates ISO. */
export type DayPercentiles = {
  /** Probability that it happens within the days looked at. */
  readonly probability: Estimate
  /** Five in a hundred paths have it by this many days. */
  readonly p05Days: number | null
  readonly p25Days: number | null
  readonly p50Days: number | null
  readonly p75Days: number | null
  readonly p95Days: number | null
  /** The dates of `p05Days` and `p50Days`. */
  readonly earlyDate: string | null
  readonly medianDate: string | null
  /** Days looked at. */
  readonly withinDays: number
}

/** Simulated stock of a part over the horizon. JSON-safe. */
export type StockProjection = {
  readonly partId: string
  readonly paths: number
  readonly seed: number
  readonly waitDraws: WaitDraws
  /** Ordering by the time-phased levels: week 0 is the evening of the planning date. */
  readonly withOrders: readonly NetStockWeek[]
  /** With open orders only. */
  readonly withoutOrders: readonly NetStockWeek[]
  /** When the part first runs short, days from the planning date, ordering by the levels. */
  readonly firstShortWithOrders: DayPercentiles
  /** Run-out without further orders. */
  readonly runOut: DayPercentiles
}

/**
 * Simulated stock of a part over the horizon: with the replenishment rule, and with no further orders.
 *
 * Begins with on hand − allocated − backordered and the open orders; allocated stock counts as gone, as it does in the
 * inventory position. Levels are the time-phased ones, which do not foresee that the scenario will be known by then.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options paths, seed and what to look at
 * @throws {DomainError} naming what is outside its range
 * @see Lodestock planning model, section 8
 */
export function stockProjection(plan: PreparedPlan, part: Part, options: ProjectionOptions): StockProjection {
  const { frame, planningDate } = plan
  const { inputs } = preparedPart(plan, part)
  const horizonWeeks = options.horizonWeeks ?? plan.plan.settings.horizonWeeks
  const waitDraws = options.waitDraws ?? 'one-quantile-per-path'
  const dates = reviewDates({ planningDate, horizonWeeks, reviewPeriodDays: inputs.reviewPeriodDays })
  const reorderPoints = Float64Array.from(timePhasedLevels(frame, inputs, dates), (level) => level.roundedReorderPoint)
  const days = 7 * horizonWeeks
  const simulated = simulatedPart(frame, inputs, { key: randomKey(part.id), openOrders: part.openOrders.map(placedOrder), days, warmUpDays: 0 })
  const netStock = part.onHand - part.allocated - part.backordered
  const rule = { netStock, hasOpenOrders: true, stopDay: null }
  const { paths, seed } = options
  const [ordering, waiting] = simulateStock(simulated, [{ ...rule, reorderPoints }, { ...rule, reorderPoints: null }], {
    seed, paths, waitDraws, countedFrom: 0, scenarioIndex: options.scenarioIndex ?? null,
  }) as [RuleFigures, RuleFigures]
  return {
    partId: part.id,
    paths,
    seed,
    waitDraws,
    withOrders: netStockWeeks(ordering, paths, planningDate),
    withoutOrders: netStockWeeks(waiting, paths, planningDate),
    firstShortWithOrders: dayPercentiles(ordering.firstShort, { fromDate: planningDate, withinDays: days }),
    runOut: dayPercentiles(waiting.firstShort, { fromDate: planningDate, withinDays: days }),
  }
}

/**
 * Percentiles of net stock by week.
 *
 * @param figures what a rule came to
 * @param paths number of paths
 * @param fromDate day on whose evening the count began
 */
export function netStockWeeks(figures: RuleFigures, paths: number, fromDate: CivilDate): readonly NetStockWeek[] {
  const places = [...new Set([0.05, 0.25, 0.5, 0.75, 0.95].flatMap((probability) => percentilePlaces(paths, probability)))].toSorted((a, b) => a - b)
  return Array.from(figures.shortPaths, (short, week) => {
    const sorted = placedRanks(figures.weekEnds.slice(week * paths, (week + 1) * paths), places)
    return {
      date: isoDate(addDays(fromDate, 7 * week)),
      p05: percentileEstimate(sorted, 0.05),
      p25: percentileEstimate(sorted, 0.25),
      p50: percentileEstimate(sorted, 0.5),
      p75: percentileEstimate(sorted, 0.75),
      p95: percentileEstimate(sorted, 0.95),
      short: shareEstimate(short, paths),
    }
  })
}

/**
 * Percentiles of a number of days, one a path.
 *
 * @param daysByPath whole days, −1 where it does not happen within the days looked at
 * @param of the date the days count from, and how many were looked at
 */
export function dayPercentiles(daysByPath: Int32Array, of: { readonly fromDate: CivilDate; readonly withinDays: number }): DayPercentiles {
  const paths = daysByPath.length
  const happened = daysByPath.filter((days) => days >= 0).sort()
  const at = (probability: number): number | null => happened[Math.ceil(probability * paths - 1e-9) - 1] ?? null
  const dateOf = (days: number | null): string | null => (days === null ? null : isoDate(addDays(of.fromDate, days)))
  return {
    probability: shareEstimate(happened.length, paths),
    p05Days: at(0.05),
    p25Days: at(0.25),
    p50Days: at(0.5),
    p75Days: at(0.75),
    p95Days: at(0.95),
    earlyDate: dateOf(at(0.05)),
    medianDate: dateOf(at(0.5)),
    withinDays: of.withinDays,
  }
}
