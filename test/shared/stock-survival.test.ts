import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { assemblySurvivals } from '../../shared/horizon/assembly-survival'
import { partSurvival } from '../../shared/horizon/stock-survival'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const sample = samplePlan()

/** A controlled part that uses exactly 10 a day, takes 60 days of which 30 after the border, and has no orders open. */
function steadyPart(changes: Partial<Part>): Part {
  const [given] = sample.parts
  if (given === undefined) throw new Error('no part')
  return {
    ...given,
    usage: { kind: 'stated', per: 'week', mean: 70, sd: 0 }, usageHistory: [], forecast: [], demandFamily: null,
    leadTime: { kind: 'total', meanDays: 60, sdDays: 0, transitDays: 30 },
    onHand: 1000, allocated: 0, backordered: 0, openOrders: [], moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null,
    ...changes,
  }
}

function planWith(parts: readonly Part[], assemblies: PlanDocument['assemblies'] = []): PreparedPlan {
  return preparedPlan({ ...sample, parts: [...parts], assemblies }, { planningDate: civilDate('2026-11-23') })
}

function survivalDays(part: Part, stopDate: string, withinDays?: number): number | null {
  return partSurvival(planWith([part]), part, { stopDate, paths: 20, seed: 1, ...(withinDays === undefined ? {} : { withinDays }) }).days.p50Days
}

describe('partSurvival', () => {
  // 1,000 pieces at 10 a day are enough for 100 days, to 3 March; the stop is on 24 November, day 1.
  it('counts the days that stock lasts where nothing is on its way', () => {
    expect(survivalDays(steadyPart({}), '2026-11-24')).toBe(100)
  })

  it('lets arrive what left before the stop, and nothing that had not', () => {
    // Ready 30 days before the promise: 23 November and 24 November.
    const order = (promisedDate: string): Part['openOrders'][number] => ({ id: 'o-bcdfgh', purchaseOrder: '', quantity: 200, promisedDate, orderedDate: null, licence: { status: 'included' } })
    expect(survivalDays(steadyPart({ openOrders: [order('2026-12-23')] }), '2026-11-24')).toBe(120)
    expect(survivalDays(steadyPart({ openOrders: [order('2026-12-24')] }), '2026-11-24')).toBe(100)
  })

  it('is 0 where the part is short on the day of the stop, and null where it lasts longer than is looked at', () => {
    expect(survivalDays(steadyPart({ onHand: 0, backordered: 100 }), '2026-11-24')).toBe(0)
    expect(survivalDays(steadyPart({}), '2026-11-24', 50)).toBeNull()
  })

  it('names a stop that is not after the planning date', () => {
    expect(() => survivalDays(steadyPart({}), '2026-11-23')).toThrow(expect.objectContaining({ argument: 'stopDate' }))
  })
})

describe('assemblySurvivals', () => {
  const [scarce, plenty] = [steadyPart({ id: 'p-scarce', onHand: 300 }), steadyPart({ id: 'p-plenty', onHand: 1000 })]
  const free = steadyPart({ id: 'p-freeee', onHand: 0, originCountry: 'DE', rareEarthOriginCountry: 'AU' })
  const assembly = (id: string, partIds: readonly string[]): PlanDocument['assemblies'][number] => ({
    id, name: id, sector: 'other', buildsPerWeek: 10, note: '', uses: partIds.map((partId) => ({ partId, quantityPerProduct: 1, scrapRate: 0 })),
  })

  it('says which product stops first, when, and for want of which magnet', () => {
    const plan = planWith([scarce, plenty, free], [assembly('a-second', ['p-plenty', 'p-freeee']), assembly('a-first', ['p-plenty', 'p-scarce'])])
    const [first, second] = assemblySurvivals(plan, { stopDate: '2026-11-24', paths: 20, seed: 1 })
    expect(first).toMatchObject({ assemblyId: 'a-first', days: { p50Days: 30 }, stoppedBy: [{ partId: 'p-scarce', probability: { value: 1 } }], firstToStop: { value: 1 } })
    expect(second).toMatchObject({ assemblyId: 'a-second', days: { p50Days: 100 }, stoppedBy: [{ partId: 'p-plenty' }], firstToStop: { value: 0 } })
  })

  it('leaves out products that no controlled part goes into', () => {
    expect(assemblySurvivals(planWith([free], [assembly('a-freeee', ['p-freeee'])]), { stopDate: '2026-11-24', paths: 20, seed: 1 })).toEqual([])
  })

  it('tells its progress', () => {
    const told: string[] = []
    assemblySurvivals(planWith([scarce, plenty], [assembly('a-first', ['p-plenty', 'p-scarce'])]), { stopDate: '2026-11-24', paths: 5, seed: 1, onProgress: (done, of) => told.push(`${done}/${of}`) })
    expect(told).toEqual(['1/2', '2/2'])
  })
})
