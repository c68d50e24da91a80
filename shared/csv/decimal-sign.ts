import { failed, succeeded, type Result } from '../result'
import { isNumberWith, numberShape } from './number-shape'

/** The mark before the decimals. */
export type DecimalSign = 'comma' | 'point'

/** The decimal sign of some cells and the evidence for it. */
export type DecimalSignFinding = {
  /** `undecided`: no cell proves one; `mixed`: cells prove both. */
  readonly sign: DecimalSign | 'undecided' | 'mixed'
  /** Index of the first cell that proves a decimal comma, or null. */
  readonly firstComma: number | null
  /** Index of the first cell that proves a decimal point, or null. */
  readonly firstPoint: number | null
  /** Index of the first cell that is one number with a comma and another with a point, or null. */
  readonly firstAmbiguous: number | null
  /** Cells that prove a comma. */
  readonly commaCount: number
  /** Cells that prove a point. */
  readonly pointCount: number
}

/**
 * The decimal sign that some cells prove, of one column or of a whole file. Never guessed from the delimiter or the region.
 *
 * @param cells cells as found; those that are no numbers say nothing
 *
 * @example
 * decimalSignOf(['1.250', '3', '0,75']).sign // => 'comma'
 */
export function decimalSignOf(cells: readonly string[]): DecimalSignFinding {
  let firstComma: number | null = null
  let firstPoint: number | null = null
  let firstAmbiguous: number | null = null
  let commaCount = 0
  let pointCount = 0
  for (const [index, cell] of cells.entries()) {
    const shape = numberShape(cell)
    if (shape.kind !== 'number') continue
    if (shape.proves === 'comma') {
      firstComma ??= index
      commaCount++
    } else if (shape.proves === 'point') {
      firstPoint ??= index
      pointCount++
    } else if (shape.isAmbiguous) firstAmbiguous ??= index
  }
  const sign = commaCount > 0 ? (pointCount > 0 ? 'mixed' : 'comma') : pointCount > 0 ? 'point' : 'undecided'
  return { sign, firstComma, firstPoint, firstAmbiguous, commaCount, pointCount }
}

/** A cell read as a number. */
export type NumberReading = {
  readonly value: number
  /** Unit or currency found beside it; empty for none. */
  readonly unit: string
}

/** Why a cell is no number. */
export type NumberProblem = {
  /** `other-sign`: it is a number only with the other decimal sign; `too-large`: no number of ours can hold it; the rest as in `NumberShape`. */
  readonly kind: 'other-sign' | 'too-large' | 'spreadsheet-error' | 'marks' | 'letters'
  readonly found: string
}

/**
 * The number in a cell, given its decimal sign. Null for a blank cell: blank is not known, never 0.
 *
 * @param cell a cell as found
 * @param sign the decimal sign of its column
 * @param places how far to move the point to the right, exactly; -2 reads percent as a fraction
 *
 * @example
 * numberFrom('1.250', 'comma') // => { ok: true, value: { value: 1250, unit: '' } }
 * @example
 * numberFrom('12,5', 'point') // => { ok: false, problem: { kind: 'other-sign', found: '12,5' } }
 */
export function numberFrom(cell: string, sign: DecimalSign, places = 0): Result<NumberReading | null, NumberProblem> {
  const shape = numberShape(cell)
  if (shape.kind === 'blank') return succeeded(null)
  if (shape.kind === 'not-a-number') return failed({ kind: shape.why, found: cell })
  if (!isNumberWith(shape.digits, sign)) return failed({ kind: 'other-sign', found: cell })
  const plain = sign === 'comma' ? shape.digits.replaceAll('.', '').replace(',', '.') : shape.digits.replaceAll(',', '')
  const size = Number(`${plain}e${shape.exponent + places}`)
  if (!Number.isFinite(size)) return failed({ kind: 'too-large', found: cell })
  return succeeded({ value: shape.isNegative && size !== 0 ? -size : size, unit: shape.unit })
}

/**
 * A number in the shortest decimal form that reads back as the same number. No thousands separators.
 *
 * @param value a finite number
 * @param sign the decimal sign to write
 *
 * @example
 * numberText(1234.5, 'comma') // => '1234,5'
 */
export function numberText(value: number, sign: DecimalSign): string {
  const text = shiftedDecimal(value, 0)
  return sign === 'comma' ? text.replace('.', ',') : text
}

/**
 * A number times a power of ten, as exact decimal text with a point: the digits stay, only the point moves.
 *
 * Percentages are written so: 0.07 times 100 is 7.000000000000001 in floating point.
 *
 * @param value a finite number
 * @param places how far the point moves to the right; negative for left
 *
 * @example
 * shiftedDecimal(0.07, 2) // => '7'
 */
export function shiftedDecimal(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/u, '')
  const point = digits.length - fraction.length + Number(exponent) + places
  const sign = value < 0 ? '-' : ''
  if (/^0+$/u.test(digits)) return '0'
  if (point > 21 || point < -9) {
    const [lead = '', rest = ''] = [digits.charAt(0), digits.slice(1).replace(/0+$/u, '')]
    return `${sign}${lead}${rest === '' ? '' : `.${rest}`}E${point - 1 < 0 ? '-' : '+'}${Math.abs(point - 1)}`
  }
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const decimals = padded.slice(at).replace(/0+$/u, '')
  return `${sign}${padded.slice(0, at)}${decimals === '' ? '' : `.${decimals}`}`
}
