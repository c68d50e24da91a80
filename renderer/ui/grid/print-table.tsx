import { useIsPrinting } from '../use-is-printing'
import type { GridColumn } from './grid-column'
import classes from './print-table.module.css'

/** While the page is printed: every row and column shown, as a plain table whose headings repeat on each sheet. */
export function PrintTable<Row>(props: {
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly columns: readonly GridColumn<Row>[]
  readonly label: string
}) {
  const isPrinting = useIsPrinting()
  if (!isPrinting) return null
  return (
    <table className={classes.table} aria-label={props.label}>
      <thead>
        <tr>
          {props.columns.map(({ id, title, unit }) => (
            <th key={id} scope="col">
              {title} {unit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowId(row)}>
            {props.columns.map((column) => {
              const value = column.valueIn(row)
              return (
                <td key={column.id} data-number={column.type.kind === 'number' || undefined}>
                  {column.shown(value, row)} {value === null ? '' : column.unitOf(row)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
