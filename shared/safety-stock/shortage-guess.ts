import { gammaPrefactor, regularisedGammaQ } from '../probability/incomplete-gamma'
import type { DemandMoments } from './demand-mixture'

// Near enough for a start: hundredths of a standard deviation are lost in how far demand is from a gamma distribution.
const nearEnough = 0.01
const mostRounds = 6
// From here on the tail is a rounding of the excess, which a guess can do without.
const leastShortage = 1e-12

/** A shortage that a level leaves: E[(X − s)+] − E[(Y − s − quantity)+]. */
export type Shortage = {
  /** Of X; mean above 0. */
  readonly before: DemandMoments
  /** Of Y; mean above 0. */
  readonly after: DemandMoments
  /** Part units, at least 0. */
  readonly quantity: number
}

/**
 * About the level at which a shortage falls to what is allowed: where it would, if demand were gamma distributed with
 * the same mean and variance. Part units, at least 0.
 *
 * A start for the search on the demand itself, whose every step costs a hundred times as much.
 *
 * @param allowed shortage, part units, above 0
 * @param shortage the demand it comes from
 *
 * @example
 * // 670 ± 164 of demand over 67 days, 600 ± 155 over 60; 4 of an order of 200 may be short.
 * shortageGuess(4, { before: { mean: 670, variance: 26_800 }, after: { mean: 600, variance: 24_000 }, quantity: 130 }) // => 966.1
 */
export function shortageGuess(allowed: number, { before, after, quantity }: Shortage): number {
  const sd = Math.sqrt(before.variance)
  if (!(sd > 0 && after.variance > 0 && allowed > 0)) return before.mean
  let level = before.mean
  for (let round = 0; round < mostRounds; round++) {
    addTo(sums, before, level, 1)
    addTo(sums, after, level + quantity, -1)
    const { excess, probability } = sums
    sums.excess = 0
    sums.probability = 0
    if (!(excess > leastShortage * before.mean && probability > 0)) break
    // Newton's step on the logarithm, which is almost straight in the tail.
    const step = (Math.log(excess / allowed) * excess) / probability
    level = Math.max(0, level + Math.min(Math.max(step, -2 * sd), 2 * sd))
    if (Math.abs(step) < nearEnough * sd) break
  }
  return level
}

const sums = { excess: 0, probability: 0 }

/** Adds what a gamma variable exceeds a quantity by, and how likely, times a sign. */
function addTo(total: typeof sums, { mean, variance }: DemandMoments, quantity: number, sign: number): void {
  if (quantity <= 0) {
    total.excess += sign * (mean - quantity)
    total.probability += sign
    return
  }
  const scale = variance / mean
  const shape = mean / scale
  const z = quantity / scale
  const tail = regularisedGammaQ(shape, z)
  total.excess += sign * scale * ((shape - z) * tail + shape * gammaPrefactor(shape, z))
  total.probability += sign * tail
}
