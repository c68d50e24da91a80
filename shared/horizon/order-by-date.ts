import { addDays, type CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { wholeTransitDays } from '../lead-time/base-lead-time'
import type { LeadTimeProfile } from '../lead-time/lead-time-book'
import { departureTable } from '../policy-timeline/departure-table'
import { grantTable } from '../policy-timeline/grant-table'
import { partCalendars } from './part-calendars'

/** The last day to order and still be out before an event. */
export type OrderByDate = {
  /** Null: already too late today. */
  readonly date: CivilDate | null
  /** Probability that goods ordered on that date have left before the event; null where there is no such date. */
  readonly probability: number | null
}

/** The probability with which goods must be out. */
const sureEnough = 0.9
// Probabilities that add up to exactly 0.9 may miss it by roundings.
const tolerance = 1e-12

/**
 * The last order date from which goods are out before a day with a probability of at least 0.9.
 *
 *     max { t : P(E < y) ≥ 0.9,  t0 ≤ t < y }
 *
 * @param frame the plan
 * @param part the part
 * @param event its day `y`, and the scenario to look at, or null for all by their weights
 * @see Lodestock planning model, section 8
 */
export function orderByDate(
  frame: PlanningFrame,
  part: PlanningPart,
  event: { readonly date: CivilDate; readonly scenarioIndex: number | null },
): OrderByDate {
  const { planningDate } = frame.inputs
  const weights = frame.weights.map((weight, index) => (event.scenarioIndex === null ? weight : Number(index === event.scenarioIndex)))
  const base = frame.leadTimes.baseTable(part.leadTime.baseLeadTime)
  const transitDays = wholeTransitDays(part.leadTime.baseLeadTime)
  const outOnTime = departuresBefore(frame, part.leadTime, { weights, eventDay: event.date })
  const isLaggingOrder = part.leadTime.applicationLag.after === 'order'

  function outFromOrder(orderDate: CivilDate, days: number): number {
    return weights.reduce(
      (sum, weight, scenarioIndex) =>
        weight === 0 ? sum : sum + weight * probabilityBelow(frame.leadTimes.departureDays(part.leadTime, { orderDate, scenarioIndex }), days),
      0,
    )
  }

  // Where applications follow the goods, departure depends on the day they are ready alone, which parts share.
  function outFromReady(orderDate: CivilDate): number {
    let sum = 0
    for (let index = 0; index < base.probabilities.length; index++) {
      const readyDay = orderDate + Math.max(0, base.firstDay + index - transitDays)
      if (readyDay >= event.date) break
      sum += base.probabilities[index]! * outOnTime(readyDay)
    }
    return sum
  }

  for (let date = addDays(event.date, -1); date >= planningDate; date = addDays(date, -1)) {
    const days = event.date - date
    // Goods that are not even ready cannot be out.
    if (probabilityBelow(base, days + transitDays) < sureEnough - tolerance && transitDays < base.firstDay) continue
    const probability = isLaggingOrder ? outFromOrder(date, days) : outFromReady(date)
    if (probability >= sureEnough - tolerance) return { date, probability }
  }
  return { date: null, probability: null }
}

const known = new WeakMap<PlanningFrame, Map<string, (readyDay: number) => number>>()

/** The probability that goods ready on a day, not before the planning date, have left before an event; kept for all parts that move alike. */
function departuresBefore(
  frame: PlanningFrame,
  profile: LeadTimeProfile,
  of: { readonly weights: readonly number[]; readonly eventDay: number },
): (readyDay: number) => number {
  const kept = known.get(frame) ?? new Map<string, (readyDay: number) => number>()
  known.set(frame, kept)
  const key = `${of.weights.join(' ')}|${of.eventDay}|${profile.licenceRoute}|${profile.applicationLag.days}|${profile.controlIds.join('|')}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const scenarios = of.weights.flatMap((weight, index) => (weight === 0 ? [] : [{ weight, calendars: partCalendars(frame, profile, index) }]))
  const byReadyDay: number[] = []
  const made = (readyDay: number): number =>
    (byReadyDay[readyDay - frame.inputs.planningDate] ??= scenarios.reduce((sum, { weight, calendars }) => {
      const passages = calendars.map((calendar) => ({ calendar, grant: grantTable(calendar, readyDay + profile.applicationLag.days) }))
      return sum + weight * probabilityBelow(departureTable(readyDay, passages), of.eventDay)
    }, 0))
  kept.set(key, made)
  return made
}

function probabilityBelow(table: DayTable, days: number): number {
  let sum = 0
  const end = Math.min(days - table.firstDay, table.probabilities.length)
  for (let index = 0; index < end; index++) sum += table.probabilities[index]!
  return sum
}
