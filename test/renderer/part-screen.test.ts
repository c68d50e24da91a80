import { describe, expect, it } from 'vitest'
import { contributionSteps } from '../../renderer/part/contribution-steps'
import { mixedDays } from '../../renderer/part/mixed-days'
import { periodLabel } from '../../renderer/part/period-label'
import { policyBands } from '../../renderer/part/policy-bands'
import { partExplanation } from '../../renderer/plan/part-explanation'
import { formatsOf } from '../../renderer/ui/formats'
import { waterfallBars } from '../../renderer/ui/charts/waterfall-steps'
import { sampleFigures } from './sample-figures'

const { prepared, figuresOf } = sampleFigures()
const { parts } = prepared.plan
const formats = formatsOf('en-GB')
const actuator = parts.find(({ partNumber }) => partNumber === 'MG-YXG28-ARC22')
if (actuator === undefined) throw new Error('no such part')

describe('contributionSteps', () => {
  it('ends at the rounded safety stock of every part, where the last bar begins', () => {
    for (const part of parts) {
      const { value } = figuresOf(part.id)
      if (value?.kind !== 'figures') throw new Error('no figures')
      const steps = contributionSteps(value, { statusQuo: 'Pause extended', perDay: value.usagePerWeek / 7, formats, unit: part.unit, unitCost: part.unitCost, currency: 'EUR' })
      const bars = waterfallBars(steps)
      expect(bars.at(-2)?.to).toBeCloseTo(value.rounded.safetyStock, 6)
    }
  })
})

describe('mixedDays', () => {
  const { byScenario } = partExplanation(prepared, actuator)

  it('weighs the scenarios, so that probabilities and means add up', () => {
    const mixed = mixedDays(byScenario, { kind: 'weighted' })
    expect(mixed.probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 9)
    const mean = mixed.probabilities.reduce((sum, probability, index) => sum + probability * (mixed.firstDay + index), 0)
    expect(mean).toBeCloseTo(byScenario.reduce((sum, { weight, summary }) => sum + weight * summary.meanDays, 0), 6)
  })

  it('is one scenario’s own where the plan is for one, and the longest where the worst counts', () => {
    expect(mixedDays(byScenario, { kind: 'scenario', scenarioId: 'eased' })).toBe(byScenario.find(({ scenarioId }) => scenarioId === 'eased')?.leadTime)
    expect(mixedDays(byScenario, { kind: 'worst-case' })).toBe(byScenario.find(({ scenarioId }) => scenarioId === 'escalated')?.leadTime)
  })

  it('has nothing of nothing', () => {
    expect(mixedDays([], { kind: 'weighted' })).toEqual({ firstDay: 0, probabilities: [] })
  })
})

describe('policyBands', () => {
  const of = { fromDate: '2026-11-23', untilDate: '2027-11-22', days: formats.days }

  it('shows on each day the strictest state of the controls that apply', () => {
    const bands = policyBands(prepared, { ...of, controlIds: ['cn-announcement-18', 'cn-announcement-57'], scenarioId: 'escalated' })
    expect(bands.map(({ label, fromDate, untilDate }) => [label, fromDate, untilDate])).toEqual([
      ['Licence, 21 days', '2026-11-23', '2027-02-01'],
      ['Halt', '2027-02-01', '2027-07-31'],
      ['Licence, 21 days', '2027-07-31', null],
    ])
  })

  it('shows none for a part that no control applies to', () => {
    expect(policyBands(prepared, { ...of, controlIds: [], scenarioId: 'escalated' })).toEqual([])
  })
})

describe('periodLabel', () => {
  it.each([
    [{ startDate: '2026-02-01', days: 28 }, 'Feb 26'],
    [{ startDate: '2026-02-01', days: 27 }, '1 Feb 2026, 27 d'],
    [{ startDate: '2026-02-02', days: 28 }, '2 Feb 2026, 28 d'],
  ])('calls %j %s', (period, label) => {
    expect(periodLabel(period, formats)).toBe(label)
  })
})
