import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { orderByDate } from '../../shared/horizon/order-by-date'
import { frameOf, haltPhase, licencePhase, pieces } from '../fixtures/horizon-frame'

const halt = civilDate('2027-03-01')

describe('orderByDate', () => {
  // Ready 30 days after the order, licence 20 days later: out on the 50th day, which must lie before 1 March.
  it('lies ready time, wait and one day before the event where both are fixed', () => {
    const frame = frameOf([{ weight: 1, phases: [licencePhase(null, 20), haltPhase('2027-03-01', '2027-06-01')] }])
    const { date, probability } = orderByDate(frame, pieces(), { date: halt, scenarioIndex: null })
    expect(date === null ? null : isoDate(date)).toBe('2027-01-09')
    expect(probability).toBeCloseTo(1, 12)
  })

  it('is later without a licence to wait for', () => {
    const frame = frameOf([{ weight: 1, phases: [haltPhase('2027-03-01', '2027-06-01')] }])
    const { date } = orderByDate(frame, pieces(), { date: halt, scenarioIndex: null })
    expect(date === null ? null : isoDate(date)).toBe('2027-01-29')
  })

  it('looks at one scenario where it is named, and at all by their weights where none is', () => {
    const slow = [licencePhase(null, 40), haltPhase('2027-03-01', '2027-06-01')]
    const frame = frameOf([{ weight: 0.8, phases: [licencePhase(null, 20), haltPhase('2027-03-01', '2027-06-01')] }, { weight: 0.2, phases: slow }])
    const inScenario = (scenarioIndex: number | null): string | null => {
      const { date } = orderByDate(frame, pieces(), { date: halt, scenarioIndex })
      return date === null ? null : isoDate(date)
    }
    expect(inScenario(0)).toBe('2027-01-09')
    expect(inScenario(1)).toBe('2026-12-20')
    // 0.8 is not 0.9: the slow scenario decides.
    expect(inScenario(null)).toBe('2026-12-20')
  })

  it('says that it is too late where no day from today on is early enough', () => {
    const frame = frameOf([{ weight: 1, phases: [licencePhase(null, 80), haltPhase('2027-03-01', '2027-06-01')] }])
    expect(orderByDate(frame, pieces(), { date: halt, scenarioIndex: null })).toEqual({ date: null, probability: null })
  })
})
