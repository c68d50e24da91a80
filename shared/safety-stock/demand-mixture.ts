import { standardNormalQuantile } from '../probability/normal-distribution'

/** The distribution family of demand over a given number of days. */
export type DemandFamily = 'gamma' | 'normal' | 'negative-binomial'

/**
 * Demand over an interval of random length, as an exact mixture: given the
 * length, demand has mean `means[i]` and variance `means[i] · varianceToMean`.
 */
export type MixtureInputs = {
  /** Distribution of demand given the length. */
  readonly family: DemandFamily
  /** Variance of demand per unit of its mean, part units; 0 for demand that does not vary. */
  readonly varianceToMean: number
  /** Probabilities of the lengths; they sum to 1. */
  readonly weights: Float64Array
  /** Mean demand for each length, part units, ascending; below 0 only for lengths of a lattice that lie there. */
  readonly means: Float64Array
}

/** Probability of exceeding a quantity, and by how much on average. */
export type Exceedance = {
  /** P(X > x). */
  readonly probability: number
  /** E[(X − x)+], part units. */
  readonly excess: number
  /** How fast the probability falls at x, per part unit; 0 where it has steps. */
  readonly density: number
}

/** Mean and variance of demand. */
export type DemandMoments = {
  /** Part units. */
  readonly mean: number
  /** Part units squared. */
  readonly variance: number
}

/** The distribution of demand over an interval of random length. */
export type DemandMixture = DemandMoments & {
  /** Variance over mean of demand in an interval of fixed length, part units; 0 where it does not vary. */
  readonly varianceToMean: number
  /** Whether demand comes in whole pieces, so that levels are whole too. */
  readonly isWhole: boolean
  /** From this quantity on answers are as good as promised; below it, ask a mixture over every single day. Part units. */
  readonly leastQuantity: number
  /** P(X ≤ x) for a quantity of part units. */
  readonly cdf: (quantity: number) => number
  /** P(X > x) and E[(X − x)+] for a quantity of part units. */
  readonly exceedance: (quantity: number) => Exceedance
  /** The smallest quantity of at least 0 that demand stays within with a probability in (0, 1), tested with a tolerance of 1e-12. A guess at it, part units, saves time. */
  readonly quantile: (probability: number, guess?: number | null) => number
}

/** Tolerance with which F(x) ≥ α is tested, so that steps that add up to exactly α are found. */
export const probabilityTolerance = 1e-12

/**
 * Mean and variance of a mixture.
 *
 * @param inputs weights, means and the variance-to-mean ratio
 */
export function mixtureMoments(inputs: Pick<MixtureInputs, 'weights' | 'means' | 'varianceToMean'>): DemandMoments {
  const { weights, means, varianceToMean } = inputs
  let mean = 0
  let square = 0
  for (let index = 0; index < weights.length; index++) {
    const part = weights[index]! * means[index]!
    mean += part
    square += part * means[index]!
  }
  return { mean, variance: Math.max(0, square - mean * mean) + mean * varianceToMean }
}

/**
 * A first guess at a quantile: that of a gamma distribution with the same two moments, by Wilson and Hilferty's cube.
 * Part units, above 0.
 *
 * @param moments mean above 0
 * @param probability in (0, 1)
 */
export function quantileGuess({ mean, variance }: DemandMoments, probability: number): number {
  const shape = (mean * mean) / Math.max(variance, 1e-12 * mean * mean)
  const cube = 1 - 1 / (9 * shape) + standardNormalQuantile(probability) / (3 * Math.sqrt(shape))
  return mean * Math.max(cube, 0.2) ** 3
}
