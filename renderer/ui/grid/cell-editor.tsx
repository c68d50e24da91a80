import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { cellValueFrom } from './cell-reading'
import { plainCellText } from './cell-text'
import type { NumberRegion } from './decimal-signs'
import type { GridColumn } from './grid-column'
import classes from './data-grid.module.css'

/** Where to go when an edit has been taken. */
export type EditExit = 'down' | 'up' | 'next' | 'back' | 'stay'

type EditorProps<Row> = {
  readonly row: Row
  readonly rowName: string
  readonly column: GridColumn<Row>
  readonly region: NumberRegion
  /** Text that replaces what was there, or null to go on with it. */
  readonly typed: string | null
  /** Takes the text; answers why it cannot be taken, or null when it was. */
  readonly onCommit: (text: string, exit: EditExit) => string | null
  readonly onCancel: () => void
  /** The focus went elsewhere with a text that was not yet taken. */
  readonly onLeave: (text: string) => void
}

/** The field that stands in a cell while it is edited. */
export function CellEditor<Row>(props: EditorProps<Row>) {
  const { row, column, region, typed } = props
  const before = column.valueIn(row)
  const isChoice = column.type.kind === 'choice'
  const isDate = column.type.kind === 'date'
  const [text, setText] = useState(() => (isChoice ? firstChoice(column, before, typed) : isDate ? String(before ?? '') : (typed ?? plainCellText(before, column.type, region.sign))))
  const [problem, setProblem] = useState<string | null>(null)
  const isDone = useRef(false)
  const isPickerOpen = useRef(false)
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const problemId = useId()

  useEffect(() => {
    const element = field.current
    if (element === null) return
    element.focus({ preventScroll: true })
    if (!isChoice && !isDate && typed === null) element.select()
    if (isChoice && typed === null) {
      try {
        element.showPicker()
        isPickerOpen.current = true
      } catch {
        // Without a gesture of the user the list stays closed; the arrow keys choose all the same.
      }
    }
  }, [isChoice, isDate, typed])

  const commit = (exit: EditExit, value = text): void => {
    const found = props.onCommit(value, exit)
    setProblem(found)
    if (found === null) isDone.current = true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      props.onCancel()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(event.key === 'Tab' ? (event.shiftKey ? 'back' : 'next') : event.shiftKey ? 'up' : 'down')
    }
  }
  const shared = {
    ref: field,
    className: classes.editor,
    'aria-label': `${column.title} of ${props.rowName}`,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': problem === null ? undefined : problemId,
    onKeyDown,
    onBlur: () => {
      if (isDone.current) return
      isDone.current = true
      props.onLeave(text)
    },
  }
  const preview = problem === null && column.type.kind === 'number' ? ambiguityOf(text, column, row, region) : null
  return (
    <>
      {isChoice ? (
        <select
          {...shared}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (isPickerOpen.current) commit('stay', event.target.value)
          }}
        >
          {column.type.kind === 'choice' ? column.type.options.map(({ label }) => <option key={label}>{label}</option>) : null}
        </select>
      ) : (
        <input {...shared} type={isDate ? 'date' : 'text'} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} autoComplete="off" data-number={column.type.kind === 'number' || undefined} />
      )}
      {problem === null ? null : (
        <span id={problemId} className={classes.editorProblem} role="alert">
          {sentenceOf(column.title, problem)}
        </span>
      )}
      {preview === null ? null : <span className={classes.editorHint}>{preview}</span>}
    </>
  )
}

// A letter chooses the first entry that begins with it.
function firstChoice<Row>(column: GridColumn<Row>, before: ReturnType<GridColumn<Row>['valueIn']>, typed: string | null): string {
  const labels = column.type.kind === 'choice' ? column.type.options.map(({ label }) => label) : []
  const begun = typed === null ? undefined : labels.find((label) => label.toLowerCase().startsWith(typed.toLowerCase()))
  return begun ?? plainCellText(before, column.type, 'point')
}

/** A number that could be two numbers is shown as it will be taken, before it is. */
function ambiguityOf<Row>(text: string, column: GridColumn<Row>, row: Row, region: NumberRegion): string | null {
  if (!/[.,]/.test(text)) return null
  const context = { unit: column.unitOf(row) || column.unit, isUnitAccepted: (unit: string) => column.isUnitAccepted(unit, row) }
  const [own, other] = ([region.sign, region.sign === 'comma' ? 'point' : 'comma'] as const).map((sign) => cellValueFrom(text, column.type, { ...context, sign }))
  if (own?.ok !== true || other?.ok !== true || own.value === other.value) return null
  return `Read as ${column.shown(own.value, row)}: decimal ${region.sign}, as in your region`
}

/** A reason with the column it is about, as a sentence. */
export function sentenceOf(place: string, reason: string): string {
  return `${place}: ${reason}.`
}
