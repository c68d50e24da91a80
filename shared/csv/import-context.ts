import { orderedDateOf, dateInWords, dateShape, type ImportDateOrder } from './import-date'
import { importFieldTypes } from './import-field'
import type { GridRow } from './import-grid'
import { plainText, type ImportChoices, type ImportColumn } from './import-column'
import { orderOfMonthDays } from './import-month-headings'
import type { ImportQuestion } from './import-question'
import type { ImportSigns } from './import-signs'
import { timeUnit, yenCurrency, type TimeUnit } from './import-unit'
import { numberShape } from './number-shape'

/** How the cells of a table are read: everything that is decided once for a whole column. */
export type ImportContext = {
  readonly columns: readonly ImportColumn[]
  readonly signs: ImportSigns
  /** By place of a date column; null while it is asked. */
  readonly dateOrders: ReadonlyMap<number, { readonly order: ImportDateOrder | null; readonly isMixed: boolean }>
  /** By place of a column of times; null while it is asked. */
  readonly timeUnits: ReadonlyMap<number, TimeUnit | null>
  readonly questions: readonly ImportQuestion[]
  /** What `¥` is, where the language of the headings or an answer tells. */
  readonly yen: 'JPY' | 'CNY' | null
  /** Part numbers as they were before they were damaged, by `part:` and the number as found. */
  readonly answers: Readonly<Record<string, string>>
}

/**
 * The context in which the rows of a table are read, with the questions that nothing in its columns answers.
 *
 * @param columns columns of the table
 * @param rows rows below the heading
 * @param signs decimal signs
 * @param choices what the user has decided
 */
export function importContext(columns: readonly ImportColumn[], rows: readonly GridRow[], signs: ImportSigns, choices: ImportChoices): ImportContext {
  const dates = dateOrders(columns, rows, choices.answers['date-order'])
  const times = timeUnits(columns, rows, choices.answers)
  return { columns, signs, dateOrders: dates.orders, timeUnits: times.units, questions: [...(signs.question === null ? [] : [signs.question]), ...dates.questions, ...times.questions], yen: yenCurrency(columns.map(({ header }) => header), choices.answers['yen-or-yuan']), answers: choices.answers }
}

function dateOrders(columns: readonly ImportColumn[], rows: readonly GridRow[], answer: string | undefined) {
  const orders = new Map<number, { order: ImportDateOrder | null; isMixed: boolean }>()
  const open: { readonly column: ImportColumn; readonly row: GridRow }[] = []
  for (const column of columns) {
    const isMonths = column.field === 'period'
    if (column.field === null || (importFieldTypes[column.field] !== 'date' && !isMonths)) continue
    let dayFirst = 0
    let monthFirst = 0
    let undecided: GridRow | null = null
    for (const row of rows) {
      const shape = dateShape(row.cells[column.index] ?? '')
      if (shape.kind !== 'two-orders') continue
      if (shape.proves === 'day-first') dayFirst++
      else if (shape.proves === 'month-first') monthFirst++
      else undecided ??= row
    }
    const byMonths = isMonths && dayFirst + monthFirst === 0 ? orderOfMonthDays(rows.map((row) => plainText(row.cells[column.index] ?? ''))) : null
    if (byMonths !== null) orders.set(column.index, { order: byMonths, isMixed: false })
    else if (dayFirst > 0 && monthFirst > 0) orders.set(column.index, { order: dayFirst === monthFirst ? null : dayFirst > monthFirst ? 'day-first' : 'month-first', isMixed: true })
    else if (dayFirst + monthFirst > 0) orders.set(column.index, { order: dayFirst > 0 ? 'day-first' : 'month-first', isMixed: false })
    else if (undecided === null) orders.set(column.index, { order: 'day-first', isMixed: false })
    else if (answer === 'day-first' || answer === 'month-first') orders.set(column.index, { order: answer, isMixed: false })
    else {
      orders.set(column.index, { order: null, isMixed: false })
      open.push({ column, row: undecided })
    }
  }
  return { orders, questions: open.length === 0 ? [] : [dateQuestion(open, columns)] }
}

function dateQuestion(open: readonly { readonly column: ImportColumn; readonly row: GridRow }[], columns: readonly ImportColumn[]): ImportQuestion {
  const { column, row } = open[0] as (typeof open)[number]
  const cell = plainText(row.cells[column.index] ?? '')
  const shape = dateShape(cell)
  const readings = (['day-first', 'month-first'] as const).map((order) => {
    const date = shape.kind === 'two-orders' ? orderedDateOf(shape, order) : null
    return { choice: order, text: date === null ? '?' : dateInWords(date) }
  })
  const key = columns.find((each) => each.field === 'part')
  const part = key === undefined ? '' : ` of part ${plainText(row.cells[key.index] ?? '')}`
  return {
    id: 'date-order', kind: 'date-order', columns: open.map((each) => each.column.shown), choices: ['day-first', 'month-first'], readings,
    text: `“${column.shown}”${part} is ${cell} on line ${row.line}: is that ${readings[0]?.text ?? ''} or ${readings[1]?.text ?? ''}? No date in the column tells.`,
  }
}

/** The unit of a column of times: of its heading, of the system it comes from, else days unless so many are short that they may be weeks. */
function timeUnits(columns: readonly ImportColumn[], rows: readonly GridRow[], answers: Readonly<Record<string, string>>) {
  const units = new Map<number, TimeUnit | null>()
  const open: { readonly column: ImportColumn; readonly row: GridRow; readonly cell: string }[] = []
  for (const column of columns) {
    if (column.field === null || importFieldTypes[column.field] !== 'days') continue
    const stated = timeUnit(column.unit) ?? (column.isInDays ? 'days' : null)
    if (stated !== null || !['leadTimeDays', 'totalLeadTimeDays'].includes(column.field)) {
      units.set(column.index, stated ?? 'days')
      continue
    }
    let bare = 0
    let short = 0
    let first: { row: GridRow; cell: string } | null = null
    for (const row of rows) {
      const cell = plainText(row.cells[column.index] ?? '')
      const shape = numberShape(cell)
      if (shape.kind !== 'number' || shape.unit !== '') continue
      const size = Number(shape.digits.replaceAll(',', '.'))
      if (size === 0) continue
      bare++
      if (size < 16) {
        short++
        first ??= { row, cell }
      }
    }
    const answer = answers['lead-time-unit']
    if (first === null || short * 2 <= bare) units.set(column.index, 'days')
    else if (answer === 'days' || answer === 'weeks' || answer === 'months' || answer === 'working-days') units.set(column.index, answer)
    else {
      units.set(column.index, null)
      open.push({ column, ...first })
    }
  }
  if (open.length === 0) return { units, questions: [] }
  const { column, row, cell } = open[0] as (typeof open)[number]
  const key = columns.find((each) => each.field === 'part')
  const question: ImportQuestion = {
    id: 'lead-time-unit', kind: 'lead-time-unit', columns: open.map((each) => each.column.shown), choices: ['days', 'weeks', 'months', 'working-days'],
    text: `“${column.shown}” of part ${key === undefined ? '' : plainText(row.cells[key.index] ?? '')} is ${cell}. Most of these times are short and nothing says their unit: are they days, weeks or months?`,
    readings: [{ choice: 'days', text: `${cell} days` }, { choice: 'weeks', text: `${cell} weeks` }, { choice: 'months', text: `${cell} months` }, { choice: 'working-days', text: `${cell} working days` }],
  }
  return { units, questions: [question] }
}
