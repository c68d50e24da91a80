import type { Part } from './part-schema'
import type { PlanDocument } from './plan-document'
import { weightsCell, type JsonValue, type PlanRow, type PlanRows } from './plan-rows'

/** A part of theirs that is taken for one of mine. */
export type PartJoin = { readonly theirId: string; readonly myId: string }

/**
 * The parts of two plans that are the same by number and plant and differ in their ids.
 *
 * @param mine a plan
 * @param theirs another plan
 *
 * @example
 * partsToJoin(samplePlan(), samplePlan()) // => []
 */
export function partsToJoin(mine: Pick<PlanDocument, 'parts'>, theirs: Pick<PlanDocument, 'parts'>): readonly PartJoin[] {
  const myIds = partTwins(mine)
  const taken = new Set(mine.parts.map((part) => part.id))
  return theirs.parts.flatMap((part) => {
    const myId = myIds.get(twinKey(part))
    return myId === undefined || taken.has(part.id) ? [] : [{ theirId: part.id, myId }]
  })
}

/**
 * A plan with some of its parts under other ids, in assemblies too. A part that would then stand twice keeps its own.
 *
 * @param plan the plan
 * @param joins their ids and the ids to take instead
 *
 * @example
 * joinedPlan(samplePlan(), [{ theirId: 'p-trctns', myId: 'p-zzzzzz' }]).assemblies[0].uses[0].partId // => 'p-zzzzzz'
 */
export function joinedPlan(plan: PlanDocument, joins: readonly PartJoin[]): PlanDocument {
  const present = new Set(plan.parts.map((part) => part.id))
  const ids = new Map(joins.filter(({ myId }) => !present.has(myId)).map(({ theirId, myId }) => [theirId, myId]))
  if (ids.size === 0) return plan
  return {
    ...plan,
    parts: plan.parts.map((part) => ({ ...part, id: ids.get(part.id) ?? part.id })),
    assemblies: plan.assemblies.map((assembly) => ({ ...assembly, uses: assembly.uses.map((use) => ({ ...use, partId: ids.get(use.partId) ?? use.partId })) })),
  }
}

/**
 * The ids of the parts of a plan by number and plant.
 *
 * @param plan any plan
 */
export function partTwins(plan: Pick<PlanDocument, 'parts'>): ReadonlyMap<string, string> {
  return new Map(plan.parts.toReversed().map((part) => [twinKey(part), part.id]))
}

/**
 * Number and plant of a row of the kind `part`, as `partTwins` knows them.
 *
 * @param row the row
 */
export function twinKeyOfRow(row: PlanRow): string {
  return twinKey({ partNumber: String(row.cells.get('partNumber')), plant: String(row.cells.get('plant')) })
}

function twinKey(part: Pick<Part, 'partNumber' | 'plant'>): string {
  return JSON.stringify([part.partNumber.trim(), part.plant.trim()])
}

/**
 * The rows of up to three copies, with a weight in each for the scenarios of all: that a scenario was added or deleted
 * is no change of the weights of the others.
 *
 * @param copies rows of the plan before both (or null), of mine and of theirs
 */
export function withWeightsOfAll<Copies extends { readonly base: PlanRows | null; readonly mine: PlanRows; readonly theirs: PlanRows }>(copies: Copies): Copies {
  const [base, mine, theirs] = [weightsOf(copies.base), weightsOf(copies.mine), weightsOf(copies.theirs)]
  const filled = (rows: PlanRows, own: { readonly [id: string]: JsonValue }): PlanRows => {
    const settings = rows.get('settings')
    if (settings === undefined) return rows
    const weights = { ...theirs, ...mine, ...base, ...own }
    return new Map([...rows, ['settings', { ...settings, cells: new Map([...settings.cells, [weightsCell, weights]]) }]])
  }
  return { ...copies, base: copies.base === null ? null : filled(copies.base, base), mine: filled(copies.mine, mine), theirs: filled(copies.theirs, theirs) }
}

function weightsOf(rows: PlanRows | null): { readonly [id: string]: JsonValue } {
  return (rows?.get('settings')?.cells.get(weightsCell) ?? {}) as { readonly [id: string]: JsonValue }
}
