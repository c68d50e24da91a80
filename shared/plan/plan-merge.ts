import { cellWords, rowWords } from './merge-words'
import type { PlanDocument } from './plan-document'
import { idOfRow, jsonKey, planRows, weightsCell, type JsonValue, type PlanRow, type PlanRows } from './plan-rows'
import { joinedPlan, partsToJoin, partTwins, twinKeyOfRow, withWeightsOfAll } from './merge-joins'

/** What is known of the plan that both copies were made from. */
export type MergeBase =
  /** The plan itself. */
  | { readonly kind: 'plan'; readonly plan: PlanDocument }
  /** Only, row by row, which copy is as it was, from the check codes of a file; null where neither is known to be. */
  | { readonly kind: 'checks'; readonly unchangedIn: (rowName: string) => 'mine' | 'theirs' | null; readonly hasFewerRows: (kind: PlanRow['kind']) => boolean }
  /** Nothing. */
  | { readonly kind: 'none' }

/** A row as it travels in a merge, as JSON. */
export type MergeRow = Omit<PlanRow, 'cells'> & { readonly cells: readonly (readonly [field: string, value: JsonValue])[] }

/** One difference between two copies of a plan, and what becomes of it. */
export type MergeItem = {
  /** Its name in decisions. */
  readonly id: string
  /** `taken`: only theirs changed; `kept`: only mine changed; `conflict`: both did; `proposal`: done only when somebody says so. */
  readonly outcome: 'taken' | 'kept' | 'conflict' | 'proposal'
  /** A value, a row that theirs has and mine has not, or one that mine has and theirs has not. */
  readonly change: 'cell' | 'only-theirs' | 'only-mine'
  readonly rowKey: string
  /** Field that differs; null for a whole row. */
  readonly cell: string | null
  /** The row and the cell in words. */
  readonly subject: string
  readonly words: string
  /** Whether the value before both copies is known. */
  readonly hasBase: boolean
  readonly base: JsonValue
  readonly mine: JsonValue
  readonly theirs: JsonValue
  /** The rows that theirs has more: the row itself and what goes with it; empty for a cell. */
  readonly rows: readonly MergeRow[]
  /** What is marked before anyone has decided; null where somebody must. */
  readonly preselected: 'mine' | 'theirs' | null
  /** My part of the same number and plant under another id, which theirs may be joined with; null for none. */
  readonly joinWith: string | null
  /** The part it is about, for its effect on the recommendation; null for none. */
  readonly partId: string | null
}

/** Two copies of a plan compared, as JSON. */
export type PlanMerge = {
  /** `three-way` with the plan before both; `by-checks` row by row; `two-way` without either; `import` of another plan, all of it proposals. */
  readonly method: 'three-way' | 'by-checks' | 'two-way' | 'import'
  /** Who saved the other copy and when, as its file says; null when it does not. */
  readonly author: string | null
  readonly savedDate: string | null
  /** Every difference, in the order of the plan. */
  readonly items: readonly MergeItem[]
}

/** What a merge is made of. */
export type PlanMergeInputs = {
  readonly base: MergeBase
  readonly mine: PlanDocument
  readonly theirs: PlanDocument
  /** Their parts that are taken for mine under another id. */
  readonly joins?: readonly { readonly theirId: string; readonly myId: string }[]
  readonly author?: string | null
  readonly savedDate?: string | null
}

/**
 * Two copies of a plan compared cell by cell, by id, with what to do about each difference.
 *
 * Only theirs changed: taken. Only mine: kept. Both, differently: a conflict. A row they lack is a proposal to delete it,
 * unless I changed it. Months of usage that one side has are taken and blank never overwrites a value. Without the
 * plan before both, differences are conflicts with mine preselected. Another plan's are proposals, all of them, with
 * parts matched by number and plant.
 *
 * @param inputs both copies and what is known of the plan before them
 */
export function planMerge(inputs: PlanMergeInputs): PlanMerge {
  const { mine, base } = inputs
  const isImport = mine.id !== inputs.theirs.id
  const theirs = joinedPlan(inputs.theirs, [...(inputs.joins ?? []), ...(isImport ? partsToJoin(mine, inputs.theirs) : [])])
  const rows = withWeightsOfAll({ base: base.kind === 'plan' && !isImport ? planRows(base.plan) : null, mine: planRows(mine), theirs: planRows(theirs) })
  const comparison: Comparison = { base: isImport ? { kind: 'none' } : base, rows, twins: partTwins(mine) }
  const keys = new Set([...rows.mine.keys(), ...rows.theirs.keys()])
  const items = [...keys].flatMap((key) => rowItems(comparison, key))
  return {
    method: isImport ? 'import' : base.kind === 'plan' ? 'three-way' : base.kind === 'checks' ? 'by-checks' : 'two-way',
    author: inputs.author ?? null,
    savedDate: inputs.savedDate ?? null,
    items: isImport ? items.map(asProposal) : items,
  }
}

type Comparison = {
  readonly base: MergeBase
  readonly rows: { readonly base: PlanRows | null; readonly mine: PlanRows; readonly theirs: PlanRows }
  /** Ids of my parts by number and plant. */
  readonly twins: ReadonlyMap<string, string>
}

function asProposal(item: MergeItem): MergeItem {
  return item.outcome === 'kept' ? item : { ...item, outcome: 'proposal', preselected: 'mine' }
}

function rowItems(comparison: Comparison, key: string): readonly MergeItem[] {
  const { rows } = comparison
  const [mine, theirs] = [rows.mine.get(key), rows.theirs.get(key)]
  const parentKey = (mine ?? theirs)?.parentKey ?? null
  // What goes with a row that only one copy has is decided with that row.
  if (parentKey !== null && !(rows.mine.has(parentKey) && rows.theirs.has(parentKey))) return []
  if (mine !== undefined && theirs !== undefined) return cellItems(comparison, mine, theirs)
  if (mine !== undefined) return [onlyMine(comparison, mine)]
  return theirs === undefined ? [] : onlyTheirs(comparison, theirs)
}

function cellItems({ base, rows }: Comparison, mine: PlanRow, theirs: PlanRow): readonly MergeItem[] {
  const baseRow = rows.base?.get(mine.key)
  const found: MergeItem[] = []
  for (const cell of new Set([...mine.cells.keys(), ...theirs.cells.keys()])) {
    const [inMine, inTheirs] = [mine.cells.get(cell), theirs.cells.get(cell)]
    if (jsonKey(inMine ?? null) === jsonKey(inTheirs ?? null)) continue
    const isUsage = cell.startsWith('usageHistory.')
    const unchanged = base.kind === 'checks' ? base.unchangedIn(recordNameOf(mine.key, cell)) : null
    const hasBase = base.kind === 'plan' ? baseRow !== undefined : unchanged !== null
    const before = unchanged === null ? (baseRow?.cells.get(cell) ?? null) : ((unchanged === 'mine' ? inMine : inTheirs) ?? null)
    const item = (outcome: MergeItem['outcome'], preselected: MergeItem['preselected']): MergeItem => ({
      id: `${mine.key}|${cell}`, outcome, change: 'cell', rowKey: mine.key, cell, subject: rowWords(mine, rows.mine), words: cellWords(cell),
      hasBase, base: before, mine: inMine ?? null, theirs: inTheirs ?? null, rows: [], preselected, joinWith: null, partId: partIdOfRow(mine),
    })
    // A month that one side has is taken; blank is not known, so it takes nothing away.
    if (isUsage && inTheirs === undefined) continue
    if (isUsage && inMine === undefined) found.push(item('taken', 'theirs'))
    else if (!hasBase) found.push(item('conflict', 'mine'))
    else if (jsonKey(before) === jsonKey(inMine ?? null)) found.push(item('taken', 'theirs'))
    else if (jsonKey(before) === jsonKey(inTheirs ?? null)) found.push(item('kept', 'mine'))
    else found.push(item('conflict', null))
  }
  return found
}

/** The name under which check codes know a cell: usage, the weights of scenarios and the title stand in records of their own. */
function recordNameOf(rowKey: string, cell: string): string {
  if (cell.startsWith('usageHistory.')) return `usage:${rowKey.slice('part:'.length)}`
  return cell === weightsCell ? 'weights' : cell === 'title' ? 'title' : rowKey
}

function onlyMine(comparison: Comparison, mine: PlanRow): MergeItem {
  const { base, rows } = comparison
  const wasThere = base.kind === 'plan' ? rows.base?.has(mine.key) === true : base.kind === 'checks' && base.hasFewerRows(mine.kind)
  const isChanged = base.kind === 'plan' && wholeRow(rows.mine, mine) !== wholeRow(rows.base as PlanRows, rows.base?.get(mine.key))
  const isDeletion = wasThere && !isChanged
  return {
    ...rowItem(mine, rows.mine), outcome: isDeletion ? 'proposal' : 'kept', change: 'only-mine', preselected: 'mine',
    words: isDeletion ? 'deleted by them' : wasThere ? 'deleted by them, changed by me' : 'only in mine', hasBase: wasThere,
  }
}

function onlyTheirs(comparison: Comparison, theirs: PlanRow): readonly MergeItem[] {
  const { base, rows, twins } = comparison
  const item = { ...rowItem(theirs, rows.theirs), change: 'only-theirs' as const, rows: mergeRowsOf(rows.theirs, theirs) }
  const before = rows.base?.get(theirs.key)
  if (before !== undefined) {
    const isChanged = wholeRow(rows.theirs, theirs) !== wholeRow(rows.base as PlanRows, before)
    if (!isChanged) return [{ ...item, outcome: 'kept', preselected: 'mine', words: 'deleted by me', hasBase: true }]
    return [{ ...item, outcome: 'conflict', preselected: null, words: 'deleted by me, changed by them', hasBase: true }]
  }
  const twinId = theirs.kind === 'part' ? (twins.get(twinKeyOfRow(theirs)) ?? null) : null
  if (twinId !== null) {
    return [{ ...item, outcome: 'conflict', preselected: null, joinWith: twinId, words: 'added by them; the same part number and plant stand in my plan under another id' }]
  }
  // Without the plan before both nobody knows whether they added it or I deleted it.
  if (base.kind === 'checks') return [{ ...item, outcome: 'proposal', preselected: 'mine', words: 'only in theirs: added by them, or deleted by me' }]
  return [{ ...item, outcome: 'taken', preselected: 'theirs', words: 'added by them' }]
}

function rowItem(row: PlanRow, rows: PlanRows) {
  return {
    id: row.key, rowKey: row.key, cell: null, subject: rowWords(row, rows), words: '', hasBase: false, base: null, mine: null, theirs: null,
    rows: [] as readonly MergeRow[], joinWith: null, partId: partIdOfRow(row),
  }
}

/**
 * The part that a row is about; null where it is about none or many.
 *
 * @param row a row of a plan
 *
 * @example
 * partIdOfRow(planRows(samplePlan()).get('part:p-trctns')) // => 'p-trctns'
 */
export function partIdOfRow(row: PlanRow): string | null {
  if (row.kind === 'part') return row.key.slice('part:'.length)
  if (row.kind === 'order') return String(row.cells.get('partId'))
  return row.kind === 'override' || row.kind === 'use' ? (row.key.split(':')[row.kind === 'override' ? 1 : 2]?.split('#')[0] ?? null) : null
}

/**
 * A row with all that goes with it, as it travels in a merge.
 *
 * @param rows the rows of its plan
 * @param row the row
 */
export function mergeRowsOf(rows: PlanRows, row: PlanRow): readonly MergeRow[] {
  return withChildren(rows, row).map((each) => asMergeRow(each, rows))
}

const childrenByRows = new WeakMap<PlanRows, ReadonlyMap<string, readonly PlanRow[]>>()

function withChildren(rows: PlanRows, row: PlanRow): readonly PlanRow[] {
  let children = childrenByRows.get(rows)
  if (children === undefined) {
    const byParent = new Map<string, PlanRow[]>()
    for (const each of rows.values()) {
      if (each.parentKey === null) continue
      const list = byParent.get(each.parentKey)
      if (list === undefined) byParent.set(each.parentKey, [each])
      else list.push(each)
    }
    children = byParent
    childrenByRows.set(rows, children)
  }
  return [row, ...(children.get(row.key) ?? [])]
}

// A scenario brings its own weight, for the weights of all are one cell elsewhere.
function asMergeRow(row: PlanRow, rows: PlanRows): MergeRow {
  const weights = rows.get('settings')?.cells.get(weightsCell) as { readonly [id: string]: JsonValue } | undefined
  const weight = row.kind === 'scenario' ? [['@weight', weights?.[idOfRow(row)] ?? 0] as const] : []
  return { key: row.key, kind: row.kind, parentKey: row.parentKey, cells: [...row.cells, ...weight] }
}

/** A row with all that goes with it as text, whatever the order. */
function wholeRow(rows: PlanRows, row: PlanRow | undefined): string {
  if (row === undefined) return ''
  return withChildren(rows, row).map((each) => `${each.key} ${jsonKey(Object.fromEntries(each.cells))}`).toSorted().join('\n')
}
