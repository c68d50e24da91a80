import { describe, expect, it } from 'vitest'
import type { DepartureRow } from '../../shared/lead-time/departure-row'
import { keptRows } from '../../shared/lead-time/kept-rows'
import { controlCalendar } from '../../shared/policy-timeline/control-calendar'
import { departureTable } from '../../shared/policy-timeline/departure-table'
import { grantTable } from '../../shared/policy-timeline/grant-table'
import { civilDate } from '../../shared/calendar/civil-date'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import type { DayTable } from '../../shared/probability/day-table'

const licence = (from: string | null, meanDays: number): ControlPhase => ({
  fromDate: from === null ? null : civilDate(from), untilDate: null, state: 'licence', wait: { kind: 'gamma', meanDays, sdDays: 15 }, refusalRate: 0.08,
})
const calendarOf = (phases: readonly ControlPhase[]) =>
  controlCalendar({ controlId: 'A', phases, planningDate: civilDate('2026-11-23'), openHaltDays: 180, generalLicenceWait: null })
const halted = calendarOf([licence(null, 45), { fromDate: civilDate('2027-02-01'), untilDate: civilDate('2027-06-01'), state: 'halt' }])
const later = calendarOf([licence('2027-03-01', 30)])

const tableOf = (calendars: readonly ReturnType<typeof calendarOf>[]) => (readyDay: number): DayTable =>
  departureTable(readyDay, calendars.map((calendar) => ({ calendar, grant: grantTable(calendar, readyDay) })))

/** Probability of each day, by what a row says. */
function dayByDay(row: DepartureRow): Map<number, number> {
  const days = new Map<number, number>()
  const add = (day: number, probability: number): void => void days.set(day, (days.get(day) ?? 0) + probability)
  row.days?.probabilities.forEach((probability, index) => row.firstDay + index < row.heldFromDay && add(row.firstDay + index, probability))
  row.fixed?.parts.forEach((part, index) => part.probabilities.forEach((value, day) => add((row.fixed?.firstDay ?? 0) + day, value * (row.shares?.[index] ?? 0))))
  return days
}

const first = civilDate('2026-12-01')
describe('keptRows', () => {
  it.each([['a halt', [halted]], ['a control to come', [later]], ['both', [halted, later]]])('says what the table says, to 1e-13, under %s', (_, calendars) => {
    const changes = [civilDate('2027-02-01'), civilDate('2027-03-01'), civilDate('2027-06-01')]
    const rowOf = keptRows(tableOf(calendars), changes, civilDate('2027-06-01'))
    for (let readyDay: number = first; readyDay < first + 260; readyDay++) {
      const table = tableOf(calendars)(readyDay)
      const row = dayByDay(rowOf(readyDay))
      table.probabilities.forEach((probability, index) => {
        expect(Math.abs((row.get(table.firstDay + index) ?? 0) - probability)).toBeLessThanOrEqual(1e-13)
      })
      let sum = 0
      for (const probability of row.values()) sum += probability
      expect(Math.abs(sum - table.probabilities.reduce((total, one) => total + one, 0))).toBeLessThanOrEqual(1e-12)
    }
  })

  it('shares the days of ready days from which goods leave after the same wait', () => {
    const rowOf = keptRows(tableOf([calendarOf([licence(null, 45)])]), [], Infinity)
    expect(rowOf(first + 1).days).toBe(rowOf(first).days)
    expect(rowOf(first + 1).firstDay).toBe(rowOf(first).firstDay + 1)
    expect(rowOf(first - 5).days).toBe(rowOf(first).days)
  })

  it('shares the days before a halt, each ready day a day fewer of them', () => {
    const rowOf = keptRows(tableOf([halted]), [civilDate('2027-02-01'), civilDate('2027-06-01')], Infinity)
    const rows = Array.from({ length: 30 }, (_, day) => rowOf(first + day))
    expect(new Set(rows.map(({ days }) => days)).size).toBe(1)
    expect(new Set(rows.map(({ heldFromDay }) => heldFromDay))).toEqual(new Set([civilDate('2027-02-01')]))
  })

  it('does not take apart what a change does not touch: licences applied for before a new wait', () => {
    const revised = calendarOf([licence(null, 45), licence('2027-02-01', 70)])
    const rowOf = keptRows(tableOf([revised]), [civilDate('2027-02-01')], civilDate('2027-02-01'))
    expect(rowOf(first)).toMatchObject({ heldFromDay: Infinity, fixed: null })
    expect(rowOf(first + 1).days).toBe(rowOf(first).days)
    expect(rowOf(civilDate('2027-02-01')).days).not.toBe(rowOf(first).days)
  })

  it('takes apart what waits for the end of a halt into few parts', () => {
    const rowOf = keptRows(tableOf([halted]), [civilDate('2027-02-01'), civilDate('2027-06-01')], Infinity)
    for (let day: number = first; day < civilDate('2027-02-01'); day++) rowOf(day)
    expect(rowOf(first).fixed?.parts.length).toBeLessThanOrEqual(3)
    // Goods ready in the halt all leave alike.
    expect(rowOf(civilDate('2027-03-01'))).toMatchObject({ days: null, shares: { length: 1 } })
  })

  it('asks no more once all controls have settled', () => {
    const asked: number[] = []
    const rowOf = keptRows((readyDay) => (asked.push(readyDay - first), { firstDay: readyDay + 3, probabilities: Float64Array.of(1) }), [], first + 10)
    expect([rowOf(first + 40).firstDay, rowOf(first + 10).firstDay, rowOf(first + 25).firstDay]).toEqual([first + 43, first + 13, first + 28])
    expect(rowOf(first + 40).days).toBe(rowOf(first + 25).days)
    expect(asked).toEqual([10])
  })

  it('asks for each ready day once', () => {
    let asked = 0
    const rowOf = keptRows((readyDay) => (asked++, { firstDay: readyDay, probabilities: Float64Array.of(1) }), [], Infinity)
    rowOf(first)
    expect(rowOf(first)).toBe(rowOf(first))
    expect(asked).toBe(1)
  })
})
