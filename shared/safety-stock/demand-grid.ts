import type { DayTable } from '../probability/day-table'

/**
 * Lengths of interval at which the demand of one part is evaluated, shared by all its mixtures.
 *
 * Every whole day where demand is smooth over less than a few days. Where its
 * distribution changes slowly with the length (erratic or slow usage), 12
 * Chebyshev points stand for a block of days: a table over days becomes weights
 * at those points by interpolation, with an error of any probability below 1e-9.
 * Weights may then be negative by as much; probabilities of levels are not.
 */
export type DemandGrid = {
  /** Mean demand of each length, part units, ascending. */
  readonly means: Float64Array
  /** Weights at the lengths that stand for a table over days, from index `first` on. */
  readonly weightsOf: (table: DayTable) => { readonly first: number; readonly weights: Float64Array }
}

type Block = {
  /** First day it stands for. */
  readonly fromDay: number
  /** How many days. */
  readonly days: number
  /** Index of its first length. */
  readonly first: number
}

const pointsPerBlock = 12
// A block this many spreads wide keeps the error below 1e-9; shorter ones than this many days save nothing.
const spreadsPerBlock = 1.2
const fewestDays = 20
const mostDays = 64

/**
 * The grid for lengths of 0 to `days` days.
 *
 * @param of mean demand by days (index 0 to `days`), the variance-to-mean ratio, and the mean per day where it is the same every day, else null
 */
export function demandGrid(of: {
  readonly cumulativeMeans: Float64Array
  readonly days: number
  readonly varianceToMean: number
  readonly meanPerDay: number | null
}): DemandGrid {
  const singleDays = singleDaysOf(of)
  const blocks = blocksOf(of, singleDays)
  const means = new Float64Array(singleDays + blocks.length * pointsPerBlock)
  means.set(of.cumulativeMeans.subarray(0, singleDays))
  for (const block of blocks) {
    const { places } = interpolationOf(block.days)
    for (let point = 0; point < pointsPerBlock; point++) {
      means[block.first + point] = (block.fromDay + places[point]!) * (of.meanPerDay as number)
    }
  }

  function weightsOf(table: DayTable): { readonly first: number; readonly weights: Float64Array } {
    const { firstDay, probabilities } = table
    const endDay = firstDay + probabilities.length
    if (endDay <= singleDays) return { first: firstDay, weights: probabilities }
    let index = 0
    while (index < blocks.length - 1 && (blocks[index] as Block).fromDay + (blocks[index] as Block).days <= firstDay) index++
    const first = firstDay < singleDays ? firstDay : (blocks[index] as Block).first
    let used = firstDay < singleDays ? singleDays - first : 0
    const weights = new Float64Array(means.length - first)
    if (used > 0) weights.set(probabilities.subarray(0, used))
    for (; index < blocks.length; index++) {
      const block = blocks[index] as Block
      if (block.fromDay >= endDay) break
      used = block.first - first + pointsPerBlock
      spread(table, block, weights, block.first - first)
    }
    return { first, weights: weights.subarray(0, used) }
  }

  return { means, weightsOf }
}

type GridInputs = Parameters<typeof demandGrid>[0]

/** How wide a block may be that begins on a day. */
function widestBlock(of: GridInputs, day: number): number {
  if (of.meanPerDay === null || of.meanPerDay === 0) return 1
  // Standard deviation of demand over `day` days, in days of usage.
  const spreadDays = Math.sqrt((of.varianceToMean * day) / of.meanPerDay)
  return Math.min(mostDays, Math.floor(spreadsPerBlock * spreadDays))
}

/** Days from 0 on that stand for themselves, because a block would save nothing. */
function singleDaysOf(of: GridInputs): number {
  if (of.meanPerDay === null || of.meanPerDay === 0 || of.varianceToMean === 0) return of.days + 1
  const first = Math.ceil(((fewestDays / spreadsPerBlock) ** 2 * of.meanPerDay) / of.varianceToMean)
  return Math.min(of.days + 1, widestBlock(of, first) >= fewestDays ? first : first + 1)
}

function blocksOf(of: GridInputs, singleDays: number): readonly Block[] {
  const blocks: Block[] = []
  let first = singleDays
  for (let day = singleDays; day <= of.days; ) {
    const days = Math.max(fewestDays, widestBlock(of, day))
    blocks.push({ fromDay: day, days, first })
    first += pointsPerBlock
    day += days
  }
  return blocks
}

function spread(table: DayTable, block: Block, weights: Float64Array, at: number): void {
  const { firstDay, probabilities } = table
  const { shares } = interpolationOf(block.days)
  const from = Math.max(block.fromDay, firstDay)
  const until = Math.min(block.fromDay + block.days, firstDay + probabilities.length)
  for (let day = from; day < until; day++) {
    const probability = probabilities[day - firstDay]!
    if (probability === 0) continue
    const row = (day - block.fromDay) * pointsPerBlock
    for (let point = 0; point < pointsPerBlock; point++) {
      weights[at + point] = weights[at + point]! + probability * shares[row + point]!
    }
  }
}

type Interpolation = {
  /** Chebyshev points in days from the block's first day, ascending. */
  readonly places: Float64Array
  /** By day and point: the value at the point that a polynomial through all points has on the day. */
  readonly shares: Float64Array
}

const interpolations = new Map<number, Interpolation>()

function interpolationOf(days: number): Interpolation {
  let known = interpolations.get(days)
  if (known === undefined) {
    const places = Float64Array.from({ length: pointsPerBlock }, (_, point) => {
      return 0.5 * (days - 1) - 0.5 * days * Math.cos((Math.PI * (point + 0.5)) / pointsPerBlock)
    })
    const shares = new Float64Array(days * pointsPerBlock)
    for (let day = 0; day < days; day++) {
      for (let point = 0; point < pointsPerBlock; point++) {
        let share = 1
        for (let other = 0; other < pointsPerBlock; other++) {
          if (other !== point) share *= (day - places[other]!) / (places[point]! - places[other]!)
        }
        shares[day * pointsPerBlock + point] = share
      }
    }
    known = { places, shares }
    interpolations.set(days, known)
  }
  return known
}
