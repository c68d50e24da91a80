import { cellNumber } from './import-cells'
import type { ImportContext } from './import-context'
import type { GridRow } from './import-grid'
import { numberFrom, decimalSignOf } from './decimal-sign'
import { plainText, type ImportColumn } from './import-column'

const totalWords =
  'grand total|overall total|sub ?-?totals?|totals?|sum|summe|gesamtsumme|gesamtergebnis|teilergebnis|ergebnis|gesamt|zwischensumme|endsumme|total général|total general|sous-total|somme|合計|小計|総計|总计|合计|小计|总和|總計|합계|소계|총계|\\*+'
const whole = new RegExp(`^(?:${totalWords})\\s*[:：=]?$`, 'iu')
const leading = new RegExp(`^(?:${totalWords})(?:\\s*[:：=]|\\s|$)`, 'iu')
const trailing = new RegExp(`\\s(?:${totalWords})\\s*[:：=]?$`, 'iu')

/**
 * Whether a text says that its row is a total.
 *
 * @param text a cell
 * @param how whether the word must be the whole cell; else it may be followed by what is totalled
 *
 * @example
 * isTotalWord('Summe Werk 0101', { isWhole: false }) // => true
 */
export function isTotalWord(text: string, how: { readonly isWhole: boolean }): boolean {
  return (how.isWhole ? whole : leading).test(text)
}

/**
 * Whether a text ends in a word for a total, as the subtotals of spreadsheets do. Alone it proves nothing.
 *
 * @param text a cell
 *
 * @example
 * endsInTotalWord('A-1 Total') // => true
 */
export function endsInTotalWord(text: string): boolean {
  return trailing.test(text)
}

/**
 * A text without the word for a total at its end.
 *
 * @param text a cell
 *
 * @example
 * withoutTotalWord('A-1 Total') // => 'A-1'
 */
export function withoutTotalWord(text: string): string {
  return text.replace(trailing, '')
}

/** Sums of the rows read so far, by place of the column; added up only when a row claims to be a total. */
export type RunningSums = {
  /** Rows that count, in the order of the file. */
  readonly rows: GridRow[]
  /** How many of them are in `sums`. */
  added: number
  readonly sums: Map<number, number>
}

/**
 * Sums with nothing in them.
 *
 * @example
 * emptySums().added // => 0
 */
export function emptySums(): RunningSums {
  return { rows: [], added: 0, sums: new Map() }
}

/**
 * Whether the numbers of a row are the sums of the rows above, with the sentence that says so.
 *
 * @param row the row
 * @param of the rows above, those since the last total, the columns with numbers, and how they are read
 */
export function totalProof(row: GridRow, of: { readonly details: RunningSums; readonly sinceTotal: RunningSums; readonly columns: readonly ImportColumn[]; readonly context: ImportContext }): { readonly isProven: boolean; readonly isEqual: boolean; readonly text: string } {
  for (const sums of [of.sinceTotal, of.details]) {
    const [first] = sums.rows
    const last = sums.rows.at(-1)
    if (first === undefined || last === undefined) continue
    const verdict = agreement(row, sums, of)
    if (verdict.differs === null && verdict.equal > 0) {
      return { isProven: sums.rows.length > 1, isEqual: true, text: `a total: equals the sum of line${sums.rows.length === 1 ? ` ${first.line}` : `s ${first.line}-${last.line}`}` }
    }
  }
  const verdict = agreement(row, of.details, of)
  if (verdict.differs === null) return { isProven: false, isEqual: false, text: 'a total' }
  return { isProven: false, isEqual: false, text: `a total; its ${verdict.differs.shown} is not the sum of the lines above (${verdict.found} instead of ${verdict.sum}), so lines may be missing` }
}

const notAddedUp: ReadonlySet<string | null> = new Set(['unitPrice', 'priceUnit', 'leadTimeDays', 'totalLeadTimeDays', 'receiptDays', 'transitDays', 'moq', 'lotMultiple', 'serviceLevel'])

function agreement(row: GridRow, sums: RunningSums, of: { readonly columns: readonly ImportColumn[]; readonly context: ImportContext }) {
  addUp(sums, of)
  let equal = 0
  let differs: ImportColumn | null = null
  let [found, sum] = [0, 0]
  for (const column of of.columns) {
    const total = numberIn(row, column, of.context)
    if (total === null || total === 0) continue
    const added = sums.sums.get(column.index) ?? 0
    // Totals are often printed with two decimals.
    const tolerance = 1e-9 * Math.max(1, Math.abs(added)) + (Number.isInteger(total) ? 0 : 0.0051)
    if (Math.abs(added - total) <= tolerance) equal++
    else if ((column.field !== null || column.period !== null) && !notAddedUp.has(column.field) && differs === null) {
      differs = column
      ;[found, sum] = [total, added]
    }
  }
  return { equal, differs, found, sum: Number(sum.toPrecision(12)) }
}

function addUp(sums: RunningSums, of: { readonly columns: readonly ImportColumn[]; readonly context: ImportContext }): void {
  for (; sums.added < sums.rows.length; sums.added++) {
    const row = sums.rows[sums.added] as GridRow
    for (const column of of.columns) {
      const value = numberIn(row, column, of.context)
      if (value !== null) sums.sums.set(column.index, (sums.sums.get(column.index) ?? 0) + value)
    }
  }
}

function numberIn(row: GridRow, column: ImportColumn, context: ImportContext): number | null {
  const cell = row.cells[column.index] ?? ''
  if (cell === '') return null
  if (context.signs.byColumn.has(column.index)) return cellNumber(cell, { line: row.line, column, problems: [] }, context)?.value ?? null
  const text = plainText(cell)
  const finding = decimalSignOf([text])
  if (finding.firstAmbiguous !== null && context.signs.file === null) return null
  const reading = numberFrom(text, finding.sign === 'comma' || finding.sign === 'point' ? finding.sign : (context.signs.file ?? 'point'))
  return reading.ok ? (reading.value?.value ?? null) : null
}
