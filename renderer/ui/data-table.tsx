import { memo, type ReactNode } from 'react'
import classes from './data-table.module.css'

/** A column of a table. */
export type DataColumn<Row> = {
  readonly id: string
  readonly heading: ReactNode
  /** Unit or another note under the heading. */
  readonly note?: string
  /** Numbers stand right. */
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
  /** The cell names its row for screen readers; one column of a table has it. */
  readonly isRowHeader?: boolean
  readonly width?: string
}

/** A plain table for up to some hundred rows: real headings, numbers right, nothing that needs a mouse. */
export function DataTable<Row>(props: {
  /** Says what the table holds; read aloud, and shown only when asked. */
  readonly caption: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
}) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={props.caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ id, heading, note, align, width }) => (
              <th key={id} scope="col" data-align={align ?? 'start'} style={width === undefined ? undefined : { width }}>
                {heading}
                {note === undefined ? null : <span className={classes.note}>{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <DataRow key={props.rowKey(row)} row={row} columns={props.columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DataRowView<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly DataColumn<Row>[] }) {
  return (
    <tr>
      {columns.map(({ id, align, cell, isRowHeader }) =>
        isRowHeader === true ? (
          <th key={id} scope="row" data-align={align ?? 'start'}>
            {cell(row)}
          </th>
        ) : (
          <td key={id} data-align={align ?? 'start'}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

// Left alone while its row and the columns are the same objects.
const DataRow = memo(DataRowView) as typeof DataRowView
