import type { ImportInput } from './import-file'
import type { SheetCell } from './import-grid'

/** A sheet of a workbook as a reader of .xlsx gives it. */
export type ReadSheet = {
  /** Its name. */
  readonly sheet: string
  /** Rows of cells: texts, numbers, booleans, dates, or null. */
  readonly data: readonly (readonly unknown[])[]
}

/**
 * Whether bytes are a zip, as every .xlsx is.
 *
 * @param bytes the file
 *
 * @example
 * isZip(new Uint8Array([0x50, 0x4b, 3, 4])) // => true
 */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * What is to be imported of a workbook: its first sheet with rows under a heading, and the names of the others with rows;
 * null when it has no sheet.
 *
 * @param sheets sheets in their order
 * @param name name of the file
 *
 * @example
 * workbookSource([{ sheet: 'Cover', data: [] }, { sheet: 'Stock', data: [['Material'], ['A']] }], 'stock.xlsx').name // => 'stock.xlsx: Stock'
 */
export function workbookSource(sheets: readonly ReadSheet[], name: string): ImportInput['source'] | null {
  const filled = sheets.filter(({ data }) => data.length > 1)
  const sheet = filled[0] ?? sheets[0]
  if (sheet === undefined) return null
  return { kind: 'sheet', name: `${name}: ${sheet.sheet}`, rows: sheet.data.map((row) => row.map(sheetCell)), otherSheets: filled.slice(1).map((other) => other.sheet) }
}

function sheetCell(cell: unknown): SheetCell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : null
}
