import { scaleLinear } from 'd3-scale'
import { memo, useId, type ReactNode } from 'react'
import { addDays, civilDate, isoDate, type CivilDate } from '../../shared/calendar/civil-date'
import type { LaneSpan } from '../../shared/plan/timeline-lanes'
import type { EventPlace } from '../../shared/plan/timeline-gestures'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { dateTicks } from '../ui/charts/date-ticks'
import { fittedLabel, labelRows, labelWidth } from '../ui/charts/fitted-label'
import { useChartWidth } from '../ui/charts/use-chart-width'
import { useFormats } from '../ui/app-context'
import { keyStepDays, useEventDrag } from './event-drag'
import '../ui/charts/charts.css'
import './timeline-axis.css'

/** A row of bars: one control in one scenario. */
export type AxisLane = { readonly controlId: string; readonly title: string; readonly spans: readonly LaneSpan[]; readonly hasOpenHalt: boolean }

/** A group of rows: the common timeline, or one scenario's branch with its controls. */
export type AxisGroup = {
  readonly place: EventPlace
  readonly title: string
  /** What stands under the title, such as the scenario's weight. */
  readonly detail: string
  readonly events: readonly PolicyEvent[]
  readonly lanes: readonly AxisLane[]
}

const nameWidth = 172
const rightMargin = 16
const headHeight = 30
const eventRowHeight = 19
const laneHeight = 20
// The last row is for what finds no room in those above; its markers bear no labels.
const mostEventRows = 5
const fontSize = 12

const stateNames = { none: 'No licence needed', licence: 'Licence', halt: 'Halt' } as const
const tones = { none: 'eased', licence: 'licence', halt: 'halt' } as const

/** Common events and each scenario's branch on one time axis; an event moves by dragging or by the arrow keys and opens by a press or Enter. */
export const TimelineAxis = memo(TimelineAxisView)

function TimelineAxisView(props: {
  readonly window: { readonly fromDate: CivilDate; readonly untilDate: CivilDate }
  readonly planningDate: CivilDate
  readonly groups: readonly AxisGroup[]
  readonly onMove: (place: EventPlace, event: PolicyEvent, toDate: string) => void
  readonly onOpen: (place: EventPlace, event: PolicyEvent) => void
}): ReactNode {
  const { window, planningDate, groups, onMove, onOpen } = props
  const formats = useFormats()
  const titleId = useId()
  const { ref, width } = useChartWidth<HTMLDivElement>()
  const right = width - rightMargin
  const x = scaleLinear([window.fromDate, window.untilDate], [nameWidth, right])
  const pixelsPerDay = (right - nameWidth) / Math.max(1, window.untilDate - window.fromDate)
  const placed = placedGroups(groups, { window, x, right })
  const height = placed.at(-1)?.bottom ?? headHeight
  const byKey = new Map(placed.flatMap((group) => group.markers.map((marker) => [marker.key, { place: group.group.place, event: marker.event }] as const)))
  const moveBy = (key: string, days: number): void => {
    const found = byKey.get(key)
    if (found === undefined || found.event.effectiveDate === null || found.event.effects.length === 0) return
    onMove(found.place, found.event, isoDate(addDays(civilDate(found.event.effectiveDate), days)))
  }
  const open = (key: string): void => {
    const found = byKey.get(key)
    if (found !== undefined) onOpen(found.place, found.event)
  }
  const drag = useEventDrag({ pixelsPerDay, onMove: moveBy, onPress: open })
  const laneLabel = ({ state, meanWaitDays }: LaneSpan): string => (meanWaitDays === null ? stateNames[state] : `${stateNames[state]}, ${formats.days(meanWaitDays)} days`)

  return (
    <div className="chart-area timeline-axis" ref={ref}>
      <svg viewBox={`0 0 ${width} ${height + 4}`} height={height + 4} role="group" aria-labelledby={titleId}>
        <title id={titleId}>Policy timeline: events and the state of each export control in each scenario. The list of events below holds the same.</title>
        {dateTicks({ firstDate: window.fromDate, lastDate: window.untilDate, mostTicks: (right - nameWidth) / 70 }).map((tick) => (
          <g key={tick.date} className="timeline-tick" transform={`translate(${x(tick.date)},0)`}>
            <line y1={headHeight - 8} y2={height} />
            <text y={14} textAnchor="middle" className={tick.shows === 'year' ? 'chart-value' : undefined}>
              {formats.tick(tick.date, tick.shows)}
            </text>
          </g>
        ))}
        {planningDate >= window.fromDate && planningDate <= window.untilDate && (
          <g className="timeline-today" transform={`translate(${x(planningDate)},0)`}>
            <line y1={headHeight - 8} y2={height} />
          </g>
        )}
        {placed.map(({ group, top, eventRows, markers, bottom }) => (
          <g key={group.place.kind === 'common' ? 'common' : group.place.scenarioId}>
            <line className="timeline-rule" x1={0} x2={right} y1={top} y2={top} />
            <text className="chart-value" x={0} y={top + 18}>
              {fittedLabel(group.title, { width: nameWidth - 14, fontSize: 12.5 })}
            </text>
            <text x={0} y={top + 33}>
              {fittedLabel(group.detail, { width: nameWidth - 8, fontSize })}
            </text>
            {group.lanes.map((lane, index) => {
              const laneTop = top + headOf(eventRows) + index * laneHeight
              return (
                <g key={lane.controlId}>
                  <text x={0} y={laneTop + 14}>
                    {fittedLabel(lane.title, { width: nameWidth - 14, fontSize })}
                  </text>
                  {lane.spans.map((span) => (
                    <g key={span.fromDate}>
                      <rect className={`chart-band-${tones[span.state]} timeline-span-${span.state}`} x={x(span.fromDate)} y={laneTop} width={Math.max(0, x(span.untilDate) - x(span.fromDate) - 1)} height={laneHeight - 3} rx={2}>
                        <title>{`${lane.title}: ${laneLabel(span)} from ${formats.date(isoDate(span.fromDate))}`}</title>
                      </rect>
                      <text className={`chart-ink-${tones[span.state]}`} x={x(span.fromDate) + 6} y={laneTop + 13}>
                        {fittedLabel(laneLabel(span), { width: x(span.untilDate) - x(span.fromDate) - 10, fontSize })}
                      </text>
                    </g>
                  ))}
                </g>
              )
            })}
            {markers.map(({ key, event, at, row, isLabelled }) => {
              const isMovable = event.effects.length > 0
              const days = drag.key === key && isMovable ? drag.days : 0
              const date = addDays(civilDate(event.effectiveDate ?? '1970-01-01'), days)
              const markX = at + days * pixelsPerDay
              const y = top + 14 + row * eventRowHeight
              const label = days === 0 ? event.title : formats.date(isoDate(date))
              const isLate = markX + labelWidth(label, fontSize) + 14 > right
              return (
                <g
                  key={key}
                  className={`timeline-event${isMovable ? ' timeline-event-movable' : ''}${drag.key === key ? ' timeline-event-dragged' : ''}`}
                  role={isMovable ? 'slider' : 'button'}
                  tabIndex={0}
                  aria-label={isMovable ? `${event.title}. Arrow keys move it by a week, with Shift by four, with Alt by a day; Enter opens it.` : `${event.title}, ${formats.date(isoDate(date))}. Open.`}
                  {...(isMovable ? { 'aria-valuemin': window.fromDate, 'aria-valuemax': window.untilDate, 'aria-valuenow': date, 'aria-valuetext': formats.date(isoDate(date)) } : {})}
                  transform={`translate(${markX},${y})`}
                  {...drag.handlersOf(key)}
                  onKeyDown={(pressed) => {
                    const step = keyStepDays(pressed)
                    if (step !== 0 && isMovable) {
                      pressed.preventDefault()
                      moveBy(key, step)
                    } else if (pressed.key === 'Enter' || pressed.key === ' ') {
                      pressed.preventDefault()
                      open(key)
                    }
                  }}
                >
                  <line className="timeline-drop" y1={6} y2={bottom - y - 4} />
                  <rect className="timeline-hit" x={-10} y={-9} width={isLabelled && !isLate ? labelWidth(label, fontSize) + 20 : 20} height={18} rx={4} />
                  <path d="M0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5Z" />
                  {(isLabelled || days !== 0) && (
                    <text x={isLate ? -10 : 10} dy="0.34em" textAnchor={isLate ? 'end' : 'start'}>
                      {label}
                    </text>
                  )}
                </g>
              )
            })}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Height of a group above its lanes: two lines of its name, or as many rows as its events need. */
function headOf(eventRows: number): number {
  return Math.max(42, 8 + eventRows * eventRowHeight)
}

type Marker = { readonly key: string; readonly event: PolicyEvent; readonly at: number; readonly row: number; readonly isLabelled: boolean }
type PlacedGroup = { readonly group: AxisGroup; readonly top: number; readonly bottom: number; readonly eventRows: number; readonly markers: readonly Marker[] }

/** Where each group stands, with its events in rows so that their labels do not overlap. */
function placedGroups(groups: readonly AxisGroup[], of: { readonly window: { readonly fromDate: CivilDate; readonly untilDate: CivilDate }; readonly x: (day: number) => number; readonly right: number }): readonly PlacedGroup[] {
  let top = headHeight
  return groups.map((group) => {
    const shown = group.events
      .flatMap((event) => (event.effectiveDate === null ? [] : [{ event, day: civilDate(event.effectiveDate) }]))
      .filter(({ day }) => day >= of.window.fromDate && day <= of.window.untilDate)
      .toSorted((a, b) => a.day - b.day)
    const rows = labelRows(shown.map(({ event, day }) => ({ x: of.x(day), text: event.title })), fontSize)
    const eventRows = Math.max(1, Math.min(mostEventRows, Math.max(0, ...rows) + 1))
    const prefix = group.place.kind === 'common' ? 'common' : group.place.scenarioId
    const markers = shown.map(({ event, day }, index) => {
      const row = rows[index] as number
      return { key: `${prefix}/${event.id}`, event, at: of.x(day), row: Math.min(row, mostEventRows - 1), isLabelled: row < mostEventRows - 1 }
    })
    const bottom = top + headOf(eventRows) + group.lanes.length * laneHeight + 6
    const placed = { group, top, bottom, eventRows, markers }
    top = bottom
    return placed
  })
}
