import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import readWorkbook from 'read-excel-file/universal'
import type { CivilDate } from '../../shared/calendar/civil-date'
import { fileSizeProblem } from '../../shared/csv/bytes-to-text'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importedFile, type ImportInput } from '../../shared/csv/import-file'
import type { ImportResult } from '../../shared/csv/import-result'
import { isZip, workbookSource } from '../../shared/csv/import-workbook'
import { refusal } from '../../shared/csv/import-verdict'
import { decodeText } from './decode-text'

/**
 * Reads a file for import: text of any kind, or the first sheet of a workbook that has rows.
 *
 * @throws the file system's error
 */
export async function readImportFile(path: string, options: { readonly today: CivilDate; readonly choices: ImportChoices }): Promise<ImportResult> {
  const { size } = await stat(path)
  const tooLarge = fileSizeProblem(size)
  if (tooLarge !== null) return refusal({ problem: tooLarge, encoding: '', delimiter: null })
  const bytes = await readFile(path)
  return importedFile({ source: await importSource(bytes, basename(path)), decodeText, ...options })
}

/** What is to be imported: the rows of a workbook where the bytes are one, else the bytes themselves. */
export async function importSource(bytes: Uint8Array, name: string): Promise<ImportInput['source']> {
  if (!isZip(bytes)) return { kind: 'bytes', bytes }
  try {
    // The reader for Node never answers when a workbook is cut off; this one fails.
    return workbookSource(await readWorkbook(new Uint8Array(bytes).buffer), name) ?? { kind: 'bytes', bytes }
  } catch {
    // Another kind of zip, or a damaged workbook: the reader of bytes says what it is.
    return { kind: 'bytes', bytes }
  }
}
