import type { Formats } from '../ui/formats'
import type { ActionRow } from '../plan/action-rows'

const licenceWords = { free: 'not needed', individual: 'individual', general: 'general' } as const

/** Orders as a table separated by tabs, for a spreadsheet or a mail; numbers as the user's region writes them, without thousands separators. */
export function orderText(rows: readonly ActionRow[], of: { readonly formats: Pick<Formats, 'exact'>; readonly currency: string }): string {
  const { exact } = of.formats
  const headings = ['Order on', 'Part', 'Description', 'Supplier', 'Quantity', 'Unit', `Cost (${of.currency})`, 'Licence', 'Order by', 'In by (50 %)', 'In by (90 %)', 'Why now']
  const lines = rows.map(({ part, ...row }) => [
    row.orderDate, part.partNumber, part.description, part.supplier, exact(row.quantity), part.unit, row.cost === null ? '' : exact(Math.round(100 * row.cost) / 100),
    licenceWords[row.licence], row.isTooLate ? 'already too late' : (row.orderBy ?? ''), row.medianReceiptDate ?? '', row.lateReceiptDate ?? '', row.why,
  ])
  return [headings, ...lines].map((cells) => cells.map(tabSafe).join('\t')).join('\r\n')
}

// A tab or a line break would end the cell, and a formula sign at its start would make a spreadsheet compute it.
function tabSafe(cell: string): string {
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+@]/.test(flat) || /^-(?!\d)/.test(flat) ? `'${flat}` : flat
}
