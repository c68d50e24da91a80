import { condensedDays, sharedDays, withoutFarEnd, type DayLattice } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'

/** A lead time in the forms that are asked of it, each made when first asked for and kept. One lead time of a plan has one such object. */
export type LeadTimeForms = {
  /** Probabilities over whole days. */
  readonly table: () => DayTable
  /**
   * The same condensed to every so many days. What lies beyond the last weight, less than 1e-10, is put on it. A
   * short table is not condensed.
   */
  readonly lattice: (stepDays: number) => DayLattice
  /** The same, if it has been asked for before. */
  readonly knownLattice: (stepDays: number) => DayLattice | undefined
}

/**
 * The forms of a lead time, from what makes them.
 *
 * @param madeTable makes the table
 * @param madeLattice makes the lattice of a step
 */
export function madeForms(madeTable: () => DayTable, madeLattice: (stepDays: number) => DayLattice): LeadTimeForms {
  let table: DayTable | undefined
  const lattices: (DayLattice | undefined)[] = []
  return {
    table: () => (table ??= madeTable()),
    lattice: (stepDays) => (lattices[stepDays] ??= madeLattice(stepDays)),
    knownLattice: (stepDays) => lattices[stepDays],
  }
}

/** What may be put on the last weight of a lattice: a tenth of what tables are cut at. */
export const farEnd = 1e-10

/** A table as short as this is cheaper as it is. */
export const fewDays = 12

/**
 * The forms of one table.
 *
 * @param table probabilities that make 1
 * @param alignedDays a day on which the lattice has a weight; that of other lead times of the part
 */
export function leadTimeForms(table: DayTable, alignedDays: number): LeadTimeForms {
  return madeForms(
    () => table,
    (stepDays) => withoutFarEnd(condensedTable(table, stepDays, alignedDays), farEnd),
  )
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
