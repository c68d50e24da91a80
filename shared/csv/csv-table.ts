import Papa from 'papaparse'
import { csvProblem, type CsvProblem } from './csv-problem'

/** The delimiters our files may have. */
export const csvDelimiters = [',', ';', '\t', '|'] as const
/** A delimiter our files may have. */
export type CsvDelimiter = (typeof csvDelimiters)[number]

/** One record of a CSV file. */
export type CsvRecord = {
  /** Physical line on which it begins, counted from 1. */
  readonly line: number
  /** Physical lines it takes; more than 1 when a quoted cell has line breaks. */
  readonly lineCount: number
  /** Its cells as text, nothing trimmed or converted. */
  readonly cells: readonly string[]
}

/** All records of a text, and where its quoting is broken. */
export type CsvTable = {
  /** In the order of the file; blank lines are records with one empty cell. */
  readonly records: readonly CsvRecord[]
  /** Lines left out because a quote opened on them is never closed, and quotes in odd places. */
  readonly problems: readonly CsvProblem[]
}

const mostRecoveries = 20

/**
 * The records of a CSV text, each with its physical line. Line ends may be CRLF, LF or CR, also mixed.
 *
 * A quote that is never closed would swallow the rest of the file: the line where it opened is
 * reported and left out, and reading goes on with the next line.
 *
 * @param text the whole text, without byte order mark
 * @param delimiter what stands between cells
 *
 * @example
 * csvTable('a;"b\nc"\nd;e', ';').records.map((record) => record.line) // => [1, 3]
 */
export function csvTable(text: string, delimiter: string): CsvTable {
  const records: CsvRecord[] = []
  const problems: CsvProblem[] = []
  let rest = text
  let line = 1
  for (let recoveries = 0; rest !== ''; recoveries++) {
    const part = recordsUntilOpenQuote(rest, delimiter, line, problems)
    for (const record of part.records) records.push(record)
    if (part.openLine === null) break
    problems.push(
      csvProblem({
        kind: 'unclosed-quote',
        line: part.openLine,
        found: part.openText,
        sentence: `A quotation mark opened on line ${part.openLine} is never closed. Close it, or write it twice if it belongs to the text.`,
      }),
    )
    if (recoveries === mostRecoveries) {
      problems.push(
        csvProblem({
          kind: 'quotes-given-up',
          line: part.openLine,
          sentence: `More than ${mostRecoveries} quotation marks are never closed; nothing after line ${part.openLine} was read.`,
        }),
      )
      break
    }
    line = part.resumeLine
    rest = part.rest
  }
  return { records, problems }
}

type PartOfTable = {
  readonly records: readonly CsvRecord[]
  readonly openLine: number | null
  readonly openText: string
  readonly resumeLine: number
  readonly rest: string
}

function recordsUntilOpenQuote(text: string, delimiter: string, firstLine: number, problems: CsvProblem[]): PartOfTable {
  const { even, newline } = evenLineEnds(text, delimiter)
  const records: CsvRecord[] = []
  let line = firstLine
  let start = 0
  let open: { readonly line: number; readonly text: string; readonly rest: string } | null = null
  Papa.parse<string[]>(even, {
    delimiter,
    newline,
    // Papa reports the offset at which each record ends; its own row numbers have mixed bases.
    step: (result, parser) => {
      const raw = even.slice(start, result.meta.cursor)
      const recordLine = line
      start = result.meta.cursor
      const ends = lineEndsIn(raw)
      line += ends
      const codes = result.errors.map((error) => error.code)
      if (codes.includes('MissingQuotes')) {
        const openAt = (result.errors.find((error) => error.code === 'MissingQuotes')?.index ?? 0) as number
        open = openQuote(even, start - raw.length, openAt, recordLine)
        parser.abort()
        return
      }
      if (raw === '' && start >= even.length) return
      if (codes.includes('InvalidQuotes')) {
        problems.push(
          csvProblem({
            kind: 'stray-quote',
            line: recordLine,
            found: raw.trimEnd().slice(0, 200),
            severity: 'warning',
            sentence: `Line ${recordLine} has a quotation mark in the middle of a quoted cell. It was read as part of the text; write it twice to be sure.`,
          }),
        )
      }
      records.push({ line: recordLine, lineCount: Math.max(1, lineEndsIn(raw.replace(/(\r\n|\r|\n)$/u, '')) + 1), cells: result.data })
    },
  })
  const found = open as { readonly line: number; readonly text: string; readonly rest: string } | null
  return {
    records,
    openLine: found?.line ?? null,
    openText: found?.text ?? '',
    resumeLine: (found?.line ?? line) + 1,
    rest: found?.rest ?? '',
  }
}

function openQuote(text: string, recordStart: number, openAt: number, recordLine: number) {
  // Papa's index is that of the opening quote, counted from the start of the text.
  const at = Math.max(recordStart, Math.min(openAt, text.length))
  const line = recordLine + lineEndsIn(text.slice(recordStart, at))
  const before = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const after = /\r\n|\r|\n/u.exec(text.slice(at))
  return {
    line,
    text: text.slice(before, after === null ? undefined : at + after.index).slice(0, 200),
    rest: after === null ? '' : text.slice(at + after.index + after[0].length),
  }
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++
  }
  return count
}

/** Papa takes one kind of line end for the whole text, so mixed ones outside of quotes are made even; inside quotes they stay. */
function evenLineEnds(text: string, delimiter: string): { readonly even: string; readonly newline: '\r\n' | '\n' | '\r' } {
  const pairs = /\r\n/u.test(text)
  const alone = text.replaceAll('\r\n', '')
  const feeds = alone.includes('\n')
  const returns = alone.includes('\r')
  if (!feeds && !returns) return { even: text, newline: '\r\n' }
  if (!pairs && !returns) return { even: text, newline: '\n' }
  if (!pairs && !feeds) return { even: text, newline: '\r' }
  const pieces: string[] = []
  let from = 0
  let isQuoted = false
  let isCellStart = true
  const kinds = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character === '"') {
        if (text.charAt(at + 1) === '"') at++
        else isQuoted = false
      }
      continue
    }
    if (character === '"' && isCellStart) isQuoted = true
    isCellStart = character === delimiter
    if (character === '\n' || character === '\r') {
      const length = character === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1
      kinds.add(text.slice(at, at + length))
      pieces.push(text.slice(from, at))
      at += length - 1
      from = at + 1
      isCellStart = true
    }
  }
  const [only] = kinds
  if (kinds.size === 1) return { even: text, newline: only as '\r\n' | '\n' | '\r' }
  pieces.push(text.slice(from))
  return { even: pieces.join('\n'), newline: '\n' }
}

/**
 * A CSV text: CRLF after every record, quotes only around cells that need them. No byte order mark.
 *
 * @param records cells as they shall stand in the file; texts already encoded
 * @param delimiter what stands between cells
 *
 * @example
 * writtenCsv([['a', 'say "b"'], ['1,5', '']], ',') // => 'a,"say ""b"""\r\n"1,5",\r\n'
 */
export function writtenCsv(records: readonly (readonly string[])[], delimiter: string): string {
  return records.map((cells) => `${cells.map((cell) => writtenCell(cell, delimiter)).join(delimiter)}\r\n`).join('')
}

function writtenCell(cell: string, delimiter: string): string {
  // Readers strip spaces beside a quote, so a cell that begins or ends with one is quoted as well.
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
