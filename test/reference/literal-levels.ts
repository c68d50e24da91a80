import { demandBeyond, demandCdf, type Usage } from './literal-demand'
import type { DayTable } from './literal-tables'
import type { CaseTarget } from './reference-case'

/** What a level is asked of: an order decision on a day, with the lead time of the order placed at the next review. */
export type Decision = {
  readonly usage: Usage
  readonly reviewDays: number
  readonly leadTime: DayTable
  /** Mean demand over the next `n` days, by `n`: as long as the longest interval looked at. */
  readonly means: readonly number[]
  /** q, part units. */
  readonly orderQuantity: number
  readonly target: CaseTarget
  readonly moq: number
  readonly lot: number
}

/** Mean demand over the protection interval. */
export function protectionDemand(decision: Decision): number {
  return sumOverDays(decision, decision.leadTime, decision.reviewDays, (mean) => mean)
}

/** Mean length of the protection interval, days. */
export function protectionDays({ leadTime, reviewDays }: Decision): number {
  let days = 0
  for (let k = 0; k < leadTime.length; k++) days += (leadTime[k] ?? 0) * (reviewDays + k)
  return days
}

/** F(x): probability that demand over the protection interval does not exceed the level. */
export function cycleService(decision: Decision, x: number): number {
  return sumOverDays(decision, decision.leadTime, decision.reviewDays, (mean) => demandCdf(decision.usage, mean, x))
}

function usageOfReview({ means, reviewDays }: Decision): number {
  return means[reviewDays] ?? 0
}

/** Units short per cycle: `E[(X - s)+] - E[(Y - s - q + u)+]`. */
function shortPerCycle(decision: Decision, s: number): number {
  const { usage, leadTime, reviewDays, orderQuantity } = decision
  const u = usageOfReview(decision)
  const atEnd = sumOverDays(decision, leadTime, reviewDays, (mean) => demandBeyond(usage, mean, s))
  const atStart = sumOverDays(decision, leadTime, 0, (mean) => demandBeyond(usage, mean, s + orderQuantity - u))
  return atEnd - atStart
}

/** What a cycle's shortage is a share of: q; where the next review has no usage and no rule asks for an order, the usage of the cycle. */
function cycleQuantity(decision: Decision): number {
  if (decision.orderQuantity > 0) return decision.orderQuantity
  return protectionDemand(decision) - sumOverDays(decision, decision.leadTime, 0, (mean) => mean)
}

/** Fill rate of a reorder point. */
export function fillService(decision: Decision, s: number): number {
  const quantity = cycleQuantity(decision)
  return quantity > 0 ? 1 - shortPerCycle(decision, s) / quantity : 1
}

function sumOverDays(decision: Decision, table: DayTable, extraDays: number, value: (mean: number) => number): number {
  let sum = 0
  for (let k = 0; k < table.length; k++) {
    const p = table[k] ?? 0
    if (p > 0) sum += p * value(decision.means[k + extraDays] ?? 0)
  }
  return sum
}

/** L + J, with J uniform on 0 .. R - 1. */
function leadAndReviewAge({ leadTime, reviewDays }: Decision): DayTable {
  const table: number[] = Array.from({ length: leadTime.length + reviewDays - 1 }, () => 0)
  for (let k = 0; k < leadTime.length; k++) {
    for (let j = 0; j < reviewDays; j++) table[k + j] = (table[k + j] ?? 0) + (leadTime[k] ?? 0) / reviewDays
  }
  return table
}

/** The reorder point: section 6 of the model, the target moved by `shift` of probability. */
export function reorderPointFor(decision: Decision, shift: number): number {
  const { usage, target } = decision
  if (target.kind === 'cycle') {
    return smallestLevel(usage, (x) => cycleService(decision, x) >= target.alpha + shift - 1e-12)
  }
  if (target.kind === 'fill') {
    const quantity = cycleQuantity(decision)
    return smallestLevel(usage, (s) => shortPerCycle(decision, s) <= (1 - target.beta - shift + 1e-12) * quantity)
  }
  const heldPerDay = (target.unitCost * target.holdingRate) / 365
  const allowed = heldPerDay / (target.latePerUnitDay + heldPerDay) - shift
  const batch = Math.max(decision.lot, decision.moq - usageOfReview(decision), 0)
  const table = leadAndReviewAge(decision)
  if (batch === 0) {
    return smallestLevel(usage, (s) => 1 - sumOverDays(decision, table, 0, (mean) => demandCdf(usage, mean, s)) <= allowed + 1e-12)
  }
  return smallestLevel(usage, (s) => {
    const beyond = sumOverDays(decision, table, 0, (mean) => demandBeyond(usage, mean, s) - demandBeyond(usage, mean, s + batch))
    return beyond <= batch * (allowed + 1e-12)
  })
}

/** Smallest level >= 0 that is enough, by doubling and halving; whole pieces for whole-piece families. */
function smallestLevel(usage: Usage, isEnough: (level: number) => boolean): number {
  if (isEnough(0)) return 0
  let below = 0
  let enough = 1
  while (!isEnough(enough)) {
    below = enough
    enough *= 2
    if (!Number.isFinite(enough)) throw new Error('no level is enough')
  }
  const width = usage.isWhole ? 1 : 1e-13
  while (enough - below > width * (usage.isWhole ? 1 : enough)) {
    const middle = usage.isWhole ? Math.floor((below + enough) / 2) : (below + enough) / 2
    if (isEnough(middle)) enough = middle
    else below = middle
  }
  return enough
}
