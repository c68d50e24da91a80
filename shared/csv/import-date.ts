import { civilDate, civilDateOf, daysInMonth, isoDate, type CivilDate } from '../calendar/civil-date'
import { isBlankWord } from './blank-word'
import { monthOfWord } from './import-period'
import { visibleText } from './visible-text'

/** Which part of a date such as `03/04/2026` is the day. */
export type ImportDateOrder = 'day-first' | 'month-first'

/** What the characters of a cell say as a date. */
export type DateShape =
  /** One day, whatever the order. */
  | { readonly kind: 'date'; readonly date: string }
  /** Two numbers and a year, parted by strokes: the order decides. `proves` is set when only one order gives a day. */
  | { readonly kind: 'two-orders'; readonly first: number; readonly second: number; readonly year: number; readonly proves: ImportDateOrder | null }
  | { readonly kind: 'blank' }
  /** Written as systems write that there is no date: `00.00.0000`, `31.12.9999`. */
  | { readonly kind: 'no-date' }
  /** Written as a date, but the calendar has no such day. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'not-a-date' }

const blanks = new Set(['', '0', '#'])
const noDates = /^(0{1,2}[./-]0{1,2}[./-]0{2,4}|0{4}-?0{2}-?0{2}|1900-01-0[01]|0?1[./]0?1[./]1900|19000101|31[./]12[./]9999|12\/31\/9999|9999-?12-?31|1899-12-30|0001-01-01)$/u

function dateFrom(year: number, month: number, day: number): DateShape {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) return { kind: 'impossible' }
  return year < 1950 || year > 2150 ? (year === 9999 || year <= 1900 ? { kind: 'no-date' } : { kind: 'impossible' }) : { kind: 'date', date: isoDate(civilDateOf({ year, month, day })) }
}

function fullYear(text: string): number {
  if (text.length !== 2) return Number(text)
  return Number(text) < 70 ? 2000 + Number(text) : 1900 + Number(text)
}

/**
 * What the shape of a cell says as a date. Impossible days are never rolled over, and no order is guessed.
 *
 * Points mean day first always; a year in front means year, month, day; whole numbers from 20000 to 80000 are days as
 * spreadsheets count them.
 *
 * @param cell a cell of a date column, as found
 *
 * @example
 * dateShape('31.02.2026') // => { kind: 'impossible' }
 * @example
 * dateShape('3/14/2026') // => { kind: 'two-orders', first: 3, second: 14, year: 2026, proves: 'month-first' }
 */
export function dateShape(cell: string): DateShape {
  const text = visibleText(cell).replace(/^'/u, '').replace(/[\sT]+(?:[01]?\d|2[0-4]):[0-5]\d(:[0-5]\d(\.\d+)?)?\s?(Z|[AP]M|[+-]\d\d:?\d\d)?$/iu, '')
  if (blanks.has(text) || isBlankWord(text)) return { kind: 'blank' }
  if (noDates.test(text)) return { kind: 'no-date' }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? /^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日$/u.exec(text)
  if (iso !== null) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const pointed = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/u.exec(text)
  if (pointed !== null) return dateFrom(fullYear(pointed[3] ?? ''), Number(pointed[2]), Number(pointed[1]))
  const stroked = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/u.exec(text)
  if (stroked !== null) return twoOrders(Number(stroked[1]), Number(stroked[2]), fullYear(stroked[3] ?? ''))
  const worded = /^(\d{1,2})[.\s\-/]*(\p{L}+)\.?[\s\-/,]*(\d{4}|\d{2})$/u.exec(text)
  const month = worded === null ? null : monthOfWord(worded[2] ?? '')
  if (worded !== null && month !== null) return dateFrom(fullYear(worded[3] ?? ''), month, Number(worded[1]))
  const american = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  const americanMonth = american === null ? null : monthOfWord(american[1] ?? '')
  if (american !== null && americanMonth !== null) return dateFrom(Number(american[3]), americanMonth, Number(american[2]))
  const serial = /^(\d{5})(?:[.,]\d+)?$/u.exec(text)
  if (serial !== null) {
    const days = Number(serial[1])
    // Day 25569 of spreadsheets is 1970-01-01, day 0 of ours.
    return days >= 20_000 && days <= 80_000 ? { kind: 'date', date: isoDate((days - 25_569) as CivilDate) } : { kind: 'not-a-date' }
  }
  return { kind: 'not-a-date' }
}

function twoOrders(first: number, second: number, year: number): DateShape {
  const dayFirst = dateFrom(year, second, first)
  const monthFirst = dateFrom(year, first, second)
  if (dayFirst.kind === 'date' && monthFirst.kind === 'date') {
    return first === second ? dayFirst : { kind: 'two-orders', first, second, year, proves: null }
  }
  if (dayFirst.kind !== 'date' && monthFirst.kind !== 'date') return dayFirst.kind === 'no-date' ? dayFirst : { kind: 'impossible' }
  return { kind: 'two-orders', first, second, year, proves: dayFirst.kind === 'date' ? 'day-first' : 'month-first' }
}

/**
 * The day of a shape in an order; null when that order gives none.
 *
 * @param shape two numbers and a year
 * @param order which number is the day
 *
 * @example
 * orderedDateOf({ first: 3, second: 4, year: 2026 }, 'day-first') // => '2026-04-03'
 */
export function orderedDateOf(shape: { readonly first: number; readonly second: number; readonly year: number }, order: ImportDateOrder): string | null {
  const reading = order === 'day-first' ? dateFrom(shape.year, shape.second, shape.first) : dateFrom(shape.year, shape.first, shape.second)
  return reading.kind === 'date' ? reading.date : null
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * A day in words, for questions that must not be misread.
 *
 * @param date the day as `YYYY-MM-DD`
 *
 * @example
 * dateInWords('2026-04-03') // => '3 April 2026'
 */
export function dateInWords(date: string): string {
  civilDate(date)
  return `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
}
