import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { levelsOfPoints, ruleLevels, rulePointsOn } from '../../shared/horizon/rule-levels'
import { stockRecommendation } from '../../shared/safety-stock/stock-recommendation'
import { frameOf, haltPhase, licencePhase, pieces, today } from '../fixtures/horizon-frame'

const frame = frameOf([{ weight: 0.7, phases: [licencePhase(null, 20)] }, { weight: 0.3, phases: [licencePhase(null, 20), haltPhase('2027-02-01', '2027-05-01')] }])
const part = { ...pieces(), erpSafetyStock: 40 }
const forecast = [{ fromDate: civilDate('2027-01-01'), untilDate: civilDate('2027-04-01'), meanPerDay: 1.5 * part.demandRate.meanPerDay }]

describe('ruleLevels', () => {
  it.each([['without a forecast', part], ['with one', { ...part, forecast }]])('are the rounded levels of the recommendation of each day, %s', (_, of) => {
    const offsets = [-14, -7, 0, 7, 14, 70, 140]
    const levels = ruleLevels(frame, of, offsets)
    offsets.forEach((offset, index) => {
      const { rounded, policyBlind, textbook, erp } = stockRecommendation(frame, of, addDays(today, Math.max(0, offset)))
      expect(levels.get('recommended')?.[index]).toBe(rounded.reorderPoint)
      expect(levels.get('policy-blind')?.[index]).toBe(Math.ceil((policyBlind?.reorderPoint ?? NaN) / of.roundingStep - 1e-6) * of.roundingStep)
      expect(levels.get('textbook')?.[index]).toBe(Math.ceil((textbook?.reorderPoint ?? NaN) / of.roundingStep - 1e-6) * of.roundingStep)
      expect(levels.get('erp')?.[index]).toBe(Math.ceil((erp?.reorderPoint ?? NaN) / of.roundingStep - 1e-6) * of.roundingStep)
    })
  })
})

describe('rulePointsOn', () => {
  it('has no ERP level where none is known, and only 0 without usage', () => {
    expect([...rulePointsOn(frame, { ...part, erpSafetyStock: null }, today).keys()]).toEqual(['recommended', 'policy-blind', 'textbook'])
    expect([...rulePointsOn(frame, { ...part, demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: false } }, today)]).toEqual([['recommended', 0]])
  })
})

describe('levelsOfPoints', () => {
  it('is 0 at a review for which a rule has none', () => {
    expect(levelsOfPoints([new Map([['recommended', 5]]), new Map([['recommended', 6], ['erp', 4]])]).get('erp')).toEqual(Float64Array.of(0, 4))
  })
})
