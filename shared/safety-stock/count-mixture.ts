import { negativeBinomialCdf, negativeBinomialProbability } from '../probability/negative-binomial-distribution'
import { poissonCdf, poissonProbability } from '../probability/poisson-distribution'
import { mixtureMoments, probabilityTolerance, quantileGuess, type DemandMixture, type Exceedance, type MixtureInputs } from './demand-mixture'
import { moveLongerLengths, noLongerLengths } from './longer-lengths'
import { lengthsBelow, lengthsWithin, pieceTails, type PieceTails } from './piece-tails'
import { smallestCount, smallestCountByLines } from './smallest-count'

/**
 * Whole pieces over an interval of random length: negative binomial, or Poisson where the variance does not exceed the mean.
 *
 * From a table of the tails of every length where that is not too large, else length by length.
 *
 * @param inputs weights, ascending means, and a variance-to-mean ratio above 0
 * @param grid the tails of the lengths of a grid, and the index in it of the first of the means; where left out, those of the means
 */
export function countMixture(inputs: MixtureInputs, grid?: { readonly tails: PieceTails; readonly offset: number }): DemandMixture {
  if (!isTabled(inputs)) return evaluatedMixture(inputs)
  return tabledMixture(inputs, grid?.tails ?? pieceTails(inputs.means, inputs.varianceToMean), grid?.offset ?? 0)
}

// Above this mean the recursion over every piece costs more than evaluating single quantities.
const largestTabledMean = 1500
const largestTabledRatio = 100

function isTabled({ means, varianceToMean }: MixtureInputs): boolean {
  return ((means.at(-1) ?? 0) <= largestTabledMean && varianceToMean <= largestTabledRatio) || (means[0] ?? 0) < 0
}

function tabledMixture(inputs: MixtureInputs, tails: PieceTails, offset: number): DemandMixture {
  const { weights, means } = inputs
  const count = weights.length
  const moments = mixtureMoments(inputs)
  const { mean } = moments
  // What the mean gains with each piece that is known to be there: none where the number is Poisson.
  const gain = Math.max(1, inputs.varianceToMean) - 1

  // Of the lengths that exceed any quantity asked for.
  const longer = noLongerLengths(count)
  const ofMeans = { weights, values: means, offset: 0 }

  function tailAt(pieces: number): number {
    if (pieces < 0) return 1
    const { values, at, first, end: known } = tails.row(pieces)
    const end = Math.max(0, Math.min(count, known - offset))
    moveLongerLengths(longer, ofMeans, end)
    let tail = longer.weight
    for (let index = Math.max(0, first - offset); index < end; index++) tail += weights[index]! * values[at + offset + index]!
    return tail
  }

  function exceedance(quantity: number): Exceedance {
    if (quantity <= 0) return { probability: quantity < 0 ? 1 : tailAt(0), excess: mean - quantity, density: 0 }
    const pieces = Math.floor(quantity)
    const { values, at, before, first, end: known } = tails.row(pieces)
    const end = Math.max(0, Math.min(count, known - offset))
    moveLongerLengths(longer, ofMeans, end)
    let probability = longer.weight
    let meanAbove = longer.moment
    for (let index = Math.max(0, first - offset); index < end; index++) {
      const weight = weights[index]!
      const tail = values[at + offset + index]!
      const exactly = values[before + offset + index]! - tail
      probability += weight * tail
      // E[X; X > k] = m·P(X > k) + (m + gain·k)·P(k), summed over the recursion of P.
      meanAbove += weight * (means[index]! * tail + (means[index]! + gain * pieces) * exactly)
    }
    return { probability, excess: Math.max(0, meanAbove - quantity * probability), density: 0 }
  }

  return {
    ...moments,
    varianceToMean: inputs.varianceToMean,
    isWhole: true,
    leastQuantity: 0,
    cdf: (quantity) => 1 - tailAt(Math.floor(quantity)),
    exceedance,
    quantile(probability, guess) {
      const most = 1 - probability + probabilityTolerance
      return smallestCount(Math.max(0, Math.ceil(guess ?? quantileGuess(moments, probability))), (pieces) => tailAt(pieces) <= most)
    },
  }
}

// How far from its guess a quantile is looked for first, in standard deviations.
const firstStep = 0.05
// A logarithm that stands for that of nothing at all.
const leastLogarithm = -60

function evaluatedMixture(inputs: MixtureInputs): DemandMixture {
  const { weights, means, varianceToMean } = inputs
  const count = weights.length
  const moments = mixtureMoments(inputs)
  const { mean } = moments
  const ratio = Math.max(1, varianceToMean)
  // Of the lengths that exceed any quantity asked for.
  const longer = noLongerLengths(count)
  const ofMeans = { weights, values: means, offset: 0 }

  function tailAt(pieces: number): number {
    if (pieces < 0) return 1
    const end = lengthsWithin(means, ratio, pieces)
    moveLongerLengths(longer, ofMeans, end)
    let tail = longer.weight
    for (let index = lengthsBelow(means, ratio, pieces); index < end; index++) {
      if (means[index] !== 0) tail += weights[index]! * tailOfCount(means[index]!, varianceToMean, pieces)
    }
    return tail
  }

  function exceedance(quantity: number): Exceedance {
    if (quantity < 0) return { probability: 1, excess: mean - quantity, density: 0 }
    const pieces = Math.floor(quantity)
    const end = lengthsWithin(means, ratio, pieces)
    moveLongerLengths(longer, ofMeans, end)
    let probability = longer.weight
    let excess = longer.moment - quantity * longer.weight
    for (let index = lengthsBelow(means, ratio, pieces); index < end; index++) {
      const of = means[index]!
      if (of === 0) continue
      // As in the table: E[X; X > k] = m·P(X > k) + (m + gain·k)·P(k).
      const tail = tailOfCount(of, varianceToMean, pieces)
      probability += weights[index]! * tail
      const exactly = probabilityOfCount(of, varianceToMean, pieces)
      excess += weights[index]! * ((of - quantity) * tail + (of + (ratio - 1) * pieces) * exactly)
    }
    return { probability, excess: Math.max(0, excess), density: 0 }
  }

  return {
    ...moments,
    varianceToMean: inputs.varianceToMean,
    isWhole: true,
    leastQuantity: 0,
    cdf: (quantity) => 1 - tailAt(Math.floor(quantity)),
    exceedance,
    quantile(probability, guess) {
      const most = 1 - probability + probabilityTolerance
      return smallestCountByLines(Math.max(0, Math.ceil(guess ?? quantileGuess(moments, probability))), {
        step: 1 + Math.floor(firstStep * Math.sqrt(moments.variance)),
        // As a logarithm it is almost straight in the tail.
        lacking: (pieces) => Math.max(leastLogarithm, Math.log(tailAt(pieces) / most)),
      })
    },
  }
}

/** P(X > k). */
function tailOfCount(mean: number, varianceToMean: number, pieces: number): number {
  if (varianceToMean <= 1) return 1 - poissonCdf({ mean, count: pieces })
  return 1 - negativeBinomialCdf({ mean, variance: mean * varianceToMean, count: pieces })
}

/** P(X = k). */
function probabilityOfCount(mean: number, varianceToMean: number, pieces: number): number {
  if (varianceToMean <= 1) return poissonProbability({ mean, count: pieces })
  return negativeBinomialProbability({ mean, variance: mean * varianceToMean, count: pieces })
}
