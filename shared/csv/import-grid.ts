import { csvProblem, type CsvProblem } from './csv-problem'
import { csvTable, type CsvQuoting, type CsvTable } from './csv-table'
import { delimiterOf } from './delimiter'
import { headerMeaning } from './import-header'
import type { LineFate } from './import-lines'
import { namedPeriod } from './import-period'
import { typedNumberMark } from './visible-text'

/** One row of an imported file, of text or of a workbook. */
export type GridRow = {
  /** Physical line on which it begins; in a workbook its row. */
  readonly line: number
  /** Physical lines it takes. */
  readonly lineCount: number
  /** Row in which a spreadsheet shows it. */
  readonly row: number
  /** Cells as found; numbers of a workbook behind `typedNumberMark`. */
  readonly cells: readonly string[]
}

/** All rows of an imported file, and the lines that are in none. */
export type ImportGrid = {
  /** In the order of the file, blank ones included. */
  readonly rows: readonly GridRow[]
  /** Null in a workbook. */
  readonly delimiter: string | null
  /** Cells most rows have. */
  readonly cellsPerRow: number
  /** Lines without a row: `sep=`, and what an unclosed quote made unreadable. */
  readonly fates: readonly LineFate[]
  /** What was noticed about quotes. */
  readonly problems: readonly CsvProblem[]
  /** Physical lines of the file. */
  readonly lineCount: number
}

/**
 * A cell of a workbook as its reader gives it; dates as `YYYY-MM-DD`, and behind `typedNumberMark` numbers with a unit and
 * formulas without a result.
 */
export type SheetCell = string | number | boolean | null

/**
 * Whether a heading is known: a field, or a period.
 *
 * @param header heading as found
 *
 * @example
 * isKnownHeading('2025-11') // => true
 */
export function isKnownHeading(header: string): boolean {
  return headerMeaning(header) !== null || ['month', 'week'].includes(namedPeriod(header)?.kind ?? '')
}

/**
 * The rows of a text: `sep=` obeyed, delimiter and quoting by evidence, lists of SAP with bars at both ends.
 *
 * @param text without byte order mark
 * @param delimiter the delimiter where the user was asked, or null
 */
export function gridOfText(text: string, delimiter: string | null): ImportGrid {
  const declared = /^"?sep=([^\r\n"])"?(\r\n|\r|\n)/iu.exec(text)
  const whole = declared === null ? text : text.slice(declared[0].length)
  // The mark of typed numbers is ours: in a text it means nothing.
  const body = withoutSpacesBeforeQuotes(whole.includes(typedNumberMark) ? whole.replaceAll(typedNumberMark, '') : whole)
  const firstLine = declared === null ? 0 : 1
  const finding = delimiterOf(body, isKnownHeading)
  const chosen = delimiter ?? declared?.[1] ?? finding.delimiter
  const quoting = quotingOf(body, chosen)
  const cells = chosen === finding.delimiter ? finding.cellsPerRecord : null
  const { table, warnings } = tableOf(body, chosen, { ...quoting, ...(cells === null || cells < 2 ? {} : { cellsPerRecord: cells }) })
  const inner = chosen === ',' || cells === 1 ? innerLines(table) : null
  // Quotes taken off every line make it shorter; otherwise the lines were not wrapped.
  if (inner !== null && inner.length + 2 * table.records.length <= body.length) {
    const grid = gridOfText(inner, delimiter)
    const moved = grid.rows.map((row) => ({ ...row, line: row.line + firstLine, row: row.row + firstLine }))
    return { ...grid, rows: moved, fates: [...separatorFates(declared !== null), ...grid.fates.map((fate) => ({ ...fate, line: fate.line + firstLine }))], problems: movedProblems(grid.problems, firstLine), lineCount: grid.lineCount + firstLine }
  }
  const isList = chosen === '|' && isBarList(body)
  const rows = table.records.map((record, at): GridRow => {
    const bare = isList && record.cells.length > 1 && (record.cells[0] ?? '').trim() === '' ? record.cells.slice(1, (record.cells.at(-1) ?? '').trim() === '' ? -1 : undefined) : record.cells
    return { line: record.line + firstLine, lineCount: record.lineCount, row: at + 1 + firstLine, cells: bare }
  })
  const lost = table.lost.map(({ line, lineCount }): LineFate => ({ line: line + firstLine, lineCount, fate: 'held', kind: 'unclosed-quote', reason: 'a quotation mark is never closed' }))
  const last = Math.max(firstLine, ...[rows.at(-1), table.lost.at(-1)].map((each) => (each === undefined ? 0 : each.line + each.lineCount - 1 + (each === table.lost.at(-1) ? firstLine : 0))))
  return {
    rows,
    delimiter: chosen,
    cellsPerRow: mostCommon(rows.slice(0, 400).filter((row) => row.cells.some((cell) => cell.trim() !== '')).map((row) => row.cells.length)),
    fates: [...separatorFates(declared !== null), ...lost],
    problems: [...warnings, ...movedProblems(table.problems, firstLine)],
    lineCount: last,
  }
}

/** `a, "b, c"` is meant as `a,"b, c"`, but a quote counts only at the very beginning of a cell. */
function withoutSpacesBeforeQuotes(text: string): string {
  return /[,;\t|] +"/u.test(text.slice(0, 100_000)) ? text.replaceAll(/([,;\t|]) +(?="(?:[^"\r\n]|"")*" *(?:[,;\t|\r\n]|$))/gu, '$1') : text
}

/** The records; where so many quotes are never closed that they cannot be meant as such, they are letters like others. */
function tableOf(text: string, delimiter: string, quoting: CsvQuoting): { readonly table: CsvTable; readonly warnings: readonly CsvProblem[] } {
  const table = csvTable(text, delimiter, quoting)
  if (!table.problems.some((problem) => problem.kind === 'quotes-given-up')) return { table, warnings: [] }
  const warning = csvProblem({ kind: 'quotes-are-letters', severity: 'warning', sentence: 'So many quotation marks are never closed that they were read as parts of the texts, such as inches.' })
  return { table: csvTable(text, delimiter, { ...quoting, quote: 'none' }), warnings: [warning] }
}

/** Problems of what stands under a first line that was dropped; it still counts. */
function movedProblems(problems: readonly CsvProblem[], lines: number): readonly CsvProblem[] {
  if (lines === 0) return problems
  return problems.map((problem) => (problem.line === null ? problem : csvProblem({ ...problem, line: problem.line + lines, sentence: problem.sentence.replaceAll(/\bline (\d+)/giu, (word: string, number: string) => word.replace(number, String(Number(number) + lines))) })))
}

function separatorFates(isDeclared: boolean): readonly LineFate[] {
  return isDeclared ? [{ line: 1, lineCount: 1, fate: 'skipped', kind: 'separator-line', reason: 'says which delimiter the file has' }] : []
}

/** The lines inside the quotes of a file of which every whole line was put in quotes, as spreadsheets do with one column; null for others. */
function innerLines(table: CsvTable): string | null {
  const filled = table.records.filter((record) => record.cells.some((cell) => cell !== ''))
  if (filled.length < 2 || table.lost.length > 0 || table.records.some((record) => record.lineCount > 1)) return null
  const isWrapped = (['\t', ';', ','] as const).some((mark) => filled.every((record) => record.cells.length === 1 && (record.cells[0] ?? '').includes(mark)))
  return isWrapped ? table.records.map((record) => record.cells[0] ?? '').join('\n') : null
}

/**
 * The rows of a sheet of a workbook. Its numbers keep their type, so that no decimal sign is in doubt.
 *
 * @param sheet rows of cells
 */
export function gridOfSheet(sheet: readonly (readonly SheetCell[])[]): ImportGrid {
  const rows = sheet.map((cells, at): GridRow => ({
    line: at + 1, lineCount: 1, row: at + 1,
    cells: cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? `${typedNumberMark}${fifteenDigits(cell)}` : typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : cell)),
  }))
  return { rows, delimiter: null, cellsPerRow: Math.max(0, ...rows.map((row) => row.cells.length)), fates: [], problems: [], lineCount: rows.length }
}

/** Spreadsheets hold 15 digits; what binary fractions add behind them is dust. */
function fifteenDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15))
}

/**
 * The number that stands most often in a list; 0 for an empty one.
 *
 * @param numbers the list
 *
 * @example
 * mostCommon([3, 5, 5]) // => 5
 */
export function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1
    counts.set(number, count)
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && number > best)) best = number
  }
  return best
}

function isBarList(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/u).filter((line) => line.includes('|') && !/^[-|+=\s]*$/u.test(line))
  return lines.length > 0 && lines.filter((line) => line.trimStart().startsWith('|')).length * 2 > lines.length
}

/** Apostrophes around cells, and backslashes before quotes, where the file shows that they are meant so. */
function quotingOf(text: string, delimiter: string): CsvQuoting {
  const sample = text.slice(0, 100_000)
  const mark = delimiter.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&')
  const around = (quote: string) => (sample.match(new RegExp(`(^|${mark}|\\n|\\r)${quote}[^${quote}\\r\\n]*${quote}(?=${mark}|\\r|\\n|$)`, 'gu')) ?? []).length
  const apostrophes = sample.includes("'") ? around("'") : 0
  const quote = apostrophes >= 2 && apostrophes > around('"') ? { quote: "'" as const } : {}
  return /[^\\]\\"[^,;\t|\r\n]/u.test(sample) && new RegExp(`(^|${mark}|\\n)"[^"\\r\\n]*\\\\"`, 'u').test(sample) ? { ...quote, escape: '\\' } : quote
}
