import { condensedDays, sharedDays, type DayLattice, type SharedDays } from '../probability/day-lattice'

/**
 * Lead times and a delay that is uniform on 0 to `reviewDays` − 1 whole days: when in a review period a unit is wanted.
 *
 * @param lengths weights that make 1
 * @param reviewDays days between reviews, whole, at least 1
 *
 * @example
 * spreadOverReview({ stepDays: 1, firstDay: 60, weights: Float64Array.of(1) }, 2) // => { stepDays: 1, firstDay: 60, weights: [0.5, 0.5] }
 */
export function spreadOverReview(lengths: DayLattice, reviewDays: number): DayLattice {
  const { stepDays, firstDay, weights } = lengths
  if (stepDays === 1) return { stepDays, firstDay, weights: runningMeans(weights, reviewDays) }
  const delays = condensedDays(uniformDays(reviewDays), stepDays, 0)
  const spread = new Float64Array(weights.length + delays.weights.length - 1)
  for (let index = 0; index < delays.weights.length; index++) {
    const share = delays.weights[index]!
    for (let step = 0; step < weights.length; step++) spread[index + step]! += share * weights[step]!
  }
  return { stepDays, firstDay: firstDay - delays.stepsBefore * stepDays, weights: spread }
}

function runningMeans(weights: Float64Array, reviewDays: number): Float64Array {
  const spread = new Float64Array(weights.length + reviewDays - 1)
  let running = 0
  for (let index = 0; index < spread.length; index++) {
    running += weights[index] ?? 0
    if (index >= reviewDays) running -= weights[index - reviewDays]!
    spread[index] = Math.max(0, running) / reviewDays
  }
  return spread
}

const knownDelays = new Map<number, SharedDays>()

function uniformDays(reviewDays: number): SharedDays {
  let known = knownDelays.get(reviewDays)
  if (known === undefined) {
    known = sharedDays(new Float64Array(reviewDays).fill(1 / reviewDays))
    knownDelays.set(reviewDays, known)
  }
  return known
}
