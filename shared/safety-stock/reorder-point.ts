import { DomainError, requireOpenProbability, requirePositive, requireNonNegative } from '../domain-error'
import { quantileGuess, type DemandMixture, type Exceedance } from './demand-mixture'
import { monotoneRoot } from './monotone-root'
import type { StockTarget } from './planning-part'
import { cycleQuantity, type ProtectionDemand } from './protection-demand'
import { shortageGuess } from './shortage-guess'
import { smallestCount } from './smallest-count'

/** What a level is chosen for, beside the demand. */
export type LevelTask = {
  readonly target: StockTarget
  /** `q`: what one order is, part units, at least `reviewUsage` unless a cap cuts it. */
  readonly orderQuantity: number
  /** `u`: mean usage of one review period, part units. */
  readonly reviewUsage: number
  /** `Q`: max(lot, MOQ − u, 0), what an order brings beyond one review's usage, part units. */
  readonly surplusQuantity: number
}

/**
 * Refuses a target outside its range.
 *
 * @param target any stock target
 * @throws {DomainError} naming the number outside its range
 */
export function requireTarget(target: StockTarget): void {
  switch (target.kind) {
    case 'cycle-service-level':
      return requireOpenProbability('cycleServiceLevel', target.cycleServiceLevel)
    case 'fill-rate':
      return requireOpenProbability('fillRate', target.fillRate)
    case 'least-cost':
      requireNonNegative('holdingCostPerUnitDay', target.holdingCostPerUnitDay)
      return requirePositive('backorderCostPerUnitDay', target.backorderCostPerUnitDay)
  }
}

/**
 * The reorder point that meets a target, part units, before caps and rounding.
 *
 * - cycle service level α: `min { x : F(x) ≥ α }`
 * - fill rate β: `s ≥ 0` with `E[(X − s)+] − E[(Y − s − q + u)+] = (1 − β)·q`
 * - least cost: the smallest `s ≥ 0` with `E[(Z − s)+] − E[(Z − s − Q)+] ≤ Q·h/(b + h)`, or, if `Q = 0`, `P(Z > s) ≤ h/(b + h)`
 *
 * Where demand comes in whole pieces, the smallest whole number that reaches the target.
 *
 * @param demand demand over the protection interval
 * @param task target and order sizes
 * @param guess about where it lies, part units, or null; only time depends on it
 * @throws {DomainError} naming the target outside its range
 * @see Lodestock planning model, section 6
 */
export function reorderPointFor(demand: ProtectionDemand, task: LevelTask, guess: number | null = null): number {
  requireTarget(task.target)
  switch (task.target.kind) {
    case 'cycle-service-level':
      return demand.protection.quantile(task.target.cycleServiceLevel, guess)
    case 'fill-rate':
      return fillRateLevel(demand, task, { fillRate: task.target.fillRate, guess })
    case 'least-cost':
      return leastCostLevel(demand, task, { tail: criticalTail(task.target), guess })
  }
}

/** h/(b + h): the probability of a late unit that costs least. */
function criticalTail(target: Extract<StockTarget, { kind: 'least-cost' }>): number {
  return target.holdingCostPerUnitDay / (target.backorderCostPerUnitDay + target.holdingCostPerUnitDay)
}

/**
 * The probability that stands in for α in the textbook formula: α itself, β as is common, or b/(b + h).
 *
 * @param target any stock target
 */
export function textbookProbability(target: StockTarget): number {
  switch (target.kind) {
    case 'cycle-service-level':
      return target.cycleServiceLevel
    case 'fill-rate':
      return target.fillRate
    case 'least-cost':
      return 1 - criticalTail(target)
  }
}

/** What an order may fall short of its target by rounding of doubles, relative to the order. */
const sameShortage = 1e-12

function fillRateLevel(demand: ProtectionDemand, task: LevelTask, { fillRate, guess }: { readonly fillRate: number; readonly guess: number | null }): number {
  const { orderQuantity: q, reviewUsage: u } = task
  const allowed = (1 - fillRate) * cycleQuantity(demand, q) * (1 + sameShortage)
  const atReceipt = demand.leadTime()
  return smallestLevel(demand.protection, guess ?? shortageGuess(allowed, { before: demand.protection, after: atReceipt, quantity: q - u }), (s) => less(allowed, demand.protection.exceedance(s), atReceipt.exceedance(s + q - u)))
}

function leastCostLevel(demand: ProtectionDemand, task: LevelTask, { tail, guess }: { readonly tail: number; readonly guess: number | null }): number {
  const { surplusQuantity } = task
  const late = demand.lateness()
  // Goods that cost nothing to hold have no cheapest level.
  if (tail === 0) throw new DomainError('holdingCostPerUnitDay', 0, 'above 0 under a least-cost target')
  if (surplusQuantity === 0) return late.quantile(1 - tail, guess)
  const allowed = surplusQuantity * tail * (1 + sameShortage)
  const isSmall = !late.isWhole && surplusQuantity <= smallSurplus * Math.sqrt(late.varianceToMean * late.mean)
  const exact: ValueAndSlope = isSmall
    ? (s) => lessByTails(allowed, late, { from: s, quantity: surplusQuantity })
    : (s) => less(allowed, late.exceedance(s), late.exceedance(s + surplusQuantity))
  return smallestLevel(late, guess ?? (isSmall ? quantileGuess(late, 1 - tail) : shortageGuess(allowed, { before: late, after: late, quantity: surplusQuantity })), exact)
}

// Of a standard deviation of demand: the difference of two excesses so near to each other would be lost in their roundings.
const smallSurplus = 0.15
// Gauss and Legendre's three points and weights on −1 to 1; for so small a surplus good to 1e-7 of the tail.
const gaussPoint = Math.sqrt(0.6)

/** The same as `less` for a small quantity, as the integral of P(Z > t) over it. */
function lessByTails(allowed: number, late: DemandMixture, over: { readonly from: number; readonly quantity: number }): ReturnType<ValueAndSlope> {
  const half = 0.5 * over.quantity
  const first = late.exceedance(over.from + half * (1 - gaussPoint))
  const middle = late.exceedance(over.from + half)
  const last = late.exceedance(over.from + half * (1 + gaussPoint))
  const share = over.quantity / 18
  return shortageFrom(allowed, {
    shortage: share * (5 * first.probability + 8 * middle.probability + 5 * last.probability),
    fall: share * (5 * first.density + 8 * middle.density + 5 * last.density),
    turn: (first.density - last.density) / gaussPoint,
  })
}

function less(allowed: number, before: Exceedance, after: Exceedance): ReturnType<ValueAndSlope> {
  return shortageFrom(allowed, {
    shortage: before.excess - after.excess,
    fall: before.probability - after.probability,
    turn: before.density - after.density,
  })
}

/**
 * How far a shortage is below what is allowed, as a logarithm: so it is almost straight over the level where demand has
 * tails, and a few steps find its root. `fall` is how fast the shortage falls with the level, `turn` how fast that falls.
 */
function shortageFrom(allowed: number, of: { readonly shortage: number; readonly fall: number; readonly turn: number }): ReturnType<ValueAndSlope> {
  const { shortage, fall, turn } = of
  // Nothing is short, or less than roundings show.
  if (!(shortage > 0)) return { value: 1, slope: 0 }
  const slope = fall / shortage
  return { value: Math.log(allowed / shortage), slope, bend: slope * slope - turn / shortage }
}

type ValueAndSlope = (s: number) => { readonly value: number; readonly slope: number; readonly bend?: number }

/**
 * The smallest level of at least 0 at which an increasing function is at least 0; whole where demand is.
 *
 * @param demand whose spread says how smooth the function is
 * @param start about where it lies
 * @param exact the function
 */
function smallestLevel(demand: DemandMixture, start: number, exact: ValueAndSlope): number {
  if (demand.isWhole) return smallestCount(Math.max(1, Math.ceil(start)), (count) => exact(count).value >= 0)
  const { leastQuantity, varianceToMean } = demand
  const level = monotoneRoot({ lower: leastQuantity, guess: Math.max(start, leastQuantity), varianceToMean, valueAndSlope: exact })
  if (leastQuantity === 0 || level > leastQuantity * (1 + sameShortage)) return level
  return monotoneRoot({ lower: 0, guess: leastQuantity, varianceToMean, valueAndSlope: exact })
}
