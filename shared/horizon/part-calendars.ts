import { DomainError } from '../domain-error'
import { controlCalendar, type ControlCalendar } from '../policy-timeline/control-calendar'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { LeadTimeProfile } from '../lead-time/lead-time-book'

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
  return profile.controlIds.map((controlId) => {
    const phases = scenarios[scenarioIndex]?.phases.get(controlId)
    if (phases === undefined) throw new DomainError('controlIds', controlId, 'controls of the plan')
    return controlCalendar({
      controlId,
      phases,
      planningDate,
      openHaltDays,
      generalLicenceWait: profile.licenceRoute === 'general' ? generalLicenceWait : null,
    })
  })
}
