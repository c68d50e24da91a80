/** The index of the value nearest to another, of values in ascending order; null where there are none. */
export function nearestIndex(values: readonly number[], wanted: number): number | null {
  if (values.length === 0) return null
  let low = 0
  let high = values.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) <= wanted) low = middle
    else high = middle
  }
  return Math.abs((values[low] as number) - wanted) <= Math.abs((values[high] as number) - wanted) ? low : high
}
