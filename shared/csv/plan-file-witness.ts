import type { DecimalSign } from './decimal-sign'
import { dateInOrder, type DateOrder } from './plan-file-cell'

const numbers = { comma: ['1234,5', '0,125', '1,25'], point: ['1234.5', '0.125', '1.25'] } as const
const date = '2026-03-04'
const zeros = '00123'
const letters = 'Äß€磁'

/**
 * The witness cells of a plan file: numbers, a date, leading zeros and letters whose fate tells what a spreadsheet did
 * to the file, and the sign the numbers were written with, in words.
 *
 * @param decimal decimal sign of the file
 *
 * @example
 * witnessCells('comma') // => ['1234,5', '0,125', '1,25', '2026-03-04', "'00123", 'Äß€磁', 'decimal comma']
 */
export function witnessCells(decimal: DecimalSign): readonly string[] {
  return [...numbers[decimal], date, `'${zeros}`, letters, `decimal ${decimal}`]
}

/** What became of a plan file since it was written. */
export type WitnessReading = {
  /** Decimal sign the numbers have now; null when a spreadsheet changed their values. */
  readonly decimal: DecimalSign | null
  /** Sign they were written with; null when that cannot be told any more. */
  readonly writtenDecimal: DecimalSign | null
  /** How dates stand now; null when that cannot be told. */
  readonly dates: DateOrder | null
  /** `consumed`: apostrophes are gone, zeros are there; `eaten`: leading zeros are gone. */
  readonly zeros: 'kept' | 'consumed' | 'eaten'
  /** `lost`: letters outside of a local code page were replaced. */
  readonly letters: 'kept' | 'lost'
}

/**
 * What the witness cells of a file tell.
 *
 * @param cells the cells behind the word `witness`
 *
 * @example
 * witnessReading(['1234.5', '0.125', '1.25', '3/4/2026', '123', '????', 'decimal comma']) // => { decimal: 'point', writtenDecimal: 'comma', dates: 'month-first', zeros: 'eaten', letters: 'lost' }
 */
export function witnessReading(cells: readonly string[]): WitnessReading {
  const found = cells.slice(0, 3).map((cell) => cell.trim())
  const isAll = (sign: DecimalSign) => numbers[sign].every((text, at) => found[at] === text)
  const declared = /^decimal (comma|point)$/u.exec((cells[6] ?? '').trim())?.[1]
  return {
    decimal: isAll('comma') ? 'comma' : isAll('point') ? 'point' : null,
    writtenDecimal: declared === undefined ? null : (declared as DecimalSign),
    dates: dateOrderOf((cells[3] ?? '').trim()),
    zeros: cells[4] === `'${zeros}` ? 'kept' : cells[4] === zeros ? 'consumed' : 'eaten',
    letters: cells[5] === letters ? 'kept' : 'lost',
  }
}

function dateOrderOf(cell: string): DateOrder | null {
  if (cell === date) return 'iso'
  const orders: readonly DateOrder[] = /^\d{4}/u.test(cell) ? ['year-first'] : ['day-first', 'month-first']
  return orders.find((order) => dateInOrder(cell, order) === date) ?? null
}

/**
 * Why the numbers of a file cannot be trusted, and what to do, in full sentences.
 *
 * @param cells the cells behind the word `witness`
 *
 * @example
 * damagedNumbersSentence(['12345', '125', '125', '2026-03-04', "'00123", 'Äß€磁', 'decimal comma']).slice(0, 41) // => 'A spreadsheet changed the numbers of this'
 */
export function damagedNumbersSentence(cells: readonly string[]): string {
  const reading = witnessReading(cells)
  const written = reading.writtenDecimal ?? (cells.slice(0, 3).some((cell) => cell.includes('.')) ? 'point' : 'comma')
  const region = written === 'comma'
    ? 'one with a decimal point, such as English (US or UK)'
    : 'one with a decimal comma, such as German or French'
  const at = numbers[written].findIndex((text, place) => cells[place]?.trim() !== text)
  return (
    `A spreadsheet changed the numbers of this file: it was written with a decimal ${written} and opened and saved in another region, ${region}. ` +
    `Its check number ${numbers[written][Math.max(0, at)]} came back as “${cells[Math.max(0, at)] ?? ''}”. ` +
    `No number in it can be trusted, so none was read. Take only its texts and notes, or ask for the file again as it was exported, or export it with a decimal ${written === 'comma' ? 'point' : 'comma'} for that region.`
  )
}

/**
 * The text that was UTF-8 and was read as windows-1252 on its way, as the letters witness shows: true for `Ã„ÃŸâ‚¬…`.
 *
 * @param text a whole plan file
 *
 * @example
 * hasGarbledWitness('plan;witness;1,5;Ã„ÃŸâ‚¬ç£') // => true
 */
export function hasGarbledWitness(text: string): boolean {
  return text.includes('Ã„ÃŸâ‚¬ç£') && !text.includes(letters)
}
