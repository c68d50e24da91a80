import { civilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import type { ControlPhase } from './control-phase'
import type { LicenceWait } from './licence-wait'
import type { EffectWait, EventEffect, PolicyEvent } from './policy-event'

/** The licence wait a plan has chosen for controls that bring none of their own. */
export type PlanLicenceWait = { readonly wait: LicenceWait; readonly refusalRate: number }

/**
 * The common events of a plan: the built-in ones, without those the user superseded or set aside, and the user's own.
 *
 * @param of built-in events, the user's events, and ids of built-in events set aside without a replacement
 */
export function commonEvents(of: {
  readonly builtIn: readonly PolicyEvent[]
  readonly own: readonly PolicyEvent[]
  readonly setAsideIds: readonly string[]
}): readonly PolicyEvent[] {
  const gone = new Set([...of.setAsideIds, ...supersededIds(of.own)])
  return [...of.builtIn.filter((event) => !gone.has(event.id)), ...of.own]
}

/**
 * The phases of every control, compiled from events: for each control, in the order in which the later wins.
 *
 * What was announced later wins where two events overlap (an event without an
 * announcement counts as announced when it takes effect), so that a suspension
 * announced on 7 November also holds back a rule announced in October for the
 * 8th. A scenario's own events come after all common ones, and may supersede
 * them. After a nominal end holds what held before.
 *
 * @param of ids of all controls, the common events, the scenario's events, and the plan's licence wait
 * @throws {DomainError} naming `controlId` of an effect on a control that is not there, or `effectiveDate` of an event with effects and no date
 * @see Lodestock planning model, section 3
 */
export function compiledPhases(of: {
  readonly controlIds: readonly string[]
  readonly common: readonly PolicyEvent[]
  readonly scenario: readonly PolicyEvent[]
  readonly planWait: PlanLicenceWait
}): ReadonlyMap<string, readonly ControlPhase[]> {
  const gone = new Set(supersededIds(of.scenario))
  const events = [...inOrderOfAnnouncement(of.common.filter((event) => !gone.has(event.id))), ...inOrderOfAnnouncement(of.scenario)]
  const phases = new Map<string, ControlPhase[]>(of.controlIds.map((id) => [id, []]))
  const lastDemand = new Map<string, EventEffect & { readonly action: 'introduces' | 'revises' }>()
  for (const event of events) {
    for (const effect of event.effects) {
      const known = phases.get(effect.controlId)
      if (known === undefined) throw new DomainError('controlId', effect.controlId, 'a control of the timeline')
      if (effect.action === 'introduces' || effect.action === 'revises') lastDemand.set(effect.controlId, effect)
      known.push(phaseOf(event, effect, lastDemand.get(effect.controlId), of.planWait))
    }
  }
  return phases
}

function supersededIds(events: readonly PolicyEvent[]): readonly string[] {
  return events.flatMap((event) => (event.supersedesId === null ? [] : [event.supersedesId]))
}

function inOrderOfAnnouncement(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  return events.toSorted((a, b) => {
    const keys = [`${knownFrom(a)} ${a.effectiveDate ?? ''}`, `${knownFrom(b)} ${b.effectiveDate ?? ''}`] as const
    return keys[0] < keys[1] ? -1 : keys[0] > keys[1] ? 1 : 0
  })
}

function knownFrom(event: PolicyEvent): string {
  return event.announcedDate ?? event.effectiveDate ?? ''
}

function phaseOf(
  event: PolicyEvent,
  effect: EventEffect,
  lastDemand: (EventEffect & { readonly action: 'introduces' | 'revises' }) | undefined,
  planWait: PlanLicenceWait,
): ControlPhase {
  if (event.effectiveDate === null) throw new DomainError('effectiveDate', null, `a date, for ${event.title}`)
  const dates = {
    fromDate: civilDate(event.effectiveDate),
    untilDate: event.nominalEndDate === null ? null : civilDate(event.nominalEndDate),
  }
  switch (effect.action) {
    case 'suspends':
    case 'lifts':
      return { ...dates, state: 'none' }
    case 'resumes':
      // A control that was never introduced has nothing to resume.
      return lastDemand === undefined ? { ...dates, state: 'none' } : demanded(dates, lastDemand, planWait)
    case 'introduces':
    case 'revises':
      return demanded(dates, effect, planWait)
  }
}

function demanded(
  dates: Pick<ControlPhase, 'fromDate' | 'untilDate'>,
  effect: EventEffect & { readonly action: 'introduces' | 'revises' },
  planWait: PlanLicenceWait,
): ControlPhase {
  if (effect.state === 'halt') return { ...dates, state: 'halt' }
  const { wait, refusalRate } = waitOfEffect(effect.wait, planWait)
  return { ...dates, state: 'licence', wait, refusalRate }
}

function waitOfEffect(wait: EffectWait, planWait: PlanLicenceWait): PlanLicenceWait {
  return wait.kind === 'plan' ? planWait : { wait: wait.wait, refusalRate: wait.refusalRate }
}
