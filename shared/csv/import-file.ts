import { yearMonthDay, type CivilDate } from '../calendar/civil-date'
import { csvProblem, type CsvProblem } from './csv-problem'
import type { DecimalSign } from './decimal-sign'
import { heldFate, importBody, otherTableAt, skippedFate } from './import-body'
import { importColumns, impossiblePeriods } from './import-columns'
import { importContext } from './import-context'
import { importLayout, type ImportLayout } from './import-form'
import { gridOfSheet, gridOfText, type GridRow, type ImportGrid } from './import-grid'
import { headerRow, shownHeadings, type HeaderRow } from './import-header-row'
import { similarPartsQuestion } from './import-keys'
import type { ImportField } from './import-field'
import type { LineFate } from './import-lines'
import { mendedGrid, noMends, type ImportMends } from './import-mends'
import { plainText, type ImportChoices, type ImportColumn } from './import-column'
import { importedComponents, importedOrders } from './import-orders'
import { importedParts, subRowProblem } from './import-parts'
import type { ImportQuestion } from './import-question'
import type { ImportResult } from './import-result'
import { blankWordsProblem, finishedResult, refusal, type ImportDraft } from './import-verdict'
import { importRow, type ImportRow } from './import-row'
import { sampleCollector } from './import-samples'
import { importSigns } from './import-signs'
import { yenQuestion } from './import-yen'
import { importText, type DecodeText } from './import-text'
import { otherSheetsProblem, sheetQuestion, sheetToRead } from './import-sheets'
import { longUsage, postedUsage, wideUsage, type UsageContext } from './import-usage'
import type { ImportSource } from './import-workbook'

/** A file to read, and everything that is not in it. */
export type ImportInput = {
  /** The file; or the sheets of a workbook, unpacked by another. */
  readonly source: ImportSource
  readonly decodeText: DecodeText
  /** The running month is not history yet. */
  readonly today: CivilDate
  readonly choices: ImportChoices
  /** What was mended in its cells, or nothing. */
  readonly mends?: ImportMends
  /** Reads only so many rows, for a preview; null for all. */
  readonly mostRows?: number | null
}

/** How far reading has come: rows done, of how many. */
export type ImportProgress = { readonly done: number; readonly total: number }

const rowsPerStep = 2000
// Titles and headings stand above the rows of a preview.
const rowsAbovePreview = 60

/**
 * Reads a file of parts, stock, usage, orders or assemblies from any system: bytes, table, headings, numbers by evidence.
 *
 * What nothing in the file tells is asked, and what depends on it is left open; the answers go into `choices`, and the
 * file is read again. Every line is imported, held with a problem, or skipped with a reason.
 *
 * @param input the file and what is known besides
 */
export function importedFile(input: ImportInput): ImportResult {
  const steps = importSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * The same in steps, so that it can be shown and broken off between any two.
 *
 * @param input the file and what is known besides
 */
export function* importSteps(input: ImportInput): Generator<ImportProgress, ImportResult> {
  const { choices } = input
  const answers = choices.answers
  const questions: ImportQuestion[] = []
  const problems: CsvProblem[] = []
  let grid: ImportGrid
  let encoding = 'xlsx'
  let isPreview = false
  let sheet: string | null = null
  if (input.source.kind === 'unreadable') return refusal({ problem: input.source.problem, encoding: 'xlsx', delimiter: null })
  if (input.source.kind === 'workbook') {
    const read = sheetToRead(input.source.sheets, answers)
    sheet = read.name
    const most = (input.mostRows ?? read.rows.length) + rowsAbovePreview
    isPreview = input.mostRows !== undefined && input.mostRows !== null && most < read.rows.length
    grid = gridOfSheet(isPreview ? read.rows.slice(0, most) : read.rows)
    problems.push(...otherSheetsProblem(input.source.sheets, read))
    const question = sheetQuestion(input.source.sheets, answers)
    if (question !== null) questions.push(question)
  } else {
    const text = importText(input.source.bytes, { decodeText: input.decodeText, encoding: answers['encoding'] ?? null })
    if (!text.ok) return refusal({ problem: text.problem, encoding: '', delimiter: null })
    encoding = text.value.encoding
    problems.push(...text.value.warnings)
    if (text.value.question !== null) questions.push(text.value.question)
    const whole = text.value.text
    if (/^"?plan"?[;,\t]"?format"?[;,\t]/u.test(whole)) {
      return refusal({ problem: csvProblem({ kind: 'plan-file', line: 1, sentence: 'This is a plan file of ours, not an export of another system. Open it, or merge it into your plan.' }), encoding, delimiter: null })
    }
    const cut = input.mostRows === undefined || input.mostRows === null ? whole.length : endOfLine(whole, input.mostRows)
    isPreview = cut < whole.length
    yield { done: 0, total: whole.length }
    grid = gridOfText(isPreview ? whole.slice(0, cut) : whole, answers['delimiter'] ?? null)
    const open = grid.fates.at(-1)
    // The cut may have gone through a cell of several lines: the preview then ends before it.
    if (isPreview && open?.kind === 'unclosed-quote' && open.line > 1) grid = gridOfText(whole.slice(0, startOfLine(whole, open.line)), answers['delimiter'] ?? null)
  }
  yield { done: 0, total: grid.rows.length }
  grid = mendedGrid(grid, input.mends ?? noMends)
  problems.push(...grid.problems)
  const base = { encoding, sheet, delimiter: grid.delimiter, grid, problems, questions, isPreview }
  const table = tableOf(grid.rows, choices, questions)
  if (table === null) {
    const problem = csvProblem({ kind: 'no-heading', sentence: 'No row of headings was found, so it is not known what the columns are. The first line of the table must name them, such as “Material”, “Lead time (days)”, “On hand”.' })
    return finishedResult({ ...base, problems: [...problems, problem], headerLine: null, layout: null, columns: [], signs: null, fates: [...grid.fates, ...grid.rows.map((row) => heldFate(row, problem))] }, 'refused')
  }
  const { header, body, fates } = table
  const headerLine = grid.rows.length === 0 ? null : (table.headerRows[0]?.line ?? null)
  const mapping = importColumns(header.names, body, choices)
  questions.push(...mapping.questions)
  const columns = missingUsage(missingPart(mapping.columns, choices, body, questions), choices, body, questions)
  const layout = importLayout(columns, choices.kind)
  const draft: ImportDraft = { ...base, problems: [...problems, ...mapping.problems, ...impossiblePeriods(columns)], headerLine, layout, columns, signs: null, fates: [...grid.fates, ...fates] }
  const key = columns.find((column) => column.field === 'part')
  if (mapping.problems.length > 0 || layout === null || key === undefined) {
    const problem = csvProblem({ kind: 'nothing-known', line: headerLine, sentence: `Besides ${key === undefined ? 'no' : 'the'} part number nothing in the headings is known: ${shownHeadings(header.names).map((name) => `“${name}”`).join(', ')}. Say which column is what.` })
    const waits = mapping.problems.length === 0 && questions.length > 0 ? { kind: 'open-question', sentence: 'waits for an answer' } : problem
    const held = body.map((row) => (row.cells.every((cell) => plainText(cell) === '') ? skippedFate(row, 'blank', 'blank line') : heldFate(row, waits)))
    return finishedResult({ ...draft, problems: [...draft.problems, ...(mapping.problems.length > 0 || questions.length > 0 ? [] : [problem])], fates: [...draft.fates, ...held] }, mapping.problems.length > 0 || questions.length === 0 ? 'refused' : 'question')
  }

  yield { done: 0, total: body.length }
  const decimal = answers['decimal']
  const signs = importSigns(columns, body, decimal === 'comma' || decimal === 'point' ? (decimal as DecimalSign) : null)
  const context = importContext(columns, body, signs, choices)
  questions.push(...context.questions)
  yield { done: 0, total: body.length }
  const sorted = importBody(body, { names: header.names, grid, context, keyColumns: [key] })
  const rows: ImportRow[] = []
  const held: LineFate[] = []
  const sampled = sampleCollector(columns)
  for (const [at, row] of sorted.rows.entries()) {
    if (at % rowsPerStep === 0) yield { done: at, total: sorted.rows.length }
    const read = importRow(row, context)
    sampled.take(read)
    for (const problem of read.problems) draft.problems.push(problem)
    const error = read.problems.find((problem) => problem.severity === 'error')
    if (error !== undefined) held.push(heldFate(row, error))
    else if (read.texts.part === undefined) {
      const problem = csvProblem({ kind: 'no-part-number', line: row.line, sentence: `Line ${row.line} has no part number, so it belongs to no part. Enter it, or delete the line.` })
      draft.problems.push(problem)
      held.push(heldFate(row, problem))
    } else rows.push(read)
  }
  yield { done: sorted.rows.length, total: sorted.rows.length }
  const similar = similarPartsQuestion(rows, answers['similar-parts'])
  if (similar !== null) questions.push(similar)
  const yen = yenQuestion(rows, columns)
  if (yen !== null) questions.push(yen)
  const year = usageYear(columns, choices, input.today, questions)
  const made = (questions.length === 0 ? madeOf : openOf)(rows, { layout, context, columns, subRows: sorted.subRows, isLoose: answers['similar-parts'] === 'same', dateOrders: context.dateOrders, repeats: { all: answers['repeated-keys'] ?? null, byName: input.mends?.repeats ?? {} }, today: input.today, year })
  yield { done: sorted.rows.length, total: sorted.rows.length }
  const said = blankWordsProblem(columns, sorted.rows)
  const result: ImportDraft = {
    ...draft, signs,
    problems: [...draft.problems, ...sorted.problems, ...made.problems, ...(said === null ? [] : [said])],
    fates: [...draft.fates, ...sorted.fates, ...held, ...made.fates],
    ...made.content,
    samples: sampled.samples(),
  }
  return finishedResult(result, questions.length > 0 ? 'question' : 'imported')
}

function startOfLine(text: string, line: number): number {
  const end = /\r\n|\r|\n/gu
  for (let at = 1; at < line; at++) if (end.exec(text) === null) return text.length
  return end.lastIndex
}

function endOfLine(text: string, rows: number): number {
  let at = 0
  for (let line = 0; line < rows + rowsAbovePreview; line++) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return at
}

type Table = { readonly header: HeaderRow; readonly headerRows: readonly GridRow[]; readonly body: readonly GridRow[]; readonly fates: readonly LineFate[] }

/** Heading and rows of the table that is read; lines above are titles, and a second table is asked about. */
function tableOf(rows: readonly GridRow[], choices: ImportChoices, questions: ImportQuestion[]): Table | null {
  const header = headerRow(rows, choices.answers, Object.keys(choices.map))
  if (header === null) return null
  const first = tableAt(rows, header, 0)
  const other = otherTableAt(first.body, header.names)
  if (other < 0) {
    if (header.question !== null) questions.push(header.question)
    return first
  }
  const second = first.body.slice(other)
  const secondHeader = headerRow(second, choices.answers)
  if (secondHeader === null) return first
  const secondTable = tableAt(second, secondHeader, 0)
  const isFirst = { ...first, body: first.body.slice(0, other) }
  const kinds = [isFirst, secondTable].map((table) => importLayout(importColumns(table.header.names, table.body, choices).columns, null)?.kind)
  const answer = choices.answers['two-tables'] ?? (choices.kind !== null && kinds[0] !== kinds[1] ? (kinds[0] === choices.kind ? 'first' : kinds[1] === choices.kind ? 'second' : undefined) : undefined)
  const secondLine = second[0]?.line ?? 0
  if (answer === 'second') {
    const skipped = [...first.headerRows, ...isFirst.body].map((row) => skippedFate(row, 'other-table', 'belongs to the first table, which was not chosen'))
    return { ...secondTable, fates: [...first.fates.filter((fate) => fate.fate !== 'header'), ...skipped, ...secondTable.fates] }
  }
  if (answer !== 'first') {
    questions.push({
      id: 'two-tables', kind: 'two-tables', columns: [], choices: ['first', 'second'],
      text: `The file has two tables: one from line ${first.headerRows[0]?.line ?? 1}, another from line ${secondLine}. Which of them is to be read?`,
      readings: [{ choice: 'first', text: header.names.join(' · ') }, { choice: 'second', text: secondHeader.names.join(' · ') }],
    })
  }
  const rest = second.map((row) => skippedFate(row, 'other-table', `belongs to the table from line ${secondLine} on, which was not chosen`))
  return { ...isFirst, fates: [...first.fates, ...rest] }
}

function tableAt(rows: readonly GridRow[], header: HeaderRow, from: number): Table {
  const headerRows = rows.slice(header.index, header.index + header.rowCount)
  const titles = rows.slice(from, header.index).map((row) => skippedFate(row, ...(titleKind(row))))
  const heading = headerRows.map((row): LineFate => ({ line: row.line, lineCount: row.lineCount, fate: 'header', kind: 'header', reason: 'names the columns' }))
  return { header, headerRows, body: rows.slice(header.index + header.rowCount), fates: [...titles, ...heading] }
}

function titleKind(row: GridRow): readonly [kind: string, reason: string] {
  const text = row.cells.map(plainText).filter((cell) => cell !== '').join(' ')
  if (text === '') return ['blank', 'blank line']
  return /^[-=_+|\s]+$/u.test(text) ? ['rule', 'a line that only rules off'] : ['title', `a title above the table: “${text.slice(0, 60)}”`]
}

/** Asks which column is the part number where none is known to be. */
function missingPart(columns: readonly ImportColumn[], choices: ImportChoices, body: readonly GridRow[], questions: ImportQuestion[]): readonly ImportColumn[] {
  if (columns.some((column) => column.field === 'part') || questions.some((question) => question.id === 'column:part')) return columns
  return missingColumn('part', 'Which column is the part number? No heading says it.', { columns, choices, body, questions })
}

/** Asks which column is the usage where there is a column of months and none of quantities. */
function missingUsage(columns: readonly ImportColumn[], choices: ImportChoices, body: readonly GridRow[], questions: ImportQuestion[]): readonly ImportColumn[] {
  const has = (...fields: readonly ImportField[]) => columns.some((column) => column.field !== null && fields.includes(column.field))
  if (!has('period') || has('usageQty', 'onHand', 'po', 'dueDate', 'movementType') || columns.some((column) => column.period !== null) || questions.length > 0) return columns
  return missingColumn('usageQty', 'Which column is the usage of the month? No heading says it.', { columns, choices, body, questions })
}

function missingColumn(field: ImportField, text: string, of: { readonly columns: readonly ImportColumn[]; readonly choices: ImportChoices; readonly body: readonly GridRow[]; readonly questions: ImportQuestion[] }): readonly ImportColumn[] {
  const { columns, choices, body, questions } = of
  const free = columns.filter((column) => column.field === null && column.period === null && column.header !== '')
  const id = `column:${field}`
  const chosen = free.find((column) => column.shown === choices.answers[id])
  if (chosen !== undefined) return columns.map((column) => (column === chosen ? { ...column, field, confidence: 'chosen' } : column))
  if (free.length === 0) return columns
  const shown = free.map((column) => column.shown)
  const readings = free.map((column) => ({ choice: column.shown, text: body.slice(0, 20).map((row) => plainText(row.cells[column.index] ?? '')).filter((cell) => cell !== '').slice(0, 3).join(', ') }))
  questions.push({ id, kind: 'missing-column', columns: shown, choices: shown, text, readings })
  return columns
}

/** The year of months that do not say theirs; asked, unless each row has one. */
function usageYear(columns: readonly ImportColumn[], choices: ImportChoices, today: CivilDate, questions: ImportQuestion[]): number | null {
  const open = columns.filter((column) => column.period?.kind === 'month-without-year')
  if (open.length === 0 || columns.some((column) => column.field === 'fiscalYear')) return null
  const answer = choices.answers['usage-year']
  if (answer !== undefined && /^\d{4}$/u.test(answer)) return Number(answer)
  const { year } = yearMonthDay(today)
  const years = [year, year - 1, year - 2].map(String)
  questions.push({
    id: 'usage-year', kind: 'usage-year', columns: open.map((column) => column.shown), choices: years, text: `Of which year are the months ${open.map((column) => column.shown).slice(0, 3).join(', ')} …? Nothing in the file tells.`,
    readings: years.map((choice) => ({ choice, text: `${open[0]?.shown ?? ''} ${choice}` })),
  })
  return null
}

/**
 * What is made of rows while something is asked: shown, but a row that does not fit may only be waiting for the answer,
 * so that nothing is said against it yet.
 */
function openOf(...of: Parameters<typeof madeOf>): Made {
  const made = madeOf(...of)
  // Sums of movements would leave out those that wait.
  const content = of[1].layout.form === 'postings' ? { ...made.content, usage: [] } : made.content
  return { ...made, content, fates: made.fates.map((fate) => (fate.fate === 'held' || fate.kind === 'no-quantity' ? { ...fate, fate: 'held', kind: 'open-question', reason: 'waits for an answer' } : fate)), problems: made.problems.filter((problem) => problem.severity === 'warning' && problem.line === null && problem.kind !== 'negative-usage') }
}

type Made = { readonly content: Pick<ImportDraft, 'parts' | 'orders' | 'usage' | 'components'>; readonly fates: readonly LineFate[]; readonly problems: readonly CsvProblem[] }

function madeOf(rows: readonly ImportRow[], of: UsageContext & { readonly layout: ImportLayout; readonly context: Parameters<typeof importedParts>[1]['context']; readonly subRows: Parameters<typeof importedParts>[1]['subRows'] }): Made {
  const heldSubRows = () => {
    const pairs = of.subRows.map(({ row, parentLine }) => ({ row, problem: subRowProblem(row, parentLine) }))
    return { fates: pairs.map(({ row, problem }) => heldFate(row, problem)), problems: pairs.map(({ problem }) => problem) }
  }
  switch (of.layout.form) {
    case 'part-rows': {
      const weekly = rows.filter((row) => row.texts.periodKind !== undefined && !/^M$/iu.test(row.texts.periodKind))
      const other = weekly.map((row) => csvProblem({ kind: 'other-period-kind', line: row.row.line, sentence: `Line ${row.row.line} has periods of the kind “${row.texts.periodKind ?? ''}”, and the columns were read as months. Export it by months.` }))
      const reading = importedParts(rows.filter((row) => !weekly.includes(row)), of)
      const usage = wideUsage(reading.rows, of)
      return {
        content: { parts: of.layout.kind === 'usage' ? [] : reading.parts, usage: usage.usage },
        fates: [...reading.fates, ...weekly.map((row, at) => heldFate(row.row, other[at] as CsvProblem))], problems: [...reading.problems, ...usage.problems, ...other],
      }
    }
    case 'long-usage':
    case 'postings': {
      const sub = heldSubRows()
      const reading = of.layout.form === 'postings' ? postedUsage(rows, of) : longUsage(rows, of)
      return { content: { usage: reading.usage }, fates: [...reading.fates, ...sub.fates], problems: [...reading.problems, ...sub.problems] }
    }
    case 'order-rows': {
      const sub = heldSubRows()
      const reading = importedOrders(rows, of)
      return { content: { orders: reading.made }, fates: [...reading.fates, ...sub.fates], problems: [...reading.problems, ...sub.problems] }
    }
    case 'component-rows': {
      const sub = heldSubRows()
      const reading = importedComponents(rows, of)
      return { content: { components: reading.made }, fates: [...reading.fates, ...sub.fates], problems: [...reading.problems, ...sub.problems] }
    }
  }
}
