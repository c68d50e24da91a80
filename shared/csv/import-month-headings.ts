import { dateShape, orderedDateOf, type ImportDateOrder } from './import-date'
import { withoutUsageWord } from './import-period'
import type { ImportQuestion } from './import-question'

/** What days such as `8/1/2026` among headings mean. */
export type MonthHeadings = {
  /** Month by heading, as `YYYY-MM`. */
  readonly months: ReadonlyMap<string, string>
  /** Which number is the month, where nothing tells; null where something does, or there are no such headings. */
  readonly question: ImportQuestion | null
}

const noMonths: MonthHeadings = { months: new Map(), question: null }
const fewest = 3

/**
 * The months of headings that a spreadsheet has made days of: three or more days with strokes that are all the first, or
 * all the last, of different months when read one way. Read another way, or neither, they are asked.
 *
 * @param names headings
 * @param answer `day-first`, `month-first` or `none` where the user was asked
 *
 * @example
 * [...monthHeadings(['Part', '7/1/2026', '8/1/2026', '9/1/2026'], undefined).months.values()] // => ['2026-07', '2026-08', '2026-09']
 */
export function monthHeadings(names: readonly string[], answer: string | undefined): MonthHeadings {
  const headings = names.filter((name) => strokedDate(name) !== null)
  if (headings.length < fewest) return noMonths
  const readings = (['day-first', 'month-first'] as const).flatMap((order) => {
    const days = headings.map((name) => dayOf(name, order))
    const months = new Map(headings.map((name, at) => [name, days[at]?.slice(0, 7) ?? ''] as const))
    return days.every((day) => day !== null) && new Set(months.values()).size === headings.length ? [{ order, days: days as readonly string[], months }] : []
  })
  const whole = readings.filter(({ days }) => days.every((day) => day.endsWith('-01')) || days.every(isLastOfMonth))
  const [first] = whole
  if (first !== undefined && whole.every(({ months }) => [...months].every(([name, month]) => first.months.get(name) === month))) return { months: first.months, question: null }
  if (answer === 'none' || readings.length === 0) return noMonths
  const chosen = readings.find(({ order }) => order === answer)
  if (chosen !== undefined) return { months: chosen.months, question: null }
  return {
    months: noMonths.months,
    question: {
      id: 'month-headings', kind: 'month-headings', columns: headings, choices: [...readings.map(({ order }) => order), 'none'],
      text: `Are the columns ${headings.slice(0, 3).join(', ')} … months of usage? They are written as days, and not the first or last of a month.`,
      readings: [...readings.map(({ order, months }) => ({ choice: order, text: `months ${[...months.values()].slice(0, 3).join(', ')} …` })), { choice: 'none', text: 'they are no months: leave these columns out' }],
    },
  }
}

/**
 * Which number is the day in a column of months written as days, by the same evidence; null where it does not tell.
 *
 * @param cells cells of the column
 *
 * @example
 * orderOfMonthDays(['1/7/2026', '1/8/2026']) // => 'day-first'
 */
export function orderOfMonthDays(cells: readonly string[]): ImportDateOrder | null {
  const stroked = [...new Set(cells.filter((cell) => strokedDate(cell) !== null))]
  const fitting = (['day-first', 'month-first'] as const).filter((order) => {
    const days = stroked.map((cell) => dayOf(cell, order))
    return days.every((day) => day?.endsWith('-01') === true) || days.every((day) => day !== null && isLastOfMonth(day))
  })
  return stroked.length >= 2 && fitting.length === 1 ? (fitting[0] as ImportDateOrder) : null
}

function strokedDate(text: string): string | null {
  return /^(\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2}))$/u.exec(withoutUsageWord(text))?.[1] ?? null
}

function dayOf(text: string, order: ImportDateOrder): string | null {
  const shape = dateShape(strokedDate(text) ?? '')
  return shape.kind === 'date' ? shape.date : shape.kind === 'two-orders' ? orderedDateOf(shape, order) : null
}

function isLastOfMonth(day: string): boolean {
  const next = dateShape(`${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`)
  return next.kind === 'impossible'
}
