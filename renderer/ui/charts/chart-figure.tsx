import { useId, type ReactNode } from 'react'
import './charts.css'

/** One entry of a legend: how a thing is drawn and what it is. */
export type LegendEntry = { readonly mark: 'line' | 'range-inner' | 'range-outer' | 'dashed' | 'dotted' | 'event' | 'bar' | 'bar-muted' | 'second-line'; readonly label: string }

/** The numbers behind a chart, for people who would rather read them. */
export type ChartTable = { readonly caption: string; readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A chart in its frame: title, what it shows, legend, and the same as a table. */
export function ChartFigure(props: {
  readonly title: string
  readonly subtitle: string
  readonly legend: readonly LegendEntry[]
  readonly table: ChartTable
  readonly actions?: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  const { title, subtitle, legend, table, actions, note, children } = props
  const titleId = useId()
  return (
    <figure className="chart-figure" aria-labelledby={titleId}>
      <figcaption className="chart-caption">
        <div>
          <h2 id={titleId} className="chart-title">
            {title}
          </h2>
          <p className="chart-subtitle">{subtitle}</p>
        </div>
        {actions}
      </figcaption>
      {children}
      {legend.length > 0 && (
        <ul className="chart-legend">
          {legend.map(({ mark, label }) => (
            <li key={label}>
              <span className={`chart-mark chart-mark-${mark}`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && <p className="chart-note">{note}</p>}
      <details className="chart-table">
        <summary>Show as table</summary>
        <div className="chart-table-scroll" tabIndex={0} role="group" aria-label={table.caption}>
          <table>
            <caption>{table.caption}</caption>
            <thead>
              <tr>
                {table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th key={table.headings[index]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={table.headings[index]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
