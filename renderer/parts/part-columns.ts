import type { PlanPath } from '../../shared/plan/plan-problem'
import { terms } from '../ui/terms'
import { columnTerms } from './column-terms'
import { identityColumns, originColumns } from './identity-columns'
import { leadTimeColumns } from './lead-time-columns'
import type { ColumnContext, PartColumn } from './part-column'
import { resultColumns, statusColumn } from './result-columns'
import { erpColumns, orderingColumns, stockColumns } from './stock-columns'
import { usageColumns } from './usage-columns'

/** Every column of the parts grid in its own order. */
export function partColumns(context: ColumnContext): readonly PartColumn[] {
  const [partNumber, description, ...identity] = identityColumns(context)
  const columns = [
    ...(partNumber === undefined || description === undefined ? [] : [partNumber, description]),
    statusColumn(context),
    ...identity,
    ...originColumns(context),
    ...usageColumns(context),
    ...leadTimeColumns(context),
    ...stockColumns(context),
    ...orderingColumns(context),
    ...erpColumns(context),
    ...resultColumns(context),
  ]
  return columns.map((column) => {
    const termId = columnTerms[column.id]
    return termId === undefined ? column : { ...column, term: terms[termId] }
  })
}

/** The column that shows what is found at a place of a part; the status where no column is about it. */
export function columnOfPath(columns: readonly PartColumn[]): (path: PlanPath) => string {
  const byPath = new Map(columns.flatMap(({ id, paths }) => paths.map((path) => [path, id] as const)))
  return (path) => {
    // A path begins with the list of parts and the place in it.
    const names = path.slice(2).filter((step) => typeof step === 'string')
    for (let length = names.length; length > 0; length--) {
      const id = byPath.get(names.slice(0, length).join('.'))
      if (id !== undefined) return id
    }
    return 'status'
  }
}
