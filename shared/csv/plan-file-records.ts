import { columnLetter, csvProblem, type CsvProblem } from './csv-problem'
import type { CsvRecord, CsvTable } from './csv-table'
import { checkCode } from './plan-file-check'
import { canonicalCell, planCellFrom, type PlanCellFormat, type PlanCellValue } from './plan-file-cell'
import { keptCell, keptCellCanonical, type KeptCell, type KeptContent } from './plan-file-kept'
import { planFileKinds, usageColumn, usageMonth, type PlanFileColumn, type PlanFileKind } from './plan-file-kinds'

/** A record of a known kind, read. */
export type PlanFileRow = {
  readonly kind: PlanFileKind
  readonly line: number
  /** Headings of its kind as they stand in the file. */
  readonly headers: readonly string[]
  /** Its cells as they stand in the file, headings' order. */
  readonly cells: readonly string[]
  /** Its values by heading; the maker of ids may add one. */
  readonly values: Map<string, PlanCellValue>
  /** What is kept of columns that are not known. */
  readonly unknown: ReadonlyMap<string, KeptCell>
  /** `untouched`: its check agrees; `edited`: a value was changed since it was written; `new`: typed by hand, it has no check. */
  readonly state: 'untouched' | 'edited' | 'new'
}

/** The records of a plan file by what is known of them. */
export type PlanFileRecords = {
  readonly rows: readonly PlanFileRow[]
  readonly keptKinds: KeptContent['kinds']
  /** Records found, by kind. */
  readonly counts: ReadonlyMap<string, number>
  readonly problems: readonly CsvProblem[]
}

/**
 * A problem of one cell or row, with its place.
 *
 * @param row the record
 * @param header heading of the column, or null for the whole record
 * @param kind stable word for the problem
 * @param sentence what is wrong and what to do, in full sentences
 * @param severity an error unless told otherwise
 */
export function rowProblem(
  row: Pick<PlanFileRow, 'line' | 'headers' | 'cells'>,
  header: string | null,
  kind: string,
  sentence: string,
  severity: CsvProblem['severity'] = 'error',
): CsvProblem {
  const at = header === null ? -1 : row.headers.indexOf(header)
  return csvProblem({
    kind, line: row.line, severity, sentence: `Line ${row.line}: ${sentence}`,
    column: at < 0 ? null : { letter: columnLetter(at), header: row.headers[at] ?? '' },
    found: at < 0 ? null : (row.cells[at] ?? ''),
  })
}

type Heading = { readonly line: number; readonly headers: readonly string[] }

/**
 * The records of a plan file in any order, each with its values and whether it was changed by hand.
 *
 * @param table tokenised file
 * @param format decimal sign and order of dates, from the witness row
 */
export function planFileRecords(table: CsvTable, format: PlanCellFormat): PlanFileRecords {
  const problems: CsvProblem[] = []
  const headings = new Map<string, Heading>()
  for (const record of table.records) {
    if (record.cells[0]?.startsWith('#') !== true) continue
    const kind = record.cells[0].slice(1).trim()
    const headers = trimmedEnd(record.cells.map((cell) => cell.trim()))
    const earlier = headings.get(kind)
    if (earlier !== undefined && earlier.headers.join('\u001f') !== headers.join('\u001f')) {
      problems.push(csvProblem({ kind: 'two-headings', line: record.line, sentence: `Lines ${earlier.line} and ${record.line} are both headings of the kind “${kind}” and differ. Keep one, with the rows that belong to it.` }))
    }
    headings.set(kind, { line: record.line, headers })
    const known = planFileKinds.find((each) => each.kind === kind)
    for (const column of known?.columns ?? []) {
      if (!headers.includes(column.header) && column.absent === undefined) {
        problems.push(csvProblem({ kind: 'column-missing', line: record.line, sentence: `Line ${record.line}: the column “${column.header}” of the kind “${kind}” is gone. Put it back (its cells may be empty), or ask for the file again.` }))
      }
    }
    for (const [at, header] of headers.entries()) {
      if (header !== '' && headers.indexOf(header) < at) {
        problems.push(csvProblem({ kind: 'repeated-heading', line: record.line, column: { letter: columnLetter(at), header }, found: header, sentence: `Line ${record.line}: the heading “${header}” stands twice. Rename or delete one.` }))
      }
    }
  }
  const rows: PlanFileRow[] = []
  const counts = new Map<string, number>()
  const kept = new Map<string, { readonly headers: readonly string[]; readonly rows: KeptCell[][] }>()
  for (const record of table.records) {
    const name = record.cells[0]?.trim() ?? ''
    if (name.startsWith('#') || name === 'plan' || name === 'end' || record.cells.every((cell) => cell.trim() === '')) continue
    const heading = headings.get(name)
    if (heading === undefined) {
      problems.push(csvProblem({ kind: 'no-heading', line: record.line, column: { letter: 'A', header: '' }, found: name, sentence: `Line ${record.line}: there is no heading row “#${name}”, so this row cannot be read. Put the heading row back, or delete this row.` }))
      continue
    }
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const kind = planFileKinds.find((each) => each.kind === name)
    if (kind === undefined) {
      const entry = kept.get(name) ?? { headers: heading.headers.slice(1), rows: [] }
      kept.set(name, entry)
      entry.rows.push(entry.headers.map((_, at) => keptCell(record.cells[at + 1] ?? '', format)))
    } else rows.push(rowFrom(record, kind, heading.headers, format, problems))
  }
  for (const [name, heading] of headings) {
    if (!kept.has(name) && !planFileKinds.some((each) => each.kind === name)) kept.set(name, { headers: heading.headers.slice(1), rows: [] })
  }
  return { rows, keptKinds: [...kept].map(([kind, entry]) => ({ kind, ...entry })), counts, problems }
}

function trimmedEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

function rowFrom(record: CsvRecord, kind: PlanFileKind, headers: readonly string[], format: PlanCellFormat, problems: CsvProblem[]): PlanFileRow {
  const place = { line: record.line, headers, cells: record.cells }
  const values = new Map<string, PlanCellValue>()
  const unknown = new Map<string, KeptCell>()
  const unreadable = new Set<string>()
  for (const [at, header] of headers.entries()) {
    if (at === 0 || header === '' || header === 'check') continue
    const column = columnOf(kind, header)
    const cell = record.cells[at] ?? ''
    if (column === null) {
      unknown.set(header, keptCell(cell, format))
      continue
    }
    const reading = planCellFrom(cell, column.type, format)
    if (reading.ok) values.set(column.header, reading.value)
    else {
      unreadable.add(column.header)
      problems.push(rowProblem(place, header, reading.problem.kind, reading.problem.sentence))
    }
  }
  const extra = record.cells.findIndex((cell, at) => cell.trim() !== '' && (headers[at] ?? '') === '')
  if (extra > 0) {
    problems.push(csvProblem({
      kind: 'cell-without-heading', line: record.line, column: { letter: columnLetter(extra), header: '' }, found: record.cells[extra] ?? '',
      sentence: `Line ${record.line}: “${record.cells[extra] ?? ''}” stands in a column without a heading. A cell may have been split in two; put it right, or delete it.`,
    }))
  }
  const found = (record.cells[headers.indexOf('check')] ?? '').trim()
  const state = found === '' ? 'new' : found === rowCheck(kind, values, unknown) ? 'untouched' : 'edited'
  for (const column of kind.columns) if (column.absent !== undefined && !headers.includes(column.header)) values.set(column.header, column.absent)
  if (state === 'new') {
    for (const column of kind.columns) {
      const value = values.get(column.header) ?? null
      const isLegs = values.get('lead time from') === 'legs' && column.field.startsWith('leadTime.')
      if ((value === null || value === '') && column.blank !== undefined && !isLegs && !unreadable.has(column.header)) values.set(column.header, column.blank)
    }
  }
  return { kind, ...place, values, unknown, state }
}

const columnsByKind = new Map(planFileKinds.map((kind) => [kind.kind, new Map(kind.columns.map((column) => [column.header, column]))]))

function columnOf(kind: PlanFileKind, header: string): PlanFileColumn | null {
  const known = columnsByKind.get(kind.kind)?.get(header)
  if (known !== undefined) return known
  const month = kind.kind === 'usage' ? usageMonth(header) : null
  return month === null ? null : usageColumn(month)
}

/**
 * The check code of a record, over its values and over what is kept of columns that are not known.
 *
 * @param kind kind of the record
 * @param values its values by heading
 * @param unknown cells of columns that are not known, by heading
 */
export function rowCheck(kind: PlanFileKind, values: ReadonlyMap<string, PlanCellValue>, unknown: ReadonlyMap<string, KeptCell>): string {
  return checkCode(kind.kind, [
    ...[...values].map(([header, value]) => [header, canonicalCell(value, columnOf(kind, header)?.type ?? 'text')] as const),
    ...[...unknown].map(([header, cell]) => [header, keptCellCanonical(cell)] as const),
  ])
}

/**
 * What says which object a record is, for columns kept beside it. Records of kinds without a key are told apart by all they say.
 *
 * @param kind kind of the record
 * @param values its values by heading
 */
export function rowKey(kind: PlanFileKind, values: ReadonlyMap<string, PlanCellValue>): string {
  const headers = kind.key.length > 0 || kind.kind === 'settings' ? kind.key : kind.columns.map((column) => column.header)
  return headers.map((header) => canonicalCell(values.get(header) ?? null, columnOf(kind, header)?.type ?? 'text') ?? '').join('\u001f')
}
