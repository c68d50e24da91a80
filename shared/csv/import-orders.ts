import type { CsvProblem } from './csv-problem'
import { heldFate, skippedFate } from './import-body'
import { keyedRows, type RepeatChoices } from './import-keys'
import type { LineFate } from './import-lines'
import type { ImportColumn } from './import-column'
import type { ImportedComponent, ImportedOrder } from './import-result'
import { rowSaying, type ImportRow } from './import-row'

/** Rows made into orders or components, and what became of them. */
export type RowsReading<Made> = {
  readonly made: readonly Made[]
  readonly fates: readonly LineFate[]
  readonly problems: readonly CsvProblem[]
}

const readFate = (row: ImportRow): LineFate => ({ line: row.row.line, lineCount: row.row.lineCount, fate: 'imported', kind: 'read', reason: '' })

/**
 * The open orders of rows. What is still to come is stated, or ordered less delivered; lines with nothing to come are
 * skipped. The same order and item with the same due date twice are a repeat, or held when they differ.
 *
 * @param rows rows that were read without errors
 * @param of columns, whether part numbers that differ in case or zeros are one part, and which of several lines for one counts
 */
export function importedOrders(rows: readonly ImportRow[], of: { readonly columns: readonly ImportColumn[]; readonly isLoose: boolean; readonly repeats: RepeatChoices }): RowsReading<ImportedOrder> {
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const column = (field: ImportColumn['field']) => of.columns.find((each) => each.field === field)
  const open: (readonly [ImportRow, number])[] = []
  const hold = (row: ImportRow, kind: string, text: string, at: ImportColumn | undefined) => {
    const problem = rowSaying(row.row, { kind, column: at, text })
    problems.push(problem)
    fates.push(heldFate(row.row, problem))
  }
  for (const row of rows) {
    const { openQty, orderedQty, deliveredQty, onOrder } = row.numbers
    const quantity = openQty ?? (orderedQty === undefined ? onOrder : Number((orderedQty - (deliveredQty ?? 0)).toPrecision(12)))
    if (quantity === undefined) hold(row, 'no-quantity', 'has no open quantity. Enter it, or delete the line.', column('openQty') ?? column('orderedQty'))
    else if (quantity < 0) hold(row, 'negative-number', `has an open quantity of ${quantity}: more was delivered than ordered, or it is a return. Check it.`, column('openQty') ?? column('orderedQty'))
    else if (quantity === 0) fates.push(skippedFate(row.row, 'nothing-open', 'nothing is still to be delivered'))
    else open.push([row, quantity])
  }
  const numbered = open.filter(([row]) => row.texts.po !== undefined)
  const unique = keyedRows(numbered.map(([row]) => row), {
    keyOf: (row) => [row.texts.po, row.texts.item, row.texts.part, row.texts.plant, row.dates.dueDate].map((text) => text ?? '').join('\u001f'),
    nameOf: (row) => `order ${row.texts.po ?? ''}${row.texts.item === undefined ? '' : ` item ${row.texts.item}`}`,
    column: column('po'), isLoose: of.isLoose, repeats: of.repeats, canAdd: false,
  })
  const kept = new Set(unique.rows)
  const made: ImportedOrder[] = []
  for (const [row, qty] of open) {
    if (row.texts.po !== undefined && !kept.has(row)) continue
    const due = row.dates.dueDate
    if ((due === undefined || due === 'none') && column('dueDate') !== undefined) {
      problems.push(rowSaying(row.row, { kind: 'no-due-date', severity: 'warning', column: column('dueDate'), text: 'has no due date; the order was read without one.' }))
    }
    made.push({
      line: row.row.line, po: row.texts.po ?? null, item: row.texts.item ?? null, part: row.texts.part ?? '', plant: row.texts.plant ?? '', qty, unit: row.unit,
      due: due === undefined || due === 'none' ? null : due, ordered: row.dates.orderedDate === 'none' ? null : (row.dates.orderedDate ?? null), supplier: row.texts.supplier ?? null,
    })
    fates.push(readFate(row))
  }
  return { made, fates: [...fates, ...unique.fates], problems: [...problems, ...unique.problems] }
}

/**
 * The components of assemblies in rows. A component without its quantity is held.
 *
 * @param rows rows that were read without errors
 * @param of columns, whether part numbers that differ in case or zeros are one part, and which of several lines for one counts
 */
export function importedComponents(rows: readonly ImportRow[], of: { readonly columns: readonly ImportColumn[]; readonly isLoose: boolean; readonly repeats: RepeatChoices }): RowsReading<ImportedComponent> {
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const complete: ImportRow[] = []
  for (const row of rows) {
    const isLess = row.texts.assembly === undefined ? 'no assembly' : row.numbers.quantityPer === undefined || row.numbers.quantityPer <= 0 ? 'no quantity above 0' : null
    if (isLess === null) complete.push(row)
    else {
      const problem = rowSaying(row.row, { kind: 'incomplete-component', text: `has ${isLess}. Enter it, or delete the line.` })
      problems.push(problem)
      fates.push(heldFate(row.row, problem))
    }
  }
  const unique = keyedRows(complete, {
    keyOf: (row) => [row.texts.assembly, row.texts.part, row.texts.plant].map((text) => text ?? '').join('\u001f'),
    nameOf: (row) => `${row.texts.part ?? ''} in ${row.texts.assembly ?? ''}`, column: of.columns.find((each) => each.field === 'part'), isLoose: of.isLoose, repeats: of.repeats, canAdd: false,
  })
  return {
    made: unique.rows.map((row) => ({
      line: row.row.line, assembly: row.texts.assembly ?? '', part: row.texts.part ?? '', plant: row.texts.plant ?? '',
      quantityPer: row.numbers.quantityPer ?? 0, scrap: row.numbers.scrap ?? null, buildsPerWeek: row.numbers.buildsPerWeek ?? null,
    })),
    fates: [...fates, ...unique.rows.map(readFate), ...unique.fates],
    problems: [...problems, ...unique.problems],
  }
}
