import { exponentialDraw } from './exponential-draw'
import { normalDraw } from './normal-draw'
import { randomUnit, type RandomState } from './random-state'

// Below e^−40 of the scale a draw counts as 0.
const negligibleExponent = 40
// e^(−k/64), so that e^(−x) costs a look-up and four terms of its series: relatively accurate to 1e-11.
const steps = 64
const powers = Float64Array.from({ length: negligibleExponent * steps + 1 }, (_, index) => Math.exp(-index / steps))

/**
 * Fills a stretch of an array with independent gamma numbers.
 *
 * @param state the stream; changed
 * @param of shape and scale, both above 0
 * @param into the array, the first index to fill, and the first no longer to fill
 * @see Marsaglia & Tsang, A simple method for generating gamma variables, ACM TOMS 26(3), 2000; shapes below 1 by their U^(1/a)
 */
export function fillGammaDraws(
  state: RandomState,
  of: { readonly shape: number; readonly scale: number },
  into: { readonly array: Float64Array; readonly from: number; readonly until: number },
): void {
  const { array, from, until } = into
  const { shape, scale } = of
  const isSmall = shape < 1
  const d = (isSmall ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  const size = d * scale
  const rate = 1 / shape
  for (let index = from; index < until; index++) {
    let factor = size
    if (isSmall) {
      const exponent = exponentialDraw(state) * rate
      if (exponent >= negligibleExponent) {
        array[index] = 0
        continue
      }
      const step = (exponent * steps) | 0
      const rest = step / steps - exponent
      factor = size * powers[step]! * (1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest * (1 / 24)))))
    }
    // The first try succeeds nearly always, and is written out because a call a day is what a simulation spends its time on.
    const x = normalDraw(state)
    const root = 1 + c * x
    const v = root * root * root
    const square = x * x
    const u = randomUnit(state)
    const isKept = root > 0 && (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v)))
    array[index] = factor * (isKept ? v : cubeDraw(state, c, d))
  }
}

/** `v` with `d·v` gamma of shape `d + 1/3`. */
function cubeDraw(state: RandomState, c: number, d: number): number {
  for (;;) {
    const x = normalDraw(state)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    const u = randomUnit(state)
    const square = x * x
    if (u < 1 - 0.0331 * square * square) return v
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return v
  }
}
