import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mendedCellName, type ImportMends } from '../../shared/csv/import-mends'
import { useFormats } from '../ui/app-context'
import classes from './import.module.css'
import type { ImportView, ProblemGroup, ProblemRow } from './import-view'
import { problemTitle } from './import-words'
import { RepeatButtons, SplitCells } from './split-cells'

type Mending = {
  readonly mends: ImportMends
  readonly onMend: (mends: ImportMends) => void
  readonly onPartNumber: (found: string, partNumber: string) => void
  /** Which line counts wherever several are for one part; remembered for the next file with these headings. */
  readonly onRepeats: (choice: 'first' | 'last' | 'sum') => void
}

const rowsAtATime = 20

/** What could not be read, by kind or by row: the cell can be mended here, left empty, or its row left out. */
export function ProblemList({ view, onSaveRejected, ...mending }: Mending & { readonly view: ImportView; readonly onSaveRejected: () => void }) {
  const formats = useFormats()
  const [order, setOrder] = useState<'kind' | 'row'>('kind')
  const errors = view.problems.filter(({ severity }) => severity === 'error')
  const warnings = view.problems.filter(({ severity }) => severity === 'warning')
  const remarks = warnings.reduce((sum, { count }) => sum + count, 0)
  if (view.problems.length === 0) return null
  const byRow: readonly ProblemGroup[] = errors.length === 0 ? [] : [{ kind: 'all', severity: 'error', count: errors.reduce((sum, { count }) => sum + count, 0), rows: errors.flatMap(({ rows }) => rows).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }]
  return (
    <section className={classes.card} aria-labelledby="problems-heading">
      <div className={classes.cardHead}>
        <div>
          <h2 id="problems-heading" tabIndex={-1} className={classes.heading}>
            {errors.length === 0 ? 'What was noticed' : 'What could not be read'}
          </h2>
          {errors.length > 0 && <p className={classes.note}>{view.lines.held === 1 ? '1 line is held: mend it here, leave it out, or save it' : `${formats.whole(view.lines.held)} lines are held: mend them here, leave them out, or save them`} as a file with the reasons and import that later. The file itself is not changed.</p>}
        </div>
        {errors.length > 0 && (
          <div className={classes.mends}>
            <SegmentedControl
              aria-label="Order of the problems"
              value={order}
              onChange={(value) => setOrder(value as 'kind' | 'row')}
              data={[
                { value: 'kind', label: 'By kind' },
                { value: 'row', label: 'By row' },
              ]}
            />
            <Button variant="default" disabled={view.lines.held === 0} onClick={onSaveRejected}>
              Save rejected rows…
            </Button>
          </div>
        )}
      </div>
      {(order === 'kind' ? errors : byRow).map((group) => (
        <Group key={group.kind} group={group} columns={view.understood.columns.map(({ shown }) => shown)} {...mending} />
      ))}
      {warnings.length > 0 && (
        <details className={`${classes.group} ${classes.more}`} open={errors.length === 0}>
          <summary>
            {formats.whole(remarks)} {remarks === 1 ? 'remark' : 'remarks'}{errors.length === 0 ? '; the lines are read' : ' on lines that are read'}
          </summary>
          {warnings.map(({ kind, count, rows }) => (
            <div key={kind}>
              <p className={classes.groupTitle}>
                {problemTitle(kind)} ({formats.whole(count)})
              </p>
              <ul className={classes.plainList}>
                {rows.slice(0, 10).map(({ sentence }) => (
                  <li key={sentence}>{sentence}</li>
                ))}
                {count > 10 && <li>and {formats.whole(count - 10)} more</li>}
              </ul>
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

function Group({ group, columns, ...mending }: Mending & { readonly group: ProblemGroup; readonly columns: readonly string[] }) {
  const formats = useFormats()
  const [most, setMost] = useState(rowsAtATime)
  const { mends, onMend } = mending
  const lines = [...new Set(group.rows.flatMap(({ line }) => line ?? []))]
  const cells = group.rows.filter((row) => row.line !== null && row.columnIndex !== null && row.cell !== null && !isKeyProblem(row))
  return (
    <div className={classes.group}>
      <div className={classes.groupHead}>
        <h3 className={classes.groupTitle}>
          {group.kind === 'all' ? 'Every problem in the order of the file' : problemTitle(group.kind)} ({formats.whole(group.count)})
        </h3>
        {group.kind !== 'all' && lines.length > 1 && (
          <span className={classes.mends}>
            {group.kind === 'repeated-key' && <RepeatButtons canAdd={group.rows[0]?.repeated?.canAdd === true} onRepeats={mending.onRepeats} />}
            {cells.length === group.rows.length && (
              <Button size="compact-sm" variant="subtle" onClick={() => onMend({ ...mends, cells: { ...mends.cells, ...Object.fromEntries(cells.map((row) => [mendedCellName(row.line ?? 0, row.columnIndex ?? 0), ''])) } })}>
                Take all without these values
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" onClick={() => onMend({ ...mends, skippedLines: [...mends.skippedLines, ...lines] })}>
              Leave out these {formats.whole(lines.length)} rows
            </Button>
          </span>
        )}
      </div>
      <ul className={classes.problems}>
        {group.rows.slice(0, most).map((row, at) => (
          <Problem key={`${row.line ?? 'file'} ${row.columnIndex ?? ''} ${at}`} row={row} columnName={row.columnIndex === null ? '' : (columns[row.columnIndex] ?? '')} {...mending} />
        ))}
      </ul>
      {group.count > most && most < group.rows.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + 100)}>
          Show more: {formats.whole(group.count - most)} are left
        </Button>
      )}
    </div>
  )
}

/** Without its key a row belongs to no part, and a repeated one stays repeated. */
function isKeyProblem({ sentence, kind }: ProblemRow): boolean {
  return kind === 'no-part-number' || kind === 'sub-row' || kind === 'repeated-key' || kind === 'part-number-damaged' || sentence.includes('part number')
}

/** The line stands beside the sentence. */
function withoutPlace({ sentence, line }: ProblemRow): string {
  if (line === null) return sentence
  return sentence.replace(new RegExp(`^Line ${line}[,:] `, 'u'), '').replace(new RegExp(`^Line ${line} `, 'u'), 'It ')
}

function Problem({ row, columnName, mends, onMend, onPartNumber }: Mending & { readonly row: ProblemRow; readonly columnName: string }) {
  const { kind, line, columnIndex, cell, repeated } = row
  const [text, setText] = useState<string | null>(null)
  const isCell = line !== null && columnIndex !== null && cell !== null && kind !== 'repeated-key'
  const repeat = (choice: string): void => {
    if (repeated !== null) onMend({ ...mends, repeats: { ...mends.repeats, [repeated.name]: choice } })
  }
  const set = (value: string): void => {
    if (isCell) onMend({ ...mends, cells: { ...mends.cells, [mendedCellName(line, columnIndex)]: value } })
  }
  return (
    <li className={classes.problem}>
      <span className={classes.line}>
        {line === null ? 'The file' : `Line ${line}`}
        {row.sheetRow !== null && <span className={classes.sheetRow}>row {row.sheetRow} of a spreadsheet</span>}
      </span>
      <span>
        {withoutPlace(row)}
        {kind === 'too-many-cells' && line !== null ? (
          <SplitCells row={row} line={line} onJoin={(places) => onMend({ ...mends, joins: { ...mends.joins, [line]: [...(mends.joins[line] ?? []), ...places] } })} />
        ) : (
          row.cells.length > 0 && <span className={classes.rowCells}>{row.cells.filter((each) => each !== '').join(' · ')}</span>
        )}
      </span>
      <span className={classes.mends}>
        {row.candidates.length > 0 && (
          <Select size="xs" w={180} aria-label={`Part meant on line ${line ?? ''}`} placeholder="It is the part …" data={[...row.candidates]} onChange={(value) => (value === null ? undefined : onPartNumber(cell ?? '', value))} />
        )}
        {isCell && (
          <form
            className={classes.mends}
            onSubmit={(event) => {
              event.preventDefault()
              if (text !== null && text !== cell) set(text)
            }}
          >
            <TextInput size="xs" w={130} aria-label={`${columnName} on line ${line}`} value={text ?? cell} onChange={(event) => setText(event.currentTarget.value)} />
            <Button size="xs" variant="default" type="submit" disabled={text === null || text === cell} aria-label={`Mend ${columnName} on line ${line}`}>
              Mend
            </Button>
          </form>
        )}
        {repeated !== null && line !== null && (
          <>
            <Button size="xs" variant="default" aria-label={`Keep line ${line} for ${repeated.name}`} onClick={() => repeat(`line ${line}`)}>
              Keep line {line}
            </Button>
            {repeated.canAdd && (
              <Button size="xs" variant="subtle" aria-label={`Add up the lines of ${repeated.name}, such as line ${line}`} onClick={() => repeat('sum')}>
                Add up
              </Button>
            )}
          </>
        )}
        {isCell && !isKeyProblem(row) && (
          <Button size="xs" variant="subtle" aria-label={`Without it: ${columnName} on line ${line}`} onClick={() => set('')}>
            Without it
          </Button>
        )}
        {line !== null && (
          <Button size="xs" variant="subtle" aria-label={`Leave out line ${line}`} onClick={() => onMend({ ...mends, skippedLines: [...mends.skippedLines, line] })}>
            Leave out
          </Button>
        )}
      </span>
    </li>
  )
}
