import { addDays, civilDate, type CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { randomKey } from '../probability/random-state'
import { placedOrder } from './part-outlook'
import type { WaitDraws } from './simulated-goods'
import { simulatedPart } from './simulated-part'
import { dayPercentiles, type DayPercentiles } from './stock-projection'
import { simulateStock } from './stock-simulation'
import { timePhasedLevels } from './time-phased-levels'

/** A stop of shipments, and how it is simulated. */
export type StopOptions = {
  /** First day from which on nothing leaves the border any more, ISO; after the planning date. */
  readonly stopDate: string
  readonly paths: number
  readonly seed: number
  readonly waitDraws?: WaitDraws
  /** Days looked at from the stop on; a year where left out. */
  readonly withinDays?: number
}

/** How long a part lasts after a stop. JSON-safe. */
export type PartSurvival = {
  readonly partId: string
  readonly stopDate: string
  /** Days from the stop to the first day on which demand is not met at once; 0: on the day of the stop. */
  readonly days: DayPercentiles
  readonly paths: number
  readonly seed: number
}

/**
 * Days until a part runs out if nothing more leaves the border from a date on. Orders go on until then by the
 * time-phased levels; what has left before still arrives.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options the stop, paths and seed
 * @throws {DomainError} naming `stopDate` that is not after the planning date
 * @see Lodestock planning model, section 8
 */
export function partSurvival(plan: PreparedPlan, part: Part, options: StopOptions): PartSurvival {
  const { stopDate, paths, seed } = options
  const days = dayPercentiles(runOutDays(plan, part, options), { fromDate: civilDate(stopDate), withinDays: withinDaysOf(options) })
  return { partId: part.id, stopDate, days, paths, seed }
}

/** Days looked at from a stop on. */
export function withinDaysOf(options: Pick<StopOptions, 'withinDays'>): number {
  return options.withinDays ?? 364
}

/**
 * Days from a stop to the first day short, path by path; −1 where the part lasts longer than the days looked at.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options the stop, paths and seed
 * @throws {DomainError} naming `stopDate` that is not after the planning date
 */
export function runOutDays(plan: PreparedPlan, part: Part, options: StopOptions): Int32Array {
  const { frame, planningDate } = plan
  const { inputs } = preparedPart(plan, part)
  const stop = civilDate(options.stopDate)
  if (stop <= planningDate) throw new DomainError('stopDate', options.stopDate, 'a day after the planning date')
  const simulated = simulatedPart(frame, inputs, {
    key: randomKey(part.id),
    openOrders: part.openOrders.map(placedOrder),
    days: stop - planningDate + withinDaysOf(options),
    warmUpDays: 0,
  })
  const dates = Array.from(simulated.reviewOffsets, (offset) => addDays(planningDate, offset)).filter((date) => date < stop)
  const reorderPoints = new Float64Array(simulated.reviewOffsets.length)
  timePhasedLevels(frame, inputs, dates).forEach((level, index) => (reorderPoints[index] = level.roundedReorderPoint))
  const rule = { reorderPoints, netStock: part.onHand - part.allocated - part.backordered, hasOpenOrders: true, stopDay: stop as CivilDate }
  const [figures] = simulateStock(simulated, [rule], {
    seed: options.seed,
    paths: options.paths,
    waitDraws: options.waitDraws ?? 'one-quantile-per-path',
    countedFrom: stop - planningDate - 1,
    scenarioIndex: null,
  })
  // Counted from the evening before the stop.
  return (figures?.firstShort ?? new Int32Array(0)).map((days) => (days < 0 ? -1 : days - 1))
}
