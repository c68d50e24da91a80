import { civilDate, type CivilDate } from '../calendar/civil-date'
import { commonEvents } from '../policy-timeline/compiled-phases'
import { builtInEvents } from '../policy-timeline/built-in-events'
import type { EventEffect, PolicyEvent } from '../policy-timeline/policy-event'
import type { PlanCommand, SimplePlanCommand } from './plan-command'
import type { PlanDocument } from './plan-document'

/** A pause that has reached its nominal end and of which nobody has verified what came after. */
export type OpenPause = {
  /** The event that ended. */
  readonly event: PolicyEvent
  /** Its nominal end, `YYYY-MM-DD`. */
  readonly endDate: string
  /** Controls that it suspended. */
  readonly controlIds: readonly string[]
}

/** What the user knows of the end of a pause. */
export type PauseAnswer =
  /** It goes on until a day, the first on which it no longer holds; null for no end. */
  | { readonly kind: 'extended'; readonly untilDate: string | null }
  /** It ended, and the suspended rules apply again from that day. */
  | { readonly kind: 'lapsed' }

/**
 * The pauses that have ended by a day without anybody having verified what holds since.
 *
 * @param plan the plan
 * @param planningDate the day
 *
 * @example
 * openPauses(samplePlan(), civilDate('2026-11-23')).map((pause) => pause.event.id) // => ['announcement-70']
 */
export function openPauses(plan: Pick<PlanDocument, 'timeline'>, planningDate: CivilDate): readonly OpenPause[] {
  const { events: own, setAsideEventIds } = plan.timeline
  const answered = new Set(own.flatMap((event) => (event.effectiveDate === null ? [] : event.effects.map((effect) => `${effect.controlId} ${event.effectiveDate}`))))
  return commonEvents({ builtIn: builtInEvents, own, setAsideIds: setAsideEventIds }).flatMap((event) => {
    const { nominalEndDate } = event
    if (event.stateAfterEnd !== 'unverified' || nominalEndDate === null || civilDate(nominalEndDate) > planningDate) return []
    const controlIds = event.effects.filter((effect) => effect.action === 'suspends').map((effect) => effect.controlId)
    const isAnswered = controlIds.every((id) => answered.has(`${id} ${nominalEndDate}`))
    return controlIds.length === 0 || isAnswered ? [] : [{ event, endDate: nominalEndDate, controlIds }]
  })
}

/**
 * The command that records what became of a pause, as an event of the user's on the common timeline.
 *
 * What the scenarios assumed about the same days is taken out of them, since it is known now; a scenario that stands
 * against the answer and has nothing else in it gets the weight 0, and the status quo becomes a scenario that agrees.
 *
 * @param plan the plan
 * @param of the pause, the answer, an id for the new event, what the user relies on, and the day they checked it
 *
 * @example
 * const pause = openPauses(samplePlan(), civilDate('2026-11-23'))[0]
 * const of = { pause, answer: { kind: 'lapsed' }, eventId: 'e-bcdfgh', note: 'Ministry notice', verifiedDate: '2026-11-24' }
 * pauseAnswered(samplePlan(), of).commands.map((command) => command.kind) // => ['add-events', 'change-scenarios', 'weigh-scenarios', 'change-settings']
 */
export function pauseAnswered(
  plan: PlanDocument,
  of: { readonly pause: OpenPause; readonly answer: PauseAnswer; readonly eventId: string; readonly note: string; readonly verifiedDate: string },
): PlanCommand & { readonly kind: 'several' } {
  const { pause, answer } = of
  const isExtended = answer.kind === 'extended'
  const action = isExtended ? 'suspends' : 'resumes'
  const title = isExtended ? 'The pause was extended' : 'The pause lapsed'
  const event: PolicyEvent = {
    id: of.eventId,
    title,
    kind: isExtended ? 'suspension' : 'control',
    announcedDate: pause.endDate,
    effectiveDate: pause.endDate,
    datePrecision: 'day',
    nominalEndDate: answer.kind === 'extended' ? answer.untilDate : null,
    stateAfterEnd: answer.kind === 'extended' && answer.untilDate !== null ? 'unverified' : 'as-before',
    effects: pause.controlIds.map((controlId) => ({ controlId, action })),
    summary: `What became of "${pause.event.title}" after ${pause.endDate}, as you recorded it.`,
    citations: [{ kind: 'user', note: of.note }],
    confidence: 'high',
    verifiedDate: of.verifiedDate,
    contradictionIds: [],
    supersedesId: null,
  }
  const scenarios = plan.scenarios.map((scenario) => {
    const assumed = scenario.events.filter((each) => isAboutPause(each, pause))
    const events = scenario.events.filter((each) => !assumed.includes(each))
    const isAgainst = assumed.some((each) => each.effects.some((effect) => isAbout(effect, pause) && effect.action !== action))
    return { scenario, events, isChanged: assumed.length > 0, isEmptied: isAgainst && events.length === 0, agrees: assumed.length > 0 && !isAgainst && events.length === 0 }
  })
  const changes = scenarios.filter(({ isChanged }) => isChanged).map(({ scenario, events }) => ({ id: scenario.id, fields: { events } }))
  const isLastWeight = !scenarios.some(({ scenario, isEmptied }) => !isEmptied && scenario.weight > 0)
  const weights = isLastWeight ? [] : scenarios.filter(({ scenario, isEmptied }) => isEmptied && scenario.weight > 0).map(({ scenario }) => ({ id: scenario.id, weight: 0 }))
  const statusQuo = scenarios.find(({ scenario }) => scenario.id === plan.settings.statusQuoScenarioId)
  const agreeing = scenarios.find(({ agrees }) => agrees)
  const commands: SimplePlanCommand[] = [{ kind: 'add-events', items: [event], places: null }]
  if (changes.length > 0) commands.push({ kind: 'change-scenarios', changes })
  if (weights.length > 0) commands.push({ kind: 'weigh-scenarios', weights })
  if (statusQuo?.isEmptied === true && agreeing !== undefined) {
    commands.push({ kind: 'change-settings', fields: { statusQuoScenarioId: agreeing.scenario.id } })
  }
  return { kind: 'several', label: `Record: ${title.toLowerCase()}`, commands }
}

function isAboutPause(event: PolicyEvent, pause: OpenPause): boolean {
  return event.effectiveDate === pause.endDate && event.effects.length > 0 && event.effects.every((effect) => isAbout(effect, pause))
}

function isAbout(effect: EventEffect, pause: OpenPause): boolean {
  return pause.controlIds.includes(effect.controlId) && (effect.action === 'suspends' || effect.action === 'resumes' || effect.action === 'lifts')
}
