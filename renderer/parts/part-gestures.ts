import { newId } from '../../shared/plan/new-id'
import { newPart } from '../../shared/plan/new-part'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'

/** The command that adds a part at the end of the plan, and the new part's id. */
export function partAddition(plan: PlanDocument, randomUnit: () => number): { readonly command: PlanCommand; readonly id: string } {
  const ids = new Set(plan.parts.map(({ id }) => id))
  const id = newId({ prefix: 'p', randomUnit, isTaken: (one) => ids.has(one) })
  const partNumber = freeNumber('New part', new Set(plan.parts.map((part) => part.partNumber)))
  return { command: { kind: 'add-parts', items: [newPart({ id, partNumber })], places: null }, id }
}

/** The command that copies parts, each copy after its part under a number of its own, and the ids of the copies. */
export function partDuplication(plan: PlanDocument, ids: readonly string[], randomUnit: () => number): { readonly command: PlanCommand; readonly copyIds: readonly string[] } {
  const taken = new Set(plan.parts.map(({ id }) => id))
  const numbers = new Set(plan.parts.map(({ partNumber }) => partNumber))
  const numberById = new Map(plan.parts.map(({ id, partNumber }) => [id, partNumber]))
  const copies = ids.map((id) => {
    const copyId = newId({ prefix: 'p', randomUnit, isTaken: (one) => taken.has(one) })
    taken.add(copyId)
    const partNumber = freeNumber(`${(numberById.get(id) ?? '').slice(0, 180)} copy`, numbers)
    numbers.add(partNumber)
    return { id, copyId, partNumber }
  })
  return { command: { kind: 'duplicate-parts', copies }, copyIds: copies.map(({ copyId }) => copyId) }
}

function freeNumber(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) {
    if (!taken.has(`${wanted} ${number}`)) return `${wanted} ${number}`
  }
}
