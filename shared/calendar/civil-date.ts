import { DomainError } from '../domain-error'
import { failed, succeeded, type Result } from '../result'

declare const civilDateBrand: unique symbol

/**
 * A civil date as a whole number of days since 1970-01-01 (negative before).
 * No clock, no time zone. Branded because a count of days is too easily added to a quantity.
 */
export type CivilDate = number & { readonly [civilDateBrand]: true }

/** A date that could not be read, with what was found. */
export type DateProblem = {
  /** `date-shape`: not written as `YYYY-MM-DD`; `no-such-date`: written so, but the calendar has no such day. */
  readonly kind: 'date-shape' | 'no-such-date'
  /** The text as found. */
  readonly text: string
}

/** Year, month (1 to 12) and day of the month (1 to 31) of a civil date. */
export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number }

/**
 * The civil date of a year, month and day of the Gregorian calendar.
 *
 * Days are counted by Hinnant's era method, exact over the whole range.
 *
 * @param parts year 1 to 9999, month 1 to 12, a day that the month has
 * @throws {DomainError} naming `date` when there is no such day
 *
 * @example
 * civilDateOf({ year: 2026, month: 11, day: 23 }) // => 20780
 */
export function civilDateOf(parts: YearMonthDay): CivilDate {
  const { year, month, day } = parts
  if (!(Number.isInteger(year) && year >= 1 && year <= 9999 && Number.isInteger(month) && month >= 1 && month <= 12 &&
    Number.isInteger(day) && day >= 1 && day <= daysInMonth({ year, month }))) {
    throw new DomainError('date', `${year}-${month}-${day}`, 'a day of the Gregorian calendar, years 1 to 9999')
  }
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as CivilDate
}

/**
 * Year, month and day of a civil date.
 *
 * @param date any civil date
 *
 * @example
 * yearMonthDay(civilDateOf({ year: 2024, month: 2, day: 29 })) // => { year: 2024, month: 2, day: 29 }
 */
export function yearMonthDay(date: CivilDate): YearMonthDay {
  const z = date + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/**
 * How many days a month has.
 *
 * @param of year 1 to 9999 and month 1 to 12
 *
 * @example
 * daysInMonth({ year: 2028, month: 2 }) // => 29
 */
export function daysInMonth(of: { readonly year: number; readonly month: number }): number {
  if (of.month === 2) return of.year % 4 === 0 && (of.year % 100 !== 0 || of.year % 400 === 0) ? 29 : 28
  return of.month === 4 || of.month === 6 || of.month === 9 || of.month === 11 ? 30 : 31
}

/**
 * A date written `YYYY-MM-DD`, or the reason why it is none. Impossible days are never rolled over.
 *
 * @param text what a user or a file wrote, without spaces around it
 *
 * @example
 * civilDateFrom('2026-02-30') // => { ok: false, problem: { kind: 'no-such-date', text: '2026-02-30' } }
 */
export function civilDateFrom(text: string): Result<CivilDate, DateProblem> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return failed({ kind: 'date-shape', text })
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  if (parts.year < 1 || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts)) {
    return failed({ kind: 'no-such-date', text })
  }
  return succeeded(civilDateOf(parts))
}

/**
 * The civil date of a text that is known to be one, such as a constant or a validated field.
 *
 * @param text a date as `YYYY-MM-DD`
 * @throws {DomainError} naming `date` when it is not one
 *
 * @example
 * civilDate('1970-01-02') // => 1
 */
export function civilDate(text: string): CivilDate {
  const result = civilDateFrom(text)
  if (!result.ok) throw new DomainError('date', text, 'a day of the calendar written YYYY-MM-DD')
  return result.value
}

/**
 * A civil date as `YYYY-MM-DD`.
 *
 * @param date any civil date of the years 1 to 9999
 *
 * @example
 * isoDate(civilDate('2026-11-10')) // => '2026-11-10'
 */
export function isoDate(date: CivilDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The date a number of days later.
 *
 * @param date where to start
 * @param days whole days, negative for earlier
 *
 * @example
 * isoDate(addDays(civilDate('2026-12-31'), 1)) // => '2027-01-01'
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return (date + days) as CivilDate
}
