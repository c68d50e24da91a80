import type { CsvProblem } from './csv-problem'
import { heldFate, skippedFate } from './import-body'
import type { ImportContext } from './import-context'
import type { ImportField } from './import-field'
import type { GridRow } from './import-grid'
import { keyedRows, looseKey, type RepeatChoices } from './import-keys'
import type { LineFate } from './import-lines'
import { plainText, type ImportColumn } from './import-column'
import type { ImportedPart } from './import-result'
import { rowSaying, type ImportRow } from './import-row'

/** Parts made of rows, and what became of the rows. */
export type PartsReading = {
  readonly parts: readonly ImportedPart[]
  /** Rows that were imported, for the usage in them. */
  readonly rows: readonly ImportRow[]
  readonly fates: readonly LineFate[]
  readonly problems: readonly CsvProblem[]
}

const stockFields = ['onHand', 'qualityStock', 'blockedStock', 'allocated', 'onOrder'] as const
const vendorFields: ReadonlySet<ImportField> = new Set(['supplier', 'supplierCode', 'leadTimeDays', 'moq', 'unitPrice', 'currency', 'priceUnit', 'unit'])
const ownTextFields = ['materialFamily', 'grade', 'form', 'sector', 'licenceRoute', 'note', 'isCritical', 'elements', 'id', 'rareEarthOrigin'] as const
const ownNumberFields = ['magnetMassPerUnitKg', 'capCoverDays', 'capOrderQuantity', 'reviewPeriodDays'] as const

function key(row: ImportRow): string {
  return `${row.texts.part ?? ''}\u001f${row.texts.plant ?? ''}`
}

/**
 * The parts of rows, one a part and plant. Stock in several storage locations or batches of one plant is added up.
 *
 * @param rows rows that were read without errors
 * @param of how columns are read, sub-rows by the line of their part, whether part numbers that differ in case or zeros are one part, and which of several lines for one counts
 */
export function importedParts(rows: readonly ImportRow[], of: { readonly context: ImportContext; readonly subRows: readonly { readonly row: GridRow; readonly parentLine: number }[]; readonly isLoose: boolean; readonly repeats: RepeatChoices }): PartsReading {
  const { columns } = of.context
  const column = (field: ImportField) => columns.find((each) => each.field === field)
  const problems: CsvProblem[] = []
  const fates: LineFate[] = []
  const prices = new Map<ImportRow, number | null>()
  const complete: ImportRow[] = []
  for (const row of rows) {
    const { unitPrice, priceUnit } = row.numbers
    const isUnitOpen = unitPrice !== undefined && unitPrice !== 0 && column('priceUnit') !== undefined && !((priceUnit ?? 0) > 0)
    if (isUnitOpen) {
      const problem = rowSaying(row.row, { kind: 'no-price-unit', column: column('priceUnit'), text: 'has a price but no price unit, so it is not known for how many pieces the price is. Enter it.' })
      problems.push(problem)
      fates.push(heldFate(row.row, problem))
      continue
    }
    prices.set(row, unitPrice === undefined || unitPrice === 0 ? null : perUnit(unitPrice, (priceUnit ?? 1) * row.priceFor))
    complete.push(row)
  }
  const unique = keyedRows(complete, {
    keyOf: (row) => [key(row), row.texts.storageLocation, row.texts.batch, row.texts.fiscalYear].map((text) => text ?? '').join('\u001f'),
    nameOf: (row) => `part ${row.texts.part ?? ''}${row.texts.plant === undefined ? '' : ` in plant ${row.texts.plant}`}`,
    column: column('part'), isLoose: of.isLoose, repeats: of.repeats, canAdd: true,
  })
  fates.push(...unique.fates)
  problems.push(...unique.problems)
  for (const row of unique.rows) {
    for (const [field, words] of [['unitPrice', 'price'], ['leadTimeDays', 'lead time']] as const) {
      if (row.numbers[field] === 0) problems.push(rowSaying(row.row, { kind: `zero-${words.replace(' ', '-')}`, severity: 'warning', column: column(field), found: '0', text: `has a ${words} of 0, as systems write where none is entered. It was taken as not known.` }))
    }
  }
  const groups = new Map<string, ImportRow[]>()
  for (const row of unique.rows) {
    const name = of.isLoose ? looseKey(key(row)) : key(row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  const parts: ImportedPart[] = []
  const imported: ImportRow[] = []
  const suppliers = new Map<number, string[]>()
  for (const group of groups.values()) {
    const differs = differingField(group, columns)
    const [first] = group
    if (first === undefined) continue
    if (group.some((row) => row.unit !== first.unit)) {
      const problem = (row: ImportRow) => rowSaying(row.row, { kind: 'unit-conflict', found: row.unit ?? '', text: `is one of several lines for part ${row.texts.part ?? ''} (${group.map((each) => `${each.row.line}: ${each.unit ?? 'no unit'}`).join(', ')}) in different units. Give all of them in one.` })
      for (const row of group) {
        problems.push(problem(row))
        fates.push(heldFate(row.row, problem(row)))
      }
      continue
    }
    if (differs !== null) {
      const lines = group.map((row) => row.row.line).join(', ')
      for (const row of group) {
        const problem = rowSaying(row.row, { kind: 'lines-differ', column: differs, text: `is one of several lines for part ${row.texts.part ?? ''} (${lines}) that differ in ${differs.shown}. Keep one value.` })
        problems.push(problem)
        fates.push(heldFate(row.row, problem))
      }
      continue
    }
    const others: string[] = []
    suppliers.set(first.row.line, others)
    parts.push(partOf(group, prices, others))
    for (const row of group) {
      imported.push(row)
      fates.push({ line: row.row.line, lineCount: row.row.lineCount, fate: 'imported', kind: 'read', reason: group.length > 1 ? `added up with lines ${group.map((each) => each.row.line).join(', ')}` : '' })
    }
  }
  for (const { row, parentLine } of of.subRows) {
    const [fate, problem] = subRowFate(row, columns, suppliers.get(parentLine), parentLine)
    fates.push(fate)
    if (problem !== null) problems.push(problem)
  }
  return { parts, rows: imported, fates, problems }
}

function perUnit(price: number, per: number): number {
  return per === 1 ? price : Number((price / per).toPrecision(12))
}

/** Rows of one part that are added up may differ in their stocks, and in where these are; in nothing else that a plan keeps. */
function differingField(group: readonly ImportRow[], columns: readonly ImportColumn[]): ImportColumn | null {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return null
  const apart: ReadonlySet<string | null> = new Set([...stockFields, 'storageLocation', 'batch', 'fiscalYear', 'description', 'supplier', 'supplierCode', null])
  return columns.find((column) => column.period === null && !apart.has(column.field) && others.some((row) => plainText(row.row.cells[column.index] ?? '') !== plainText(first.row.cells[column.index] ?? '') && column.field !== 'part' && column.field !== 'plant')) ?? null
}

function partOf(group: readonly ImportRow[], prices: ReadonlyMap<ImportRow, number | null>, otherSuppliers: string[]): ImportedPart {
  const first = group[0] as ImportRow
  const text = (field: ImportField) => first.texts[field] ?? null
  const number = (field: ImportField) => first.numbers[field] ?? null
  const sum = (field: (typeof stockFields)[number]) => {
    if (group.length === 1) return number(field)
    const known = group.map((row) => row.numbers[field]).filter((value) => value !== undefined)
    return known.length === 0 ? null : Number(known.reduce((total, value) => total + value, 0).toPrecision(12))
  }
  const [quality, blocked] = [sum('qualityStock'), sum('blockedStock')]
  const unitPrice = prices.get(first) ?? null
  return {
    line: first.row.line, part: first.texts.part ?? '', plant: first.texts.plant ?? '', description: text('description'), supplier: text('supplier'), origin: text('origin'),
    unit: first.unit, onHand: sum('onHand'), notUsable: quality === null && blocked === null ? null : (quality ?? 0) + (blocked ?? 0),
    allocated: sum('allocated'), backordered: number('backordered'), onOrder: sum('onOrder'),
    leadTimeDays: number('leadTimeDays') === 0 ? null : number('leadTimeDays'), isLeadTimeWorkingDays: first.isWorkingDays,
    leadTimeSdDays: number('leadTimeSdDays'), transitDays: number('transitDays'), totalLeadTimeDays: number('totalLeadTimeDays'), receiptDays: number('receiptDays'),
    safetyStock: number('safetyStock'), reorderPoint: number('reorderPoint'), maximumStock: number('maximumStock'), moq: number('moq'),
    lotMultiple: number('lotMultiple') === 0 ? null : number('lotMultiple'), unitPrice, currency: first.currency, abc: text('abc'),
    serviceLevel: number('serviceLevel'), fillRate: number('fillRate'), usagePerWeek: number('usagePerWeek'), usageSdPerWeek: number('usageSdPerWeek'),
    usagePerMonth: number('usagePerMonth'), usageSdPerMonth: number('usageSdPerMonth'), otherSuppliers,
    ownTexts: filledOf(ownTextFields, first.texts), ownNumbers: filledOf(ownNumberFields, first.numbers),
  }
}

const nothingFilled = {}

/** Those of some fields that have a value; mostly none, and then no object is made for it. */
function filledOf<Field extends string, Value>(fields: readonly Field[], values: { readonly [Name in Field]?: Value }): Readonly<Record<string, Value>> {
  let filled: Record<string, Value> | null = null
  for (const field of fields) {
    const value = values[field]
    if (value !== undefined) (filled ??= {})[field] = value as Value
  }
  return filled ?? nothingFilled
}

function subRowFate(row: GridRow, columns: readonly ImportColumn[], suppliers: string[] | undefined, parentLine: number): readonly [LineFate, CsvProblem | null] {
  const filled = columns.filter((column) => !/^(0([.,]0+)?)?$/u.test(plainText(row.cells[column.index] ?? '')))
  const vendor = columns.find((column) => column.field === 'supplier')
  const name = vendor === undefined ? '' : plainText(row.cells[vendor.index] ?? '')
  if (filled.length === 0) return [skippedFate(row, 'empty-sub-row', `nothing but zeros under the part on line ${parentLine}`), null]
  if (suppliers !== undefined && name !== '' && filled.every((column) => column.field === null || vendorFields.has(column.field))) {
    suppliers.push(name)
    return [{ line: row.line, lineCount: row.lineCount, fate: 'imported', kind: 'sub-row', reason: `a further vendor of the part on line ${parentLine}` }, null]
  }
  const problem = subRowProblem(row, parentLine)
  return [heldFate(row, problem), problem]
}

/**
 * What is said of a row without a part number under one that has it, where it cannot be attached.
 *
 * @param row the row
 * @param parentLine line of the part above
 */
export function subRowProblem(row: GridRow, parentLine: number): CsvProblem {
  return rowSaying(row, { kind: 'sub-row', text: `has no part number and stands under the part on line ${parentLine}. Whether it belongs to that part is not known: enter the part number, or delete the line.` })
}
