import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { meanDemand, meanDemands, type Usage } from './literal-demand'
import type { Timeline } from './literal-departure'
import { mixture, orderTables, type BaseLead } from './literal-lead-time'
import { cycleService, fillService, protectionDays, protectionDemand, reorderPointFor, type Decision } from './literal-levels'
import { fixedTable, type DayTable } from './literal-tables'
import type { CaseLag, CasePart, CasePlan } from './reference-case'

/** A case read once: numbers instead of dates, defaults filled in. */
export type Reading = {
  readonly plan: CasePlan
  readonly part: CasePart
  readonly today: number
  readonly reviewDays: number
  readonly usage: Usage
  readonly base: BaseLead
  readonly lag: CaseLag
  /** Normalised weights and the timelines of the controls that apply. */
  readonly scenarios: readonly { readonly name: string; readonly weight: number; readonly controls: readonly Timeline[] }[]
  /** Rounding step, part units. */
  readonly step: number
  readonly moq: number
  /** 0: no lot. */
  readonly lot: number
}

/** Rounded up to a multiple of the step (convention 2). */
export function roundedUp(x: number, step: number): number {
  return Math.ceil(x / step - 1e-6) * step
}

/** Largest quantity one order may have under the quantity cap: a multiple of the lot, or else of the step. */
export function largestOrder({ part, lot, step }: Reading): number {
  if (part.capOrderQuantity === undefined) return Infinity
  const multiple = lot > 0 ? lot : step
  return Math.floor(part.capOrderQuantity / multiple + 1e-6) * multiple
}

/** q of a day: the largest of MOQ in whole lots, one lot and the usage of one review; cut by the cap. */
export function orderQuantityOn(reading: Reading, day: number): number {
  const { usage, reviewDays, moq, lot } = reading
  if (usage.muPerDay === 0) return 0
  const u = meanDemand(usage, day, reviewDays)
  return Math.min(Math.max(lot > 0 ? roundedUp(moq, lot) : moq, lot, u), largestOrder(reading))
}

/** A decision on a day for one table of lead times. */
export function decisionOn(reading: Reading, day: number, leadTime: DayTable): Decision {
  const { usage, reviewDays, moq, lot, part } = reading
  const orderQuantity = orderQuantityOn(reading, day)
  const means = meanDemands(usage, day, leadTime.length + reviewDays)
  return { usage, reviewDays, leadTime, means, orderQuantity, target: part.target, moq, lot }
}

/** Lead times of an order, by scenario. */
export function scenarioLeadTimes(reading: Reading, orderDay: number): DayTable[] {
  return reading.scenarios.map(({ controls }) => orderTables(controls, reading.lag, reading.base, orderDay).leadTime)
}

/** The tables the attitude looks at: one mixture, one named, or each of positive weight. */
export function seenByAttitude<T>(reading: Reading, tables: readonly T[], mix: (parts: { weight: number; table: T }[]) => T): T[] {
  const { attitude } = reading.plan
  const weighted = reading.scenarios.flatMap(({ name, weight }, i) => {
    const table = tables[i]
    return table === undefined ? [] : [{ name, weight, table }]
  })
  if (attitude === 'weighted') return [mix(weighted)]
  if (attitude === 'worst') return weighted.filter(({ weight }) => weight > 0).map(({ table }) => table)
  return weighted.filter(({ name }) => name === attitude.scenario).map(({ table }) => table)
}

/** What section 6 says on one review date. */
export type Recommendation = {
  /** What the service of a level is judged by: one decision, or one for each scenario of the worst case. */
  readonly views: readonly Decision[]
  /** Index of the view that sets the level. */
  readonly setBy: number
  readonly orderQuantity: number
  readonly meanDays: number
  readonly meanDemand: number
  readonly referenceDemand: number
  readonly statusQuo: Decision
  readonly reorderPointBeforeCap: number
  readonly reorderPoint: number
  readonly safetyStock: number
  readonly orderUpTo: number
}

/** Levels of a decision on a day, with the target moved by `shift` of probability. */
export function recommendationOn(reading: Reading, day: number, shift = 0): Recommendation {
  const tables = scenarioLeadTimes(reading, day + reading.reviewDays)
  const views = seenByAttitude(reading, tables, mixture).map((table) => decisionOn(reading, day, table))
  let setBy = 0
  let reorderPointBeforeCap = -1
  views.forEach((view, i) => {
    const level = reorderPointFor(view, shift)
    if (level > reorderPointBeforeCap) [setBy, reorderPointBeforeCap] = [i, level]
  })
  const setting = views[setBy]
  const statusQuoTable = tables[reading.scenarios.findIndex(({ name }) => name === reading.plan.statusQuo)]
  if (setting === undefined || statusQuoTable === undefined) throw new Error('no scenario to look at')
  const statusQuo = decisionOn(reading, day, statusQuoTable)
  const referenceDemand = protectionDemand(statusQuo)
  const meanPerDay = protectionDemand(setting) / protectionDays(setting)
  const largestSafetyStock = (reading.part.capCoverDays ?? Infinity) * meanPerDay
  const isCut = reorderPointBeforeCap - referenceDemand > largestSafetyStock
  const reorderPoint = isCut ? referenceDemand + largestSafetyStock : reorderPointBeforeCap
  const u = meanDemand(reading.usage, day, reading.reviewDays)
  const orderQuantity = orderQuantityOn(reading, day)
  return {
    views, setBy, orderQuantity, referenceDemand, statusQuo, reorderPointBeforeCap, reorderPoint,
    meanDays: protectionDays(setting),
    meanDemand: protectionDemand(setting),
    safetyStock: Math.max(0, reorderPoint - referenceDemand),
    orderUpTo: reorderPoint + Math.max(0, orderQuantity - u),
  }
}

/** Service of a level: the smallest over the views. */
export function serviceOf(views: readonly Decision[], level: number): { cycle: number; fill: number } {
  return {
    cycle: Math.min(...views.map((view) => cycleService(view, level))),
    fill: Math.min(...views.map((view) => fillService(view, level))),
  }
}

/** Safety stock a decision would hold for itself: `max(0, s - m)`. */
export function ownSafetyStock(decision: Decision): number {
  return Math.max(0, reorderPointFor(decision, 0) - protectionDemand(decision))
}

/** The decision of today with no control at all; and with the lead time fixed at its mean as well. */
export function blindDecision(reading: Reading): Decision {
  return decisionOn(reading, reading.today, reading.base.table)
}

/** Stage 1 of the contributions: no control, lead time fixed at its base mean. */
export function fixedLeadDecision(reading: Reading): Decision {
  return decisionOn(reading, reading.today, fixedTable(reading.base.meanDays))
}

/** Mean demand over R + E[B] days and the textbook's z-form safety stock on top. */
export function textbookLevels(reading: Reading): { mean: number; safetyStock: number } {
  const { usage, reviewDays, base, part } = reading
  const blind = blindDecision(reading)
  const mu = usage.forecast.length === 0 ? usage.muPerDay : protectionDemand(blind) / protectionDays(blind)
  const v = (usage.varPerDay / usage.muPerDay) * mu
  const days = reviewDays + base.meanDays
  const z = normalQuantile(targetProbability(part.target), 0, 1)
  return { mean: mu * days, safetyStock: z * Math.sqrt(days * v + mu ** 2 * base.varianceDays) }
}

function targetProbability(target: CasePart['target']): number {
  if (target.kind === 'cycle') return target.alpha
  if (target.kind === 'fill') return target.beta
  const heldPerDay = (target.unitCost * target.holdingRate) / 365
  return target.latePerUnitDay / (target.latePerUnitDay + heldPerDay)
}
