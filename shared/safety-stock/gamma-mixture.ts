import { continuedGammaTail, continuedGammaTerm } from '../probability/continued-gamma-tail'
import { tabledNormalCdf, tabledNormalDensity } from '../probability/normal-cdf-table'
import { mixtureMoments, probabilityTolerance, quantileGuess, type DemandMixture, type Exceedance, type MixtureInputs } from './demand-mixture'
import { curveSize, emptyGammaTailCurve, fitGammaTailCurve, valueOnCurve } from './gamma-tail-curve'
import { farShape, gammaTailPieces, leastCurvedShape, leastCurvedZ, nearShape } from './gamma-tail-patch'
import { moveLongerLengths, noLongerLengths } from './longer-lengths'
import { monotoneRoot } from './monotone-root'

/**
 * Gamma demand over an interval of random length.
 *
 * Mean and variance grow together with the length, so that all lengths share
 * one scale `θ` = variance / mean and have shape `mean / θ`. Only the lengths
 * whose distribution straddles `x` are evaluated, by a curve over the shapes (`gamma-tail-curve`); the others lie
 * wholly above or below it. Probabilities are good to 1e-9, excesses to 2e-9 of the mean.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function gammaMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean: scale } = inputs
  const count = weights.length
  const perScale = 1 / scale
  const moments = mixtureMoments(inputs)
  const { mean } = moments
  // Of the lengths too long to evaluate.
  const longer = noLongerLengths(count)
  const ofMeans = { weights, values: means, offset: 0 }

  /** The first length of which the shape is above a bound. */
  function firstAbove(shape: number): number {
    const bound = shape * scale
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (means[middle]! > bound) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Which lengths straddle z, and from which on the curve serves. */
  function findAstride(z: number): void {
    astride.first = firstAbove(nearShape(z))
    astride.end = firstAbove(farShape(z))
    astride.curvedFrom = z < leastCurvedZ ? astride.end : Math.min(astride.end, Math.max(astride.first, firstAbove(leastCurvedShape)))
    moveLongerLengths(longer, ofMeans, astride.end)
  }

  function tailAt(quantity: number): number {
    const z = quantity * perScale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    let tail = longer.weight
    for (let index = first; index < curvedFrom; index++) {
      if (weights[index] !== 0) tail += weights[index]! * continuedGammaTail(means[index]! * perScale, z)
    }
    if (curvedFrom === end) return tail
    fitGammaTailCurve(curve, z, false)
    const { deviates, bounds, shift } = curve
    let index = curvedFrom
    for (let piece = 0; piece < gammaTailPieces && index < end; piece++) {
      const until = pieceEnd(piece, end)
      const perHalf = 2 / (bounds[piece + 1]! - bounds[piece]!)
      const start = -1 - (bounds[piece]! + shift) * perHalf
      const at = piece * curveSize
      for (; index < until; index++) {
        tail += weights[index]! * tabledNormalCdf(valueOnCurve(deviates, at, Math.sqrt(means[index]! * perScale) * perHalf + start))
      }
    }
    return tail
  }

  /** The length after the last of a piece of the curve; the last piece takes what is left. */
  function pieceEnd(piece: number, end: number): number {
    if (piece === gammaTailPieces - 1) return end
    const root = curve.bounds[piece + 1]! + curve.shift
    return Math.min(end, firstAbove(root * root))
  }

  /** Fills `evaluated` with the tail at a quantity, the excess, and the density with its slope. */
  function evaluate(quantity: number): void {
    const z = quantity * perScale
    findAstride(z)
    const { first, curvedFrom, end } = astride
    evaluated.tail = longer.weight
    evaluated.excess = longer.moment - quantity * longer.weight
    evaluated.density = 0
    evaluated.bend = 0
    addOneByOne(z, first, curvedFrom)
    if (curvedFrom < end) addByCurve(z, curvedFrom, end)
  }

  function addOneByOne(z: number, from: number, until: number): void {
    for (let index = from; index < until; index++) {
      const weight = weights[index]!
      if (weight === 0) continue
      const shape = means[index]! * perScale
      const tail = continuedGammaTail(shape, z)
      const density = (weight * shape * continuedGammaTerm(shape, z)) / z
      evaluated.tail += weight * tail
      evaluated.excess += scale * (weight * (shape - z) * tail + z * density)
      evaluated.density += density * perScale
      evaluated.bend += density * ((shape - 1) / z - 1) * perScale * perScale
    }
  }

  function addByCurve(z: number, from: number, end: number): void {
    fitGammaTailCurve(curve, z, true)
    const { deviates, slopes, bounds, shift } = curve
    const perZ = 1 / z
    let tails = 0
    let excesses = 0
    let densities = 0
    let bends = 0
    let index = from
    for (let piece = 0; piece < gammaTailPieces && index < end; piece++) {
      const until = pieceEnd(piece, end)
      const perHalf = 2 / (bounds[piece + 1]! - bounds[piece]!)
      const start = -1 - (bounds[piece]! + shift) * perHalf
      const first = piece * curveSize
      for (; index < until; index++) {
        const weight = weights[index]!
        const shape = means[index]! * perScale
        const at = Math.sqrt(shape) * perHalf + start
        const deviate = valueOnCurve(deviates, first, at)
        const tail = weight * tabledNormalCdf(deviate)
        const density = weight * tabledNormalDensity(deviate) * valueOnCurve(slopes, first, at)
        tails += tail
        excesses += (shape - z) * tail
        densities += density
        bends += density * (shape - 1)
      }
    }
    // E[(X − z)+] = (a − z)·Q(a, z) + z·f(z), and f′ = f·((a − 1)/z − 1).
    evaluated.tail += tails
    evaluated.excess += scale * (excesses + z * densities)
    evaluated.density += densities * perScale
    evaluated.bend += (bends * perZ - densities) * perScale * perScale
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
    ...moments,
    varianceToMean: scale,
    isWhole: false,
    leastQuantity: 0,
    cdf: (quantity) => (quantity <= 0 ? 1 - exceedance(quantity).probability : Math.min(1, Math.max(0, 1 - tailAt(quantity)))),
    exceedance,
    quantile(probability, guess) {
      const threshold = probability - probabilityTolerance
      return monotoneRoot({
        lower: 0,
        guess: guess ?? quantileGuess(moments, probability),
        varianceToMean: scale,
        valueAndSlope(x) {
          if (x === 0) return { value: 1 - exceedance(0).probability - threshold, slope: 0 }
          evaluate(x)
          return { value: 1 - evaluated.tail - threshold, slope: evaluated.density, bend: evaluated.bend }
        },
      })
    },
  }
}

// One at a time: no evaluation outlives its call.
const curve = emptyGammaTailCurve()
const astride = { first: 0, curvedFrom: 0, end: 0 }
const evaluated = { tail: 0, excess: 0, density: 0, bend: 0 }
