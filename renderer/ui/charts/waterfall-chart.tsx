import { max, min } from 'd3-array'
import { scaleBand, scaleLinear } from 'd3-scale'
import { useId, type ReactNode } from 'react'
import { ValueAxis } from './chart-axes'
import { ChartFigure } from './chart-figure'
import { ChartTooltip } from './chart-tooltip'
import { ChartWalker, useChartWalk } from './chart-walk'
import { useChartWidth } from './use-chart-width'
import { valueLabelFoot, waterfallBars, type WaterfallStep } from './waterfall-steps'

const margin = { top: 24, right: 12, bottom: 52, left: 64 }
const plotHeight = 220

/** What a total is made of: one bar a step, each beginning where the one before ended. */
export function WaterfallChart(props: {
  readonly title: string
  readonly subtitle: string
  readonly steps: readonly WaterfallStep[]
  readonly formatValue: (value: number) => string
  readonly note?: ReactNode
}): ReactNode {
  const { title, subtitle, steps, formatValue, note } = props
  const descriptionId = useId()
  const { ref, width } = useChartWidth<HTMLDivElement>()
  const bars = waterfallBars(steps)
  const foot = margin.top + plotHeight
  const places = bars.map((_, index) => String(index))
  const x = scaleBand(places, [margin.left, width - margin.right]).padding(0.28)
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const y = scaleLinear([Math.min(0, min(ends) ?? 0), Math.max(1e-9, max(ends) ?? 1)], [foot, margin.top]).nice(4)
  const middle = (index: number): number => (x(String(index)) ?? 0) + x.bandwidth() / 2
  const walk = useChartWalk(bars.map((_, index) => middle(index)))
  const shown = (bar: WaterfallStep): string => (bar.isTotal ? formatValue(bar.value) : `${bar.value > 0 ? '+' : bar.value < 0 ? '−' : ''}${formatValue(Math.abs(bar.value))}`)
  const at = walk.index
  const read = at === null ? undefined : bars[at]

  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={[]}
      note={note}
      table={{ caption: title, headings: ['Step', 'Quantity', 'Why'], rows: bars.map((bar) => [bar.label, shown(bar), bar.sentence]) }}
    >
      <div className="chart-area" ref={ref}>
        <svg viewBox={`0 0 ${width} ${foot + margin.bottom}`} height={foot + margin.bottom} role="img" aria-labelledby={descriptionId} onPointerMove={walk.onPointerMove} onPointerLeave={walk.onPointerLeave}>
          <title id={descriptionId}>{`${title}: ${bars.map((bar) => `${bar.label} ${shown(bar)}`).join(', ')}.`}</title>
          <ValueAxis ticks={y.ticks(4).map((tick) => ({ at: y(tick), label: formatValue(tick) }))} left={margin.left} right={width - margin.right} />
          {bars.map((bar, index) => {
            const left = x(String(index)) ?? 0
            const high = y(Math.max(bar.from, bar.to))
            const height = Math.max(1, Math.abs(y(bar.from) - y(bar.to)))
            const next = bars[index + 1]
            return (
              <g key={bar.label}>
                <rect className={bar.isTotal ? 'chart-bar-total' : bar.value < 0 ? 'chart-bar-down' : 'chart-bar-up'} x={left} y={high} width={x.bandwidth()} height={height} rx={2} />
                <text className="chart-value" x={middle(index)} y={valueLabelFoot({ top: high, bottom: high + height, zero: y(0) })} textAnchor="middle">
                  {shown(bar)}
                </text>
                {next !== undefined && <line className="chart-connector" x1={left + x.bandwidth()} x2={x(String(index + 1)) ?? 0} y1={y(bar.to)} y2={y(bar.to)} />}
                {twoLines(bar.label, x.step()).map((part, row) => (
                  <text key={part} x={middle(index)} y={foot + 18 + row * 14} textAnchor="middle">
                    {part}
                  </text>
                ))}
              </g>
            )
          })}
          <line className="chart-cursor" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />
        </svg>
        {at !== null && read !== undefined && (
          <ChartTooltip x={middle(at)} chartWidth={width} title={read.label} rows={[{ mark: 'bar', label: read.sentence, value: shown(read) }]} />
        )}
        <ChartWalker label={`Read ${title} by arrow keys`} count={bars.length} walk={walk} textAt={(index) => `${bars[index]?.label ?? ''}: ${shown(bars[index] as WaterfallStep)}. ${bars[index]?.sentence ?? ''}`} />
      </div>
    </ChartFigure>
  )
}

/** A label on at most two lines of a width. */
function twoLines(label: string, width: number): readonly string[] {
  const most = Math.max(6, Math.floor(width / 6.6))
  if (label.length <= most) return [label]
  const words = label.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && first.length + words[0].length + 1 <= most) first += ` ${words.shift()}`
  const rest = words.join(' ')
  if (rest === '') return [first]
  return [first, rest.length > most ? `${rest.slice(0, most - 1)}…` : rest]
}
