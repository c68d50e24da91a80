import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import type { CivilDate } from '../../shared/calendar/civil-date'
import { fileSizeProblem } from '../../shared/csv/bytes-to-text'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importedFile } from '../../shared/csv/import-file'
import type { ImportResult } from '../../shared/csv/import-result'
import { importSource, type WorkbookTools } from '../../shared/csv/import-workbook'
import { refusal } from '../../shared/csv/import-verdict'
import { decodeText } from './decode-text'

/** What unpacks and reads workbooks: the form of the reader for Node never answers when one is cut off; this one fails. */
export const workbookTools: WorkbookTools = { unzipSync, zipSync, strFromU8, strToU8, readSheets }

/**
 * Reads a file for import: text of any kind, or a sheet of a workbook.
 *
 * @throws the file system's error
 */
export async function readImportFile(path: string, options: { readonly today: CivilDate; readonly choices: ImportChoices }): Promise<ImportResult> {
  const { size } = await stat(path)
  const tooLarge = fileSizeProblem(size)
  if (tooLarge !== null) return refusal({ problem: tooLarge, encoding: '', delimiter: null })
  const bytes = await readFile(path)
  return importedFile({ source: await importSource(bytes, basename(path), workbookTools), decodeText, ...options })
}
