import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { planProblems, validatedPlan } from '../../shared/plan/validate-plan'
import { succeeded } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'
import { monthlyUsage } from '../../shared/sample/sample-part'

const plan = samplePlan()
const { parts } = plan
const distinct = <Value>(of: (part: (typeof parts)[number]) => Value): readonly Value[] => [...new Set(parts.map(of))]

describe('samplePlan', () => {
  it('is valid, without a single warning', () => {
    expect(validatedPlan(plan)).toEqual(succeeded(plan))
    expect(planProblems(plan)).toEqual([])
  })

  it('has 24 parts in five sectors and more, of three suppliers and two origins', () => {
    expect(parts).toHaveLength(24)
    expect(distinct((part) => part.sector)).toEqual(expect.arrayContaining(['electric-vehicles', 'wind', 'electronics', 'defence', 'medical']))
    expect(distinct((part) => part.supplier)).toHaveLength(3)
    expect(distinct((part) => part.originCountry).toSorted()).toEqual(['CN', 'JP'])
    expect(distinct((part) => part.licenceRoute).toSorted()).toEqual(['exempt', 'general', 'individual'])
  })

  it('has open orders in every licence status', () => {
    const statuses = new Set(parts.flatMap((part) => part.openOrders.map((order) => order.licence.status)))
    expect([...statuses].toSorted()).toEqual(['filed', 'granted', 'included', 'not-filed', 'not-needed'])
  })

  it('has every kind of usage, target and lead time', () => {
    expect(distinct((part) => part.usage.kind).toSorted()).toEqual(['build-plan', 'history', 'stated'])
    expect(distinct((part) => part.target?.kind ?? 'default').toSorted()).toEqual(['default', 'fill-rate', 'least-cost'])
    expect(distinct((part) => part.leadTime.kind).toSorted()).toEqual(['legs', 'total'])
    expect(parts.filter((part) => part.usage.kind === 'build-plan')).toHaveLength(2)
  })

  it('has histories of 24 months to the end of October 2026', () => {
    for (const { usageHistory } of parts.filter((part) => part.usageHistory.length > 0)) {
      expect(usageHistory).toHaveLength(24)
      expect(usageHistory.at(-1)).toMatchObject({ startDate: '2026-10-01', days: 31 })
    }
  })

  // A-IN-01: 1 to 3 kg of magnets a vehicle; A-IN-04: about 600 kg in a turbine of 3 MW.
  it('uses as much magnet a vehicle and a turbine as the article says', () => {
    const massOf = (name: string): number =>
      (plan.assemblies.find((assembly) => assembly.name.startsWith(name))?.uses ?? []).reduce(
        (sum, use) => sum + use.quantityPerProduct * (parts.find((part) => part.id === use.partId)?.magnetMassPerUnitKg ?? 0),
        0,
      )
    expect(massOf('EV traction motor')).toBeGreaterThan(1)
    expect(massOf('EV traction motor')).toBeLessThan(3)
    expect(massOf('Wind turbine 3 MW')).toBe(600)
    expect(plan.assemblies.find((assembly) => assembly.name.startsWith('Wind'))?.note).toContain('X-07')
  })

  it('shows something of everything: parts to order now, parts with far too much, parts at risk, and one of unknown chemistry that is critical', () => {
    const { parts: rows } = planRecommendations(plan, { planningDate: civilDate('2026-11-23') })
    const positions = rows.map(({ prepared: { part }, recommendation }) => ({
      order: recommendation.order.orderNow,
      excess: (part.onHand - part.allocated - part.backordered + part.openOrders.reduce((sum, order) => sum + order.quantity, 0)) / recommendation.rounded.orderUpToLevel,
    }))
    expect(positions.filter(({ order }) => order > 0).length).toBeGreaterThanOrEqual(8)
    expect(positions.filter(({ order }) => order === 0).length).toBeGreaterThanOrEqual(6)
    expect(positions.filter(({ excess }) => excess > 1.5).length).toBeGreaterThanOrEqual(3)
    const warned = (kind: string) => rows.filter((row) => row.notes.warnings.some((warning) => warning.kind === kind)).map((row) => row.prepared.part.partNumber)
    expect(warned('cover-shorter-than-delay')).not.toEqual([])
    expect(warned('unknown-chemistry-on-critical-part')).toContain('MG-TRG-0603')
    expect(warned('erp-level-below-target').length).toBeGreaterThan(10)
  })
})

describe('monthlyUsage', () => {
  it('counts the days of every month', () => {
    expect(monthlyUsage(Array.from({ length: 5 }, () => 1)).map((period) => period.days)).toEqual([30, 31, 31, 28, 31])
  })
})
