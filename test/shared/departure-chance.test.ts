import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, type CivilDate } from '../../shared/calendar/civil-date'
import { controlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { departureChance } from '../../shared/policy-timeline/departure-chance'
import { departureTable } from '../../shared/policy-timeline/departure-table'
import { grantTable } from '../../shared/policy-timeline/grant-table'

const t0 = civilDate('2026-11-23')
const on = (day: number): CivilDate => (t0 + day) as CivilDate
const always = (days: readonly number[]): ControlPhase => ({ fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'observed', days }, refusalRate: 0 })
const calendarOf = (phases: readonly ControlPhase[]) => controlCalendar({ controlId: 'A', phases, planningDate: t0, openHaltDays: 60, generalLicenceWait: null })

const phase: fc.Arbitrary<ControlPhase> = fc
  .record({ from: fc.integer({ min: 0, max: 60 }), days: fc.integer({ min: 1, max: 25 }), state: fc.constantFrom('none', 'licence', 'halt'), wait: fc.integer({ min: 0, max: 30 }) })
  .map(({ from, days, state, wait }) => {
    const dates = { fromDate: on(from), untilDate: on(from + days) }
    return state === 'licence' ? { ...dates, state, wait: { kind: 'observed', days: [wait, wait + 4, wait + 5] }, refusalRate: 0.1 } : { ...dates, state: state as 'none' | 'halt' }
  })
const control = fc.array(phase, { maxLength: 4 }).map((phases) => [always([3, 9, 21]), ...phases])

describe('departureChance', () => {
  it('is the chance of a grant by the last day', () => {
    const calendar = calendarOf([always([10, 20, 30, 40])])
    const { chance, stretchOf } = departureChance([calendar], { beforeDay: on(31), firstReadyDay: t0 })
    expect(chance(stretchOf(on(5)), [grantTable(calendar, on(0))])).toBeCloseTo(0.75, 12)
    expect(stretchOf(on(31))).toBe(-1)
  })

  it('is 1 with a day that needs no licence to come, and nothing in a halt', () => {
    const calendar = calendarOf([always([90]), { fromDate: on(10), untilDate: on(12), state: 'none' }, { fromDate: on(20), untilDate: on(40), state: 'halt' }])
    const { chance, stretchOf } = departureChance([calendar], { beforeDay: on(35), firstReadyDay: t0 })
    const grants = [grantTable(calendar, on(0))]
    expect([chance(stretchOf(on(11)), grants), chance(stretchOf(on(12)), grants), stretchOf(on(25))]).toEqual([1, 0, -1])
  })

  it('is what the table of departures adds up to, whatever the controls', () => {
    fc.assert(
      fc.property(fc.array(control, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (controls, before, ready, applied) => {
        const calendars = controls.map(calendarOf)
        const grants = calendars.map((calendar) => grantTable(calendar, on(applied)))
        const { firstDay, probabilities } = departureTable(on(ready), calendars.map((calendar, index) => ({ calendar, grant: grants[index]! })))
        const summed = probabilities.reduce((sum, p, index) => (firstDay + index < on(before) ? sum + p : sum), 0)
        const { chance, stretchOf } = departureChance(calendars, { beforeDay: on(before), firstReadyDay: t0 })
        const stretch = stretchOf(on(ready))
        expect(stretch < 0 ? 0 : chance(stretch, grants)).toBeCloseTo(summed, 9)
      }),
      { numRuns: 500 },
    )
  })
})
