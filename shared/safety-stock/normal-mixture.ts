import { tabledNormalCdf } from '../probability/normal-cdf-table'
import { standardNormalDensity } from '../probability/normal-distribution'
import { mixtureMean, mixtureQuantileGuess, probabilityTolerance, type DemandMixture, type MixtureInputs } from './demand-mixture'
import { monotoneRoot } from './monotone-root'

/**
 * Normal demand, the textbook's, over an interval of random length.
 *
 * Levels are never below 0, although a normal distribution could ask for that.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function normalMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean } = inputs
  const mean = mixtureMean(inputs)
  const sds = means.map((value) => Math.sqrt(value * varianceToMean))

  function exceedance(quantity: number): { probability: number; excess: number } {
    let probability = 0
    let excess = 0
    for (let index = 0; index < means.length; index++) {
      const weight = weights[index] as number
      const above = (means[index] as number) - quantity
      const sd = sds[index] as number
      if (sd === 0) {
        if (above > 0) {
          probability += weight
          excess += weight * above
        }
        continue
      }
      const z = -above / sd
      const tail = tabledNormalCdf(-z)
      probability += weight * tail
      excess += weight * (above * tail + sd * standardNormalDensity(z))
    }
    return { probability, excess }
  }

  function cdfAndDensity(quantity: number): { cdf: number; density: number } {
    let cdf = 0
    let density = 0
    for (let index = 0; index < means.length; index++) {
      const weight = weights[index] as number
      const sd = sds[index] as number
      if (sd === 0) {
        if ((means[index] as number) <= quantity) cdf += weight
        continue
      }
      const z = (quantity - (means[index] as number)) / sd
      cdf += weight * tabledNormalCdf(z)
      density += (weight * standardNormalDensity(z)) / sd
    }
    return { cdf, density }
  }

  return {
    mean,
    varianceToMean,
    isWhole: false,
    cdf: (quantity) => Math.min(1, cdfAndDensity(quantity).cdf),
    exceedance,
    roughExceedance: exceedance,
    quantile(probability) {
      const threshold = probability - probabilityTolerance
      if (cdfAndDensity(0).cdf >= threshold) return 0
      return monotoneRoot({
        lower: 0,
        guess: mixtureQuantileGuess(inputs, probability),
        varianceToMean,
        valueAndSlope(x) {
          const { cdf, density } = cdfAndDensity(x)
          return { value: cdf - threshold, slope: density }
        },
      })
    },
  }
}
