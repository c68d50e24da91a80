import { mixtureMoments, probabilityTolerance, type DemandMixture, type Exceedance, type MixtureInputs } from './demand-mixture'

// Means that differ by less than this, relatively, are one step: sums of the same days in another order.
const sameStep = 1e-12

function isWithin(mean: number, quantity: number): boolean {
  return mean <= quantity + sameStep * Math.abs(quantity)
}

/**
 * Demand that does not vary over an interval whose length does: a distribution in steps.
 *
 * @param inputs weights and ascending means, and the family, which says whether levels are whole pieces; variance does not matter
 */
export function stepMixture(inputs: Pick<MixtureInputs, 'weights' | 'means' | 'family'>): DemandMixture {
  const { weights, means } = inputs
  const isWhole = inputs.family === 'negative-binomial'
  function cdf(quantity: number): number {
    let sum = 0
    for (let index = 0; index < means.length && isWithin(means[index] as number, quantity); index++) {
      sum += weights[index] as number
    }
    return Math.min(1, sum)
  }

  /** The least level that covers a step. */
  function levelOf(mean: number): number {
    return isWhole ? Math.ceil(mean * (1 - sameStep)) : mean
  }

  function exceedance(quantity: number): Exceedance {
    let probability = 0
    let excess = 0
    for (let index = means.length - 1; index >= 0 && !isWithin(means[index]!, quantity); index--) {
      probability += weights[index]!
      excess += weights[index]! * (means[index]! - quantity)
    }
    return { probability, excess, density: 0 }
  }

  return {
    ...mixtureMoments({ weights, means, varianceToMean: 0 }),
    varianceToMean: 0,
    isWhole,
    leastQuantity: 0,
    cdf,
    exceedance,
    quantile(probability) {
      let sum = 0
      for (let index = 0; index < means.length; index++) {
        sum += weights[index] as number
        if (sum >= probability - probabilityTolerance) return levelOf(means[index] as number)
      }
      return levelOf(means.at(-1) ?? 0)
    },
  }
}
