import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { openOrderReceipt, type OpenOrderLicence } from '../../shared/horizon/open-order-receipt'
import { dayTableMean } from '../../shared/probability/day-table'
import { frameOf, haltPhase, licencePhase, pieces, today } from '../fixtures/horizon-frame'

const frame = frameOf([
  { weight: 0.75, phases: [licencePhase(null, 20)] },
  { weight: 0.25, phases: [licencePhase(null, 20), haltPhase('2026-12-21', '2027-02-01')] },
])

function meanDays(licence: OpenOrderLicence, promised = '2027-01-22', scenario?: number): number {
  const receipt = openOrderReceipt(frame, pieces(), { quantity: 100, promisedDate: civilDate(promised), orderedDate: null, licence })
  return dayTableMean(scenario === undefined ? receipt.weighted : (receipt.scenarios[scenario] ?? receipt.weighted))
}

describe('openOrderReceipt', () => {
  it('takes a promise that includes the licence, or needs none, as it is', () => {
    expect(meanDays({ status: 'included' })).toBe(60)
    expect(meanDays({ status: 'not-needed' })).toBe(60)
  })

  // Promised for 22 January: ready on 23 December, 30 days before. Filed then, granted on 12 January.
  it('adds the wait after the goods are ready where it is not filed', () => {
    expect(meanDays({ status: 'not-filed' }, '2027-01-22', 0)).toBe(80)
  })

  // In the halt nothing is filed before 1 February; granted on the 21st, received 30 days later, on 23 March.
  it('waits out a halt in the scenario that has one, and weighs the scenarios', () => {
    expect(meanDays({ status: 'not-filed' }, '2027-01-22', 1)).toBe(120)
    expect(meanDays({ status: 'not-filed' })).toBeCloseTo(0.75 * 80 + 0.25 * 120, 9)
  })

  it('needs only what is left of a wait already running', () => {
    expect(meanDays({ status: 'filed', filedDate: addDays(today, -5) }, '2026-12-24', 0)).toBe(15 + 30)
  })

  it('lets goods with their licence leave before a halt, and hold it through one', () => {
    expect(meanDays({ status: 'granted' }, '2027-01-15', 1)).toBe(53)
    expect(meanDays({ status: 'granted' }, '2027-01-22', 1)).toBe(100)
  })

  it('receives nothing before tomorrow', () => {
    expect(meanDays({ status: 'included' }, '2026-11-01')).toBe(1)
    expect(meanDays({ status: 'granted' }, '2026-11-01')).toBe(1)
  })
})
