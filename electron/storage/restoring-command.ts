import type { PlanCommand, SectionChange, SimplePlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { PlanSectionName } from '../../shared/plan/plan-sections'
import type { Part } from '../../shared/plan/part-schema'

/**
 * The command that makes some sections of a plan exactly what they were; null when none is another.
 *
 * Parts are restored field by field, so that a version of ten thousand parts is not written out whole twice, there and back.
 *
 * @param of the plan as it is, as it was, and the number of that version
 * @param sections those that differ
 */
export function restoringCommand(of: { readonly from: PlanDocument; readonly to: PlanDocument; readonly number: number }, sections: readonly PlanSectionName[]): PlanCommand | null {
  const { from, to, number } = of
  if (sections.length === 0) return null
  const partCommands = sections.includes('parts') ? partsRestored(from.parts, to.parts) : []
  const whole = sections.filter((name) => name !== 'parts' || partCommands === null)
  const { title, settings } = to
  const changes = whole.map((name) => (name === 'settings' ? { title, settings } : { [name]: to[name] }))
  const replaced: readonly SimplePlanCommand[] = whole.length === 0 ? [] : [{ kind: 'replace-sections', sections: Object.assign({}, ...changes) as SectionChange }]
  const commands = [...(partCommands ?? []), ...replaced]
  return commands.length === 0 ? null : { kind: 'several', label: `Restore version ${number}`, commands }
}

/** What makes some parts those of another list, in its order; null when parts of both have another order, or other fields. */
function partsRestored(from: readonly Part[], to: readonly Part[]): readonly SimplePlanCommand[] | null {
  const [old, next] = [new Set(from.map(({ id }) => id)), new Set(to.map(({ id }) => id))]
  const [before, after] = [from.filter(({ id }) => next.has(id)), to.filter(({ id }) => old.has(id))]
  const changes: { readonly id: string; readonly fields: Partial<Part> }[] = []
  for (const [index, part] of before.entries()) {
    const wanted = after[index]
    const fields = wanted === undefined || wanted.id !== part.id ? null : changedFields(part, wanted)
    if (fields === null) return null
    if (Object.keys(fields).length > 0) changes.push({ id: part.id, fields })
  }
  const gone = from.filter(({ id }) => !next.has(id)).map(({ id }) => id)
  const places = to.flatMap(({ id }, index) => (old.has(id) ? [] : [index]))
  return [
    ...(gone.length === 0 ? [] : [{ kind: 'delete-parts', ids: gone } as const]),
    ...(changes.length === 0 ? [] : [{ kind: 'change-parts', changes } as const]),
    ...(places.length === 0 ? [] : [{ kind: 'add-parts', items: places.map((place) => to[place] as Part), places } as const]),
  ]
}

/** The fields of which a part has another value than wanted, with that value; null when it has other fields. */
function changedFields(part: Part, wanted: Part): Partial<Part> | null {
  if (part === wanted) return {}
  const names = Object.keys(wanted) as (keyof Part)[]
  if (names.length !== Object.keys(part).length || names.some((name) => !Object.hasOwn(part, name))) return null
  return Object.fromEntries(names.filter((name) => !isSameJson(part[name], wanted[name])).map((name) => [name, wanted[name]]))
}

/** Whether two JSON values are the same, the order of fields aside. */
function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]))
}
