import { numberFrom, type DecimalSign, type NumberProblem } from '../../../shared/csv/decimal-sign'
import { numberShape } from '../../../shared/csv/number-shape'
import { failed, succeeded, type Result } from '../../../shared/result'
import type { CellType, CellValue } from './cell-type'
import { dayFrom } from './day-text'

/** What reading a cell depends on besides its type. */
export type ReadingContext = {
  /** The decimal sign of its numbers; null where an ambiguous number must be refused. */
  readonly sign: DecimalSign | null
  /** The unit of the cell; empty for none. */
  readonly unit: string
  /** Whether a unit found beside a number is the cell's own under another name. */
  readonly isUnitAccepted: (unit: string) => boolean
}

/** The value that a text stands for in a cell of some type, or why it stands for none: a sentence without place and full stop. */
export function cellValueFrom(text: string, type: CellType, context: ReadingContext): Result<CellValue, string> {
  switch (type.kind) {
    case 'text': {
      const value = text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()
      return value === '' && type.isRequired === true ? failed('it may not be empty; enter at least one letter or digit') : succeeded(value)
    }
    case 'date': {
      const day = dayFrom(text)
      return day.ok && day.value === null && type.isRequired === true ? failed('it may not be empty; enter a date as YYYY-MM-DD') : day
    }
    case 'choice':
      return optionFrom(text, type)
    case 'number':
      return numberIn(text, type, context)
  }
}

function optionFrom(text: string, type: Extract<CellType, { kind: 'choice' }>): Result<CellValue, string> {
  const wanted = text.trim().toLowerCase()
  const found =
    type.options.find(({ label }) => label.toLowerCase() === wanted) ??
    type.options.find(({ value, words }) => String(value ?? '').toLowerCase() === wanted || words?.includes(wanted) === true)
  if (found !== undefined) return succeeded(found.value)
  const labels = type.options.map(({ label }) => label)
  const shown = labels.length > 8 ? `${labels.slice(0, 6).join(', ')} and ${labels.length - 6} more` : labels.join(', ')
  return failed(text.trim() === '' ? `it may not be empty; choose one of ${shown}` : `“${text.trim()}” is none of its choices; choose one of ${shown}`)
}

function numberIn(text: string, type: Extract<CellType, { kind: 'number' }>, context: ReadingContext): Result<CellValue, string> {
  const shape = numberShape(text)
  if (context.sign === null && shape.kind === 'number' && shape.isAmbiguous) {
    return failed(`“${text}” is two numbers, and the rest of the block has both decimal commas and decimal points; paste this column by itself`)
  }
  const places = type.shownPlaces ?? 0
  const sign = context.sign ?? (shape.kind === 'number' && shape.proves === 'comma' ? 'comma' : 'point')
  const reading = numberFrom(text, sign, -places)
  if (!reading.ok) return failed(numberSentence(reading.problem, sign))
  if (reading.value === null) {
    return type.isRequired === true ? failed('it may not be empty: blank is not known, not 0; enter 0 if there is none') : succeeded(null)
  }
  const { value, unit } = reading.value
  if (unit !== '' && !isPercent(unit, places) && !context.isUnitAccepted(unit)) {
    return failed(`“${text}” is in ${unit}${context.unit === '' ? ', and this column has no unit' : `, and the cell is in ${context.unit}`}; convert it first`)
  }
  // 0.97 in a column of percent is a fraction that somebody forgot to convert far more often than 0.97 %.
  if (places === 2 && unit === '' && value > 0 && value <= 0.01) {
    return failed(`“${text}” in a column of percent would be ${text} %; enter 97 for 97 %, or write the sign % behind it`)
  }
  return succeeded(value)
}

function isPercent(unit: string, places: number): boolean {
  return unit === '%' && places === 2
}

function numberSentence({ kind, found }: NumberProblem, sign: DecimalSign): string {
  switch (kind) {
    case 'other-sign':
      return `“${found}” has the other decimal sign: numbers here are read with a decimal ${sign}; write it so`
    case 'too-large':
      return `“${found}” is too large to be kept; check its digits`
    case 'spreadsheet-error':
      return `“${found}” is an error of the spreadsheet it comes from; mend it there, or enter the number`
    case 'marks':
      return `“${found}” has points and commas that fit no number; write it without them`
    case 'letters':
      return `“${found}” is not a number`
  }
}
