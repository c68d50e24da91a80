import { describe, expect, it } from 'vitest'
import { leadTimeForms } from '../../shared/lead-time/lead-time-forms'
import { civilDate } from '../../shared/calendar/civil-date'
import { pointDayTable } from '../../shared/probability/day-table'
import { demandCurve } from '../../shared/safety-stock/demand-curve'
import { decisionDemand, partLevels, roundedLevels, safetyStockAt, targetLevels, type DecisionLeadTimes } from '../../shared/safety-stock/part-levels'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'

const t0 = civilDate('2026-11-23')
const part = (known: Partial<PlanningPart> = {}): PlanningPart => ({
  demandRate: { meanPerDay: 10, variancePerDay: 400, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
  leadTime: { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 }, controlIds: [], licenceRoute: 'exempt', applicationLag: { after: 'ready', days: 0 } },
  reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
  orderRules: { moq: 100, lotMultiple: 30, capCoverDays: null, capOrderQuantity: null }, roundingStep: 1,
  stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null, ...known,
})
const forms = (days: number) => leadTimeForms(pointDayTable(days), 20)
const worst: DecisionLeadTimes = { statusQuo: forms(60), views: [{ scenarioIndex: 0, leadTime: forms(60) }, { scenarioIndex: 1, leadTime: forms(90) }] }

describe('partLevels', () => {
  it('takes the level of the worst view, and measures safety stock from the status quo', () => {
    const { setting, statusQuo, levels, order } = partLevels(part(), worst, demandCurve(part(), t0), null)
    expect(setting.scenarioIndex).toBe(1)
    expect(statusQuo.protection.mean).toBeCloseTo(670, 9)
    expect(levels.safetyStock).toBeCloseTo(levels.reorderPoint - 670, 9)
    expect(order.orderQuantity).toBe(120)
    expect(levels.orderUpToLevel).toBeCloseTo(levels.reorderPoint + 120 - 70, 9)
  })

  it('finds the same level from any guess', () => {
    const level = (guess: number | null): number => partLevels(part(), worst, demandCurve(part(), t0), guess).levels.reorderPoint
    for (const guess of [1, 500, 1200, 20_000]) expect(level(guess) / level(null)).toBeCloseTo(1, 8)
  })

  it('tries other targets on the same demand', () => {
    const demand = decisionDemand(part(), worst, demandCurve(part(), t0))
    const other = part({ target: { kind: 'fill-rate', fillRate: 0.97 } })
    expect(targetLevels(part(), demand, other.target, null).levels).toEqual(partLevels(other, worst, demandCurve(other, t0), null).levels)
  })

  it('is 0 without usage', () => {
    const none = part({ demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: false } })
    const { hasUsage, levels } = partLevels(none, worst, demandCurve(none, t0), null)
    expect(hasUsage).toBe(false)
    expect(levels).toEqual({ reorderPoint: 0, safetyStock: 0, orderUpToLevel: 0 })
  })
})

describe('safetyStockAt', () => {
  it('is never below 0', () => {
    expect([safetyStockAt(850, 670), safetyStockAt(600, 670)]).toEqual([180, 0])
  })
})

describe('roundedLevels', () => {
  it('rounds each level up on its own', () => {
    expect(roundedLevels({ reorderPoint: 10.2, safetyStock: 3.4, orderUpToLevel: 12 }, 0.5)).toEqual({ reorderPoint: 10.5, safetyStock: 3.5, orderUpToLevel: 12 })
  })
})
