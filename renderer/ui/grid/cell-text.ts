import { numberText, shiftedDecimal, type DecimalSign } from '../../../shared/csv/decimal-sign'
import type { CellType, CellValue } from './cell-type'

/** A value as it is copied and as an editor begins with it: whole, without unit and thousands separators, in the user's decimal sign. */
export function plainCellText(value: CellValue, type: CellType, sign: DecimalSign): string {
  switch (type.kind) {
    case 'choice':
      return type.options.find((option) => option.value === value)?.label ?? String(value ?? '')
    case 'number': {
      if (typeof value !== 'number') return ''
      const places = type.shownPlaces ?? 0
      if (places === 0) return numberText(value, sign)
      const text = shiftedDecimal(value, places)
      return sign === 'comma' ? text.replace('.', ',') : text
    }
    default:
      return value === null ? '' : String(value)
  }
}
