import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, type CivilDate } from '../../shared/calendar/civil-date'
import { controlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { grantTable } from '../../shared/policy-timeline/grant-table'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'

const t0 = civilDate('2026-11-23')
const on = (day: number | null): CivilDate | null => (day === null ? null : ((t0 + day) as CivilDate))
const halt = (from: number, until: number): ControlPhase => ({ fromDate: on(from), untilDate: on(until), state: 'halt' })
const free = (from: number | null, until: number | null): ControlPhase => ({ fromDate: on(from), untilDate: on(until), state: 'none' })

function licence(from: number | null, until: number | null, wait: number | LicenceWait): ControlPhase {
  return { fromDate: on(from), untilDate: on(until), state: 'licence', wait: typeof wait === 'number' ? { kind: 'fixed', days: wait } : wait, refusalRate: 0 }
}

/** Grants as [days from the planning date, probability]. */
function grants(phases: readonly ControlPhase[], applicationDay: number): readonly (readonly [number, number])[] {
  const calendar = controlCalendar({ controlId: 'A', phases, planningDate: t0, openHaltDays: 180, generalLicenceWait: null })
  const { firstDay, probabilities } = grantTable(calendar, t0 + applicationDay)
  return Array.from(probabilities, (probability, index) => [firstDay + index - t0, probability] as const).filter(([, probability]) => probability > 0)
}

describe('grantTable', () => {
  it('grants a wait after the application', () => {
    expect(grants([licence(null, null, 30)], 5)).toEqual([[35, 1]])
  })

  it('files on the first licence day at or after the application day', () => {
    expect(grants([licence(10, null, 30)], 5)).toEqual([[40, 1]])
    expect(grants([licence(null, null, 30), halt(0, 20)], 5)).toEqual([[50, 1]])
  })

  it('draws from the wait in force on the filing day: a later change does not touch it', () => {
    const phases = [licence(null, 10, 30), licence(10, null, 90)]
    expect(grants(phases, 9)).toEqual([[39, 1]])
    expect(grants(phases, 10)).toEqual([[100, 1]])
  })

  it('counts a grant on the first day of a halt', () => {
    expect(grants([licence(null, null, 30), halt(30, 60)], 0)).toEqual([[30, 1]])
  })

  it('voids an application by a halt that begins before the grant, and files it again after it', () => {
    expect(grants([licence(null, null, 30), halt(29, 60)], 0)).toEqual([[90, 1]])
  })

  it('files it again with the wait then in force', () => {
    expect(grants([licence(null, 60, 30), halt(29, 60), licence(60, null, 45)], 0)).toEqual([[105, 1]])
  })

  it('files it again on the first licence day after the halt, not while the control is lifted', () => {
    expect(grants([licence(null, null, 30), halt(29, 60), free(60, 100)], 0)).toEqual([[130, 1]])
  })

  it('voids only the part of the waits that reaches over the beginning of the halt', () => {
    const wait = { kind: 'observed', days: [10, 20, 40, 41] } as const
    expect(grants([licence(null, null, wait), halt(20, 50)], 0)).toEqual([
      [10, 0.25], [20, 0.25], [60, 0.125], [70, 0.125], [90, 0.125], [91, 0.125],
    ])
  })

  it('voids again at a second halt', () => {
    expect(grants([licence(null, null, 30), halt(10, 20), halt(40, 50)], 0)).toEqual([[80, 1]])
  })

  it('still grants what was filed when the control is lifted meanwhile', () => {
    expect(grants([licence(null, null, 30), free(10, 20)], 0)).toEqual([[30, 1]])
  })

  it('grants nothing where no licence is ever demanded', () => {
    expect(grants([], 0)).toEqual([])
    expect(grants([licence(null, 0, 30)], 0)).toEqual([])
    expect(grants([licence(null, 20, 30), halt(20, 60)], 0)).toEqual([])
  })

  it('sums to 1 within 1e-12 when a licence can be had in the end', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 300 }), fc.array(fc.tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 1, max: 60 })), { maxLength: 4 }), (day, halts) => {
      const phases = [licence(null, null, { kind: 'gamma', meanDays: 40, sdDays: 25 }), ...halts.map(([from, length]) => halt(from, from + length))]
      const sum = grants(phases, day).reduce((total, [, probability]) => total + probability, 0)
      expect(Math.abs(sum - 1)).toBeLessThanOrEqual(1e-12)
    }))
  })
})
