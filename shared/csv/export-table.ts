import { columnLetter } from './csv-problem'
import { writtenCsv } from './csv-table'
import { shiftedDecimal } from './decimal-sign'
import { dateTextFor, type FileForm } from './file-form'
import { encodedText, isChangedBySpreadsheets } from './text-codec'

/** What the cells of a column of a table for Excel or an ERP are; a percentage is held as a fraction and written in percent. */
export type ExportCellType = 'text' | 'number' | 'percent' | 'date' | 'yes-no'

/** One cell: a text, a number, a date as `YYYY-MM-DD`, yes or no, or nothing known. */
export type ExportCell = string | number | boolean | null

/** A rectangular table with one heading line, whatever file it is written to. */
export type ExportTable = {
  /** What the table is, such as `parts`; the name of its sheet. */
  readonly name: string
  /** Headings with their units, and what stands under each. */
  readonly columns: readonly { readonly header: string; readonly type: ExportCellType }[]
  /** Rows as long as the headings. */
  readonly rows: readonly (readonly ExportCell[])[]
  /** What the table cannot hold, each in a sentence; empty when it holds all. */
  readonly omissions: readonly string[]
}

/** A text in a bare table that a spreadsheet would not leave alone. */
export type BareCellWarning = {
  /** Line of the file, counted from 1, and spreadsheet letter of the column. */
  readonly line: number
  readonly column: string
  readonly found: string
  /** `run`: it would be run as a formula; `change`: it would be turned into a number or date, or trimmed. */
  readonly danger: 'run' | 'change'
  readonly sentence: string
}

/** A table as the text of a CSV file, with what to beware of. */
export type WrittenTable = { readonly text: string; readonly warnings: readonly BareCellWarning[] }

/**
 * A table as CSV for spreadsheets and ERP systems of one region: byte order mark, CRLF, one heading line, no `sep=` line,
 * no thousands separators.
 *
 * Texts that a spreadsheet would run or change get an apostrophe, which our import takes away again. In the bare form
 * they stand as they are, for uploads into an ERP, and each is listed.
 *
 * @param table what to write
 * @param form form of the region
 * @param options whether to leave the apostrophes out
 *
 * @example
 * const table = { name: 'parts', columns: [{ header: 'part number', type: 'text' }, { header: 'moq', type: 'number' }], rows: [['00123', 2.5]], omissions: [] }
 * writtenTable(table, fileForms.german).text // => "\ufeffpart number;moq\r\n'00123;2,5\r\n"
 */
export function writtenTable(table: ExportTable, form: FileForm, options: { readonly isBare: boolean } = { isBare: false }): WrittenTable {
  const warnings: BareCellWarning[] = []
  const records = table.rows.map((row, index) =>
    table.columns.map(({ header, type }, at) => {
      const cell = row[at] ?? null
      if (!options.isBare || type !== 'text' || typeof cell !== 'string') return tableCellText(cell, type, form)
      if (isChangedBySpreadsheets(cell)) warnings.push(bareWarning(cell, { line: index + 2, column: columnLetter(at), header }))
      return cell
    }),
  )
  return { text: `\ufeff${writtenCsv([table.columns.map((column) => column.header), ...records], form.delimiter)}`, warnings }
}

function tableCellText(cell: ExportCell, type: ExportCellType, form: FileForm): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (typeof cell === 'number') {
    const text = shiftedDecimal(cell, type === 'percent' ? 2 : 0)
    return form.decimal === 'comma' ? text.replace('.', ',') : text
  }
  return type === 'date' ? dateTextFor(cell, form) : encodedText(cell)
}

function bareWarning(cell: string, place: { readonly line: number; readonly column: string; readonly header: string }): BareCellWarning {
  const danger = /^[\s\u00a0]*[=+\-@\u2212]/u.test(cell.normalize('NFKC')) && !/^[\s\u00a0]*[-+]?[\d.,]+$/u.test(cell) ? 'run' : 'change'
  const what = danger === 'run' ? 'a spreadsheet would run it as a formula' : 'a spreadsheet would turn it into a number or date, or trim it'
  return {
    line: place.line, column: place.column, found: cell, danger,
    sentence: `Line ${place.line}, column ${place.column} (${place.header}): “${cell}” stands bare; ${what}. Upload the file without opening it in one.`,
  }
}
