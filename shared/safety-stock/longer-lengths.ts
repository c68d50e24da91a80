/** Sums over the lengths from one index on: those that lie wholly above a quantity, and need no evaluation. */
export type LongerLengths = {
  /** The first index that is counted. */
  from: number
  /** Sum of the weights. */
  weight: number
  /** Sum of the weights times the values. */
  moment: number
}

/**
 * Sums over no lengths yet, of a mixture of so many.
 *
 * @param count how many lengths there are
 */
export function noLongerLengths(count: number): LongerLengths {
  return { from: count, weight: 0, moment: 0 }
}

/**
 * Moves the sums to begin at another index. Quantities that are asked for in turn are near each other, so that few lengths pass.
 *
 * @param sums of the weights and values given here in every call
 * @param of weights, the value of each length, and the index of the first of them among the values
 * @param from the first index to be counted
 *
 * @example
 * const sums = noLongerLengths(3)
 * moveLongerLengths(sums, { weights: Float64Array.of(0.5, 0.25, 0.25), values: Float64Array.of(4, 8, 12), offset: 0 }, 1)
 * sums // => { from: 1, weight: 0.5, moment: 5 }
 */
export function moveLongerLengths(
  sums: LongerLengths,
  { weights, values, offset }: { readonly weights: Float64Array; readonly values: Float64Array; readonly offset: number },
  from: number,
): void {
  // Kept in variables while it moves: a number stored in every step would be an object in every step.
  let at = sums.from
  let total = sums.weight
  let moment = sums.moment
  while (at > from) {
    const weight = weights[--at]!
    total += weight
    moment += weight * values[offset + at]!
  }
  while (at < from) {
    const weight = weights[at]!
    total -= weight
    moment -= weight * values[offset + at++]!
  }
  sums.from = from
  sums.weight = total
  sums.moment = moment
}
