import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { dayPercentiles, stockProjection } from '../../shared/horizon/stock-projection'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })

function partNamed(partNumber: string): Part {
  const part = plan.parts.find((one) => one.partNumber === partNumber)
  if (part === undefined) throw new Error(partNumber)
  return part
}

describe('stockProjection', () => {
  const part = partNamed('MG-N38UH-301406')
  const projection = stockProjection(prepared, part, { paths: 500, seed: 1 })

  it('begins with what is at hand and runs to the horizon', () => {
    expect(projection.withOrders).toHaveLength(53)
    expect(projection.withOrders[0]).toMatchObject({ date: '2026-11-23', p05: { value: part.onHand - part.allocated - part.backordered }, short: { value: 0 } })
    expect(projection.withOrders.at(-1)?.date).toBe('2027-11-22')
  })

  it('has its percentiles in order, and is no better without further orders', () => {
    projection.withOrders.forEach((week, index) => {
      const values = [week.p05, week.p25, week.p50, week.p75, week.p95].map(({ value }) => value)
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      const without = projection.withoutOrders[index]
      expect(without?.p50.value).toBeLessThanOrEqual(week.p50.value)
      expect(without?.short.value).toBeGreaterThanOrEqual(week.short.value)
    })
  })

  it('is the same for the same seed and JSON-safe', () => {
    expect(JSON.parse(JSON.stringify(stockProjection(prepared, part, { paths: 500, seed: 1 })))).toEqual(projection)
  })

  it('lets the scenario with a halt be seen alone: worse than all together', () => {
    const halt = plan.scenarios.findIndex(({ id }) => id === 'escalated')
    const alone = stockProjection(prepared, part, { paths: 500, seed: 1, scenarioIndex: halt })
    expect(alone.withOrders[30]?.short.value).toBeGreaterThan(projection.withOrders[30]?.short.value ?? 1)
  })
})

describe('dayPercentiles', () => {
  it('counts from the date, and has no day for what half the paths do not reach', () => {
    const days = Int32Array.from([10, 20, 30, 40, -1, -1, -1, -1, -1, -1])
    expect(dayPercentiles(days, { fromDate: civilDate('2026-11-23'), withinDays: 364 })).toMatchObject({
      probability: { value: 0.4 }, p05Days: 10, p25Days: 30, p50Days: null, p95Days: null, earlyDate: '2026-12-03', medianDate: null, withinDays: 364,
    })
  })
})
