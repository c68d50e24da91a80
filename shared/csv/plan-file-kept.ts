import { numberFrom, numberText, shiftedDecimal } from './decimal-sign'
import { numberShape } from './number-shape'
import { planCellFrom, type PlanCellFormat } from './plan-file-cell'
import type { DecimalSign } from './decimal-sign'
import { decodedText, encodedText } from './text-codec'

/** A cell this program does not know the meaning of, as it says itself what it is. */
export type KeptCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'blank' }

/** What a newer program wrote into a plan file and this one does not know; it is written back with the plan. */
export type KeptContent = {
  /** Facts about the whole plan: pairs of a name and a value behind the word `plan`. */
  readonly facts: readonly { readonly name: string; readonly cell: KeptCell }[]
  /** Whole kinds of records. */
  readonly kinds: readonly {
    readonly kind: string
    readonly headers: readonly string[]
    readonly rows: readonly (readonly KeptCell[])[]
  }[]
  /** Columns of kinds that are known; each cell by the key of its record. */
  readonly columns: readonly {
    readonly kind: string
    readonly header: string
    readonly cells: readonly { readonly key: string; readonly cell: KeptCell }[]
  }[]
}

/** Nothing kept: a plan that no newer program has written. */
export const nothingKept: KeptContent = { facts: [], kinds: [], columns: [] }

/**
 * A cell of unknown meaning. An apostrophe marks a text, so a bare number or date is one.
 *
 * @param cell the cell as found
 * @param format decimal sign and order of dates of the file
 *
 * @example
 * keptCell('12,5', { decimal: 'comma', dates: 'iso' }) // => { type: 'number', value: 12.5 }
 */
export function keptCell(cell: string, format: PlanCellFormat): KeptCell {
  if (cell === '') return { type: 'blank' }
  if (cell.startsWith("'")) return { type: 'text', text: decodedText(cell) }
  const date = planCellFrom(cell, 'date', format)
  if (date.ok && typeof date.value === 'string') return { type: 'date', date: date.value }
  const shape = numberShape(cell)
  const reading = numberFrom(cell, format.decimal)
  if (shape.kind === 'number' && reading.ok && reading.value !== null && reading.value.unit === '' && !/^0\d/u.test(shape.digits)) {
    return { type: 'number', value: reading.value.value }
  }
  return { type: 'text', text: cell }
}

/**
 * A kept cell as it stands in the file.
 *
 * @param cell a cell that was kept
 * @param decimal decimal sign of the file
 *
 * @example
 * keptCellText({ type: 'number', value: 12.5 }, 'point') // => '12.5'
 */
export function keptCellText(cell: KeptCell, decimal: DecimalSign): string {
  if (cell.type === 'blank') return ''
  if (cell.type === 'number') return numberText(cell.value, decimal)
  if (cell.type === 'date') return cell.date
  return cell.text === '' ? "'" : encodedText(cell.text)
}

/**
 * What a kept cell says, for the check code: equal to what the program that knows its meaning would say. Null for blank.
 *
 * @param cell a cell that was kept
 *
 * @example
 * keptCellCanonical({ type: 'number', value: 12.5 }) // => '12.5'
 */
export function keptCellCanonical(cell: KeptCell): string | null {
  if (cell.type === 'blank') return null
  return cell.type === 'number' ? shiftedDecimal(cell.value, 0) : cell.type === 'date' ? cell.date : cell.text
}
