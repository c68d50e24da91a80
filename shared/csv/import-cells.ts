import { isBlankWord } from './blank-word'
import { csvProblem, type CsvProblem } from './csv-problem'
import { numberFrom, decimalSignOf } from './decimal-sign'
import { orderedDateOf, dateShape } from './import-date'
import { plainText, type ImportColumn } from './import-column'
import type { ImportContext } from './import-context'
import { currencyCode, timeUnit, unitReading } from './import-unit'
import { typedNumberMark } from './visible-text'

/** Where a cell stands, and the list its problems go to. */
export type CellPlace = {
  readonly line: number
  readonly column: ImportColumn
  readonly problems: CsvProblem[]
}

/** A number with the unit found beside it. */
export type CellNumber = {
  /** In the unit of the cell. */
  readonly value: number
  /** Unit or currency in the cell; empty for none. */
  readonly unit: string
}

/**
 * Adds a problem of a cell to the list of its place.
 *
 * @param place where
 * @param cell cell as found
 * @param of kind, what is wrong and what to do, and whether the row can be imported all the same
 */
export function sayOfCell(place: CellPlace, cell: string, of: { readonly kind: string; readonly text: string; readonly severity?: CsvProblem['severity'] }): void {
  const { letter, shown } = place.column
  const found = cell.replaceAll(typedNumberMark, '').trim()
  place.problems.push(csvProblem({
    kind: of.kind, line: place.line, column: { letter, header: shown }, found, severity: of.severity ?? 'error',
    sentence: `Line ${place.line}, ${shown}: ${found === '' ? 'the cell' : `“${found}”`} ${of.text}`,
  }))
}

/**
 * The number of a cell under its column's sign; null when blank, asked or wrong, and a wrong one is said.
 *
 * @param cell cell as found
 * @param place where it stands
 * @param context how columns are read
 */
export function cellNumber(cell: string, place: CellPlace, context: ImportContext): CellNumber | null {
  if (cell === '') return null
  if (cell.charCodeAt(0) === 1) return typedNumber(cell.slice(1))
  if (/^\d{1,15}$/u.test(cell)) return { value: Number(cell), unit: '' }
  const sign = context.signs.byColumn.get(place.column.index)
  if (sign?.isMixed === false) {
    if (sign.sign === 'comma' && /^\d{1,15},\d{1,15}$/u.test(cell)) return { value: Number(cell.replace(',', '.')), unit: '' }
    if (sign.sign === 'point' && /^\d{1,15}\.\d{1,15}$/u.test(cell)) return { value: Number(cell), unit: '' }
  }
  const text = plainText(cell)
  const evidence = decimalSignOf([text])
  const asked = sign?.sign ?? null
  if (sign?.isMixed === true && (evidence.firstAmbiguous !== null || (evidence.sign !== 'undecided' && evidence.sign !== asked))) {
    sayOfCell(place, cell, { kind: 'mixed-number-format', text: 'cannot be read: this column has decimal commas in some cells and decimal points in others. Write all of it one way.' })
    return null
  }
  if (asked === null && (evidence.firstAmbiguous !== null || evidence.sign !== 'undecided')) return null
  const reading = numberFrom(text, asked ?? 'point')
  if (reading.ok) {
    const value = reading.value?.value ?? 0
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER && (value !== 0 || !/[1-9].*e-/iu.test(text))) return reading.value
    sayOfCell(place, cell, { kind: value === 0 ? 'number-too-small' : 'number-too-large', text: value === 0 ? 'is smaller than any number that can be held. Check it.' : 'has more digits than can be held exactly. Check it.' })
    return null
  }
  const reasons = {
    'other-sign': ['other-decimal-sign', `is not written with decimal ${asked ?? 'point'}s like the others. Write it so.`],
    'too-large': ['number-too-large', 'is larger than any number that can be held. Check it.'],
    'spreadsheet-error': ['spreadsheet-error', 'is an error of a spreadsheet formula. Put the number in its place.'],
    marks: ['not-a-number', 'has points and commas as no number has. Check it.'],
    letters: ['not-a-number', 'is not a number. Enter one, or leave the cell empty if it is not known.'],
  } as const
  const [kind, sentence] = reasons[reading.problem.kind]
  sayOfCell(place, cell, { kind, text: sentence })
  return null
}

/**
 * The price of a cell with its currency, and what it is for when the cell says so, as in `EUR/100`.
 *
 * @param cell cell as found
 * @param place where it stands
 * @param context how columns are read
 */
export function cellMoney(cell: string, place: CellPlace, context: ImportContext): { readonly value: number; readonly currency: string | null; readonly per: number } | null {
  const number = cellNumber(cell, place, context)
  if (number === null) return null
  const stated = moneyUnit(number.unit)
  const heading = moneyUnit(place.column.unit)
  if (number.unit !== '' && stated === null) {
    sayOfCell(place, cell, { kind: 'unit-in-cell', text: `has “${number.unit}”, which is no currency. Write the amount, and the currency in a column of its own.` })
    return null
  }
  return { value: number.value, currency: stated?.currency ?? heading?.currency ?? null, per: stated?.per ?? heading?.per ?? countOf(place.column.unit) }
}

/** What a price under a heading such as `Price (1000 pcs)` is for. */
function countOf(unit: string): number {
  const reading = unitReading(unit)
  return reading === null || reading.dimension === 'other' || reading.unit === 'g' ? 1 : reading.factor
}

/** A number of a workbook, and the unit that its format gives it. */
function typedNumber(text: string): CellNumber | null {
  const at = text.search(/[^\d.eE+-]/u)
  const value = Number(at < 0 ? text : text.slice(0, at))
  return Number.isFinite(value) ? { value, unit: at < 0 ? '' : text.slice(at).trim() } : null
}

/** Currency and quantity of `EUR/100 pcs`; null for what is no currency. */
function moneyUnit(text: string): { readonly currency: string | null; readonly per: number | undefined } | null {
  const bare = /^\/(\d+)$/u.exec(text)
  if (bare !== null) return { currency: null, per: Number(bare[1]) }
  const match = /^(?:in )?([A-Za-z]{3}|US\$|\p{Sc}|元|円)\.?(?:\s?(?:\/|per|je|pro)\s?(\d[\d.,]*)?\s?\p{L}*)?$/u.exec(text.trim())
  if (match === null) return null
  const currency = currencyCode(match[1] ?? '')
  return currency === null || /^(pcs|pce|stk|kgm|nos)$/iu.test(currency) ? null : { currency, per: match[2] === undefined ? undefined : Number(match[2].replaceAll(/\D/gu, '')) }
}

/** A time in days, and whether they are working days. */
export type CellTime = {
  /** In calendar or working days. */
  readonly days: number
  readonly isWorkingDays: boolean
}

const daysPerMonth = 365.25 / 12

/**
 * The time of a cell in days: its unit from the cell, then the heading. Ranges are held, because either end would be a guess.
 *
 * @param cell cell as found
 * @param place where it stands
 * @param context how columns are read
 */
export function cellDays(cell: string, place: CellPlace, context: ImportContext): CellTime | null {
  const text = plainText(cell)
  if (text === '' || isBlankWord(text)) return null
  if (/^\d+([.,]\d+)?\s*(?:[-–—]|to|bis|à|~)\s*\d+([.,]\d+)?\s*\p{L}*\.?$/iu.test(text)) {
    sayOfCell(place, cell, { kind: 'time-range', text: 'is a range. Enter one time: the longer one is the prudent one.' })
    return null
  }
  const worded = /^([\d.,]+)\s*([\p{L}][\p{L} ]*\.?)$/u.exec(text)
  const inCell = worded === null ? null : timeUnit(worded[2] ?? '')
  if (worded !== null && inCell === null) {
    sayOfCell(place, cell, { kind: 'unknown-time-unit', text: `has the unit “${(worded[2] ?? '').trim()}”, which is no unit of time that is known. Enter days.` })
    return null
  }
  const number = cellNumber(worded === null ? cell : `${cell.startsWith(typedNumberMark) ? typedNumberMark : ''}${worded[1] ?? ''}`, place, context)
  if (number === null) return null
  if (number.unit !== '') {
    sayOfCell(place, cell, { kind: 'unknown-time-unit', text: `has “${number.unit}”, which is no unit of time. Enter days.` })
    return null
  }
  const unit = inCell ?? (context.timeUnits.has(place.column.index) ? (context.timeUnits.get(place.column.index) ?? null) : 'days')
  if (unit === null) return null
  if (number.value < 0) {
    sayOfCell(place, cell, { kind: 'negative-number', text: 'is a negative time. Enter the days from order to receipt.' })
    return null
  }
  switch (unit) {
    case 'days':
      return { days: number.value, isWorkingDays: false }
    case 'working-days':
      return { days: number.value, isWorkingDays: true }
    case 'weeks':
      return { days: number.value * 7, isWorkingDays: false }
    case 'months': {
      const days = Math.round(number.value * daysPerMonth)
      sayOfCell(place, cell, { kind: 'months-converted', severity: 'warning', text: `is in months and was taken as ${days} days (a month has 365.25 / 12 days).` })
      return { days, isWorkingDays: false }
    }
  }
}

/**
 * The day of a cell, `none` where the file writes that there is no date, or null when blank, asked or wrong.
 *
 * @param cell cell as found
 * @param place where it stands
 * @param context how columns are read
 */
export function cellDate(cell: string, place: CellPlace, context: ImportContext): string | 'none' | null {
  if (/^\d{4}-\d\d-\d\d$/u.test(cell)) {
    const plain = dateShape(cell)
    if (plain.kind === 'date') return plain.date
  }
  const shape = dateShape(plainText(cell))
  const column = context.dateOrders.get(place.column.index)
  switch (shape.kind) {
    case 'date':
      return shape.date
    case 'blank':
      return null
    case 'no-date':
      return 'none'
    case 'two-orders': {
      if (column?.isMixed === true && (shape.proves === null || shape.proves !== column.order)) {
        sayOfCell(place, cell, { kind: 'mixed-date-order', text: 'cannot be read: dates of this column have the day first in some cells and the month first in others. Write all of it one way.' })
        return null
      }
      const order = column?.order ?? shape.proves
      const date = order === null ? null : orderedDateOf(shape, order)
      if (order !== null && date === null) sayOfCell(place, cell, { kind: 'impossible-date', text: `is no day of the calendar with the ${order === 'day-first' ? 'day' : 'month'} first. Check it.` })
      return date
    }
    case 'impossible':
      sayOfCell(place, cell, { kind: 'impossible-date', text: 'is no day of the calendar. Check it.' })
      return null
    case 'not-a-date':
      sayOfCell(place, cell, { kind: 'not-a-date', text: 'is not a date. Write it as YYYY-MM-DD.' })
      return null
  }
}

/**
 * The fraction of a cell of percentages: `98%`, `98` and `0.98` are all 0.98. Exactly 1 may be one per cent or all, and is held.
 *
 * @param cell cell as found
 * @param place where it stands
 * @param context how columns are read
 */
export function cellFraction(cell: string, place: CellPlace, context: ImportContext): number | null {
  const number = cellNumber(cell, place, context)
  if (number === null) return null
  const isPercent = number.unit === '%' || /%|pct|percent|prozent/iu.test(place.column.unit) || /[%％]|pct$/iu.test(place.column.header)
  if (number.unit === '' && isPercent && number.value > 0 && number.value <= 1) {
    sayOfCell(place, cell, { kind: 'ambiguous-percent', text: `would be at most 1 %, because the column is in percent. Write ${number.value === 1 ? '100' : Number((number.value * 100).toPrecision(12))} if that is meant.` })
    return null
  }
  const places = isPercent || number.value > 1 ? Number((number.value / 100).toPrecision(12)) : number.value
  if (!isPercent && number.value === 1) {
    sayOfCell(place, cell, { kind: 'ambiguous-percent', text: 'may be 1 % or 100 %. Write it with a percent sign.' })
    return null
  }
  if (places < 0 || places >= 1) {
    sayOfCell(place, cell, { kind: 'percent-out-of-range', text: 'must be above 0 % and below 100 %.' })
    return null
  }
  return places
}
