import { memo } from 'react'
import type { CalendarEntryKind } from '../../shared/horizon/plan-calendar'
import { useFormats } from '../ui/app-context'
import type { CalendarDay } from './calendar-days'
import classes from './calendar.module.css'

/** What the kinds of entries are called. */
export const kindNames: Readonly<Record<CalendarEntryKind, string>> = {
  'order-due': 'Orders due',
  receipt: 'Receipts',
  'licence-decision': 'Licence decisions',
  'order-by': 'Last days to order',
  policy: 'Policy dates',
}

type DayListProps = {
  readonly days: readonly CalendarDay[]
  readonly partNumbers: ReadonlyMap<string, string>
  readonly isFresh: boolean
  readonly onOpenPart: (partId: string) => void
}

function CalendarDayListView({ days, partNumbers, isFresh, onOpenPart }: DayListProps) {
  const formats = useFormats()
  return days.map(({ date, entries }) => (
    <section key={date} className={classes.day} aria-label={formats.date(date)} data-stale={isFresh ? undefined : ''}>
      <h2 className={classes.date}>{formats.date(date)}</h2>
      <ul className={classes.entries}>
        {entries.map(({ id, kind, partId, title, details }) => (
          <li key={id} data-kind={kind}>
            <span className={classes.kind}>{kindNames[kind]}</span>
            <span>
              {partId === null ? (
                title
              ) : (
                <button type="button" className={classes.link} onClick={() => onOpenPart(partId)}>
                  {title}
                  <span className="visually-hidden"> (part {partNumbers.get(partId)})</span>
                </button>
              )}
              {details !== '' && <span className={classes.details}>{details}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** The days of the calendar and what stands in them. */
export const CalendarDayList = memo(CalendarDayListView)
