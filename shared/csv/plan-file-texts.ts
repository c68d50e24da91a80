import type { PlanDocument } from '../plan/plan-document'
import { failed, succeeded, type Result } from '../result'
import { csvProblem, type CsvProblem } from './csv-problem'
import type { PlanCellValue } from './plan-file-cell'
import { planFileLayout } from './plan-file-layout'
import { planFromRows } from './plan-file-plan'
import { planFileRecords, rowKey, rowProblem, type PlanFileRow } from './plan-file-records'
import { planFileSections } from './plan-file-rows'
import { witnessReading } from './plan-file-witness'
import { isChangedBySpreadsheets } from './text-codec'

/** The texts and notes of a plan file of which the numbers cannot be trusted. */
export type PlanFileTexts = {
  /** The plan as known here, with the texts of the file. */
  readonly plan: PlanDocument
  /** Texts that differ from the plan known here. */
  readonly changed: readonly CsvProblem[]
  /** Rows that are not known here and were left out, and texts that the spreadsheet may have changed too. */
  readonly leftOut: readonly CsvProblem[]
}

/** Columns that hold free text, by kind of record; numbers, dates and choices depend on one another and are not taken. */
const textHeaders: Readonly<Record<string, readonly string[]>> = {
  part: ['part number', 'description', 'plant', 'supplier', 'grade', 'note', 'contract price term'],
  leg: ['leg'],
  order: ['po'],
  override: ['reason', 'author'],
  assembly: ['assembly', 'note'],
  scenario: ['scenario', 'assumption'],
  event: ['title', 'summary'],
  control: ['title', 'summary'],
  citation: ['title', 'note'],
}

/**
 * Only the texts and notes of a plan file whose numbers a spreadsheet of another region has changed, put into the plan
 * as known here by id. Every number, date and choice is that of the plan known here.
 *
 * @param text a whole file that `readPlanFile` refuses with `numbers-damaged`
 * @param known the plan as known here, of the same id
 */
export function planFileTexts(text: string, known: PlanDocument): Result<PlanFileTexts, readonly CsvProblem[]> {
  const layout = planFileLayout(text)
  if (layout === null) return failed([csvProblem({ kind: 'not-a-plan-file', sentence: 'This is not a plan file: it does not begin with “plan, format, safety stock plan”.' })])
  const facts = layout.table.records.filter(({ cells }) => cells[0] === 'plan')
  const id = facts.find(({ cells }) => cells[1] === 'plan id')?.cells[2]
  if (id !== known.id) return failed([csvProblem({ kind: 'other-plan', found: id ?? null, sentence: 'This file is of another plan, so its texts have no place here. Ask for the file again.' })])
  const witness = witnessReading(facts.find(({ cells }) => cells[1] === 'witness')?.cells.slice(2) ?? [])
  // The texts are the same whatever sign the numbers are read with.
  const { rows } = planFileRecords(layout.table, { decimal: witness.decimal ?? 'point', dates: witness.dates ?? 'iso' })
  const found = new Map(rows.map((row) => [`${row.kind.kind}\u001e${rowKey(row.kind, row.values)}`, row]))
  const [changed, leftOut]: [CsvProblem[], CsvProblem[]] = [[], []]
  const knownKeys = new Set<string>()
  const merged: PlanFileRow[] = []
  for (const { kind, rows: sectionRows } of planFileSections(known)) {
    for (const values of sectionRows) {
      const key = `${kind.kind}\u001e${rowKey(kind, values)}`
      knownKeys.add(key)
      const row = found.get(key)
      // As a file has them: a text that is not there is an empty one.
      const texts = new Map([...values].map(([header, value]) => [header, value === null && kind.columns.some((column) => column.header === header && column.type === 'text') ? '' : value]))
      if (row !== undefined) for (const header of textHeaders[kind.kind] ?? []) takeText({ row, header, texts, witness, changed, leftOut })
      merged.push({ kind, line: row?.line ?? 0, headers: row?.headers ?? [], cells: row?.cells ?? [], unknown: new Map(), state: 'untouched', values: texts })
    }
  }
  for (const [key, row] of found) {
    if (knownKeys.has(key) || textHeaders[row.kind.kind] === undefined) continue
    leftOut.push(rowProblem(row, null, 'row-left-out', `This ${row.kind.kind} is not in the plan as known here, and its numbers cannot be trusted; it was left out.`, 'warning'))
  }
  const plan = planFromRows(merged, { id: known.id, title: known.title })
  return plan.ok ? succeeded({ plan: plan.value, changed, leftOut }) : failed(plan.problem)
}

type TextTask = {
  readonly row: PlanFileRow
  readonly header: string
  readonly texts: Map<string, PlanCellValue>
  readonly witness: ReturnType<typeof witnessReading>
  readonly changed: CsvProblem[]
  readonly leftOut: CsvProblem[]
}

function takeText({ row, header, texts, witness, changed, leftOut }: TextTask): void {
  const value = row.values.get(header)
  const before = texts.get(header)
  if (typeof value !== 'string' || typeof before !== 'string' || value === before) return
  const isDamaged = (witness.letters === 'lost' && /[?_]/u.test(value)) || (witness.zeros !== 'kept' && isChangedBySpreadsheets(value))
  if (isDamaged) {
    leftOut.push(rowProblem(row, header, 'text-left-out', `“${value}” may be what a spreadsheet made of “${String(before)}”; the latter was kept.`, 'warning'))
    return
  }
  texts.set(header, value)
  changed.push(rowProblem(row, header, 'text-taken', `“${String(before)}” is now “${value}”.`, 'warning'))
}
