import type { Part } from '../plan/part-schema'
import { failed, succeeded, type Result } from '../result'
import { columnLetter, csvProblem, type CsvColumn, type CsvProblem } from './csv-problem'
import { csvTable, writtenCsv, type CsvDelimiter, type CsvRecord } from './csv-table'
import { decimalSignOf, numberFrom, numberText, type DecimalSign } from './decimal-sign'
import { delimiterOf } from './delimiter'
import { isTotalWord } from './import-totals'
import { normalisedHeader } from './normalised-header'
import { planCellText } from './plan-file-cell'
import type { IdMaker } from './plan-file-ids'
import type { FilePlaces } from './file-places'
import { partsTableColumns, partsTableMonth, type PartsTableColumn } from './parts-table-columns'
import { partFromCells, type PartsTableCells } from './parts-table-part'
import { wholeMonth } from './whole-month'

/** How a parts table is to be read. */
export type PartsTableOptions = {
  /** Makes ids for parts that bring none. */
  readonly idMaker: IdMaker
  /** The answer to an undecided decimal sign, or null to go by the evidence. */
  readonly decimal?: DecimalSign | null
}

/** A parts table, read. Every record is in exactly one of `read`, `held` and `skipped`. */
export type PartsTableReading = {
  /** Parts read, in the order of the file. */
  readonly parts: readonly Part[]
  /** Where each part stands, by its id. */
  readonly places: FilePlaces
  /** The line of each part. */
  readonly read: readonly { readonly line: number; readonly partId: string }[]
  /** Lines that were not read, each with its reasons. */
  readonly held: readonly { readonly line: number; readonly reasons: readonly CsvProblem[] }[]
  /** Lines with nothing to read in them, each with why. */
  readonly skipped: readonly { readonly line: number; readonly reason: 'heading' | 'blank' | 'delimiter-row' | 'total' | 'same-line-again' }[]
  /** Records of the file: read, held and skipped together. */
  readonly recordCount: number
  /** The decimal sign most cells are read with; null when no number has decimals. */
  readonly decimal: DecimalSign | null
  readonly delimiter: CsvDelimiter
  /** Everything noticed, errors of held lines included, in the order of the file. */
  readonly problems: readonly CsvProblem[]
}

type FoundColumn = CsvColumn & {
  readonly index: number
  readonly known: PartsTableColumn | null
  readonly month: string | null
}

const knownHeaders: ReadonlySet<string> = new Set(partsTableColumns.map((column) => column.header))

/**
 * The parts of a plain table: heading on the first line, one part a line, comma, semicolon, tab or bar between
 * cells, the decimal sign by evidence. Lines with errors are held, each with its reasons, and the others are read.
 *
 * It fails as a whole when there is no heading, a column that every part needs is missing, or nothing proves the
 * decimal sign although it matters.
 *
 * @param text a whole file, without byte order mark or with it
 * @param options maker of ids, and the decimal sign where the user was asked
 */
export function readPartsTable(text: string, options: PartsTableOptions): Result<PartsTableReading, readonly CsvProblem[]> {
  const plain = text.replace(/^\ufeff/u, '')
  const { delimiter } = delimiterOf(plain, (header) => knownHeaders.has(normalisedHeader(header)))
  const table = csvTable(plain, delimiter)
  const problems: CsvProblem[] = [...table.problems]
  if (problems.some((problem) => problem.kind === 'quotes-given-up')) return failed(problems)
  const skipped: { line: number; reason: PartsTableReading['skipped'][number]['reason'] }[] = []
  const held: { line: number; reasons: readonly CsvProblem[] }[] = table.problems
    .filter((problem) => problem.severity === 'error')
    .map((problem) => ({ line: problem.line ?? 1, reasons: [problem] }))
  const unreadable = held.length
  const records: CsvRecord[] = []
  let headings: CsvRecord | null = null
  for (const record of table.records) {
    if (record.cells.every((cell) => cell.trim() === '')) skipped.push({ line: record.line, reason: 'blank' })
    else if (headings === null && record.line === 1 && /^sep=$/iu.test(record.cells[0] ?? '')) skipped.push({ line: 1, reason: 'delimiter-row' })
    else if (headings === null) {
      headings = record
      skipped.push({ line: record.line, reason: 'heading' })
    } else records.push(record)
  }
  if (headings === null) return failed([...problems, csvProblem({ kind: 'no-heading', sentence: 'The file has no heading row. Its first line must name the columns, such as “part number”, “lead time (days)” and “usage per week”.' })])

  const columns = columnsOf(headings, problems)
  const missing = missingColumns(columns, headings)
  if (missing.length > 0) return failed([...problems, ...missing])
  const signs = signsOf(columns, records, options.decimal ?? null)
  if (signs.problems.some((problem) => problem.kind === 'undecided-decimal-sign')) return failed([...problems, ...signs.problems])
  problems.push(...missingDefaults(columns, headings.line))

  const parts: { readonly record: CsvRecord; readonly part: Part }[] = []
  const takenIds = new Set<string>()
  for (const record of records) {
    const number = cellOf(record, columns.find((column) => column.known?.field === 'partNumber'))
    if (isTotalWord(number.trim(), { isWhole: true })) {
      skipped.push({ line: record.line, reason: 'total' })
      continue
    }
    const lineProblems = tooManyCells(record, columns.length)
    const cells = cellsOf(record, columns, signs.signs, lineProblems)
    const part = partFromCells(cells, { line: record.line, idMaker: options.idMaker, takenIds, columnOf: (field) => columns.find((column) => column.known?.field === field) ?? null, problems: lineProblems })
    problems.push(...lineProblems)
    if (part === null) held.push({ line: record.line, reasons: lineProblems.filter((problem) => problem.severity === 'error') })
    else parts.push({ record, part })
  }
  const unique = withoutRepeats(parts, columns)
  const fieldColumns = new Map(columns.flatMap(({ letter, header, known }) => (known === null ? [] : [[known.field, { letter, header }] as const])))
  problems.push(...unique.problems)
  held.push(...unique.held)
  skipped.push(...unique.repeats.map((line) => ({ line, reason: 'same-line-again' as const })))
  return succeeded({
    parts: unique.parts.map(({ part }) => part),
    places: new Map(unique.parts.map(({ record, part }) => [part.id, { line: record.line, columns: fieldColumns }])),
    read: unique.parts.map(({ record, part }) => ({ line: record.line, partId: part.id })),
    held: held.toSorted((a, b) => a.line - b.line),
    skipped: skipped.toSorted((a, b) => a.line - b.line),
    recordCount: table.records.length + unreadable,
    decimal: signs.whole,
    delimiter,
    problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  })
}

function columnsOf(headings: CsvRecord, problems: CsvProblem[]): readonly FoundColumn[] {
  const columns: FoundColumn[] = []
  for (const [index, header] of headings.cells.entries()) {
    const name = normalisedHeader(header.replace(/^'/u, ''))
    const exact = partsTableColumns.find((column) => column.header === name)
    // A heading without its unit is taken with ours, and it is said.
    const bare = exact ?? partsTableColumns.find((column) => column.header.replace(/ \([^)]*\)$/u, '') === name)
    const column: FoundColumn = { letter: columnLetter(index), header: header.trim(), index, known: bare ?? null, month: partsTableMonth(name) }
    const twin = columns.find((earlier) => (column.known !== null && earlier.known === column.known) || (column.month !== null && earlier.month === column.month))
    const place = { line: headings.line, column: { letter: column.letter, header: column.header }, found: header }
    if (twin !== undefined) {
      problems.push(csvProblem({ kind: 'repeated-column', ...place, sentence: `Columns ${twin.letter} and ${column.letter} are both “${column.header}”. Rename or delete one of them.` }))
    } else if (bare !== undefined && exact === undefined) {
      problems.push(csvProblem({ kind: 'unit-taken', ...place, severity: 'warning', sentence: `Column ${column.letter}, “${column.header}”, does not say its unit; it was read as “${bare.header}”.` }))
    } else if (column.known === null && column.month === null && name !== '') {
      const similar = partsTableColumns.find((each) => /\(/u.test(each.header) && each.header.replace(/ \([^)]*\)$/u, '') === name.replace(/ \([^)]*\)$/u, ''))
      const advice = similar === undefined ? 'It was left out.' : `Its unit is not “${similar.header}”, so it was left out. Convert the numbers and name it so.`
      problems.push(csvProblem({ kind: 'unknown-column', ...place, severity: 'warning', sentence: `Column ${column.letter}, “${column.header}”, is not known. ${advice}` }))
    }
    columns.push(column)
  }
  return columns
}

function missingColumns(columns: readonly FoundColumn[], headings: CsvRecord): readonly CsvProblem[] {
  const repeated = new Set<string>()
  const names = columns.map((column) => column.known?.header ?? column.month).filter((name) => name !== null)
  for (const [at, name] of names.entries()) if (names.indexOf(name) < at) repeated.add(name)
  const has = (field: string) => columns.some((column) => column.known?.field === field)
  const missing: string[] = []
  if (!has('partNumber')) missing.push('“part number”')
  if (!has('leadTime.meanDays')) missing.push('“lead time (days)”')
  if (!has('usage.mean') && !columns.some((column) => column.month !== null)) missing.push('“usage per week” (or months of usage such as “use 2025-11”)')
  const found = headings.cells.filter((cell) => cell.trim() !== '').map((cell) => `“${cell.trim()}”`).join(', ')
  return [
    ...missing.map((name) => csvProblem({ kind: 'missing-column', line: headings.line, sentence: `There is no column ${name}. Found were: ${found}. Name the column so, or add it.` })),
    ...[...repeated].map((name) => csvProblem({ kind: 'repeated-column', line: headings.line, found: name, sentence: `The column “${name}” stands twice. Rename or delete one of the two.` })),
  ]
}

function missingDefaults(columns: readonly FoundColumn[], line: number): readonly CsvProblem[] {
  const taken: readonly (readonly [field: string, header: string, value: string])[] = [
    ['onHand', 'on hand', '0 for every part'],
    ['unit', 'unit', 'pcs for every part'],
    ['leadTime.sdDays', 'lead time sd (days)', '0 (fixed lead times)'],
    ['leadTime.transitDays', 'transit (days)', '0 (nothing comes after the border)'],
  ]
  return taken
    .filter(([field]) => !columns.some((column) => column.known?.field === field))
    .map(([, header, value]) => csvProblem({ kind: 'default-taken', line, severity: 'warning', sentence: `There is no column “${header}”; ${value} was taken.` }))
}

function isNumeric(column: FoundColumn): boolean {
  return column.month !== null || (column.known !== null && ['number', 'days', 'money', 'percent'].includes(column.known.type))
}

function cellOf(record: CsvRecord, column: FoundColumn | undefined): string {
  return column === undefined ? '' : (record.cells[column.index] ?? '')
}

type Signs = {
  /** By index of the column; `mixed` where cells prove both. */
  readonly signs: ReadonlyMap<number, { readonly sign: DecimalSign; readonly isMixed: boolean }>
  readonly whole: DecimalSign | null
  readonly problems: readonly CsvProblem[]
}

function signsOf(columns: readonly FoundColumn[], records: readonly CsvRecord[], answer: DecimalSign | null): Signs {
  const numeric = columns.filter(isNumeric)
  const whole = decimalSignOf(records.flatMap((record) => numeric.map((column) => cellOf(record, column))))
  const ofFile = answer ?? (whole.sign === 'comma' || whole.sign === 'point' ? whole.sign : null)
  const signs = new Map<number, { readonly sign: DecimalSign; readonly isMixed: boolean }>()
  const problems: CsvProblem[] = []
  for (const column of numeric) {
    const finding = decimalSignOf(records.map((record) => cellOf(record, column)))
    if (answer !== null) signs.set(column.index, { sign: answer, isMixed: false })
    else if (finding.sign === 'mixed') signs.set(column.index, { sign: finding.commaCount > finding.pointCount ? 'comma' : 'point', isMixed: true })
    else if (finding.sign !== 'undecided') signs.set(column.index, { sign: finding.sign, isMixed: false })
    else if (ofFile !== null || finding.firstAmbiguous === null) signs.set(column.index, { sign: ofFile ?? 'point', isMixed: false })
    else {
      const record = records[finding.firstAmbiguous]
      const cell = record === undefined ? '' : cellOf(record, column).trim()
      const readings = (['comma', 'point'] as const).map((sign) => {
        const reading = numberFrom(cell, sign)
        return reading.ok && reading.value !== null ? numberText(reading.value.value, sign === 'comma' ? 'comma' : 'point') : '?'
      })
      const part = record === undefined ? '' : cellOf(record, columns.find((each) => each.known?.field === 'partNumber'))
      problems.push(csvProblem({
        kind: 'undecided-decimal-sign', line: record?.line ?? null, column: { letter: column.letter, header: column.header }, found: cell,
        sentence: `Is “${cell}” (${column.header} of part ${part}) ${readings[0] ?? '?'} with a decimal comma, or ${readings[1] ?? '?'} with a decimal point? Nothing in the file tells. Say which decimal sign it has.`,
      }))
    }
  }
  return { signs, whole: ofFile, problems }
}

function tooManyCells(record: CsvRecord, most: number): CsvProblem[] {
  const extra = record.cells.findIndex((cell, at) => at >= most && cell.trim() !== '')
  if (extra < 0) return []
  return [
    csvProblem({
      kind: 'too-many-cells', line: record.line, column: { letter: columnLetter(extra), header: '' }, found: record.cells[extra] ?? '',
      sentence: `Line ${record.line} has more cells than there are headings: a text or number may hold the delimiter. Put that cell in quotes.`,
    }),
  ]
}

function cellsOf(record: CsvRecord, columns: readonly FoundColumn[], signs: Signs['signs'], problems: CsvProblem[]): PartsTableCells {
  const values: PartsTableCells = { fields: new Map(), months: new Map(), per: null }
  if (record.cells.length < columns.length) {
    problems.push(csvProblem({ kind: 'too-few-cells', line: record.line, sentence: `Line ${record.line} has ${record.cells.length} cells, and there are ${columns.length} headings. Put the missing cells in, empty if need be.` }))
  }
  for (const column of columns) {
    if (column.known === null && column.month === null) continue
    const cell = cellOf(record, column)
    const sign = signs.get(column.index)
    if (sign === undefined) values.fields.set(column.known?.field ?? '', { type: 'text', cell })
    else {
      const number = numberOf(cell, column, sign, record, problems)
      if (column.month !== null) {
        if (number !== null) values.months.set(column.month, number)
      } else if (column.known?.field.startsWith('usage.') === true) {
        if (number === null) continue
        const per = column.known.header.endsWith('week') ? 'week' : 'month'
        if (values.per !== null && values.per !== per) {
          problems.push(csvProblem({ kind: 'two-usages', line: record.line, column: { letter: column.letter, header: column.header }, found: cell, sentence: `Line ${record.line} states usage per week and per month. Empty one of the two.` }))
        }
        values.per = per
        values.fields.set(column.known.field, { type: 'number', value: number, cell })
      } else values.fields.set(column.known?.field ?? '', { type: 'number', value: number, cell })
    }
  }
  return values
}

const unitsOfType: { readonly [type: string]: readonly string[] } = { days: ['d', 'day', 'days', 'tage', 'tag', 'jours'], percent: ['%'] }

function numberOf(cell: string, column: FoundColumn, sign: { readonly sign: DecimalSign; readonly isMixed: boolean }, record: CsvRecord, problems: CsvProblem[]): number | null {
  const place = { line: record.line, column: { letter: column.letter, header: column.header }, found: cell }
  const where = `Line ${record.line}, ${column.header}: “${cell.trim()}”`
  const type = column.known?.type ?? 'number'
  const reading = numberFrom(cell, sign.sign, type === 'percent' ? -2 : 0)
  const evidence = decimalSignOf([cell])
  if (sign.isMixed && (!reading.ok || evidence.firstAmbiguous !== null)) {
    problems.push(csvProblem({ kind: 'mixed-number-format', ...place, sentence: `${where} cannot be read: this column has decimal commas in some cells and decimal points in others. Write all of it one way.` }))
    return null
  }
  if (!reading.ok) {
    const reasons = {
      'other-sign': `has a decimal ${sign.sign === 'comma' ? 'point' : 'comma'}; this column was read with decimal ${sign.sign}s. Write it like the others`,
      'too-large': 'is larger than any number that can be held. Check it',
      'spreadsheet-error': 'is an error of a spreadsheet formula. Put the number in its place',
      marks: 'has points and commas as no number has. Check it',
      letters: 'is not a number. Enter one, or leave the cell empty if it is not known',
    }
    problems.push(csvProblem({ kind: reading.problem.kind === 'other-sign' ? 'other-decimal-sign' : 'not-a-number', ...place, sentence: `${where} ${reasons[reading.problem.kind]}.` }))
    return null
  }
  if (reading.value === null) return null
  const { value, unit } = reading.value
  const rowUnit = unit.toLowerCase()
  const isExpected = unit === '' || type === 'money' || (unitsOfType[type] ?? []).includes(rowUnit)
  if (!isExpected && !(type === 'number' && !/^(%|\p{Sc})/u.test(unit) && /^(pcs?|pieces|ea|each|stk|st|stück|nos|kg|g|units?)\.?$/u.test(rowUnit))) {
    problems.push(csvProblem({ kind: 'unit-in-cell', ...place, sentence: `${where} has the unit “${unit}”, and the heading says another. Write the number in the unit of the heading, without a unit.` }))
    return null
  }
  if (type === 'percent' && value > 0 && value <= 0.01) {
    problems.push(csvProblem({ kind: 'fraction-in-percent', ...place, sentence: `${where} would be at most 1 %. The column is in percent: write 95 for 95 %.` }))
    return null
  }
  return value
}

function withoutRepeats(parts: readonly { readonly record: CsvRecord; readonly part: Part }[], columns: readonly FoundColumn[]) {
  const byKey = new Map<string, { readonly record: CsvRecord; readonly part: Part }[]>()
  for (const entry of parts) {
    const key = `${entry.part.partNumber}\u001f${entry.part.plant}`
    byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  const number = columns.find((column) => column.known?.field === 'partNumber')
  const problems: CsvProblem[] = []
  const held: { line: number; reasons: readonly CsvProblem[] }[] = []
  const repeats: number[] = []
  const kept: { readonly record: CsvRecord; readonly part: Part }[] = []
  for (const entries of byKey.values()) {
    const [first, ...others] = entries
    if (first === undefined) continue
    const isSame = others.every(({ record }) => record.cells.join('\u001f') === first.record.cells.join('\u001f'))
    if (isSame) {
      kept.push(first)
      repeats.push(...others.map(({ record }) => record.line))
      continue
    }
    const lines = entries.map(({ record }) => record.line)
    for (const { record, part } of entries) {
      const problem = csvProblem({
        kind: 'repeated-part', line: record.line, column: number === undefined ? null : { letter: number.letter, header: number.header }, found: part.partNumber,
        sentence: `Part ${part.partNumber}${part.plant === '' ? '' : ` of plant ${part.plant}`} stands on lines ${lines.join(' and ')} with different cells. Keep one of them, or give them different plants.`,
      })
      problems.push(problem)
      held.push({ line: record.line, reasons: [problem] })
    }
  }
  kept.sort((a, b) => a.record.line - b.record.line)
  return { parts: kept, problems, held, repeats }
}

/**
 * Parts as a plain table for spreadsheets and other programs, with one column for each month of usage. No byte order mark.
 *
 * It carries what its columns hold and no more: open orders, forecasts, usage of other periods and legs are in the plan file.
 *
 * @param parts parts to write
 * @param form decimal sign and delimiter
 */
export function writtenPartsTable(parts: readonly Part[], form: { readonly decimal: DecimalSign; readonly delimiter: CsvDelimiter }): string {
  const columns = partsTableColumns.filter((column) => column.isOptional !== true || parts.some((part) => column.valueOf(part) !== null))
  const usage = parts.map((part) => new Map(part.usageHistory.map((period) => [wholeMonth(period), period.quantity])))
  const months = [...new Set(usage.flatMap((byMonth) => [...byMonth.keys()]))].filter((month) => month !== null).toSorted()
  const records = parts.map((part, at) => [
    ...columns.map((column) => planCellText(column.valueOf(part), column.type === 'days' || column.type === 'money' ? 'number' : column.type, form.decimal)),
    ...months.map((month) => planCellText(usage[at]?.get(month) ?? null, 'number', form.decimal)),
  ])
  return writtenCsv([[...columns.map((column) => column.header), ...months.map((month) => `use ${month}`)], ...records], form.delimiter)
}
