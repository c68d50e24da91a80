import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { controlCalendar, type ControlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { pendingGrantTable } from '../../shared/policy-timeline/pending-grant-table'
import { haltPhase, licencePhase, today } from '../fixtures/horizon-frame'

function calendarOf(phases: readonly ControlPhase[]): ControlCalendar {
  return controlCalendar({ controlId: 'c', phases, planningDate: today, openHaltDays: 180, generalLicenceWait: null })
}

function rows(table: { readonly firstDay: number; readonly probabilities: Float64Array }): readonly (readonly [number, number])[] {
  return [...table.probabilities].flatMap((probability, index) => (probability === 0 ? [] : [[table.firstDay + index - today, probability] as const]))
}

const fourWaits: ControlPhase = { fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'observed', days: [10, 20, 30, 40] }, refusalRate: 0 }

describe('pendingGrantTable', () => {
  it('keeps what is left of the wait: after 20 days only 30 and 40 remain, one half each', () => {
    const table = pendingGrantTable(calendarOf([fourWaits]), { filedDate: addDays(today, -20), pendingDate: today })
    expect(rows(table)).toEqual([[10, 0.5], [20, 0.5]])
  })

  it('grants on the next day what has outlasted its whole wait', () => {
    const table = pendingGrantTable(calendarOf([fourWaits]), { filedDate: addDays(today, -60), pendingDate: today })
    expect(rows(table)).toEqual([[1, 1]])
  })

  it('is voided by a halt that begins before the grant, and filed again after it with the wait then in force', () => {
    // Left: 10 or 20 more days. The halt begins after 15 and ends after 50; then one of the four waits.
    const calendar = calendarOf([fourWaits, haltPhase('2026-12-08', '2027-01-12')])
    const table = pendingGrantTable(calendar, { filedDate: addDays(today, -20), pendingDate: today })
    expect(rows(table)).toEqual([[10, 0.5], [60, 0.125], [70, 0.125], [80, 0.125], [90, 0.125]])
  })

  it('counts a grant on the first day of a halt', () => {
    const calendar = calendarOf([fourWaits, haltPhase('2026-12-13', '2027-01-12')])
    const table = pendingGrantTable(calendar, { filedDate: addDays(today, -30), pendingDate: today })
    expect(rows(table)[0]).toEqual([10, 1])
  })

  it('is voided by a halt in force today', () => {
    const calendar = calendarOf([fourWaits, haltPhase('2026-11-20', '2026-12-03')])
    const table = pendingGrantTable(calendar, { filedDate: addDays(today, -20), pendingDate: today })
    expect(rows(table)).toEqual([[20, 0.25], [30, 0.25], [40, 0.25], [50, 0.25]])
  })

  it('is made again today where no licence was demanded on the day it was filed', () => {
    const table = pendingGrantTable(calendarOf([licencePhase('2026-11-25', 7)]), { filedDate: civilDate('2026-11-01'), pendingDate: today })
    expect(rows(table)).toEqual([[9, 1]])
  })
})
