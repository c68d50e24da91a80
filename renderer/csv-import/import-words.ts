import type { ImportField, ImportKind } from '../../shared/csv/import-field'
import { fieldWords } from '../../shared/plan/field-words'
import { updatedParts, type ImportView } from './import-view'

/** Fields in the words of the screen, in the groups in which they are offered. */
export const fieldGroups: readonly { readonly group: string; readonly fields: Readonly<Partial<Record<ImportField, string>>> }[] = [
  { group: 'Part', fields: { part: 'Part number', plant: 'Plant', storageLocation: 'Storage location', batch: 'Batch', description: 'Description', unit: 'Unit', supplier: 'Supplier', supplierCode: 'Supplier number', origin: 'Made in', rareEarthOrigin: 'Rare earths from', abc: 'ABC class', deleted: 'Deletion mark', note: 'Note', id: 'Part id' } },
  { group: 'Stock', fields: { onHand: 'On hand', qualityStock: 'In inspection', blockedStock: 'Blocked', allocated: 'Allocated', backordered: 'Backordered', onOrder: 'On order (total)' } },
  { group: 'Lead time', fields: { leadTimeDays: 'Lead time', leadTimeSdDays: 'Lead time SD', totalLeadTimeDays: 'Total replenishment time', transitDays: 'Days after the border', receiptDays: 'Goods-receipt time (working days)', isLeadTimeWorkingDays: 'Lead time is in working days' } },
  { group: 'Levels and lots', fields: { safetyStock: 'Safety stock in the ERP', reorderPoint: 'Reorder point in the ERP', maximumStock: 'Maximum stock', moq: 'Minimum order quantity', lotMultiple: 'Lot multiple', capCoverDays: 'Cap on days of cover', capOrderQuantity: 'Largest order', reviewPeriodDays: 'Review period (days)' } },
  { group: 'Price', fields: { unitPrice: 'Price', priceUnit: 'Price unit', currency: 'Currency' } },
  { group: 'Target', fields: { serviceLevel: 'Cycle service level', fillRate: 'Fill rate', isCritical: 'Critical' } },
  { group: 'Usage', fields: { usagePerWeek: 'Usage per week', usageSdPerWeek: 'Usage SD per week', usagePerMonth: 'Usage per month', usageSdPerMonth: 'Usage SD per month', period: 'Period of usage', fiscalYear: 'Year of usage', periodKind: 'Kind of period', usageQty: 'Quantity used' } },
  { group: 'Postings', fields: { postingDate: 'Posting date', movementType: 'Movement type', postingQty: 'Quantity posted', documentNumber: 'Document', documentItem: 'Document item' } },
  { group: 'Orders', fields: { po: 'Purchase order', item: 'Order item', openQty: 'Still to come', orderedQty: 'Quantity ordered', deliveredQty: 'Quantity delivered', dueDate: 'Due date', orderedDate: 'Order date' } },
  { group: 'Magnet', fields: { grade: 'Grade', materialFamily: 'Material', form: 'Form', sector: 'Sector', licenceRoute: 'Licence route', magnetMassPerUnitKg: 'Magnet mass (kg)', elements: 'Elements' } },
  { group: 'Assemblies', fields: { assembly: 'Assembly', quantityPer: 'Quantity in one product', scrap: 'Scrap', buildsPerWeek: 'Built per week' } },
]

const labels: ReadonlyMap<string, string> = new Map(fieldGroups.flatMap(({ fields }) => Object.entries(fields)))

/** A field as the screen names it. */
export function fieldLabel(field: string): string {
  return labels.get(field) ?? field
}

/** What a file can be about, as the screen names it. */
export const kindLabels: Readonly<Record<ImportKind, string>> = { parts: 'Parts', stock: 'Stock', usage: 'Usage', orders: 'Open orders', assemblies: 'Assemblies' }

/** Encodings a file can be read in. */
export const encodingLabels: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16 (big-endian)', 'windows-1252': 'Windows, Western', 'windows-1250': 'Windows, Central European', 'windows-1251': 'Windows, Cyrillic',
  shift_jis: 'Shift_JIS (Japanese)', gb18030: 'GB18030 (Chinese)', big5: 'Big5 (Chinese)', 'euc-kr': 'EUC-KR (Korean)',
}

/** Marks that can stand between cells. */
export const delimiterLabels: Readonly<Record<string, string>> = { ',': 'Commas', ';': 'Semicolons', '\t': 'Tabs', '|': 'Bars' }

const choiceLabels: Readonly<Record<string, string>> = {
  comma: 'Decimal comma', point: 'Decimal point', 'day-first': 'Day first', 'month-first': 'Month first', days: 'Days', weeks: 'Weeks', months: 'Months', 'working-days': 'Working days',
  JPY: 'Japanese yen', CNY: 'Chinese yuan', sum: 'Add them up', last: 'The last', separate: 'Keep apart', same: 'The same', join: 'Join the two lines', first: 'The first', second: 'The second', none: 'Neither', ignore: 'Leave it out', ...encodingLabels,
}

/** A choice of a question as the screen names it. */
export function choiceLabel(choice: string): string {
  return choiceLabels[choice] ?? labels.get(choice) ?? choice
}

const questionTitles: Readonly<Record<string, string>> = {
  decimal: 'Decimal sign', 'date-order': 'Order of dates', 'lead-time-unit': 'Unit of the lead time', 'similar-parts': 'Part numbers that are nearly the same', 'usage-year': 'Year of the months',
  'header-rows': 'Headings on two lines', 'two-tables': 'Two tables in one file', encoding: 'Letters of the file', sheet: 'Sheet of the workbook', 'month-headings': 'Columns that may be months', 'yen-or-yuan': 'What ¥ is', 'repeated-keys': 'Of several lines for one part', 'column:part': 'Column of the part number',
}

/** What a question is about, in a few words. */
export function questionTitle(id: string): string {
  const column = /^column:(.*)$/u.exec(id)?.[1]
  return questionTitles[id] ?? (column === undefined ? id.replaceAll('-', ' ') : `Column “${fieldLabel(column)}”`)
}

const problemTitles: Readonly<Record<string, string>> = {
  'not-a-number': 'Cells that are no number', 'mixed-number-format': 'Decimal commas and points in one column', 'other-decimal-sign': 'Numbers with the other decimal sign', 'number-too-large': 'Numbers too large',
  'spreadsheet-error': 'Errors of a spreadsheet', 'formula-without-result': 'Formulas without their result', 'other-sheets': 'Sheets that were not read', 'not-a-date': 'Cells that are no date', 'impossible-date': 'Days that are in no calendar', 'mixed-date-order': 'Dates written both ways',
  'no-part-number': 'Rows without a part number', 'part-number-damaged': 'Part numbers a spreadsheet has changed', 'lost-letters': 'Letters lost before', 'repeated-key': 'The same part on several lines', 'lines-differ': 'Lines of one part that differ',
  'too-many-cells': 'Rows with too many cells', 'too-few-cells': 'Rows with too few cells', 'unit-conflict': 'Units that do not fit', 'unknown-unit': 'Units that are not known', 'unit-in-cell': 'Units beside a number',
  'unknown-time-unit': 'Times in a unit that is not known', 'time-range': 'Times given as a range', 'negative-number': 'Negative numbers', 'ambiguous-percent': 'Percentages that can be read two ways',
  'percent-out-of-range': 'Percentages out of range', 'no-price-unit': 'Prices without their price unit', 'no-quantity': 'Orders without a quantity', 'no-due-date': 'Orders without a due date', 'sub-row': 'Rows that may belong to the part above',
  'unclosed-quote': 'Quotation marks never closed', 'blank-words': 'Words that mean “not known”', 'zero-price': 'Prices of 0', 'zero-lead-time': 'Lead times of 0', 'months-converted': 'Times in months', 'stray-bytes': 'Letters read otherwise',
  'two-columns-one-field': 'Two columns for one field', 'no-heading': 'No headings', 'nothing-known': 'No column that is known', 'incomplete-component': 'Components that lack something', mojibake: 'Letters that were repaired',
}

/** Problems of a kind, as a heading. */
export function problemTitle(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return problemTitles[kind] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const skippedTitles: Readonly<Record<string, string>> = {
  blank: 'Blank', rule: 'Lines that only rule off', title: 'Titles above the table', 'repeated-header': 'Headings repeated', note: 'Notes', total: 'Totals', deleted: 'Deleted in their system', duplicate: 'Repeats', 'other-line-kept': 'Lines for which another was kept',
  'other-table': 'The other table', 'separator-line': 'The line that names the delimiter', 'nothing-open': 'Orders with nothing to come', 'empty-sub-row': 'Empty rows under a part', 'left-out': 'Left out by you',
}

/** Why lines were skipped, in a few words. */
export function skippedTitle(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return skippedTitles[kind] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** A field of the plan that a file changes, with a capital letter and without its article. */
export function cellLabel(field: string): string {
  const words = (/^(usage|order) /u.test(field) ? field : (fieldWords([field]) ?? field)).replace(/^the /u, '')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** Why a change was flagged. */
export const flagLabels: Readonly<Record<'factor-10' | 'factor-1000' | 'over-5x', string>> = { 'factor-10': 'ten times?', 'factor-1000': 'a thousand times?', 'over-5x': 'over fivefold' }

/** How much of a change is taken, and how whole numbers are written. */
export type Taken = { readonly takesAdded: boolean; readonly declinedCells: readonly string[]; readonly whole: (figure: number) => string }

function counter(whole: (figure: number) => string) {
  return (count: number, one: string, many: string): string => `${whole(count)} ${count === 1 ? one : many}`.trim()
}

/** What pressing the button will do: `Add 12 parts, update 202, 3 lines held, 4 skipped`. */
export function plannedSentence(view: ImportView, taken: Taken): string {
  const counted = counter(taken.whole)
  const { change, lines } = view
  const added = change === null || !taken.takesAdded ? 0 : change.addedCount
  const updated = change === null ? 0 : updatedParts(change, taken.declinedCells)
  const parts = [
    added > 0 ? `add ${counted(added, 'part', 'parts')}` : '',
    updated > 0 ? `update ${counted(updated, added > 0 ? '' : 'part', added > 0 ? '' : 'parts')}` : '',
    (change?.assemblyCount ?? 0) > 0 ? `change ${counted(change?.assemblyCount ?? 0, 'assembly', 'assemblies')}` : '',
  ].filter((text) => text !== '')
  const done = parts.length === 0 ? 'nothing changes' : parts.join(', ')
  const rest = [`${taken.whole(lines.held)} held`, `${counted(lines.skipped, 'line', 'lines')} skipped`, ...(taken.declinedCells.length === 0 ? [] : [`${counted(taken.declinedCells.length, 'change', 'changes')} declined`])].join(', ')
  return `${done.slice(0, 1).toUpperCase()}${done.slice(1)}, ${rest}`
}

/** The same when it was done: `12 parts added, 202 updated, 3 lines held, 4 skipped`. */
export function doneSentence(view: ImportView | null, taken: Taken): string {
  const counted = counter(taken.whole)
  if (view === null) return 'nothing changed'
  const { change, lines } = view
  const added = change === null || !taken.takesAdded ? 0 : change.addedCount
  const updated = change === null ? 0 : updatedParts(change, taken.declinedCells)
  const parts = [
    ...(added > 0 ? [`${counted(added, 'part', 'parts')} added`] : []),
    ...(updated > 0 ? [`${counted(updated, 'part', 'parts')} updated`] : []),
    ...((change?.assemblyCount ?? 0) > 0 ? [`${counted(change?.assemblyCount ?? 0, 'assembly', 'assemblies')} changed`] : []),
  ]
  return [...(parts.length === 0 ? ['nothing changed'] : parts), `${counted(lines.held, 'line', 'lines')} held`, `${taken.whole(lines.skipped)} skipped`].join(', ')
}
