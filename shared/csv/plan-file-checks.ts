import { rowCheck, type PlanFileRow } from './plan-file-records'
import type { PlanDocument } from '../plan/plan-document'
import { planFileSections } from './plan-file-rows'
import type { PlanFileKind } from './plan-file-kinds'
import type { PlanCellValue } from './plan-file-cell'

/** What the check codes of a plan file tell, by what is merged as one row. */
export type PlanFileChecks = {
  /** The codes a row was written with, and whether all its records still agree with theirs. */
  readonly rows: ReadonlyMap<string, { readonly codes: readonly string[]; readonly isUntouched: boolean }>
  /** Kinds of records of which the file has fewer than it was written with. */
  readonly fewerKinds: ReadonlySet<string>
  /** Ids given to rows that were copied in a spreadsheet. */
  readonly copiedIds: readonly string[]
}

/**
 * The check codes of the records of a plan file by merged row, such as `part:p-bcdfgh` or `usage:p-bcdfgh`.
 *
 * @param rows records as read
 * @param of records counted when the file was written and found now, by kind, and the ids of copies
 */
export function planFileChecks(
  rows: readonly PlanFileRow[],
  of: { readonly counted: ReadonlyMap<string, number>; readonly found: ReadonlyMap<string, number>; readonly copiedIds: readonly string[] },
): PlanFileChecks {
  const fewerKinds = new Set([...of.counted].filter(([kind, count]) => count > (of.found.get(kind) ?? 0)).map(([kind]) => kind))
  const groups = new Map<string, { codes: string[]; isUntouched: boolean }>()
  for (const row of rows) {
    for (const name of mergedRowNames(row.kind, row.values)) {
      const group = groups.get(name) ?? { codes: [], isUntouched: true }
      groups.set(name, group)
      group.codes.push((row.cells[row.headers.indexOf('check')] ?? '').trim())
      // A row of the group may be gone where the file has fewer of its kind.
      if (row.state !== 'untouched' || fewerKinds.has(row.kind.kind)) group.isUntouched = false
    }
  }
  return { rows: groups, fewerKinds, copiedIds: of.copiedIds }
}

/**
 * The check codes of a plan as it would be written now, by merged row.
 *
 * @param plan any plan
 */
export function checksOfPlan(plan: PlanDocument): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { kind, rows } of planFileSections(plan)) {
    for (const values of rows) {
      const check = rowCheck(kind, values, new Map())
      for (const name of mergedRowNames(kind, values)) groups.set(name, [...(groups.get(name) ?? []), check])
    }
  }
  return groups
}

/** The merged rows that a record is a piece of: a scenario is one by itself and has a share in the weights of all. */
function mergedRowNames(kind: PlanFileKind, values: ReadonlyMap<string, PlanCellValue>): readonly string[] {
  return kind.kind === 'scenario' ? [mergedRowName(kind, values), 'weights'] : [mergedRowName(kind, values)]
}

function mergedRowName(kind: PlanFileKind, values: ReadonlyMap<string, PlanCellValue>): string {
  const id = (header: string): string => String(values.get(header) ?? '')
  switch (kind.kind) {
    case 'leg':
    case 'forecast':
    case 'part':
      return `part:${id('part id')}`
    case 'usage':
    case 'period':
      return `usage:${id('part id')}`
    case 'override':
      return `override:${id('part id')}:${id('level')}`
    case 'use of assembly':
      return `use:${id('assembly id')}:${id('part id')}`
    case 'set aside':
      return `set-aside:${id('event id')}`
    case 'scenario':
      return `scenario:${id('scenario id')}`
    case 'event':
    case 'effect':
    case 'citation':
      if (id('control id') !== '') return `control:${id('control id')}`
      return id('scenario id') === '' ? `event:${id('event id')}` : `scenario:${id('scenario id')}`
    case 'order':
    case 'assembly':
    case 'control':
      return `${kind.kind}:${id(`${kind.kind} id`)}`
    default:
      return 'settings'
  }
}
