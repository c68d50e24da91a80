import { fieldWords } from '../plan/field-words'
import { newPart } from '../plan/new-part'
import { partSchema, type LeadTimeLeg, type Part } from '../plan/part-schema'
import { structureFindings } from '../plan/structure-problems'
import { usagePeriodOf } from './import-period'
import { planCellFrom } from './plan-file-cell'
import type { ImportedPart } from './import-result'
import { unitFactor, unitReading } from './import-unit'

const workingDaysToDays = 7 / 5

/** Values a file has for fields of a part, in the part's unit and the plan's currency. */
export type PartFields = {
  /** What an ERP owns: stock, price, and the levels it holds itself. */
  readonly erp: Partial<Part>
  /** Master data, which a list of parts may write and a list of stock may not. */
  readonly master: Partial<Part>
  /** What the file has and a plan cannot take, in words. */
  readonly leftOut: readonly string[]
}

/**
 * The fields of a part that a line of a file fills; only cells that have a value.
 *
 * @param imported the line
 * @param of unit of the part in the plan, the plan's currency, and its lead time
 */
export function partFieldsOf(imported: ImportedPart, of: { readonly unit: string | null; readonly currency: string; readonly leadTime: Part['leadTime'] | null }): PartFields {
  const leftOut: string[] = []
  const factor = quantityFactor(imported.unit, of.unit)
  if (factor === null) {
    return { erp: {}, master: {}, leftOut: [`it is counted in ${imported.unit ?? '?'} in the file and in ${of.unit ?? '?'} in the plan, so no quantity was taken`] }
  }
  const scaled = (value: number | null) => (value === null ? undefined : inUnit(value, factor))
  const amount = (value: number | null, words: string) => {
    if (value !== null && value < 0) leftOut.push(`${words} of ${value} is negative and was not taken`)
    return value === null || value < 0 ? undefined : scaled(value)
  }
  const price = imported.unitPrice
  const isOurMoney = imported.currency === null || imported.currency === of.currency
  if (price !== null && !isOurMoney) leftOut.push(`the price is in ${imported.currency ?? '?'} and the plan in ${of.currency}, so it was not taken`)
  if (imported.onOrder !== null && imported.onOrder > 0) leftOut.push(`${imported.onOrder} on order without a due date: open orders come from a list of orders`)
  const leadTime = leadTimeOf(imported, of.leadTime, leftOut)
  const erpLeadTimeDays = imported.leadTimeDays === null ? undefined : daysOf(imported.leadTimeDays, imported.isLeadTimeWorkingDays) + (imported.receiptDays ?? 0) * workingDaysToDays
  return {
    erp: defined({
      onHand: amount(imported.onHand, 'stock on hand'), allocated: amount(imported.allocated, 'allocated stock'), backordered: amount(imported.backordered, 'backorders'),
      unitCost: price === null || !isOurMoney ? undefined : factor === 1 ? price : Number((price / factor).toPrecision(12)),
      erpSafetyStock: scaled(imported.safetyStock), erpReorderPoint: scaled(imported.reorderPoint),
      erpLeadTimeDays: erpLeadTimeDays === undefined ? undefined : Number(erpLeadTimeDays.toPrecision(12)),
    }),
    master: defined({
      description: imported.description ?? undefined, supplier: imported.supplier ?? undefined, originCountry: imported.origin ?? undefined,
      moq: scaled(imported.moq), lotMultiple: scaled(imported.lotMultiple), leadTime,
      usage: imported.usagePerWeek !== null ? { kind: 'stated' as const, per: 'week' as const, mean: scaled(imported.usagePerWeek) ?? 0, sd: scaled(imported.usageSdPerWeek) ?? null }
        : imported.usagePerMonth !== null ? { kind: 'stated' as const, per: 'month' as const, mean: scaled(imported.usagePerMonth) ?? 0, sd: scaled(imported.usageSdPerMonth) ?? null } : undefined,
      target: imported.serviceLevel !== null ? { kind: 'cycle-service-level' as const, cycleServiceLevel: imported.serviceLevel } : imported.fillRate !== null ? { kind: 'fill-rate' as const, fillRate: imported.fillRate } : undefined,
      ...ownFields(imported, leftOut),
    }),
    leftOut,
  }
}

/**
 * By what quantities of a file are multiplied to be in the unit of a part; 1 where one of the two is not known, null where they count different things.
 *
 * @param from unit in the file
 * @param into unit of the part
 *
 * @example
 * quantityFactor('g', 'kg') // => 0.001
 */
export function quantityFactor(from: string | null, into: string | null): number | null {
  if (from === null || into === null || from === into) return 1
  const [a, b] = [unitReading(from), unitReading(into)]
  return a === null || b === null ? 1 : unitFactor(a, b)
}

/**
 * A quantity in another unit, without the dust of binary fractions.
 *
 * @param quantity as the file has it
 * @param factor as `quantityFactor` gives it
 *
 * @example
 * inUnit(1250, 0.001) // => 1.25
 */
export function inUnit(quantity: number, factor: number): number {
  return factor === 1 ? quantity : Number((quantity * factor).toPrecision(12))
}

type FieldSchema = { readonly safeParse: (value: unknown) => { readonly success: boolean } }

const fieldSchemas = partSchema.shape as unknown as Readonly<Record<string, FieldSchema>>

/** A new part is valid, and no rule of a part joins two fields: what a file fills is all that has to be looked at, a third of the whole. */
function isValid(fields: Partial<Part>): boolean {
  for (const field in fields) {
    if (fieldSchemas[field]?.safeParse(fields[field as keyof Part]).success !== true) return false
  }
  return true
}

/** Fields that only our own tables have, as far as they are values a part can take. */
function ownFields(imported: ImportedPart, leftOut: string[]): Partial<Part> {
  const { ownTexts, ownNumbers } = imported
  const { materialFamily, grade, form, sector, licenceRoute, note, rareEarthOrigin, isCritical, elements } = ownTexts
  const candidates: Record<string, unknown> = { materialFamily, grade, form, sector, licenceRoute, note, rareEarthOriginCountry: rareEarthOrigin, ...ownNumbers }
  for (const [field, text, type] of [['isCritical', isCritical, 'yes-no'], ['elements', elements, 'elements']] as const) {
    const reading = text === undefined ? null : planCellFrom(text, type, { decimal: 'point', dates: 'iso' })
    if (reading !== null) candidates[field] = reading.ok ? reading.value : text
  }
  const taken: Record<string, unknown> = {}
  for (const field in candidates) {
    const value = candidates[field]
    if (value === undefined) continue
    if (fieldSchemas[field]?.safeParse(value).success === true) taken[field] = value
    else leftOut.push(`“${String(value)}” as ${fieldWords([field]) ?? field} is nothing a part can have, and was not taken`)
  }
  return taken as Partial<Part>
}

function daysOf(days: number, isWorkingDays: boolean): number {
  return isWorkingDays ? days * workingDaysToDays : days
}

/** Legs where the file has a receipt time or working days; else the mean, with what the plan knows of its spread kept. */
function leadTimeOf(imported: ImportedPart, known: Part['leadTime'] | null, leftOut: string[]): Part['leadTime'] | undefined {
  const { leadTimeDays, receiptDays, isLeadTimeWorkingDays } = imported
  if (leadTimeDays === null) return undefined
  // Legs were entered by a person and say more than an ERP does.
  if (known?.kind === 'legs') return undefined
  if (known === null && (receiptDays !== null || isLeadTimeWorkingDays)) {
    const delivery: LeadTimeLeg = { name: 'Planned delivery time', meanDays: leadTimeDays, sdDays: 0, isAfterBorder: false, isWorkingDays: isLeadTimeWorkingDays }
    const receipt: LeadTimeLeg = { name: 'Goods receipt', meanDays: receiptDays ?? 0, sdDays: 0, isAfterBorder: true, isWorkingDays: true }
    return { kind: 'legs', legs: (receiptDays ?? 0) > 0 ? [delivery, receipt] : [delivery] }
  }
  const meanDays = Number((daysOf(leadTimeDays, isLeadTimeWorkingDays) + (known === null ? 0 : (receiptDays ?? 0) * workingDaysToDays)).toPrecision(12))
  const transitDays = imported.transitDays ?? (known === null ? 0 : known.transitDays)
  if (transitDays > meanDays) leftOut.push(`${transitDays} days after the border are more than the whole lead time of ${meanDays} days, and were taken as ${meanDays}`)
  return { kind: 'total', meanDays, sdDays: imported.leadTimeSdDays ?? known?.sdDays ?? 0, transitDays: Math.min(transitDays, meanDays) }
}

function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const given: { [Name in keyof Fields]?: Fields[Name] } = {}
  for (const name in fields) if (fields[name] !== undefined) given[name] = fields[name]
  return given as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }
}

/**
 * A new part for a line of a file, with its usage; or why it cannot be one.
 *
 * @param imported the line
 * @param of its id, the plan's currency, and usage by period
 */
export function partOfImport(imported: ImportedPart, of: { readonly id: string; readonly currency: string; readonly usage: Readonly<Record<string, number>> }): { readonly part: Part | null; readonly leftOut: readonly string[] } {
  const { erp, master, leftOut } = partFieldsOf(imported, { unit: null, currency: of.currency, leadTime: null })
  const usageHistory = Object.entries(of.usage).map(([period, quantity]) => usagePeriodOf(period, quantity))
  const fields: Partial<Part> = {
    partNumber: imported.part, plant: imported.plant, unit: imported.unit ?? 'pcs', ...master, ...erp, ...(usageHistory.length === 0 ? {} : { usageHistory }),
    ...(usageHistory.length >= 3 && master.usage === undefined ? { usage: { kind: 'history' as const } } : {}),
  }
  const candidate: Part = { ...newPart({ id: of.id, partNumber: imported.part }), ...fields }
  if (isValid(fields)) return { part: candidate, leftOut }
  const parsed = partSchema.safeParse(candidate)
  if (parsed.success) return { part: parsed.data, leftOut }
  const reasons = structureFindings({ parts: [candidate] }, parsed.error.issues, ['parts', 0]).map((finding) => finding.text)
  return { part: null, leftOut: [...leftOut, ...reasons] }
}
