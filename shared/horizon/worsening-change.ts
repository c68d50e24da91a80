import { isoDate, type CivilDate } from '../calendar/civil-date'
import type { CalendarStretch } from '../policy-timeline/control-calendar'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { PreparedPart, PreparedPlan } from '../plan/plan-inputs'
import { dayTableMean } from '../probability/day-table'
import { partCalendars } from './part-calendars'

/** A day on which a control that applies to a part gets worse, in the scenarios in which it does. */
export type WorseningChange = {
  readonly date: CivilDate
  readonly controlIds: readonly string[]
  /** What it comes to: a licence is demanded, nothing leaves, or licences take longer on average. */
  readonly change: 'licence' | 'halt' | 'longer-wait'
  /** Scenarios, by their places in the plan, in which it happens. */
  readonly scenarioIndexes: readonly number[]
  /** The events that begin or nominally end on that day and touch the control, in words. */
  readonly title: string
  readonly eventIds: readonly string[]
}

// A wait that is longer by less than this on average, in days, is the same wait.
const sameWaitDays = 0.5

/**
 * The days after the planning date on which a control that applies to a part gets worse, in any scenario of positive weight.
 *
 * Events of the common timeline and of scenarios count when they turn a control that applies to `licence` or `halt`
 * or lengthen its mean wait; so does the nominal end of an event after which the control demands more again. Read off the
 * controls' calendars, so that an event which another one holds back does not count.
 *
 * @param plan the plan made ready
 * @param prepared the part made ready
 */
export function worseningChanges(plan: PreparedPlan, prepared: PreparedPart): readonly WorseningChange[] {
  const { frame, planningDate } = plan
  const found = new Map<string, WorseningChange>()
  frame.weights.forEach((weight, scenarioIndex) => {
    if (weight === 0) return
    for (const { controlId, stretches } of partCalendars(frame, prepared.inputs.leadTime, scenarioIndex)) {
      for (let index = 1; index < stretches.length; index++) {
        const stretch = stretches[index] as CalendarStretch
        const change = worsening(stretches[index - 1] as CalendarStretch, stretch)
        if (change === null || stretch.fromDay <= planningDate) continue
        const date = stretch.fromDay as CivilDate
        const events = eventsOn(plan, scenarioIndex, { date, controlId })
        const title = events.length === 0 ? controlTitle(plan, controlId) : events.map(({ words }) => words).join('; ')
        const key = `${date}|${change}|${title}`
        const known = found.get(key)
        found.set(key, {
          date,
          change,
          title,
          controlIds: [...new Set([...(known?.controlIds ?? []), controlId])],
          scenarioIndexes: [...new Set([...(known?.scenarioIndexes ?? []), scenarioIndex])],
          eventIds: [...new Set([...(known?.eventIds ?? []), ...events.map(({ id }) => id)])],
        })
      }
    }
  })
  return [...found.values()].toSorted((a, b) => a.date - b.date || (a.title < b.title ? -1 : 1))
}

function worsening(before: CalendarStretch, after: CalendarStretch): WorseningChange['change'] | null {
  if (after.state === 'halt') return 'halt'
  if (after.state === 'none') return null
  if (before.state === 'none') return 'licence'
  if (before.wait === null || after.wait === null) return null
  return dayTableMean(after.wait) > dayTableMean(before.wait) + sameWaitDays ? 'longer-wait' : null
}

function controlTitle(plan: PreparedPlan, controlId: string): string {
  return plan.controls.find(({ id }) => id === controlId)?.title ?? controlId
}

function eventsOn(
  plan: PreparedPlan,
  scenarioIndex: number,
  on: { readonly date: CivilDate; readonly controlId: string },
): readonly { readonly id: string; readonly words: string }[] {
  const day = isoDate(on.date)
  const touches = (event: PolicyEvent): boolean => event.effects.some((effect) => effect.controlId === on.controlId)
  const own = plan.plan.scenarios[scenarioIndex]?.events ?? []
  const superseded = new Set(own.map((event) => event.supersedesId))
  return [...plan.events.filter((event) => !superseded.has(event.id)), ...own].filter(touches).flatMap((event) => [
    ...(event.effectiveDate === day ? [{ id: event.id, words: event.title }] : []),
    ...(event.nominalEndDate === day ? [{ id: event.id, words: `end of ${plan.words.quoted(event.title)}` }] : []),
  ])
}
