import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departureRow, type DepartureRow } from '../../shared/lead-time/departure-row'
import { departureStretches, type Departures } from '../../shared/lead-time/departure-stretches'
import { departureDaysTable, leadTimeTable, type LeadTimeInputs } from '../../shared/lead-time/lead-time-table'
import { dayTableMean, pointDayTable, type DayTable } from '../../shared/probability/day-table'
import { gammaDayTable } from '../../shared/probability/whole-days'

const sumOf = (table: DayTable): number => table.probabilities.reduce((sum, probability) => sum + probability, 0)
const rowsOf = ({ firstDay, probabilities }: DayTable): readonly (readonly [number, number])[] =>
  Array.from(probabilities, (probability, index) => [firstDay + index, probability] as const).filter(([, probability]) => probability > 0)

const orderDay = 20_780
function inputs(known: Partial<LeadTimeInputs>): LeadTimeInputs {
  return { base: pointDayTable(60), transitDays: 20, orderDay, departures: waiting(0), ...known }
}
const departing = (rowOn: (readyDay: number) => DepartureRow): Departures => departureStretches(rowOn, Infinity)
/** Departs a fixed number of days after the goods are ready. */
function waiting(days: number): Departures {
  return departing((readyDay) => departureRow({ firstDay: readyDay + days, probabilities: Float64Array.of(1) }))
}

describe('leadTimeTable', () => {
  it('is the base lead time where nothing holds the goods', () => {
    const base = gammaDayTable({ meanDays: 60, sdDays: 12 })
    const table = leadTimeTable(inputs({ base }))
    expect(table.firstDay).toBe(base.firstDay)
    for (const [index, probability] of base.probabilities.entries()) expect(table.probabilities[index] ?? 0).toBeCloseTo(probability, 11)
  })

  it('adds the wait at the border between readiness and transit', () => {
    expect(rowsOf(leadTimeTable(inputs({ departures: waiting(30) })))).toEqual([[90, 1]])
  })

  it('is ready a transit time before the base lead time ends', () => {
    const ready: number[] = []
    leadTimeTable(inputs({ departures: departing((readyDay) => (ready.push(readyDay - orderDay), departureRow({ firstDay: readyDay, probabilities: Float64Array.of(1) }))) }))
    expect(ready).toEqual([40])
  })

  it('counts a base lead time shorter than the transit as all transit: ready at once', () => {
    const base = { firstDay: 15, probabilities: Float64Array.of(0.5, 0.5) }
    expect(rowsOf(leadTimeTable(inputs({ base, departures: waiting(0) })))).toEqual([[15, 0.5], [16, 0.5]])
    expect(rowsOf(leadTimeTable(inputs({ base, departures: waiting(30) })))).toEqual([[45, 0.5], [46, 0.5]])
  })

  it('mixes the departures of every ready day', () => {
    const base = { firstDay: 50, probabilities: Float64Array.of(0.25, 0, 0.75) }
    const nothingBefore = orderDay + 31
    const table = leadTimeTable(inputs({ base, departures: departing((readyDay) => departureRow({ firstDay: Math.max(readyDay, nothingBefore), probabilities: Float64Array.of(0.5, 0.5) })) }))
    expect(rowsOf(table)).toEqual([[51, 0.125], [52, 0.5], [53, 0.375]])
  })

  // The same sum written the plain way, over departures of many shapes and lengths.
  it('is Σ P(B = b)·P(E = e), and sums to 1 within 1e-12', () => {
    const tables = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }).map((weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0)
      return Float64Array.from(weights, (weight) => weight / sum)
    })
    fc.assert(fc.property(tables, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 }), fc.array(tables, { minLength: 1, maxLength: 5 }), (probabilities, firstDay, transitDays, shapes) => {
      const departuresOf = (readyDay: number): DayTable => ({ firstDay: readyDay + (readyDay % 7), probabilities: shapes[readyDay % shapes.length] ?? Float64Array.of(1) })
      const table = leadTimeTable(inputs({ base: { firstDay, probabilities }, transitDays, departures: departing((readyDay) => departureRow(departuresOf(readyDay))) }))
      const plain = new Map<number, number>()
      probabilities.forEach((probability, index) => {
        const base = firstDay + index
        const departures = departuresOf(orderDay + Math.max(0, base - transitDays))
        departures.probabilities.forEach((share, day) => {
          const leadTime = departures.firstDay + day - orderDay + Math.min(transitDays, base)
          plain.set(leadTime, (plain.get(leadTime) ?? 0) + probability * share)
        })
      })
      for (const [day, probability] of rowsOf(table)) expect(Math.abs(probability - (plain.get(day) ?? 0))).toBeLessThanOrEqual(1e-11)
      expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
    }), { numRuns: 60 })
  })

  it('keeps the sum and the mean of tables with long thin ends', () => {
    const base = gammaDayTable({ meanDays: 60, sdDays: 25 })
    const wait = gammaDayTable({ meanDays: 45, sdDays: 40 })
    const table = leadTimeTable(inputs({ base, departures: departing((readyDay) => departureRow({ firstDay: readyDay + wait.firstDay, probabilities: wait.probabilities })) }))
    expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
    expect(dayTableMean(table)).toBeCloseTo(dayTableMean(base) + dayTableMean(wait), 6)
  })
})

describe('departureDaysTable', () => {
  it('leaves the transit out', () => {
    expect(rowsOf(departureDaysTable(inputs({ departures: waiting(30) })))).toEqual([[70, 1]])
  })

  it('is the wait alone where all the lead time is transit', () => {
    expect(rowsOf(departureDaysTable(inputs({ base: pointDayTable(12), departures: waiting(5) })))).toEqual([[5, 1]])
  })
})
