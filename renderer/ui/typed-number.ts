import { numberFrom, type DecimalSign } from '../../shared/csv/decimal-sign'
import { numberShape } from '../../shared/csv/number-shape'
import { failed, succeeded, type Result } from '../../shared/result'

/** What a number that was typed must keep to. */
export type NumberLimits = {
  /** Whether the field may be left empty; then it is not known. */
  readonly isOptional?: boolean
  readonly isWhole?: boolean
  readonly least?: number
  /** Whether `least` itself is out of range. */
  readonly isLeastOpen?: boolean
  readonly most?: number
  readonly isMostOpen?: boolean
  /** A share of 1 that is typed as a percentage. */
  readonly isPercent?: boolean
  /** Unit of the field, which may be typed behind the number; any other is refused. */
  readonly unit?: string
}

/**
 * The number in a text that was typed, or a sentence that says why it is none.
 *
 * The text's own marks decide where they prove a decimal sign; where they allow two readings, as in `1,250`, the
 * user's region decides. Nothing is cut to fit.
 *
 * @param text what was typed
 * @param region the decimal sign of the user's region
 * @param limits what the number must keep to
 */
export function typedNumber(text: string, region: DecimalSign, limits: NumberLimits = {}): Result<number | null, string> {
  const shape = numberShape(text)
  if (shape.kind === 'blank') return limits.isOptional === true ? succeeded(null) : failed('Enter a number.')
  if (shape.kind === 'not-a-number') {
    return failed(shape.why === 'marks' ? `“${text.trim()}” has points and commas that fit no number; write it with one decimal sign.` : `“${text.trim()}” is no number; enter digits only.`)
  }
  const ownUnits = [limits.unit ?? '', limits.isPercent === true ? '%' : ''].map((unit) => unit.toLowerCase())
  if (!ownUnits.includes(shape.unit.toLowerCase()) && shape.unit !== '') {
    return failed(`“${text.trim()}” has “${shape.unit}” beside the number; enter the number alone${limits.unit === undefined ? '' : `, in ${limits.unit}`}.`)
  }
  const reading = numberFrom(text, shape.proves ?? region, limits.isPercent === true ? -2 : 0)
  if (!reading.ok || reading.value === null) return failed(`“${text.trim()}” is no number that can be used; enter it in another form.`)
  const { value } = reading.value
  const shown = limits.isPercent === true ? (figure: number): string => `${Number((100 * figure).toPrecision(12))} %` : String
  if (limits.isWhole === true && !Number.isInteger(value)) return failed(`“${text.trim()}” is not whole; enter a whole number.`)
  const { least, most } = limits
  const isBelow = least !== undefined && (limits.isLeastOpen === true ? value <= least : value < least)
  const isAbove = most !== undefined && (limits.isMostOpen === true ? value >= most : value > most)
  if (!isBelow && !isAbove) return succeeded(value)
  const lowest = least === undefined ? null : limits.isLeastOpen === true ? `more than ${shown(least)}` : `${shown(least)} or more`
  const highest = most === undefined ? null : limits.isMostOpen === true ? `less than ${shown(most)}` : `${shown(most)} or less`
  return failed(`Enter ${[lowest, highest].filter((each) => each !== null).join(' and ')}.`)
}
