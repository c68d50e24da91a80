import { civilDate, type CivilDate } from '../calendar/civil-date'
import { csvProblem, type CsvProblem } from './csv-problem'
import { heldFate, skippedFate } from './import-body'
import { keyedRows, looseKey, type RepeatChoices } from './import-keys'
import type { LineFate } from './import-lines'
import type { ImportColumn } from './import-column'
import type { ImportContext } from './import-context'
import { dateShape, orderedDateOf, type ImportDateOrder } from './import-date'
import { isPastPeriod, monthOfDate, namedPeriod } from './import-period'
import type { ImportedUsage } from './import-result'
import { rowSaying, type ImportRow } from './import-row'
import { unitFactor, unitReading } from './import-unit'

/** Usage read from rows of any form, and what became of the rows. */
export type UsageReading = {
  readonly usage: readonly ImportedUsage[]
  readonly fates: readonly LineFate[]
  readonly problems: readonly CsvProblem[]
}

/** What reading usage needs besides rows. */
export type UsageContext = {
  readonly columns: readonly ImportColumn[]
  /** The running month is not history. */
  readonly today: CivilDate
  /** Year of months that do not say theirs, or null. */
  readonly year: number | null
  /** Whether part numbers that differ in case or zeros are one part. */
  readonly isLoose: boolean
  /** Which of several lines for one part and period counts. */
  readonly repeats: RepeatChoices
  /** Which number of a day such as `8/1/2026` is the month, by place of the column. */
  readonly dateOrders: ImportContext['dateOrders']
}

type Sums = Map<string, { readonly row: ImportRow; readonly periods: Map<string, number> }>

function sumsOf(sums: Sums, row: ImportRow, isLoose: boolean) {
  const key = `${row.texts.part ?? ''}\u001f${row.texts.plant ?? ''}`
  const found = sums.get(isLoose ? looseKey(key) : key)
  if (found !== undefined) return found
  const fresh = { row, periods: new Map<string, number>() }
  sums.set(isLoose ? looseKey(key) : key, fresh)
  return fresh
}

/** A quantity of a row in the unit of the first row of its part; null where the two count different things. */
function inUnitOf(first: ImportRow, row: ImportRow, quantity: number): number | null {
  if (row.unit === first.unit) return quantity
  const [from, into] = [unitReading(row.unit ?? ''), unitReading(first.unit ?? '')]
  const factor = from === null || into === null ? null : unitFactor(from, into)
  return factor === null ? null : Number((quantity * factor).toPrecision(12))
}

function unitConflict(first: ImportRow, row: ImportRow): CsvProblem {
  return rowSaying(row.row, { kind: 'unit-conflict', found: row.unit ?? '', text: `is in ${row.unit ?? 'no unit'}, but part ${row.texts.part ?? ''} is in ${first.unit ?? 'no unit'} on line ${first.row.line}. Give both in one unit.` })
}

function usageOf(sums: Sums): readonly ImportedUsage[] {
  return [...sums.values()].filter(({ periods }) => periods.size > 0).map(({ row, periods }) => ({
    part: row.texts.part ?? '', plant: row.texts.plant ?? '', unit: row.unit, periods: Object.fromEntries([...periods].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }))
}

const readFate = (row: ImportRow): LineFate => ({ line: row.row.line, lineCount: row.row.lineCount, fate: 'imported', kind: 'read', reason: '' })

/**
 * The usage in columns of months or weeks. Blank is not known, never 0; the running month and zeros still to come are no
 * history, and are said once.
 *
 * @param rows rows that were read without errors
 * @param context columns, today and the year
 */
export function wideUsage(rows: readonly ImportRow[], context: UsageContext): UsageReading {
  const sums: Sums = new Map()
  const problems: CsvProblem[] = []
  const left = new Map<string, number>()
  const columns = context.columns.filter((column) => column.period !== null)
  for (const row of rows) {
    const own = row.texts.fiscalYear
    const year = own !== undefined && /^\d{4}$/u.test(own) ? Number(own) : context.year
    for (const column of columns) {
      const value = row.usage.get(column.index)
      if (value === undefined || column.period === null || column.period.kind === 'special') continue
      const period = column.period.kind === 'month-without-year' ? (year === null ? null : `${year}-${String(column.period.month).padStart(2, '0')}`) : column.period.period
      if (period === null) continue
      if (!isPastPeriod(period, context.today)) {
        left.set(period, (left.get(period) ?? 0) + (value === 0 ? 0 : 1))
        continue
      }
      const { periods } = sumsOf(sums, row, context.isLoose)
      periods.set(period, Number(((periods.get(period) ?? 0) + value).toPrecision(12)))
      if (value < 0) problems.push(csvProblem({ ...rowSaying(row.row, { kind: 'negative-usage', severity: 'warning', column, found: String(value), text: `has a usage of ${value} in ${period}: more came back than was issued. It was kept.` }) }))
    }
  }
  if (left.size > 0) problems.push(notHistory(left))
  return { usage: usageOf(sums), fates: [], problems }
}

function notHistory(left: ReadonlyMap<string, number>): CsvProblem {
  const periods = [...left.keys()].toSorted()
  const filled = [...left].filter(([, count]) => count > 0).map(([period]) => period)
  return csvProblem({ kind: 'not-history', severity: 'warning', sentence: `${periods.join(', ')} ${periods.length === 1 ? 'is' : 'are'} not over yet, so ${periods.length === 1 ? 'it is' : 'they are'} not taken as usage history${filled.length === 0 ? '' : ` (${filled.join(', ')} had quantities)`}.` })
}

/**
 * The usage of one row a part and period. The same part and period twice with different quantities are held.
 *
 * @param rows rows that were read without errors
 * @param context columns, today and the year
 */
export function longUsage(rows: readonly ImportRow[], context: UsageContext): UsageReading {
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const left = new Map<string, number>()
  const periodColumn = context.columns.find((column) => column.field === 'period')
  const periodOf = (row: ImportRow): string | 'special' | null => {
    const text = row.texts.period ?? ''
    const year = row.texts.fiscalYear ?? (context.year === null ? '' : String(context.year))
    const plain = namedPeriod(text) ?? monthOfStrokes(text)
    const named = plain ?? (/^\d{1,2}$/u.test(text) ? (namedPeriod(`${year}-${text.padStart(2, '0')}`) ?? (Number(text) === 13 ? { kind: 'special' as const } : null)) : /^\d{4}-\d\d-\d\d$|^\d\d\.\d\d\.\d{4}$/u.test(text) && dateShape(text).kind === 'date' ? namedPeriod(text.replace(/^(\d{4}-\d\d)-\d\d$/u, '$1').replace(/^\d\d\.(\d\d\.\d{4})$/u, '$1')) : null)
    if (named === null) return null
    if (named.kind === 'special') return 'special'
    return named.kind === 'month-without-year' ? (/^\d{4}$/u.test(year) ? `${year}-${String(named.month).padStart(2, '0')}` : null) : named.period
  }
  const order = periodColumn === undefined ? undefined : context.dateOrders.get(periodColumn.index)
  const monthOfStrokes = (text: string): ReturnType<typeof namedPeriod> => {
    const shape = dateShape(text)
    const isOpen = order === undefined || order.order === null || (order.isMixed && shape.kind === 'two-orders' && shape.proves !== order.order)
    const day = !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/u.test(text) ? null : shape.kind === 'date' ? shape.date : shape.kind === 'two-orders' && !isOpen ? orderedDateOf(shape, order.order as ImportDateOrder) : null
    return day === null ? null : { kind: 'month', period: day.slice(0, 7) }
  }
  const readable: ImportRow[] = []
  for (const row of rows) {
    const period = periodOf(row)
    const text = row.texts.period ?? ''
    const hold = (kind: string, says: string) => {
      const problem = rowSaying(row.row, { kind, column: periodColumn, found: text, text: says })
      problems.push(problem)
      fates.push(heldFate(row.row, problem))
    }
    if (period === 'special') fates.push(skippedFate(row.row, 'special-period', 'a special period of the books, not a month'))
    else if (row.numbers.usageQty === undefined) {
      // Blank is a gap, not a month without usage.
      fates.push(skippedFate(row.row, 'no-quantity', 'no quantity: not known, not zero'))
    } else if (period === null) hold('unknown-period', `has the period “${text}”, which is no month or week that is known. Write it as 2025-11 or 2025-W01.`)
    else if (!isPastPeriod(period, context.today)) {
      left.set(period, (left.get(period) ?? 0) + (row.numbers.usageQty === 0 ? 0 : 1))
      fates.push(skippedFate(row.row, 'not-history', `${period} is not over yet`))
    } else readable.push(row)
  }
  const unique = keyedRows(readable, {
    keyOf: (row) => `${row.texts.part ?? ''}\u001f${row.texts.plant ?? ''}\u001f${row.texts.storageLocation ?? ''}\u001f${String(periodOf(row))}`,
    nameOf: (row) => `part ${row.texts.part ?? ''} in ${String(periodOf(row))}`, column: periodColumn, isLoose: context.isLoose, repeats: context.repeats, canAdd: true,
  })
  const sums: Sums = new Map()
  for (const row of unique.rows) {
    const period = String(periodOf(row))
    const quantity = row.numbers.usageQty ?? 0
    const { row: first, periods } = sumsOf(sums, row, context.isLoose)
    const own = inUnitOf(first, row, quantity)
    if (own === null) {
      problems.push(unitConflict(first, row))
      fates.push(heldFate(row.row, unitConflict(first, row)))
      continue
    }
    periods.set(period, Number(((periods.get(period) ?? 0) + own).toPrecision(12)))
    if (quantity < 0) problems.push(rowSaying(row.row, { kind: 'negative-usage', severity: 'warning', found: String(quantity), text: `has a usage of ${quantity} in ${period}: more came back than was issued. It was kept.` }))
    fates.push(readFate(row))
  }
  if (left.size > 0) problems.push(notHistory(left))
  return { usage: usageOf(sums), fates: [...fates, ...unique.fates], problems: [...problems, ...unique.problems] }
}

/** Movement types of SAP by which stock is used up, and their reversals, which have the next number. */
const issues: ReadonlySet<number> = new Set([201, 221, 231, 241, 251, 261, 281, 291, 601])

function quantityOf(row: ImportRow): number | undefined {
  return row.numbers.postingQty ?? row.numbers.usageQty
}

/**
 * The usage of movements of stock, added up by month: an issue has a movement type such as 201 or 261 or a minus sign, a
 * reversal takes usage back, and receipts and transfers are no usage.
 *
 * @param rows rows that were read without errors
 * @param context columns, today and the year
 */
export function postedUsage(rows: readonly ImportRow[], context: UsageContext): UsageReading {
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const left = new Map<string, number>()
  const sums: Sums = new Map()
  const hasTypes = context.columns.some((column) => column.field === 'movementType')
  const dateColumn = context.columns.find((column) => column.field === 'postingDate')
  const hasMinus = rows.some((row) => (quantityOf(row) ?? 0) < 0)
  const documents = new Map<string, ImportRow>()
  for (const row of rows) {
    const quantity = quantityOf(row)
    const date = row.dates.postingDate
    const hold = (kind: string, text: string, column?: ImportColumn) => {
      const problem = rowSaying(row.row, { kind, column, text })
      problems.push(problem)
      fates.push(heldFate(row.row, problem))
    }
    if (quantity === undefined) {
      hold('no-quantity', 'has no quantity. Enter it, or delete the line.')
      continue
    }
    if (date === undefined || date === 'none') {
      hold('no-date', 'has no posting date, so its month is not known. Enter it, or delete the line.', dateColumn)
      continue
    }
    const used = usedQuantity(quantity, row.texts.movementType, { hasTypes, hasMinus })
    if (used === 'unknown') {
      hold('unknown-movement-type', `has the movement type “${row.texts.movementType ?? ''}”, of which it is not known whether stock is used by it.`, context.columns.find((column) => column.field === 'movementType'))
      continue
    }
    if (used === null) {
      fates.push(skippedFate(row.row, 'not-usage', `${row.texts.movementType === undefined ? 'a receipt' : `movement type ${row.texts.movementType}`}: not usage`))
      continue
    }
    if (row.texts.documentNumber !== undefined && row.texts.documentItem !== undefined) {
      const key = `${row.texts.documentNumber}\u001f${row.texts.documentItem}\u001f${row.texts.fiscalYear ?? date.slice(0, 4)}`
      const earlier = documents.get(key)
      if (earlier !== undefined && earlier.row.cells.join('\u001f') === row.row.cells.join('\u001f')) {
        fates.push(skippedFate(row.row, 'duplicate', `the same as line ${earlier.row.line}`))
        continue
      }
      documents.set(key, row)
    }
    const period = monthOfDate(civilDate(date))
    if (!isPastPeriod(period, context.today)) {
      left.set(period, (left.get(period) ?? 0) + 1)
      fates.push(skippedFate(row.row, 'not-history', `${period} is not over yet`))
      continue
    }
    const { row: first, periods } = sumsOf(sums, row, context.isLoose)
    const own = inUnitOf(first, row, used)
    if (own === null) {
      problems.push(unitConflict(first, row))
      fates.push(heldFate(row.row, unitConflict(first, row)))
      continue
    }
    periods.set(period, Number(((periods.get(period) ?? 0) + own).toPrecision(12)))
    fates.push(readFate(row))
  }
  for (const { row, periods } of sums.values()) {
    for (const [period, quantity] of periods) {
      if (quantity < 0) problems.push(csvProblem({ kind: 'negative-usage', severity: 'warning', found: String(quantity), sentence: `Part ${row.texts.part ?? ''} has a usage of ${quantity} in ${period}: more came back than was issued. It was kept.` }))
    }
  }
  if (left.size > 0) problems.push(notHistory(left))
  return { usage: usageOf(sums), fates, problems }
}

function usedQuantity(quantity: number, type: string | undefined, of: { readonly hasTypes: boolean; readonly hasMinus: boolean }): number | null | 'unknown' {
  if (!of.hasTypes) return quantity <= 0 ? -quantity || 0 : of.hasMinus ? null : quantity
  const number = /^\d{3}$/u.test(type ?? '') ? Number(type) : null
  if (number === null) return 'unknown'
  const size = Math.abs(quantity)
  if (issues.has(number)) return size
  if (issues.has(number - 1)) return -size || 0
  return null
}
