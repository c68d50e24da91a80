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
  /** How many days: 1 for a day that stands for itself. */
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
  const blocks = blocksOf(of)
  const last = blocks.at(-1) as Block
  const means = new Float64Array(last.first + (last.days === 1 ? 1 : pointsPerBlock))
  for (const block of blocks) {
    if (block.days === 1) means[block.first] = of.cumulativeMeans[block.fromDay]!
    else {
      const { places } = interpolationOf(block.days)
      for (let point = 0; point < pointsPerBlock; point++) {
        means[block.first + point] = (block.fromDay + places[point]!) * (of.meanPerDay as number)
      }
    }
  }
  // Days before the first wide block are their own index.
  const singles = blocks.findIndex((block) => block.days > 1)
  const singleDays = singles < 0 ? blocks.length : singles

  function weightsOf(table: DayTable): { readonly first: number; readonly weights: Float64Array } {
    const { firstDay, probabilities } = table
    const endDay = firstDay + probabilities.length
    if (endDay <= singleDays) return { first: firstDay, weights: probabilities }
    let index = firstDay < singleDays ? firstDay : singleDays
    while ((blocks[index] as Block).fromDay + (blocks[index] as Block).days <= firstDay) index++
    const first = (blocks[index] as Block).first
    const weights = new Float64Array(means.length - first)
    let used = 0
    for (; index < blocks.length; index++) {
      const block = blocks[index] as Block
      if (block.fromDay >= endDay) break
      used = block.first - first + (block.days === 1 ? 1 : pointsPerBlock)
      if (block.days === 1) weights[block.first - first] = probabilities[block.fromDay - firstDay]!
      else spread(table, block, weights, block.first - first)
    }
    return { first, weights: weights.subarray(0, used) }
  }

  return { means, weightsOf }
}

function blocksOf(of: Parameters<typeof demandGrid>[0]): readonly Block[] {
  const blocks: Block[] = []
  let first = 0
  for (let day = 0; day <= of.days; ) {
    // Standard deviation of demand over `day` days, in days of usage.
    const spreadDays = of.meanPerDay === null || of.meanPerDay === 0 ? 0 : Math.sqrt((of.varianceToMean * day) / of.meanPerDay)
    const wide = Math.min(mostDays, Math.floor(spreadsPerBlock * spreadDays))
    const days = wide < fewestDays ? 1 : wide
    blocks.push({ fromDay: day, days, first })
    first += days === 1 ? 1 : pointsPerBlock
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
