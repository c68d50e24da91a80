import { DomainError, requirePositive } from '../domain-error'
import { fillGammaDraws } from './gamma-draw'
import { randomBits, randomUnit, type RandomState } from './random-state'

/** Draws whole numbers of events into a stretch of an array. */
export type CountDraws = (state: RandomState, array: Float64Array, from: number, until: number) => void

// What the table leaves out at either end, relative to its peak.
const negligible = 1e-14
// Beyond this many entries whole numbers are as good as a continuous distribution: rounding moves a draw by less than 1e-5 of its spread.
const mostEntries = 1 << 20

/**
 * Draws from the negative binomial distribution with the given moments, Poisson where the variance does not exceed
 * the mean: by Walker's alias table, two lookups a draw whatever the distribution.
 *
 * @param of mean number of events, above 0, and variance over mean, above 0
 * @throws {DomainError} naming the number that is not above 0
 * @see Walker, An efficient method for generating discrete random variables, ACM TOMS 3(3), 1977; Vose 1991
 */
export function countDraws(of: { readonly mean: number; readonly varianceToMean: number }): CountDraws {
  requirePositive('mean', of.mean)
  requirePositive('varianceToMean', of.varianceToMean)
  const { first, probabilities } = countTable(of)
  if (probabilities.length > mostEntries) return roundedGammaDraws(of)
  const { limits, aliases } = aliasTable(probabilities)
  const count = probabilities.length
  return (state, array, from, until) => {
    for (let index = from; index < until; index++) {
      const entry = ((randomBits(state) >>> 0) * count) / 4294967296 | 0
      array[index] = first + (randomUnit(state) < limits[entry]! ? entry : aliases[entry]!)
    }
  }
}

/** Probabilities around the most likely number, by the recursion P(k + 1)/P(k); they make 1. */
function countTable(of: { readonly mean: number; readonly varianceToMean: number }): { readonly first: number; readonly probabilities: Float64Array } {
  const { mean } = of
  const ratio = Math.max(1, of.varianceToMean)
  // P(k + 1)/P(k) = (k·a + b)/(k + 1)
  const a = (ratio - 1) / ratio
  const b = mean / ratio
  const peak = Math.max(0, Math.floor((b - 1) / (1 - a)) + 1)
  if (!Number.isFinite(peak)) throw new DomainError('mean', mean, 'a mean that can be counted')
  const upwards: number[] = [1]
  for (let k = peak; (upwards.at(-1) ?? 0) > negligible && upwards.length <= mostEntries; k++) upwards.push(((upwards.at(-1) ?? 0) * (k * a + b)) / (k + 1))
  const downwards: number[] = []
  let probability = 1
  for (let k = peak; k > 0 && probability > negligible && downwards.length <= mostEntries; k--) {
    probability *= k / ((k - 1) * a + b)
    downwards.push(probability)
  }
  const probabilities = Float64Array.from([...downwards.toReversed(), ...upwards])
  const sum = probabilities.reduce((total, one) => total + one, 0)
  return { first: peak - downwards.length, probabilities: probabilities.map((one) => one / sum) }
}

function aliasTable(probabilities: Float64Array): { readonly limits: Float64Array; readonly aliases: Int32Array } {
  const count = probabilities.length
  const limits = probabilities.map((probability) => probability * count)
  const aliases = Int32Array.from(limits, (_, index) => index)
  const small: number[] = []
  const large: number[] = []
  limits.forEach((limit, index) => (limit < 1 ? small : large).push(index))
  for (let low = small.pop(), high = large.pop(); low !== undefined && high !== undefined; ) {
    aliases[low] = high
    limits[high] = limits[high]! + limits[low]! - 1
    if (limits[high]! < 1) {
      low = high
      high = large.pop()
    } else {
      low = small.pop()
    }
  }
  // What is left over is 1 but for rounding.
  for (let index = 0; index < count; index++) if (aliases[index] === index) limits[index] = 1
  return { limits, aliases }
}

function roundedGammaDraws(of: { readonly mean: number; readonly varianceToMean: number }): CountDraws {
  const scale = Math.max(1, of.varianceToMean)
  return (state, array, from, until) => {
    fillGammaDraws(state, { shape: of.mean / scale, scale }, { array, from, until })
    for (let index = from; index < until; index++) array[index] = Math.round(array[index]!)
  }
}
