import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { gridOfSheet, gridOfText } from '../../shared/csv/import-grid'
import { importText } from '../../shared/csv/import-text'
import { sheetToRead } from '../../shared/csv/import-sheets'
import type { ImportSource, WorkbookTools } from '../../shared/csv/import-workbook'
import { plainText } from '../../shared/csv/import-column'

/** Decodes bytes strictly; null where they are not text in that encoding, or the encoding is not known here. */
export function decodeText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What unpacks and reads workbooks: the form of the reader without workers of its own, which the page's policy would refuse. */
export const workbookTools: WorkbookTools = { unzipSync, zipSync, strFromU8, strToU8, readSheets }

const headBytes = 16_384
const headRows = 20

/** The first rows of a file, with the plain texts of their cells. */
export function headRowsOf(source: ImportSource, answers: Readonly<Record<string, string>>): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  if (source.kind === 'unreadable') return []
  const rows = source.kind === 'workbook' ? gridOfSheet(sheetToRead(source.sheets, answers).rows.slice(0, headRows)).rows : headOf(source.bytes, answers)
  return rows.slice(0, headRows).map(({ line, cells }) => ({ line, cells: cells.map(plainText) }))
}

/** The same in a line each, to choose the headings among them. */
export function firstRowsOf(source: ImportSource, answers: Readonly<Record<string, string>>): readonly { readonly line: number; readonly text: string }[] {
  return headRowsOf(source, answers).map(({ line, cells }) => ({ line, text: cells.filter((cell) => cell !== '').join(' · ').slice(0, 120) }))
}

function headOf(bytes: Uint8Array, answers: Readonly<Record<string, string>>) {
  const lastBreak = bytes.length <= headBytes ? -1 : bytes.subarray(0, headBytes).lastIndexOf(10)
  const text = importText(lastBreak < 0 ? bytes : bytes.slice(0, lastBreak + 1), { decodeText, encoding: answers['encoding'] ?? null })
  return text.ok ? gridOfText(text.value.text, answers['delimiter'] ?? null).rows : []
}
