import readWorkbook from 'read-excel-file/universal'
import type { ImportInput } from '../../shared/csv/import-file'
import { gridOfSheet, gridOfText, type SheetCell } from '../../shared/csv/import-grid'
import { importText } from '../../shared/csv/import-text'
import { plainText } from '../../shared/csv/import-column'

/** Decodes bytes strictly; null where they are not text in that encoding, or the encoding is not known here. */
export function decodeText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * What is to be imported: the rows of the first sheet of a workbook that has any, else the bytes themselves.
 * The form of the reader without workers of its own, which the page's policy would refuse.
 */
export async function importSource(bytes: Uint8Array, name: string): Promise<ImportInput['source']> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (!isZip) return { kind: 'bytes', bytes }
  try {
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer)
    const filled = sheets.filter(({ data }) => data.length > 1)
    const sheet = filled[0] ?? sheets[0]
    if (sheet === undefined) return { kind: 'bytes', bytes }
    return { kind: 'sheet', name: `${name}: ${sheet.sheet}`, rows: sheet.data.map((row) => row.map(sheetCell)), otherSheets: filled.slice(1).map((other) => other.sheet) }
  } catch {
    // Another kind of zip, or a damaged workbook: the reader of bytes says what it is.
    return { kind: 'bytes', bytes }
  }
}

function sheetCell(cell: unknown): SheetCell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : null
}

const headBytes = 16_384
const headRows = 20

/** The first rows of a file in a line each, to choose the headings among them. */
export function firstRowsOf(source: ImportInput['source'], answers: Readonly<Record<string, string>>): readonly { readonly line: number; readonly text: string }[] {
  const rows = source.kind === 'sheet' ? gridOfSheet(source.rows.slice(0, headRows)).rows : headOf(source.bytes, answers)
  return rows.slice(0, headRows).map(({ line, cells }) => ({ line, text: cells.map(plainText).filter((cell) => cell !== '').join(' · ').slice(0, 120) }))
}

function headOf(bytes: Uint8Array, answers: Readonly<Record<string, string>>) {
  const lastBreak = bytes.length <= headBytes ? -1 : bytes.subarray(0, headBytes).lastIndexOf(10)
  const text = importText(lastBreak < 0 ? bytes : bytes.slice(0, lastBreak + 1), { decodeText, encoding: answers['encoding'] ?? null })
  return text.ok ? gridOfText(text.value.text, answers['delimiter'] ?? null).rows : []
}
