import { failed, succeeded, type Result } from '../result'
import { chosenSide, type MergeDecisions } from './merge-decisions'
import { mergeSummary } from './merge-summary'
import { planChangeCommand } from './plan-change-command'
import type { PlanCommand } from './plan-command'
import type { PlanDocument } from './plan-document'
import type { MergeItem, MergeRow, PlanMerge } from './plan-merge'
import { idOfRow, planOfRows, planRows, weightsCell, type JsonValue, type PlanRow } from './plan-rows'

/** Why a merge cannot be carried out. */
export type MergeProblem = {
  readonly kind: 'undecided'
  /** The conflicts that wait for a decision. */
  readonly itemIds: readonly string[]
  readonly sentence: string
}

/** A merge carried out: the plan that results, the one command that makes it, and a sentence about it. */
export type MergedPlan = {
  readonly plan: PlanDocument
  /** Null when nothing changes. One step under Undo. */
  readonly command: PlanCommand | null
  /** What was taken, decided and declined. */
  readonly summary: string
}

/**
 * The plan and the one command that carry out a merge, or the conflicts that are still open.
 *
 * @param mine the plan that was compared
 * @param merge the comparison
 * @param decisions what has been decided
 */
export function mergedPlan(mine: PlanDocument, merge: PlanMerge, decisions: MergeDecisions): Result<MergedPlan, MergeProblem> {
  const open = merge.items.filter((item) => chosenSide(item, decisions) === null)
  if (open.length > 0) {
    const names = open.slice(0, 3).map((item) => `${item.subject}, ${item.words}`).join('; ')
    const sentence = `${open.length === 1 ? '1 conflict is' : `${open.length} conflicts are`} undecided: ${names}${open.length > 3 ? '; …' : ''}. Choose mine or theirs for each.`
    return failed({ kind: 'undecided', itemIds: open.map((item) => item.id), sentence })
  }
  const theirs = merge.items.filter((item) => chosenSide(item, decisions) === 'theirs')
  const summary = mergeSummary(merge, decisions)
  if (theirs.length === 0) return succeeded({ plan: mine, command: null, summary })
  const plan = planOfRows(rowsWith(mine, theirs), mine)
  const from = merge.author === null ? 'another copy' : merge.author
  return succeeded({ plan, command: planChangeCommand(mine, plan, `Merge the plan of ${from}: ${summary}`.slice(0, 200)), summary })
}

/**
 * The one command that carries out a merge, or the conflicts that are still open; null when nothing changes.
 *
 * @param mine the plan that was compared
 * @param merge the comparison
 * @param decisions what has been decided
 */
export function mergedPlanCommand(mine: PlanDocument, merge: PlanMerge, decisions: MergeDecisions): Result<PlanCommand | null, MergeProblem> {
  const merged = mergedPlan(mine, merge, decisions)
  return merged.ok ? succeeded(merged.value.command) : merged
}

function rowsWith(mine: PlanDocument, items: readonly MergeItem[]): ReadonlyMap<string, PlanRow> {
  const before = planRows(mine)
  const gone = new Set(items.filter((item) => item.change === 'only-mine').map((item) => item.rowKey))
  const rows = new Map([...before].filter(([key, row]) => !gone.has(key) && !gone.has(row.parentKey ?? '') && !gone.has(usedPartKey(row) ?? '')))
  for (const item of items) {
    const row = rows.get(item.rowKey)
    if (item.change === 'only-theirs') for (const each of item.rows) setRow(rows, each)
    else if (item.change === 'cell' && row !== undefined && item.cell !== null) rows.set(item.rowKey, withCell(row, item.cell, item.theirs))
  }
  return withoutDangling(rows, before)
}

/** The part that a use of an assembly is of: a part that is gone is gone from every assembly. */
function usedPartKey(row: PlanRow): string | null {
  return row.kind === 'use' ? `part:${row.key.split(':')[2]?.split('#')[0] ?? ''}` : null
}

function setRow(rows: Map<string, PlanRow>, row: MergeRow): void {
  const { '@weight': weight, ...cells } = Object.fromEntries(row.cells)
  rows.set(row.key, { ...row, cells: new Map(Object.entries(cells)) })
  const settings = rows.get('settings')
  if (weight === undefined || settings === undefined) return
  const weights = settings.cells.get(weightsCell) as { readonly [id: string]: JsonValue }
  rows.set('settings', { ...settings, cells: new Map([...settings.cells, [weightsCell, { [idOfRow(row)]: weight, ...weights }]]) })
}

function withCell(row: PlanRow, cell: string, value: JsonValue): PlanRow {
  const cells = new Map([...row.cells, [cell, value]])
  if (!cell.startsWith('usageHistory.')) return { ...row, cells }
  const periods = [...cells].filter(([name]) => name.startsWith('usageHistory.')).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...row, cells: new Map([...[...cells].filter(([name]) => !name.startsWith('usageHistory.')), ...periods]) }
}

/** Without what was taken from theirs and belongs to a part that was not. */
function withoutDangling(rows: ReadonlyMap<string, PlanRow>, mine: ReadonlyMap<string, PlanRow>): ReadonlyMap<string, PlanRow> {
  return new Map(
    [...rows].filter(([key, row]) => {
      if (mine.has(key)) return true
      if (row.kind === 'use') return rows.has(usedPartKey(row) ?? '')
      return row.parentKey === null || rows.has(row.parentKey)
    }),
  )
}
