import { addDays, type CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { wholeTransitDays } from '../lead-time/base-lead-time'

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
  for (let date = addDays(event.date, -1); date >= planningDate; date = addDays(date, -1)) {
    const days = event.date - date
    // Goods that are not even ready cannot be out.
    if (probabilityBelow(base, days + transitDays) < sureEnough - tolerance && transitDays < base.firstDay) continue
    let probability = 0
    weights.forEach((weight, scenarioIndex) => {
      if (weight === 0) return
      probability += weight * probabilityBelow(frame.leadTimes.departureDays(part.leadTime, { orderDate: date, scenarioIndex }), days)
    })
    if (probability >= sureEnough - tolerance) return { date, probability }
  }
  return { date: null, probability: null }
}

function probabilityBelow(table: DayTable, days: number): number {
  let sum = 0
  const end = Math.min(days - table.firstDay, table.probabilities.length)
  for (let index = 0; index < end; index++) sum += table.probabilities[index]!
  return sum
}
