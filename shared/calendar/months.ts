import { civilDateOf, daysInMonth, yearMonthDay, type CivilDate } from './civil-date'

/**
 * The same day a number of months later, or the last day of that month where it has no such day.
 *
 * @param date where to start
 * @param months whole months, negative for earlier
 *
 * @example
 * isoDate(addMonths(civilDate('2026-03-31'), -1)) // => '2026-02-28'
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = yearMonthDay(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return civilDateOf({ ...target, day: Math.min(day, daysInMonth(target)) })
}
