/**
 * The smallest whole number of at least 0 from which on something holds: by steps from a guess that grow, then by halves.
 *
 * @param guess whole, at least 0; the nearer the quicker
 * @param holds whether it holds for a number; once it does, it does for all larger ones
 *
 * @example
 * smallestCount(3, (count) => count * count >= 50) // => 8
 */
export function smallestCount(guess: number, holds: (count: number) => boolean): number {
  // Above `low` lies the answer; from `high` on it holds.
  let low = -1
  let high = guess
  let step = 1 + Math.floor(guess / 32)
  if (holds(guess)) {
    for (let next = guess - step; next >= 0; next -= step *= 2) {
      if (!holds(next)) {
        low = next
        break
      }
      high = next
    }
  } else {
    low = guess
    for (high = guess + step; !holds(high); high += step *= 2) low = high
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
