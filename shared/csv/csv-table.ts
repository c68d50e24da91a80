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
  /** Physical lines that are in no record, because of such a quote. */
  readonly lost: readonly { readonly line: number; readonly lineCount: number }[]
}

/** How cells are quoted where not with `"`, and where to go on after a quote that is never closed. */
export type CsvQuoting = {
  /** What stands around quoted cells; `"` where not given, `none` where quotes are letters like others. */
  readonly quote?: '"' | "'" | 'none'
  /** What stands before a quote inside of quotes; the quote itself where not given. */
  readonly escape?: '\\'
  /** Cells most records have. Given it, reading goes on with the next line that has as many, and a quoted cell that swallows such lines counts as never closed. */
  readonly cellsPerRecord?: number
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
 * @param quoting how cells are quoted, where not as usual
 *
 * @example
 * csvTable('a;"b\nc"\nd;e', ';').records.map((record) => record.line) // => [1, 3]
 */
export function csvTable(text: string, delimiter: string, quoting: CsvQuoting = {}): CsvTable {
  const records: CsvRecord[] = []
  const problems: CsvProblem[] = []
  const lost: { line: number; lineCount: number }[] = []
  let rest = text
  let line = 1
  for (let recoveries = 0; rest !== ''; recoveries++) {
    const part = recordsUntilOpenQuote(rest, delimiter, line, problems, quoting)
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
    const resumed = quoting.cellsPerRecord === undefined ? { rest: part.rest, lines: 0 } : fromNextWholeLine(part.rest, delimiter, quoting.cellsPerRecord)
    lost.push({ line: part.recordLine, lineCount: part.resumeLine - part.recordLine + resumed.lines })
    line = part.resumeLine + resumed.lines
    rest = resumed.rest
  }
  return { records, problems, lost }
}

type PartOfTable = {
  readonly records: readonly CsvRecord[]
  readonly openLine: number | null
  /** Line on which the record with the open quote begins. */
  readonly recordLine: number
  readonly openText: string
  readonly resumeLine: number
  readonly rest: string
}

/** The text from the first line that has as many cells as most records, and how many lines were passed over. */
function fromNextWholeLine(text: string, delimiter: string, cells: number): { readonly rest: string; readonly lines: number } {
  let lines = 0
  let at = 0
  while (at < text.length) {
    const end = /\r\n|\r|\n/gu
    end.lastIndex = at
    const found = end.exec(text)
    if (text.slice(at, found?.index ?? text.length).split(delimiter).length === cells) return { rest: text.slice(at), lines }
    lines++
    at = found === null ? text.length : found.index + found[0].length
  }
  return { rest: '', lines }
}

/** Whether a quoted cell has whole records inside it, so that its quote was never meant to open there. */
function swallowsRecords(raw: string, delimiter: string, quote: string, cells: number): boolean {
  return raw.split(/\r\n|\r|\n/u).slice(1).some((line) => line.split(delimiter).length === cells && line.split(quote).length % 2 === 1)
}

function recordsUntilOpenQuote(text: string, delimiter: string, firstLine: number, problems: CsvProblem[], quoting: CsvQuoting): PartOfTable {
  // Papa always has a quote; a letter that no text has stands for none.
  const quote = quoting.quote === 'none' ? '\u0003' : (quoting.quote ?? '"')
  const { even, newline } = evenLineEnds(text, delimiter, quote)
  const records: CsvRecord[] = []
  let line = firstLine
  let start = 0
  let open: OpenQuote | null = null
  Papa.parse<string[]>(even, {
    delimiter,
    newline,
    quoteChar: quote,
    ...(quoting.escape === undefined ? {} : { escapeChar: quoting.escape }),
    // Papa reports the offset at which each record ends; its own row numbers have mixed bases.
    step: (result, parser) => {
      const raw = even.slice(start, result.meta.cursor)
      const recordLine = line
      start = result.meta.cursor
      const ends = lineEndsIn(raw)
      line += ends
      const codes = result.errors.map((error) => error.code)
      const isSwallowing = quoting.cellsPerRecord !== undefined && ends > 1 && swallowsRecords(raw, delimiter, quote, quoting.cellsPerRecord)
      if (codes.includes('MissingQuotes') || isSwallowing) {
        const openAt = isSwallowing ? start - raw.length : ((result.errors.find((error) => error.code === 'MissingQuotes')?.index ?? 0) as number)
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
  const found = open as OpenQuote | null
  return {
    records,
    openLine: found?.line ?? null,
    recordLine: found?.recordLine ?? line,
    openText: found?.text ?? '',
    resumeLine: (found?.line ?? line) + 1,
    rest: found?.rest ?? '',
  }
}

type OpenQuote = { readonly line: number; readonly recordLine: number; readonly text: string; readonly rest: string }

function openQuote(text: string, recordStart: number, openAt: number, recordLine: number): OpenQuote {
  // Papa's index is that of the opening quote, counted from the start of the text.
  const at = Math.max(recordStart, Math.min(openAt, text.length))
  const line = recordLine + lineEndsIn(text.slice(recordStart, at))
  const before = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const after = /\r\n|\r|\n/u.exec(text.slice(at))
  return {
    line,
    recordLine,
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
function evenLineEnds(text: string, delimiter: string, quote: string): { readonly even: string; readonly newline: '\r\n' | '\n' | '\r' } {
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
      if (character === quote) {
        if (text.charAt(at + 1) === quote) at++
        else isQuoted = false
      }
      continue
    }
    if (character === quote && isCellStart) isQuoted = true
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
