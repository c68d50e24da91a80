import type { ReactNode } from 'react'
import type { LegendEntry } from './chart-figure'

/** One line of a tooltip. */
export type TooltipRow = { readonly mark: LegendEntry['mark']; readonly label: string; readonly value: string }

/** What stands at one place of a chart; it keeps inside the chart, on the side with more room. */
export function ChartTooltip(props: { readonly x: number; readonly chartWidth: number; readonly title: string; readonly rows: readonly TooltipRow[] }): ReactNode {
  const { x, chartWidth, title, rows } = props
  const isLeft = x > chartWidth / 2
  return (
    <div className="chart-tooltip" style={isLeft ? { right: chartWidth - x + 14 } : { left: x + 14 }} aria-hidden="true">
      <p className="chart-tooltip-title">{title}</p>
      <dl>
        {rows.map(({ mark, label, value }) => (
          <div key={label}>
            <dt>
              <span className={`chart-mark chart-mark-${mark}`} />
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
