import { columnLetter } from './csv-problem'
import { skippedFate } from './import-body'
import type { GridRow, ImportGrid } from './import-grid'

/** What was mended in a file while it was looked at, without the file itself being changed. */
export type ImportMends = {
  /** Text in place of a cell's own, by line and letter of the column, such as `14:C`; empty where the value is not known. */
  readonly cells: Readonly<Record<string, string>>
  /** Lines that are left out. */
  readonly skippedLines: readonly number[]
  /** Places of cells that are joined with the next one, by line: a delimiter between them belongs to their text. */
  readonly joins: Readonly<Record<string, readonly number[]>>
  /** Which of several lines with one key counts, as `RepeatChoices` names it. */
  readonly repeats: Readonly<Record<string, string>>
}

/** Nothing mended yet. */
export const noMends: ImportMends = { cells: {}, skippedLines: [], joins: {}, repeats: {} }

/**
 * The name of a cell in mends.
 *
 * @param line line on which its row begins
 * @param columnIndex place of the column, 0 for the first
 *
 * @example
 * mendedCellName(14, 2) // => '14:C'
 */
export function mendedCellName(line: number, columnIndex: number): string {
  return `${line}:${columnLetter(columnIndex)}`
}

/**
 * The rows of a file with what was mended in them; rows that are left out are skipped with that as their reason.
 *
 * @param grid rows as found
 * @param mends what was mended
 *
 * @example
 * mendedGrid({ rows: [{ line: 1, lineCount: 1, row: 1, cells: ['1O'] }], delimiter: ';', cellsPerRow: 1, fates: [], problems: [], lineCount: 1 }, { ...noMends, cells: { '1:A': '10' } }).rows[0].cells // => ['10']
 */
export function mendedGrid(grid: ImportGrid, mends: ImportMends): ImportGrid {
  const names = Object.keys(mends.cells)
  const joined = Object.keys(mends.joins)
  if (names.length + joined.length + mends.skippedLines.length === 0) return grid
  const lines = new Set([...names.map((name) => Number(name.split(':')[0])), ...joined.map(Number)])
  const skipped = new Set(mends.skippedLines)
  const rows: GridRow[] = []
  // What a quote that is never closed made unreadable is no row, but can be left out as well.
  const fates = grid.fates.map((fate) => (skipped.has(fate.line) ? { ...fate, fate: 'skipped' as const, kind: 'left-out', reason: 'left out by you' } : fate))
  for (const row of grid.rows) {
    if (skipped.has(row.line)) fates.push(skippedFate(row, 'left-out', 'left out by you'))
    else if (lines.has(row.line)) rows.push({ ...row, cells: joinedCells(row.cells, mends.joins[row.line] ?? [], grid.delimiter).map((cell, at) => mends.cells[mendedCellName(row.line, at)] ?? cell) })
    else rows.push(row)
  }
  return { ...grid, rows, fates, problems: grid.problems.filter(({ line }) => line === null || !skipped.has(line)) }
}

/**
 * Cells with some of them joined with the next one, one after the other.
 *
 * @param cells cells of a row
 * @param places places of cells, each counted after the joins before it
 * @param delimiter what stood between them; null in a workbook, where a space is put there
 *
 * @example
 * joinedCells(['A', 'Block', ' 20x10', '5'], [1], ',') // => ['A', 'Block, 20x10', '5']
 */
export function joinedCells(cells: readonly string[], places: readonly number[], delimiter: string | null): readonly string[] {
  let joined = cells
  for (const place of places) {
    const [cell, next] = [joined[place], joined[place + 1]]
    if (cell === undefined || next === undefined) continue
    joined = [...joined.slice(0, place), `${cell}${delimiter ?? ' '}${next}`, ...joined.slice(place + 2)]
  }
  return joined
}
