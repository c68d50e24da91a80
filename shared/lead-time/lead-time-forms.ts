import { condensedDays, sharedDays, withoutFarEnd, type DayLattice } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'

/** A lead time in the forms that are asked of it, each made when first asked for. */
export type LeadTimeForms = {
  /** Lead times of one plan with one key are the same. */
  readonly key: string
  /** Probabilities over whole days. */
  readonly table: () => DayTable
  /**
   * The same condensed to every so many days. What lies beyond the last weight, less than 1e-10, is put on it. A
   * short table is not condensed.
   */
  readonly lattice: (stepDays: number) => DayLattice
}

/** What may be put on the last weight of a lattice: a tenth of what tables are cut at. */
export const farEnd = 1e-10

/** A table as short as this is cheaper as it is. */
export const fewDays = 12

/**
 * The forms of one table.
 *
 * @param key what tells it from other tables
 * @param table probabilities that make 1
 * @param alignedDays a day on which the lattice has a weight; that of other lead times of the part
 */
export function leadTimeForms(key: string, table: DayTable, alignedDays: number): LeadTimeForms {
  return { key, table: () => table, lattice: (stepDays) => withoutFarEnd(condensedTable(table, stepDays, alignedDays), farEnd) }
}

/**
 * A table condensed to a lattice; a short one as it is.
 *
 * @param table probabilities that make 1
 * @param stepDays days from one weight to the next, at least 1
 * @param alignedDays a day on which the lattice has a weight, at least 0
 */
export function condensedTable(table: DayTable, stepDays: number, alignedDays: number): DayLattice {
  const { firstDay, probabilities } = table
  if (stepDays === 1 || probabilities.length <= fewDays) return { stepDays: 1, firstDay, weights: probabilities }
  const aligned = alignedDays % stepDays
  const step = Math.floor((firstDay - aligned) / stepDays)
  const row = condensedDays(sharedDays(probabilities), stepDays, firstDay - aligned - step * stepDays)
  return { stepDays, firstDay: (step - row.stepsBefore) * stepDays + aligned, weights: row.weights }
}
