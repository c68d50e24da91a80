import type { CivilDate } from '../calendar/civil-date'
import { wholeTransitDays } from '../lead-time/base-lead-time'
import type { ControlCalendar } from '../policy-timeline/control-calendar'
import { departureTable } from '../policy-timeline/departure-table'
import { grantTable, type GrantTable } from '../policy-timeline/grant-table'
import { pendingGrantTable } from '../policy-timeline/pending-grant-table'
import { mixedDayTable, type DayTable } from '../probability/day-table'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { partCalendars } from './part-calendars'

/** The licence of an order already placed. */
export type OpenOrderLicence =
  /** No licence needed, or the promise already includes it: it is taken as it is. */
  | { readonly status: 'not-needed' | 'included' }
  | { readonly status: 'not-filed' | 'granted' }
  | { readonly status: 'filed'; readonly filedDate: CivilDate }

/** An order already placed, as the engine sees it. */
export type PlacedOrder = {
  /** Part units still to come. */
  readonly quantity: number
  readonly promisedDate: CivilDate
  readonly orderedDate: CivilDate | null
  readonly licence: OpenOrderLicence
}

/** When an open order is received, as a table of days from the planning date in each scenario, and weighted over all. */
export type OpenOrderReceipt = {
  /** One a scenario, in the order of the plan. */
  readonly scenarios: readonly DayTable[]
  readonly weighted: DayTable
}

/**
 * When an open order is received.
 *
 * Promised for `p` it is ready on `p − T`. An application that is filed and still pending has the remaining wait
 * `W | W > t0 − f`; one not filed is made on its application day, not before today. Nothing is received before tomorrow.
 *
 * @param frame the plan
 * @param part the part
 * @param order the order
 * @see Lodestock planning model, section 8; convention 23 of the reference cases
 */
export function openOrderReceipt(frame: PlanningFrame, part: PlanningPart, order: PlacedOrder): OpenOrderReceipt {
  const scenarios = frame.inputs.scenarios.map((_, index) => receiptDays(frame, part, order, partCalendars(frame, part.leadTime, index)))
  return { scenarios, weighted: mixedDayTable(scenarios.map((table, index) => ({ weight: frame.weights[index] ?? 0, table }))) }
}

function receiptDays(frame: PlanningFrame, part: PlanningPart, order: PlacedOrder, calendars: readonly ControlCalendar[]): DayTable {
  const { planningDate } = frame.inputs
  if (order.licence.status === 'included' || order.licence.status === 'not-needed') {
    return { firstDay: Math.max(1, order.promisedDate - planningDate), probabilities: Float64Array.of(1) }
  }
  const transitDays = wholeTransitDays(part.leadTime.baseLeadTime)
  const readyDay = order.promisedDate - transitDays
  const passages = calendars.map((calendar) => ({ calendar, grant: grantOf(calendar, order, { part, planningDate, readyDay }) }))
  return notBeforeTomorrow(departureTable(readyDay, passages), transitDays - planningDate)
}

function grantOf(
  calendar: ControlCalendar,
  order: PlacedOrder,
  on: { readonly part: PlanningPart; readonly planningDate: CivilDate; readonly readyDay: number },
): GrantTable {
  if (order.licence.status === 'granted') return { firstDay: on.readyDay, probabilities: Float64Array.of(1) }
  if (order.licence.status === 'filed') return pendingGrantTable(calendar, { filedDate: order.licence.filedDate, pendingDate: on.planningDate })
  const { applicationLag } = on.part.leadTime
  const from = applicationLag.after === 'order' && order.orderedDate !== null ? order.orderedDate : on.readyDay
  return grantTable(calendar, Math.max(on.planningDate, from + applicationLag.days))
}

/** A table of days shifted; what falls before day 1 is put on it. */
function notBeforeTomorrow(table: DayTable, shift: number): DayTable {
  const firstDay = table.firstDay + shift
  if (firstDay >= 1) return { firstDay, probabilities: table.probabilities }
  const late = Math.min(1 - firstDay, table.probabilities.length - 1)
  const probabilities = table.probabilities.slice(late)
  for (let index = 0; index < late; index++) probabilities[0]! += table.probabilities[index]!
  return { firstDay: 1, probabilities }
}
