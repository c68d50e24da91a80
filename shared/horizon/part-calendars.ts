import { DomainError } from '../domain-error'
import { controlCalendar, type ControlCalendar } from '../policy-timeline/control-calendar'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { LeadTimeProfile } from '../lead-time/lead-time-book'

// Calendars hold waits, which are slow to make and the same for all parts of a plan.
const known = new WeakMap<PlanningFrame, Map<string, ControlCalendar>>()

/**
 * The states over all days of every control that applies to a part, in one scenario; none for an exempt part.
 *
 * @param frame the plan
 * @param profile what the part's lead time depends on
 * @param scenarioIndex place of the scenario in the plan
 * @throws {DomainError} naming `controlIds` of a control that the plan does not have
 */
export function partCalendars(frame: PlanningFrame, profile: LeadTimeProfile, scenarioIndex: number): readonly ControlCalendar[] {
  if (profile.licenceRoute === 'exempt') return []
  const { planningDate, openHaltDays, generalLicenceWait, scenarios } = frame.inputs
  const kept = known.get(frame) ?? new Map<string, ControlCalendar>()
  known.set(frame, kept)
  return profile.controlIds.map((controlId) => {
    const key = `${scenarioIndex}|${profile.licenceRoute}|${controlId}`
    const found = kept.get(key)
    if (found !== undefined) return found
    const phases = scenarios[scenarioIndex]?.phases.get(controlId)
    if (phases === undefined) throw new DomainError('controlIds', controlId, 'controls of the plan')
    const calendar = controlCalendar({
      controlId,
      phases,
      planningDate,
      openHaltDays,
      generalLicenceWait: profile.licenceRoute === 'general' ? generalLicenceWait : null,
    })
    kept.set(key, calendar)
    return calendar
  })
}
