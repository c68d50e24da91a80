import { civilDateOf, daysInMonth, isoDate, yearMonthDay, addDays, civilDate, type CivilDate } from '../calendar/civil-date'
import type { UsagePeriod } from '../plan/part-schema'
import { visibleText } from './visible-text'

const monthWords: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jaenner', 'janvier', 'janv'],
  ['february', 'feb', 'februar', 'fevrier', 'fevr', 'fev', 'febr'],
  ['march', 'mar', 'maerz', 'mrz', 'mars', 'maer'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni', 'juin'],
  ['july', 'jul', 'juli', 'juillet', 'juil'],
  ['august', 'aug', 'aout', 'aou'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'oktober', 'okt', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'decembre'],
]
const monthByWord: ReadonlyMap<string, number> = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))

/**
 * The month that a word names in English, German or French; null for another word.
 *
 * @param word a word, with or without point, in any case
 *
 * @example
 * monthOfWord('Mrz') // => 3
 */
export function monthOfWord(word: string): number | null {
  const plain = word.toLowerCase().replace(/\.$/u, '').replaceAll('ä', 'ae').normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '')
  return monthByWord.get(plain) ?? null
}

/** A period as a heading or cell names it: a month `2025-11`, a week `2025-W01`, a month without its year, or the special 13th period. */
export type NamedPeriod =
  | { readonly kind: 'month' | 'week'; readonly period: string }
  | { readonly kind: 'month-without-year'; readonly month: number }
  | { readonly kind: 'special' }

const usageWords = /^(?:(?:use[d]?|usage|consumption|cons|verbrauch|verbr|consommation|conso|qty|menge|bedarf|besoins)(?!\p{L})|出庫数|使用量|消耗|用量|出库数量)[\s:_.-]*/iu

/**
 * A heading without the word for usage in front, such as `use` or `Verbrauch`.
 *
 * @param text heading as found
 *
 * @example
 * withoutUsageWord('use 2025-11') // => '2025-11'
 */
export function withoutUsageWord(text: string): string {
  return visibleText(text).replace(/^['"]+|['"]+$/gu, '').replace(usageWords, '').trim()
}

/**
 * The period that a heading or cell names; null when it names none. `Jan 25` is a month, not a day; which month `1/8/2026` is, only its neighbours tell.
 *
 * @param text heading or cell as found
 *
 * @example
 * namedPeriod('Mrz 25') // => { kind: 'month', period: '2025-03' }
 * @example
 * namedPeriod('2025-W53') // => null  (2025 has 52 weeks)
 */
export function namedPeriod(text: string): NamedPeriod | null {
  const plain = withoutUsageWord(text)
  if (plain === '' || plain.length > 24) return null
  const mgv = /^(?:MGV|GSV|UNV|MGU)(\d\d)$/iu.exec(plain)
  if (mgv !== null) {
    const period = Number(mgv[1])
    return period === 13 ? { kind: 'special' } : period >= 1 && period <= 12 ? { kind: 'month-without-year', month: period } : null
  }
  const week =
    /^(\d{4})[\s\-/.]?(?:W|KW|CW|S|WK|第)[\s.]?(\d{1,2})(?:週|周)?$/iu.exec(plain) ??
    swapped(/^(?:KW|CW|W|WK|Week|Woche|Sem|S)[\s.]*(\d{1,2})[\s\-/.,]+(\d{4})$/iu.exec(plain)) ?? swapped(/^(\d{1,2})\.?\s?KW[\s\-/.,]*(\d{4})$/iu.exec(plain))
  if (week !== null) {
    const [year, number] = [Number(week[1]), Number(week[2])]
    return number >= 1 && number <= weeksInYear(year) ? { kind: 'week', period: `${year}-W${two(number)}` } : null
  }
  const yearFirst = /^(\d{4})(?:[-/.\s]|年\s?)(\d{1,2})月?(?:[-/.]0?1)?$/u.exec(plain) ?? /^((?:19|20)\d\d)(0[1-9]|1[0-3])$/u.exec(plain) ?? /^(\d{4})[-/. ]?(?:M|P)(\d{1,2})$/iu.exec(plain)
  if (yearFirst !== null) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]))
  const monthFirst = /^(?:M|P)?(\d{1,2})[-/.\s](\d{4})$/iu.exec(plain) ?? /^0?1\.(\d{1,2})\.(\d{4})$/u.exec(plain)
  if (monthFirst !== null) return monthOf(Number(monthFirst[2]), Number(monthFirst[1]))
  const shortYear = /^(\d{2})[-/.](\d{2})$/u.exec(plain)
  if (shortYear !== null && Number(shortYear[1]) <= 12 && Number(shortYear[2]) >= 13) return monthOf(2000 + Number(shortYear[2]), Number(shortYear[1]))
  const worded = /^(\p{L}+\.?)(?:[\s\-/.,'’]*)(\d{4}|\d{2})?$/u.exec(plain) ?? swapped(/^(\d{4}|\d{2})[\s\-/.]+(\p{L}+\.?)$/u.exec(plain))
  if (worded !== null) {
    const month = monthOfWord(worded[1] ?? '')
    if (month === null) return null
    const year = worded[2]
    return year === undefined || year === '' ? { kind: 'month-without-year', month } : monthOf(year.length === 2 ? 2000 + Number(year) : Number(year), month)
  }
  const cjk = /^(\d{1,2})月$/u.exec(plain)
  return cjk !== null && Number(cjk[1]) >= 1 && Number(cjk[1]) <= 12 ? { kind: 'month-without-year', month: Number(cjk[1]) } : null
}

function swapped(match: RegExpExecArray | null): RegExpExecArray | null {
  return match === null ? null : ([match[0], match[2] ?? '', match[1] ?? ''] as unknown as RegExpExecArray)
}

function monthOf(year: number, month: number): NamedPeriod | null {
  if (year < 1950 || year > 2100) return null
  if (month === 13) return { kind: 'special' }
  return month >= 1 && month <= 12 ? { kind: 'month', period: `${year}-${two(month)}` } : null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Monday of week 1, which is the week of 4 January. */
function firstMonday(year: number): CivilDate {
  const fourth = civilDateOf({ year, month: 1, day: 4 })
  // Day 0, 1970-01-01, was a Thursday.
  return addDays(fourth, -((((fourth + 3) % 7) + 7) % 7))
}

/**
 * Weeks of a year by ISO 8601: 52 or 53.
 *
 * @param year a year, 1950 to 2100
 *
 * @example
 * weeksInYear(2026) // => 53
 */
export function weeksInYear(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7
}

/**
 * The usage period of a month `2025-11` or an ISO week `2025-W01`.
 *
 * @param period as `namedPeriod` gives it
 * @param quantity usage in it, part units
 *
 * @example
 * usagePeriodOf('2025-W01', 40) // => { startDate: '2024-12-30', days: 7, quantity: 40 }
 */
export function usagePeriodOf(period: string, quantity: number): UsagePeriod {
  const year = Number(period.slice(0, 4))
  if (period.charAt(5) === 'W') return { startDate: isoDate(addDays(firstMonday(year), 7 * (Number(period.slice(6)) - 1))), days: 7, quantity }
  return { startDate: `${period}-01`, days: daysInMonth({ year, month: Number(period.slice(5)) }), quantity }
}

/**
 * Whether a period is over on a day: the running month or week is not history yet.
 *
 * @param period as `namedPeriod` gives it
 * @param today the day
 *
 * @example
 * isPastPeriod('2025-11', civilDate('2025-11-30')) // => false
 */
export function isPastPeriod(period: string, today: CivilDate): boolean {
  const { startDate, days } = usagePeriodOf(period, 0)
  return civilDate(startDate) + days <= today
}

/**
 * The month a day lies in, as `YYYY-MM`.
 *
 * @param date a day
 *
 * @example
 * monthOfDate(civilDate('2026-02-28')) // => '2026-02'
 */
export function monthOfDate(date: CivilDate): string {
  const { year, month } = yearMonthDay(date)
  return `${year}-${two(month)}`
}
