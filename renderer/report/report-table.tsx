import type { ReactNode } from 'react'
import classes from './report.module.css'

/** A column of a table of the report. */
export type ReportColumn<Row> = {
  readonly heading: string
  /** Unit or another note under the heading. */
  readonly note?: string
  readonly align?: 'end'
  readonly cell: (row: Row) => ReactNode
}

/** A plain table whose headings repeat on each sheet; the first column names the row. */
export function ReportTable<Row>(props: { readonly caption: string; readonly columns: readonly ReportColumn<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row, index: number) => string }) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={props.caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ heading, note, align }) => (
              <th key={heading} scope="col" data-align={align}>
                {heading}
                {note === undefined ? null : <span className={classes.unit}>{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={props.rowKey(row, index)}>
              {props.columns.map(({ heading, align, cell }, column) =>
                column === 0 ? (
                  <th key={heading} scope="row" data-align={align}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={heading} data-align={align}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
