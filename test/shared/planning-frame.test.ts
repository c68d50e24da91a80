import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { dayTableMean } from '../../shared/probability/day-table'
import { leadTimeViews, nextLeadTime, planningFrame, type PlanningInputs } from '../../shared/safety-stock/planning-frame'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'

const t0 = civilDate('2026-11-23')
const licence = (days: number): ControlPhase => ({ fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'fixed', days }, refusalRate: 0 })
const scenario = (name: string, weight: number, days: number) => ({ name, weight, phases: new Map([['A', [licence(days)]]]) })

function inputs(known: Partial<PlanningInputs> = {}): PlanningInputs {
  return {
    planningDate: t0, openHaltDays: 180, generalLicenceWait: { kind: 'fixed', days: 0 },
    scenarios: [scenario('as now', 3, 30), scenario('slower', 1, 70), scenario('never', 0, 500)], statusQuoName: 'as now', attitude: { kind: 'weighted' }, ...known,
  }
}
const part: PlanningPart = {
  demandRate: { meanPerDay: 10, variancePerDay: 400, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
  leadTime: { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 }, controlIds: ['A'], licenceRoute: 'individual', applicationLag: { after: 'ready', days: 0 } },
  reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
  orderRules: { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null }, roundingStep: 1,
  stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null,
}

describe('planningFrame', () => {
  it('normalises the weights, and finds the status quo', () => {
    const frame = planningFrame(inputs({ statusQuoName: 'slower' }))
    expect(frame.weights).toEqual([0.75, 0.25, 0])
    expect(frame.statusQuoIndex).toBe(1)
  })

  it.each<[string, Partial<PlanningInputs>]>([
    ['no positive weight', { scenarios: [scenario('as now', 0, 30)] }], ['no scenario', { scenarios: [] }],
    ['a negative weight', { scenarios: [scenario('as now', 1, 30), scenario('slower', -1, 30)] }], ['a weight that is no number', { scenarios: [scenario('as now', NaN, 30)] }],
    ['a status quo that is not there', { statusQuoName: 'gone' }], ['an attitude to a scenario that is not there', { attitude: { kind: 'scenario', name: 'gone' } }],
  ])('refuses %s', (_, known) => {
    expect(() => planningFrame(inputs(known))).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'scenarios' }))
  })
})

describe('leadTimeViews', () => {
  const meansOf = (known: Partial<PlanningInputs>) =>
    leadTimeViews(planningFrame(inputs(known)), part, t0).views.map(({ scenarioIndex, leadTime }) => [scenarioIndex, dayTableMean(leadTime.table())])

  it('is one mixture by weight', () => {
    expect(meansOf({})).toEqual([[null, expect.closeTo(0.75 * 90 + 0.25 * 130, 9)]])
  })

  it('is every scenario with a weight in the worst case', () => {
    expect(meansOf({ attitude: { kind: 'worst-case' } })).toEqual([[0, 90], [1, 130]])
  })

  it('is the named scenario alone, whatever its weight', () => {
    expect(meansOf({ attitude: { kind: 'scenario', name: 'never' } })).toEqual([[2, 560]])
  })
})

describe('nextLeadTime', () => {
  // A halt from day 44 to 100: an order of today is out on day 40, the one of the next review is ready on day 47.
  it('is that of an order at the next review, which feels a halt one review before it is too late', () => {
    const halt: ControlPhase = { fromDate: civilDate('2027-01-06'), untilDate: civilDate('2027-03-03'), state: 'halt' }
    const frame = planningFrame(inputs({ scenarios: [{ name: 'as now', weight: 1, phases: new Map([['A', [halt]]]) }] }))
    expect(dayTableMean(frame.leadTimes.leadTime(part.leadTime, { orderDate: t0, scenarioIndex: 0 }))).toBe(60)
    expect(dayTableMean(nextLeadTime(frame, part, t0, 0).table())).toBe(100 - 7 + 20)
  })
})
