/** A simulated figure with its standard error: what another seed would move it by. */
export type Estimate = { readonly value: number; readonly standardError: number }

/**
 * The mean of independent values, one a path.
 *
 * @param values at least one
 *
 * @example
 * meanEstimate([1, 2, 3]) // => { value: 2, standardError: 0.577 }
 */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  const count = values.length
  let sum = 0
  for (let index = 0; index < count; index++) sum += values[index]!
  const value = sum / count
  let squares = 0
  for (let index = 0; index < count; index++) squares += (values[index]! - value) ** 2
  return { value, standardError: count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count) }
}

/**
 * A share of paths. Where none or all of them count, the standard error is that of half a path.
 *
 * @param count paths that count
 * @param paths paths in all, at least 1
 *
 * @example
 * shareEstimate(25, 100) // => { value: 0.25, standardError: 0.0433 }
 */
export function shareEstimate(count: number, paths: number): Estimate {
  const value = count / paths
  const spread = Math.min(Math.max(value, 0.5 / paths), 1 - 0.5 / paths)
  return { value, standardError: Math.sqrt((spread * (1 - spread)) / paths) }
}

/**
 * A ratio of sums over paths, such as cycles short over cycles: what happens within a path is not independent, so its
 * standard error is measured between paths.
 *
 * @param parts numerators, one a path
 * @param wholes denominators, one a path
 * @returns null where the denominators sum to 0
 *
 * @example
 * ratioEstimate([1, 0, 1], [10, 10, 10])?.value // => 0.0667
 */
export function ratioEstimate(parts: ArrayLike<number>, wholes: ArrayLike<number>): Estimate | null {
  let part = 0
  let whole = 0
  for (let index = 0; index < parts.length; index++) {
    part += parts[index]!
    whole += wholes[index]!
  }
  if (!(whole > 0)) return null
  const value = part / whole
  let squares = 0
  for (let index = 0; index < parts.length; index++) squares += (parts[index]! - value * wholes[index]!) ** 2
  const count = parts.length
  return { value, standardError: count < 2 ? 0 : Math.sqrt((squares * count) / (count - 1)) / whole }
}

/**
 * A percentile of values, one a path, with half the distance between the order statistics one standard deviation of
 * rank to either side as its standard error.
 *
 * @param sorted at least one; only the values at `percentilePlaces` need to be in their places
 * @param probability in (0, 1)
 *
 * @example
 * percentileEstimate([1, 2, 3, 4], 0.5) // => { value: 2, standardError: 1 }
 */
export function percentileEstimate(sorted: ArrayLike<number>, probability: number): Estimate {
  const [below, place, above] = percentilePlaces(sorted.length, probability)
  return { value: sorted[place]!, standardError: (sorted[above]! - sorted[below]!) / 2 }
}

/**
 * The places in a sorted array of a percentile, between those one standard deviation of rank below and above it.
 *
 * @param count values, at least one
 * @param probability in (0, 1)
 *
 * @example
 * percentilePlaces(100, 0.5) // => [44, 49, 54]
 */
export function percentilePlaces(count: number, probability: number): readonly [number, number, number] {
  const rank = probability * count
  const sd = Math.sqrt(count * probability * (1 - probability))
  const placeOf = (wanted: number): number => Math.min(count - 1, Math.max(0, Math.ceil(wanted - 1e-9) - 1))
  return [placeOf(rank - sd), placeOf(rank), placeOf(rank + sd)]
}
