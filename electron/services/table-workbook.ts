import writeExcelFile from 'write-excel-file/node'
import type { ExportTable } from '../../shared/csv/export-table'
import { workbookFile } from '../../shared/csv/workbook-cells'

/** A table as the bytes of an .xlsx workbook with one sheet. */
export async function tableWorkbook(table: ExportTable): Promise<Uint8Array> {
  const { rows, options } = workbookFile(table)
  return await writeExcelFile(rows, options).toBuffer()
}
