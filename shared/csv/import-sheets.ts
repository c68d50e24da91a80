import { csvProblem, type CsvProblem } from './csv-problem'
import { gridOfSheet } from './import-grid'
import { headerRow } from './import-header-row'
import type { ImportQuestion } from './import-question'
import type { SheetToImport } from './import-workbook'

/** Rows among which the headings of a sheet are looked for. */
const headRows = 90

/** A sheet with rows, for the choice among several. */
export type SheetChoice = { readonly name: string; readonly rowCount: number }

/**
 * The sheet of a workbook that is read: the one that was chosen, else the first with headings, else the first with rows.
 *
 * @param sheets sheets in their order; at least one
 * @param answers `sheet` is the name of the chosen one
 *
 * @example
 * sheetToRead([{ name: 'Cover', rows: [['Stock list'], ['of today']] }, { name: 'Stock', rows: [['Material', 'On hand'], ['A', 1]] }], {}).name // => 'Stock'
 */
export function sheetToRead(sheets: readonly SheetToImport[], answers: Readonly<Record<string, string>>): SheetToImport {
  const filled = sheets.filter(({ rows }) => rows.length > 1)
  const chosen = sheets.find(({ name }) => name === answers['sheet'])
  return chosen ?? filled.find(({ rows }) => headerRow(gridOfSheet(rows.slice(0, headRows)).rows, {}) !== null) ?? filled[0] ?? (sheets[0] as SheetToImport)
}

/**
 * The sheets with rows under a first one, to choose among.
 *
 * @param sheets sheets in their order
 *
 * @example
 * sheetChoices([{ name: 'Stock', rows: [['Material', 'On hand'], ['A', 1]] }, { name: 'Empty', rows: [] }]) // => [{ name: 'Stock', rowCount: 2 }]
 */
export function sheetChoices(sheets: readonly SheetToImport[]): readonly SheetChoice[] {
  return sheets.filter(({ rows }) => rows.length > 1).map(({ name, rows }) => ({ name, rowCount: rows.length }))
}

/**
 * The question which sheet is meant, where the one that was said is not there; null otherwise.
 *
 * @param sheets sheets in their order
 * @param answers `sheet` is the name of the chosen one
 *
 * @example
 * sheetQuestion([{ name: 'Stock', rows: [] }], { sheet: 'Stock' }) // => null
 */
export function sheetQuestion(sheets: readonly SheetToImport[], answers: Readonly<Record<string, string>>): ImportQuestion | null {
  const wanted = answers['sheet']
  if (wanted === undefined || sheets.some(({ name }) => name === wanted)) return null
  const choices = sheetChoices(sheets)
  return {
    id: 'sheet', kind: 'sheet', columns: [], choices: choices.map(({ name }) => name), text: `The workbook has no sheet “${wanted}”. Which sheet is to be read?`,
    readings: choices.map(({ name, rowCount }) => ({ choice: name, text: `${name}: ${rowCount} rows` })),
  }
}

/**
 * Says which sheets with rows were not read.
 *
 * @param sheets sheets in their order
 * @param read the one that was read
 */
export function otherSheetsProblem(sheets: readonly SheetToImport[], read: SheetToImport): readonly CsvProblem[] {
  const others = sheetChoices(sheets.filter((sheet) => sheet !== read))
  if (others.length === 0) return []
  return [csvProblem({ kind: 'other-sheets', severity: 'warning', sentence: `Only the sheet “${read.name}” was read. Not read: ${others.map(({ name, rowCount }) => `“${name}” (${rowCount} rows)`).join(', ')}. Choose another sheet to read it instead.` })]
}
