import { failed, succeeded, type Result } from '../result'
import { fieldsLike, listWithAdded, listWithChanges, listWithout } from './list-change'
import { productIds } from './plan-check'
import {
  listItemSchemas,
  planCommandSchema,
  type PlanCommand,
  type PlanListName,
  type SectionChange,
  type SimplePlanCommand,
} from './plan-command'
import { idProblem, shapeProblem, type PlanCommandProblem } from './plan-command-problem'
import type { PlanDocument } from './plan-document'
import { structureFindings } from './structure-problems'

/** A plan after a command, and the command that takes it back. */
export type PlanAfterCommand = {
  /** The plan that results; sections the command does not touch are the same objects as before. */
  readonly plan: PlanDocument
  /** Applied to that plan it gives a plan equal to the one before. */
  readonly inverse: PlanCommand
}

type Outcome = Result<PlanAfterCommand, PlanCommandProblem>
type Entry = { readonly id: string }

/**
 * The plan after a command, with the command that undoes it, or the reason why it cannot be applied.
 *
 * The shape of everything new is checked, and every id must exist or be free. Whether the fields of the plan
 * then agree with one another is for `planProblems`: a planner may delete a scenario first and choose another
 * status quo after. Nothing is applied in part.
 *
 * @param plan a plan of the right shape
 * @param command what to do; anything that is no command is refused
 *
 * @example
 * const result = planAfterCommand(samplePlan(), { kind: 'set-title', title: 'Magnets 2028' })
 * result.value.inverse // => { kind: 'set-title', title: 'Sample: magnets for 2027' }
 */
export function planAfterCommand(plan: PlanDocument, command: PlanCommand): Outcome {
  const parsed = checkedPlanCommand(command)
  return parsed.ok ? planAfterCheckedCommand(plan, parsed.value) : parsed
}

/**
 * A command as far as this program knows it, or what is wrong with its shape.
 *
 * @param command anything: a message, a row of a journal
 *
 * @example
 * checkedPlanCommand({ kind: 'set-title', title: '' }).problem.kind // => 'wrong-shape'
 */
export function checkedPlanCommand(command: unknown): Result<PlanCommand, PlanCommandProblem> {
  const parsed = planCommandSchema.safeParse(command)
  return parsed.success ? succeeded(parsed.data) : failed(shapeProblem(structureFindings(command, parsed.error.issues)))
}

/**
 * The same for a command of which the shape has been checked, such as the inverse of one that was applied.
 *
 * @param plan a plan of the right shape
 * @param command a command that `planCommandSchema` has let pass, or an inverse
 */
export function planAfterCheckedCommand(plan: PlanDocument, command: PlanCommand): Outcome {
  if (command.kind !== 'several') return planAfterSimple(plan, command)
  let after = plan
  const inverses: SimplePlanCommand[] = []
  for (const each of command.commands) {
    const result = planAfterSimple(after, each)
    if (!result.ok) return result
    after = result.value.plan
    inverses.unshift(result.value.inverse as SimplePlanCommand)
  }
  return succeeded({ plan: after, inverse: { kind: 'several', label: command.label, commands: inverses } })
}

function planAfterSimple(plan: PlanDocument, command: SimplePlanCommand): Outcome {
  switch (command.kind) {
    case 'set-title':
      return succeeded({ plan: { ...plan, title: command.title }, inverse: { kind: 'set-title', title: plan.title } })
    case 'change-settings':
      return succeeded({
        plan: { ...plan, settings: { ...plan.settings, ...command.fields } },
        inverse: { kind: 'change-settings', fields: fieldsLike(plan.settings, command.fields) },
      })
    case 'add-parts':
    case 'add-assemblies':
    case 'add-events':
    case 'add-controls':
    case 'add-scenarios':
      return added(plan, listNameOf(command.kind), command)
    case 'change-parts':
    case 'change-assemblies':
    case 'change-events':
    case 'change-controls':
    case 'change-scenarios':
      return changed(plan, listNameOf(command.kind), command)
    case 'delete-parts':
    case 'delete-assemblies':
    case 'delete-events':
    case 'delete-controls':
    case 'delete-scenarios':
      return deleted(plan, listNameOf(command.kind), command.ids)
    case 'duplicate-parts':
      return duplicated(plan, command.copies)
    case 'set-aside-events':
      return eventsSetAside(plan, command)
    case 'restore-events':
      return eventsRestored(plan, command.ids)
    case 'verify-timeline':
      return succeeded({
        plan: { ...plan, timeline: { ...plan.timeline, verifiedDate: command.date } },
        inverse: { kind: 'verify-timeline', date: plan.timeline.verifiedDate },
      })
    case 'weigh-scenarios':
      return changed(plan, 'scenarios', { changes: command.weights.map(({ id, weight }) => ({ id, fields: { weight } })) })
    case 'reset-scenarios':
      return sectionsReplaced(plan, { scenarios: [...command.scenarios] })
    case 'replace-sections':
      return sectionsReplaced(plan, command.sections)
  }
}

function added(plan: PlanDocument, list: PlanListName, of: { readonly items: readonly Entry[]; readonly places: readonly number[] | null }): Outcome {
  const takenElsewhere = list === 'events' || list === 'controls' ? productIds[list] : undefined
  const result = listWithAdded(listOf(plan, list), { ...of, name: list, takenElsewhere })
  if (!result.ok) return result
  return succeeded({ plan: withList(plan, list, result.value.list), inverse: { kind: `delete-${list}`, ids: result.value.undo } })
}

function changed(plan: PlanDocument, list: PlanListName, of: { readonly changes: readonly { readonly id: string; readonly fields: object }[] }): Outcome {
  const result = listWithChanges(listOf(plan, list), { ...of, name: list })
  if (!result.ok) return result
  // Only the fields of events depend on one another: an end lies after its start.
  if (list === 'events') {
    const ids = new Set(of.changes.map((change) => change.id))
    for (const event of result.value.list.filter((each) => ids.has(each.id))) {
      const parsed = listItemSchemas.events.safeParse(event)
      if (!parsed.success) return failed(shapeProblem(structureFindings(event, parsed.error.issues)))
    }
  }
  const change = result.value
  return succeeded({
    plan: withList(plan, list, change.list),
    get inverse() {
      return { kind: `change-${list}`, changes: change.undo } as SimplePlanCommand
    },
  })
}

function deleted(plan: PlanDocument, list: PlanListName, ids: readonly string[]): Outcome {
  const result = listWithout(listOf(plan, list), { ids, name: list })
  if (!result.ok) return result
  const inverse = { kind: `add-${list}`, ...result.value.undo } as SimplePlanCommand
  return succeeded({ plan: withList(plan, list, result.value.list), inverse })
}

function duplicated(plan: PlanDocument, copies: readonly { readonly id: string; readonly copyId: string; readonly partNumber: string }[]): Outcome {
  const places = new Map(plan.parts.map((part, index) => [part.id, index]))
  const missing = copies.filter(({ id }) => !places.has(id)).map(({ id }) => id)
  if (missing.length > 0) return failed(idProblem('not-found', { list: 'parts', ids: missing }))
  const inOrder = copies
    .map((copy) => ({ ...copy, place: places.get(copy.id) as number }))
    .toSorted((a, b) => a.place - b.place)
  const items = inOrder.flatMap(({ place, copyId, partNumber }) => {
    const part = plan.parts[place]
    return part === undefined ? [] : [{ ...part, id: copyId, partNumber, openOrders: [] }]
  })
  return added(plan, 'parts', { items, places: inOrder.map(({ place }, index) => place + index + 1) })
}

function eventsSetAside(plan: PlanDocument, of: { readonly ids: readonly string[]; readonly places: readonly number[] | null }): Outcome {
  const unknown = of.ids.filter((id) => !productIds.events.has(id))
  if (unknown.length > 0) return failed(idProblem('not-found', { list: 'built-in events', ids: unknown }))
  const items = of.ids.map((id) => ({ id }))
  const result = listWithAdded(setAside(plan), { items, places: of.places, name: 'setAsideEventIds' })
  if (!result.ok) return result
  return succeeded({ plan: withSetAside(plan, result.value.list), inverse: { kind: 'restore-events', ids: result.value.undo } })
}

function eventsRestored(plan: PlanDocument, ids: readonly string[]): Outcome {
  const result = listWithout(setAside(plan), { ids, name: 'setAsideEventIds' })
  if (!result.ok) return result
  // An id that is no longer built in cannot be set aside again by name.
  const inverse: SimplePlanCommand = ids.every((id) => productIds.events.has(id))
    ? { kind: 'set-aside-events', ids: result.value.undo.items.map(({ id }) => id), places: result.value.undo.places }
    : { kind: 'replace-sections', sections: { timeline: plan.timeline } }
  return succeeded({ plan: withSetAside(plan, result.value.list), inverse })
}

function sectionsReplaced(plan: PlanDocument, sections: SectionChange): Outcome {
  const after: PlanDocument = { ...plan, ...sections }
  for (const list of Object.keys(listItemSchemas) as PlanListName[]) {
    const entries = listOf(after, list)
    if (entries === listOf(plan, list)) continue
    const check = listWithAdded([], { items: entries, places: null, name: list })
    if (!check.ok) return check
  }
  return succeeded({ plan: after, inverse: { kind: 'replace-sections', sections: fieldsLike(plan, sections) } })
}

function listNameOf(kind: `${'add' | 'change' | 'delete'}-${PlanListName}`): PlanListName {
  return kind.slice(kind.indexOf('-') + 1) as PlanListName
}

function listOf(plan: PlanDocument, list: PlanListName): readonly Entry[] {
  return list === 'events' || list === 'controls' ? plan.timeline[list] : plan[list]
}

function withList(plan: PlanDocument, list: PlanListName, entries: readonly Entry[]): PlanDocument {
  return list === 'events' || list === 'controls'
    ? { ...plan, timeline: { ...plan.timeline, [list]: entries } }
    : { ...plan, [list]: entries }
}

function setAside(plan: PlanDocument): readonly Entry[] {
  return plan.timeline.setAsideEventIds.map((id) => ({ id }))
}

function withSetAside(plan: PlanDocument, entries: readonly Entry[]): PlanDocument {
  return { ...plan, timeline: { ...plan.timeline, setAsideEventIds: entries.map(({ id }) => id) } }
}
