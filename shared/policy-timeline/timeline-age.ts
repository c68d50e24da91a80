import { civilDate, isoDate, type CivilDate } from '../calendar/civil-date'
import { builtInEvents } from './built-in-events'
import type { PolicyEvent } from './policy-event'

/** Day to which the built-in policy facts reach: nothing later was found. */
export const policyFactsAsOfDate = '2026-06-30'

/** How old the built-in policy facts are on a day, and which of them have run out unverified. */
export type TimelineAge = {
  /** Day the facts reach to, `YYYY-MM-DD`. */
  readonly asOfDate: string
  /** Days from then to the planning date; negative for a planning date before it. */
  readonly ageDays: number
  /** Events that have reached their nominal end and of which nobody has verified what came after, earliest end first. */
  readonly openEnds: readonly PolicyEvent[]
  /** The same in a sentence or two. */
  readonly sentence: string
}

/**
 * How old the built-in policy facts are on a planning date, and which events ended without anybody having verified what holds since.
 *
 * @param planningDate day the plan starts from
 * @param events the timeline in use; pass it when a user's events supersede built-in ones
 *
 * @example
 * timelineAge(civilDate('2026-11-23')).ageDays // => 146
 */
export function timelineAge(planningDate: CivilDate, events: readonly PolicyEvent[] = builtInEvents): TimelineAge {
  const ageDays = planningDate - civilDate(policyFactsAsOfDate)
  const openEnds = events
    .filter((event) => event.stateAfterEnd === 'unverified' && hasEndedBy(event, planningDate))
    .sort((first, second) => ((first.nominalEndDate ?? '') < (second.nominalEndDate ?? '') ? -1 : 1))
  return { asOfDate: policyFactsAsOfDate, ageDays, openEnds, sentence: ageSentence({ ageDays, openEnds, planningDate }) }
}

function hasEndedBy(event: PolicyEvent, date: CivilDate): boolean {
  return event.nominalEndDate !== null && civilDate(event.nominalEndDate) <= date
}

function ageSentence(age: {
  readonly ageDays: number
  readonly openEnds: readonly PolicyEvent[]
  readonly planningDate: CivilDate
}): string {
  const days = Math.abs(age.ageDays)
  const span = `${days} ${days === 1 ? 'day' : 'days'} ${age.ageDays < 0 ? 'after' : 'before'}`
  const reach = `The policy facts reach to ${policyFactsAsOfDate}, ${span} the planning date ${isoDate(age.planningDate)}.`
  if (age.openEnds.length === 0) return reach
  const ends = age.openEnds.map((event) => `${event.title} (${event.nominalEndDate})`).join('; ')
  return `${reach} Ended by then, and what holds since is not verified: ${ends}.`
}
