import { civilDateFrom } from '../../../shared/calendar/civil-date'
import { failed, succeeded, type Result } from '../../../shared/result'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The ISO date in a cell, null for a blank one, or why it is none. `03/04/2027` is refused: it is two dates.
 *
 * Reads `2027-03-15`, `2027/03/15`, `20270315`, `15.3.2027` (day first), `15 Mar 2027`, and with slashes what only one order allows.
 */
export function dayFrom(text: string): Result<string | null, string> {
  const cell = text.trim()
  if (cell === '' || cell === '-') return succeeded(null)
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cell)
  if (yearFirst !== null) return iso(cell, yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell)
  if (dayFirst !== null) return iso(cell, dayFirst[3], dayFirst[2], dayFirst[1])
  const named = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})$/.exec(cell)
  const month = named === null ? -1 : monthNames.indexOf((named[2] ?? '').toLowerCase())
  if (named !== null && month >= 0) return iso(cell, named[3], String(month + 1), named[1])
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  if (slashed !== null) {
    const [one, two] = [Number(slashed[1]), Number(slashed[2])]
    if (one > 12 || one === two) return iso(cell, slashed[3], slashed[2], slashed[1])
    if (two > 12) return iso(cell, slashed[3], slashed[1], slashed[2])
    return failed(`“${cell}” can be two dates, ${words(two, one, slashed[3])} and ${words(one, two, slashed[3])}; write it as YYYY-MM-DD`)
  }
  return failed(`“${cell}” is not a date; write it as YYYY-MM-DD`)
}

function words(month: number, day: number, year: string | undefined): string {
  const name = monthNames[month - 1] ?? ''
  return `${day} ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year ?? ''}`
}

function iso(cell: string, year = '', month = '', day = ''): Result<string | null, string> {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return civilDateFrom(text).ok ? succeeded(text) : failed(`“${cell}” is not a day of the calendar; write a date that exists as YYYY-MM-DD`)
}
