import { regularisedGammaQ } from '../probability/incomplete-gamma'
import { logGamma } from '../probability/log-gamma'
import { standardNormalQuantile } from '../probability/normal-distribution'
import { mixtureMean, probabilityTolerance, type DemandMixture, type MixtureInputs } from './demand-mixture'
import { monotoneRoot } from './monotone-root'

// exp(-35) = 6e-16: nodes further from x than this exponent lie wholly on one side of it.
const farExponent = 35

/**
 * Gamma demand over an interval of random length.
 *
 * Mean and variance grow together with the length, so that all lengths share
 * one scale `θ` = variance / mean and have shape `mean / θ`. Only the lengths
 * whose distribution straddles `x` need the incomplete gamma function; the
 * others lie wholly above or below it.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function gammaMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean: scale } = inputs
  const count = means.length
  const mean = mixtureMean(inputs)
  const shapes = new Float64Array(count)
  const logGammas = new Float64Array(count).fill(Number.NaN)
  // From index i on: the weights, and the weights times the means, of all longer intervals.
  const weightFrom = new Float64Array(count + 1)
  const meanFrom = new Float64Array(count + 1)
  for (let index = count - 1; index >= 0; index--) {
    shapes[index] = (means[index] as number) / scale
    weightFrom[index] = (weightFrom[index + 1] as number) + (weights[index] as number)
    meanFrom[index] = (meanFrom[index + 1] as number) + (weights[index] as number) * (means[index] as number)
  }
  const evaluated = { tail: 0, excess: 0, density: 0 }

  function evaluate(quantity: number): void {
    const z = quantity / scale
    const logZ = Math.log(z)
    let first = 0
    while (first < count && isFarBelow(shapes[first] as number, z)) first++
    let tail = 0
    let excess = 0
    let density = 0
    let index = first
    for (; index < count; index++) {
      const shape = shapes[index] as number
      if (shape > z && isFarBelow(z, shape)) break
      const weight = weights[index] as number
      if (shape === 0) continue
      let logGammaNext = logGammas[index] as number
      if (Number.isNaN(logGammaNext)) {
        logGammaNext = logGamma(shape + 1)
        logGammas[index] = logGammaNext
      }
      const q = regularisedGammaQ(shape, z)
      const term = Math.exp(shape * logZ - z - logGammaNext)
      tail += weight * q
      excess += weight * ((shape - z) * q + shape * term)
      density += weight * shape * term
    }
    evaluated.tail = tail + (weightFrom[index] as number)
    evaluated.excess = excess * scale + (meanFrom[index] as number) - quantity * (weightFrom[index] as number)
    evaluated.density = density / quantity
  }

  function cdf(quantity: number): number {
    if (quantity <= 0) return quantity === 0 ? 1 - exceedance(0).probability : 0
    evaluate(quantity)
    return Math.max(0, 1 - evaluated.tail)
  }

  function exceedance(quantity: number): { probability: number; excess: number } {
    if (quantity <= 0) {
      let above = 0
      for (let index = 0; index < count; index++) if ((means[index] as number) > 0) above += weights[index] as number
      return { probability: quantity < 0 ? 1 : above, excess: mean - quantity }
    }
    evaluate(quantity)
    return { probability: evaluated.tail, excess: evaluated.excess }
  }

  return {
    mean,
    isWhole: false,
    cdf,
    exceedance,
    quantile(probability) {
      const threshold = probability - probabilityTolerance
      if (cdf(0) >= threshold) return 0
      return monotoneRoot({
        lower: 0,
        guess: firstGuess(inputs, mean, probability),
        valueAndSlope(x) {
          evaluate(x)
          return { value: 1 - evaluated.tail - threshold, slope: evaluated.density }
        },
      })
    },
  }
}

/** Whether a gamma variable of this shape exceeds z (or, the other way round, z exceeds it) with no visible probability. */
function isFarBelow(smaller: number, larger: number): boolean {
  const distance = larger - smaller
  return distance > 0 && distance * distance > 2 * farExponent * larger
}

/** The quantile of a gamma distribution with the mixture's two moments, by Wilson and Hilferty's cube. */
function firstGuess(inputs: MixtureInputs, mean: number, probability: number): number {
  let square = 0
  for (let index = 0; index < inputs.means.length; index++) {
    const m = inputs.means[index] as number
    square += (inputs.weights[index] as number) * (m * m + m * inputs.varianceToMean)
  }
  const shape = (mean * mean) / (square - mean * mean)
  const cube = 1 - 1 / (9 * shape) + standardNormalQuantile(probability) / (3 * Math.sqrt(shape))
  return mean * Math.max(cube, 0.2) ** 3
}
