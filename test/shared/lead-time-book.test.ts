import { describe, expect, it } from 'vitest'
import { civilDate, type CivilDate } from '../../shared/calendar/civil-date'
import type { LeadTimeFrame } from '../../shared/lead-time/control-group'
import { leadTimeBook, type LeadTimeProfile } from '../../shared/lead-time/lead-time-book'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { dayTableMean, mixedDayTable, type DayTable } from '../../shared/probability/day-table'

const t0 = civilDate('2026-11-23')
const on = (day: number): CivilDate => (t0 + day) as CivilDate
const licence = (days: number, refusalRate = 0): ControlPhase => ({ fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'fixed', days }, refusalRate })
const halt = (from: number, until: number | null): ControlPhase => ({ fromDate: on(from), untilDate: until === null ? null : on(until), state: 'halt' })

function frame(scenarios: readonly Readonly<Record<string, readonly ControlPhase[]>>[], known: Partial<LeadTimeFrame> = {}): LeadTimeFrame {
  return {
    planningDate: t0, openHaltDays: 100, generalLicenceWait: { kind: 'fixed', days: 4 },
    scenarioPhases: scenarios.map((phases) => new Map(Object.entries(phases))), ...known,
  }
}

function profile(known: Partial<LeadTimeProfile> = {}): LeadTimeProfile {
  return {
    baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 }, controlIds: ['A'], licenceRoute: 'individual',
    applicationLag: { after: 'ready', days: 0 }, ...known,
  }
}
const today = { orderDate: t0, scenarioIndex: 0 }
const rowsOf = ({ firstDay, probabilities }: DayTable): readonly (readonly [number, number])[] =>
  Array.from(probabilities, (probability, index) => [firstDay + index, probability] as const).filter(([, probability]) => probability > 0)

/** The one lead time of an order placed today. */
function leadTimeOf(phases: readonly ControlPhase[], known: Partial<LeadTimeProfile> = {}): number {
  const rows = rowsOf(leadTimeBook(frame([{ A: phases, B: [licence(50)] }])).leadTime(profile(known), today))
  expect(rows).toHaveLength(1)
  return rows[0]?.[0] ?? NaN
}

describe('leadTimeBook', () => {
  it('applies when the goods are ready: the wait adds to the lead time', () => {
    expect(leadTimeOf([licence(30)])).toBe(90)
  })

  it('applies when the order is placed: the wait runs while the goods are made', () => {
    expect(leadTimeOf([licence(30)], { applicationLag: { after: 'order', days: 0 } })).toBe(60)
    expect(leadTimeOf([licence(50)], { applicationLag: { after: 'order', days: 0 } })).toBe(70)
  })

  it('applies its lag later, after the order or after the goods are ready', () => {
    expect(leadTimeOf([licence(30)], { applicationLag: { after: 'ready', days: 7 } })).toBe(97)
    expect(leadTimeOf([licence(50)], { applicationLag: { after: 'order', days: 7 } })).toBe(77)
  })

  it('asks no licence of an exempt part, nor of one without a control', () => {
    expect(leadTimeOf([licence(30)], { licenceRoute: 'exempt' })).toBe(60)
    expect(leadTimeOf([licence(30)], { controlIds: [] })).toBe(60)
    expect(leadTimeOf([halt(0, 300)], { licenceRoute: 'exempt' })).toBe(60)
  })

  it('takes the wait of the general licence without refusals, and still halts', () => {
    expect(leadTimeOf([licence(30, 0.5)], { licenceRoute: 'general' })).toBe(64)
    expect(leadTimeOf([licence(30), halt(0, 90)], { licenceRoute: 'general' })).toBe(90 + 4 + 20)
  })

  it('rounds the transit to whole days, half up', () => {
    expect(leadTimeOf([halt(0, 40)], { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 19.5 } })).toBe(60)
    expect(leadTimeOf([halt(0, 41)], { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 19.5 } })).toBe(61)
    expect(leadTimeOf([halt(0, 41)], { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 19.4 } })).toBe(60)
  })

  it('counts a base lead time within the transit as all transit', () => {
    expect(leadTimeOf([licence(30)], { baseLeadTime: { meanDays: 12, sdDays: 0, transitDays: 20 } })).toBe(42)
  })

  it('waits for two controls at the same time, not one after the other', () => {
    expect(leadTimeOf([licence(30)], { controlIds: ['A', 'B'] })).toBe(110)
  })

  it('splits a fixed base lead time that is not whole', () => {
    const rows = rowsOf(leadTimeBook(frame([{}])).leadTime(profile({ controlIds: [], baseLeadTime: { meanDays: 60.25, sdDays: 0, transitDays: 20 } }), today))
    expect(rows).toEqual([[60, 0.75], [61, 0.25]])
  })

  it('ends a halt without an end the assumed length after its first day or the planning date', () => {
    expect(leadTimeOf([licence(30), halt(-30, null)])).toBe(100 + 30 + 20)
    expect(leadTimeOf([licence(30), halt(10, null)])).toBe(110 + 30 + 20)
  })

  it('says in which scenario a control that applies has a halt without an end', () => {
    const book = leadTimeBook(frame([{ A: [licence(30)] }, { A: [halt(10, null)] }]))
    expect([0, 1].map((scenario) => book.hasOpenHalt(profile(), scenario))).toEqual([false, true])
    expect(book.hasOpenHalt(profile({ licenceRoute: 'exempt' }), 1)).toBe(false)
    expect(book.hasOpenHalt(profile({ licenceRoute: 'general' }), 1)).toBe(true)
    expect(book.hasOpenHalt(profile({ controlIds: [] }), 1)).toBe(false)
  })

  it('mixes scenarios by weight, and asks nothing of one without weight', () => {
    const book = leadTimeBook(frame([{ A: [licence(30)] }, { A: [licence(30), halt(0, 90)] }, { }]))
    const mixed = book.weightedLeadTime(profile(), { orderDate: t0, weights: [0.75, 0.25, 0] })
    expect(rowsOf(mixed)).toEqual([[90, 0.75], [140, 0.25]])
    const apart = [0, 1].map((scenarioIndex) => book.leadTime(profile(), { orderDate: t0, scenarioIndex }))
    expect(rowsOf(mixedDayTable([{ weight: 3, table: apart[0]! }, { weight: 1, table: apart[1]! }]))).toEqual(rowsOf(mixed))
  })

  it('gives the days to the border apart from those to receipt', () => {
    const book = leadTimeBook(frame([{ A: [licence(30)] }]))
    expect(dayTableMean(book.departureDays(profile(), today))).toBe(70)
  })

  it('keeps apart what differs: order dates, lags, routes, controls, lead times, scenarios, weights', () => {
    const book = leadTimeBook(frame([{ A: [licence(30), halt(45, 60)], B: [licence(50)] }, { A: [licence(10)], B: [] }]))
    const mean = (known: Partial<LeadTimeProfile>, order = today): number => dayTableMean(book.leadTime(profile(known), order))
    const answers = (): readonly number[] => [
      mean({}), mean({}, { orderDate: on(20), scenarioIndex: 0 }), mean({}, { orderDate: t0, scenarioIndex: 1 }), mean({ controlIds: ['B'] }), mean({ controlIds: ['A', 'B'] }),
      mean({ licenceRoute: 'general' }), mean({ licenceRoute: 'exempt' }), mean({ applicationLag: { after: 'order', days: 0 } }), mean({ applicationLag: { after: 'order', days: 20 } }),
      mean({ applicationLag: { after: 'ready', days: 25 } }), mean({ baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 10 } }), mean({ baseLeadTime: { meanDays: 80, sdDays: 0, transitDays: 20 } }),
      dayTableMean(book.weightedLeadTime(profile(), { orderDate: t0, weights: [0.5, 0.5] })), dayTableMean(book.weightedLeadTime(profile(), { orderDate: t0, weights: [0.9, 0.1] })),
    ]
    const first = answers()
    expect(first).toEqual([110, 90, 70, 110, 110, 64, 60, 60, 110, 115, 100, 110, 90, 106])
    expect(answers()).toEqual(first)
  })

  it('names a control that is not in the plan, and a lead time outside its range', () => {
    const book = leadTimeBook(frame([{ A: [licence(30)] }]))
    expect(() => book.leadTime(profile({ controlIds: ['C'] }), today)).toThrow(expect.objectContaining({ argument: 'controlIds', value: 'C' }))
    expect(() => book.baseTable({ meanDays: -1, sdDays: 0, transitDays: 0 })).toThrow(expect.objectContaining({ argument: 'meanDays' }))
  })

  it('has one lead time for all orders after the last change of all controls', () => {
    const book = leadTimeBook(frame([{ A: [licence(30), halt(50, 90)] }, { A: [licence(40)] }]))
    const formsOn = (day: number): object => book.weightedForms(profile(), { orderDate: on(day), weights: [0.5, 0.5] })
    expect(formsOn(90)).toBe(formsOn(200))
    expect(formsOn(89)).not.toBe(formsOn(90))
    expect(dayTableMean(book.leadTime(profile(), { orderDate: on(300), scenarioIndex: 0 }))).toBe(90)
    expect(dayTableMean(book.leadTime(profile(), { orderDate: on(45), scenarioIndex: 0 }))).toBe(45 + 30 + 20)
    expect(dayTableMean(book.leadTime(profile(), { orderDate: on(-40), scenarioIndex: 0 }))).toBe(90)
  })

  it('has the same lead time on a lattice as over days, weighted or of one scenario', () => {
    const waiting: ControlPhase = { fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'gamma', meanDays: 45, sdDays: 15 }, refusalRate: 0.1 }
    const book = leadTimeBook(frame([{ A: [waiting] }, { A: [waiting, halt(40, 100)] }]))
    const wide = profile({ baseLeadTime: { meanDays: 60, sdDays: 12, transitDays: 20 } })
    const bump = (day: number): number => Math.exp(-(((day - 130) / 24) ** 2))
    for (const forms of [book.weightedForms(wide, { orderDate: t0, weights: [0.7, 0.3] }), book.forms(wide, today), book.baseForms(wide)]) {
      const { firstDay, probabilities } = forms.table()
      const literal = probabilities.reduce((sum, probability, index) => sum + probability * bump(firstDay + index), 0)
      for (const stepDays of [1, 2, 3, 4]) {
        const lattice = forms.lattice(stepDays)
        const condensed = lattice.weights.reduce((sum, weight, index) => sum + weight * bump(lattice.firstDay + index * lattice.stepDays), 0)
        expect(Math.abs(condensed - literal)).toBeLessThanOrEqual(1e-9)
      }
    }
  })
})
