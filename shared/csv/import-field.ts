/** How the cells of a field are read. */
export type ImportFieldType = 'key' | 'text' | 'quantity' | 'money' | 'count' | 'days' | 'date' | 'period' | 'year' | 'country' | 'unit' | 'currency' | 'percent' | 'flag'

/** The fields that a column of an imported file can fill, with how its cells are read. */
export const importFieldTypes = {
  part: 'key', plant: 'text', storageLocation: 'text', batch: 'text', description: 'text', supplier: 'text', supplierCode: 'text', origin: 'country',
  rareEarthOrigin: 'country', unit: 'unit', onHand: 'quantity', qualityStock: 'quantity', blockedStock: 'quantity', allocated: 'quantity',
  backordered: 'quantity', onOrder: 'quantity', leadTimeDays: 'days', leadTimeSdDays: 'days', totalLeadTimeDays: 'days', transitDays: 'days',
  receiptDays: 'days', isLeadTimeWorkingDays: 'flag', safetyStock: 'quantity', reorderPoint: 'quantity', maximumStock: 'quantity',
  moq: 'quantity', lotMultiple: 'quantity', unitPrice: 'money', priceUnit: 'count', currency: 'currency', abc: 'text', serviceLevel: 'percent',
  fillRate: 'percent', deleted: 'flag', usagePerWeek: 'quantity', usageSdPerWeek: 'quantity', usagePerMonth: 'quantity',
  usageSdPerMonth: 'quantity', grade: 'text', materialFamily: 'text', form: 'text', sector: 'text', licenceRoute: 'text', note: 'text',
  magnetMassPerUnitKg: 'count', isCritical: 'flag', elements: 'text', capCoverDays: 'days', capOrderQuantity: 'quantity', reviewPeriodDays: 'days', id: 'text',
  po: 'text', item: 'text', openQty: 'quantity', orderedQty: 'quantity', deliveredQty: 'quantity', dueDate: 'date', orderedDate: 'date',
  period: 'period', fiscalYear: 'year', periodKind: 'text', usageQty: 'quantity',
  postingDate: 'date', movementType: 'text', postingQty: 'quantity', documentNumber: 'text', documentItem: 'text',
  assembly: 'key', quantityPer: 'quantity', scrap: 'percent', buildsPerWeek: 'count',
} as const satisfies Readonly<Record<string, ImportFieldType>>

/** A field that a column of an imported file can fill. */
export type ImportField = keyof typeof importFieldTypes

/** What a file can be about. */
export const importKinds = ['parts', 'stock', 'usage', 'orders', 'assemblies'] as const
/** What a file is about. */
export type ImportKind = (typeof importKinds)[number]

/**
 * Whether a text is the name of a field.
 *
 * @param name any text
 *
 * @example
 * isImportField('onHand') // => true
 */
export function isImportField(name: string): name is ImportField {
  return Object.hasOwn(importFieldTypes, name)
}
