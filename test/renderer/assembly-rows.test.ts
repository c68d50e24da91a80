import { describe, expect, it } from 'vitest'
import { limitingRow, magnetMass, rowsOfUses, usageFromBuildPlan, usageWithoutBuildPlan } from '../../renderer/assemblies/assembly-rows'
import { partFiguresOf, type PartFigures } from '../../renderer/plan/part-figures'
import { civilDate } from '../../shared/calendar/civil-date'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const result = planRecommendations(plan, { planningDate: civilDate('2026-11-23') })
const figures = new Map(result.parts.map((part): [string, PartFigures] => [part.prepared.part.id, partFiguresOf(part)]))
const parts = new Map(plan.parts.map((part) => [part.id, part]))
const figuresOf = (id: string) => ({ state: 'fresh' as const, value: figures.get(id) as PartFigures })
const motor = plan.assemblies[0]!
const rotorAssembly = plan.parts.find(({ partNumber }) => partNumber === 'RT-EAX-104')!

describe('rowsOfUses', () => {
  it('takes 96 segments for each of 180 motors a week, and 2 % scrap: 17,625.6 a week', () => {
    const [row] = rowsOfUses(motor, parts, figuresOf)
    expect(row?.usagePerWeek).toBeCloseTo(96 * 180 * 1.02, 9)
    expect(row?.isFromBuildPlan).toBe(true)
  })

  it('tells how long free stock lasts: on hand less allocated and backordered, by the usage of the whole plan', () => {
    const [row] = rowsOfUses(motor, parts, figuresOf)
    const { onHand, allocated, backordered } = row!.part
    expect(row?.weeksOfStock).toBeCloseTo((onHand - allocated - backordered) / (96 * 180 * 1.02), 9)
  })

  it('calls a part short when its position is used up before an order of today arrives', () => {
    const of = (onHand: number) => {
      const known = figures.get('p-trctns') as PartFigures
      const order = { ...known.order, inventoryPosition: onHand }
      return rowsOfUses(motor, parts, () => ({ state: 'fresh', value: { ...known, order } }))[0]?.standing.kind
    }
    const { demandMeanPerDay, leadTimeWithControls } = figures.get('p-trctns') as PartFigures
    expect(of(demandMeanPerDay * leadTimeWithControls.meanDays - 1)).toBe('short')
    expect(of(demandMeanPerDay * leadTimeWithControls.meanDays + 1)).toBe('order')
  })

  it('leaves out a part that is gone, and says while nothing is known', () => {
    expect(rowsOfUses(motor, new Map(), figuresOf)).toEqual([])
    expect(rowsOfUses(motor, parts, () => ({ state: 'pending', value: null }))[0]?.standing).toEqual({ kind: 'pending' })
  })
})

describe('limitingRow', () => {
  it('is the part whose free stock ends first', () => {
    const both = { ...motor, uses: [...motor.uses, { partId: rotorAssembly.id, quantityPerProduct: 1, scrapRate: 0 }] }
    const rows = rowsOfUses(both, parts, figuresOf)
    const weeks = rows.map(({ weeksOfStock }) => weeksOfStock ?? Infinity)
    expect(limitingRow(rows)?.weeksOfStock).toBe(Math.min(...weeks))
    expect(limitingRow([])).toBeNull()
  })
})

describe('magnetMass', () => {
  it('is 1.23 kg in the motor of the sample, within the 1 to 3 kg of a vehicle (A-IN-01), and 600 kg in its turbine (A-IN-04)', () => {
    expect(magnetMass(rowsOfUses(motor, parts, figuresOf)).kg).toBeCloseTo(96 * 0.0128, 9)
    expect(magnetMass(rowsOfUses(plan.assemblies[1]!, parts, figuresOf))).toEqual({ kg: 600, isWhole: true })
  })

  it('says when the mass of a part is not known', () => {
    const rows = rowsOfUses(motor, new Map([['p-trctns', { ...parts.get('p-trctns')!, magnetMassPerUnitKg: null }]]), figuresOf)
    expect(magnetMass(rows)).toEqual({ kg: 0, isWhole: false })
  })
})

describe('usage from and without the build plan', () => {
  it('keeps the spread of a stated usage and none where none was known', () => {
    const stated = { ...rotorAssembly, usage: { kind: 'stated', per: 'month', mean: 100, sd: 20 } } as const
    const known = figures.get(rotorAssembly.id) as PartFigures
    // A month is 365.25/12 days: the variance of a week is 20² · 7 / 30.4375.
    expect(usageFromBuildPlan(stated, { ...known, demandVariancePerDay: 20 ** 2 / 30.4375 })).toEqual({ kind: 'build-plan', sdPerWeek: Number((20 * Math.sqrt(7 / 30.4375)).toPrecision(4)) })
    expect(usageFromBuildPlan({ ...stated, usage: { ...stated.usage, sd: null } }, known)).toEqual({ kind: 'build-plan', sdPerWeek: null })
  })

  it('goes back to a history of three periods, else states what is used today', () => {
    const segment = parts.get('p-trctns')!
    const period = { startDate: '2026-01-01', days: 31, quantity: 5 }
    expect(usageWithoutBuildPlan({ ...segment, usageHistory: [period, period, period] }, null)).toEqual({ kind: 'history' })
    expect(usageWithoutBuildPlan({ ...segment, usageHistory: [] }, figures.get('p-trctns') as PartFigures)).toMatchObject({ kind: 'stated', per: 'week', mean: 17_626 })
  })
})
