import { describe, expect, it } from 'vitest'
import { civilDate, isoDate, type CivilDate } from '../../shared/calendar/civil-date'
import { dayTableMean } from '../../shared/probability/day-table'
import { controlCalendar, stretchIndexOn, type CalendarOptions } from '../../shared/policy-timeline/control-calendar'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'

type Dates = { readonly from?: string; readonly until?: string }

function dates({ from, until }: Dates): Pick<ControlPhase, 'fromDate' | 'untilDate'> {
  return { fromDate: from === undefined ? null : civilDate(from), untilDate: until === undefined ? null : civilDate(until) }
}
const free = (at: Dates): ControlPhase => ({ ...dates(at), state: 'none' })
const halt = (at: Dates): ControlPhase => ({ ...dates(at), state: 'halt' })
const licence = (at: Dates, days: number, refusalRate = 0): ControlPhase => ({ ...dates(at), state: 'licence', wait: { kind: 'fixed', days }, refusalRate })

function calendarOf(phases: readonly ControlPhase[], options: Partial<CalendarOptions> = {}) {
  return controlCalendar({ controlId: 'A', phases, planningDate: civilDate('2026-11-23'), openHaltDays: 180, generalLicenceWait: null, ...options })
}

/** The stretches as `from state wait`, in a line each. */
function lines(phases: readonly ControlPhase[], options: Partial<CalendarOptions> = {}): readonly string[] {
  return calendarOf(phases, options).stretches.map(({ fromDay, state, wait }) =>
    [fromDay === -Infinity ? 'always' : isoDate(fromDay as CivilDate), state, ...(wait === null ? [] : [String(dayTableMean(wait))])].join(' '),
  )
}

describe('controlCalendar', () => {
  it('is none on days no phase covers', () => {
    expect(lines([])).toEqual(['always none'])
    expect(lines([licence({ from: '2026-01-01', until: '2027-01-01' }, 30)])).toEqual(['always none', '2026-01-01 licence 30', '2027-01-01 none'])
  })

  it('lets the later of two overlapping phases win, and the earlier hold again after it', () => {
    expect(lines([licence({ from: '2025-04-04' }, 30), free({ from: '2025-11-10', until: '2026-11-10' })])).toEqual([
      'always none', '2025-04-04 licence 30', '2025-11-10 none', '2026-11-10 licence 30',
    ])
    expect(lines([free({ from: '2025-11-10', until: '2026-11-10' }), licence({ from: '2025-04-04' }, 30)])).toEqual(['always none', '2025-04-04 licence 30'])
  })

  it('holds always from a phase without a first day', () => {
    expect(lines([licence({}, 12)])).toEqual(['always licence 12'])
    expect(lines([halt({ until: '2026-12-01' }), licence({ from: '2026-12-01' }, 7)])).toEqual(['always halt', '2026-12-01 licence 7'])
  })

  it('joins neighbours of one state, but not two waits', () => {
    expect(lines([halt({ from: '2026-12-01', until: '2026-12-10' }), halt({ from: '2026-12-10', until: '2026-12-20' })])).toEqual([
      'always none', '2026-12-01 halt', '2026-12-20 none',
    ])
    expect(lines([licence({ until: '2026-12-01' }, 30), licence({ from: '2026-12-01' }, 60)])).toEqual(['always licence 30', '2026-12-01 licence 60'])
  })

  it('ends a halt without an end its assumed length after its first day, when that is still to come', () => {
    const phases = [licence({}, 30), halt({ from: '2027-01-15' })]
    expect(lines(phases, { openHaltDays: 100 })).toEqual(['always licence 30', '2027-01-15 halt', '2027-04-25 licence 30'])
    expect(calendarOf(phases).hasOpenHalt).toBe(true)
  })

  it('ends a halt without an end its assumed length after the planning date, when it has begun already', () => {
    expect(lines([licence({}, 30), halt({ from: '2026-06-01' })], { openHaltDays: 100 })).toEqual([
      'always licence 30', '2026-06-01 halt', '2027-03-03 licence 30',
    ])
  })

  it('counts no halt as open that has an end', () => {
    expect(calendarOf([halt({ from: '2027-01-15', until: '2030-01-01' })]).hasOpenHalt).toBe(false)
    expect(calendarOf([licence({}, 30)]).hasOpenHalt).toBe(false)
  })

  it('takes the wait of the general licence in every licence phase, without refusals; halts still hold', () => {
    const phases = [licence({ until: '2026-12-01' }, 30, 0.5), licence({ from: '2026-12-01' }, 60), halt({ from: '2027-01-01', until: '2027-02-01' })]
    expect(lines(phases, { generalLicenceWait: { kind: 'fixed', days: 3 } })).toEqual([
      'always licence 3', '2026-12-01 licence 3', '2027-01-01 halt', '2027-02-01 licence 3',
    ])
  })

  it('counts refusals into the wait', () => {
    expect(lines([licence({}, 30, 0.5)])[0]).toMatch(/^always licence (60|59\.99)/)
  })

  it('names a refusal rate or wait outside its range', () => {
    expect(() => calendarOf([licence({}, 30, 1)])).toThrow(expect.objectContaining({ argument: 'refusalRate' }))
    expect(() => calendarOf([licence({}, -3)])).toThrow(expect.objectContaining({ argument: 'days' }))
  })
})

describe('stretchIndexOn', () => {
  it('is in the new stretch on its first day, in the old one the day before', () => {
    const calendar = calendarOf([halt({ from: '2026-12-01', until: '2026-12-10' })])
    expect(['1900-01-01', '2026-11-30', '2026-12-01', '2026-12-09', '2026-12-10', '2100-01-01'].map((day) => stretchIndexOn(calendar, civilDate(day)))).toEqual([
      0, 0, 1, 1, 2, 2,
    ])
  })
})
