import { addDays, civilDate, isoDate, type CivilDate } from '../calendar/civil-date'
import type { OpenOrder, Part } from '../plan/part-schema'
import { preparedPart, type PreparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { pendingGrantTable } from '../policy-timeline/pending-grant-table'
import { dayTableMean, dayTableQuantile, mixedDayTable, type DayTable } from '../probability/day-table'
import { buildUpOf } from './build-up'
import { openOrderReceipt, type PlacedOrder } from './open-order-receipt'
import { orderByDate, type OrderByDate } from './order-by-date'
import { partCalendars } from './part-calendars'
import { replenishmentPlan } from './replenishment-plan'
import { reviewDates } from './review-dates'
import { timePhasedLevels } from './time-phased-levels'
import { worseningChanges, type WorseningChange } from './worsening-change'

/** The levels of a part on one review date; dates ISO, quantities in part units, after caps. */
export type OutlookLevel = {
  readonly date: string
  /** Mean demand over the protection interval. */
  readonly meanDemand: number
  /** Before rounding. */
  readonly reorderPoint: number
  readonly safetyStock: number
  readonly orderUpToLevel: number
  readonly roundedReorderPoint: number
}

/** An order to place on a review date; dates ISO. */
export type OutlookOrder = {
  readonly orderDate: string
  /** Part units. */
  readonly quantity: number
  /** What a cap on the quantity leaves missing, part units. */
  readonly shortfall: number
  /** Quantity × unit cost, plan currency; null without a unit cost. */
  readonly cost: number | null
  /** Order date and mean lead time, rounded to a day. */
  readonly expectedReceiptDate: string
  readonly medianReceiptDate: string
  /** Received by then with a probability of nine in ten. */
  readonly lateReceiptDate: string
}

/** A day on which a control that applies gets worse, and until when to order; dates ISO. */
export type OutlookChange = {
  readonly date: string
  readonly change: WorseningChange['change']
  /** The events behind it, in words. */
  readonly title: string
  readonly eventIds: readonly string[]
  readonly controlIds: readonly string[]
  /** Sum of the weights of the scenarios in which it happens. */
  readonly weight: number
  /** Last day to order and be out before it with a probability of 0.9, all scenarios weighed; null: already too late. */
  readonly orderBy: string | null
  /** The same in each scenario in which it happens. */
  readonly scenarios: readonly { readonly scenarioId: string; readonly orderBy: string | null; readonly probability: number | null }[]
}

/** When an order is received, from a table; dates ISO. */
export type ReceiptDates = {
  /** Mean days from the planning date. */
  readonly meanDays: number
  readonly earlyDate: string
  readonly medianDate: string
  readonly lateDate: string
}

/** An open order, and when it may be expected. */
export type OutlookOpenOrder = {
  readonly orderId: string
  readonly purchaseOrder: string
  /** Part units. */
  readonly quantity: number
  readonly promisedDate: string
  readonly licenceStatus: OpenOrder['licence']['status']
  /** Day by which its pending licence is granted with a probability of one half; null where none is filed and pending. */
  readonly licenceDecisionDate: string | null
  /** All scenarios weighed; 5 %, 50 % and 90 % dates. */
  readonly weighted: ReceiptDates
  readonly scenarios: readonly (ReceiptDates & { readonly scenarioId: string })[]
}

/** What a part needs over the horizon. JSON-safe: dates are ISO texts, what is not known is null. */
export type PartOutlook = {
  readonly partId: string
  readonly levels: readonly OutlookLevel[]
  /** The first review date whose reorder point exceeds today's by more than 5 %, and by how much (part units). */
  readonly buildUp: { readonly date: string; readonly increase: number } | null
  readonly orders: readonly OutlookOrder[]
  readonly changes: readonly OutlookChange[]
  readonly openOrders: readonly OutlookOpenOrder[]
}

/**
 * What a part needs over the horizon: levels at every review, build-up, orders with their dates, order-by dates and
 * when open orders may be expected. Exact; nothing is sampled.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options weeks to look ahead; the plan's own where left out
 * @throws {DomainError} naming what a validated part cannot have wrong
 * @see Lodestock planning model, section 8
 */
export function partOutlook(plan: PreparedPlan, part: Part, options: { readonly horizonWeeks?: number } = {}): PartOutlook {
  const { frame, planningDate } = plan
  const prepared = preparedPart(plan, part)
  const { inputs } = prepared
  const horizonWeeks = options.horizonWeeks ?? plan.plan.settings.horizonWeeks
  const dates = reviewDates({ planningDate, horizonWeeks, reviewPeriodDays: inputs.reviewPeriodDays })
  const levels = timePhasedLevels(frame, inputs, dates)
  const buildUp = buildUpOf(levels)
  return {
    partId: part.id,
    levels: levels.map(({ date, meanDemand, reorderPoint, safetyStock, orderUpToLevel, roundedReorderPoint }) => ({
      date: isoDate(date), meanDemand, reorderPoint, safetyStock, orderUpToLevel, roundedReorderPoint,
    })),
    buildUp: buildUp === null ? null : { date: isoDate(buildUp.date), increase: buildUp.increase },
    orders: replenishmentPlan(frame, inputs, levels).map((order) => ({
      orderDate: isoDate(order.orderDate),
      quantity: order.quantity,
      shortfall: order.shortfall,
      cost: part.unitCost === null ? null : order.quantity * part.unitCost,
      expectedReceiptDate: isoDate(addDays(order.orderDate, Math.round(order.expectedDays))),
      medianReceiptDate: isoDate(order.medianReceiptDate),
      lateReceiptDate: isoDate(order.lateReceiptDate),
    })),
    changes: outlookChanges(plan, prepared),
    openOrders: part.openOrders.map((order) => openOrderOutlook(plan, prepared, order)),
  }
}

/**
 * The days on which controls that apply to a part get worse within the plan's horizon, with the last days to order before them.
 *
 * @param plan the plan made ready
 * @param prepared the part made ready
 */
export function outlookChanges(plan: PreparedPlan, prepared: PreparedPart): readonly OutlookChange[] {
  const { frame } = plan
  const lastDate = addDays(plan.planningDate, 7 * plan.plan.settings.horizonWeeks)
  return worseningChanges(plan, prepared)
    .filter(({ date }) => date <= lastDate)
    .map((change) => ({
      date: isoDate(change.date),
      change: change.change,
      title: change.title,
      eventIds: change.eventIds,
      controlIds: change.controlIds,
      weight: change.scenarioIndexes.reduce((sum, index) => sum + (frame.weights[index] ?? 0), 0),
      orderBy: dateOf(orderByDate(frame, prepared.inputs, { date: change.date, scenarioIndex: null })),
      scenarios: change.scenarioIndexes.map((scenarioIndex) => {
        const found = orderByDate(frame, prepared.inputs, { date: change.date, scenarioIndex })
        return { scenarioId: frame.inputs.scenarios[scenarioIndex]?.name ?? '', orderBy: dateOf(found), probability: found.probability }
      }),
    }))
}

/**
 * An open order of a plan as the engine sees it.
 *
 * @param order an open order of a part
 */
export function placedOrder(order: OpenOrder): PlacedOrder {
  const { licence } = order
  return {
    quantity: order.quantity,
    promisedDate: civilDate(order.promisedDate),
    orderedDate: order.orderedDate === null ? null : civilDate(order.orderedDate),
    licence: licence.status === 'filed' ? { status: 'filed', filedDate: civilDate(licence.filedDate) } : { status: licence.status },
  }
}

function dateOf({ date }: OrderByDate): string | null {
  return date === null ? null : isoDate(date)
}

/** The median day of the grant; under several controls of the last one. */
function licenceDecisionDate({ frame, planningDate }: PreparedPlan, { inputs }: PreparedPart, { licence }: OpenOrder): string | null {
  if (licence.status !== 'filed') return null
  const filedDate = civilDate(licence.filedDate)
  const byScenario = frame.inputs.scenarios.map((_, index) => partCalendars(frame, inputs.leadTime, index))
  const days = (byScenario[0] ?? []).map((_, control) => {
    const tables = byScenario.flatMap((calendars, index) => {
      const calendar = calendars[control]
      const table = calendar === undefined ? null : pendingGrantTable(calendar, { filedDate, pendingDate: planningDate })
      return table === null || table.probabilities.length === 0 ? [] : [{ weight: frame.weights[index] ?? 0, table }]
    })
    return tables.some(({ weight }) => weight > 0) ? dayTableQuantile(mixedDayTable(tables), 0.5) : null
  })
  const known = days.filter((day) => day !== null)
  return known.length === 0 ? null : isoDate(Math.max(...known) as CivilDate)
}

function openOrderOutlook(plan: PreparedPlan, prepared: PreparedPart, order: OpenOrder): OutlookOpenOrder {
  const { frame, planningDate } = plan
  const receipt = openOrderReceipt(frame, prepared.inputs, placedOrder(order))
  const datesOf = (table: DayTable): ReceiptDates => {
    const at = (probability: number): string => isoDate(addDays(planningDate, dayTableQuantile(table, probability)))
    return { meanDays: dayTableMean(table), earlyDate: at(0.05), medianDate: at(0.5), lateDate: at(0.9) }
  }
  return {
    orderId: order.id,
    purchaseOrder: order.purchaseOrder,
    quantity: order.quantity,
    promisedDate: order.promisedDate,
    licenceStatus: order.licence.status,
    licenceDecisionDate: licenceDecisionDate(plan, prepared, order),
    weighted: datesOf(receipt.weighted),
    scenarios: frame.inputs.scenarios.map(({ name }, index) => ({ scenarioId: name, ...datesOf(receipt.scenarios[index] as DayTable) })),
  }
}
