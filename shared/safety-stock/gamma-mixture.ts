import { regularisedGammaQ } from '../probability/incomplete-gamma'
import { logGamma } from '../probability/log-gamma'
import { tabledNormalCdf, tabledNormalDensity } from '../probability/normal-cdf-table'
import { mixtureMean, mixtureQuantileGuess, probabilityTolerance, type DemandMixture, type MixtureInputs } from './demand-mixture'
import { emptyGammaTailCurve, fitGammaTailCurve, leastCurvedShape, leastCurvedZ, tailDeviateAt } from './gamma-tail-curve'
import { monotoneRoot } from './monotone-root'

// exp(-28) = 7e-13: lengths further from x than this exponent lie wholly on one side of it.
const farExponent = 28
// With fewer lengths than this astride x the curve costs more than it saves.
const leastCurvedLengths = 24
// Where the rough deviate is beyond this, so is the true one beyond anything a first guess needs.
const roughReach = 5
// A first guess need not be better than the approximation it comes from.
const roughness = 3e-3

/** What the mixtures of one part share: shapes of the lengths of its grid, and what is worked out from them once. */
export type GammaKernel = {
  readonly shapes: Float64Array
  readonly roots: Float64Array
  readonly nextRoots: Float64Array
  /** Wilson and Hilferty: the deviate of Q(a, z) is about `roughBase − roughSlope · ∛z`. */
  readonly roughBase: Float64Array
  readonly roughSlope: Float64Array
  /** The same for a + 1. */
  readonly nextRoughBase: Float64Array
  readonly nextRoughSlope: Float64Array
}

/**
 * The shapes that go with means, and what is worked out from them.
 *
 * @param means mean demand of each length, part units, ascending
 * @param scale variance over mean, part units, above 0
 */
export function gammaKernel(means: Float64Array, scale: number): GammaKernel {
  const count = means.length
  const kernel: GammaKernel = {
    shapes: new Float64Array(count),
    roots: new Float64Array(count),
    nextRoots: new Float64Array(count),
    roughBase: new Float64Array(count),
    roughSlope: new Float64Array(count),
    nextRoughBase: new Float64Array(count),
    nextRoughSlope: new Float64Array(count),
  }
  for (let index = 0; index < count; index++) {
    const shape = means[index]! / scale
    const root = Math.sqrt(shape)
    const nextRoot = Math.sqrt(shape + 1)
    kernel.shapes[index] = shape
    kernel.roots[index] = root
    kernel.nextRoots[index] = nextRoot
    kernel.roughSlope[index] = 3 * Math.cbrt(root)
    kernel.roughBase[index] = shape === 0 ? -40 : 3 * root - 1 / (3 * root)
    kernel.nextRoughSlope[index] = 3 * Math.cbrt(nextRoot)
    kernel.nextRoughBase[index] = 3 * nextRoot - 1 / (3 * nextRoot)
  }
  return kernel
}

/**
 * Gamma demand over an interval of random length.
 *
 * Mean and variance grow together with the length, so that all lengths share
 * one scale `θ` = variance / mean and have shape `mean / θ`. Only the lengths
 * whose distribution straddles `x` are evaluated, the others lie wholly above or
 * below it; where they are many, by a curve over the shapes (`gamma-tail-curve`).
 * Probabilities are good to 2e-9, excesses to 2e-9 of the mean (measured: below 1e-9).
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 * @param kernel of the grid the means are taken from
 * @param offset index in the grid of the first of the means
 */
export function gammaMixture(inputs: MixtureInputs, kernel: GammaKernel, offset: number): DemandMixture {
  const { weights, means, varianceToMean: scale } = inputs
  const count = means.length
  const mean = mixtureMean(inputs)
  const part = (values: Float64Array): Float64Array => values.subarray(offset, offset + count)
  const shapes = part(kernel.shapes)
  const roots = part(kernel.roots)
  const nextRoots = part(kernel.nextRoots)
  const roughBase = part(kernel.roughBase)
  const roughSlope = part(kernel.roughSlope)
  const nextRoughBase = part(kernel.nextRoughBase)
  const nextRoughSlope = part(kernel.nextRoughSlope)
  // From index i on: the weights, and the weights times the means, of all longer intervals.
  const weightFrom = new Float64Array(count + 1)
  const meanFrom = new Float64Array(count + 1)
  for (let index = count - 1; index >= 0; index--) {
    weightFrom[index] = weightFrom[index + 1]! + weights[index]!
    meanFrom[index] = meanFrom[index + 1]! + weights[index]! * means[index]!
  }
  const evaluated = { tail: 0, excess: 0, density: 0 }

  const astride = { first: 0, curvedFrom: 0, end: 0 }

  /** Which lengths straddle z, and from which on the curve is worth while. */
  function findAstride(z: number): void {
    let first = 0
    let end = count
    while (first < end && shapes[first]! < z && isFarApart(shapes[first]!, z)) first++
    while (end > first && shapes[end - 1]! > z && isFarApart(z, shapes[end - 1]!)) end--
    let curvedFrom = first
    while (curvedFrom < end && shapes[curvedFrom]! < leastCurvedShape) curvedFrom++
    astride.first = first
    astride.curvedFrom = z < leastCurvedZ || end - curvedFrom < leastCurvedLengths ? end : curvedFrom
    astride.end = end
  }

  function tailAt(quantity: number): number {
    const z = quantity / scale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    let tail = weightFrom[end]!
    for (let index = first; index < curvedFrom; index++) {
      if (shapes[index] !== 0) tail += weights[index]! * regularisedGammaQ(shapes[index]!, z)
    }
    if (curvedFrom === end) return tail
    fitGammaTailCurve(curve, z, roots[curvedFrom]!, nextRoots[end - 1]!)
    const { middle } = curve
    const perHalf = 1 / curve.half
    for (let index = curvedFrom; index < end; index++) {
      tail += weights[index]! * tabledNormalCdf(tailDeviateAt(curve, (roots[index]! - middle) * perHalf))
    }
    return tail
  }

  function evaluate(quantity: number): void {
    const z = quantity / scale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    evaluated.tail = 0
    evaluated.excess = 0
    evaluated.density = 0
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
    const { middle } = curve
    const perHalf = 1 / curve.half
    let tails = 0
    let excesses = 0
    let densities = 0
    for (let index = from; index < until; index++) {
      const weight = weights[index]!
      const tail = tabledNormalCdf(tailDeviateAt(curve, (roots[index]! - middle) * perHalf))
      // Q(a + 1, z) − Q(a, z) = z^a·e^−z / Γ(a + 1), the density times z/a.
      const nextTail = tabledNormalCdf(tailDeviateAt(curve, (nextRoots[index]! - middle) * perHalf))
      const weighted = weight * shapes[index]!
      tails += weight * tail
      excesses += weighted * nextTail - weight * z * tail
      densities += weighted * (nextTail - tail)
    }
    evaluated.tail += tails
    evaluated.excess += excesses
    evaluated.density += densities
  }

  function roughExceedance(quantity: number): { probability: number; excess: number } {
    const z = quantity / scale
    const cubeRoot = Math.cbrt(z)
    let tails = 0
    let excesses = 0
    let index = 0
    for (; index < count; index++) {
      const deviate = roughBase[index]! - roughSlope[index]! * cubeRoot
      if (deviate < -roughReach) continue
      if (deviate > roughReach) break
      const weight = weights[index]!
      const tail = tabledNormalCdf(deviate)
      const nextTail = tabledNormalCdf(nextRoughBase[index]! - nextRoughSlope[index]! * cubeRoot)
      tails += weight * tail
      excesses += weight * (shapes[index]! * nextTail - z * tail)
    }
    return {
      probability: tails + weightFrom[index]!,
      excess: excesses * scale + meanFrom[index]! - quantity * weightFrom[index]!,
    }
  }

  function roughQuantile(probability: number): number {
    return monotoneRoot({
      lower: 0,
      guess: mixtureQuantileGuess(inputs, probability),
      varianceToMean: scale,
      roughness,
      valueAndSlope(x) {
        const cubeRoot = Math.cbrt(x / scale)
        let tails = 0
        let densities = 0
        let index = 0
        for (; index < count; index++) {
          const slope = roughSlope[index]!
          const deviate = roughBase[index]! - slope * cubeRoot
          if (deviate < -roughReach) continue
          if (deviate > roughReach) break
          const weight = weights[index]!
          tails += weight * tabledNormalCdf(deviate)
          densities += weight * slope * tabledNormalDensity(deviate)
        }
        return {
          value: 1 - tails - weightFrom[index]! - probability,
          slope: (densities * cubeRoot) / (3 * x),
        }
      },
    })
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
    cdf: (quantity) => (quantity <= 0 ? 1 - exceedance(quantity).probability : Math.min(1, Math.max(0, 1 - tailAt(quantity)))),
    exceedance,
    roughExceedance,
    quantile(probability) {
      const threshold = probability - probabilityTolerance
      if (weights.length === 0 || 1 - exceedance(0).probability >= threshold) return 0
      return monotoneRoot({
        lower: 0,
        guess: roughQuantile(probability),
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
