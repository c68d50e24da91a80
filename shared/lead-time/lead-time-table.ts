import type { DayLattice, SharedDays } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'
import { wholeRow } from './departure-row'
import type { Departures } from './departure-stretches'
import { addLattice, addMovingRow, addRow, beginSum, endedSum } from './lattice-sum'

/** What the lead time of an order depends on. */
export type LeadTimeInputs = {
  /** Order to receipt with no control, in whole days. */
  readonly base: DayTable
  /** Whole days after the border. */
  readonly transitDays: number
  /** Day the order is placed, a whole day number. */
  readonly orderDay: number
  /** When goods leave, by the day they are ready. */
  readonly departures: Departures
}

/**
 * The lead time of an order in whole days, controls included: order placed to stock usable.
 *
 * Goods are ready on `x = t + max(0, B − T)`, leave on `E` and are received
 * `min(T, B)` days later:
 *
 *     L = (E − t) + min(T, B)
 *
 * The base lead time and every wait are cut and renormalised already; their sum is not cut again.
 *
 * @param inputs base lead time, transit, order day and departures
 * @see Lodestock planning model, section 4
 */
export function leadTimeTable(inputs: LeadTimeInputs): DayTable {
  const { firstDay, weights } = accumulated([{ weight: 1, inputs }], { afterBorderDays: inputs.transitDays, stepDays: 1, farEnd: 0 })
  return { firstDay, probabilities: weights }
}

/** One of the scenarios of a lead time, with its weight. */
export type WeightedLeadTime = {
  readonly weight: number
  /** What it depends on, or the lattice where it is known. */
  readonly inputs: LeadTimeInputs | DayLattice
}

/** How lead times are condensed. */
export type LeadTimeLatticeOptions = {
  /** Days from one weight to the next, at least 1. */
  readonly stepDays: number
  /** Whole days after the border, on which the lattice is aligned. */
  readonly transitDays: number
  /** What may be put on the last weight. */
  readonly farEnd: number
}

/**
 * The lead time of an order condensed to a lattice, its scenarios mixed by their weights; see `leadTimeTable`.
 *
 * @param scenarios at least one, weights that make 1; a lattice among them must be of the same step and alignment
 * @param options how it is condensed
 */
export function leadTimeLattice(scenarios: readonly WeightedLeadTime[], options: LeadTimeLatticeOptions): DayLattice {
  return accumulated(scenarios, { afterBorderDays: options.transitDays, ...options })
}

/**
 * Days from order to departure at the border, `E − t`, in whole days.
 *
 * @param inputs base lead time, transit, order day and departures
 */
export function departureDaysTable(inputs: LeadTimeInputs): DayTable {
  const { firstDay, weights } = accumulated([{ weight: 1, inputs }], { afterBorderDays: 0, stepDays: 1, farEnd: 0 })
  return { firstDay, probabilities: weights }
}


type SumOptions = { readonly afterBorderDays: number; readonly stepDays: number; readonly farEnd: number }

function accumulated(scenarios: readonly WeightedLeadTime[], { afterBorderDays, stepDays, farEnd }: SumOptions): DayLattice {
  const alignedDays = afterBorderDays % stepDays
  beginSum(stepDays)
  for (const { weight, inputs } of scenarios) {
    if ('base' in inputs) addScenario(inputs, weight, { afterBorderDays, alignedDays })
    else addLattice((inputs.firstDay - alignedDays) / stepDays, inputs.weights, weight)
  }
  const { firstStep, weights } = endedSum(farEnd)
  return { stepDays, firstDay: firstStep * stepDays + alignedDays, weights }
}

/** Base lead times one after the other from which goods leave after the same wait. */
type Moving = { days: SharedDays | null; start: number; length: number; day: number; heldFromDay: number }

function addScenario(
  { base, transitDays, orderDay, departures }: LeadTimeInputs,
  scale: number,
  { afterBorderDays, alignedDays }: { readonly afterBorderDays: number; readonly alignedDays: number },
): void {
  const { probabilities } = base
  const moving: Moving = { days: null, start: 0, length: 0, day: 0, heldFromDay: Infinity }
  // What an order still has to go after the border, less the day from which lead times are counted.
  const onwardDays = afterBorderDays - orderDay - alignedDays

  function add(days: SharedDays, start: number, length: number, { day, heldFromDay }: { readonly day: number; readonly heldFromDay: number }): void {
    const isNext = moving.days === days && moving.start + moving.length === start && moving.day + moving.length === day
    if (isNext && moving.heldFromDay === heldFromDay) {
      moving.length += length
      return
    }
    finish()
    moving.days = days
    moving.start = start
    moving.length = length
    moving.day = day
    moving.heldFromDay = heldFromDay
  }

  function finish(): void {
    const { days, start, length, day, heldFromDay } = moving
    if (days !== null) addMovingRow(days, { probabilities, start, length, scale }, { day, heldFromDay })
  }

  // Base lead times shorter than the transit: ready on the day of the order, all days of which move with them.
  const atOnce = Math.min(probabilities.length, Math.max(0, transitDays - base.firstDay))
  if (atOnce > 0) {
    const { firstDay, days } = wholeRow(departures.rowOn(orderDay))
    if (afterBorderDays > 0) add(days, 0, atOnce, { day: firstDay + onwardDays + base.firstDay - transitDays, heldFromDay: Infinity })
    else addRow(days, scale * sumBefore(probabilities, atOnce), firstDay + onwardDays)
  }
  if (atOnce < probabilities.length) {
    const firstReady = orderDay + Math.max(0, base.firstDay - transitDays)
    const endReady = firstReady + probabilities.length - atOnce
    for (const { fromDay, untilDay, row, shares } of departures.between(firstReady, endReady)) {
      const readyDay = Math.max(firstReady, fromDay)
      const start = atOnce + readyDay - firstReady
      const length = Math.min(endReady, untilDay) - readyDay
      if (row.days !== null) add(row.days, start, length, { day: row.firstDay + readyDay - fromDay + onwardDays, heldFromDay: row.heldFromDay + onwardDays })
      if (row.fixed === null) continue
      for (let part = 0; part < shares.length; part++) {
        const share = sumOfShares(shares[part]!, readyDay - fromDay, { probabilities, start, length })
        addRow(row.fixed.parts[part]!, scale * share, row.fixed.firstDay + onwardDays)
      }
    }
  }
  finish()
}

function sumBefore(probabilities: Float64Array, end: number): number {
  let sum = 0
  for (let index = 0; index < end; index++) sum += probabilities[index]!
  return sum
}

function sumOfShares(shares: readonly number[], from: number, of: { readonly probabilities: Float64Array; readonly start: number; readonly length: number }): number {
  const { probabilities, start, length } = of
  let sum = 0
  for (let index = 0; index < length; index++) sum += probabilities[start + index]! * shares[from + index]!
  return sum
}
