import { addDays, type CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { wholeTransitDays } from '../lead-time/base-lead-time'
import type { LeadTimeProfile } from '../lead-time/lead-time-book'
import { departureChance } from '../policy-timeline/departure-chance'
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
  const { applicationLag } = part.leadTime
  const ways = waysBefore(frame, part.leadTime, { weights, eventDay: event.date })

  for (let date = addDays(event.date, -1); date >= planningDate; date = addDays(date, -1)) {
    const days = event.date - date
    // Goods that are not even ready cannot be out.
    if (probabilityBelow(base, days + transitDays) < sureEnough - tolerance && transitDays < base.firstDay) continue
    const outWhenReady = applicationLag.after === 'order' ? ways.outOfApplication(date + applicationLag.days) : ways.outWhenReady
    let probability = 0
    for (let index = 0; index < base.probabilities.length; index++) {
      const readyDay = date + Math.max(0, base.firstDay + index - transitDays)
      if (readyDay >= event.date) break
      probability += base.probabilities[index]! * outWhenReady(readyDay)
    }
    if (probability >= sureEnough - tolerance) return { date, probability }
  }
  return { date: null, probability: null }
}

/** Probabilities that goods have left before an event, by the day they are ready, not before the planning date. */
type WaysBefore = {
  /** Where licences are applied for some days after the goods are ready. */
  readonly outWhenReady: (readyDay: number) => number
  /** Where licences are applied for on a day. */
  readonly outOfApplication: (applicationDay: number) => (readyDay: number) => number
}

const known = new WeakMap<PlanningFrame, Map<string, WaysBefore>>()

/** The ways out before an event, kept for all parts that move alike. */
function waysBefore(frame: PlanningFrame, profile: LeadTimeProfile, of: { readonly weights: readonly number[]; readonly eventDay: number }): WaysBefore {
  const kept = known.get(frame) ?? new Map<string, WaysBefore>()
  known.set(frame, kept)
  const key = `${of.weights.join(' ')}|${of.eventDay}|${profile.licenceRoute}|${profile.applicationLag.days}|${profile.controlIds.join('|')}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const scenarios = of.weights.flatMap((weight, index) => {
    if (weight === 0) return []
    const calendars = partCalendars(frame, profile, index)
    return [{ weight, calendars, chance: departureChance(calendars, { beforeDay: of.eventDay, firstReadyDay: frame.inputs.planningDate }) }]
  })
  const outOfApplication: WaysBefore['outOfApplication'] = (applicationDay) => {
    const ways = scenarios.map(({ weight, calendars, chance }) => ({ weight, chance, grants: calendars.map((calendar) => grantTable(calendar, applicationDay)), byStretch: [] as number[] }))
    return (readyDay) =>
      ways.reduce((sum, { weight, chance, grants, byStretch }) => {
        const stretch = chance.stretchOf(readyDay)
        return stretch < 0 ? sum : sum + weight * (byStretch[stretch] ??= chance.chance(stretch, grants))
      }, 0)
  }
  const byReadyDay: number[] = []
  const byApplicationDay: ((readyDay: number) => number)[] = []
  const made: WaysBefore = {
    outWhenReady: (readyDay) => (byReadyDay[readyDay - frame.inputs.planningDate] ??= outOfApplication(readyDay + profile.applicationLag.days)(readyDay)),
    outOfApplication: (applicationDay) => (byApplicationDay[applicationDay - frame.inputs.planningDate] ??= outOfApplication(applicationDay)),
  }
  kept.set(key, made)
  return made
}

function probabilityBelow(table: DayTable, days: number): number {
  let sum = 0
  const end = Math.min(days - table.firstDay, table.probabilities.length)
  for (let index = 0; index < end; index++) sum += table.probabilities[index]!
  return sum
}
