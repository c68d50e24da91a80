import type { CsvProblem } from './csv-problem'
import type { ImportContext } from './import-context'
import type { GridRow, ImportGrid } from './import-grid'
import { knownHeadings } from './import-header-row'
import type { LineFate } from './import-lines'
import { plainText, type ImportColumn } from './import-column'
import { isDeletionMark, rowSaying } from './import-row'
import { isNumberColumn } from './import-signs'
import { numberShape } from './number-shape'
import { typedNumberMark } from './visible-text'
import { emptySums, endsInTotalWord, isTotalWord, totalProof, withoutTotalWord } from './import-totals'

/** The rows under a heading, sorted by what they are. */
export type ImportBody = {
  /** Rows with something to import. */
  readonly rows: readonly GridRow[]
  /** Rows without a key directly under a row with one, by the line of that row. */
  readonly subRows: readonly { readonly row: GridRow; readonly parentLine: number }[]
  /** What became of the others. */
  readonly fates: readonly LineFate[]
  readonly problems: readonly CsvProblem[]
}

/** Whether all cells of a row are blank, or marks that only draw a line. */
export function isEmptyRow(row: GridRow): 'blank' | 'rule' | null {
  let isBlank = true
  for (const cell of row.cells) {
    if (cell === '' || cell.trim() === '') continue
    isBlank = false
    if (!/^[\s\-=_+|]*$/u.test(cell)) return plainText(cell) === '' && row.cells.every((each) => plainText(each) === '') ? 'blank' : null
  }
  return isBlank ? 'blank' : row.cells.some((cell) => /[-=_]{2}/u.test(cell)) || row.cells.length === 1 ? 'rule' : null
}

/**
 * The fate of a row that is skipped.
 *
 * @param row the row
 * @param kind why, as a stable word
 * @param reason why, in words
 */
export function skippedFate(row: GridRow, kind: string, reason: string): LineFate {
  return { line: row.line, lineCount: row.lineCount, fate: 'skipped', kind, reason }
}

/**
 * The fate of a row that is held.
 *
 * @param row the row
 * @param problem what holds it
 */
export function heldFate(row: GridRow, problem: Pick<CsvProblem, 'kind' | 'sentence'>): LineFate {
  return { line: row.line, lineCount: row.lineCount, fate: 'held', kind: problem.kind, reason: problem.sentence }
}

const bareNumber = /^\s*-?\d+([.,]\d+)?-?\s*$/u

/** Whether a row is the heading of another table. */
function isOtherHeading(row: GridRow, names: readonly string[]): boolean {
  // Nearly every row has a bare number, and no heading has one: that is quick to see.
  if (row.cells.some((cell) => (cell.startsWith(typedNumberMark) || bareNumber.test(cell)) && !names.includes(cell))) return false
  const cells = row.cells.map(plainText).filter((cell) => cell !== '')
  const hits = knownHeadings(cells)
  return hits >= 2 && hits * 2 >= cells.length
}

/**
 * The place of the first row that is the heading of another table; -1 for none.
 *
 * @param rows rows under the first heading
 * @param names the first heading
 */
export function otherTableAt(rows: readonly GridRow[], names: readonly string[]): number {
  return rows.findIndex((row) => row.cells.length > 1 && !isRepeatedHeading(row, names) && isOtherHeading(row, names))
}

function isRepeatedHeading(row: GridRow, names: readonly string[]): boolean {
  if (plainText(row.cells[0] ?? '') !== names[0] && plainText(row.cells[1] ?? '') !== names[1]) return false
  const cells = row.cells.map((cell) => plainText(cell).replaceAll(/\s+/gu, ' '))
  return names.every((name, at) => name === (cells[at] ?? ''))
}

/**
 * Sorts the rows under a heading: blank ones, rules, headings repeated at page breaks, notes, totals with their proof and
 * rows deleted in their system are skipped; rows with too many or too few cells are held, never padded; rows without a
 * key under one with a key are its sub-rows; the rest is to be read.
 *
 * @param rows rows under the heading
 * @param of the headings, the grid they come from, and how columns are read
 */
export function importBody(rows: readonly GridRow[], of: { readonly names: readonly string[]; readonly grid: ImportGrid; readonly context: ImportContext; readonly keyColumns: readonly ImportColumn[] }): ImportBody {
  const { names, context, keyColumns } = of
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const kept: GridRow[] = []
  const subRows: { row: GridRow; parentLine: number }[] = []
  const deleted = context.columns.find((column) => column.field === 'deleted')
  const key = keyColumns[0]
  const lastName = names.findLastIndex((name) => name !== '')
  const isNumeric = context.columns.filter((column) => isNumberColumn(column) || column.field === null)
  let parent: GridRow | null = null
  let lastDetail = -1
  rows.forEach((row, at) => {
    if (key !== undefined && plainText(row.cells[key.index] ?? '') !== '' && row.cells.length > 1) lastDetail = at
  })
  const footers = footerRows(rows, key)
  const details = emptySums()
  let sinceTotal = emptySums()
  for (const [at, row] of rows.entries()) {
    const empty = isEmptyRow(row)
    if (empty !== null) {
      fates.push(skippedFate(row, empty, empty === 'blank' ? 'blank line' : 'a line that only rules off'))
      if (empty === 'blank') parent = null
      continue
    }
    if (isRepeatedHeading(row, names)) {
      fates.push(skippedFate(row, 'repeated-header', 'the heading again'))
      continue
    }
    const keyText = key === undefined ? '' : plainText(row.cells[key.index] ?? '')
    const filled = row.cells.filter((cell) => plainText(cell) !== '')
    if (filled.length === 1 && /^\*+\s.*\S.*\s\*+$/u.test(plainText(filled[0] ?? ''))) {
      fates.push(skippedFate(row, 'note', `a note: “${plainText(filled[0] ?? '').slice(0, 60)}”`))
      continue
    }
    // `A-1 Total` may be a part; with the sum of the lines above it is none.
    const isNamed = row.cells.some((cell) => endsInTotalWord(plainText(cell)))
    // Under the lines of A-1, `A-1 Total` is theirs whatever they come to.
    const isOfParent = isNamed && parent !== null && key !== undefined && withoutTotalWord(keyText) === plainText(parent.cells[key.index] ?? '')
    if (isNamed || isTotalRow(row, key, context.columns) || (keyText === '' && filled.length > 0 && sinceTotal.rows.length > 1)) {
      const proof = totalProof(row, { details, sinceTotal, columns: isNumeric, context })
      if (isTotalRow(row, key, context.columns) || proof.isProven || isOfParent || (isNamed && proof.isEqual)) {
        fates.push(skippedFate(row, 'total', proof.text))
        sinceTotal = emptySums()
        parent = null
        continue
      }
    }
    if (footers.has(row) || (filled.length === 1 && isNote(row, rows, at, lastDetail, names.length, keyText))) {
      fates.push(skippedFate(row, 'note', `a note: “${plainText(filled[0] ?? '').slice(0, 60)}”`))
      continue
    }
    const extra = row.cells.findIndex((cell, place) => place > lastName && place >= names.length && cell.trim() !== '')
    if (extra >= 0 || row.cells.length <= lastName) {
      const problem = rowSaying(row, extra >= 0
        ? { kind: 'too-many-cells', text: `has ${row.cells.length} cells, and there are ${names.length} headings: a text or number may hold the delimiter. Put that cell in quotes.`, found: plainText(row.cells[extra] ?? '') }
        : { kind: 'too-few-cells', text: `has ${row.cells.length} cells, and there are ${lastName + 1} headings. Put the missing cells in, empty if need be.` })
      problems.push(problem)
      fates.push(heldFate(row, problem))
      parent = null
      continue
    }
    if (row.lineCount > 1 && of.grid.delimiter !== null && isSwallowing(row, of.grid.delimiter, { columns: context.columns, count: names.length })) {
      const last = row.line + row.lineCount - 1
      const problem = rowSaying(row, { kind: 'swallowed-lines', text: `has a quotation mark that seems never meant to be closed: it reaches to line ${last}, and each of these lines is a row by itself. Write the mark twice if it belongs to the text.` })
      problems.push(problem)
      fates.push(heldFate(row, problem))
      parent = null
      continue
    }
    if (deleted !== undefined && isDeletionMark(row.cells[deleted.index] ?? '')) {
      fates.push(skippedFate(row, 'deleted', `marked as deleted in its system (${deleted.shown} “${plainText(row.cells[deleted.index] ?? '')}”)`))
      continue
    }
    if (keyText === '') {
      if (parent === null) {
        const problem = rowSaying(row, { kind: 'no-part-number', column: key, text: 'has no part number, so it belongs to no part. Enter it, or delete the line.' })
        problems.push(problem)
        fates.push(heldFate(row, problem))
      } else {
        subRows.push({ row, parentLine: parent.line })
        details.rows.push(row)
        sinceTotal.rows.push(row)
      }
      continue
    }
    parent = row
    kept.push(row)
    details.rows.push(row)
    sinceTotal.rows.push(row)
  }
  return { rows: kept, subRows, fates, problems }
}

/** Two inch marks on different rows look like one cell of several lines; but then each line is a row, with numbers where they belong. */
function isSwallowing(row: GridRow, delimiter: string, of: { readonly columns: readonly ImportColumn[]; readonly count: number }): boolean {
  const at = row.cells.findIndex((cell) => /[\r\n]/u.test(cell))
  const numeric = of.columns.filter(isNumberColumn)
  if (at < 0 || row.cells.length !== of.count || numeric.length === 0 || row.cells.findLastIndex((cell) => /[\r\n]/u.test(cell)) !== at) return false
  const lines = (row.cells[at] ?? '').split(/\r\n|\r|\n/u)
  return lines.every((line, place) => {
    const cells = [...(place === 0 ? row.cells.slice(0, at) : []), ...line.split(delimiter), ...(place === lines.length - 1 ? row.cells.slice(at + 1) : [])]
    const filled = numeric.map((column) => cells[column.index] ?? '').filter((cell) => cell !== '')
    return cells.length === of.count && filled.length > 0 && filled.every((cell) => numberShape(cell).kind !== 'not-a-number')
  })
}

/** A total says so in its key, of which the place is a part, in its first cell, or in its description when it has no key. */
function isTotalRow(row: GridRow, key: ImportColumn | undefined, columns: readonly ImportColumn[]): boolean {
  const cell = (index: number) => plainText(row.cells[index] ?? '')
  const keyText = key === undefined ? '' : cell(key.index)
  if (keyText !== '' && columns.some((column) => (column.field === 'plant' || column.field === 'storageLocation') && isTotalWord(cell(column.index), { isWhole: true }))) return true
  if (keyText !== '') return isTotalWord(keyText, { isWhole: true }) || (isTotalWord(keyText, { isWhole: false }) && columns.every((column) => column.field !== 'description' || cell(column.index) === ''))
  return row.cells.some((each) => each !== '' && isTotalWord(plainText(each), { isWhole: false }))
}

/**
 * Rows at the end with words in the key alone, as programs write under a table: `Report generated by ERP`. Part numbers
 * of the table may have spaces themselves, and then the last of them is none.
 */
function footerRows(rows: readonly GridRow[], key: ImportColumn | undefined): ReadonlySet<GridRow> {
  const footers = new Set<GridRow>()
  if (key === undefined) return footers
  const isSentence = (row: GridRow) => /^\p{L}\S*(?:\s+\S+){2,}$/u.test(plainText(row.cells[key.index] ?? '')) && row.cells.every((cell, at) => at === key.index || plainText(cell) === '')
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] as GridRow
    if (isEmptyRow(row) !== null) continue
    if (!isSentence(row)) break
    footers.add(row)
  }
  if (footers.size === 0) return footers
  const isWordy = rows.some((row) => !footers.has(row) && /\S\s+\S+\s+\S/u.test(plainText(row.cells[key.index] ?? '')) && row.cells.some((cell, at) => at !== key.index && plainText(cell) !== ''))
  return isWordy || footers.size === rows.length ? new Set() : footers
}

/** One filled cell only: a note when it is no key, stands after everything else, or beside blank lines and headings. */
function isNote(row: GridRow, rows: readonly GridRow[], at: number, lastDetail: number, columns: number, keyText: string): boolean {
  const text = plainText(row.cells.find((cell) => plainText(cell) !== '') ?? '')
  if (columns < 2) return false
  const isShort = row.cells.length === 1
  if (!/\s|:/u.test(text) && !(isShort && keyText === '')) return false
  if (keyText === '') return at > lastDetail || isShort
  const beside = (other: GridRow | undefined) => other === undefined || isEmptyRow(other) !== null || (other.cells.length === 1 && isShort)
  return isShort ? at >= lastDetail || beside(rows[at - 1]) || beside(rows[at + 1]) : at >= lastDetail && beside(rows[at - 1])
}
