import { civilDate, daysInMonth, yearMonthDay } from '../../shared/calendar/civil-date'
import type { UsagePeriod } from '../../shared/plan/part-schema'
import type { Formats } from '../ui/formats'

/** What a period is called: its month where it is a whole one, else its first day and its length. */
export function periodLabel(period: Pick<UsagePeriod, 'startDate' | 'days'>, formats: Pick<Formats, 'tick' | 'date'>): string {
  const start = civilDate(period.startDate)
  const { year, month, day } = yearMonthDay(start)
  if (day === 1 && period.days === daysInMonth({ year, month })) return `${formats.tick(start, 'month')} ${String(year).slice(2)}`
  return `${formats.date(period.startDate)}, ${period.days} d`
}
