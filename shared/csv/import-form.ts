import type { ImportField, ImportKind } from './import-field'
import type { ImportColumn, ImportForm } from './import-column'

/** What a table is about, and how its rows are laid out. */
export type ImportLayout = { readonly kind: ImportKind; readonly form: ImportForm }

const masterFields: readonly ImportField[] = ['leadTimeDays', 'safetyStock', 'reorderPoint', 'moq', 'lotMultiple', 'unitPrice', 'origin', 'abc', 'serviceLevel', 'usagePerWeek', 'usagePerMonth', 'maximumStock', 'receiptDays']

/**
 * What a table is about by its columns, unless the user said it; null when it has no column that says anything of a part.
 *
 * @param columns columns with their fields
 * @param kind what the user said, or null
 */
export function importLayout(columns: readonly ImportColumn[], kind: ImportKind | null): ImportLayout | null {
  const has = (field: ImportField) => columns.some((column) => column.field === field)
  const isWide = columns.some((column) => column.period !== null)
  const isMaster = masterFields.some(has)
  if (kind === 'assemblies' || (kind === null && has('assembly') && has('quantityPer'))) return { kind: 'assemblies', form: 'component-rows' }
  // Months in rows without a quantity say nothing of a part either.
  if (has('period') && !has('usageQty') && !isWide && !isMaster && !has('onHand') && !has('po') && !has('dueDate')) return null
  // Movements without a quantity say nothing of a part.
  if (has('movementType') && !has('postingQty') && !has('usageQty')) return null
  if (kind === 'orders') return { kind: 'orders', form: 'order-rows' }
  if (kind === null || kind === 'usage') {
    if (has('postingDate') && (has('postingQty') || has('usageQty'))) return { kind: 'usage', form: 'postings' }
    if (has('period') && has('usageQty') && !isWide) return { kind: 'usage', form: 'long-usage' }
    if (isWide && (kind === 'usage' || (!isMaster && !has('onHand')))) return { kind: 'usage', form: 'part-rows' }
  }
  if (kind === null && (has('po') || (has('dueDate') && (has('openQty') || has('orderedQty'))) || (has('openQty') && !has('onHand') && !isMaster))) return { kind: 'orders', form: 'order-rows' }
  if (kind === 'stock' || (has('onHand') && !isMaster && !isWide)) return { kind: 'stock', form: 'part-rows' }
  const isAnything = isMaster || isWide || columns.some((column) => column.field !== null && column.field !== 'part' && column.field !== 'plant')
  return isAnything ? { kind: kind ?? 'parts', form: 'part-rows' } : null
}
