import { negativeBinomialCdf, negativeBinomialProbability } from '../probability/negative-binomial-distribution'
import { poissonCdf, poissonProbability } from '../probability/poisson-distribution'
import { mixtureMean, probabilityTolerance, type DemandMixture, type Exceedance, type MixtureInputs } from './demand-mixture'

/**
 * Whole pieces over an interval of random length: negative binomial, or Poisson where the variance does not exceed the mean.
 *
 * The mean over variance ratio is the same for all lengths, so one recursion
 * over the number of pieces carries the probabilities of all lengths along.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 */
export function countMixture(inputs: MixtureInputs): DemandMixture {
  const isTabled = (inputs.means.at(-1) ?? 0) <= largestTabledMean && inputs.varianceToMean <= largestTabledRatio
  return isTabled ? tabledMixture(inputs) : evaluatedMixture(inputs)
}

// Above this mean the recursion over every piece costs more than evaluating single quantities.
const largestTabledMean = 1500
const largestTabledRatio = 100
// What the table may leave out at its end.
const negligible = 1e-16
const leastExponent = -600
// Early enough that nothing is missed, late enough that the probability has its digits.
const leastRevived = 1e-30

function tabledMixture(inputs: MixtureInputs): DemandMixture {
  const mean = mixtureMean(inputs)
  const tails = tailTable(inputs)
  const excesses = new Float64Array(tails.length + 1)
  for (let pieces = tails.length - 1; pieces >= 0; pieces--) {
    excesses[pieces] = (excesses[pieces + 1] as number) + (tails[pieces] as number)
  }

  function exceedance(quantity: number): Exceedance {
    if (quantity < 0) return { probability: 1, excess: mean - quantity }
    const pieces = Math.floor(quantity)
    if (pieces >= tails.length) return { probability: 0, excess: 0 }
    const probability = tails[pieces] as number
    return { probability, excess: (excesses[pieces] as number) - (quantity - pieces) * probability }
  }

  return {
    mean,
    varianceToMean: inputs.varianceToMean,
    isWhole: true,
    cdf: (quantity) => 1 - exceedance(quantity).probability,
    exceedance,
    roughExceedance: exceedance,
    quantile(probability) {
      const most = 1 - probability + probabilityTolerance
      let low = 0
      let high = tails.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((tails[middle] as number) <= most) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}

/** P(X > k) for every number of pieces k up to where nothing is left. */
function tailTable({ weights, means, varianceToMean }: MixtureInputs): Float64Array {
  const count = means.length
  const isPoisson = varianceToMean <= 1
  const success = isPoisson ? 0 : (varianceToMean - 1) / varianceToMean
  const sizes = new Float64Array(count)
  // Weighted probabilities of the current number of pieces, one for each length.
  const current = new Float64Array(count)
  const largest = means[count - 1] as number
  const logNone = isPoisson ? -1 : -Math.log1p(varianceToMean - 1) / (varianceToMean - 1)
  const needsRevival = logNone * largest < leastExponent
  for (let index = 0; index < count; index++) {
    const mean = means[index] as number
    sizes[index] = isPoisson ? mean : mean / (varianceToMean - 1)
    // What a double would hold with few digits, or not at all, begins later.
    current[index] = logNone * mean < leastExponent ? 0 : (weights[index] as number) * Math.exp(logNone * mean)
  }
  const probabilities: number[] = []
  let summed = 0
  const mostPieces = Math.ceil(4 * largest + 60 * Math.max(1, varianceToMean) + 200)
  for (let pieces = 0; pieces <= mostPieces; pieces++) {
    let probability = 0
    if (isPoisson) {
      for (let index = 0; index < count; index++) {
        const p = current[index] as number
        probability += p
        current[index] = (p * (sizes[index] as number)) / (pieces + 1)
      }
    } else {
      const factor = success / (pieces + 1)
      for (let index = 0; index < count; index++) {
        const p = current[index] as number
        probability += p
        current[index] = p * factor * ((sizes[index] as number) + pieces)
      }
    }
    if (needsRevival) revive(current, pieces + 1, { weights, means, varianceToMean, family: 'negative-binomial' })
    probabilities.push(probability)
    summed += probability
    if (summed > 0.5 && probability < negligible * 1e-3 && pieces > largest) break
  }
  const tails = new Float64Array(probabilities.length)
  let tail = 0
  for (let pieces = probabilities.length - 1; pieces >= 0; pieces--) {
    tails[pieces] = tail
    tail += probabilities[pieces] as number
  }
  return tails
}

/** Restarts lengths whose probability of few pieces was too small for a double, once it is not. */
function revive(current: Float64Array, pieces: number, { weights, means, varianceToMean }: MixtureInputs): void {
  for (let index = 0; index < current.length; index++) {
    if (current[index] !== 0) continue
    const mean = means[index] as number
    if (mean === 0 || pieces > mean) continue
    const variance = mean * varianceToMean
    const probability =
      varianceToMean <= 1
        ? poissonProbability({ mean, count: pieces })
        : negativeBinomialProbability({ mean, variance, count: pieces })
    if (probability > leastRevived) current[index] = (weights[index] as number) * probability
  }
}

function evaluatedMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean } = inputs
  const mean = mixtureMean(inputs)

  function exceedance(quantity: number): Exceedance {
    if (quantity < 0) return { probability: 1, excess: mean - quantity }
    const pieces = Math.floor(quantity)
    let probability = 0
    let excess = 0
    for (let index = 0; index < means.length; index++) {
      const of = means[index] as number
      if (of === 0) continue
      const weight = weights[index] as number
      const { tail, meanAbove } = exceedanceOfCount(of, varianceToMean, pieces)
      probability += weight * tail
      excess += weight * (meanAbove - quantity * tail)
    }
    return { probability, excess: Math.max(0, excess) }
  }

  return {
    mean,
    varianceToMean: inputs.varianceToMean,
    isWhole: true,
    cdf: (quantity) => 1 - exceedance(quantity).probability,
    exceedance,
    roughExceedance: exceedance,
    quantile(probability) {
      const most = 1 - probability + probabilityTolerance
      let high = Math.ceil(mean) + 1
      while (exceedance(high).probability > most) high *= 2
      let low = 0
      while (low < high) {
        const middle = Math.floor((low + high) / 2)
        if (exceedance(middle).probability <= most) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}

/** P(X > k) and E[X; X > k]: the second by the identity k·p(k) = mean · p'(k − 1), p' of one success more. */
function exceedanceOfCount(mean: number, varianceToMean: number, pieces: number): { tail: number; meanAbove: number } {
  if (varianceToMean <= 1) {
    return {
      tail: 1 - poissonCdf({ mean, count: pieces }),
      meanAbove: mean * (pieces === 0 ? 1 : 1 - poissonCdf({ mean, count: pieces - 1 })),
    }
  }
  const largerMean = mean + varianceToMean - 1
  return {
    tail: 1 - negativeBinomialCdf({ mean, variance: mean * varianceToMean, count: pieces }),
    meanAbove:
      mean *
      (pieces === 0
        ? 1
        : 1 - negativeBinomialCdf({ mean: largerMean, variance: largerMean * varianceToMean, count: pieces - 1 })),
  }
}
