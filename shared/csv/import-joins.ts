import { dateShape } from './import-date'
import { importFieldTypes, type ImportField } from './import-field'
import { joinedCells } from './import-mends'
import { plainText, type ImportColumn } from './import-column'
import { isNumberColumn } from './import-signs'
import { numberShape } from './number-shape'

/**
 * Where a row with too many cells has to be joined so that every column gets what belongs there: numbers under numbers,
 * days under dates, a part number of one piece under part numbers. Null where no place does, or several do: then it is the user's to say.
 *
 * @param cells cells of the row
 * @param columns columns of the table
 * @param delimiter what stands between cells; null in a workbook
 *
 * @example
 * fittingJoin(['A-1', 'Block', ' N42', '5'], [{ field: 'part' }, { field: 'description' }, { field: 'onHand' }].map((column, index) => ({ ...column, index, period: null })), ',') // => [1]
 */
export function fittingJoin(cells: readonly string[], columns: readonly Pick<ImportColumn, 'index' | 'field' | 'period'>[], delimiter: string | null): readonly number[] | null {
  const extra = cells.length - columns.length
  if (extra < 1 || columns.length < 2) return null
  const fitting = columns.map((_, place) => Array.from({ length: extra }, () => place)).filter((places) => {
    const joined = joinedCells(cells, places, delimiter)
    return joined.length === columns.length && columns.every((column) => isOfColumn(plainText(joined[column.index] ?? ''), column, delimiter ?? ' '))
  })
  return fitting.length === 1 ? (fitting[0] as readonly number[]) : null
}

/** Texts of one piece, as descriptions and names are not. */
const codes: ReadonlySet<ImportField> = new Set(['plant', 'storageLocation', 'batch', 'supplierCode', 'abc', 'po', 'item', 'documentNumber', 'documentItem', 'movementType'])

function isOfColumn(cell: string, column: Pick<ImportColumn, 'field' | 'period'>, joint: string): boolean {
  // A code such as 0101 is no number with a zero in front.
  if (isNumberColumn(column)) return numberShape(cell).kind !== 'not-a-number' && !/^0\d/u.test(cell)
  if (column.field === null) return true
  switch (importFieldTypes[column.field]) {
    case 'key':
      return cell !== '' && !cell.includes(joint)
    case 'date':
      return ['date', 'two-orders', 'blank', 'no-date'].includes(dateShape(cell).kind)
    case 'unit':
    case 'currency':
    case 'country':
      return !/\d/u.test(cell)
    default:
      return !codes.has(column.field) || !cell.includes(joint)
  }
}
