import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { attitudeOf, baseLeadTimeOf, planLicenceWait, preparedPart, preparedPlan } from '../../shared/plan/plan-inputs'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { waitPreset, waitPresets } from '../../shared/policy-timeline/wait-presets'
import { dayTableMean } from '../../shared/probability/day-table'

const t0 = civilDate('2026-11-23')
const plan: PlanDocument = newPlan({ id: 'pl-bcdfgh', title: 'Magnets 2027', scenarios: builtInScenarios })
const withSettings = (known: Partial<PlanDocument['settings']>): PlanDocument => ({ ...plan, settings: { ...plan.settings, ...known } })
const prepared = preparedPlan(plan, { planningDate: t0 })

function part(known: Partial<Part> = {}): Part {
  return {
    ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry: 'CN', rareEarthOriginCountry: 'CN', materialFamily: 'ndfeb-sintered', form: 'magnet',
    elements: { Dy: 'yes', Tb: 'no' }, usage: { kind: 'stated', per: 'week', mean: 700, sd: 140 }, leadTime: { kind: 'total', meanDays: 60, sdDays: 10, transitDays: 20 }, ...known,
  }
}
const inputsOf = (known: Partial<Part> = {}, of = prepared) => preparedPart(of, part(known)).inputs

describe('preparedPlan', () => {
  it('weighs the scenarios, and measures from the status quo', () => {
    expect(prepared.frame.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(plan.scenarios[prepared.frame.statusQuoIndex]?.id).toBe(plan.settings.statusQuoScenarioId)
  })

  it('takes another attitude than the plan’s own when asked', () => {
    const attitude = { kind: 'worst-case' } as const
    expect(preparedPlan(plan, { planningDate: t0, attitude }).frame.inputs.attitude).toEqual(attitude)
    expect(prepared.frame.inputs.attitude).toEqual({ kind: 'weighted' })
  })

  it('has the user’s controls and events beside the built-in ones, without those set aside', () => {
    const own = { ...prepared.controls[0]!, id: 'c-bcdfgh' }
    const changed = preparedPlan({ ...plan, timeline: { ...plan.timeline, controls: [own], setAsideEventIds: ['announcement-70'] } }, { planningDate: t0 })
    expect(changed.controls.map(({ id }) => id)).toContain('c-bcdfgh')
    expect(prepared.events.some(({ id }) => id === 'announcement-70')).toBe(true)
    expect(changed.events.some(({ id }) => id === 'announcement-70')).toBe(false)
  })

  it('refuses a status quo that is no scenario of the plan', () => {
    expect(() => preparedPlan(withSettings({ statusQuoScenarioId: 'gone' }), { planningDate: t0 })).toThrow(expect.objectContaining({ argument: 'scenarios', value: 'gone' }))
  })
})

describe('planLicenceWait', () => {
  it('is the chosen preset, or the plan’s own', () => {
    for (const { id } of waitPresets) {
      const { wait, refusalRate } = waitPreset(id)
      expect(planLicenceWait(withSettings({ licenceWait: { kind: 'preset', presetId: id } }))).toEqual({ wait, refusalRate })
    }
    const own = { wait: { kind: 'fixed', days: 33 }, refusalRate: 0.2 } as const
    expect(planLicenceWait(withSettings({ licenceWait: { kind: 'own', ...own } }))).toEqual(own)
  })

  it('sets the lead time of a controlled part', () => {
    const wait = (days: number) => preparedPlan(withSettings({ licenceWait: { kind: 'own', wait: { kind: 'fixed', days }, refusalRate: 0 } }), { planningDate: t0 })
    const leadTime = (days: number): number => {
      const of = wait(days)
      const index = of.frame.statusQuoIndex
      const table = of.frame.leadTimes.leadTime({ ...inputsOf({}, of).leadTime, baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 } }, { orderDate: t0, scenarioIndex: index })
      return dayTableMean(table)
    }
    expect([leadTime(0), leadTime(30), leadTime(75)]).toEqual([60, 90, 135])
  })
})

describe('attitudeOf', () => {
  it('names a scenario by its id', () => {
    expect(attitudeOf(withSettings({ attitude: { kind: 'scenario', scenarioId: 'eased' } }))).toEqual({ kind: 'scenario', name: 'eased' })
    expect(attitudeOf(withSettings({ attitude: { kind: 'worst-case' } }))).toEqual({ kind: 'worst-case' })
  })
})

describe('preparedPart', () => {
  it('falls back on the plan where the part says nothing', () => {
    expect(inputsOf()).toMatchObject({ reviewPeriodDays: 7, demandFamily: 'gamma', leadTime: { applicationLag: { after: 'ready', days: 0 } } })
    const own = { reviewPeriodDays: 14, demandFamily: 'negative-binomial', applicationLag: { after: 'order', days: 3 } } as const
    expect(inputsOf(own)).toMatchObject({ reviewPeriodDays: 14, demandFamily: 'negative-binomial', leadTime: { applicationLag: { after: 'order', days: 3 } } })
  })

  it('rounds pieces to whole ones and kilograms to the plan’s step', () => {
    expect(inputsOf({ unit: 'pcs' }).roundingStep).toBe(1)
    expect(inputsOf({ unit: 'kg' }).roundingStep).toBe(0.001)
  })

  it('adds up open orders', () => {
    const openOrders: Part['openOrders'] = [120, 80].map((quantity, index) => ({
      id: `o-bcdfg${index}`, purchaseOrder: '', quantity, promisedDate: '2027-01-10', orderedDate: null, licence: { status: 'granted' },
    }))
    expect(inputsOf({ onHand: 5, allocated: 2, backordered: 1, openOrders }).stock).toEqual({ onHand: 5, allocated: 2, backordered: 1, onOrder: 200 })
  })

  it('lists the controls that apply, and why each does or does not', () => {
    expect(inputsOf().leadTime.controlIds).toContain('cn-announcement-18')
    expect(inputsOf({ originCountry: 'JP', rareEarthOriginCountry: 'AU' }).leadTime.controlIds).toEqual([])
    expect(inputsOf({ materialFamily: 'ferrite', elements: {} }).leadTime.controlIds).toEqual([])
    const { coverages } = preparedPart(prepared, part())
    expect(coverages).toHaveLength(prepared.controls.length)
    expect(coverages.every(({ coverage }) => coverage.reason !== '')).toBe(true)
  })

  it('counts an unknown element as there', () => {
    expect(inputsOf({ elements: { Dy: 'unknown', Tb: 'no' } }).leadTime.controlIds).toContain('cn-announcement-18')
  })

  it('takes the part’s own target, or the default of its sector', () => {
    expect(preparedPart(prepared, part({ target: { kind: 'fill-rate', fillRate: 0.98 } }))).toMatchObject({ targetBasis: 'set for this part', inputs: { target: { kind: 'fill-rate', fillRate: 0.98 } } })
    expect(inputsOf({ sector: 'defence' }).target).toEqual({ kind: 'cycle-service-level', cycleServiceLevel: 0.99 })
    expect(inputsOf({ sector: 'electronics', isCritical: true }).target).toEqual({ kind: 'cycle-service-level', cycleServiceLevel: 0.99 })
  })

  it('holds a unit at unit cost × holding rate / 365 a day', () => {
    const { target } = inputsOf({ unitCost: 36.5, target: { kind: 'least-cost', backorderCostPerUnitDay: 4 } })
    expect(target).toEqual({ kind: 'least-cost', holdingCostPerUnitDay: expect.closeTo(0.02, 12), backorderCostPerUnitDay: 4 })
  })

  it('reads the dates of a forecast', () => {
    expect(inputsOf({ forecast: [{ fromDate: '2027-01-01', untilDate: '2027-02-01', meanPerDay: 25 }] }).forecast).toEqual([
      { fromDate: civilDate('2027-01-01'), untilDate: civilDate('2027-02-01'), meanPerDay: 25 },
    ])
  })
})

describe('baseLeadTimeOf', () => {
  it('is one number, or the sum of its legs', () => {
    expect(baseLeadTimeOf(part())).toEqual({ meanDays: 60, sdDays: 10, transitDays: 20 })
    const leg = { name: 'Production', meanDays: 40, sdDays: 3, isAfterBorder: false, isWorkingDays: false }
    const legs = [leg, { ...leg, name: 'Sea', meanDays: 35, sdDays: 4, isAfterBorder: true }]
    expect(baseLeadTimeOf({ leadTime: { kind: 'legs', legs } })).toEqual({ meanDays: 75, sdDays: 5, transitDays: 35 })
  })
})
