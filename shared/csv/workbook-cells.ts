import { civilDate } from '../calendar/civil-date'
import type { ExportCell, ExportCellType, ExportTable } from './export-table'

/** What a workbook counts 1 January 1970 as: a date is there the number of its day, in the format of dates. */
const dayZeroOfWorkbooks = 25_569
const dateFormat = 'yyyy-mm-dd'

/** One cell of a workbook, typed as a spreadsheet keeps it. */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A civil date, `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly date: string }

/** A table as the cells of a worksheet: headings and rows, null for an empty cell, and widths in letters. */
export type WorkbookSheet = {
  /** Name of the sheet. */
  readonly name: string
  /** The first row. */
  readonly headings: readonly string[]
  /** All others. */
  readonly rows: readonly (readonly (WorkbookCell | null)[])[]
  /** Width of each column, letters. */
  readonly widths: readonly number[]
}

/**
 * A table as typed cells that open alike in every region: part numbers stay texts when edited, dates are dates,
 * percentages are numbers of per cent as their headings say.
 *
 * @param table any table to export
 *
 * @example
 * const table = { name: 'parts', columns: [{ header: 'service (%)', type: 'percent' }], rows: [[0.07]], omissions: [] }
 * workbookSheet(table).rows // => [[{ kind: 'number', value: 7 }]]
 */
export function workbookSheet(table: ExportTable): WorkbookSheet {
  return {
    name: table.name,
    headings: table.columns.map(({ header }) => header),
    rows: table.rows.map((row) => table.columns.map(({ type }, at) => workbookCell(row[at] ?? null, type))),
    widths: table.columns.map(({ header }) => Math.min(40, Math.max(10, header.length + 2))),
  }
}

/** A cell as `write-excel-file` takes it. */
export type WorkbookFileCell =
  | { readonly value: string; readonly type: StringConstructor; readonly format?: string; readonly fontWeight?: 'bold' }
  | { readonly value: number; readonly type: NumberConstructor; readonly format?: string }

/** What `write-excel-file` is given, in whichever of its editions: rows with the headings first, and how the sheet looks. */
export type WorkbookFile = {
  readonly rows: (WorkbookFileCell | null)[][]
  readonly options: { readonly sheet: string; readonly stickyRowsCount: number; readonly columns: { readonly width: number }[] }
}

/**
 * A table as the writer of `.xlsx` files takes it: texts are of the format "text", so that editing leaves them texts.
 *
 * @param table any table to export
 *
 * @example
 * const table = { name: 'parts', columns: [{ header: 'part number', type: 'text' }], rows: [['0012']], omissions: [] }
 * workbookFile(table).rows[1] // => [{ value: '0012', type: String, format: '@' }]
 */
export function workbookFile(table: ExportTable): WorkbookFile {
  const { name, headings, rows, widths } = workbookSheet(table)
  return {
    rows: [headings.map((value) => ({ value, type: String, fontWeight: 'bold' })), ...rows.map((row) => row.map(fileCell))],
    options: { sheet: name, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
  }
}

function fileCell(cell: WorkbookCell | null): WorkbookFileCell | null {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, type: String, format: '@' }
    case 'number':
      return { value: cell.value, type: Number }
    case 'date':
      return { value: civilDate(cell.date) + dayZeroOfWorkbooks, type: Number, format: dateFormat }
  }
}

function workbookCell(cell: ExportCell, type: ExportCellType): WorkbookCell | null {
  if (cell === null) return null
  if (typeof cell === 'boolean') return { kind: 'text', text: cell ? 'yes' : 'no' }
  // A percentage is exact to twelve digits: 0.07 times 100 is 7.000000000000001.
  if (typeof cell === 'number') return { kind: 'number', value: type === 'percent' ? Number((100 * cell).toPrecision(12)) : cell }
  if (type === 'date') return { kind: 'date', date: cell }
  return { kind: 'text', text: workbookText(cell) }
}

/** Control characters, which XML cannot hold, as Office writes them: `_x000B_`; a text that looks like that is escaped too. */
function workbookText(text: string): string {
  const escaped = text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return Array.from(escaped, (character) => (isXmlCharacter(character.codePointAt(0) ?? 0) ? character : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)).join('')
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
