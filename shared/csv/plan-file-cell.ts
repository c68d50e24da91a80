import { civilDateFrom } from '../calendar/civil-date'
import { failed, succeeded, type Result } from '../result'
import { numberFrom, numberText, shiftedDecimal, type DecimalSign } from './decimal-sign'
import { numberShape } from './number-shape'
import { decodedText, encodedText } from './text-codec'

/** How the cells of a column of the plan file are written. */
export type PlanCellType =
  /** Any text; blank is the empty text. */
  | 'text'
  /** A text or null; blank is null, a lone apostrophe the empty text. */
  | 'text-or-null'
  /** A number in the declared decimal sign; blank is null. */
  | 'number'
  /** A fraction, written in percent; blank is null. */
  | 'percent'
  /** A civil date; blank is null. */
  | 'date'
  /** `yes` or `no`; blank is null. */
  | 'yes-no'
  /** What is known of a part's elements, such as `Dy yes Tb unknown`. */
  | 'elements'
  /** Texts parted by ` | `. */
  | 'list'
  /** The same, or `all` for null. */
  | 'list-or-all'
  /** Numbers parted by ` | `, always with a decimal point; blank is null. */
  | 'number-list'

/** The value of a cell as the plan holds it. */
export type PlanCellValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | { readonly [element: string]: string }

/** In what order the parts of dates stand that are not written `YYYY-MM-DD`. */
export type DateOrder = 'iso' | 'day-first' | 'month-first' | 'year-first'

/** How the numbers and dates of a plan file are to be read, as its witness row tells. */
export type PlanCellFormat = { readonly decimal: DecimalSign; readonly dates: DateOrder }

/** Why a cell of a plan file cannot be read. */
export type PlanCellProblem = {
  readonly kind: 'not-a-number' | 'other-decimal-sign' | 'thousands-separator' | 'unit-in-cell' | 'not-a-date' | 'not-yes-or-no' | 'not-elements'
  /** What is wrong and what to write instead. */
  readonly sentence: string
}

/**
 * What a cell says, whatever the region it is written for: the form that check codes are made of. Null for blank.
 *
 * @param value value of the cell
 * @param type type of its column
 *
 * @example
 * canonicalCell(0.95, 'percent') // => '95'
 */
export function canonicalCell(value: PlanCellValue, type: PlanCellType): string | null {
  if (value === null) return type === 'list-or-all' ? 'all' : null
  if (typeof value === 'number') return shiftedDecimal(value, type === 'percent' ? 2 : 0)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value === '' && type === 'text' ? null : value
  const text = Array.isArray(value)
    ? listText(value.map((item: string | number) => (typeof item === 'number' ? shiftedDecimal(item, 0) : item)))
    : Object.entries(value).map(([element, presence]) => `${element} ${presence}`).toSorted().join(' ')
  return text === '' ? null : text
}

/**
 * A cell as it stands in the file.
 *
 * @param value value of the cell
 * @param type type of its column
 * @param decimal decimal sign of the file
 *
 * @example
 * planCellText('00123', 'text', 'comma') // => "'00123"
 */
export function planCellText(value: PlanCellValue, type: PlanCellType, decimal: DecimalSign): string {
  const canonical = canonicalCell(value, type)
  if (canonical === null) return ''
  if (type === 'number') return numberText(value as number, decimal)
  if (type === 'percent') return decimal === 'comma' ? canonical.replace('.', ',') : canonical
  if (type === 'date') return canonical
  if (type === 'text-or-null' && canonical === '') return "'"
  return encodedText(canonical)
}

/**
 * The value of a cell, or what is wrong with it. The inverse of `planCellText` in both decimal signs.
 *
 * @param cell the cell as found
 * @param type type of its column
 * @param format decimal sign and order of dates of the file
 *
 * @example
 * planCellFrom('99,5', 'percent', { decimal: 'comma', dates: 'iso' }) // => { ok: true, value: 0.995 }
 */
export function planCellFrom(cell: string, type: PlanCellType, format: PlanCellFormat): Result<PlanCellValue, PlanCellProblem> {
  if (type === 'number') return planNumber(cell, format.decimal, 0)
  if (type === 'percent') return planNumber(cell.trim().replace(/\s*%$/u, ''), format.decimal, -2)
  if (type === 'date') return planDate(cell.trim(), format.dates)
  if (type === 'text') return succeeded(decodedText(cell))
  if (type === 'text-or-null') return succeeded(cell === '' ? null : decodedText(cell))
  const text = decodedText(cell)
  if (type === 'yes-no') return yesOrNo(text.trim().toLowerCase())
  if (type === 'elements') return elementsFrom(text)
  if (type === 'list') return succeeded(text === '' ? [] : listFrom(text))
  if (type === 'list-or-all') return succeeded(text === 'all' ? null : text === '' ? [] : listFrom(text))
  return numberListFrom(text)
}

function planNumber(cell: string, decimal: DecimalSign, places: number): Result<number | null, PlanCellProblem> {
  const mark = decimal === 'comma' ? 'commas' : 'points'
  const reading = numberFrom(cell, decimal, places)
  if (!reading.ok) {
    return failed(
      reading.problem.kind === 'other-sign'
        ? { kind: 'other-decimal-sign', sentence: `“${cell}” does not fit: this file has decimal ${mark}. Write the number with ${decimal === 'comma' ? 'a comma' : 'a point'} and without thousands separators.` }
        : { kind: 'not-a-number', sentence: `“${cell}” is not a number. Write one, or leave the cell empty if it is not known.` },
    )
  }
  if (reading.value === null) return succeeded(null)
  if (cell.includes(decimal === 'comma' ? '.' : ',') && hasThousands(cell, decimal)) {
    return failed({ kind: 'thousands-separator', sentence: `“${cell}” can be read in two ways: this file has decimal ${mark}, and no thousands separators are allowed in it. Write the number without them.` })
  }
  if (reading.value.unit !== '') {
    return failed({ kind: 'unit-in-cell', sentence: `“${cell}” has a unit in it. The unit stands in the heading; write the number alone.` })
  }
  return succeeded(reading.value.value)
}

function hasThousands(cell: string, decimal: DecimalSign): boolean {
  const shape = numberShape(cell)
  return shape.kind === 'number' && shape.digits.includes(decimal === 'comma' ? '.' : ',')
}

function planDate(cell: string, order: DateOrder): Result<string | null, PlanCellProblem> {
  if (cell === '') return succeeded(null)
  if (civilDateFrom(cell).ok) return succeeded(cell)
  const text = dateInOrder(cell, order)
  if (text !== null && civilDateFrom(text).ok) return succeeded(text)
  if (/^\d{4}-\d{2}-\d{2}$/u.test(cell)) return failed({ kind: 'not-a-date', sentence: `There is no day “${cell}” in the calendar. Write one that there is, as YYYY-MM-DD.` })
  return failed({ kind: 'not-a-date', sentence: `“${cell}” is not a date that can be read with certainty. Write it as YYYY-MM-DD.` })
}

/**
 * A date in figures as `YYYY-MM-DD`, read in a known order; null when it is not written so. The day may be one the calendar lacks.
 *
 * @param text such as `4.3.2026` or `3/4/26`; years of two figures are of this century
 * @param order what stands first
 *
 * @example
 * dateInOrder('3/4/2026', 'month-first') // => '2026-03-04'
 */
export function dateInOrder(text: string, order: DateOrder): string | null {
  const parts = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,2}|\d{4})\.?$/u.exec(text)
  if (parts === null || order === 'iso') return null
  const [, first = '', second = '', third = ''] = parts
  const [year, month, day] =
    order === 'year-first' ? [first, second, third] : order === 'day-first' ? [third, second, first] : [third, first, second]
  if (day.length > 2 || month.length > 2 || (year.length !== 2 && year.length !== 4)) return null
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function yesOrNo(text: string): Result<boolean | null, PlanCellProblem> {
  if (text === '') return succeeded(null)
  if (['yes', 'true', 'wahr', 'vrai', 'ja', 'oui'].includes(text)) return succeeded(true)
  if (['no', 'false', 'falsch', 'faux', 'nein', 'non'].includes(text)) return succeeded(false)
  return failed({ kind: 'not-yes-or-no', sentence: `“${text}” is neither yes nor no. Write yes or no.` })
}

/**
 * What a text such as `Dy yes Tb unknown` says of elements.
 *
 * @param text symbols, each followed by `yes`, `no` or `unknown`; commas between them are allowed
 *
 * @example
 * elementsFrom('Dy yes, Tb unknown') // => { ok: true, value: { Dy: 'yes', Tb: 'unknown' } }
 */
export function elementsFrom(text: string): Result<{ readonly [element: string]: string }, PlanCellProblem> {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '')
  const elements: Record<string, string> = {}
  for (let at = 0; at < words.length; at += 2) {
    const element = words[at] ?? ''
    const presence = (words[at + 1] ?? '').toLowerCase()
    if (!/^[A-Z][a-z]?$/u.test(element) || !['yes', 'no', 'unknown'].includes(presence) || Object.hasOwn(elements, element)) {
      return failed({ kind: 'not-elements', sentence: `“${text}” does not say which elements it is about. Write each symbol once, followed by yes, no or unknown: “Dy yes Tb unknown”.` })
    }
    elements[element] = presence
  }
  return succeeded(elements)
}

const escapes: ReadonlyMap<string, string> = new Map([['\\', '\\\\'], ['|', '\\p'], ['\n', '\\n'], ['\r', '\\r']])
const unescapes: ReadonlyMap<string, string> = new Map([['\\', '\\'], ['p', '|'], ['n', '\n'], ['r', '\r'], ['s', ' '], ['e', '']])

/** Texts parted by ` | `; spaces at their ends, empty ones and bars in them are escaped with a backslash. */
function listText(items: readonly string[]): string {
  return items
    .map((item) => {
      if (item === '') return '\\e'
      const escaped = item.replaceAll(/[\\|\n\r]/gu, (character) => escapes.get(character) ?? character)
      return escaped.replace(/^ | $/gu, '\\s')
    })
    .join(' | ')
}

function listFrom(text: string): readonly string[] {
  return text.split('|').map((item) => item.replace(/^ | $/gu, '').replaceAll(/\\([\\pnrse])/gu, (_, letter: string) => unescapes.get(letter) ?? letter))
}

function numberListFrom(text: string): Result<readonly number[] | null, PlanCellProblem> {
  if (text.trim() === '') return succeeded(null)
  const numbers: number[] = []
  for (const item of text.split('|')) {
    const reading = planNumber(item.trim().replace(',', '.'), 'point', 0)
    if (!reading.ok) return reading
    if (reading.value === null) return failed({ kind: 'not-a-number', sentence: `“${text}” has an empty place. Write numbers with “ | ” between them.` })
    numbers.push(reading.value)
  }
  return succeeded(numbers)
}
