import type { PlanningPart } from './planning-part'

// A distribution function this many steps wide (its standard deviation over the lengths) is met to 2e-10 by the lattice.
const stepsPerSd = 4
// A normal distribution whose variance grows with the length is less smooth over it where it is wide.
const stepsPerNormalSd = 6
// What levels of a part may lie below its mean demand with no control, and still be answered by the lattice.
const leastShare = 0.75
const steps = [16, 12, 8, 6, 4, 3, 2]
// A normal distribution is not smooth over lengths near 0, so none may be within reach of the lattice's polynomials.
const mostNormalSdShare = 0.5
const leastNormalLengthSteps = 16
// Counts too large for a table of pieces are worked out length by length, which a lattice would not serve.
const largestCountMean = 150
const largestCountRatio = 100

/** How far apart the lengths are at which the demand of a part is worked out. */
export type LengthLattice = {
  /** Days from one length to the next; 1 is every day. */
  readonly stepDays: number
  /** The least quantity for which that is fine enough, part units; 0 for every day. */
  readonly leastQuantity: number
}

/** Every day. */
export const everyDay: LengthLattice = { stepDays: 1, leastQuantity: 0 }

/**
 * The lattice of lengths for a part: where usage is erratic or slow, demand over 80 days is not much unlike demand over
 * 84, and every fourth day is enough.
 *
 * Demand over `n` days is above `x` with a probability that rises with `n` like a normal distribution function of
 * standard deviation `√(v·x/μ) / μ` days about `x/μ`. The step is at most a quarter of that (a sixth for normal usage) for every quantity of at
 * least three quarters of mean demand over the review period and the base lead time; smaller quantities need every day.
 * So does normal usage that is so erratic, or received so soon, that lengths near 0 would matter.
 *
 * @param part any part
 * @see condensedDays for what the lattice leaves out
 */
export function lengthLattice(part: PlanningPart): LengthLattice {
  const { meanPerDay, variancePerDay } = part.demandRate
  if (meanPerDay === 0 || variancePerDay === 0 || part.forecast.length > 0) return everyDay
  const isCount = part.demandFamily === 'negative-binomial'
  const ratio = variancePerDay / meanPerDay
  const varianceToMean = isCount ? Math.max(1, ratio) : ratio
  const typical = meanPerDay * (part.reviewPeriodDays + part.leadTime.baseLeadTime.meanDays)
  if (isCount && (typical > largestCountMean || ratio > largestCountRatio)) return everyDay
  // k pieces are exceeded as k + 1 is reached.
  const belowOne = isCount ? 1 : 0
  const sdDays = Math.sqrt(varianceToMean * (leastShare * typical + belowOne)) / meanPerDay
  const isNormal = part.demandFamily === 'normal'
  const { meanDays } = part.leadTime.baseLeadTime
  if (isNormal && sdDays > mostNormalSdShare * meanDays) return everyDay
  const perSd = isNormal ? stepsPerNormalSd : stepsPerSd
  for (const stepDays of steps) {
    if (stepDays * perSd > sdDays || (isNormal && stepDays * leastNormalLengthSteps > meanDays)) continue
    return { stepDays, leastQuantity: Math.max(0, (perSd * stepDays * meanPerDay) ** 2 / varianceToMean - belowOne) }
  }
  return everyDay
}
