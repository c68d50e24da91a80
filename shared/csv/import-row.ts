import { isBlankWord } from './blank-word'
import { csvProblem, type CsvProblem } from './csv-problem'
import { cellDate, cellDays, cellFraction, cellMoney, cellNumber, sayOfCell, type CellPlace } from './import-cells'
import type { ImportContext } from './import-context'
import { countryOf } from './import-country'
import { importFieldTypes, type ImportField } from './import-field'
import type { GridRow } from './import-grid'
import { keptText, plainText, type ImportColumn } from './import-column'
import { monthOfWord } from './import-period'
import { typedNumberMark } from './visible-text'
import { isNumberColumn } from './import-signs'
import { currencyCode, isKnownUnit, unitFactor, unitReading, type UnitReading } from './import-unit'

/** One row of a file with its cells read. */
export type ImportRow = {
  readonly row: GridRow
  /** Texts by field; blank ones are not in it. */
  readonly texts: { readonly [Field in ImportField]?: string }
  /** Numbers by field, quantities in the row's unit; blank ones are not in it. */
  readonly numbers: { readonly [Field in ImportField]?: number }
  /** Days by field as `YYYY-MM-DD`; `none` where the file says that there is none. */
  readonly dates: { readonly [Field in ImportField]?: string }
  /** Usage of the columns of periods, by place of the column. */
  readonly usage: ReadonlyMap<number, number>
  /** Unit of the quantities; null when nothing says it. */
  readonly unit: string | null
  /** ISO code; a bare `$` is the US dollar unless the line says another. */
  readonly currency: string | null
  /** What the price is for, apart from a column that says it. */
  readonly priceFor: number
  /** Whether the lead time is in working days. */
  readonly isWorkingDays: boolean
  /** Errors hold the row; warnings do not. */
  readonly problems: readonly CsvProblem[]
}

/** Texts that say something of a part, and neither which it is nor how it is counted: without one, the rest can be taken. */
const mayBeLost: ReadonlySet<ImportField> = new Set(['description', 'supplier', 'supplierCode', 'origin', 'rareEarthOrigin', 'abc', 'grade', 'form', 'sector', 'note', 'elements'])

/** What a spreadsheet shows where a formula has no value, and what a workbook holds where it was never computed. */
function failedFormula(cell: string): 'spreadsheet-error' | 'formula-without-result' | null {
  const first = cell.charCodeAt(0)
  if (first === 1) return cell.charAt(1) === '=' ? 'formula-without-result' : null
  return first === 35 && /^#(?:[\p{Lu}\d/_]+[!?]|N\/A|NV|N\/D|#+)\s*$/u.test(cell) ? 'spreadsheet-error' : null
}

/** Percentages and amounts of money are not quantities. */
const isNoQuantity = /^(%|‰|.*\p{Sc}.*|EUR|USD|CHF|GBP|JPY|CNY|RMB)$/iu

const noUsage: ReadonlyMap<number, number> = new Map()

const deletedWords = /^(x|l|1|true|yes|ja|oui|j|y|o|wahr|vrai|是|はい|✓)$/iu
const yesWords = /^(x|1|true|yes|ja|oui|j|y|wahr|vrai|是|はい)$/iu

/**
 * Whether a cell of a deletion column says that the row is deleted in the system it comes from.
 *
 * @param cell cell as found
 *
 * @example
 * isDeletionMark('L') // => true
 */
export function isDeletionMark(cell: string): boolean {
  return deletedWords.test(plainText(cell))
}

/**
 * A row with its cells read, every problem of it said.
 *
 * @param row row of the table
 * @param context how columns are read
 */
export function importRow(row: GridRow, context: ImportContext): ImportRow {
  const problems: CsvProblem[] = []
  const texts: { [Field in ImportField]?: string } = {}
  const numbers: { [Field in ImportField]?: number } = {}
  const dates: { [Field in ImportField]?: string } = {}
  let usage: Map<number, number> | null = null
  let currency: string | null = null
  let priceFor = 1
  let isWorkingDays = false
  const stated = statedUnit(row, context)
  let unit: UnitReading | null = stated
  const quantity = (cell: string, column: ImportColumn, place: CellPlace): number | null => {
    const number = cellNumber(cell, place, context)
    if (number === null) return null
    if (isNoQuantity.test(number.unit)) {
      sayOfCell(place, cell, { kind: 'unit-in-cell', text: `has “${number.unit}”, which is no unit of a quantity. Enter the quantity.` })
      return null
    }
    // `245A` is a mistyped number, unless the line or the heading says that the part is counted in A.
    if (number.unit !== '' && !isKnownUnit(number.unit) && number.unit.toLowerCase() !== unit?.unit.toLowerCase()) {
      sayOfCell(place, cell, { kind: 'unknown-unit', text: `has “${number.unit}”, which is no unit that is known. Check the number, or put the unit into a column of its own.` })
      return null
    }
    const own = number.unit === '' ? headingUnit(column) : unitReading(number.unit)
    // Thousands of one heading or cell are no thousands of the next.
    unit ??= own === null ? null : { ...own, factor: 1 }
    if (own === null || unit === null) return scaled(number.value, unit?.factor ?? 1)
    const factor = unitFactor(own, { ...unit, factor: 1 })
    if (factor === null) {
      sayOfCell(place, cell, { kind: 'unit-conflict', text: `is in ${own.unit}, but the part is counted in ${unit.unit}. Give it in ${unit.unit}.` })
      return null
    }
    return scaled(number.value, factor)
  }
  for (const column of context.columns) {
    const { field } = column
    if (field === null && column.period === null) continue
    const cell = row.cells[column.index] ?? ''
    if (cell === '') continue
    const place = { line: row.line, column, problems }
    const failure = failedFormula(cell)
    if (failure !== null) {
      const isLost = field !== null && mayBeLost.has(field)
      sayOfCell(place, cell, { kind: failure, severity: isLost ? 'warning' : 'error', text: `${failure === 'spreadsheet-error' ? 'is an error of a spreadsheet formula' : 'is a formula whose result is not in the file: open it in a spreadsheet and save it there'}. ${isLost ? 'It was left out.' : `Put the ${field === 'part' || field === 'assembly' ? 'part number' : isNumberColumn(column) ? 'number' : 'value'} in its place.`}` })
      continue
    }
    if (column.period !== null) {
      const value = quantity(cell, column, place)
      if (value !== null) (usage ??= new Map()).set(column.index, value)
      continue
    }
    if (field === null) continue
    switch (importFieldTypes[field]) {
      case 'key': {
        const key = context.answers[`part:${plainText(cell)}`] ?? plainText(cell)
        if (key.includes('\ufffd')) sayOfCell(place, cell, { kind: 'lost-letters', text: 'has letters that were lost before. Enter the part number again.' })
        else if (/^\d([.,]\d+)?E\+\d+$/iu.test(key)) sayOfCell(place, cell, { kind: 'part-number-damaged', text: 'is what a spreadsheet makes of a long part number; its last digits are lost. Enter it again as text.' })
        else if (/^\d{16,}$/u.test(key) && cell.startsWith(typedNumberMark)) sayOfCell(place, cell, { kind: 'part-number-damaged', text: 'is a number of more than 15 digits, of which a workbook keeps only 15. Enter it again as text.' })
        else if (isDatedKey(key)) sayOfCell(place, cell, { kind: 'part-number-damaged', text: 'is what a spreadsheet makes of a part number that looks like a date. Enter it again as text.' })
        else if (key !== '' && !isBlankWord(key)) texts[field] = key
        break
      }
      case 'text':
      case 'period':
      case 'year': {
        const text = field === 'supplier' ? supplierName(plainText(cell)) : field === 'description' || field === 'note' ? keptText(cell) : plainText(cell)
        if (text !== '' && !/^\ufffd+$/u.test(text) && !isBlankWord(text)) texts[field] = text.replaceAll('\ufffd', '')
        if (text.includes('\ufffd')) sayOfCell(place, cell, { kind: 'lost-letters', severity: 'warning', text: 'has letters that were lost before; it was read without them.' })
        break
      }
      case 'flag': {
        const text = plainText(cell)
        if (text !== '') texts[field] = text
        if (field === 'isLeadTimeWorkingDays' && yesWords.test(text)) isWorkingDays = true
        break
      }
      case 'unit':
        break
      case 'currency': {
        const code = remembered(currencies, cell, currencyCode)
        if (code === null || isBlankWord(code)) break
        if (!/^(?:[A-Z]{3}|\p{Sc})$/u.test(code)) {
          sayOfCell(place, cell, { kind: 'unknown-currency', text: 'is no currency that is known. Use three letters such as EUR.' })
          break
        }
        if (currency !== null && !isSameCurrency(currency, code)) sayOfCell(place, cell, { kind: 'currency-conflict', text: `is not the currency ${currency} of the price on this line. Check which it is.` })
        currency = code
        break
      }
      case 'country': {
        const text = plainText(cell)
        if (text === '' || isBlankWord(text)) break
        const code = remembered(countries, text, countryOf)
        if (code === null) sayOfCell(place, cell, { kind: 'unknown-country', severity: 'warning', text: 'is no country that is known, so the origin is not known. Use two letters such as CN or JP.' })
        else texts[field] = code
        break
      }
      case 'quantity': {
        const value = quantity(cell, column, place)
        if (value === null) break
        if (value < 0 && (field === 'moq' || field === 'lotMultiple' || field === 'safetyStock' || field === 'reorderPoint' || field === 'maximumStock')) {
          sayOfCell(place, cell, { kind: 'negative-number', text: 'is negative. Enter a quantity of 0 or more.' })
        } else numbers[field] = value
        if (value < 0 && field === 'onHand') sayOfCell(place, cell, { kind: 'negative-stock', severity: 'warning', text: 'is negative stock, as systems show that issues were booked before receipts. A plan takes it as not known.' })
        break
      }
      case 'count': {
        const number = cellNumber(cell, place, context)
        if (number !== null) numbers[field] = number.value
        break
      }
      case 'money': {
        const money = cellMoney(cell, place, context)
        if (money === null) break
        if (money.value < 0) sayOfCell(place, cell, { kind: 'negative-number', text: 'is a negative price. Check it.' })
        else numbers[field] = money.value
        priceFor = money.per
        if (money.currency === null) break
        if (currency !== null && !isSameCurrency(currency, money.currency)) sayOfCell(place, cell, { kind: 'currency-conflict', text: `is in ${money.currency}, but the line says ${currency}. Check which it is.` })
        currency = currency === null || currency === '$' || currency === '¥' ? money.currency : currency
        break
      }
      case 'days': {
        const time = cellDays(cell, place, context)
        if (time === null) break
        numbers[field] = time.days
        if (time.isWorkingDays && field === 'leadTimeDays') isWorkingDays = true
        break
      }
      case 'date': {
        const date = cellDate(cell, place, context)
        if (date !== null) dates[field] = date
        break
      }
      case 'percent': {
        const fraction = cellFraction(cell, place, context)
        if (fraction !== null) numbers[field] = fraction
        break
      }
    }
  }
  if (usage !== null && !/^\d{4}$/u.test(texts.fiscalYear ?? '') && context.columns.some((column) => column.field === 'fiscalYear') && context.columns.some((column) => column.period?.kind === 'month-without-year' && usage?.has(column.index) === true)) {
    problems.push(rowSaying(row, { kind: 'no-year', column: context.columns.find((column) => column.field === 'fiscalYear'), found: texts.fiscalYear ?? '', text: 'has usage by month but no year of four digits, so it is not known of when it is. Enter the year.' }))
  }
  return { row, texts, numbers, dates, usage: usage ?? noUsage, unit: (unit as UnitReading | null)?.unit ?? null, currency: currency === '$' ? 'USD' : currency === '¥' ? (context.yen ?? currency) : currency, priceFor: priceFor * (unit?.factor ?? 1), isWorkingDays, problems }
}

/** `15-Mar`, `01. Mai`, `Mrz 15`, `2026-03-15`: what spreadsheets make of 15-3, 1-5 and 3-15. */
function isDatedKey(key: string): boolean {
  const match = /^\d{1,2}(?:\.\s?|[- ])(\p{L}{3,})\.?$/u.exec(key) ?? /^(\p{L}{3,})\.?[-. ]\d{2}$/u.exec(key)
  return (match !== null && monthOfWord(match[1] ?? '') !== null) || /^(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d$/u.test(key)
}

/** SAP lists have `CODE       NAME` in one column. */
function supplierName(text: string): string {
  return /^[\dA-Z]{3,10}\s{2,}(\S.*)$/u.exec(text)?.[1] ?? text
}

function isSameCurrency(a: string, b: string): boolean {
  return a === b || (a === '$' && /USD|AUD|CAD|HKD|SGD|TWD/u.test(b)) || (b === '$' && /USD|AUD|CAD|HKD|SGD|TWD/u.test(a)) || (a === '¥' && /JPY|CNY/u.test(b)) || (b === '¥' && /JPY|CNY/u.test(a))
}

// A file has few units, currencies and countries, and each on thousands of rows.
const units = new Map<string, UnitReading | null>()
const currencies = new Map<string, string | null>()
const countries = new Map<string, string | null>()
const mostRemembered = 1000

function remembered<Reading>(memory: Map<string, Reading>, text: string, read: (text: string) => Reading): Reading {
  const known = memory.get(text)
  if (known !== undefined) return known
  if (memory.size >= mostRemembered) memory.clear()
  const reading = read(text)
  memory.set(text, reading)
  return reading
}

function statedUnit(row: GridRow, context: ImportContext): UnitReading | null {
  const column = context.columns.find((each) => each.field === 'unit')
  return column === undefined ? null : remembered(units, plainText(row.cells[column.index] ?? ''), unitReading)
}

function headingUnit(column: ImportColumn): UnitReading | null {
  const reading = column.unit === '' ? null : unitReading(column.unit)
  return reading === null || reading.dimension === 'other' ? null : reading
}

/** Multiplies without the dust of binary fractions: 0.001 times 500 is 0.5. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}

/**
 * A problem of a whole row.
 *
 * @param row the row
 * @param of kind, what is wrong and what to do, and whether the row can be imported all the same
 */
export function rowSaying(row: GridRow, of: { readonly kind: string; readonly text: string; readonly severity?: CsvProblem['severity']; readonly column?: ImportColumn | undefined; readonly found?: string }): CsvProblem {
  return csvProblem({
    kind: of.kind, line: row.line, severity: of.severity ?? 'error', found: of.found ?? null,
    column: of.column === undefined ? null : { letter: of.column.letter, header: of.column.shown }, sentence: `Line ${row.line} ${of.text}`,
  })
}
