import { cellWords, rowWords } from './merge-words'
import { joinedPlan, partsToJoin, withWeightsOfAll } from './merge-joins'
import type { PlanDocument } from './plan-document'
import { mergeRowsOf, partIdOfRow, type MergeItem } from './plan-merge'
import { jsonKey, planRows, type JsonValue, type PlanRow, type PlanRows } from './plan-rows'

/** One thing in which two plans or versions differ, as JSON. */
export type PlanChange = {
  /** Its name, the same whichever way round the plans are compared. */
  readonly id: string
  readonly kind: 'changed' | 'added' | 'removed'
  /** What it concerns and which value of it, in words; the value is empty where a whole row was added or removed. */
  readonly subject: string
  readonly words: string
  /** Values before and after; null where there is none. */
  readonly before: JsonValue
  readonly after: JsonValue
  /** The part it concerns alone; null where it concerns the whole plan. */
  readonly partId: string | null
}

/** A change with what is needed to make it. */
export type PlanChangeStep = PlanChange & { readonly item: MergeItem }

/** The order in which the effects of changes are measured, one after the other, in words. */
export const changeOrder = 'policy timeline, scenarios and their weights, settings, assemblies, then part by part, then parts added and parts removed'

/**
 * The changes that make the second of two plans of the first, in the order in which their effects are measured.
 *
 * Plans of different ids are compared with their parts matched by number and plant. Order in lists is no change.
 *
 * @param before a plan or version
 * @param after another
 *
 * @example
 * planChangeSteps(samplePlan(), { ...samplePlan(), title: 'Magnets' }).map((step) => step.words) // => ['the title']
 */
export function planChangeSteps(before: PlanDocument, after: PlanDocument): readonly PlanChangeStep[] {
  const joined = before.id === after.id ? after : joinedPlan(after, partsToJoin(before, after))
  const rows = withWeightsOfAll({ base: null, mine: planRows(before), theirs: planRows(joined) })
  const steps: PlanChangeStep[] = []
  for (const key of new Set([...rows.mine.keys(), ...rows.theirs.keys()])) {
    const [old, next] = [rows.mine.get(key), rows.theirs.get(key)]
    const parentKey = (old ?? next)?.parentKey ?? null
    if (parentKey !== null && !(rows.mine.has(parentKey) && rows.theirs.has(parentKey))) continue
    if (old !== undefined && next !== undefined) steps.push(...cellSteps(old, next, rows.mine))
    else if (old !== undefined) steps.push(rowStep(old, rows.mine, 'removed'))
    else if (next !== undefined) steps.push(rowStep(next, rows.theirs, 'added'))
  }
  const partOrder = new Map([...before.parts, ...joined.parts].map((part, at) => [part.id, at]))
  return steps.toSorted((a, b) => rankOf(a) - rankOf(b) || (partOrder.get(a.partId ?? '') ?? 0) - (partOrder.get(b.partId ?? '') ?? 0))
}

/**
 * A change without what is needed to make it, for people and for JSON.
 *
 * @param step the change
 */
export function planChangeOf(step: PlanChangeStep): PlanChange {
  const { id, kind, subject, words, before, after, partId } = step
  return { id, kind, subject, words, before, after, partId }
}

function cellSteps(old: PlanRow, next: PlanRow, rows: PlanRows): readonly PlanChangeStep[] {
  return [...new Set([...old.cells.keys(), ...next.cells.keys()])].flatMap((cell) => {
    const [before, after] = [old.cells.get(cell) ?? null, next.cells.get(cell) ?? null]
    if (jsonKey(before) === jsonKey(after)) return []
    const named = { subject: rowWords(old, rows), words: cellWords(cell), before, after, partId: partIdOfRow(old) }
    const item: MergeItem = { ...emptyItem(old), id: `${old.key}|${cell}`, change: 'cell', cell, mine: before, theirs: after }
    return [{ id: item.id, kind: 'changed' as const, ...named, item }]
  })
}

function rowStep(row: PlanRow, rows: PlanRows, kind: 'added' | 'removed'): PlanChangeStep {
  const item: MergeItem = { ...emptyItem(row), change: kind === 'added' ? 'only-theirs' : 'only-mine', rows: kind === 'added' ? mergeRowsOf(rows, row) : [] }
  const value: JsonValue = Object.fromEntries(row.cells)
  return { id: row.key, kind, subject: rowWords(row, rows), words: '', before: kind === 'added' ? null : value, after: kind === 'added' ? value : null, partId: partIdOfRow(row), item }
}

function emptyItem(row: PlanRow): MergeItem {
  return {
    id: row.key, outcome: 'taken', change: 'cell', rowKey: row.key, cell: null, subject: '', words: '', hasBase: true, base: null, mine: null, theirs: null,
    rows: [], preselected: 'theirs', joinWith: null, partId: partIdOfRow(row),
  }
}

/** Place in `changeOrder`; what is named by something else comes before it and goes after it. */
function rankOf({ kind, id, item }: PlanChangeStep): number {
  const rowKind = item.rowKey.split(':')[0]
  const isRemoved = kind === 'removed'
  switch (rowKind) {
    case 'control':
      return isRemoved ? 6 : 0
    case 'event':
      return isRemoved ? 5 : 1
    case 'set-aside':
      return 2
    case 'scenario':
      return isRemoved ? 7 : 3
    case 'settings':
      return id.endsWith('|scenarios.weights') ? 4 : 4.5
    case 'assembly':
    case 'use':
      return isRemoved ? 8 : 9
    case 'part':
      return kind === 'changed' ? 10 : kind === 'added' ? 11 : 12
    default:
      return 10
  }
}
