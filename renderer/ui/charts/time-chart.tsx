import { max, min } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import { useId, useMemo, type ReactNode } from 'react'
import { civilDate, type CivilDate } from '../../../shared/calendar/civil-date'
import { FootAxis, ValueAxis } from './chart-axes'
import { ChartFigure, type LegendEntry } from './chart-figure'
import { ChartTooltip, type TooltipRow } from './chart-tooltip'
import { ChartWalker, useChartWalk } from './chart-walk'
import { dateTicks, type DateTick } from './date-ticks'
import { fittedLabel, labelRows, labelWidth } from './fitted-label'
import { useChartWidth } from './use-chart-width'

/** A range of values at each date. */
export type TimeRange = { readonly label: string; readonly mark: 'range-inner' | 'range-outer'; readonly low: readonly number[]; readonly high: readonly number[] }

/** A value at each date; stepped ones hold until the next date. */
export type TimeLine = { readonly label: string; readonly mark: 'line' | 'second-line' | 'dashed' | 'dotted'; readonly values: readonly (number | null)[]; readonly isStepped: boolean }

/** A stretch of time in which a policy holds. `untilDate` is the first day after it, null for none. */
export type PolicyBand = { readonly label: string; readonly tone: 'calm' | 'licence' | 'halt' | 'eased'; readonly fromDate: string; readonly untilDate: string | null }

/** Something that happens on a day. */
export type TimeEvent = { readonly date: string; readonly label: string }

const fontSize = 12
const margin = { right: 12, bottom: 32, left: 64 }
const standardHeight = 280
const bandHead = 26

const markClass = { line: 'chart-line', 'second-line': 'chart-second-line', dashed: 'chart-dashed', dotted: 'chart-dotted' } as const
const rangeClass = { 'range-inner': 'chart-inner', 'range-outer': 'chart-outer' } as const

/** Quantities over time: ranges, lines and steps under the policy that holds, read by pointer or arrow keys. */
export function TimeChart(props: {
  readonly title: string
  readonly subtitle: string
  readonly dates: readonly string[]
  readonly ranges: readonly TimeRange[]
  readonly lines: readonly TimeLine[]
  readonly bands: readonly PolicyBand[]
  readonly events: readonly TimeEvent[]
  readonly formatValue: (value: number) => string
  readonly formatDate: (date: string) => string
  readonly formatTick: (date: CivilDate, shows: DateTick['shows']) => string
  readonly titleAt?: (index: number) => string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** Height of the plot in pixels. */
  readonly height?: number
}): ReactNode {
  const { title, subtitle, ranges, lines, formatValue, formatDate, formatTick, note, actions } = props
  const descriptionId = useId()
  const clipId = useId()
  const { ref, width } = useChartWidth<HTMLDivElement>()
  const days = useMemo(() => props.dates.map(civilDate), [props.dates])
  const first = days[0] ?? civilDate('2026-01-01')
  const last = days.at(-1) ?? first
  const x = scaleLinear([first, Math.max(last, first + 1)], [margin.left, width - margin.right])
  const bands = props.bands.flatMap((band) => {
    const from = Math.max(first, civilDate(band.fromDate))
    const until = band.untilDate === null ? last : Math.min(last, civilDate(band.untilDate))
    return from < until ? [{ ...band, x: x(from), width: x(until) - x(from) }] : []
  })
  const events = props.events
    .map((event) => ({ ...event, day: civilDate(event.date) }))
    .filter(({ day }) => day >= first && day <= last)
    .toSorted((a, b) => a.day - b.day)
  const rows = labelRows(events.map(({ day, label }) => ({ x: x(day), text: label })), fontSize)
  const eventRows = Math.min(3, (max(rows) ?? -1) + 1)
  const top = (bands.length > 0 ? bandHead : 8) + eventRows * 18 + 4
  const foot = top + (props.height ?? standardHeight)
  const values = [...ranges.flatMap(({ low, high }) => [...low, ...high]), ...lines.flatMap((each) => each.values.filter((value) => value !== null))]
  const y = scaleLinear([Math.min(0, min(values) ?? 0), Math.max(1e-9, max(values) ?? 1)], [foot, top]).nice(5)
  const walk = useChartWalk(days.map((day) => x(day)))
  const titleAt = props.titleAt ?? ((index: number) => formatDate(props.dates[index] as string))
  const rowsAt = (index: number): readonly TooltipRow[] => [
    ...lines.flatMap(({ label, mark, values: of }) => {
      const value = of[index]
      return value === null || value === undefined ? [] : [{ mark, label, value: formatValue(value) }]
    }),
    ...ranges.map(({ label, mark, low, high }) => ({ mark, label, value: `${formatValue(low[index] as number)} – ${formatValue(high[index] as number)}` })),
  ]
  const spoken = (index: number): string => `${titleAt(index)}: ${rowsAt(index).map(({ label, value }) => `${label} ${value}`).join(', ')}`
  const legend: LegendEntry[] = [...lines, ...ranges].map(({ mark, label }) => ({ mark, label }))
  if (events.length > 0) legend.push({ mark: 'event', label: 'Event' })
  const zero = y.domain()[0] as number
  const at = walk.index

  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={legend}
      actions={actions}
      note={note}
      table={{
        caption: `${title}, ${subtitle}`,
        headings: ['Date', ...lines.map(({ label }) => label), ...ranges.map(({ label }) => label)],
        rows: days.map((_, index) => [
          titleAt(index),
          ...lines.map(({ values: of }) => (of[index] === null || of[index] === undefined ? '' : formatValue(of[index]))),
          ...ranges.map(({ low, high }) => `${formatValue(low[index] as number)} – ${formatValue(high[index] as number)}`),
        ]),
      }}
    >
      <div className="chart-area" ref={ref}>
        <svg viewBox={`0 0 ${width} ${foot + margin.bottom}`} height={foot + margin.bottom} role="img" aria-labelledby={descriptionId} onPointerMove={walk.onPointerMove} onPointerLeave={walk.onPointerLeave}>
          <title id={descriptionId}>{`${title}. ${days.length === 0 ? 'No figures yet.' : `From ${spoken(0)}; to ${spoken(days.length - 1)}.`}`}</title>
          <clipPath id={clipId}>
            <rect x={margin.left} y={0} width={Math.max(0, width - margin.left - margin.right)} height={foot} />
          </clipPath>
          {bands.map((band) => (
            <g key={`${band.fromDate}${band.label}`}>
              <rect className={`chart-band-${band.tone}`} x={band.x} y={2} width={band.width} height={foot - 2} />
              <rect className={`chart-edge-${band.tone}`} x={band.x} y={2} width={band.width} height={3} />
              <text className={`chart-ink-${band.tone}`} x={band.x + 8} y={19}>
                {fittedLabel(band.label, { width: band.width - 12, fontSize })}
              </text>
            </g>
          ))}
          <ValueAxis ticks={y.ticks(5).map((tick) => ({ at: y(tick), label: formatValue(tick) }))} left={margin.left} right={width - margin.right} />
          <g clipPath={`url(#${clipId})`}>
            {ranges.map(({ label, mark, low, high }) => (
              <path
                key={label}
                className={rangeClass[mark]}
                d={area<number>(
                  (_, index) => x(days[index] as number),
                  (_, index) => y(low[index] as number),
                  (_, index) => y(high[index] as number),
                ).curve(curveLinear)([...days.keys()]) ?? ''}
              />
            ))}
            {lines.map(({ label, mark, values: of, isStepped }) => (
              <path
                key={label}
                className={markClass[mark]}
                d={line<number>(
                  (index) => x(days[index] as number),
                  (index) => y(of[index] as number),
                )
                  .defined((index) => of[index] !== null && of[index] !== undefined)
                  .curve(isStepped ? curveStepAfter : curveLinear)([...days.keys()]) ?? ''}
              />
            ))}
          </g>
          {zero < 0 && <line className="chart-cursor" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />}
          {events.map(({ day, label, date }, index) => {
            const row = Math.min(rows[index] as number, 2)
            const labelY = (bands.length > 0 ? bandHead : 8) + row * 18 + 10
            const isLate = x(day) + labelWidth(label, fontSize) + 14 > width - margin.right
            return (
              <g key={`${date}${label}`} className="chart-event" transform={`translate(${x(day)},0)`}>
                <line y1={labelY} y2={foot} />
                <path d={`M0,${labelY - 5}l5,5l-5,5l-5,-5Z`} />
                <text x={isLate ? -9 : 9} y={labelY + 4} textAnchor={isLate ? 'end' : 'start'}>
                  {label}
                </text>
              </g>
            )
          })}
          <FootAxis
            ticks={dateTicks({ firstDate: first, lastDate: last, mostTicks: (width - margin.left) / 84 }).map(({ date, shows }) => ({ at: x(date), label: formatTick(date, shows) }))}
            left={margin.left}
            right={width - margin.right}
            y={foot}
          />
          {at !== null && (
            <g>
              <line className="chart-cursor" x1={x(days[at] as number)} x2={x(days[at] as number)} y1={top} y2={foot} />
              {lines.slice(0, 1).map(({ label, values: of }) => (of[at] === null || of[at] === undefined ? null : <circle key={label} className="chart-dot" cx={x(days[at] as number)} cy={y(of[at])} r={4.5} />))}
            </g>
          )}
        </svg>
        {at !== null && <ChartTooltip x={x(days[at] as number)} chartWidth={width} title={titleAt(at)} rows={rowsAt(at)} />}
        <ChartWalker label={`Read ${title} by arrow keys`} count={days.length} walk={walk} textAt={spoken} />
      </div>
    </ChartFigure>
  )
}
