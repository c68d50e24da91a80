import readWorkbook from 'read-excel-file/universal'
import type { ImportInput } from '../../shared/csv/import-file'
import { gridOfSheet, gridOfText } from '../../shared/csv/import-grid'
import { importText } from '../../shared/csv/import-text'
import { isZip, workbookSource } from '../../shared/csv/import-workbook'
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
  if (!isZip(bytes)) return { kind: 'bytes', bytes }
  try {
    return workbookSource(await readWorkbook(bytes.slice().buffer), name) ?? { kind: 'bytes', bytes }
  } catch {
    // Another kind of zip, or a damaged workbook: the reader of bytes says what it is.
    return { kind: 'bytes', bytes }
  }
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
