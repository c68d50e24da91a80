import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, type CivilDate } from '../../shared/calendar/civil-date'
import { controlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { departureTable, type Passage } from '../../shared/policy-timeline/departure-table'
import { grantTable } from '../../shared/policy-timeline/grant-table'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'

const t0 = civilDate('2026-11-23')
const on = (day: number | null): CivilDate | null => (day === null ? null : ((t0 + day) as CivilDate))
const halt = (from: number, until: number): ControlPhase => ({ fromDate: on(from), untilDate: on(until), state: 'halt' })
const free = (from: number | null, until: number | null): ControlPhase => ({ fromDate: on(from), untilDate: on(until), state: 'none' })

function licence(from: number | null, until: number | null, wait: number | LicenceWait): ControlPhase {
  return { fromDate: on(from), untilDate: on(until), state: 'licence', wait: typeof wait === 'number' ? { kind: 'fixed', days: wait } : wait, refusalRate: 0 }
}

function passage(phases: readonly ControlPhase[], applicationDay: number): Passage {
  const calendar = controlCalendar({ controlId: 'A', phases, planningDate: t0, openHaltDays: 180, generalLicenceWait: null })
  return { calendar, grant: grantTable(calendar, t0 + applicationDay) }
}

/** Departures as [days from the planning date, probability]. */
function departures(readyDay: number, controls: readonly (readonly ControlPhase[])[], applicationDay = readyDay): readonly (readonly [number, number])[] {
  const { firstDay, probabilities } = departureTable(t0 + readyDay, controls.map((phases) => passage(phases, applicationDay)))
  return Array.from(probabilities, (probability, index) => [firstDay + index - t0, probability] as const).filter(([, probability]) => probability > 1e-15)
}
const dayOf = (...of: Parameters<typeof departures>): number => {
  const rows = departures(...of)
  expect(rows).toHaveLength(1)
  return rows[0]?.[0] ?? NaN
}

describe('departureTable', () => {
  it('lets goods out when ready where no control applies, or all are lifted', () => {
    expect(dayOf(17, [])).toBe(17)
    expect(dayOf(17, [[licence(null, null, 30), free(0, 20)]])).toBe(17)
  })

  it('lets goods out on the day of the grant', () => {
    expect(dayOf(17, [[licence(null, null, 30)]])).toBe(47)
  })

  it('lets goods out on the day they are ready with a licence granted before', () => {
    expect(dayOf(40, [[licence(null, null, 30)]], 0)).toBe(40)
    expect(dayOf(20, [[licence(null, null, 30)]], 0)).toBe(30)
  })

  it('departs on the day the control is lifted, without waiting for the licence', () => {
    expect(dayOf(0, [[licence(null, 12, 30)]])).toBe(12)
  })

  it('does not need a licence on the first day of a control that begins after the goods were ready', () => {
    expect(dayOf(9, [[licence(10, null, 30)]])).toBe(9)
    expect(dayOf(10, [[licence(10, null, 30)]])).toBe(40)
  })

  // What a halt cuts off a wait may leave days without probability at its end; tenths add up to 1 but for rounding.
  it('holds no goods back for what rounding leaves of a wait under one of two controls', () => {
    const of = (phases: readonly ControlPhase[], probabilities: readonly number[]): Passage => ({ ...passage(phases, 0), grant: { firstDay: t0 + 3, probabilities: Float64Array.from(probabilities) } })
    const tenths = [...Array.from({ length: 10 }, () => 0.1), 0, 0]
    const { probabilities } = departureTable(t0, [of([licence(null, null, 5)], tenths), of([licence(null, null, 5)], [1])])
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
    expect(probabilities[3]).toBeCloseTo(0.1, 12)
  })

  it('uses a licence granted on the first day of a halt on the first day after it', () => {
    expect(dayOf(0, [[licence(null, null, 30), halt(30, 60)]])).toBe(60)
  })

  it('voids an application pending when a halt begins, and waits again after it', () => {
    expect(dayOf(0, [[licence(null, null, 30), halt(29, 60)]])).toBe(90)
  })

  it('keeps a licence granted before a halt for the day after it', () => {
    expect(dayOf(20, [[licence(null, null, 10), halt(15, 60)]], 0)).toBe(60)
  })

  it('lets nothing out in a halt that follows upon freedom, and needs no licence after it', () => {
    expect(dayOf(5, [[halt(0, 33)]])).toBe(33)
  })

  it('waits for the later of two licences, drawn independently', () => {
    const coin = { kind: 'observed', days: [10, 20] } as const
    const rows = departures(0, [[licence(null, null, coin)], [licence(null, null, coin)]])
    expect(rows.map(([day]) => day)).toEqual([10, 20])
    expect(rows[0]?.[1]).toBeCloseTo(0.25, 14)
    expect(rows[1]?.[1]).toBeCloseTo(0.75, 14)
  })

  it('lets goods out under two controls only on a day on which both do', () => {
    expect(dayOf(0, [[licence(null, null, 10)], [halt(5, 25)]])).toBe(25)
    expect(dayOf(0, [[halt(0, 10)], [halt(10, 25)]])).toBe(25)
    expect(dayOf(0, [[licence(null, null, 10)], [halt(11, 25)]])).toBe(10)
  })

  it('needs the licence of a control that begins while another still holds the goods back', () => {
    expect(dayOf(0, [[licence(15, null, 30)], [halt(0, 20)]])).toBe(45)
  })

  it('refuses controls that let nothing out for ever, by their names', () => {
    const phases = [licence(null, null, 30)]
    const calendar = controlCalendar({ controlId: 'A', phases, planningDate: t0, openHaltDays: 180, generalLicenceWait: null })
    const never = { calendar, grant: { firstDay: t0, probabilities: new Float64Array(0) } }
    for (const passages of [[never], [never, never]]) {
      expect(() => departureTable(t0, passages)).toThrow(expect.objectContaining({ argument: 'passages', value: expect.stringContaining('A') }))
    }
  })

  it('refuses more controls than it can carry sets of licences for', () => {
    const one = passage([licence(null, null, 1)], 0)
    expect(() => departureTable(t0, Array.from({ length: 21 }, () => one))).toThrow(expect.objectContaining({ argument: 'passages', value: 21 }))
  })

  const halts = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 40 })), { maxLength: 3 })
  const control = fc.tuple(fc.integer({ min: 2, max: 50 }), halts).map(([meanDays, stretches]) => [
    licence(null, null, { kind: 'gamma', meanDays, sdDays: meanDays / 2 }),
    ...stretches.map(([from, length]) => halt(from, from + length)),
  ])

  it('sums to 1 within 1e-12, and never departs before the goods are ready', () => {
    fc.assert(fc.property(fc.array(control, { maxLength: 3 }), fc.integer({ min: 0, max: 150 }), (controls, readyDay) => {
      const rows = departures(readyDay, controls)
      expect(Math.abs(rows.reduce((sum, [, probability]) => sum + probability, 0) - 1)).toBeLessThanOrEqual(1e-12)
      expect(rows.every(([day, probability]) => day >= readyDay && probability >= 0)).toBe(true)
    }), { numRuns: 40 })
  })

  it('is not changed by a second control that asks for nothing, though it is computed another way', () => {
    fc.assert(fc.property(control, fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 40 }), (phases, readyDay, lag) => {
      const alone = new Map(departures(readyDay, [phases], readyDay + lag))
      const beside = new Map(departures(readyDay, [phases, []], readyDay + lag))
      for (const day of new Set([...alone.keys(), ...beside.keys()])) expect(Math.abs((alone.get(day) ?? 0) - (beside.get(day) ?? 0))).toBeLessThanOrEqual(1e-12)
    }), { numRuns: 40 })
  })
})
