import { columnLetter } from './csv-problem'
import { skippedFate } from './import-body'
import type { GridRow, ImportGrid } from './import-grid'

/** What was mended in a file while it was looked at, without the file itself being changed. */
export type ImportMends = {
  /** Text in place of a cell's own, by line and letter of the column, such as `14:C`; empty where the value is not known. */
  readonly cells: Readonly<Record<string, string>>
  /** Lines that are left out. */
  readonly skippedLines: readonly number[]
}

/** Nothing mended yet. */
export const noMends: ImportMends = { cells: {}, skippedLines: [] }

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
 * mendedGrid({ rows: [{ line: 1, lineCount: 1, row: 1, cells: ['1O'] }], delimiter: ';', cellsPerRow: 1, fates: [], problems: [], lineCount: 1 }, { cells: { '1:A': '10' }, skippedLines: [] }).rows[0].cells // => ['10']
 */
export function mendedGrid(grid: ImportGrid, mends: ImportMends): ImportGrid {
  const names = Object.keys(mends.cells)
  if (names.length === 0 && mends.skippedLines.length === 0) return grid
  const lines = new Set(names.map((name) => Number(name.split(':')[0])))
  const skipped = new Set(mends.skippedLines)
  const rows: GridRow[] = []
  // What a quote that is never closed made unreadable is no row, but can be left out as well.
  const fates = grid.fates.map((fate) => (skipped.has(fate.line) ? { ...fate, fate: 'skipped' as const, kind: 'left-out', reason: 'left out by you' } : fate))
  for (const row of grid.rows) {
    if (skipped.has(row.line)) fates.push(skippedFate(row, 'left-out', 'left out by you'))
    else if (lines.has(row.line)) rows.push({ ...row, cells: row.cells.map((cell, at) => mends.cells[mendedCellName(row.line, at)] ?? cell) })
    else rows.push(row)
  }
  return { ...grid, rows, fates, problems: grid.problems.filter(({ line }) => line === null || !skipped.has(line)) }
}
