import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { drawGoodsPath, goodsPath, moveGoods, simulatedGoods, type WaitDraws } from '../../shared/horizon/simulated-goods'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { frameOf, haltPhase, licencePhase, pieces, today } from '../fixtures/horizon-frame'

const gammaLicence: ControlPhase = { fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'gamma', meanDays: 30, sdDays: 15 }, refusalRate: 0.1 }
const frame = frameOf([
  { weight: 0.5, phases: [gammaLicence, haltPhase('2027-01-20', '2027-02-10')] },
  { weight: 0.5, phases: [licencePhase('2027-01-05', 20)] },
])
const part = pieces({ leadTime: { ...pieces().leadTime, baseLeadTime: { meanDays: 50, sdDays: 12, transitDays: 20 } } })
const paths = 40_000

/** Largest distance between the simulated and the exact distribution function of lead times, and what chance explains. */
function distance(of: PlanningPart, orderOffset: number, waitDraws: WaitDraws, scenarioIndex: number): { readonly found: number; readonly allowed: number } {
  const goods = simulatedGoods(frame, of, [])
  const path = goodsPath(goods, waitDraws)
  const days = { departure: 0, receipt: 0 }
  const seen = new Float64Array(2000)
  for (let number = 0; number < paths; number++) {
    drawGoodsPath(goods, path, { seed: 11, path: number, partKey: 1, scenarioIndex })
    moveGoods(goods, path, today + orderOffset, days)
    seen[days.receipt - today - orderOffset]! += 1 / paths
  }
  const exact = frame.leadTimes.leadTime(of.leadTime, { orderDate: addDays(today, orderOffset), scenarioIndex })
  let found = 0
  let sum = 0
  for (let day = 0; day < seen.length; day++) {
    sum += seen[day]! - (exact.probabilities[day - exact.firstDay] ?? 0)
    found = Math.max(found, Math.abs(sum))
  }
  // Kolmogorov: beyond 2.2/√n about once in 8,000.
  return { found, allowed: 2.2 / Math.sqrt(paths) }
}

describe('moveGoods', () => {
  it.each([0, 14, 28, 42, 56, 70])('has the exact distribution of lead times for an order after %s days, across a halt', (offset) => {
    for (const waitDraws of ['one-quantile-per-path', 'independent'] as const) {
      // With one quantile a voided application keeps it, so that only orders out of the halt's reach, or drawn anew, are exact.
      if (waitDraws === 'one-quantile-per-path' && offset < 70) continue
      const { found, allowed } = distance(part, offset, waitDraws, 0)
      expect(found).toBeLessThan(allowed)
    }
  })

  it.each([0, 21, 42])('has it where a licence begins to be demanded, for an order after %s days', (offset) => {
    for (const waitDraws of ['one-quantile-per-path', 'independent'] as const) {
      const { found, allowed } = distance(part, offset, waitDraws, 1)
      expect(found).toBeLessThan(allowed)
    }
  })

  it('has it where applications are made after the order', () => {
    const early = { ...part, leadTime: { ...part.leadTime, applicationLag: { after: 'order' as const, days: 5 } } }
    const { found, allowed } = distance(early, 14, 'independent', 0)
    expect(found).toBeLessThan(allowed)
  })

  it('does not let orders of a path overtake each other under a wait that stays as it is', () => {
    const steady = frameOf([{ weight: 1, phases: [gammaLicence] }])
    const goods = simulatedGoods(steady, part, [])
    const path = goodsPath(goods, 'one-quantile-per-path')
    const days = { departure: 0, receipt: 0 }
    for (let number = 0; number < 200; number++) {
      drawGoodsPath(goods, path, { seed: 1, path: number, partKey: 1, scenarioIndex: null })
      const receipts = [0, 7, 14, 21].map((offset) => {
        moveGoods(goods, path, today + offset, days)
        return days.receipt - offset
      })
      expect(new Set(receipts).size).toBe(1)
    }
  })

  it('draws the same scenario and the same waits for every part of a path', () => {
    const goods = simulatedGoods(frame, part, [])
    const drawn = [1, 2].map((partKey) => {
      const path = goodsPath(goods, 'one-quantile-per-path')
      return Array.from({ length: 50 }, (_, number) => {
        drawGoodsPath(goods, path, { seed: 1, path: number, partKey, scenarioIndex: null })
        return [path.scenarioIndex, path.waitQuantiles[0], path.baseDays]
      })
    })
    expect(drawn[0]?.map(([scenario, wait]) => [scenario, wait])).toEqual(drawn[1]?.map(([scenario, wait]) => [scenario, wait]))
    expect(drawn[0]?.map(([, , base]) => base)).not.toEqual(drawn[1]?.map(([, , base]) => base))
    expect(civilDate('2026-11-23')).toBe(today)
  })
})
