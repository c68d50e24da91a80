import { dateOfDay, dayNumber } from './literal-days'
import { meanDemand } from './literal-demand'
import { departures, grantedAlready, grantsOfApplication, grantsOfPending, type Grants, type Timeline } from './literal-departure'
import { mixture, orderTables } from './literal-lead-time'
import { largestOrder, recommendationOn, roundedUp, scenarioLeadTimes, seenByAttitude, type Reading, type Recommendation } from './literal-recommendation'
import { tableMean, tableQuantile, type DayTable } from './literal-tables'
import type { CaseAsk, CaseOpenOrder, CaseValue } from './reference-case'

/** The order a position asks for: nothing at or above the reorder point, else whole lots (or steps), cut by the cap. */
export function orderOn(reading: Reading, position: number, reorderPoint: number): { quantity: number; shortfall: number } {
  if (position >= reorderPoint - 1e-6 * reading.step) return { quantity: 0, shortfall: 0 }
  const needed = Math.max(reorderPoint - position, reading.moq)
  const wanted = roundedUp(needed, reading.lot > 0 ? reading.lot : reading.step)
  const largest = largestOrder(reading)
  if (wanted <= largest) return { quantity: wanted, shortfall: 0 }
  return { quantity: largest, shortfall: Math.max(0, needed - largest) }
}

/** Every review date, both ends included. */
function reviewDays({ plan, today, reviewDays: every }: Reading): number[] {
  const days: number[] = []
  for (let day = today; day <= today + 7 * plan.horizonWeeks; day += every) days.push(day)
  return days
}

/** Section 6 at every review date to the horizon. */
export function recommendations(reading: Reading): Recommendation[] {
  return reviewDays(reading).map((day) => recommendationOn(reading, day))
}

/** Levels at every review date, after caps, before rounding. */
export function timePhasedLevels(reading: Reading, all: readonly Recommendation[]): CaseValue {
  return {
    dates: reviewDays(reading).map(dateOfDay),
    mean: all.map((one) => one.meanDemand),
    reorderPoint: all.map((one) => one.reorderPoint),
    safetyStock: all.map((one) => one.safetyStock),
    orderUpTo: all.map((one) => one.orderUpTo),
  }
}

/** First review date whose reorder point exceeds today's by more than 5 %, and by how much. */
export function buildUpOf(reading: Reading, all: readonly Recommendation[]): CaseValue {
  const first = all[0]?.reorderPoint ?? 0
  const days = reviewDays(reading)
  for (const [i, { reorderPoint }] of all.entries()) {
    if (reorderPoint > 1.05 * first) return { date: dateOfDay(days[i] ?? 0), increase: reorderPoint - first }
  }
  return null
}

/** Steps through the reviews with expected demand and orders what section 6 asks for. */
export function replenishmentPlan(reading: Reading, all: readonly Recommendation[], positionToday: number): CaseValue {
  const orders: CaseValue[] = []
  let position = positionToday
  for (const [i, day] of reviewDays(reading).entries()) {
    const { reorderPoint = 0, setBy = 0 } = all[i] ?? {}
    const { quantity } = orderOn(reading, position, roundedUp(reorderPoint, reading.step))
    if (quantity > 0) {
      const leadTime = seenByAttitude(reading, scenarioLeadTimes(reading, day), mixture)[setBy] ?? []
      orders.push({
        order: dateOfDay(day),
        quantity,
        expectedDays: tableMean(leadTime),
        p50: dateOfDay(day + tableQuantile(leadTime, 0.5)),
        p90: dateOfDay(day + tableQuantile(leadTime, 0.9)),
      })
    }
    position += quantity - meanDemand(reading.usage, day, reading.reviewDays)
  }
  return orders
}

/** Last order date from which goods are out before a day with probability 0.9. */
export function orderByDates(reading: Reading, asked: NonNullable<CaseAsk['orderBy']>): CaseValue {
  return asked.map(({ day, scenario = null }) => {
    const eventDay = dayNumber(day)
    for (let orderDay = eventDay - 1; orderDay >= reading.today; orderDay--) {
      let probability = 0
      for (const one of reading.scenarios) {
        const weight = scenario === null ? one.weight : Number(one.name === scenario)
        if (weight === 0) continue
        const { departureDays } = orderTables(one.controls, reading.lag, reading.base, orderDay)
        departureDays.forEach((p, gone) => {
          if (orderDay + gone < eventDay) probability += weight * p
        })
      }
      if (probability >= 0.9 - 1e-12) return { day, scenario, orderBy: dateOfDay(orderDay), probability }
    }
    return { day, scenario, orderBy: null, probability: null }
  })
}

/** When each open order is received, by scenario and weighted. */
export function openOrderReceipts(reading: Reading, openOrders: readonly CaseOpenOrder[]): CaseValue {
  return openOrders.map((order) => {
    const tables = reading.scenarios.map(({ controls }) => receiptDays(reading, controls, order))
    const weighted = mixture(tables.map((table, i) => ({ weight: reading.scenarios[i]?.weight ?? 0, table })))
    const scenarios = Object.fromEntries(tables.map((table, i) => [reading.scenarios[i]?.name ?? '', described(reading, table)]))
    return { promised: order.promised, scenarios, weighted: described(reading, weighted) }
  })
}

function described({ today }: Reading, table: DayTable): CaseValue {
  const quantiles = [0.05, 0.5, 0.9].map((level) => [String(level), dateOfDay(today + tableQuantile(table, level))])
  return { meanDays: tableMean(table), quantiles: Object.fromEntries(quantiles) }
}

/** Days from today to receipt; nothing is received before tomorrow. */
function receiptDays(reading: Reading, controls: readonly Timeline[], order: CaseOpenOrder): DayTable {
  const { today } = reading
  const promised = dayNumber(order.promised)
  const table: number[] = []
  const receive = (day: number, p: number): void => {
    const days = Math.max(1, day - today)
    table[days] = (table[days] ?? 0) + p
  }
  if (order.licence.status === 'included' || order.licence.status === 'not-needed') {
    receive(promised, 1)
  } else {
    const { transitDays } = reading.base
    const readyDay = promised - transitDays
    const grants = openOrderGrants(reading, controls, order, readyDay)
    for (const [day, p] of departures(controls, grants, readyDay)) receive(day + transitDays, p)
  }
  return Array.from(table, (p) => p ?? 0)
}

function openOrderGrants(reading: Reading, controls: readonly Timeline[], order: CaseOpenOrder, readyDay: number): Grants[] {
  const { today, lag } = reading
  if (order.licence.status === 'granted') return grantedAlready(controls, readyDay)
  const { filed } = order.licence
  if (order.licence.status === 'filed' && filed !== undefined) {
    return controls.map((timeline) => grantsOfPending(timeline, dayNumber(filed), today))
  }
  const from = lag.after === 'order' && order.ordered != null ? dayNumber(order.ordered) : readyDay
  return controls.map((timeline) => grantsOfApplication(timeline, Math.max(today, from + lag.days)))
}
