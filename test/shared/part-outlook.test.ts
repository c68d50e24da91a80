import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { partOutlook } from '../../shared/horizon/part-outlook'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })

function partNamed(partNumber: string): Part {
  const part = plan.parts.find((one) => one.partNumber === partNumber)
  if (part === undefined) throw new Error(partNumber)
  return part
}

describe('partOutlook', () => {
  const part = partNamed('MG-N48H-241004')
  const outlook = partOutlook(prepared, part)

  it('begins with what is recommended today: the same level, the same order', () => {
    const { recommendation } = partRecommendation(prepared, part)
    expect(outlook.levels).toHaveLength(53)
    expect(outlook.levels[0]).toMatchObject({ date: '2026-11-23', reorderPoint: recommendation.levels.reorderPoint, roundedReorderPoint: recommendation.rounded.reorderPoint })
    const [first] = outlook.orders
    expect(first?.orderDate === '2026-11-23' ? first.quantity : 0).toBe(recommendation.order.orderNow)
  })

  it('builds up before the halt of 1 February that one scenario in seven has', () => {
    expect(outlook.buildUp?.date).toBe('2026-11-30')
    const halt = outlook.changes.find(({ change }) => change === 'halt')
    expect(halt).toMatchObject({ date: '2027-02-01', title: 'Exports are halted', weight: 0.15, eventIds: ['escalated-halt'] })
    expect(halt?.scenarios.map(({ scenarioId }) => scenarioId)).toEqual(['escalated'])
  })

  it('counts the end of a pause as a change for the worse, in the scenarios in which it comes', () => {
    const end = outlook.changes.find(({ date }) => date === '2027-11-10')
    expect(end).toMatchObject({ change: 'licence', title: 'end of "The pause is extended by a year"' })
    expect(end?.scenarios.map(({ scenarioId }) => scenarioId)).toEqual(['pause-extended', 'eased'])
  })

  it('knows no change for the worse for a part that no control applies to', () => {
    expect(partOutlook(prepared, partNamed('MG-N52-1202')).changes).toEqual([])
  })

  it('is JSON-safe', () => {
    expect(JSON.parse(JSON.stringify(outlook))).toEqual(outlook)
  })

  it('says when each open order may be expected, and not before it is promised where a licence is pending', () => {
    for (const one of plan.parts.flatMap((each) => partOutlook(prepared, each, { horizonWeeks: 4 }).openOrders)) {
      expect(one.weighted.earlyDate <= one.weighted.medianDate && one.weighted.medianDate <= one.weighted.lateDate).toBe(true)
      expect(one.weighted.lateDate >= one.promisedDate).toBe(true)
    }
  })
})
