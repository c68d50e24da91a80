import { writtenCsv } from './csv-table'
import type { ImportResult } from './import-result'

/**
 * The rows that were held, as a CSV with the headings of the file, the line of each, and a column that says why: to be
 * mended and imported again. Cells are as they were found, a text that a spreadsheet would run behind an apostrophe.
 *
 * @param result the file, read
 *
 * @example
 * rejectedRows(importedFile({ source: { kind: 'workbook', name: '', sheets: [{ name: '', rows: [['Material', 'On hand'], ['A', 1], ['B', 'x']] }] }, decodeText: () => null, today: civilDate('2026-11-23'), choices: { kind: null, map: {}, answers: {} } })) // => 'Material;On hand;line in file;reason\r\nB;x;3;Line 3, On hand: “x” is not a number. Enter one, or leave the cell empty if it is not known.\r\n'
 */
export function rejectedRows(result: ImportResult): string {
  const headings = result.understood.columns.map((column) => column.shown)
  const rows = result.heldRows.map(({ line, cells }) => {
    const reasons = result.problems.filter((problem) => problem.line === line && problem.severity === 'error').map((problem) => problem.sentence)
    // A row with too many cells keeps them all; the line and the reason then stand after them.
    const padded = Array.from({ length: Math.max(headings.length, cells.length) }, (_, at) => safeCell(cells[at] ?? ''))
    return [...padded, String(line), reasons.join(' ')]
  })
  return writtenCsv([[...headings, 'line in file', 'reason'], ...rows], result.understood.delimiter ?? ';')
}

function safeCell(cell: string): string {
  return /^[=+@\t\r\n]|^-(?![\d.,]+$)|^\uff1d/u.test(cell) ? `'${cell}` : cell
}
