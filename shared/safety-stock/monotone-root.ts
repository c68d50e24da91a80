/** What a root search needs: an increasing function with its slope. */
export type MonotoneProblem = {
  /** Value at x, slope there (at least 0; 0 or NaN where unknown), and how the slope changes, where known. Increasing in x. */
  readonly valueAndSlope: (x: number) => { readonly value: number; readonly slope: number; readonly bend?: number }
  /** The smallest x allowed; the answer where the function has reached 0 there. */
  readonly lower: number
  /** Where to begin, at or above `lower`. */
  readonly guess: number
  /**
   * Variance over mean of what smooths the function: within a hundred-thousandth of √(x · this) it is a straight
   * line to ten digits, so that a Newton step so short needs no check. 0 for functions with corners.
   */
  readonly varianceToMean: number
}

// Levels are promised to 1e-6 relative; this leaves six digits to spare.
const relativeStep = 1e-13
const smoothShare = 1e-5
// The same for a step that takes account of the bend, and how far, as a share of the answer, it may be off by then.
const bentShare = 3e-3
const bentError = 3e-9
const mostStretch = 4
const mostIterations = 400

/**
 * The smallest x of at least `lower` at which an increasing function reaches 0, to 1e-8 relative or better
 * (1e-10 where the bend is not known).
 *
 * Newton's method (Halley's, where the bend is known) kept inside a bracket that is halved whenever a step leaves
 * it or does not shrink it enough, so that steps and plateaus only cost time.
 *
 * @param problem the function, a lower bound and a first guess
 */
export function monotoneRoot(problem: MonotoneProblem): number {
  let below = problem.lower
  let above = Infinity
  let x = Math.max(problem.guess, below)
  let previousStep = Infinity
  let isLowerKnown = false
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const { value, slope, bend } = problem.valueAndSlope(x)
    if (x === problem.lower) {
      if (value >= 0) return x
      isLowerKnown = true
    }
    if (value >= 0) above = x
    else below = x
    if (value === 0 && above === x && slope > 0) return x
    if (above !== Infinity && above - below <= relativeStep * above) break
    const straight = value / slope
    // Newton's step, or Halley's where the bend is known and small.
    const turn = bend === undefined ? 0 : (0.5 * straight * bend) / slope
    const bent = Math.abs(turn) < 0.25 ? straight / (1 - turn) : straight
    let next = x - bent
    // Without an upper end a slope near 0 would send a step out of sight, from where no halving comes back.
    const isInside = next > below && next < Math.min(above, mostStretch * Math.max(x, below))
    const step = Math.abs(next - x)
    if (isInside && step <= relativeStep * x) return value >= 0 ? x : next
    const spread = Math.sqrt(x * problem.varianceToMean)
    if (isInside && step <= smoothShare * spread) return next
    if (isInside && bend !== undefined && step <= bentShare * spread && turn * turn * step <= bentError * x) return next
    if (next <= below && !isLowerKnown) next = problem.lower
    else if (!isInside || step > 0.5 * previousStep) {
      next = above === Infinity ? 2 * Math.max(x, below) + 1e-9 : 0.5 * (below + above)
      previousStep = above - below
    } else {
      previousStep = step
    }
    x = next
  }
  return above === Infinity ? below : above
}
