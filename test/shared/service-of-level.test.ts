import { describe, expect, it } from 'vitest'
import { normalMixture } from '../../shared/safety-stock/normal-mixture'
import { stepMixture } from '../../shared/safety-stock/step-mixture'
import type { ProtectionDemand } from '../../shared/safety-stock/protection-demand'
import { reorderPointFor } from '../../shared/safety-stock/reorder-point'
import { serviceOfLevel } from '../../shared/safety-stock/service-of-level'

function demandOf(protectionMean: number, varianceToMean = 40): ProtectionDemand {
  const of = (mean: number) => {
    const inputs = { family: 'normal' as const, varianceToMean, weights: Float64Array.of(1), means: Float64Array.of(mean) }
    return varianceToMean === 0 ? stepMixture(inputs) : normalMixture(inputs)
  }
  return { meanDays: protectionMean / 10, protection: of(protectionMean), leadTime: () => of(protectionMean - 70), lateness: () => of(protectionMean - 40) }
}
const sizes = { orderQuantity: 200, reviewUsage: 70 }

describe('serviceOfLevel', () => {
  it('is the target back again at the level of that target', () => {
    const demand = demandOf(670)
    const surplusQuantity = 130
    const atCycle = reorderPointFor(demand, { target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 }, ...sizes, surplusQuantity })
    expect(serviceOfLevel([demand], { reorderPoint: atCycle, ...sizes }).cycleServiceLevel).toBeCloseTo(0.95, 8)
    const atFill = reorderPointFor(demand, { target: { kind: 'fill-rate', fillRate: 0.98 }, ...sizes, surplusQuantity })
    expect(serviceOfLevel([demand], { reorderPoint: atFill, ...sizes }).fillRate).toBeCloseTo(0.98, 8)
  })

  it('is short by what is short per order: 50 of 200', () => {
    expect(serviceOfLevel([demandOf(670, 0)], { reorderPoint: 620, ...sizes })).toMatchObject({ cycleServiceLevel: 0, fillRate: 0.75 })
    expect(serviceOfLevel([demandOf(670, 0)], { reorderPoint: 670, ...sizes })).toMatchObject({ cycleServiceLevel: 1, fillRate: 1 })
  })

  it('holds both in a copy as JSON, though one is worked out when first read', () => {
    expect(JSON.parse(JSON.stringify(serviceOfLevel([demandOf(670, 0)], { reorderPoint: 620, ...sizes })))).toEqual({ cycleServiceLevel: 0, fillRate: 0.75 })
  })

  it('is the smaller of each in the worst case', () => {
    const [mild, hard] = [demandOf(670), demandOf(1500)]
    const level = { reorderPoint: 900, ...sizes }
    const worst = serviceOfLevel([mild, hard], level)
    expect(worst.cycleServiceLevel).toBe(serviceOfLevel([hard], level).cycleServiceLevel)
    expect(worst.fillRate).toBe(serviceOfLevel([hard], level).fillRate)
    expect(worst.fillRate).toBeLessThan(serviceOfLevel([mild], level).fillRate)
  })

  // The next review uses 40, the last of the interval 70, as a forecast may have it: short 5000 at its end, 4930 - 50 + 40 at its start.
  it('is below 0 where more goes short than an order brings', () => {
    expect(serviceOfLevel([demandOf(5000, 0)], { reorderPoint: 0, orderQuantity: 50, reviewUsage: 40 }).fillRate).toBeCloseTo(1 - 80 / 50, 9)
  })

  it('counts against the usage of the cycle where the next review has none and no order', () => {
    expect(serviceOfLevel([demandOf(670, 0)], { reorderPoint: 649, orderQuantity: 0, reviewUsage: 0 }).fillRate).toBeCloseTo(1 - 21 / 70, 9)
  })
})
