import type { FieldChange, PlanCommand } from '../../shared/plan/plan-command'
import type { Part } from '../../shared/plan/part-schema'
import { failed, succeeded, type Result } from '../../shared/result'
import type { CellChange } from '../ui/grid/edit-plan'
import type { PartColumn } from './part-column'

/**
 * The one command that carries out all cell changes of a gesture. Cells of the same group of fields, such as mean and
 * spread of a lead time, are put into it one after the other.
 */
export function partEditCommand(of: {
  readonly label: string
  readonly changes: readonly CellChange[]
  readonly parts: readonly Part[]
  readonly columns: readonly PartColumn[]
}): Result<PlanCommand, string> {
  const partsById = new Map(of.parts.map((part) => [part.id, part]))
  const columnsById = new Map(of.columns.map((column) => [column.id, column]))
  const fieldsById = new Map<string, Partial<Part>>()
  for (const { rowId, columnId, value } of of.changes) {
    const part = partsById.get(rowId)
    const column = columnsById.get(columnId)
    if (part === undefined || column === undefined || column.fieldsWith === null) return failed('A part that was to be changed is no longer in the plan. Look again, and make the change once more.')
    const soFar = fieldsById.get(rowId) ?? {}
    const fields = column.fieldsWith({ ...part, ...soFar }, value)
    if (!fields.ok) return failed(`${part.partNumber}, ${column.title}: ${fields.problem}.`)
    fieldsById.set(rowId, { ...soFar, ...fields.value })
  }
  const changes: readonly FieldChange<Part>[] = [...fieldsById].map(([id, fields]) => ({ id, fields }))
  return succeeded({ kind: 'several', label: of.label, commands: [{ kind: 'change-parts', changes }] })
}
