import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { ExportTable } from '../../shared/csv/export-table'
import { workbookSheet, type WorkbookCell } from '../../shared/csv/workbook-cells'

/** A table as the bytes of an .xlsx workbook with one sheet. */
export async function tableWorkbook(table: ExportTable): Promise<Uint8Array> {
  const { name, headings, rows, widths } = workbookSheet(table)
  const header: CellObject[] = headings.map((value) => ({ value, type: String, fontWeight: 'bold' }))
  return await writeExcelFile([header, ...rows.map((row) => row.map(cellObject))], {
    sheet: name,
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd',
    columns: widths.map((width) => ({ width })),
  }).toBuffer()
}

function cellObject(cell: WorkbookCell | null): CellObject | null {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, type: String, format: '@' }
    case 'number':
      return { value: cell.value, type: Number }
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  }
}
