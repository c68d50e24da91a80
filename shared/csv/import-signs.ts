import { decimalSignOf, numberFrom, numberText, type DecimalSign } from './decimal-sign'
import { importFieldTypes } from './import-field'
import type { GridRow } from './import-grid'
import { plainText, type ImportColumn } from './import-column'
import type { ImportQuestion } from './import-question'
import { numberShape } from './number-shape'
import { typedNumberMark } from './visible-text'

/** How the numbers of one column are read. */
export type ColumnSign = {
  /** Null while it is asked: cells that have a mark are then not read. */
  readonly sign: DecimalSign | null
  /** Whether cells of the column prove both signs. */
  readonly isMixed: boolean
  /** Where the sign was proved: by the column, by other columns of the file, by the user, or nowhere because no cell needs one. */
  readonly scope: 'column' | 'file' | 'answer' | 'none'
}

/** How the numbers of a file are read. */
export type ImportSigns = {
  /** By place of the column. */
  readonly byColumn: ReadonlyMap<number, ColumnSign>
  /** The sign of the file; null when nothing proves one, or columns differ. */
  readonly file: DecimalSign | null
  /** A cell that proves it, for the sentence that says so. */
  readonly proof: { readonly cell: string; readonly line: number } | null
  readonly question: ImportQuestion | null
}

/**
 * Whether the cells of a column are numbers.
 *
 * @param column the column
 *
 * @example
 * isNumberColumn({ field: 'onHand', period: null }) // => true
 */
export function isNumberColumn(column: Pick<ImportColumn, 'field' | 'period'>): boolean {
  return column.period !== null || (column.field !== null && ['quantity', 'money', 'count', 'days', 'percent'].includes(importFieldTypes[column.field]))
}

/**
 * The decimal sign of every column of numbers, by evidence: of the column, then of the whole file, because one program
 * wrote it; then it is asked. Never by the delimiter or the region.
 *
 * @param columns columns of the table
 * @param rows rows below the heading
 * @param answer the user's answer, or null
 */
export function importSigns(columns: readonly ImportColumn[], rows: readonly GridRow[], answer: DecimalSign | null): ImportSigns {
  const byColumn = new Map<number, ColumnSign>()
  const undecided: { readonly column: ImportColumn; readonly row: GridRow }[] = []
  const proven = new Set<DecimalSign>()
  let proof: ImportSigns['proof'] = null
  const findings = columns.map((column) => {
    const isOurs = isNumberColumn(column)
    if (!isOurs && (column.field !== null || !isMostlyNumbers(column, rows))) return null
    // Only a cell with a mark is evidence, and most have none.
    const marked = rows.filter((row) => isMarked(row.cells[column.index] ?? ''))
    const finding = decimalSignOf(marked.map((row) => row.cells[column.index] ?? ''))
    if (finding.sign === 'comma' || finding.sign === 'point') {
      proven.add(finding.sign)
      const at = (finding.sign === 'comma' ? finding.firstComma : finding.firstPoint) ?? 0
      const row = marked[at]
      if (proof === null && row !== undefined) proof = { cell: plainText(row.cells[column.index] ?? ''), line: row.line }
    }
    return { column, finding, isOurs, ambiguous: finding.firstAmbiguous === null ? undefined : marked[finding.firstAmbiguous] }
  })
  const [only] = proven
  const file = answer ?? (proven.size === 1 ? (only ?? null) : null)
  for (const found of findings) {
    if (found?.isOurs !== true) continue
    const { column, finding, ambiguous } = found
    if (finding.sign === 'mixed') byColumn.set(column.index, { sign: finding.commaCount === finding.pointCount ? file : finding.commaCount > finding.pointCount ? 'comma' : 'point', isMixed: true, scope: 'column' })
    else if (finding.sign !== 'undecided') byColumn.set(column.index, { sign: finding.sign, isMixed: false, scope: 'column' })
    else if (finding.firstAmbiguous === null) byColumn.set(column.index, { sign: file ?? 'point', isMixed: false, scope: 'none' })
    else if (file !== null) byColumn.set(column.index, { sign: file, isMixed: false, scope: answer === null ? 'file' : 'answer' })
    else {
      byColumn.set(column.index, { sign: null, isMixed: false, scope: 'none' })
      if (ambiguous !== undefined) undecided.push({ column, row: ambiguous })
    }
  }
  return { byColumn, file, proof, question: undecided.length === 0 ? null : question(undecided, columns) }
}

function isMarked(cell: string): boolean {
  return (cell.includes(',') || cell.includes('.') || /[，．]/u.test(cell) || /\d[\s'’]\d/u.test(cell)) && !cell.startsWith(typedNumberMark)
}

function isMostlyNumbers(column: ImportColumn, rows: readonly GridRow[]): boolean {
  let filled = 0
  let numbers = 0
  for (const row of rows.slice(0, 500)) {
    const cell = plainText(row.cells[column.index] ?? '')
    if (cell === '') continue
    filled++
    // A dotted key such as 1.2.3 or a date is no evidence; nor is a material number.
    if (/[.,]/u.test(cell) && numberShape(cell).kind === 'number') numbers++
    else if (!/^-?\d{1,7}-?$/u.test(cell)) filled++
  }
  return numbers > 0 && numbers * 2 >= filled && /(price|preis|prix|value|wert|valeur|amount|betrag|montant|cost|kosten|qty|quantity|menge|quantité|weight|gewicht|poids|stock|bestand|金額|金额|重量|数|量|価|价)/iu.test(column.header)
}

function question(undecided: readonly { readonly column: ImportColumn; readonly row: GridRow }[], columns: readonly ImportColumn[]): ImportQuestion {
  const { column, row } = undecided[0] as (typeof undecided)[number]
  const cell = plainText(row.cells[column.index] ?? '')
  const key = columns.find((each) => each.field === 'part')
  const part = key === undefined ? '' : ` of part ${plainText(row.cells[key.index] ?? '')}`
  const readings = (['comma', 'point'] as const).map((sign) => {
    const reading = numberFrom(cell, sign)
    return { choice: sign, text: `${cell} = ${reading.ok && reading.value !== null ? numberText(reading.value.value, 'point') : '?'}` }
  })
  return {
    id: 'decimal', kind: 'decimal', columns: undecided.map((each) => each.column.shown), choices: ['comma', 'point'], readings,
    text: `“${column.shown}”${part} is ${cell} on line ${row.line}: is that ${readings.map((reading) => reading.text.split(' = ')[1]).join(' (decimal comma) or ')} (decimal point)? Nothing in the file tells.`,
  }
}
