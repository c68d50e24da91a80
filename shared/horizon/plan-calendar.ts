import { isoDate } from '../calendar/civil-date'
import type { Part } from '../plan/part-schema'
import type { PreparedPlan } from '../plan/plan-inputs'
import type { PartOutlook } from './part-outlook'

/** What a day in the calendar of a plan is about. */
export type CalendarEntryKind = 'order-due' | 'receipt' | 'licence-decision' | 'order-by' | 'policy'

/** One day in the calendar of a plan; the date is ISO. */
export type CalendarEntry = {
  /** Stable from run to run as long as it is the same thing, so that a calendar updates instead of doubling. */
  readonly id: string
  readonly date: string
  readonly kind: CalendarEntryKind
  /** In a line. */
  readonly title: string
  /** In sentences; may be empty. */
  readonly details: string
  /** Part it is about, or null for policy dates. */
  readonly partId: string | null
}

/**
 * The calendar of a plan: orders due, receipts expected, licence decisions expected, last days to order before a control
 * gets worse, and policy dates; in order of their days.
 *
 * @param plan the plan made ready
 * @param outlooks the outlooks of its parts
 * @param untilDate last day, ISO
 */
export function planCalendar(plan: PreparedPlan, outlooks: readonly PartOutlook[], untilDate: string): readonly CalendarEntry[] {
  const parts = new Map(plan.plan.parts.map((part) => [part.id, part]))
  const entries = outlooks.flatMap((outlook) => {
    const part = parts.get(outlook.partId)
    return part === undefined ? [] : partCalendarEntries(plan, { part, outlook, untilDate })
  })
  return [...entries, ...policyCalendarEntries(plan, untilDate)].toSorted(calendarOrder)
}

/** The order of entries in a calendar: by day, and within a day always the same. */
export function calendarOrder(a: CalendarEntry, b: CalendarEntry): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1
}

/**
 * What a part brings to the calendar of its plan, in no order.
 *
 * @param plan the plan made ready
 * @param of a part of it, its outlook, and the last day, ISO
 */
export function partCalendarEntries(plan: PreparedPlan, of: { readonly part: Part; readonly outlook: PartOutlook; readonly untilDate: string }): readonly CalendarEntry[] {
  return within(plan, partEntries(plan, of.part, of.outlook), of.untilDate)
}

/**
 * The policy dates of a plan's calendar, in no order.
 *
 * @param plan the plan made ready
 * @param untilDate last day, ISO
 */
export function policyCalendarEntries(plan: PreparedPlan, untilDate: string): readonly CalendarEntry[] {
  return within(plan, policyEntries(plan), untilDate)
}

function within({ planningDate }: PreparedPlan, entries: readonly CalendarEntry[], untilDate: string): readonly CalendarEntry[] {
  const fromDate = isoDate(planningDate)
  return entries.filter(({ date }) => date >= fromDate && date <= untilDate)
}

function partEntries(plan: PreparedPlan, part: Part, outlook: PartOutlook): readonly CalendarEntry[] {
  const { partNumber, unit, supplier } = part
  const { words } = plan
  const dates = (dated: { readonly medianReceiptDate: string; readonly lateReceiptDate: string }): string => `half of such orders by ${words.date(dated.medianReceiptDate)}, nine in ten by ${words.date(dated.lateReceiptDate)}`
  const from = supplier === '' ? '' : ` from ${supplier}`
  const entry = (kind: CalendarEntryKind, key: string, rest: Pick<CalendarEntry, 'date' | 'title' | 'details'>): CalendarEntry => ({
    id: `${kind}-${part.id}-${key}`, kind, partId: part.id, ...rest,
  })
  const found: CalendarEntry[] = []
  for (const order of outlook.orders) {
    const quantity = words.quantity(order.quantity, unit)
    const cost = order.cost === null ? '' : ` for ${words.money(order.cost, plan.plan.settings.currency)}`
    const missing = order.shortfall > 0 ? ` A cap on the quantity leaves ${words.quantity(Math.ceil(order.shortfall), unit)} missing.` : ''
    found.push(
      entry('order-due', order.orderDate, {
        date: order.orderDate,
        title: `Order ${quantity} of ${partNumber}`,
        details: `${quantity}${from}${cost}. Expected ${words.date(order.expectedReceiptDate)}; ${dates(order)}.${missing}`,
      }),
      entry('receipt', `order-${order.orderDate}`, {
        date: order.expectedReceiptDate,
        title: `Expect ${quantity} of ${partNumber}`,
        details: `To be ordered on ${words.date(order.orderDate)}${from}; ${dates(order)}.`,
      }),
    )
  }
  for (const order of outlook.openOrders) {
    const name = order.purchaseOrder === '' ? 'open order' : order.purchaseOrder
    const quantity = words.quantity(order.quantity, unit)
    found.push(
      entry('receipt', order.orderId, {
        date: order.weighted.medianDate,
        title: `Expect ${quantity} of ${partNumber} (${name})`,
        details: `Promised for ${words.date(order.promisedDate)}${from}; half by ${words.date(order.weighted.medianDate)}, nine in ten by ${words.date(order.weighted.lateDate)}. Licence: ${licenceWords[order.licenceStatus]}.`,
      }),
    )
    if (order.licenceDecisionDate !== null) {
      found.push(
        entry('licence-decision', order.orderId, {
          date: order.licenceDecisionDate,
          title: `Licence for ${quantity} of ${partNumber} (${name})`,
          details: `Granted by this day with a probability of one half, given that it is still pending.`,
        }),
      )
    }
  }
  for (const change of outlook.changes) {
    if (change.orderBy === null) continue
    found.push(
      entry('order-by', `${change.date}-${change.change}`, {
        date: change.orderBy,
        title: `Last day to order ${partNumber} before ${words.date(change.date)}`,
        details: `${change.title} on ${words.date(change.date)} (${changeWords[change.change]}, weight ${Math.round(100 * change.weight)} %). Ordered by this day, goods are out before it with a probability of 90 %.`,
      }),
    )
  }
  return found
}

const licenceWords = { 'not-needed': 'not needed', included: 'counted in by the promise', 'not-filed': 'not filed yet', filed: 'filed', granted: 'granted' } as const
const changeWords = { licence: 'a licence is demanded', halt: 'nothing leaves', 'longer-wait': 'licences take longer' } as const

function policyEntries(plan: PreparedPlan): readonly CalendarEntry[] {
  const scenarios = plan.plan.scenarios.filter((_, index) => (plan.frame.weights[index] ?? 0) > 0)
  const named = [
    ...plan.events.map((event) => ({ event, words: '' })),
    ...scenarios.flatMap((scenario) => scenario.events.map((event) => ({ event, words: ` (scenario ${plan.words.quoted(scenario.name)})` }))),
  ]
  return named.flatMap(({ event, words }): readonly CalendarEntry[] => {
    const base = { kind: 'policy' as const, partId: null, details: event.summary }
    return [
      ...(event.effectiveDate === null ? [] : [{ ...base, id: `policy-${event.id}`, date: event.effectiveDate, title: `${event.title}${words}` }]),
      ...(event.nominalEndDate === null ? [] : [{ ...base, id: `policy-end-${event.id}`, date: event.nominalEndDate, title: `Nominal end: ${event.title}${words}` }]),
    ]
  })
}
