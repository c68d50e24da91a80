import { addDays, civilDate, isoDate } from '../calendar/civil-date'
import { leadTimeSeenToday } from '../plan/part-recommendation'
import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { dayTableQuantile } from '../probability/day-table'
import { expectedRunOut } from './expected-run-out'
import { partOutlook, type OutlookChange, type OutlookOrder } from './part-outlook'

/** What is to be done about a part soon, and what threatens it. JSON-safe: dates ISO, quantities in part units. */
export type PartActions = {
  readonly partId: string
  /** Orders due today and at the reviews of the next two weeks, by expected demand. */
  readonly orders: readonly OutlookOrder[]
  /** The day on which stock runs out at mean demand, open orders counted on the day by which half of them are in; null within no horizon. */
  readonly runOutDate: string | null
  /** An order placed today is in by then with a probability of one half, and of nine in ten. */
  readonly todayMedianReceiptDate: string
  readonly todayLateReceiptDate: string
  /** Whether stock runs out before an order placed today is in with a probability of one half. */
  readonly isShortBeforeReceipt: boolean
  /** Days on which controls that apply get worse within the horizon, the earliest first, each with its last day to order before it. */
  readonly changes: readonly OutlookChange[]
}

/** Weeks within which an order counts as due. */
export const dueWeeks = 2

/**
 * What is to be done about a part soon, and what threatens it.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @throws {DomainError} naming what a validated part cannot have wrong
 * @see Lodestock planning model, section 8
 *
 * @example
 * const plan = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
 * partActions(plan, plan.plan.parts.find((part) => part.partNumber === 'MG-N42UH-PD18')).runOutDate // => '2026-12-22'
 */
export function partActions(plan: PreparedPlan, part: Part): PartActions {
  const { planningDate } = plan
  const prepared = preparedPart(plan, part)
  const { inputs } = prepared
  const outlook = partOutlook(plan, part, { horizonWeeks: dueWeeks })
  const leadTime = leadTimeSeenToday(plan, prepared)
  const todayMedian = addDays(planningDate, dayTableQuantile(leadTime, 0.5))
  const runOut = expectedRunOut({
    planningDate,
    netStock: part.onHand - part.backordered,
    meanPerDay: inputs.demandRate.meanPerDay,
    forecast: inputs.forecast,
    receipts: outlook.openOrders.map(({ weighted, quantity }) => ({ date: civilDate(weighted.medianDate), quantity })),
    days: 7 * plan.plan.settings.horizonWeeks,
  })
  return {
    partId: part.id,
    orders: outlook.orders,
    runOutDate: runOut === null ? null : isoDate(runOut),
    todayMedianReceiptDate: isoDate(todayMedian),
    todayLateReceiptDate: isoDate(addDays(planningDate, dayTableQuantile(leadTime, 0.9))),
    isShortBeforeReceipt: runOut !== null && runOut <= todayMedian,
    changes: outlook.changes,
  }
}
