import { DomainError } from '../domain-error'

/**
 * Shares of scenarios after one of them was moved: the others keep their proportions, and together they stay one.
 *
 * Where all others are zero, what is left over is shared among them alike.
 *
 * @param weights relative weights, at least 0, of which one at least is above 0
 * @param moved which one, and its new share, 0 to 1
 * @throws {DomainError} naming `share` outside 0 to 1
 *
 * @example
 * linkedWeights([0.5, 0.25, 0.25], { index: 0, share: 0.8 }) // => [0.8, 0.1, 0.1]
 */
export function linkedWeights(weights: readonly number[], moved: { readonly index: number; readonly share: number }): readonly number[] {
  if (!(moved.share >= 0 && moved.share <= 1)) throw new DomainError('share', moved.share, 'a number from 0 to 1')
  if (weights.length === 1) return [1]
  const others = weights.reduce((sum, weight, index) => (index === moved.index ? sum : sum + weight), 0)
  const left = 1 - moved.share
  return weights.map((weight, index) => {
    if (index === moved.index) return moved.share
    return rounded(others > 0 ? (left * weight) / others : left / (weights.length - 1))
  })
}

// Shares are kept to a millionth: what a slider moves by is coarser, and the text of a weight stays short.
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6
}
