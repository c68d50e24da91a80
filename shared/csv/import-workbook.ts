import { addDays, civilDate, isoDate } from '../calendar/civil-date'
import { csvProblem, type CsvProblem } from './csv-problem'
import type { SheetCell } from './import-grid'
import { typedNumberMark } from './visible-text'
import { numberFormats } from './workbook-formats'
import { hasImpossiblePlace, readableSheet } from './workbook-xml'

/** A sheet of a workbook as a reader of .xlsx gives it. */
export type ReadSheet = {
  /** Its name. */
  readonly sheet: string
  /** Rows of cells: texts, numbers, booleans, dates, or null; not there for a sheet that is a chart. */
  readonly data?: readonly (readonly unknown[])[]
}

/** A sheet of a workbook to import. */
export type SheetToImport = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] }

/** What is read: the bytes of a text, the sheets of a workbook, or a workbook of which nothing can be read. */
export type ImportSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'workbook'; readonly name: string; readonly sheets: readonly SheetToImport[] }
  | { readonly kind: 'unreadable'; readonly problem: CsvProblem }

/** Packing and reading of workbooks, which come from outside: the names are those of `fflate`. */
export type WorkbookTools = {
  readonly unzipSync: (bytes: Uint8Array, options: { readonly filter: (file: { readonly name: string; readonly originalSize: number }) => boolean }) => Record<string, Uint8Array>
  readonly zipSync: (files: Record<string, Uint8Array>, options: { readonly level: 0 }) => Uint8Array
  readonly strFromU8: (bytes: Uint8Array) => string
  readonly strToU8: (text: string) => Uint8Array
  /** Reads every sheet of an .xlsx file. */
  readonly readSheets: (bytes: ArrayBuffer) => Promise<readonly ReadSheet[]>
}

/** A workbook that unpacks to more is refused: a small file may unpack to more than a computer can hold. */
const mostUnpackedBytes = 400 * 1024 * 1024

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
 * What is to be imported of a file: the sheets of a workbook, else its bytes.
 *
 * A workbook is unpacked here, its cells that readers lose are made texts, and it goes to the reader unpacked: a reader
 * unpacks large sheets in workers of its own, which the policy of our window refuses, and then never answers.
 *
 * @param bytes the file
 * @param name its name
 * @param tools what unpacks and reads workbooks
 */
export async function importSource(bytes: Uint8Array, name: string, tools: WorkbookTools): Promise<ImportSource> {
  if (!isZip(bytes)) return { kind: 'bytes', bytes }
  const beginning = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('')
  let unpackedBytes = 0
  let files: Record<string, Uint8Array>
  let isBinary = false
  try {
    files = tools.unzipSync(bytes, {
      filter: (file) => {
        isBinary ||= file.name === 'xl/workbook.bin'
        const isWanted = /\.(?:xml|xml\.rels)$/u.test(file.name)
        if (isWanted) unpackedBytes += file.originalSize
        return isWanted && unpackedBytes <= mostUnpackedBytes
      },
    })
  } catch {
    return /\[Content_Types\]|xl\/|_rels\//u.test(beginning) ? { kind: 'unreadable', problem: damagedWorkbook() } : { kind: 'bytes', bytes }
  }
  if (isBinary) return { kind: 'unreadable', problem: csvProblem({ kind: 'binary-workbook', sentence: 'The file is an Excel binary workbook (.xlsb), which cannot be read here. Open it and save it as .xlsx, then choose that file.' }) }
  if (unpackedBytes > mostUnpackedBytes) return { kind: 'unreadable', problem: csvProblem({ kind: 'workbook-too-large', sentence: `The workbook unpacks to more than ${mostUnpackedBytes / 1024 / 1024} MB. Save the sheet that is wanted as “CSV UTF-8”, or leave out rows and columns that are not needed.` }) }
  // Another kind of zip: the reader of bytes says what it is.
  if (files['xl/workbook.xml'] === undefined) return { kind: 'bytes', bytes }
  let sheets: readonly ReadSheet[]
  try {
    const packed = tools.zipSync(readableFiles(files, tools), { level: 0 })
    sheets = await tools.readSheets(packed.buffer as ArrayBuffer)
  } catch {
    return { kind: 'unreadable', problem: damagedWorkbook() }
  }
  // Sheets of charts have no cells, and no data.
  const filled = sheets.flatMap(({ sheet, data }) => (data === undefined ? [] : [{ name: sheet, rows: data.map((row) => row.map(sheetCell)) }]))
  if (filled.length === 0) return { kind: 'unreadable', problem: csvProblem({ kind: 'no-sheet', sentence: 'The workbook has no sheet with cells. Choose another file.' }) }
  return { kind: 'workbook', name, sheets: filled }
}

function damagedWorkbook(): CsvProblem {
  return csvProblem({ kind: 'damaged-workbook', sentence: 'The file is an Excel workbook (.xlsx) that is damaged or was cut off, so that nothing of it can be read. Get it again; or, if Excel can still open it, save it from there under a new name.' })
}

/** The files of a workbook with the cells of its sheets as a reader takes them right. */
function readableFiles(files: Record<string, Uint8Array>, tools: WorkbookTools): Record<string, Uint8Array> {
  const all = { ...files }
  const styles = Object.keys(files).find((path) => /^xl\/styles\d*\.xml$/iu.test(path))
  const formats = styles === undefined ? [] : numberFormats(tools.strFromU8(files[styles] as Uint8Array))
  for (const [path, bytes] of Object.entries(files)) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/iu.test(path)
    if (!isSheet && !/^xl\/sharedStrings\d*\.xml$/iu.test(path)) continue
    const text = tools.strFromU8(bytes)
    // U+0001 is ours: nobody else's text may have it.
    const bare = withoutMark(text)
    if (isSheet && hasImpossiblePlace(bare)) throw new Error('a cell beyond the end of any sheet')
    const readable = isSheet ? readableSheet(bare, formats) : bare
    if (readable !== text) all[path] = tools.strToU8(readable)
  }
  const workbook = withoutMark(tools.strFromU8(files['xl/workbook.xml'] as Uint8Array))
  // LibreOffice writes `true` where readers only know `1`: every date would be four years and a day early.
  const era = workbook.replace(/(\bdate1904\s*=\s*["'])true(["'])/u, '$11$2')
  all['xl/workbook.xml'] = tools.strToU8(era)
  return all
}

function withoutMark(text: string): string {
  const bare = text.includes(typedNumberMark) ? text.replaceAll(typedNumberMark, '') : text
  return /_x0001_|&#0*1;|&#x0*1;/iu.test(bare) ? bare.replaceAll(/_x0001_|&#0*1;|&#x0*1;/giu, '') : bare
}

function sheetCell(cell: unknown): SheetCell {
  // Fractions of a day add up to a little less than a day: to the nearest second, as spreadsheets show them.
  if (cell instanceof Date) return isoDate(addDays(civilDate('1970-01-01'), Math.floor(Math.round(cell.getTime() / 1000) / 86_400)))
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : null
}
