import { describe, expect, it } from 'vitest'
import { stepMixture } from '../../shared/safety-stock/step-mixture'
import { gammaMixture } from '../../shared/safety-stock/gamma-mixture'
import { countMixture } from '../../shared/safety-stock/count-mixture'
import type { DemandFamily, DemandMixture } from '../../shared/safety-stock/demand-mixture'
import type { StockTarget } from '../../shared/safety-stock/planning-part'
import type { ProtectionDemand } from '../../shared/safety-stock/protection-demand'
import { reorderPointFor, requireTarget, textbookProbability } from '../../shared/safety-stock/reorder-point'
import { serviceOfLevel } from '../../shared/safety-stock/service-of-level'

function mixtureOf(family: DemandFamily | 'steps', mean: number, varianceToMean: number): DemandMixture {
  const inputs = { family: family === 'steps' ? ('gamma' as const) : family, varianceToMean, weights: Float64Array.of(1), means: Float64Array.of(mean) }
  if (family === 'steps') return stepMixture(inputs)
  return family === 'gamma' ? gammaMixture(inputs) : countMixture(inputs)
}

/** 67 days to protect, 60 of lead time, 10 a day. */
function demandOf(family: DemandFamily | 'steps', varianceToMean: number): ProtectionDemand {
  const leadTime = mixtureOf(family, 600, varianceToMean)
  const lateness = mixtureOf(family, 630, varianceToMean)
  return { meanDays: 67, protection: mixtureOf(family, 670, varianceToMean), leadTime: () => leadTime, lateness: () => lateness }
}
const sizes = { orderQuantity: 200, reviewUsage: 70, surplusQuantity: 130 }
const cycle = (cycleServiceLevel: number): StockTarget => ({ kind: 'cycle-service-level', cycleServiceLevel })
const fill = (fillRate: number): StockTarget => ({ kind: 'fill-rate', fillRate })
const cost = (holding: number, late: number): StockTarget => ({ kind: 'least-cost', holdingCostPerUnitDay: holding, backorderCostPerUnitDay: late })

describe('reorderPointFor', () => {
  const demand = demandOf('gamma', 40)

  it('is the smallest x with F(x) ≥ α under a cycle service level', () => {
    const level = reorderPointFor(demand, { target: cycle(0.95), ...sizes })
    expect(demand.protection.cdf(level)).toBeCloseTo(0.95, 9)
  })

  // Part MAG-000934 of the benchmark plan: one piece against 130,000. The difference of two excesses gave 134,854.71
  // over every day and 134,856.74 on a lattice.
  it('keeps its digits where the surplus is one piece of a hundred thousand', () => {
    const means = Float64Array.from({ length: 700 }, (_, index) => 370 * (60 + index))
    const weights = means.map((_, index) => Math.exp(-(((index - 120) / 40) ** 2)))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const late = gammaMixture({ family: 'gamma', varianceToMean: 6600, weights: weights.map((weight) => weight / sum), means })
    const wide: ProtectionDemand = { meanDays: 180, protection: late, leadTime: () => late, lateness: () => late }
    const level = reorderPointFor(wide, { target: cost(0.00274, 1.101), orderQuantity: 2600, reviewUsage: 2590, surplusQuantity: 1 })
    // Half a piece below the level without a surplus: the tail is straight over one piece.
    const without = late.quantile(1 - 0.00274 / (1.101 + 0.00274)) - 0.5
    expect(Math.abs(level / without - 1)).toBeLessThanOrEqual(3e-7)
  })

  it('is the same for a small surplus by tails as by excesses', () => {
    const difference = (surplusQuantity: number): number => {
      const level = reorderPointFor(demand, { target: cost(0.02, 1), ...sizes, surplusQuantity })
      const late = demand.lateness()
      return (late.exceedance(level).excess - late.exceedance(level + surplusQuantity).excess) / surplusQuantity - 0.02 / 1.02
    }
    for (const surplusQuantity of [5, 20, 23, 24, 60]) expect(Math.abs(difference(surplusQuantity))).toBeLessThanOrEqual(2e-7)
  })

  it('solves E[(X − s)+] − E[(Y − s − q + u)+] = (1 − β)·q under a fill rate', () => {
    const level = reorderPointFor(demand, { target: fill(0.98), ...sizes })
    const short = demand.protection.exceedance(level).excess - demand.leadTime().exceedance(level + 130).excess
    expect(short).toBeCloseTo(0.02 * 200, 6)
  })

  it('solves E[(Z − s)+] − E[(Z − s − Q)+] = Q·h/(b + h) at least cost', () => {
    const level = reorderPointFor(demand, { target: cost(1, 19), ...sizes })
    const late = demand.lateness()
    expect(late.exceedance(level).excess - late.exceedance(level + 130).excess).toBeCloseTo(130 / 20, 6)
  })

  it('is the quantile of lateness at least cost where an order brings no more than a review uses', () => {
    const level = reorderPointFor(demand, { target: cost(1, 19), ...sizes, surplusQuantity: 0 })
    expect(demand.lateness().cdf(level)).toBeCloseTo(0.95, 9)
  })

  it('needs less for a fill rate with larger orders, and less at least cost', () => {
    const larger = { orderQuantity: 600, reviewUsage: 70, surplusQuantity: 530 }
    for (const target of [fill(0.98), cost(1, 19)]) {
      expect(reorderPointFor(demand, { target, ...larger })).toBeLessThan(reorderPointFor(demand, { target, ...sizes }))
    }
    expect(reorderPointFor(demand, { target: cycle(0.95), ...larger })).toBe(reorderPointFor(demand, { target: cycle(0.95), ...sizes }))
  })

  it('is the smallest whole number that reaches the target where demand is in pieces', () => {
    const pieces = demandOf('negative-binomial', 40)
    const late = pieces.lateness()
    const isMet = {
      cycle: (s: number) => pieces.protection.cdf(s) >= 0.95,
      fill: (s: number) => pieces.protection.exceedance(s).excess - pieces.leadTime().exceedance(s + 130).excess <= 4,
      cost: (s: number) => late.exceedance(s).excess - late.exceedance(s + 130).excess <= 6.5,
    }
    for (const [met, target] of [[isMet.cycle, cycle(0.95)], [isMet.fill, fill(0.98)], [isMet.cost, cost(1, 19)]] as const) {
      const level = reorderPointFor(pieces, { target, ...sizes })
      expect(Number.isInteger(level)).toBe(true)
      expect(met(level)).toBe(true)
      expect(met(level - 1)).toBe(false)
    }
  })

  it('is the corner of demand that does not vary', () => {
    const steady = demandOf('steps', 0)
    expect(reorderPointFor(steady, { target: cycle(0.95), ...sizes })).toBe(670)
    // Short of 670 by 4 of the 200 ordered is 98 %.
    expect(reorderPointFor(steady, { target: fill(0.98), ...sizes })).toBeCloseTo(666, 6)
    expect(reorderPointFor(steady, { target: cost(1, 19), ...sizes })).toBeCloseTo(630 - 6.5, 6)
  })

  it('is never below 0', () => {
    const rare = demandOf('gamma', 3000)
    expect(reorderPointFor(rare, { target: fill(0.01), ...sizes, orderQuantity: 5000, reviewUsage: 70 })).toBe(0)
    expect(reorderPointFor(rare, { target: cost(19, 1), ...sizes })).toBe(0)
  })

  it('never asks for less for a higher target', () => {
    for (const family of ['gamma', 'negative-binomial'] as const) {
      const demands = demandOf(family, 40)
      const levelsOf = (targets: readonly StockTarget[]): readonly number[] => targets.map((target) => reorderPointFor(demands, { target, ...sizes }))
      const shares = [0.5, 0.8, 0.9, 0.97, 0.99, 0.999]
      for (const levels of [levelsOf(shares.map(cycle)), levelsOf(shares.map(fill)), levelsOf([1, 4, 9, 40, 400].map((late) => cost(1, late)))]) {
        expect(levels).toEqual(levels.toSorted((a, b) => a - b))
      }
    }
  })

  it('meets a fill rate of the usage of the cycle where the next review has none and no rule asks for an order', () => {
    const shutdown = { orderQuantity: 0, reviewUsage: 0, surplusQuantity: 0 }
    const level = reorderPointFor(demand, { target: fill(0.98), ...shutdown })
    expect(serviceOfLevel([demand], { reorderPoint: level, ...shutdown }).fillRate).toBeCloseTo(0.98, 8)
  })

  it('names what has no answer: no holding cost at least cost', () => {
    expect(() => reorderPointFor(demand, { target: cost(0, 1), ...sizes })).toThrow(expect.objectContaining({ argument: 'holdingCostPerUnitDay' }))
  })
})

describe('requireTarget', () => {
  it.each<[string, StockTarget]>([
    ['cycleServiceLevel', cycle(1)], ['cycleServiceLevel', cycle(0)], ['cycleServiceLevel', cycle(NaN)], ['fillRate', fill(1)], ['fillRate', fill(0)],
    ['holdingCostPerUnitDay', cost(-1, 1)], ['backorderCostPerUnitDay', cost(1, 0)], ['backorderCostPerUnitDay', cost(1, Infinity)],
  ])('names %s of %o', (argument, target) => {
    expect(() => requireTarget(target)).toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('textbookProbability', () => {
  it('is α, β as is common, or b/(b + h)', () => {
    expect([cycle(0.95), fill(0.98), cost(1, 19)].map(textbookProbability)).toEqual([0.95, 0.98, expect.closeTo(0.95, 12)])
  })
})
