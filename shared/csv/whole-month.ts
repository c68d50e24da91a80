import { civilDate, daysInMonth, yearMonthDay } from '../calendar/civil-date'
import type { UsagePeriod } from '../plan/part-schema'

/**
 * The month that a usage period is exactly, as `YYYY-MM`; null for any other period.
 *
 * @param period a usage period
 *
 * @example
 * wholeMonth({ startDate: '2026-02-01', days: 28, quantity: 480 }) // => '2026-02'
 */
export function wholeMonth(period: UsagePeriod): string | null {
  const start = yearMonthDay(civilDate(period.startDate))
  return start.day === 1 && period.days === daysInMonth(start) ? period.startDate.slice(0, 7) : null
}

/**
 * The usage period of a month.
 *
 * @param month the month as `YYYY-MM`
 * @param quantity usage in it, part units
 *
 * @example
 * monthPeriod('2026-02', 480) // => { startDate: '2026-02-01', days: 28, quantity: 480 }
 */
export function monthPeriod(month: string, quantity: number): UsagePeriod {
  return { startDate: `${month}-01`, days: daysInMonth({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }), quantity }
}
