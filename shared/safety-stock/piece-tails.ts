import { negativeBinomialProbability } from '../probability/negative-binomial-distribution'
import { poissonProbability } from '../probability/poisson-distribution'

/** P(X > k) of whole pieces for every length of a grid: what the mixtures of one part share. */
export type PieceTails = {
  /** P(X > k) of all lengths. The answer is good until the next call of any `PieceTails`. */
  readonly row: (pieces: number) => PieceRow
}

/** P(X > k) of the lengths that may exceed k or not. */
export type PieceRow = {
  /** P(X > k) of length i at `at + i`. */
  values: Float64Array
  /** Where the row begins. */
  at: number
  /** Where the row of one piece fewer begins; all exceed −1. */
  before: number
  /** The first length it holds: shorter ones do not exceed k. */
  first: number
  /** The length after the last it holds: it and all longer ones exceed k. */
  end: number
}

// exp(-600) is a double with all its digits; a length whose probability of no piece is below begins later.
const leastExponent = -600
// Early enough that nothing is missed, late enough that the probability has its digits.
const leastRevived = 1e-30
// A length whose mean lies this many standard deviations above k exceeds it; heavy tails need the pieces on top.
const reachSds = 9

// A few tables for whoever asks: thousands of parts leave no garbage, and one that asks again later makes its own anew.
type Slot = { table: Float64Array; owner: object | null }
const slots: Slot[] = Array.from({ length: 6 }, () => ({ table: new Float64Array(1 << 13), owner: null }))
let nextSlot = 0
const answer: PieceRow = { values: new Float64Array(0), at: 0, before: 0, first: 0, end: 0 }

/**
 * How many lengths may not exceed a number of pieces: the longer ones do, but for 1e-13.
 *
 * @param means mean demand of each length, pieces, ascending
 * @param ratio variance over mean, at least 1
 * @param pieces whole, at least 0
 */
export function lengthsWithin(means: Float64Array, ratio: number, pieces: number): number {
  // m − 9·√(m·ratio) − 20·ratio is at most k.
  const half = 0.5 * reachSds * Math.sqrt(ratio)
  const root = half + Math.sqrt(half * half + pieces + 20 * ratio)
  return countUpTo(means, root * root)
}

/**
 * How many lengths do not exceed a number of pieces, but for 1e-13.
 *
 * @param means mean demand of each length, pieces, ascending
 * @param ratio variance over mean, at least 1
 * @param pieces whole, at least 0
 */
export function lengthsBelow(means: Float64Array, ratio: number, pieces: number): number {
  // m + 9·√(m·ratio) + 30·ratio is at most k.
  const half = 0.5 * reachSds * Math.sqrt(ratio)
  const rest = pieces - 30 * ratio
  if (rest <= 0) return 0
  const root = Math.sqrt(half * half + rest) - half
  return countUpTo(means, root * root)
}

/** How many lengths have means of at most this. */
function countUpTo(means: Float64Array, largest: number): number {
  let low = 0
  let high = means.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (means[middle]! > largest) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Tails of the number of pieces, negative binomial, or Poisson where the variance does not exceed the mean.
 *
 * The mean over variance ratio is the same for all lengths, so one recursion
 * over the number of pieces carries the probabilities of all lengths along. It
 * goes as far as it is asked to, and takes up longer lengths as it gets there. Good to 1e-13 absolutely.
 * Means below 0, of lengths of a lattice that lie there, have the values of the same recursion, which continue
 * those above 0 smoothly.
 *
 * @param means mean demand of each length, pieces, ascending
 * @param varianceToMean variance over mean, above 0
 */
export function pieceTails(means: Float64Array, varianceToMean: number): PieceTails {
  const isPoisson = varianceToMean <= 1
  const ratio = isPoisson ? 1 : varianceToMean
  const logNone = isPoisson ? -1 : -Math.log1p(varianceToMean - 1) / (varianceToMean - 1)
  const success = isPoisson ? 0 : (varianceToMean - 1) / varianceToMean
  const perRatio = 1 / ratio
  // P(k + 1) = P(k) · (growth + success · k) / (k + 1)
  const current = new Float64Array(means.length)
  const me = {}
  let slot = slots[0]!
  let table = slot.table
  let stride = 0
  let rows = 0
  let taken = 0

  function beginAnew(): void {
    slot = slots[nextSlot]!
    nextSlot = (nextSlot + 1) % slots.length
    slot.owner = me
    table = slot.table
    rows = 0
    taken = 0
    stride = means.length
  }

  function makeRoom(): void {
    if ((rows + 2) * stride <= table.length) return
    const larger = new Float64Array(2 * (rows + 2) * stride)
    larger.set(table)
    table = larger
    slot.table = larger
  }

  /** Begins lengths at no piece and brings them up to the rows there are. */
  function take(until: number): void {
    for (let index = taken; index < until; index++) {
      const mean = means[index]!
      const growth = mean * perRatio
      let p = logNone * mean < leastExponent ? 0 : Math.exp(logNone * mean)
      let tail = 1
      table[index] = 1
      for (let pieces = 0; pieces < rows; pieces++) {
        tail -= p
        table[(pieces + 1) * stride + index] = tail
        p = (p * (growth + success * pieces)) / (pieces + 1)
        if (p === 0 && isLate(mean, pieces + 1)) p = revived(mean, pieces + 1)
      }
      current[index] = p
    }
    taken = until
  }

  function addRow(): void {
    makeRoom()
    const values = table
    const before = rows * stride
    const at = before + stride
    const perPiece = 1 / (rows + 1)
    const more = success * rows
    for (let index = 0; index < taken; index++) {
      const p = current[index]!
      values[at + index] = values[before + index]! - p
      const mean = means[index]!
      const next = p * (mean * perRatio + more) * perPiece
      current[index] = next
      if (next === 0 && isLate(mean, rows + 1)) current[index] = revived(mean, rows + 1)
    }
    rows++
  }

  /** Whether the probability of no piece was too small for a double, and that of so many may not be. */
  function isLate(mean: number, pieces: number): boolean {
    return mean > 0 && pieces <= mean && logNone * mean < leastExponent
  }

  /** The probability of so many pieces of a length that begins late, once a double has its digits. */
  function revived(mean: number, pieces: number): number {
    const probability = isPoisson
      ? poissonProbability({ mean, count: pieces })
      : negativeBinomialProbability({ mean, variance: mean * varianceToMean, count: pieces })
    return probability > leastRevived ? probability : 0
  }

  return {
    row(pieces) {
      if (slot.owner !== me) beginAnew()
      makeRoom()
      const end = lengthsWithin(means, ratio, pieces)
      if (end > taken) take(end)
      while (rows <= pieces) addRow()
      answer.values = table
      answer.before = pieces * stride
      answer.at = answer.before + stride
      answer.first = lengthsBelow(means, ratio, pieces)
      answer.end = end
      return answer
    },
  }
}
