import { productIds } from './plan-check'
import type { PlanCommand, PlanListName, SimplePlanCommand } from './plan-command'
import type { PlanDocument } from './plan-document'
import { jsonKey, type JsonValue } from './plan-rows'

type Entry = { readonly id: string }

/**
 * The one command that makes one plan of another, changing only what differs; null when nothing does.
 *
 * What both have keeps its place; what is added comes last. The order of entries that both have is not changed.
 *
 * @param before the plan as it is
 * @param after the plan as it is to be, of the same id
 * @param label what the step is called under Undo
 *
 * @example
 * planChangeCommand(samplePlan(), { ...samplePlan(), title: 'Magnets' }, 'Merge').commands // => [{ kind: 'set-title', title: 'Magnets' }]
 */
export function planChangeCommand(before: PlanDocument, after: PlanDocument, label: string): PlanCommand | null {
  const commands: SimplePlanCommand[] = []
  if (before.title !== after.title) commands.push({ kind: 'set-title', title: after.title })
  const settings = changedFields(before.settings, after.settings)
  if (settings !== null) commands.push({ kind: 'change-settings', fields: settings })
  // Assemblies name parts, and events name controls: what is named is there first and gone last.
  const lists: readonly PlanListName[] = ['parts', 'controls', 'events', 'scenarios', 'assemblies']
  for (const list of lists) commands.push(...listCommands(list, listOf(before, list), listOf(after, list), ['add', 'change']))
  for (const list of lists.toReversed()) commands.push(...listCommands(list, listOf(before, list), listOf(after, list), ['delete']))
  const [asideBefore, asideAfter] = [before.timeline.setAsideEventIds, after.timeline.setAsideEventIds]
  const setAside = asideAfter.filter((id) => !asideBefore.includes(id))
  const restored = asideBefore.filter((id) => !asideAfter.includes(id))
  // An event that only a newer program has built in can be set aside in no other way.
  if (setAside.some((id) => !productIds.events.has(id))) return { kind: 'several', label, commands: [...commands, { kind: 'replace-sections', sections: { timeline: after.timeline } }] }
  if (setAside.length > 0) commands.push({ kind: 'set-aside-events', ids: setAside, places: null })
  if (restored.length > 0) commands.push({ kind: 'restore-events', ids: restored })
  if (before.timeline.verifiedDate !== after.timeline.verifiedDate) commands.push({ kind: 'verify-timeline', date: after.timeline.verifiedDate })
  return commands.length === 0 ? null : { kind: 'several', label, commands }
}

function listOf(plan: PlanDocument, list: PlanListName): readonly Entry[] {
  return list === 'events' || list === 'controls' ? plan.timeline[list] : plan[list]
}

function listCommands(list: PlanListName, before: readonly Entry[], after: readonly Entry[], kinds: readonly ('add' | 'change' | 'delete')[]): readonly SimplePlanCommand[] {
  const [old, next] = [new Map(before.map((item) => [item.id, item])), new Set(after.map((item) => item.id))]
  const items = after.filter((item) => !old.has(item.id))
  const changes = after.flatMap((item) => {
    const fields = old.has(item.id) ? changedFields(old.get(item.id) as Entry, item) : null
    return fields === null ? [] : [{ id: item.id, fields }]
  })
  const ids = before.filter((item) => !next.has(item.id)).map((item) => item.id)
  const commands: object[] = []
  if (kinds.includes('add') && items.length > 0) commands.push({ kind: `add-${list}`, items, places: null })
  if (kinds.includes('change') && changes.length > 0) commands.push({ kind: `change-${list}`, changes })
  if (kinds.includes('delete') && ids.length > 0) commands.push({ kind: `delete-${list}`, ids })
  return commands as SimplePlanCommand[]
}

function changedFields<Item extends object>(before: Item, after: Item): Partial<Item> | null {
  const [old, next] = [before, after] as unknown as readonly [Record<string, JsonValue>, Record<string, JsonValue>]
  const names = Object.keys(next).filter((name) => jsonKey(old[name]) !== jsonKey(next[name]))
  return names.length === 0 ? null : (Object.fromEntries(names.map((name) => [name, next[name]])) as Partial<Item>)
}
