import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { useId, type ReactNode } from 'react'
import { FootAxis, ValueAxis } from './chart-axes'
import { ChartFigure } from './chart-figure'
import { ChartTooltip } from './chart-tooltip'
import { ChartWalker, useChartWalk } from './chart-walk'
import { weeklyShares, type DayProbabilities } from './weekly-shares'
import { useChartWidth } from './use-chart-width'

const margin = { top: 12, right: 16, bottom: 48, left: 56 }
const plotHeight = 180

/** How long an order takes, with and without export controls: the chance of each week. */
export function DistributionChart(props: {
  readonly title: string
  readonly subtitle: string
  readonly withControls: DayProbabilities
  readonly withoutControls: DayProbabilities
  readonly formatShare: (share: number) => string
  readonly note?: ReactNode
}): ReactNode {
  const { title, subtitle, formatShare, note } = props
  const descriptionId = useId()
  const { ref, width } = useChartWidth<HTMLDivElement>()
  const bins = weeklyShares(props.withControls, props.withoutControls)
  const foot = margin.top + plotHeight
  const firstDay = bins[0]?.firstDay ?? 0
  const endDay = (bins.at(-1)?.firstDay ?? 0) + 7
  const x = scaleLinear([firstDay, endDay], [margin.left, width - margin.right])
  const y = scaleLinear([0, Math.max(1e-9, max(bins, (bin) => Math.max(bin.withControls, bin.withoutControls)) ?? 1)], [foot, margin.top]).nice(4)
  const walk = useChartWalk(bins.map((bin) => x(bin.firstDay + 3.5)))
  const closed = bins.length === 0 ? [] : [...bins, { firstDay: endDay, withControls: 0, withoutControls: 0 }]
  const at = walk.index
  const read = at === null ? undefined : bins[at]

  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={[
        { mark: 'second-line', label: 'No controls' },
        { mark: 'line', label: 'With controls' },
      ]}
      note={note}
      table={{
        caption: title,
        headings: ['Lead time', 'No controls', 'With controls'],
        rows: bins.map((bin) => [titleOf(bin.firstDay), formatShare(bin.withoutControls), formatShare(bin.withControls)]),
      }}
    >
      <div className="chart-area" ref={ref}>
        <svg viewBox={`0 0 ${width} ${foot + margin.bottom}`} height={foot + margin.bottom} role="img" aria-labelledby={descriptionId} onPointerMove={walk.onPointerMove} onPointerLeave={walk.onPointerLeave}>
          <title id={descriptionId}>{`${title}. ${subtitle}`}</title>
          <ValueAxis ticks={y.ticks(4).map((tick) => ({ at: y(tick), label: formatShare(tick) }))} left={margin.left} right={width - margin.right} />
          <path className="chart-second-area" d={area<(typeof closed)[number]>((bin) => x(bin.firstDay), foot, (bin) => y(bin.withoutControls)).curve(curveStepAfter)(closed) ?? ''} />
          <path className="chart-outer" d={area<(typeof closed)[number]>((bin) => x(bin.firstDay), foot, (bin) => y(bin.withControls)).curve(curveStepAfter)(closed) ?? ''} />
          <path className="chart-second-line" d={line<(typeof closed)[number]>((bin) => x(bin.firstDay), (bin) => y(bin.withoutControls)).curve(curveStepAfter)(closed) ?? ''} />
          <path className="chart-line" d={line<(typeof closed)[number]>((bin) => x(bin.firstDay), (bin) => y(bin.withControls)).curve(curveStepAfter)(closed) ?? ''} />
          <FootAxis ticks={x.ticks(Math.max(3, (width - margin.left) / 90)).map((tick) => ({ at: x(tick), label: String(tick) }))} left={margin.left} right={width - margin.right} y={foot} />
          <text x={(margin.left + width - margin.right) / 2} y={foot + 40} textAnchor="middle">
            Days from order to receipt
          </text>
          {read !== undefined && <line className="chart-cursor" x1={x(read.firstDay + 3.5)} x2={x(read.firstDay + 3.5)} y1={margin.top} y2={foot} />}
        </svg>
        {read !== undefined && (
          <ChartTooltip
            x={x(read.firstDay + 3.5)}
            chartWidth={width}
            title={titleOf(read.firstDay)}
            rows={[
              { mark: 'second-line', label: 'No controls', value: formatShare(read.withoutControls) },
              { mark: 'line', label: 'With controls', value: formatShare(read.withControls) },
            ]}
          />
        )}
        <ChartWalker
          label={`Read ${title} by arrow keys`}
          count={bins.length}
          walk={walk}
          textAt={(index) => {
            const bin = bins[index]
            return bin === undefined ? '' : `${titleOf(bin.firstDay)}: no controls ${formatShare(bin.withoutControls)}, with controls ${formatShare(bin.withControls)}`
          }}
        />
      </div>
    </ChartFigure>
  )
}

function titleOf(day: number): string {
  return `${day} to ${day + 6} days`
}
