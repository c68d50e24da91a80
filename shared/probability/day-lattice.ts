/**
 * Probabilities over whole days condensed to weights at every `stepDays`-th day: for a function `f` that changes
 * slowly over a few steps, `Σ weights[i] · f(firstDay + i · stepDays)` is its mean over the days.
 */
export type DayLattice = {
  /** Days from one weight to the next, whole, at least 1; with 1 the weights are the probabilities themselves. */
  readonly stepDays: number
  /** Day of the first weight, whole; may lie below 0, where `f` is then continued. */
  readonly firstDay: number
  /** They sum to 1; some may be negative where the probabilities are rough. */
  readonly weights: Float64Array
}

/** Days that are condensed again and again, as the waits for licences are: what was worked out is kept with them. */
export type SharedDays = {
  /** Probability of each day. */
  readonly probabilities: Float64Array
  /** By step and place of the first day between two weights: made by `condensedDays`. */
  readonly condensed: (CondensedDays | undefined)[][]
}

/** Days condensed to a lattice. */
export type CondensedDays = {
  /** Weights from the first on. */
  readonly weights: Float64Array
  /** How many steps the first weight lies before the step the first day lies in. */
  readonly stepsBefore: number
  /** Sum of the sizes of the weights from each index on, and 0 at the end. */
  readonly tails: Float32Array
  /** Sum of the weights themselves from each index on, and 0 at the end. */
  readonly rests: Float64Array
}

// Points of the polynomial that stands for a function between two weights.
const stencilPoints = 16
/** How many weights a day between two weights puts before the earlier of them. */
export const pointsBefore = stencilPoints / 2 - 1

/**
 * Days to be condensed again and again.
 *
 * @param probabilities of consecutive days
 */
export function sharedDays(probabilities: Float64Array): SharedDays {
  return { probabilities, condensed: [] }
}

/**
 * Probabilities of consecutive days as weights on a lattice.
 *
 * Between two weights a function is taken to be the polynomial through the 16 nearest points, so that sums and the
 * first fifteen moments hold. A normal distribution function whose standard deviation is 4 steps or more is met
 * to 2e-10 at every day, by less where the days spread (test/shared/day-lattice.test.ts).
 *
 * @param days the days; what is worked out is kept in them
 * @param stepDays days from one weight to the next, at least 1
 * @param phaseDays how many days after a weight the first day lies, 0 to `stepDays` − 1
 *
 * @example
 * condensedDays(sharedDays(Float64Array.of(1)), 4, 0).weights[7] // => 1
 */
export function condensedDays(days: SharedDays, stepDays: number, phaseDays: number): CondensedDays {
  const ofStep = (days.condensed[stepDays] ??= [])
  return (ofStep[phaseDays] ??= condensed(days.probabilities, stepDays, phaseDays))
}

function condensed(probabilities: Float64Array, stepDays: number, phaseDays: number): CondensedDays {
  const weights = stepDays === 1 ? probabilities : spreadOverPoints(probabilities, stepDays, phaseDays)
  const tails = new Float32Array(weights.length + 1)
  const rests = new Float64Array(weights.length + 1)
  let tail = 0
  for (let index = weights.length - 1; index >= 0; index--) {
    tail += Math.abs(weights[index]!)
    tails[index] = tail
    rests[index] = rests[index + 1]! + weights[index]!
  }
  return { weights, stepsBefore: stepDays === 1 ? 0 : pointsBefore, tails, rests }
}

function spreadOverPoints(probabilities: Float64Array, stepDays: number, phaseDays: number): Float64Array {
  const weights = new Float64Array(latticeLength(probabilities.length, stepDays, phaseDays))
  addSpread({ probabilities, start: 0, length: probabilities.length, scale: 1 }, { stepDays, phaseDays, into: weights, at: 0 })
  return weights
}

/**
 * How many weights days have on a lattice.
 *
 * @param days how many days there are, at least 1
 * @param stepDays days from one weight to the next, at least 2
 * @param phaseDays how many days after a weight the first day lies, 0 to `stepDays` − 1
 */
export function latticeLength(days: number, stepDays: number, phaseDays: number): number {
  return Math.floor((phaseDays + days - 1) / stepDays) + stencilPoints
}

/** Some of the probabilities of consecutive days. */
export type DayRun = {
  readonly probabilities: Float64Array
  /** Index of the first, and how many there are. */
  readonly start: number
  readonly length: number
  /** What they are multiplied by. */
  readonly scale: number
}

/**
 * Adds days to weights on a lattice, as `condensedDays` makes them; for days that are condensed only once.
 *
 * @param run the days
 * @param to where: the step of at least 2 days, how many days after a weight the first day lies, the weights, and the
 *   index among them that lies `pointsBefore` before that weight
 */
export function addSpread(
  { probabilities, start, length, scale }: DayRun,
  { stepDays, phaseDays, into, at }: { readonly stepDays: number; readonly phaseDays: number; readonly into: Float64Array; readonly at: number },
): void {
  const shares = stencils(stepDays)
  const end = start + length
  // Days at the same place between two weights have the same stencil.
  for (let place = 0; place < stepDays; place++) {
    const from = place * stencilPoints
    let step = at + (place < phaseDays ? 1 : 0)
    for (let day = start + place - phaseDays + (step - at) * stepDays; day < end; day += stepDays, step++) {
      const probability = scale * probabilities[day]!
      if (place === 0) {
        into[step + pointsBefore]! += probability
        continue
      }
      for (let point = 0; point < stencilPoints; point++) into[step + point]! += probability * shares[from + point]!
    }
  }
}

const knownStencils = new Map<number, Float64Array>()

/** By place and point: the value at the point that the polynomial through all points has at the place. */
function stencils(stepDays: number): Float64Array {
  let shares = knownStencils.get(stepDays)
  if (shares === undefined) {
    shares = new Float64Array(stepDays * stencilPoints)
    for (let place = 0; place < stepDays; place++) {
      const at = pointsBefore + place / stepDays
      for (let point = 0; point < stencilPoints; point++) {
        let share = 1
        for (let other = 0; other < stencilPoints; other++) {
          if (other !== point) share *= (at - other) / (point - other)
        }
        shares[place * stencilPoints + point] = share
      }
    }
    knownStencils.set(stepDays, shares)
  }
  return shares
}

/**
 * The mean number of days.
 *
 * @param lattice weights that make 1
 *
 * @example
 * dayLatticeMean({ stepDays: 4, firstDay: 10, weights: Float64Array.of(0.5, 0.5) }) // => 12
 */
export function dayLatticeMean(lattice: DayLattice): number {
  let sum = 0
  for (let index = 1; index < lattice.weights.length; index++) sum += index * lattice.weights[index]!
  return lattice.firstDay + sum * lattice.stepDays
}

/**
 * The lattice without its far end: what lies beyond the last weight kept is put on it.
 *
 * @param lattice weights that make 1
 * @param most how much may be put there
 *
 * @example
 * withoutFarEnd({ stepDays: 1, firstDay: 4, weights: Float64Array.of(0.5, 0.5, 1e-12) }, 1e-10).weights.length // => 2
 */
export function withoutFarEnd(lattice: DayLattice, most: number): DayLattice {
  const { weights } = lattice
  let length = weights.length
  let tail = 0
  while (length > 1 && Math.abs(tail + weights[length - 1]!) < most) tail += weights[--length]!
  if (length === weights.length) return lattice
  const kept = weights.slice(0, length)
  kept[length - 1]! += tail
  return { ...lattice, weights: kept }
}
