import { civilDate } from './civil-date'

/**
 * The weekday and date of an ISO date in English, for lists that people read.
 *
 * @param date ISO
 *
 * @example
 * weekdayDate('2026-11-23') // => 'Mon 2026-11-23'
 */
export function weekdayDate(date: string): string {
  // 1 January 1970 was a Thursday.
  const names = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
  return `${names[((civilDate(date) % 7) + 7) % 7] ?? ''} ${date}`
}
