import { tabledNormalCdf, tabledNormalDensity } from '../probability/normal-cdf-table'
import { mixtureMoments, probabilityTolerance, quantileGuess, type DemandMixture, type MixtureInputs } from './demand-mixture'
import { monotoneRoot } from './monotone-root'

// Lengths further than this many standard deviations from x lie wholly on one side of it: 2e-11.
const reach = 6.6

/**
 * Normal demand, the textbook's, over an interval of random length.
 *
 * Levels are never below 0, although a normal distribution could ask for that. Lengths of a lattice below 0 have no
 * demand: that continues a normal distribution smoothly.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function normalMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean } = inputs
  const count = weights.length
  const moments = mixtureMoments(inputs)
  const perSds = new Float64Array(count)
  const weightFrom = new Float64Array(count + 1)
  const meanFrom = new Float64Array(count + 1)
  for (let index = count - 1; index >= 0; index--) {
    const of = means[index]!
    perSds[index] = of > 0 ? 1 / Math.sqrt(of * varianceToMean) : 0
    weightFrom[index] = weightFrom[index + 1]! + weights[index]!
    meanFrom[index] = meanFrom[index + 1]! + weights[index]! * of
  }

  /** Fills `sums`. */
  function evaluate(quantity: number): void {
    let tail = 0
    let excess = 0
    let density = 0
    let bend = 0
    let index = 0
    for (; index < count; index++) {
      const of = means[index]!
      const perSd = perSds[index]!
      const above = of - quantity
      if (perSd === 0) {
        if (above > 0) {
          tail += weights[index]!
          excess += weights[index]! * above
        }
        continue
      }
      const z = above * perSd
      if (z < -reach) continue
      if (z > reach) break
      const weight = weights[index]!
      const upper = tabledNormalCdf(z)
      const height = tabledNormalDensity(z)
      tail += weight * upper
      excess += weight * (above * upper + height / perSd)
      density += weight * height * perSd
      bend += weight * height * perSd * perSd * z
    }
    sums.tail = tail + weightFrom[index]!
    sums.excess = excess + meanFrom[index]! - quantity * weightFrom[index]!
    sums.density = density
    sums.bend = bend
  }

  return {
    ...moments,
    varianceToMean,
    isWhole: false,
    leastQuantity: 0,
    cdf(quantity) {
      evaluate(quantity)
      return Math.min(1, 1 - sums.tail)
    },
    exceedance(quantity) {
      evaluate(quantity)
      return { probability: sums.tail, excess: sums.excess, density: sums.density }
    },
    quantile(probability, guess) {
      const threshold = probability - probabilityTolerance
      return monotoneRoot({
        lower: 0,
        guess: guess ?? quantileGuess(moments, probability),
        varianceToMean,
        valueAndSlope(x) {
          evaluate(x)
          return { value: 1 - sums.tail - threshold, slope: sums.density, bend: sums.bend }
        },
      })
    },
  }
}

// One at a time: no evaluation outlives its call.
const sums = { tail: 0, excess: 0, density: 0, bend: 0 }
