import { continuedGammaTail, continuedGammaTerm } from '../probability/continued-gamma-tail'
import { tabledNormalCdf, tabledNormalDensity } from '../probability/normal-cdf-table'
import { mixtureMean, mixtureQuantileGuess, probabilityTolerance, type DemandMixture, type Exceedance, type MixtureInputs } from './demand-mixture'
import { emptyGammaTailCurve, fitGammaTailCurve, leastCurvedShape, leastCurvedZ, tailDeviateAt } from './gamma-tail-curve'
import { emptyGammaTailLine, fitGammaTailLine } from './gamma-tail-line'
import { monotoneRoot } from './monotone-root'

// Lengths that leave less than about exp(-21)/15 = 5e-11 on the other side of x lie wholly on one side of it.
const farExponent = 21
// With fewer lengths than this astride x the curve costs more than it saves.
const leastCurvedLengths = 16
// A step of Halley's method this long, as a share of a standard deviation, ends where the approximation is no better.
const roughness = 0.05
// Shapes too small for the rough line count as 0.
const leastRoughShape = 0.3

/** What the mixtures of one part share: shapes of the lengths of its grid, and what is worked out from them once. */
export type GammaKernel = {
  /** Shape of demand over each length, ascending; at and below 0 for lengths of a lattice that lie there. */
  readonly shapes: Float64Array
  /** Square roots of the shapes, 0 for shapes below 0. */
  readonly roots: Float64Array
  /** Square roots of the shapes and 1. */
  readonly nextRoots: Float64Array
}

/**
 * The shapes that go with means, and what is worked out from them.
 *
 * @param means mean demand of each length, part units, ascending
 * @param scale variance over mean, part units, above 0
 */
export function gammaKernel(means: Float64Array, scale: number): GammaKernel {
  const count = means.length
  const shapes = new Float64Array(count)
  const roots = new Float64Array(count)
  const nextRoots = new Float64Array(count)
  const perScale = 1 / scale
  for (let index = 0; index < count; index++) {
    const shape = means[index]! * perScale
    shapes[index] = shape
    roots[index] = shape > 0 ? Math.sqrt(shape) : 0
    nextRoots[index] = shape > -1 ? Math.sqrt(shape + 1) : 0
  }
  return { shapes, roots, nextRoots }
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
  const { shapes, roots, nextRoots } = kernel
  const count = weights.length
  const perScale = 1 / scale
  // The weights, and the weights times the shapes, of all lengths from index `restFrom` on.
  let restFrom = count
  let restWeight = 0
  let restShape = 0

  function moveRest(from: number): void {
    while (restFrom > from) {
      const weight = weights[--restFrom]!
      restWeight += weight
      restShape += weight * shapes[offset + restFrom]!
    }
    while (restFrom < from) {
      const weight = weights[restFrom]!
      restWeight -= weight
      restShape -= weight * shapes[offset + restFrom++]!
    }
  }

  const mean = mixtureMean(inputs)

  /** The first length of which the shape is above a bound. */
  function firstAbove(shape: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (shapes[offset + middle]! > shape) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Which lengths straddle z, and from which on the curve is worth while. */
  function findAstride(z: number): void {
    const reach = Math.sqrt(2 * farExponent * z)
    astride.first = firstAbove(z - reach)
    astride.end = firstAbove(z + farExponent + Math.sqrt(2 * farExponent * z + farExponent * farExponent))
    let curvedFrom = astride.first
    while (curvedFrom < astride.end && shapes[offset + curvedFrom]! < leastCurvedShape) curvedFrom++
    astride.curvedFrom = z < leastCurvedZ || astride.end - curvedFrom < leastCurvedLengths ? astride.end : curvedFrom
  }

  function tailAt(quantity: number): number {
    const z = quantity * perScale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    moveRest(end)
    let tail = restWeight
    for (let index = first; index < curvedFrom; index++) {
      if (weights[index] !== 0) tail += weights[index]! * continuedGammaTail(shapes[offset + index]!, z)
    }
    if (curvedFrom === end) return tail
    fitGammaTailCurve(curve, z, roots[offset + curvedFrom]!, roots[offset + end - 1]!)
    const perHalf = 1 / curve.half
    const start = -curve.middle * perHalf
    for (let index = curvedFrom; index < end; index++) {
      tail += weights[index]! * tabledNormalCdf(tailDeviateAt(curve, roots[offset + index]! * perHalf + start))
    }
    return tail
  }

  function evaluate(quantity: number): void {
    const z = quantity * perScale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    moveRest(end)
    evaluated.tail = restWeight
    evaluated.excess = restShape - z * restWeight
    evaluated.density = 0
    evaluated.bend = 0
    addOneByOne(z, first, curvedFrom)
    if (curvedFrom < end) addByCurve(z, curvedFrom, end)
    evaluated.excess *= scale
    evaluated.density /= quantity
    evaluated.bend /= quantity * quantity
  }

  function addOneByOne(z: number, from: number, until: number): void {
    for (let index = from; index < until; index++) {
      const weight = weights[index]!
      if (weight === 0) continue
      const shape = shapes[offset + index]!
      const tail = continuedGammaTail(shape, z)
      const term = continuedGammaTerm(shape, z)
      const density = weight * shape * term
      evaluated.tail += weight * tail
      evaluated.excess += weight * (shape - z) * tail + density
      evaluated.density += density
      evaluated.bend += density * (shape - 1 - z)
    }
  }

  function addByCurve(z: number, from: number, until: number): void {
    fitGammaTailCurve(curve, z, roots[offset + from]!, nextRoots[offset + until - 1]!)
    const perHalf = 1 / curve.half
    const start = -curve.middle * perHalf
    let tails = 0
    let excesses = 0
    let densities = 0
    let bends = 0
    for (let index = from; index < until; index++) {
      const weight = weights[index]!
      const shape = shapes[offset + index]!
      const tail = tabledNormalCdf(tailDeviateAt(curve, roots[offset + index]! * perHalf + start))
      // Q(a + 1, z) − Q(a, z) = z^a·e^−z / Γ(a + 1), the density times z/a.
      const nextTail = tabledNormalCdf(tailDeviateAt(curve, nextRoots[offset + index]! * perHalf + start))
      const density = weight * shape * (nextTail - tail)
      tails += weight * tail
      excesses += weight * (shape * nextTail - z * tail)
      densities += density
      bends += density * (shape - 1 - z)
    }
    evaluated.tail += tails
    evaluated.excess += excesses
    evaluated.density += densities
    evaluated.bend += bends
  }

  /** Fills `rough` with about the tail, the density and its slope at a quantity, and the excess if it is wanted. */
  function evaluateRoughly(quantity: number, hasExcess: boolean): void {
    const z = quantity * perScale
    const reach = Math.sqrt(2 * roughExponent * z)
    const first = firstAbove(Math.max(z - reach, leastRoughShape))
    const end = firstAbove(z + roughExponent + Math.sqrt(2 * roughExponent * z + roughExponent * roughExponent))
    let tails = 0
    let excesses = 0
    let densities = 0
    let bends = 0
    if (end > first) {
      fitGammaTailLine(line, z, roots[offset + first]!, nextRoots[offset + end - 1]!)
      const { c0, c1, c2, c3 } = line
      const perHalf = 1 / line.half
      const start = -line.middle * perHalf
      for (let index = first; index < end; index++) {
        const weight = weights[index]!
        const at = roots[offset + index]! * perHalf + start
        const deviate = c0 + at * (c1 + at * (c2 + at * c3))
        const tail = tabledNormalCdf(deviate)
        tails += weight * tail
        const density = weight * tabledNormalDensity(deviate)
        densities += density
        bends += density * deviate
        if (!hasExcess) continue
        const nextAt = nextRoots[offset + index]! * perHalf + start
        const nextTail = tabledNormalCdf(c0 + nextAt * (c1 + nextAt * (c2 + nextAt * c3)))
        excesses += weight * (shapes[offset + index]! * nextTail - z * tail)
      }
    }
    moveRest(end)
    rough.tail = tails + restWeight
    rough.excess = (excesses + restShape - z * restWeight) * scale
    // The deviate falls by about 1/√z for each unit of z.
    rough.density = (densities * perScale) / Math.sqrt(z)
    rough.bend = (bends * perScale * perScale) / z
  }

  function roughQuantile(probability: number, guess: number): number {
    return monotoneRoot({
      lower: 0,
      guess,
      varianceToMean: scale,
      roughness,
      valueAndSlope(x) {
        evaluateRoughly(x, false)
        return { value: 1 - rough.tail - probability, slope: rough.density, bend: rough.bend }
      },
    })
  }

  function exceedance(quantity: number): Exceedance {
    if (quantity <= 0) {
      let above = 0
      for (let index = 0; index < count; index++) if (means[index]! > 0) above += weights[index]!
      return { probability: quantity < 0 ? 1 : above, excess: mean - quantity, density: 0 }
    }
    evaluate(quantity)
    return {
      probability: Math.min(1, Math.max(0, evaluated.tail)),
      excess: Math.max(0, evaluated.excess),
      density: evaluated.density,
    }
  }

  return {
    mean,
    varianceToMean: scale,
    isWhole: false,
    leastQuantity: 0,
    cdf: (quantity) => (quantity <= 0 ? 1 - exceedance(quantity).probability : Math.min(1, Math.max(0, 1 - tailAt(quantity)))),
    exceedance,
    roughExceedance(quantity) {
      if (quantity <= 0) return exceedance(quantity)
      evaluateRoughly(quantity, true)
      return { probability: rough.tail, excess: rough.excess, density: rough.density }
    },
    quantile(probability, guess) {
      const threshold = probability - probabilityTolerance
      if (means[0]! <= 0 && 1 - exceedance(0).probability >= threshold) return 0
      return monotoneRoot({
        lower: 0,
        guess: roughQuantile(probability, guess ?? mixtureQuantileGuess(inputs, probability)),
        varianceToMean: scale,
        valueAndSlope(x) {
          evaluate(x)
          return { value: 1 - evaluated.tail - threshold, slope: evaluated.density, bend: evaluated.bend }
        },
      })
    },
  }
}

// exp(-13) leaves 2e-7 beyond the reach of a first guess.
const roughExponent = 13

// One at a time: no evaluation outlives its call.
const curve = emptyGammaTailCurve()
const line = emptyGammaTailLine()
const astride = { first: 0, curvedFrom: 0, end: 0 }
const evaluated = { tail: 0, excess: 0, density: 0, bend: 0 }
const rough = { tail: 0, excess: 0, density: 0, bend: 0 }
