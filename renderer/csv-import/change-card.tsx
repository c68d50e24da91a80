import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { ImportKind } from '../../shared/csv/import-field'
import type { ImportedCell } from '../../shared/csv/imported-plan-change'
import { useFormats } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { noFigure, type Formats } from '../ui/formats'
import { StatTile, StatTiles } from '../ui/stat-tile'
import classes from './import.module.css'
import { declinableCell, type ChangeView } from './import-view'
import { cellLabel, flagLabels } from './import-words'

const rowsAtATime = 50

const ownership: Readonly<Record<ImportKind, string>> = {
  parts: 'A list of parts also writes descriptions, suppliers, lead times and lots; choose “Stock” above to write only what the ERP owns.',
  stock: 'A list of stock writes only what the ERP owns: stock, price and the ERP’s own levels.',
  usage: 'A list of usage writes only the periods that are in it.',
  orders: 'A list of orders writes only orders; their licences stay as you entered them.',
  assemblies: 'A list of assemblies writes only what they are made of.',
}

/** What the import would do to the plan, before and after, the doubtful changes first; nothing of it is written yet. */
export function ChangeCard(props: {
  readonly change: ChangeView
  readonly kind: ImportKind | null
  readonly takesAdded: boolean
  readonly declinedCells: readonly string[]
  readonly onTakesAdded: (takes: boolean) => void
  readonly onDecline: (cell: string, isDeclined: boolean) => void
}) {
  const { change, takesAdded, declinedCells } = props
  const formats = useFormats()
  const [most, setMost] = useState(rowsAtATime)
  const columns: readonly DataColumn<ImportedCell>[] = [
    { id: 'part', heading: 'Part', isRowHeader: true, cell: ({ partNumber }) => <span className={classes.partNumber}>{partNumber}</span> },
    { id: 'field', heading: 'Field', cell: ({ field }) => <span className={classes.reason}>{cellLabel(field)}</span> },
    { id: 'before', heading: 'Before', align: 'end', cell: ({ before }) => <span className={`${classes.before} ${isText(before) ? classes.text : ''}`}>{shownValue(before, formats)}</span> },
    { id: 'after', heading: 'After', align: 'end', cell: ({ after }) => <strong className={isText(after) ? classes.text : undefined}>{shownValue(after, formats)}</strong> },
    { id: 'flag', heading: 'Check', cell: ({ flag }) => (flag === null ? '' : <span className={classes.flag}>{flagLabels[flag]}</span>) },
    {
      id: 'take',
      heading: 'Take',
      cell: (cell) => {
        const name = declinableCell(cell)
        return <Checkbox aria-label={`Take ${takenWords(cell.field)} of ${cell.partNumber}`} checked={!declinedCells.includes(name)} onChange={(event) => props.onDecline(name, !event.currentTarget.checked)} />
      },
    },
  ]
  return (
    <section className={classes.card} aria-labelledby="change-heading">
      <div className={classes.cardHead}>
        <div>
          <h2 id="change-heading" tabIndex={-1} className={classes.heading}>
            What it does to the plan
          </h2>
          <p className={classes.note}>Nothing is written before you import. Parts that are not in the file stay as they are, and a blank cell changes nothing. {ownership[props.kind ?? 'parts']}</p>
        </div>
      </div>
      <StatTiles>
        <StatTile label="Parts added" figure={formats.whole(takesAdded ? change.addedCount : 0)} context={takesAdded || change.addedCount === 0 ? 'that the plan does not have' : `${formats.whole(change.addedCount)} in the file are left out`} />
        <StatTile label="Parts updated" figure={formats.whole(change.updatedPartCount)} context={`${formats.whole(change.cellCount)} values change`} />
        <StatTile label="Changes to check" figure={formats.whole(change.flaggedCount)} tone={change.flaggedCount > 0 ? 'warn' : 'good'} context="over fivefold, or by 10 or 1000" />
        <StatTile label="Left out" figure={formats.whole(change.leftOutCount + change.offers.length)} tone={change.leftOutCount + change.offers.length > 0 ? 'warn' : 'neutral'} context="that the plan cannot take" />
      </StatTiles>
      {change.addedCount > 0 && (
        <>
          <Checkbox label={`Add ${change.addedCount === 1 ? 'the part' : `the ${formats.whole(change.addedCount)} parts`} that the plan does not have`} checked={takesAdded} onChange={(event) => props.onTakesAdded(event.currentTarget.checked)} />
          <p className={classes.note}>
            {change.added
              .slice(0, 12)
              .map(({ partNumber, plant, description }) => [`${partNumber}${plant === '' ? '' : ` (${plant})`}`, description].filter((text) => text !== '').join(' '))
              .join(' · ')}
            {change.addedCount > 12 ? ` · and ${formats.whole(change.addedCount - 12)} more` : ''}
          </p>
        </>
      )}
      {change.cells.length > 0 && (
        <div style={{ marginTop: 14 }}>
          <DataTable caption="Values that change" columns={columns} rows={change.cells.slice(0, most)} rowKey={(cell) => `${cell.partId}/${cell.field}`} />
          {change.cellCount > most && most < change.cells.length && (
            <Button variant="subtle" mt="xs" onClick={() => setMost(most + 200)}>
              Show more: {formats.whole(change.cellCount - most)} changes are left
            </Button>
          )}
        </div>
      )}
      {change.leftOut.length > 0 && (
        <details className={classes.more}>
          <summary>{change.leftOutCount === 1 ? '1 thing' : `${formats.whole(change.leftOutCount)} things`} the plan cannot take</summary>
          <ul className={classes.plainList}>
            {change.leftOut.slice(0, 100).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {change.leftOutCount > 100 && <li>and {formats.whole(change.leftOutCount - 100)} more</li>}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Months of usage, and orders, are one value of a part: taken or declined together. */
function takenWords(field: string): string {
  return field.startsWith('usage ') ? 'all usage' : field.startsWith('order ') ? 'all orders' : cellLabel(field)
}

const number = /^-?\d+(\.\d+)?(e[+-]\d+)?$/u

/** Texts stand left, numbers right. */
function isText(text: string): boolean {
  return text !== '' && !number.test(text) && !/^\d{4}-\d\d-\d\d$/u.test(text)
}

/** Values come as plain texts; numbers and days among them are shown as the region writes them. */
function shownValue(text: string, formats: Formats): string {
  if (text === '') return noFigure
  if (number.test(text)) return Number.isInteger(Number(text)) ? formats.whole(Number(text)) : formats.exact(Number(text))
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? formats.date(text) : text
}
