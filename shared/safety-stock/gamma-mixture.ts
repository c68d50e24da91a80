import { regularisedGammaQ } from '../probability/incomplete-gamma'
import { logGamma } from '../probability/log-gamma'
import { tabledNormalCdf } from '../probability/normal-cdf-table'
import { mixtureMean, mixtureQuantileGuess, probabilityTolerance, type DemandMixture, type MixtureInputs } from './demand-mixture'
import { emptyGammaTailCurve, fitGammaTailCurve, leastCurvedShape } from './gamma-tail-curve'
import { monotoneRoot } from './monotone-root'

// exp(-28) = 7e-13: lengths further from x than this exponent lie wholly on one side of it.
const farExponent = 28
// With fewer lengths than this astride x the curve costs more than it saves.
const leastCurvedLengths = 24

/**
 * Gamma demand over an interval of random length.
 *
 * Mean and variance grow together with the length, so that all lengths share
 * one scale `θ` = variance / mean and have shape `mean / θ`. Only the lengths
 * whose distribution straddles `x` are evaluated, the others lie wholly above or
 * below it; where they are many, by a curve over the shapes (`gamma-tail-curve`).
 * Probabilities are good to 1e-9, excesses to 1e-9 of the mean.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function gammaMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean: scale } = inputs
  const count = means.length
  const mean = mixtureMean(inputs)
  const shapes = new Float64Array(count)
  const roots = new Float64Array(count)
  const nextRoots = new Float64Array(count)
  // From index i on: the weights, and the weights times the means, of all longer intervals.
  const weightFrom = new Float64Array(count + 1)
  const meanFrom = new Float64Array(count + 1)
  for (let index = count - 1; index >= 0; index--) {
    const shape = means[index]! / scale
    shapes[index] = shape
    roots[index] = Math.sqrt(shape)
    nextRoots[index] = Math.sqrt(shape + 1)
    weightFrom[index] = weightFrom[index + 1]! + weights[index]!
    meanFrom[index] = meanFrom[index + 1]! + weights[index]! * means[index]!
  }
  const evaluated = { tail: 0, excess: 0, density: 0 }

  function evaluate(quantity: number): void {
    const z = quantity / scale
    let first = 0
    let end = count
    while (first < end && shapes[first]! < z && isFarApart(shapes[first]!, z)) first++
    while (end > first && shapes[end - 1]! > z && isFarApart(z, shapes[end - 1]!)) end--
    evaluated.tail = 0
    evaluated.excess = 0
    evaluated.density = 0
    let curvedFrom = first
    while (curvedFrom < end && shapes[curvedFrom]! < leastCurvedShape) curvedFrom++
    if (end - curvedFrom < leastCurvedLengths) curvedFrom = end
    addOneByOne(z, first, curvedFrom)
    if (curvedFrom < end) addByCurve(z, curvedFrom, end)
    evaluated.tail += weightFrom[end]!
    evaluated.excess = evaluated.excess * scale + meanFrom[end]! - quantity * weightFrom[end]!
    evaluated.density /= quantity
  }

  function addOneByOne(z: number, from: number, until: number): void {
    const logZ = Math.log(z)
    for (let index = from; index < until; index++) {
      const shape = shapes[index]!
      if (shape === 0) continue
      const weight = weights[index]!
      const tail = regularisedGammaQ(shape, z)
      const term = Math.exp(shape * logZ - z - logGamma(shape + 1))
      evaluated.tail += weight * tail
      evaluated.excess += weight * ((shape - z) * tail + shape * term)
      evaluated.density += weight * shape * term
    }
  }

  function addByCurve(z: number, from: number, until: number): void {
    fitGammaTailCurve(curve, z, roots[from]!, nextRoots[until - 1]!)
    const { coefficients, degree, middle } = curve
    const perHalf = 1 / curve.half
    let tails = 0
    let excesses = 0
    let densities = 0
    for (let index = from; index < until; index++) {
      const at = (roots[index]! - middle) * perHalf
      const nextAt = (nextRoots[index]! - middle) * perHalf
      let deviate = coefficients[degree]!
      let nextDeviate = deviate
      for (let power = degree - 1; power >= 0; power--) {
        const coefficient = coefficients[power]!
        deviate = deviate * at + coefficient
        nextDeviate = nextDeviate * nextAt + coefficient
      }
      const weight = weights[index]!
      const tail = tabledNormalCdf(deviate)
      // Q(a + 1, z) − Q(a, z) = z^a·e^−z / Γ(a + 1), the density times z/a.
      const nextTail = tabledNormalCdf(nextDeviate)
      const weighted = weight * shapes[index]!
      tails += weight * tail
      excesses += weighted * nextTail - weight * z * tail
      densities += weighted * (nextTail - tail)
    }
    evaluated.tail += tails
    evaluated.excess += excesses
    evaluated.density += densities
  }

  function exceedance(quantity: number): { probability: number; excess: number } {
    if (quantity <= 0) {
      let above = 0
      for (let index = 0; index < count; index++) if (means[index]! > 0) above += weights[index]!
      return { probability: quantity < 0 ? 1 : above, excess: mean - quantity }
    }
    evaluate(quantity)
    return { probability: Math.min(1, Math.max(0, evaluated.tail)), excess: Math.max(0, evaluated.excess) }
  }

  return {
    mean,
    varianceToMean: scale,
    isWhole: false,
    cdf: (quantity) => 1 - exceedance(quantity).probability,
    exceedance,
    quantile(probability) {
      const threshold = probability - probabilityTolerance
      if (1 - exceedance(0).probability >= threshold) return 0
      return monotoneRoot({
        lower: 0,
        guess: mixtureQuantileGuess(inputs, probability),
        varianceToMean: scale,
        valueAndSlope(x) {
          evaluate(x)
          return { value: 1 - evaluated.tail - threshold, slope: evaluated.density }
        },
      })
    },
  }
}

// One at a time: no evaluation outlives its call.
const curve = emptyGammaTailCurve()

/** Whether a unit gamma variable of shape (or mean) `smaller` has nothing visible beyond `larger`, or the other way round. */
function isFarApart(smaller: number, larger: number): boolean {
  const distance = larger - smaller
  return distance * distance > 2 * farExponent * larger
}
