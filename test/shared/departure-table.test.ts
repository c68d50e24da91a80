import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { controlCalendar, type ControlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { departureTable } from '../../shared/policy-timeline/departure-table'
import { grantTable } from '../../shared/policy-timeline/grant-table'
import { dayTableMean } from '../../shared/probability/day-table'

const day = (n: number) => civilDate('2026-12-01') + n
const at = (n: number) => day(n) as ReturnType<typeof civilDate>
const licence = (from: number | null, until: number | null, days: number | readonly number[], refusalRate = 0): ControlPhase => ({
  fromDate: from === null ? null : at(from), untilDate: until === null ? null : at(until), state: 'licence', refusalRate,
  wait: typeof days === 'number' ? { kind: 'fixed', days } : { kind: 'observed', days },
})
const stretch = (from: number | null, until: number | null, state: 'none' | 'halt'): ControlPhase => ({
  fromDate: from === null ? null : at(from), untilDate: until === null ? null : at(until), state,
})
function calendarOf(phases: readonly ControlPhase[], options: { readonly openHaltDays?: number; readonly general?: number } = {}): ControlCalendar {
  return controlCalendar({
    controlId: 'A', phases, planningDate: at(0), openHaltDays: options.openHaltDays ?? 180,
    generalLicenceWait: options.general === undefined ? null : { kind: 'fixed', days: options.general },
  })
}
/** Days from 2026-12-01 on which goods ready on `ready` leave, with their probabilities. */
function departures(ready: number, calendars: readonly ControlCalendar[], applied = ready): readonly (readonly [number, number])[] {
  const table = departureTable(day(ready), calendars.map((calendar) => ({ calendar, grant: grantTable(calendar, day(applied)) })))
  return Array.from(table.probabilities, (p, index) => [table.firstDay + index - day(0), Number(p.toFixed(12))] as const).filter(([, p]) => p > 0)
}

describe('departureTable', () => {
  it('lets goods without a control leave when they are ready', () => {
    expect(departures(5, [])).toEqual([[5, 1]])
  })

  it('holds goods for the wait of the licence applied for when they are ready', () => {
    expect(departures(5, [calendarOf([licence(null, null, 20)])])).toEqual([[25, 1]])
  })

  it('lets goods leave when ready if the licence was applied for early enough', () => {
    expect(departures(30, [calendarOf([licence(null, null, [10, 40])])], 0)).toEqual([[30, 0.5], [40, 0.5]])
  })

  it('departs on the day the control is lifted', () => {
    expect(departures(5, [calendarOf([licence(null, 15, 20)])])).toEqual([[15, 1]])
  })

  it('files on the first licence day when the control begins after the application day', () => {
    expect(departures(5, [calendarOf([stretch(null, 10, 'halt'), licence(10, null, 7)])])).toEqual([[17, 1]])
  })

  it('voids an application pending when a halt begins, and files it again after the halt with the wait then in force', () => {
    const calendar = calendarOf([licence(null, 10, 20), stretch(10, 40, 'halt'), licence(40, null, 9)])
    expect(departures(0, [calendar])).toEqual([[49, 1]])
  })

  it('counts a grant on the first day of a halt, and uses it after it', () => {
    const calendar = calendarOf([licence(null, null, 10), stretch(10, 40, 'halt')])
    expect(departures(0, [calendar])).toEqual([[40, 1]])
    // A day later it is void: filed again on day 40, granted on day 50.
    expect(departures(1, [calendar])).toEqual([[50, 1]])
  })

  it('keeps a licence already granted through a halt', () => {
    const calendar = calendarOf([licence(null, null, 5), stretch(10, 40, 'halt')])
    expect(departures(20, [calendar], 0)).toEqual([[40, 1]])
  })

  it('does not let a later change of the wait touch an application already filed', () => {
    expect(departures(0, [calendarOf([licence(null, 3, 10), licence(3, null, 50)])])).toEqual([[10, 1]])
  })

  it('gives an open halt its assumed length from its first day or the planning date, whichever is later, and then what held before', () => {
    const later = calendarOf([licence(null, null, 5), stretch(10, null, 'halt')], { openHaltDays: 30 })
    expect(departures(12, [later])).toEqual([[45, 1]])
    const earlier = calendarOf([licence(null, null, 5), stretch(-100, null, 'halt')], { openHaltDays: 30 })
    expect(departures(12, [earlier])).toEqual([[35, 1]])
  })

  it('uses the general licence in licence phases; a halt still holds', () => {
    const calendar = calendarOf([licence(null, null, 60, 0.5), stretch(10, 20, 'halt')], { general: 3 })
    expect(departures(0, [calendar])).toEqual([[3, 1]])
    expect(departures(8, [calendar])).toEqual([[23, 1]])
  })

  it('adds up refusals as a geometric sum', () => {
    expect(departures(0, [calendarOf([licence(null, null, 10, 0.5)])]).slice(0, 3)).toEqual([[10, 0.500000000466], [20, 0.250000000233], [30, 0.125000000116]])
  })

  it('waits for the later of two independent licences', () => {
    const [a, b] = [calendarOf([licence(null, null, [10, 30])]), calendarOf([licence(null, null, [5, 20])])]
    expect(departures(0, [a, b])).toEqual([[10, 0.25], [20, 0.25], [30, 0.5]])
  })

  it('does not let goods leave on a free day of one control that is a halt of another', () => {
    const a = calendarOf([licence(null, 12, 30), stretch(12, 14, 'none'), licence(14, null, 30)])
    const b = calendarOf([stretch(10, 15, 'halt')])
    // Free under A only on days 12 and 13, when B halts; A's licence of day 0 comes on day 30.
    expect(departures(0, [a, b])).toEqual([[30, 1]])
  })

  it('splits a fixed wait that is not whole so that its mean holds', () => {
    const table = departureTable(day(0), [{ calendar: calendarOf([licence(null, null, 20.3)]), grant: grantTable(calendarOf([licence(null, null, 20.3)]), day(0)) }])
    expect(dayTableMean(table) - day(0)).toBeCloseTo(20.3, 9)
  })

  it('is the same for one control by the general way as by the short one', () => {
    const phases = [licence(null, 8, [3, 9, 30]), stretch(8, 20, 'halt'), licence(20, null, [2, 11])]
    const free = calendarOf([stretch(null, null, 'none')])
    for (const ready of [0, 5, 8, 19, 25]) expect(departures(ready, [calendarOf(phases), free])).toEqual(departures(ready, [calendarOf(phases)]))
  })
})
