import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { plainCellText } from '../ui/grid/cell-text'
import { columnSigns, type NumberRegion } from '../ui/grid/decimal-signs'
import { editPlanner, type EditPlan } from '../ui/grid/edit-plan'
import type { PartColumn } from './part-column'
import type { PartRow } from './part-row'

/** Gives one field of all selected parts the same value. */
export function BulkEditDialog(props: {
  readonly rows: readonly PartRow[]
  readonly columns: readonly PartColumn[]
  readonly firstColumnId: string
  readonly region: NumberRegion
  /** Carries it out; answers why it cannot be done, or null when it was. */
  readonly onApply: (plan: EditPlan, column: PartColumn) => string | null
  readonly onClose: () => void
}) {
  const { rows, region } = props
  const columns = props.columns.filter(({ id, fieldsWith }) => fieldsWith !== null && id !== 'partNumber')
  const [columnId, setColumnId] = useState(columns.some(({ id }) => id === props.firstColumnId) ? props.firstColumnId : (columns[0]?.id ?? ''))
  const column = columns.find(({ id }) => id === columnId)
  const [text, setText] = useState(() => startText(column, rows, region))
  const [problem, setProblem] = useState<string | null>(null)
  const count = rows.length === 1 ? '1 part' : `${rows.length} parts`
  if (column === undefined) return null

  const apply = (): void => {
    const planner = editPlanner({ rows, rowId: ({ part }) => part.id, rowName: ({ part }) => part.partNumber, columns: [column] })
    const [sign] = columnSigns([[text]], region)
    rows.forEach((_, row) => planner.putText({ row, column: 0 }, text, sign?.sign ?? region.sign))
    const plan = planner.plan({ firstRow: 0, lastRow: rows.length - 1, firstColumn: 0, lastColumn: 0 })
    const [refusal] = plan.refused
    if (plan.changes.length === 0 && refusal !== undefined) {
      setProblem(`${refusal.place}: ${refusal.reason}.`)
      return
    }
    const failure = props.onApply(plan, column)
    if (failure === null) props.onClose()
    else setProblem(failure)
  }
  const unit = column.unit === '' ? 'in the unit of each part' : `in ${column.unit}`
  return (
    <Modal opened onClose={props.onClose} title={`Change ${count}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <NativeSelect
          label="Field"
          data-autofocus
          value={columnId}
          data={columns.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => {
            const next = event.currentTarget.value
            setColumnId(next)
            setText(startText(columns.find(({ id }) => id === next), rows, region))
            setProblem(null)
          }}
        />
        {column.type.kind === 'choice' ? (
          <NativeSelect mt="sm" label="New value" value={text} data={column.type.options.map(({ label }) => label)} onChange={(event) => setText(event.currentTarget.value)} error={problem} />
        ) : (
          <TextInput
            mt="sm"
            label="New value"
            description={column.type.kind === 'number' ? `${column.help} Enter it ${unit}.` : column.help}
            type={column.type.kind === 'date' ? 'date' : 'text'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={problem}
          />
        )}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 18 }}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit">Change {count}</Button>
        </div>
      </form>
    </Modal>
  )
}

// Begins with the value they share, or with nothing.
function startText(column: PartColumn | undefined, rows: readonly PartRow[], region: NumberRegion): string {
  const [first] = rows
  if (column === undefined || first === undefined) return ''
  const value = column.valueIn(first)
  const isShared = rows.every((row) => Object.is(column.valueIn(row), value))
  if (isShared) return plainCellText(value, column.type, region.sign)
  return column.type.kind === 'choice' ? (column.type.options[0]?.label ?? '') : ''
}
