import { cumulativeMeanDemand } from '../demand/expected-demand'
import type { CivilDate } from '../calendar/civil-date'
import type { DayLattice } from '../probability/day-lattice'
import { countMixture } from './count-mixture'
import type { DemandMixture } from './demand-mixture'
import { gammaMixture } from './gamma-mixture'
import { lengthLattice, type LengthLattice } from './length-lattice'
import { normalMixture } from './normal-mixture'
import { pieceTails, type PieceTails } from './piece-tails'
import type { PlanningPart } from './planning-part'
import { stepMixture } from './step-mixture'

/** The demand of a part from a date on, ready to be mixed over lengths of interval. */
export type DemandCurve = {
  /** Mean demand over `days` days from the date on, part units. */
  readonly meanOver: (days: number) => number
  /** Variance over mean of demand in any interval, part units; 0 for demand that does not vary. */
  readonly varianceToMean: number
  /** How far apart lengths may be. */
  readonly lengths: LengthLattice
  /** Demand over an interval whose length has these weights. */
  readonly over: (lengths: DayLattice) => DemandMixture
  /** Makes ready for lengths from one day on and before another, aligned as a lattice; saves work where more than one lattice follows. */
  readonly reserve: (lengths: Pick<DayLattice, 'stepDays' | 'firstDay'> & { readonly endDay: number }) => void
}

/** Lengths at which the demand of a part has been worked out, for all its mixtures. */
type Grid = {
  readonly firstDay: number
  readonly endDay: number
  readonly means: Float64Array
  tails: PieceTails | undefined
}

// Lengths worked out beyond the longest asked for, so that one a little longer needs no new grid.
const spareSteps = 8
// As few lengths as these are worked out for themselves.
const fewLengths = 12

/**
 * The demand of a part from a date on, with its forecast.
 *
 * @param part the part
 * @param afterDate day of the decision
 */
export function demandCurve(part: PlanningPart, afterDate: CivilDate): DemandCurve {
  const { meanPerDay, variancePerDay } = part.demandRate
  const varianceToMean = meanPerDay === 0 ? 0 : variancePerDay / meanPerDay
  const family = part.demandFamily
  const grids = new Map<number, Grid>()
  let forecastMeans: Float64Array = new Float64Array(0)

  function meanOver(days: number): number {
    if (part.forecast.length === 0) return meanPerDay * days
    if (days >= forecastMeans.length) {
      forecastMeans = cumulativeMeanDemand({ meanPerDay, forecast: part.forecast, afterDate, days: 2 * days })
    }
    return forecastMeans[days]!
  }

  function meansFrom(firstDay: number, stepDays: number, count: number): Float64Array {
    const means = new Float64Array(count)
    if (part.forecast.length === 0) {
      for (let index = 0; index < count; index++) means[index] = meanPerDay * (firstDay + index * stepDays)
    } else {
      for (let index = 0; index < count; index++) means[index] = meanOver(firstDay + index * stepDays)
    }
    return means
  }

  function gridFor(stepDays: number, firstDay: number, endDay: number): Grid {
    const alignment = firstDay - stepDays * Math.floor(firstDay / stepDays)
    const place = stepDays * 1000 + alignment
    const known = grids.get(place)
    if (known !== undefined && known.firstDay <= firstDay && known.endDay >= endDay) return known
    const from = Math.min(firstDay, known?.firstDay ?? Infinity)
    const until = known === undefined ? endDay : Math.max(endDay, known.endDay) + spareSteps * stepDays
    const means = meansFrom(from, stepDays, (until - from) / stepDays)
    const grid: Grid = { firstDay: from, endDay: until, means, tails: undefined }
    grids.set(place, grid)
    return grid
  }

  function over(lengths: DayLattice): DemandMixture {
    const { weights, stepDays, firstDay } = lengths
    const isShort = weights.length <= fewLengths
    const hasNoDemand = meanOver(firstDay + (weights.length - 1) * stepDays) === 0
    if (isShort || varianceToMean === 0 || hasNoDemand || family === 'normal') {
      const inputs = { family, varianceToMean, weights, means: meansFrom(firstDay, stepDays, weights.length) }
      if (varianceToMean === 0 || hasNoDemand) return stepMixture(inputs)
      if (family === 'normal') return normalMixture(inputs)
      if (family === 'negative-binomial') return countMixture(inputs)
      return gammaMixture(inputs)
    }
    const grid = gridFor(stepDays, firstDay, firstDay + weights.length * stepDays)
    const offset = (firstDay - grid.firstDay) / stepDays
    const inputs = { family, varianceToMean, weights, means: grid.means.subarray(offset, offset + weights.length) }
    if (family === 'gamma') return gammaMixture(inputs)
    return countMixture(inputs, { tails: (grid.tails ??= pieceTails(grid.means, varianceToMean)), offset })
  }

  return { meanOver, varianceToMean, lengths: lengthLattice(part), over, reserve: ({ stepDays, firstDay, endDay }) => void gridFor(stepDays, firstDay, endDay) }
}
