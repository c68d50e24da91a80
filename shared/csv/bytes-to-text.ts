import { failed, succeeded, type Result } from '../result'
import { csvProblem, type CsvProblem } from './csv-problem'
import { utf8Text } from './utf-8-text'
import { windows1252CodeUnit } from './windows-1252'

/** Largest file we read, in bytes. Larger ones are refused by their size, before anything is read. */
export const largestFileBytes = 64 * 1024 * 1024

/** The text of a file and how its bytes were read. */
export type TextFromBytes = {
  /** Without byte order mark. */
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** What was noticed about the letters. */
  readonly warnings: readonly CsvProblem[]
  /** Lines of a UTF-8 file with bytes that are not, read as windows-1252. */
  readonly strayLines?: readonly number[]
}

/**
 * The problem of a file that is too large, or null when its size is fine. To be asked before reading.
 *
 * @param sizeBytes size of the file
 *
 * @example
 * fileSizeProblem(1000) // => null
 */
export function fileSizeProblem(sizeBytes: number): CsvProblem | null {
  if (sizeBytes <= largestFileBytes) return null
  const megabytes = Math.ceil(sizeBytes / 1024 / 1024)
  return csvProblem({
    kind: 'file-too-large',
    sentence: `The file has ${megabytes} MB; at most ${largestFileBytes / 1024 / 1024} MB can be read. Leave out columns and rows that are not needed, or split it.`,
  })
}

/**
 * The text of a CSV file: UTF-8 or UTF-16, with or without byte order mark, else windows-1252 with a warning.
 * A file that is no text at all is named for what it is. Letters are never replaced in silence.
 *
 * @param bytes the whole file
 *
 * @example
 * textFromBytes(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])) // => { ok: true, value: { text: 'a', encoding: 'utf-8', warnings: [] } }
 */
export function textFromBytes(bytes: Uint8Array): Result<TextFromBytes, CsvProblem> {
  const tooLarge = fileSizeProblem(bytes.length)
  if (tooLarge !== null) return failed(tooLarge)
  if (bytes.length === 0) return failed(csvProblem({ kind: 'empty-file', sentence: 'The file is empty (0 bytes). Save it again from the program it comes from.' }))
  const otherKind = otherKindOfFile(bytes)
  if (otherKind !== null) return failed(otherKind)

  if ((bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) || (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff)) {
    return failed(csvProblem({ kind: 'utf-32', sentence: 'The file is text in UTF-32, which hardly any program writes. Open it in an editor and save it as “CSV UTF-8”, then choose that file.' }))
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16Text(bytes.subarray(2), 'utf-16le', [])
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16Text(bytes.subarray(2), 'utf-16be', [])
  const nuls = nulCounts(bytes)
  if (nuls.even + nuls.odd > 0) {
    const all = nuls.even + nuls.odd
    // Texts in Chinese letters have few zero bytes, and some of them in the other half of a letter.
    const isWide = nuls.sampled >= 4 && Math.max(nuls.even, nuls.odd) >= 0.95 * all && all > nuls.sampled / 20
    // A few zero bytes in a text are left by old systems in cells they did not fill.
    const isText = !isWide && all <= nuls.sampled / 20 && bytes.subarray(0, 8192).every((byte) => byte === 0 || byte >= 32 || (byte >= 9 && byte <= 13))
    if (!isWide && !isText) {
      return failed(
        csvProblem({ kind: 'binary-file', sentence: 'The file is not text: it contains zero bytes. Export it as CSV from the program it belongs to.' }),
      )
    }
    if (isWide) {
      const warning = csvProblem({ kind: 'utf-16-without-mark', severity: 'warning', sentence: 'The file was read as UTF-16, although it does not say that it is. Check a name with special letters.' })
      return utf16Text(bytes, nuls.even < nuls.odd ? 'utf-16le' : 'utf-16be', [warning])
    }
  }

  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const reading = utf8Text(hasMark ? bytes.subarray(3) : bytes)
  if (reading.text === '') return failed(csvProblem({ kind: 'empty-file', sentence: 'The file is empty: it has a byte order mark and nothing else.' }))
  if (reading.strayBytes === 0) return succeeded({ text: reading.text, encoding: 'utf-8', warnings: [] })
  // Text in another encoding is well-formed UTF-8 here and there by chance, but hardly on whole lines.
  const isMostlyUtf8 = reading.strayBytes < reading.letters || reading.cleanLineCount >= reading.strayLines.length
  if (!hasMark && !isMostlyUtf8) {
    const warning = csvProblem({
      kind: 'not-utf-8', severity: 'warning', line: reading.strayLines[0] ?? null,
      sentence: 'The file is not UTF-8 and was read as Windows text (windows-1252). Check names with special letters; if they are wrong, save the file as “CSV UTF-8”.',
    })
    return succeeded({ text: windows1252Text(bytes), encoding: 'windows-1252', warnings: [warning] })
  }
  const lines = reading.strayLines.slice(0, 10).join(', ') + (reading.strayLines.length > 10 ? ' and more' : '')
  const warning = csvProblem({
    kind: 'stray-bytes', severity: 'warning', line: reading.strayLines[0] ?? null,
    sentence: `${reading.strayBytes} bytes are not UTF-8 and were read as Windows text (windows-1252), on lines ${lines}. Check the letters there.`,
  })
  return succeeded({ text: reading.text, encoding: 'utf-8', warnings: [warning], strayLines: reading.strayLines })
}

function otherKindOfFile(bytes: Uint8Array): CsvProblem | null {
  const start = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('')
  const saveAs = 'Open it and save it as “CSV UTF-8”, then choose that file.'
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    const isWorkbook = start.includes('[Content_Types]') || start.includes('xl/') || start.includes('_rels')
    return csvProblem({ kind: 'workbook-or-zip', sentence: `The file is ${isWorkbook ? 'an Excel workbook (.xlsx)' : 'a zip archive or an Excel workbook (.xlsx)'}, not CSV. ${saveAs}` })
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) return csvProblem({ kind: 'old-workbook', sentence: `The file is an old Excel workbook (.xls), not CSV. ${saveAs}` })
  if (start.startsWith('%PDF')) return csvProblem({ kind: 'pdf', sentence: 'The file is a PDF document, not CSV. Export the table as CSV from the program that made it.' })
  const kind = otherSignatures.find(([signature]) => start.startsWith(signature))?.[1]
  if (kind !== undefined) return csvProblem({ kind: 'other-file', sentence: `The file is ${kind}, not CSV. Export the table as CSV from the program that made it.` })
  const text = start.replace(/^\xef\xbb\xbf/u, '').trimStart().toLowerCase()
  if (isWebPage(text)) return webPageProblem()
  return null
}

const otherSignatures: readonly (readonly [signature: string, kind: string])[] = [
  ['{\\rtf', 'a text document (RTF)'], ['ID;PWXL', 'a SYLK file (.slk)'], ['ID;PCALCOOO', 'a SYLK file (.slk)'], ['\x1f\x8b', 'a packed file (gzip)'], ["7z\xbc\xaf'\x1c", 'a packed file (7-Zip)'], ['Rar!', 'a packed file (RAR)'],
  ['\x89PNG', 'a picture (PNG)'], ['\xff\xd8\xff', 'a picture (JPEG)'], ['GIF8', 'a picture (GIF)'], ['SQLite format 3\0', 'a database (SQLite)'],
]

/**
 * Whether a text is a web page or XML, as systems export under the name .xls.
 *
 * @param text the beginning of a file
 *
 * @example
 * isWebPage('<TABLE><tr>') // => true
 */
export function isWebPage(text: string): boolean {
  return /^\s*(?:<(?:html|head|body|table|meta|style|!doctype|!--|\?xml)|mime-version\s*:)/iu.test(text)
}

function webPageProblem(): CsvProblem {
  return csvProblem({ kind: 'web-page', sentence: 'The file is a web page or XML document, as some systems export under the name .xls, not CSV. Open it and save it as “CSV UTF-8”, then choose that file.' })
}

function nulCounts(bytes: Uint8Array): { readonly even: number; readonly odd: number; readonly sampled: number } {
  const counts = [0, 0]
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) counts[at % 2] = (counts[at % 2] ?? 0) + 1
  return { even: counts[0] ?? 0, odd: counts[1] ?? 0, sampled: bytes.length }
}

function utf16Text(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  warnings: readonly CsvProblem[],
): Result<TextFromBytes, CsvProblem> {
  if (bytes.length === 0) return failed(csvProblem({ kind: 'empty-file', sentence: 'The file is empty: it has a byte order mark and nothing else.' }))
  if (bytes.length % 2 === 1) return failed(csvProblem({ kind: 'utf-16-damaged', sentence: 'The file is UTF-16 and ends in the middle of a letter: it was cut off. Ask for it again.' }))
  const low = encoding === 'utf-16le' ? 0 : 1
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 16_384) {
    const units: number[] = []
    for (let at = from; at < Math.min(bytes.length, from + 16_384); at += 2) {
      units.push((bytes[at + low] as number) | ((bytes[at + 1 - low] as number) << 8))
    }
    pieces.push(String.fromCharCode(...units))
  }
  const text = pieces.join('')
  if (/[\ud800-\udfff]/u.test(text)) {
    return failed(csvProblem({ kind: 'utf-16-damaged', sentence: 'The file is UTF-16 with half letters in it: it is damaged. Ask for it again.' }))
  }
  return isWebPage(text.slice(0, 200)) ? failed(webPageProblem()) : succeeded({ text, encoding, warnings })
}

function windows1252Text(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 8192) {
    pieces.push(String.fromCharCode(...Array.from(bytes.subarray(from, from + 8192), windows1252CodeUnit)))
  }
  return pieces.join('')
}
