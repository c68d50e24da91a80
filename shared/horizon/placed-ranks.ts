/**
 * Moves values of an array so that those at the given places are the ones sorting would put there, with all smaller ones
 * before and all larger ones after them: a few percentiles of many values cost less than sorting them all.
 *
 * @param values changed in place; no NaN
 * @param places whole numbers within the array, ascending
 * @see Hoare, Algorithm 65: Find, CACM 4(7), 1961
 *
 * @example
 * placedRanks(Float64Array.of(5, 1, 4, 2, 3), [2])[2] // => 3
 */
export function placedRanks(values: Float64Array, places: readonly number[]): Float64Array {
  placeAll(values, places, { low: 0, high: values.length - 1, from: 0, until: places.length })
  return values
}

type Stretch = { readonly low: number; readonly high: number; readonly from: number; readonly until: number }

/** Places the ranks `from` to `until` (not included), which lie from `low` to `high`. */
function placeAll(values: Float64Array, places: readonly number[], { low, high, from, until }: Stretch): void {
  if (from >= until || low >= high) return
  const middle = (from + until) >> 1
  const place = places[middle]!
  placeOne(values, place, low, high)
  placeAll(values, places, { low, high: place - 1, from, until: middle })
  placeAll(values, places, { low: place + 1, high, from: middle + 1, until })
}

function placeOne(values: Float64Array, place: number, first: number, last: number): void {
  let low = first
  let high = last
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left <= right) {
        const moved = values[left]!
        values[left++] = values[right]!
        values[right--] = moved
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else return
  }
}
