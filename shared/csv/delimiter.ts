import { csvTable, type CsvDelimiter } from './csv-table'
import { numberShape } from './number-shape'

/** The delimiter of a text and what speaks for it. */
export type DelimiterFinding = {
  readonly delimiter: CsvDelimiter
  /** Cells that most of the records have. */
  readonly cellsPerRecord: number
  /** Share of the records that have so many, 0 to 1. */
  readonly share: number
  /** Headings found that the reader knows. */
  readonly knownHeaders: number
}

const sampledRecords = 200
const sampledCharacters = 200_000
// A comma comes last: it is also a decimal sign, so a tie is no evidence for it.
const preference: readonly CsvDelimiter[] = [';', '\t', '|', ',']

/**
 * The delimiter by evidence: how even the records come out, how many known headings, and how many
 * cells are whole numbers or dates. Characters are not counted: headings and texts have commas too.
 *
 * @param text the beginning of the file is enough; without byte order mark
 * @param isKnown whether the reader knows a heading
 *
 * @example
 * delimiterOf('part number;usage\nA;1,5\nB;2,5\n', (header) => ['part number', 'usage'].includes(header)).delimiter // => ';'
 */
export function delimiterOf(text: string, isKnown: (header: string) => boolean): DelimiterFinding {
  const declared = /^sep=([,;\t|])\r?\n/u.exec(text)?.[1]
  const sample = text.length > sampledCharacters ? text.slice(0, text.lastIndexOf('\n', sampledCharacters) + 1) : text
  let best: (DelimiterFinding & { readonly score: number }) | null = null
  for (const delimiter of preference) {
    if (declared !== undefined && delimiter !== declared) continue
    const finding = findingFor(sample, delimiter, isKnown)
    if (best === null || finding.score > best.score) best = finding
  }
  const { delimiter, cellsPerRecord, share, knownHeaders: hits } = best ?? findingFor(sample, ',', isKnown)
  return { delimiter, cellsPerRecord, share, knownHeaders: hits }
}

function findingFor(text: string, delimiter: CsvDelimiter, isKnown: (header: string) => boolean) {
  const records = csvTable(text, delimiter).records
    .filter((record) => record.cells.some((cell) => cell.trim() !== '') && !record.cells.every((cell) => /^[-=+\s]*$/u.test(cell)))
    .slice(0, sampledRecords)
  const counts = new Map<number, number>()
  for (const record of records) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1)
  let cellsPerRecord = 1
  let most = 0
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > cellsPerRecord)) {
      cellsPerRecord = cells
      most = count
    }
  }
  const share = records.length === 0 ? 0 : most / records.length
  const headerHits = records
    .slice(0, 30)
    .map((record) => record.cells.filter((cell) => isKnown(cell)).length)
  const hits = Math.max(0, ...headerHits)
  let filled = 0
  let whole = 0
  for (const record of records) {
    for (const cell of record.cells) {
      if (cell.trim() === '') continue
      filled++
      if (numberShape(cell).kind === 'number' || /^\d{4}-\d\d-\d\d$|^\d\d?[./]\d\d?[./]\d{2,4}$/u.test(cell.trim())) whole++
    }
  }
  const evenness = cellsPerRecord > 1 ? share : 0.01
  const score = evenness * (1 + hits) ** 2 * (0.5 + (filled === 0 ? 0 : whole / filled))
  return { delimiter, cellsPerRecord, share, knownHeaders: hits, score }
}
