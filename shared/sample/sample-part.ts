import { civilDate, isoDate } from '../calendar/civil-date'
import { addMonths } from '../calendar/months'
import { newPart } from '../plan/new-part'
import type { LeadTimeLeg, Part, UsagePeriod } from '../plan/part-schema'

/**
 * A part of the sample plan: what is given, and a new part's emptiness for the rest.
 *
 * @param known what is known of it
 *
 * @example
 * samplePart({ id: 'p-bcdfgh', partNumber: 'MG-1', unitCost: 1.2 }).onHand // => 0
 */
export function samplePart(known: Partial<Part> & Pick<Part, 'id' | 'partNumber'>): Part {
  return { ...newPart(known), ...known }
}

/**
 * Usage of one month after another from November 2024 on.
 *
 * @param quantities usage of each month, part units
 *
 * @example
 * monthlyUsage([310, 290])[1] // => { startDate: '2024-12-01', days: 31, quantity: 290 }
 */
export function monthlyUsage(quantities: readonly number[]): UsagePeriod[] {
  const first = civilDate('2024-11-01')
  return quantities.map((quantity, index) => {
    const start = addMonths(first, index)
    return { startDate: isoDate(start), days: addMonths(first, index + 1) - start, quantity }
  })
}

const importLeg: LeadTimeLeg = { name: 'Import and receiving', meanDays: 5, sdDays: 1, isAfterBorder: true, isWorkingDays: true }

/**
 * A lead time by sea to Rotterdam: production, 5.5 weeks at sea, a working week for import.
 *
 * The legs follow the planning figures of policy facts, section 9 (4 to 6, 4.5 to 7 and 0.5 to 1.5 weeks).
 *
 * @param production mean and standard deviation, days
 */
export function leadTimeBySea(production: { readonly meanDays: number; readonly sdDays: number }): Part['leadTime'] {
  return {
    kind: 'legs',
    legs: [
      { name: 'Production', ...production, isAfterBorder: false, isWorkingDays: false },
      { name: 'Sea to Rotterdam', meanDays: 38.5, sdDays: 4, isAfterBorder: true, isWorkingDays: false },
      importLeg,
    ],
  }
}

/**
 * A lead time by air: production, about nine days of air cargo with its declaration for magnetised goods, a working week for import.
 *
 * @param production mean and standard deviation, days
 */
export function leadTimeByAir(production: { readonly meanDays: number; readonly sdDays: number }): Part['leadTime'] {
  return {
    kind: 'legs',
    legs: [
      { name: 'Production', ...production, isAfterBorder: false, isWorkingDays: false },
      { name: 'Air cargo', meanDays: 9, sdDays: 3, isAfterBorder: true, isWorkingDays: false },
      importLeg,
    ],
  }
}

/** Suppliers of the sample plan: invented companies, as they might be called. */
export const sampleSuppliers = {
  ganzhou: 'Ganzhou Hongshi Magnetics',
  ningbo: 'Ningbo Tanghe Magnetic Materials',
  osaka: 'Kitasawa Magnetics KK',
} as const
