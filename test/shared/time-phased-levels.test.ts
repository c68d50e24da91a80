import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { reviewDates } from '../../shared/horizon/review-dates'
import { timePhasedLevels } from '../../shared/horizon/time-phased-levels'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { planningFrame, type PlanningInputs } from '../../shared/safety-stock/planning-frame'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { stockRecommendation } from '../../shared/safety-stock/stock-recommendation'

const t0 = civilDate('2026-11-23')
const licence = (from: string | null, meanDays: number): ControlPhase => ({
  fromDate: from === null ? null : civilDate(from), untilDate: null, state: 'licence', wait: { kind: 'gamma', meanDays, sdDays: 12 }, refusalRate: 0.1,
})
const halt: ControlPhase = { fromDate: civilDate('2027-02-01'), untilDate: civilDate('2027-04-01'), state: 'halt' }
const inputs = (known: Partial<PlanningInputs> = {}): PlanningInputs => ({
  planningDate: t0, openHaltDays: 180, generalLicenceWait: { kind: 'fixed', days: 5 },
  scenarios: [
    { name: 'as now', weight: 0.6, phases: new Map([['A', [licence(null, 30)]], ['B', []]]) },
    { name: 'slower', weight: 0.3, phases: new Map([['A', [licence(null, 30), licence('2027-01-15', 60)]], ['B', [licence('2027-03-01', 40)]]]) },
    { name: 'halt', weight: 0.1, phases: new Map([['A', [licence(null, 30), halt]], ['B', [halt]]]) },
  ],
  statusQuoName: 'as now', attitude: { kind: 'weighted' }, ...known,
})
const part = (known: Partial<PlanningPart> = {}): PlanningPart => ({
  demandRate: { meanPerDay: 10, variancePerDay: 900, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
  leadTime: { baseLeadTime: { meanDays: 60, sdDays: 10, transitDays: 20 }, controlIds: ['A'], licenceRoute: 'individual', applicationLag: { after: 'ready', days: 0 } },
  reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
  orderRules: { moq: 20, lotMultiple: 10, capCoverDays: null, capOrderQuantity: null }, roundingStep: 1,
  stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null, ...known,
})
const dates = reviewDates({ planningDate: t0, horizonWeeks: 30, reviewPeriodDays: 7 })
const own = part().leadTime
const slow = { demandFamily: 'negative-binomial', demandRate: { meanPerDay: 0.3, variancePerDay: 0.9, isAssumedVariability: false } } as const

describe('timePhasedLevels', () => {
  // What is shared between dates, and each level as a guess at the next, may cost no digit.
  it.each<[string, Partial<PlanningPart>, Partial<PlanningInputs>]>([
    ['a licence and a halt', {}, {}],
    ['two controls, application after the order', { leadTime: { ...own, controlIds: ['A', 'B'], applicationLag: { after: 'order', days: 5 } } }, {}],
    ['the worst case', { demandFamily: 'normal' }, { attitude: { kind: 'worst-case' } }],
    ['one scenario', {}, { attitude: { kind: 'scenario', name: 'slower' } }],
    ['a fill rate', { target: { kind: 'fill-rate', fillRate: 0.98 } }, {}],
    ['least cost', { target: { kind: 'least-cost', holdingCostPerUnitDay: 0.01, backorderCostPerUnitDay: 0.4 } }, {}],
    ['slow usage in whole pieces', slow, {}],
    ['a forecast', { forecast: [{ fromDate: civilDate('2027-02-01'), untilDate: civilDate('2027-05-01'), meanPerDay: 25 }] }, {}],
    ['a cap', { orderRules: { moq: null, lotMultiple: null, capCoverDays: 20, capOrderQuantity: null } }, {}],
    ['no usage', { demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: false } }, {}],
  ])('is what the recommendation says on every date, under %s', (_, known, planned) => {
    const plan = planningFrame(inputs(planned))
    const levels = timePhasedLevels(plan, part(known), dates)
    expect(levels).toHaveLength(31)
    levels.forEach((level, index) => {
      const { levels: single, rounded, protection, settingScenarioIndex } = stockRecommendation(plan, part(known), dates[index] ?? t0)
      expect(level.date).toBe(dates[index])
      expect(Math.abs(level.reorderPoint - single.reorderPoint)).toBeLessThanOrEqual(1e-7 * single.reorderPoint)
      expect(Math.abs(level.safetyStock - single.safetyStock)).toBeLessThanOrEqual(1e-7 * single.reorderPoint)
      expect(Math.abs(level.orderUpToLevel - single.orderUpToLevel)).toBeLessThanOrEqual(1e-7 * single.reorderPoint)
      expect(level.meanDemand).toBeCloseTo(protection.meanDemand, 7)
      expect(level.roundedReorderPoint).toBe(rounded.reorderPoint)
      expect(level.settingScenarioIndex).toBe(settingScenarioIndex)
    })
  })

  it('rises before a halt and is back to where it was once all controls have settled', () => {
    const levels = timePhasedLevels(planningFrame(inputs()), part(), dates).map((level) => level.reorderPoint)
    expect(Math.max(...levels)).toBeGreaterThan(1.02 * (levels.at(-1) ?? Infinity))
    expect(levels.at(-1)).toBe(levels.at(-2))
  })

  it('refuses a target of 100 %', () => {
    const impossible = part({ target: { kind: 'cycle-service-level', cycleServiceLevel: 1 } })
    expect(() => timePhasedLevels(planningFrame(inputs()), impossible, [addDays(t0, 7)])).toThrow(expect.objectContaining({ argument: 'cycleServiceLevel' }))
  })
})
