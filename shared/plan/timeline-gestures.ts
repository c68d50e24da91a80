import { builtInEvents } from '../policy-timeline/built-in-events'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { PlanCommand, SimplePlanCommand } from './plan-command'
import type { PlanDocument } from './plan-document'

/** Where an event stands: on the common timeline, or in one scenario's branch. */
export type EventPlace = { readonly kind: 'common' } | { readonly kind: 'scenario'; readonly scenarioId: string }

/**
 * The command that puts an event with new contents in the place of one that is there.
 *
 * A built-in event of the common timeline is not overwritten: the user's own event supersedes it, under the new id
 * given. An event of the user's, or of a scenario, is changed as it is.
 *
 * @param plan the plan
 * @param of where the event stands, its id, its new contents (the id in them does not count), and an id for an event of the user's
 *
 * @example
 * const event = { ...builtInEvents[0], effectiveDate: '2025-04-05' }
 * eventChange(samplePlan(), { place: { kind: 'common' }, eventId: event.id, event, newEventId: 'e-bcdfgh' }).commands.map((each) => each.kind) // => ['add-events']
 */
export function eventChange(
  plan: PlanDocument,
  of: { readonly place: EventPlace; readonly eventId: string; readonly event: PolicyEvent; readonly newEventId: string },
): PlanCommand & { readonly kind: 'several' } {
  const { place, eventId, newEventId } = of
  const label = `Change "${of.event.title}"`.slice(0, 200)
  if (place.kind === 'scenario') {
    return { kind: 'several', label, commands: [scenarioEvents(plan, place.scenarioId, (events) => events.map((each) => (each.id === eventId ? { ...of.event, id: eventId } : each)))] }
  }
  if (plan.timeline.events.some((event) => event.id === eventId)) {
    const { id: _, ...fields } = of.event
    return { kind: 'several', label, commands: [{ kind: 'change-events', changes: [{ id: eventId, fields }] }] }
  }
  return { kind: 'several', label, commands: [{ kind: 'add-events', items: [{ ...of.event, id: newEventId, supersedesId: eventId }], places: null }] }
}

/**
 * The command that adds an event of the user's.
 *
 * @param plan the plan
 * @param of where it will stand, and the event with its new id
 *
 * @example
 * const event = { ...builtInEvents[0], id: 'e-bcdfgh' }
 * eventAddition(samplePlan(), { place: { kind: 'common' }, event }).kind // => 'add-events'
 */
export function eventAddition(plan: PlanDocument, of: { readonly place: EventPlace; readonly event: PolicyEvent }): SimplePlanCommand {
  if (of.place.kind === 'common') return { kind: 'add-events', items: [of.event], places: null }
  return scenarioEvents(plan, of.place.scenarioId, (events) => [...events, of.event])
}

/**
 * The command that takes an event off the timeline: the user's own is deleted, and a built-in one that it superseded
 * holds again; a built-in one is set aside and can be restored.
 *
 * @param plan the plan
 * @param of where the event stands, and its id
 *
 * @example
 * eventRemoval(samplePlan(), { place: { kind: 'common' }, eventId: 'announcement-57' }).kind // => 'set-aside-events'
 */
export function eventRemoval(plan: PlanDocument, of: { readonly place: EventPlace; readonly eventId: string }): SimplePlanCommand {
  if (of.place.kind === 'scenario') return scenarioEvents(plan, of.place.scenarioId, (events) => events.filter((event) => event.id !== of.eventId))
  if (plan.timeline.events.some((event) => event.id === of.eventId)) return { kind: 'delete-events', ids: [of.eventId] }
  return { kind: 'set-aside-events', ids: [of.eventId], places: null }
}

/**
 * The command that makes the common timeline what came with the product, or null when it is that already.
 *
 * Scenarios are reset on their own, by `scenarioReset`.
 *
 * @param plan the plan
 *
 * @example
 * timelineReset({ ...samplePlan(), timeline: { events: [], controls: [], setAsideEventIds: ['announcement-57'], verifiedDate: null } }).commands.map((each) => each.kind) // => ['restore-events']
 */
export function timelineReset(plan: Pick<PlanDocument, 'timeline'>): (PlanCommand & { readonly kind: 'several' }) | null {
  const { events, setAsideEventIds } = plan.timeline
  const known = new Set(builtInEvents.map((event) => event.id))
  const restorable = setAsideEventIds.filter((id) => known.has(id))
  const commands: SimplePlanCommand[] = []
  if (events.length > 0) commands.push({ kind: 'delete-events', ids: events.map((event) => event.id) })
  if (restorable.length > 0) commands.push({ kind: 'restore-events', ids: restorable })
  return commands.length === 0 ? null : { kind: 'several', label: 'Reset the timeline to the built-in facts', commands }
}

function scenarioEvents(plan: PlanDocument, scenarioId: string, changed: (events: readonly PolicyEvent[]) => readonly PolicyEvent[]): SimplePlanCommand {
  const events = plan.scenarios.find((scenario) => scenario.id === scenarioId)?.events ?? []
  return { kind: 'change-scenarios', changes: [{ id: scenarioId, fields: { events: [...changed(events)] } }] }
}
