import type { PlanDocument } from '../plan/plan-document'
import { failed, succeeded, type Result } from '../result'
import { csvProblem, type CsvProblem } from './csv-problem'
import { writtenCsv, type CsvDelimiter, type CsvRecord } from './csv-table'
import type { DecimalSign } from './decimal-sign'
import { placesOfRows, type FilePlaces } from './file-places'
import { checkCode } from './plan-file-check'
import { planCellFrom, planCellText, type PlanCellFormat } from './plan-file-cell'
import { keptCell, keptCellText, nothingKept, type KeptCell, type KeptContent } from './plan-file-kept'
import { planFileFormat, planFileLayout } from './plan-file-layout'
import { planFileChecks, type PlanFileChecks } from './plan-file-checks'
import { withCopiesAsNew, withNewIds, type IdMaker } from './plan-file-ids'
import { withoutOrphans } from './plan-file-orphans'
import { planFromRows } from './plan-file-plan'
import { planFileRecords, rowCheck, rowKey, rowProblem, type PlanFileRow } from './plan-file-records'
import { restoredLineBreaks, restoredTexts } from './plan-file-restore'
import { planFileSections } from './plan-file-rows'
import { damagedNumbersSentence, witnessCells, witnessReading, type WitnessReading } from './plan-file-witness'
import { decodedText, encodedText } from './text-codec'

/** Version of the plan file this program reads and writes: files of a higher one are refused. */
export const planFileVersion = 1

// 1: overrides, and a region for files. A program that reads 0 keeps both and writes them back.
const planFileMinorVersion = 1

/** What a plan file is written from. */
export type PlanFileContent = {
  readonly plan: PlanDocument
  /** Decimal sign of the reader's region. */
  readonly decimal: DecimalSign
  readonly delimiter: CsvDelimiter
  /** Version of the program that writes it. */
  readonly appVersion: string
  /** Revision of the plan; null or absent when it has none. */
  readonly revision?: string | null
  /** Revision it was made from; null or absent for none. */
  readonly basedOn?: string | null
  /** Who saved it; null or absent when not to be told. */
  readonly savedBy?: string | null
  /** Day it was saved, `YYYY-MM-DD`; null or absent when not to be told. */
  readonly savedDate?: string | null
  /** What a newer program wrote and this one does not know. */
  readonly kept?: KeptContent
}

/** A plan file, read. */
export type PlanFileReading = {
  readonly plan: PlanDocument
  readonly revision: string | null
  readonly basedOn: string | null
  readonly savedBy: string | null
  /** Day it was saved, `YYYY-MM-DD`; null when it does not say, or a spreadsheet has made it unreadable. */
  readonly savedDate: string | null
  /** Program version that wrote it; null when it does not say. */
  readonly appVersion: string | null
  /** What this program does not know and writes back. */
  readonly kept: KeptContent
  /** Decimal sign the file has now. */
  readonly decimal: DecimalSign
  readonly delimiter: CsvDelimiter
  /** Where its parts, scenarios and the like stand. */
  readonly places: FilePlaces
  /** Which rows were changed since the file was written, for a merge without the plan before. */
  readonly checks: PlanFileChecks
  /** What was noticed: rows edited, typed in or gone, and what spreadsheets did to the file. */
  readonly warnings: readonly CsvProblem[]
}

/** What reading a plan file needs besides the file. */
export type PlanFileReadingOptions = {
  /** Makes a new id for a row typed by hand. */
  readonly idMaker: IdMaker
  /** The plan as known here, from which texts that a spreadsheet damaged are restored by id; null when there is none. */
  readonly restoreFrom?: PlanDocument | null
}

/**
 * A plan as one CSV file that people can mail, open in a spreadsheet of the given region, edit and read back.
 * It has a byte order mark and CRLF; the same plan gives the same bytes, and one change changes one line.
 *
 * @param content the plan and how to write it
 */
export function writtenPlanFile(content: PlanFileContent): string {
  const { plan, decimal, delimiter } = content
  const kept = content.kept ?? nothingKept
  const records: (readonly string[])[] = [
    ['plan', 'format', planFileFormat, String(planFileVersion), String(planFileMinorVersion)],
    ['plan', ...filledPairs([['plan id', plan.id], ['revision', content.revision], ['based on', content.basedOn]])],
    ['plan', ...filledPairs([['title', plan.title], ['saved by', content.savedBy], ['saved on', content.savedDate], ['app', content.appVersion]])],
    ['plan', 'witness', ...witnessCells(decimal)],
    ...kept.facts.map((fact) => ['plan', fact.name, keptCellText(fact.cell, decimal)]),
  ]
  const counts: (readonly [string, number])[] = []
  for (const { kind, columns, rows } of planFileSections(plan)) {
    const added = kept.columns.filter((column) => column.kind === kind.kind)
    const cellsByKey = added.map((column) => new Map(column.cells.map(({ key, cell }) => [key, cell])))
    records.push([`#${kind.kind}`, ...columns.map((column) => column.header), ...added.map((column) => column.header), 'check'])
    counts.push([kind.kind, rows.length])
    for (const values of rows) {
      const key = rowKey(kind, values)
      const unknown = new Map(added.map((column, at) => [column.header, cellsByKey[at]?.get(key) ?? ({ type: 'blank' } as KeptCell)]))
      records.push([
        kind.kind,
        ...columns.map((column) => planCellText(values.get(column.header) ?? null, column.type, decimal)),
        ...[...unknown.values()].map((cell) => keptCellText(cell, decimal)),
        rowCheck(kind, values, unknown),
      ])
    }
  }
  for (const { kind, headers, rows } of kept.kinds.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))) {
    records.push([`#${kind}`, ...headers])
    counts.push([kind, rows.length])
    const cells = rows.map((row) => [kind, ...row.map((cell) => keptCellText(cell, decimal))])
    records.push(...cells.toSorted((a, b) => (a.join('\u001f') < b.join('\u001f') ? -1 : 1)))
  }
  records.push(['end', ...counts.flatMap(([kind, count]) => [kind, String(count)]), endCheck(counts)])
  return `\ufeff${writtenCsv(records, delimiter)}`
}

function filledPairs(entries: readonly (readonly [string, string | null | undefined])[]): readonly string[] {
  return entries.flatMap(([name, value]) => (value === null || value === undefined ? [] : [name, encodedText(value)]))
}

function endCheck(counts: readonly (readonly [string, number])[]): string {
  return checkCode('end', counts.map(([kind, count]) => [kind, String(count)]))
}

/**
 * A plan file as a plan, also after a spreadsheet has saved it again. Everything that stands in the way is told at once.
 *
 * @param text a whole file
 * @param options a maker of ids, and the plan as known here
 */
export function readPlanFile(text: string, options: PlanFileReadingOptions): Result<PlanFileReading, readonly CsvProblem[]> {
  const layout = planFileLayout(text)
  if (layout === null) {
    return failed([csvProblem({ kind: 'not-a-plan-file', sentence: 'This is not a plan file: it does not begin with “plan, format, safety stock plan”. To read a table of parts, import it as one.' })])
  }
  const { table } = layout
  const facts = factsOf(table.records)
  const version = facts.get('format')?.[1] ?? ''
  if (Number(version) > planFileVersion) {
    return failed([csvProblem({ kind: 'newer-version', found: version, sentence: `This plan file was made with version ${version}, this program reads ${planFileVersion}. Update this program, or ask for a file of version ${planFileVersion}.` })])
  }
  const end = endOf(table.records)
  if (end === null) {
    return failed([csvProblem({ kind: 'cut-off', line: table.records.at(-1)?.line ?? null, sentence: 'The file is cut off: its last row, which counts all others, is missing or incomplete. Nothing was read. Ask for the file again.' })])
  }
  const cells = facts.get('witness')
  if (cells === undefined) {
    return failed([csvProblem({ kind: 'no-witness', sentence: 'The row “plan, witness” is missing, which tells how numbers and dates are written. Put it back, or ask for the file again.' })])
  }
  const witness = witnessReading(cells)
  if (witness.decimal === null) return failed([csvProblem({ kind: 'numbers-damaged', found: cells.slice(0, 3).join(' '), sentence: damagedNumbersSentence(cells) })])

  const format: PlanCellFormat = { decimal: witness.decimal, dates: witness.dates ?? 'iso' }
  const read = planFileRecords(table, format)
  const problems = [...table.problems, ...read.problems, ...layoutWarnings(layout), ...witnessWarnings(witness, cells)]
  const restored = restoredTexts(layout.wasRejoined ? restoredLineBreaks(read.rows) : read.rows, witness, options.restoreFrom ?? null)
  problems.push(...restored.problems)
  const withIds = withNewIds(restored.rows, options.idMaker)
  const named = withCopiesAsNew(withIds.rows, options.idMaker)
  const owned = withoutOrphans(named.rows, { counted: end, found: read.counts })
  problems.push(...withIds.problems, ...named.problems, ...repeatedKeys(owned.rows), ...editedRows(owned.rows), ...missingRows(end, read.counts), ...owned.problems)
  const title = factPairs(facts)
  const planId = title.get('plan id')
  const name = title.get('title')
  if (planId === undefined || name === undefined) {
    problems.push(csvProblem({ kind: 'no-plan-row', sentence: `The row “plan, ${planId === undefined ? 'plan id' : 'title'}” is missing. Put it back, or ask for the file again.` }))
  }
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) {
    const beyond = planId === undefined || name === undefined ? succeeded(null) : planFromRows(owned.rows, { id: planId, title: name })
    // What else is wrong is told as well, but not again of a cell that could not be read.
    return failed([...problems, ...(beyond.ok ? [] : beyond.problem.filter(({ line, column }) => !errors.some((error) => error.line === line && (error.column === null || error.column.letter === column?.letter))))])
  }
  const plan = planFromRows(owned.rows, { id: planId ?? '', title: name ?? '' })
  if (!plan.ok) return failed([...plan.problem, ...problems])
  return succeeded({
    plan: plan.value,
    revision: title.get('revision') ?? null,
    basedOn: title.get('based on') ?? null,
    savedBy: title.get('saved by') ?? null,
    savedDate: savedDateOf(title.get('saved on'), format),
    appVersion: title.get('app') ?? null,
    kept: { facts: keptFacts(facts, format), kinds: read.keptKinds, columns: keptColumns(owned.rows) },
    decimal: witness.decimal,
    delimiter: layout.delimiter,
    places: placesOfRows(owned.rows),
    checks: planFileChecks(owned.rows, { counted: end, found: owned.counts, copiedIds: named.copiedIds }),
    warnings: problems,
  })
}

function savedDateOf(text: string | undefined, format: PlanCellFormat): string | null {
  const reading = text === undefined ? null : planCellFrom(text, 'date', format)
  return reading?.ok === true && typeof reading.value === 'string' ? reading.value : null
}

const knownPairs = new Set(['plan id', 'revision', 'based on', 'title', 'saved by', 'saved on', 'app'])

/** The `plan` rows by their second cell, each with the cells behind it. */
function factsOf(records: readonly CsvRecord[]): ReadonlyMap<string, readonly string[]> {
  return new Map(records.filter(({ cells }) => cells[0] === 'plan').map(({ cells }) => [cells[1] ?? '', cells.slice(2)]))
}

function factPairs(facts: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const [name, cells] of facts) {
    if (name === 'format' || name === 'witness') continue
    const all = [name, ...cells]
    for (let at = 0; at + 1 < all.length; at += 2) {
      if (all[at] !== '') pairs.set(all[at] ?? '', decodedText(all[at + 1] ?? ''))
    }
  }
  return pairs
}

function keptFacts(facts: ReadonlyMap<string, readonly string[]>, format: PlanCellFormat): KeptContent['facts'] {
  const kept: { name: string; cell: KeptCell }[] = []
  for (const [name, cells] of facts) {
    if (name === 'format' || name === 'witness') continue
    const all = [name, ...cells]
    for (let at = 0; at + 1 < all.length; at += 2) {
      if (all[at] !== '' && !knownPairs.has(all[at] ?? '')) kept.push({ name: all[at] ?? '', cell: keptCell(all[at + 1] ?? '', format) })
    }
  }
  return kept
}

/** What the end row counts, by kind; null when it is missing or not whole. */
function endOf(records: readonly CsvRecord[]): ReadonlyMap<string, number> | null {
  const ends = records.filter(({ cells }) => cells[0] === 'end')
  const cells = ends[0]?.cells.filter((cell) => cell.trim() !== '') ?? []
  if (ends.length !== 1 || cells.length < 2 || cells.length % 2 !== 0) return null
  const counts: (readonly [string, number])[] = []
  for (let at = 1; at + 1 < cells.length; at += 2) {
    if (!/^\d{1,9}$/u.test(cells[at + 1] ?? '')) return null
    counts.push([cells[at] ?? '', Number.parseInt(cells[at + 1] ?? '0', 10)])
  }
  return cells.at(-1) === endCheck(counts) ? new Map(counts) : null
}

function layoutWarnings(layout: { readonly wasRejoined: boolean; readonly wasUngarbled: boolean }): readonly CsvProblem[] {
  const warnings: CsvProblem[] = []
  if (layout.wasRejoined) warnings.push(csvProblem({ kind: 'rejoined', severity: 'warning', sentence: 'A spreadsheet with another list separator had packed the columns together; they were put apart again.' }))
  if (layout.wasUngarbled) warnings.push(csvProblem({ kind: 'ungarbled', severity: 'warning', sentence: 'A program had taken the letters of this file for another code page; they were put right again.' }))
  return warnings
}

function witnessWarnings(witness: WitnessReading, cells: readonly string[]): readonly CsvProblem[] {
  const warnings: CsvProblem[] = []
  if (witness.writtenDecimal !== null && witness.decimal !== witness.writtenDecimal) {
    warnings.push(csvProblem({ kind: 'other-region', severity: 'warning', sentence: `A spreadsheet saved this file again, with decimal ${witness.decimal}s in place of ${witness.writtenDecimal}s; all numbers were read that way.` }))
  }
  if (witness.dates !== null && witness.dates !== 'iso') {
    warnings.push(csvProblem({ kind: 'dates-rewritten', severity: 'warning', found: cells[3] ?? null, sentence: `A spreadsheet rewrote the dates of this file, ${witness.dates.replace('-', ' ')} (4 March 2026 came back as “${cells[3] ?? ''}”); all dates were read that way.` }))
  }
  if (witness.dates === null) {
    warnings.push(csvProblem({ kind: 'dates-damaged', severity: 'warning', found: cells[3] ?? null, sentence: `The check date 4 March 2026 came back as “${cells[3] ?? ''}”; only dates written YYYY-MM-DD were read.` }))
  }
  if (witness.zeros === 'eaten') warnings.push(csvProblem({ kind: 'zeros-eaten', severity: 'warning', found: cells[4] ?? null, sentence: 'A spreadsheet removed leading zeros from texts such as part numbers in this file.' }))
  if (witness.letters === 'lost') warnings.push(csvProblem({ kind: 'letters-lost', severity: 'warning', found: cells[5] ?? null, sentence: `A program replaced letters that its code page lacks (“Äß€磁” came back as “${cells[5] ?? ''}”).` }))
  return warnings
}

function repeatedKeys(rows: readonly PlanFileRow[]): readonly CsvProblem[] {
  const problems: CsvProblem[] = []
  const seen = new Map<string, PlanFileRow>()
  for (const row of rows) {
    if (row.kind.key.length === 0 && row.kind.kind !== 'settings') continue
    // Rows typed without a position simply come last.
    if (row.kind.key.includes('position') && (row.values.get('position') ?? null) === null) continue
    const key = `${row.kind.kind}\u001e${rowKey(row.kind, row.values)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, row)
    else {
      const header = row.kind.key[0] ?? null
      problems.push(rowProblem(row, header, 'repeated-id', `This is the same ${row.kind.kind} as on line ${earlier.line}: ${row.kind.key.map((each) => `${each} “${String(row.values.get(each) ?? '')}”`).join(', ') || 'there may be only one'}. Delete one of the two${row.kind.idPrefix === null ? '' : ', or empty the id of a copy to make it a new one'}.`))
    }
  }
  return problems
}

function editedRows(rows: readonly PlanFileRow[]): readonly CsvProblem[] {
  return rows.filter((row) => row.state === 'edited').map((row) =>
    rowProblem(row, null, 'row-edited', `${row.kind.kind === 'settings' ? 'The settings were' : `This ${row.kind.kind} was`} changed since the file was written.`, 'warning'),
  )
}

function missingRows(counted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): readonly CsvProblem[] {
  return [...counted].filter(([kind, count]) => count > (found.get(kind) ?? 0)).map(([kind, count]) =>
    csvProblem({
      kind: 'rows-missing', severity: 'warning', found: kind,
      sentence: `${count - (found.get(kind) ?? 0)} of ${count} rows of the kind “${kind}” are gone since the file was written. The plan read from it is without them.`,
    }),
  )
}

function keptColumns(rows: readonly PlanFileRow[]): KeptContent['columns'] {
  const columns = new Map<string, { kind: string; header: string; cells: { key: string; cell: KeptCell }[] }>()
  for (const row of rows) {
    for (const [header, cell] of row.unknown) {
      const name = `${row.kind.kind}\u001f${header}`
      const column = columns.get(name) ?? { kind: row.kind.kind, header, cells: [] }
      columns.set(name, column)
      if (cell.type !== 'blank') column.cells.push({ key: rowKey(row.kind, row.values), cell })
    }
  }
  return [...columns.values()]
}
