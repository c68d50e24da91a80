import type { DayTable } from './day-table'
import { gammaPrefactor, gammaTail, regularisedGammaQ } from './incomplete-gamma'

// Narrower distributions bend too much within a day for a short series, and need few days anyway.
const leastSdDays = 4
// Terms of the series from one day to the next: z standard deviations out the n-th is (z/sd)ⁿ/n! of the density there.
const termsFrom4 = 18
const termsFrom8 = 13
// Smaller shapes reach days near 0, where the density is no power series; and so do the first days of all.
const leastShape = 10
// Longer times are rare, and it is not worth while to look where their tables would have to end.
const mostMeanDays = 10_000
const firstSeriesDay = 8
// What may lie below the first day of a table: a rounding of a sum that makes 1.
const negligibleStart = 1e-16

const reciprocals = Float64Array.from({ length: termsFrom4 + 1 }, (_, power) => 1 / power)
/** ∫ hⁿ dh from −½ to ½. */
const overDay = Float64Array.from({ length: termsFrom4 + 1 }, (_, power) => (power % 2 === 0 ? (2 * 0.5 ** (power + 1)) / (power + 1) : 0))
// Probabilities up to the centre, from there backwards, and beyond it; used again from call to call.
const down = { days: new Float64Array(512), count: 0 }
const up = { days: new Float64Array(512), count: 0 }

/**
 * Whether `smoothGammaDays` serves.
 *
 * @param of `meanDays` and `sdDays` above 0
 */
export function isSmoothGamma({ meanDays, sdDays }: { readonly meanDays: number; readonly sdDays: number }): boolean {
  return sdDays >= leastSdDays && meanDays <= mostMeanDays && meanDays * meanDays >= leastShape * sdDays * sdDays
}

/**
 * A gamma distributed number of days as a table over whole days, cut at its end and renormalised, where it is wide:
 * in less than half the time that differences of the distribution function take.
 *
 * The density f about a day x is a power series whose terms follow from x·f′ = (a − 1 − x/θ)·f:
 *
 *     (n + 1)·x·c(n+1) = (a − 1 − x/θ − n)·c(n) − c(n−1)/θ,   f(x + h) = f(x)·Σ c(n)·hⁿ
 *
 * Its integral from −½ to ½ is the probability of the day, and at ±1 it leads to the days beside it. Each probability
 * is accurate to 1e-13, their sum is 1.
 *
 * @param of `meanDays` and `sdDays` for which `isSmoothGamma`
 * @param endTail the table ends on the first day with less than this beyond it
 */
export function smoothGammaDays(of: { readonly meanDays: number; readonly sdDays: number }, endTail: number): DayTable {
  const { meanDays, sdDays } = of
  const relativeSd = sdDays / meanDays
  const gamma: WideGamma = { shape: 1 / (relativeSd * relativeSd), scaleDays: sdDays * relativeSd, centre: Math.floor(meanDays), meanDays, terms: sdDays < 8 ? termsFrom4 : termsFrom8 }
  fillDown(gamma)
  fillUp(gamma, endTail)
  // The centre is in both.
  const length = down.count + up.count - 1
  const probabilities = new Float64Array(length)
  let sum = 0
  for (let index = 0; index < length; index++) {
    const probability = index < down.count ? down.days[down.count - 1 - index]! : up.days[index - down.count + 1]!
    probabilities[index] = probability
    sum += probability
  }
  for (let index = 0; index < length; index++) probabilities[index]! /= sum
  return { firstDay: gamma.centre - down.count + 1, probabilities }
}

type WideGamma = { readonly shape: number; readonly scaleDays: number; readonly meanDays: number; readonly centre: number; readonly terms: number }

/** Probabilities from the centre down to where next to nothing is left. */
function fillDown(gamma: WideGamma): void {
  const { shape, scaleDays, centre } = gamma
  let day = centre
  down.count = 0
  if (centre >= firstSeriesDay) {
    fill(down, gamma, { direction: -1, most: centre - firstSeriesDay + 1, enough: negligibleStart })
    day = centre - down.count
  }
  if (day >= firstSeriesDay) return
  // The few days near 0, if the distribution reaches there.
  let within = lowerTail(shape, (day + 0.5) / scaleDays)
  for (; day >= 0 && within >= negligibleStart; day--) {
    const below = day === 0 ? 0 : lowerTail(shape, (day - 0.5) / scaleDays)
    makeRoom(down)
    down.days[down.count++] = within - below
    within = below
  }
}

/** Probabilities from the centre up to the first day with less than the end tail beyond it. */
function fillUp(gamma: WideGamma, endTail: number): void {
  const { shape, scaleDays, centre } = gamma
  up.count = 0
  fill(up, gamma, { direction: 1, most: Infinity, enough: endTail })
  // That was an estimate, and never ends too soon; the tail itself says which day is the last.
  while (up.count > 1 && regularisedGammaQ(shape, (centre + up.count - 1.5) / scaleDays) < endTail) up.count--
}

type Filling = {
  readonly direction: 1 | -1
  /** How many days at most. */
  readonly most: number
  /** What may be left beyond the last day. */
  readonly enough: number
}

/** Fills days from the centre on in one direction. */
function fill(side: typeof down, { shape, scaleDays, meanDays, centre, terms }: WideGamma, { direction, most, enough }: Filling): void {
  const perScale = 1 / scaleDays
  let density = (shape * gammaPrefactor(shape, centre * perScale)) / centre
  for (let day = centre; side.count < most; day += direction) {
    const perDay = 1 / day
    // a − 1 − x/θ, of which a is the mean in units of θ.
    const slope = (meanDays - day) * perScale - 1
    let before = 0
    let term = 1
    let sign = 1
    let integral = 1
    let next = 1
    for (let power = 0; power < terms; power++) {
      const after = ((slope - power) * term - perScale * before) * (perDay * reciprocals[power + 1]!)
      before = term
      term = after
      sign *= direction
      integral += term * overDay[power + 1]!
      next += term * sign
    }
    makeRoom(side)
    side.days[side.count++] = density * integral
    // What is left beyond a day is at most the density there over how fast it falls.
    if (density < enough * Math.abs(slope) * perDay) return
    density *= next
  }
}

function makeRoom(side: typeof down): void {
  if (side.count < side.days.length) return
  const wider = new Float64Array(2 * side.days.length)
  wider.set(side.days)
  side.days = wider
}

function lowerTail(shape: number, x: number): number {
  return gammaTail(shape, x, x / shape, (x - shape) / shape, 'lower')
}
