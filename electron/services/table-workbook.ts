import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { ExportCell, ExportCellType, ExportTable } from '../../shared/csv/export-table'

/**
 * A table as the bytes of an .xlsx workbook with one sheet: typed cells that open alike in every region.
 *
 * Part numbers are texts and stay texts when edited, dates are dates, percentages are numbers of per cent as their
 * headings say.
 */
export async function tableWorkbook(table: ExportTable): Promise<Uint8Array> {
  const header: CellObject[] = table.columns.map(({ header: value }) => ({ value, type: String, fontWeight: 'bold' }))
  const rows = table.rows.map((row) => table.columns.map(({ type }, at) => workbookCell(row[at] ?? null, type)))
  return await writeExcelFile([header, ...rows], {
    sheet: table.name,
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd',
    columns: table.columns.map((column) => ({ width: Math.min(40, Math.max(10, column.header.length + 2)) })),
  }).toBuffer()
}

function workbookCell(cell: ExportCell, type: ExportCellType): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'boolean') return { value: cell ? 'yes' : 'no', type: String }
  // A percentage is exact to twelve digits: 0.07 times 100 is 7.000000000000001.
  if (typeof cell === 'number') return { value: type === 'percent' ? Number((100 * cell).toPrecision(12)) : cell, type: Number }
  if (type === 'date') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return { value: workbookText(cell), type: String, format: '@' }
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
