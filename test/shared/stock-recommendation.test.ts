import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { preparedPart, preparedPlan } from '../../shared/plan/plan-inputs'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { samplePlan } from '../../shared/sample/sample-plan'
import { planningFrame, type PlanningInputs } from '../../shared/safety-stock/planning-frame'
import type { OrderRules, PlanningPart } from '../../shared/safety-stock/planning-part'
import { stockRecommendation, type StockRecommendation } from '../../shared/safety-stock/stock-recommendation'
import { standardNormalQuantile } from '../../shared/probability/normal-distribution'
import { gammaCdf } from '../reference/literal-gamma'

const t0 = civilDate('2026-11-23')
const licence = (days: number): ControlPhase => ({ fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'fixed', days }, refusalRate: 0 })
const scenario = (name: string, weight: number, days: number) => ({ name, weight, phases: new Map([['A', [licence(days)]]]) })

function frame(known: Partial<PlanningInputs> = {}) {
  return planningFrame({
    planningDate: t0, openHaltDays: 180, generalLicenceWait: { kind: 'fixed', days: 0 },
    scenarios: [scenario('as now', 0.8, 30), scenario('slower', 0.2, 90)], statusQuoName: 'as now', attitude: { kind: 'weighted' }, ...known,
  })
}
type Known = Partial<Omit<PlanningPart, 'orderRules'>> & { readonly orderRules?: Partial<OrderRules> }
function part({ orderRules, ...known }: Known = {}): PlanningPart {
  return {
    demandRate: { meanPerDay: 10, variancePerDay: 400, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
    leadTime: { baseLeadTime: { meanDays: 60, sdDays: 10, transitDays: 20 }, controlIds: ['A'], licenceRoute: 'individual', applicationLag: { after: 'ready', days: 0 } },
    reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
    orderRules: { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null, ...orderRules }, roundingStep: 1,
    stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null, ...known,
  }
}
const recommended = (known: Known = {}, inputs: Partial<PlanningInputs> = {}): StockRecommendation => stockRecommendation(frame(inputs), part(known), t0)
const alone = { scenarios: [scenario('as now', 1, 30)] }
const fixed = { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 }, controlIds: ['A'], licenceRoute: 'individual', applicationLag: { after: 'ready', days: 0 } } as const

describe('stockRecommendation', () => {
  it('protects R + L(t + R) days: 7 + 60 + 30 under a fixed wait', () => {
    const { protection, levels, service } = recommended({ leadTime: fixed }, alone)
    expect(protection).toEqual({ meanDays: 97, meanDemand: expect.closeTo(970, 9), referenceMeanDemand: expect.closeTo(970, 9) })
    expect(gammaCdf(levels.reorderPoint, 970 / 40, 1 / 40)).toBeCloseTo(0.95, 8)
    expect(levels.safetyStock).toBeCloseTo(levels.reorderPoint - 970, 9)
    expect(service?.cycleServiceLevel).toBeCloseTo(0.95, 8)
  })

  it('gives the textbook’s level where the textbook is right: normal demand, a fixed lead time, no control', () => {
    const { levels, textbook } = recommended({ demandFamily: 'normal', leadTime: { ...fixed, licenceRoute: 'exempt' } })
    expect(levels.safetyStock).toBeCloseTo(standardNormalQuantile(0.95) * Math.sqrt(67 * 400), 6)
    expect(textbook?.safetyStock).toBeCloseTo(levels.safetyStock, 6)
    expect(textbook?.service.cycleServiceLevel).toBeCloseTo(0.95, 8)
  })

  it('measures safety stock from the status quo, so that it grows as a bad scenario becomes likelier', () => {
    const safetyStocks = [0.05, 0.2, 0.5, 0.9].map((weight) => {
      const { levels, protection } = recommended({}, { scenarios: [scenario('as now', 1 - weight, 30), scenario('slower', weight, 90)] })
      expect(levels.safetyStock).toBeCloseTo(levels.reorderPoint - protection.referenceMeanDemand, 6)
      return levels.safetyStock
    })
    expect(safetyStocks).toEqual(safetyStocks.toSorted((a, b) => a - b))
  })

  it('has no safety stock, rather than a negative one, where the level lies below the status quo’s mean', () => {
    const { levels, rounded, contributions } = recommended({ target: { kind: 'cycle-service-level', cycleServiceLevel: 0.05 } })
    expect(levels.safetyStock).toBe(0)
    expect(rounded.safetyStock).toBe(0)
    expect(Object.values(contributions).reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9)
  })

  it('orders up to s + max(0, q − u)', () => {
    const { levels, orderQuantity } = recommended({ orderRules: { moq: 120, lotMultiple: 50 } })
    expect(orderQuantity).toBe(150)
    expect(levels.orderUpToLevel).toBeCloseTo(levels.reorderPoint + 80, 9)
    expect(recommended().levels.orderUpToLevel).toBe(recommended().levels.reorderPoint)
  })

  it('rounds each of the three levels up on its own', () => {
    const { levels, rounded } = recommended({ roundingStep: 25, orderRules: { moq: 120, lotMultiple: 50 } })
    for (const key of ['reorderPoint', 'safetyStock', 'orderUpToLevel'] as const) {
      expect(rounded[key] % 25).toBe(0)
      expect(rounded[key] - levels[key]).toBeGreaterThanOrEqual(0)
      expect(rounded[key] - levels[key]).toBeLessThan(25)
    }
  })

  it('takes the scenario with the largest level in the worst case, its mean with it, and the smallest service', () => {
    const worst = recommended({}, { attitude: { kind: 'worst-case' } })
    const slower = recommended({}, { attitude: { kind: 'scenario', name: 'slower' } })
    expect(worst.reorderPointBeforeCap).toBe(slower.reorderPointBeforeCap)
    expect(worst.settingScenarioIndex).toBe(1)
    expect(worst.protection.meanDemand).toBe(slower.protection.meanDemand)
    expect(worst.service?.cycleServiceLevel).toBeCloseTo(0.95, 8)
    expect(recommended().settingScenarioIndex).toBeNull()
  })

  it('shows what the level without controls really gives', () => {
    const { policyBlind, levels } = recommended()
    const exempt = recommended({ leadTime: { ...part().leadTime, licenceRoute: 'exempt' } })
    expect(policyBlind?.reorderPoint).toBeCloseTo(exempt.levels.reorderPoint, 6)
    expect(policyBlind?.reorderPoint).toBeLessThan(levels.reorderPoint)
    expect(policyBlind?.service.cycleServiceLevel).toBeLessThan(0.7)
  })

  it('shows what the ERP’s safety stock really gives: μ·(R + E[B]) and that much more', () => {
    const { erp } = recommended({ erpSafetyStock: 200 })
    expect(erp?.reorderPoint).toBeCloseTo(10 * 67 + 200, 9)
    expect(recommended().erp).toBeNull()
  })

  it('explains the safety stock by parts that add up to it exactly, each with its sign', () => {
    const { contributions, rounded } = recommended({ orderRules: { capCoverDays: 60 } })
    const sum = Object.values(contributions).reduce((total, one) => total + one, 0)
    expect(Math.abs(sum - rounded.safetyStock)).toBeLessThanOrEqual(1e-9 * rounded.reorderPoint)
    expect(contributions.demand).toBeGreaterThan(0)
    expect(contributions.otherScenarios).toBeGreaterThan(0)
    expect(contributions.caps).toBeLessThan(0)
    // Roundings of doubles may leave a little less than nothing.
    expect(contributions.rounding).toBeGreaterThanOrEqual(-1e-9)
  })

  it('owes nothing to controls or scenarios where there are none', () => {
    const { contributions, pipelineIncrease } = recommended({ leadTime: { ...part().leadTime, controlIds: [] } })
    expect(contributions).toMatchObject({ statusQuoControls: 0, caps: 0 })
    expect(contributions.otherScenarios).toBeCloseTo(0, 9)
    expect(pipelineIncrease).toBeCloseTo(0, 9)
  })

  // Stages without a difference are worked out over different lengths: two levels a rounding apart stood here as −0.
  it('has contributions of nothing where nothing was added, not of roundings', () => {
    const prepared = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
    let nothing = 0
    for (const given of prepared.plan.parts) {
      const { contributions, reorderPointBeforeCap, rounded } = stockRecommendation(prepared.frame, preparedPart(prepared, given).inputs, prepared.planningDate)
      const { rounding: _, ...stages } = contributions
      for (const one of Object.values(stages)) {
        if (one === 0) nothing++
        else expect(Math.abs(one)).toBeGreaterThan(1e-9 * reorderPointBeforeCap)
      }
      expect(Object.values(contributions).reduce((sum, one) => sum + one, 0)).toBeCloseTo(rounded.safetyStock, 6)
    }
    expect(nothing).toBeGreaterThan(20)
  })

  it('has a pipeline longer by the mean wait', () => {
    expect(recommended({}, alone).pipelineIncrease).toBeCloseTo(10 * 30, 5)
    expect(recommended().pipelineIncrease).toBeCloseTo(10 * (0.8 * 30 + 0.2 * 90), 5)
  })

  it('cuts the level to a cap on cover, and shows the shortfall and the service left', () => {
    const free = recommended()
    const capped = recommended({ orderRules: { capCoverDays: 20 } })
    const meanPerDay = capped.protection.meanDemand / capped.protection.meanDays
    expect(capped.levels.safetyStock).toBeCloseTo(20 * meanPerDay, 9)
    expect(capped.coverDays).toBeCloseTo(20, 9)
    expect(capped.capShortfall).toBeCloseTo(free.levels.reorderPoint - capped.levels.reorderPoint, 9)
    expect(capped.service?.cycleServiceLevel).toBeLessThan(0.95)
    expect(recommended({ orderRules: { capCoverDays: 1e5 } })).toMatchObject({ capShortfall: 0, levels: free.levels })
  })

  it('cuts orders, not the level, to a cap on their quantity', () => {
    const capped = recommended({ orderRules: { capOrderQuantity: 130, lotMultiple: 50 } })
    const free = recommended({ orderRules: { lotMultiple: 50 } })
    expect(capped.order).toMatchObject({ orderNow: 100, orderShortfall: free.rounded.reorderPoint - 100 })
    expect(capped.levels.reorderPoint).toBe(free.levels.reorderPoint)
    expect(() => recommended({ orderRules: { capOrderQuantity: 130, moq: 200 } })).toThrow(expect.objectContaining({ argument: 'capOrderQuantity' }))
  })

  it('orders what a position below the rounded reorder point lacks', () => {
    const { rounded } = recommended()
    const stock = { onHand: rounded.reorderPoint - 3, allocated: 10, backordered: 0, onOrder: 10 }
    expect(recommended({ stock }).order).toEqual({ inventoryPosition: rounded.reorderPoint - 3, orderNow: 3, orderShortfall: 0 })
    expect(recommended({ stock: { ...stock, onHand: rounded.reorderPoint } }).order.orderNow).toBe(0)
  })

  it('counts cover in days of mean usage', () => {
    const { coverDays, levels } = recommended()
    expect(coverDays).toBeCloseTo(levels.safetyStock / 10, 6)
  })

  it('counts a forecast in the mean of the interval and of a review', () => {
    const forecast = [{ fromDate: civilDate('2026-11-24'), untilDate: civilDate('2028-01-01'), meanPerDay: 20 }]
    const { protection, orderQuantity } = recommended({ forecast, leadTime: fixed }, alone)
    expect(protection.meanDemand).toBeCloseTo(97 * 20, 6)
    expect(orderQuantity).toBe(140)
  })

  it('answers 0 for a part without usage, and still covers its backorders', () => {
    const none = recommended({ demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: true }, stock: { onHand: 0, allocated: 0, backordered: 12, onOrder: 0 } })
    expect(none).toMatchObject({
      orderQuantity: 0, levels: { reorderPoint: 0, safetyStock: 0, orderUpToLevel: 0 }, service: null, policyBlind: null, textbook: null, erp: null, coverDays: null,
      order: { inventoryPosition: -12, orderNow: 12 },
    })
  })

  it('protects a part without usage as long as the attitude sees it: 7 + 60 + the mixture of 30 and 90 days', () => {
    const none = recommended({ demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: true }, leadTime: fixed, orderRules: { moq: 50 } })
    expect(none.protection.meanDays).toBeCloseTo(67 + 0.8 * 30 + 0.2 * 90, 9)
    expect(none.orderQuantity).toBe(0)
  })

  // A halt is what makes the interval reach the usage after the shutdown; the policy-blind level covers none.
  it('compares with a policy-blind level of 0 where the interval without controls has no usage', () => {
    const forecast = [{ fromDate: civilDate('2026-11-20'), untilDate: civilDate('2027-02-10'), meanPerDay: 0 }]
    for (const demandFamily of ['gamma', 'normal', 'negative-binomial'] as const) {
      const { policyBlind, levels, contributions } = recommended({ forecast, demandFamily, leadTime: fixed }, alone)
      expect(levels.reorderPoint).toBeGreaterThan(0)
      expect(policyBlind).toMatchObject({ reorderPoint: 0, safetyStock: 0, service: { cycleServiceLevel: expect.closeTo(0, 1) } })
      expect(Object.values(contributions).every(Number.isFinite)).toBe(true)
    }
  })

  it('orders by its rules, and recommends under any target, through a month without usage', () => {
    const forecast = [{ fromDate: civilDate('2026-11-20'), untilDate: civilDate('2026-12-20'), meanPerDay: 0 }]
    const shutdown = recommended({ forecast, leadTime: fixed, orderRules: { moq: 84 } }, alone)
    expect(shutdown.orderQuantity).toBe(84)
    expect(shutdown.levels.orderUpToLevel).toBeCloseTo(shutdown.levels.reorderPoint + 84, 9)
    const filled = recommended({ forecast, leadTime: fixed, target: { kind: 'fill-rate', fillRate: 0.98 } }, alone)
    expect(filled.service?.fillRate).toBeCloseTo(0.98, 8)
  })

  it.each([0, 3.5, NaN, 4000])('names the review period when it is %s', (reviewPeriodDays) => {
    expect(() => recommended({ reviewPeriodDays })).toThrow(expect.objectContaining({ argument: 'reviewPeriodDays' }))
  })

  it('names a target outside its range even of a part without usage', () => {
    const demandRate = { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: true }
    expect(() => recommended({ demandRate, target: { kind: 'fill-rate', fillRate: 1 } })).toThrow(expect.objectContaining({ argument: 'fillRate' }))
  })
})
