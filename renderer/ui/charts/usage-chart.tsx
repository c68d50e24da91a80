import { max, min } from 'd3-array'
import { scaleBand, scaleLinear } from 'd3-scale'
import { useId, type ReactNode } from 'react'
import { FootAxis, ValueAxis } from './chart-axes'
import { ChartFigure } from './chart-figure'
import { ChartTooltip } from './chart-tooltip'
import { ChartWalker, useChartWalk } from './chart-walk'
import { useChartWidth } from './use-chart-width'

/** Usage in one period, and whether the window counts it. */
export type UsageBar = { readonly label: string; readonly quantity: number; readonly isCounted: boolean }

const margin = { top: 12, right: 12, bottom: 32, left: 64 }
const plotHeight = 160

/** Usage history, one bar a period; those outside the window that counts are muted. The mean of the window is a line. */
export function UsageChart(props: {
  readonly title: string
  readonly subtitle: string
  readonly bars: readonly UsageBar[]
  /** Mean of a period in the window, or null when there is none. */
  readonly meanPerPeriod: number | null
  readonly formatValue: (value: number) => string
  readonly note?: ReactNode
}): ReactNode {
  const { title, subtitle, bars, meanPerPeriod, formatValue, note } = props
  const descriptionId = useId()
  const { ref, width } = useChartWidth<HTMLDivElement>()
  const foot = margin.top + plotHeight
  const x = scaleBand(bars.map(({ label }) => label), [margin.left, width - margin.right]).padding(0.2)
  const quantities = bars.map(({ quantity }) => quantity)
  const y = scaleLinear([Math.min(0, min(quantities) ?? 0), Math.max(1e-9, max([...quantities, meanPerPeriod ?? 0]) ?? 1)], [foot, margin.top]).nice(4)
  const middle = (label: string): number => (x(label) ?? 0) + x.bandwidth() / 2
  const walk = useChartWalk(bars.map(({ label }) => middle(label)))
  const read = walk.index === null ? undefined : bars[walk.index]
  const every = Math.max(1, Math.ceil(bars.length / Math.max(1, (width - margin.left) / 72)))
  const said = (bar: UsageBar): string => `${bar.label}: ${formatValue(bar.quantity)}${bar.isCounted ? '' : ', not counted'}`

  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={[
        { mark: 'bar', label: 'Counts for the mean' },
        { mark: 'bar-muted', label: 'Outside the window' },
        ...(meanPerPeriod === null ? [] : [{ mark: 'dashed' as const, label: `Mean of the window: ${formatValue(meanPerPeriod)}` }]),
      ]}
      note={note}
      table={{ caption: title, headings: ['Period', 'Usage', 'Counted'], rows: bars.map((bar) => [bar.label, formatValue(bar.quantity), bar.isCounted ? 'yes' : 'no']) }}
    >
      <div className="chart-area" ref={ref}>
        <svg viewBox={`0 0 ${width} ${foot + margin.bottom}`} height={foot + margin.bottom} role="img" aria-labelledby={descriptionId} onPointerMove={walk.onPointerMove} onPointerLeave={walk.onPointerLeave}>
          <title id={descriptionId}>{`${title}. ${bars.map(said).join('; ')}`}</title>
          <ValueAxis ticks={y.ticks(4).map((tick) => ({ at: y(tick), label: formatValue(tick) }))} left={margin.left} right={width - margin.right} />
          {bars.map((bar) => (
            <rect
              key={bar.label}
              className={bar.isCounted ? 'chart-bar-total' : 'chart-bar-muted'}
              x={x(bar.label)}
              y={y(Math.max(0, bar.quantity))}
              width={x.bandwidth()}
              height={Math.max(0.5, Math.abs(y(bar.quantity) - y(0)))}
            />
          ))}
          {meanPerPeriod !== null && <line className="chart-dashed" x1={margin.left} x2={width - margin.right} y1={y(meanPerPeriod)} y2={y(meanPerPeriod)} />}
          <FootAxis ticks={bars.filter((_, index) => index % every === 0).map(({ label }) => ({ at: middle(label), label }))} left={margin.left} right={width - margin.right} y={foot} />
        </svg>
        {read !== undefined && <ChartTooltip x={middle(read.label)} chartWidth={width} title={read.label} rows={[{ mark: read.isCounted ? 'bar' : 'bar-muted', label: read.isCounted ? 'Usage' : 'Usage, not counted', value: formatValue(read.quantity) }]} />}
        <ChartWalker label={`Read ${title} by arrow keys`} count={bars.length} walk={walk} textAt={(index) => said(bars[index] as UsageBar)} />
      </div>
    </ChartFigure>
  )
}
