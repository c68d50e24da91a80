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

// Then the lines are no help, and halving ends it.
const mostLines = 8

/**
 * The same where it is known how much is lacking: by lines through what is known, which takes fewer looks than halving.
 *
 * @param guess whole, at least 0; the nearer the quicker
 * @param of how far to step from the guess at first, whole, at least 1, and what is lacking: it falls as the count
 *   grows, and where it is 0 or less, the count does
 *
 * @example
 * smallestCountByLines(3, { step: 2, lacking: (count) => 50 - count * count }) // => 8
 */
export function smallestCountByLines(guess: number, of: { readonly step: number; readonly lacking: (count: number) => number }): number {
  const { lacking } = of
  // Above `low` lies the answer, at most at `high`; what they lack.
  let low = -1
  let lowLacks = NaN
  let high = guess
  let highLacks = lacking(guess)
  let step = of.step
  if (highLacks <= 0) {
    for (let next = guess - step; next >= 0; next = high - step) {
      const lacks = lacking(next)
      if (lacks > 0) {
        low = next
        lowLacks = lacks
        break
      }
      high = next
      highLacks = lacks
      step *= 2
    }
  } else {
    while (highLacks > 0) {
      low = high
      lowLacks = highLacks
      high += step
      highLacks = lacking(high)
      step *= 2
    }
  }
  for (let line = 0; high - low > 1; line++) {
    const crossing = low + ((high - low) * lowLacks) / (lowLacks - highLacks)
    const next = line < mostLines && crossing > low ? Math.min(high - 1, Math.max(low + 1, Math.ceil(crossing))) : Math.floor((low + high) / 2)
    const lacks = lacking(next)
    if (lacks > 0) {
      low = next
      lowLacks = lacks
    } else {
      high = next
      highLacks = lacks
    }
  }
  return high
}
