import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLattice, addMovingRow, addRow, beginSum, endedSum } from '../../shared/lead-time/lattice-sum'
import { sharedDays } from '../../shared/probability/day-lattice'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'

const values = (most: number) => fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: most, size: 'max' }).map((all) => Float64Array.from(all))
const places = { row: values(90), run: values(70), skipped: fc.nat(5), day: fc.integer({ min: -30, max: 60 }), held: fc.option(fc.integer({ min: -40, max: 160 }), { nil: Infinity, freq: 2 }) }
type Moved = { readonly row: Float64Array; readonly run: Float64Array; readonly skipped: number; readonly day: number; readonly held: number }

/** Day by day, as the docstring has it, of the run without its first few. */
function literal({ row, run, skipped, day, held }: Moved, scale: number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  run.forEach((weight, index) => {
    if (index < skipped) return
    row.forEach((probability, wait) => {
      const on = day + index - skipped + wait
      if (on < held) sums.set(on, (sums.get(on) ?? 0) + scale * weight * probability)
    })
  })
  return sums
}

function summed({ row, run, skipped, day, held }: Moved, scale: number, stepDays: number): ReadonlyMap<number, number> {
  beginSum(stepDays)
  // So that there is something to end, whatever is held.
  addLattice(0, Float64Array.of(1), 1)
  addMovingRow(sharedDays(row), { probabilities: run, start: skipped, length: run.length - skipped, scale }, { day, heldFromDay: held })
  const { firstStep, weights } = endedSum(0)
  const sums = new Map(Array.from(weights, (weight, index) => [(firstStep + index) * stepDays, weight] as const))
  sums.set(0, (sums.get(0) ?? 0) - 1)
  return sums
}
const arbitrary: fc.Arbitrary<Moved> = fc.record(places).filter(({ run, skipped }) => run.length > skipped)

describe('addMovingRow', () => {
  it('is the plain sum day by day, of what is not held', () => {
    fc.assert(fc.property(arbitrary, (moved) => {
      const plain = literal(moved, 0.3)
      const sums = summed(moved, 0.3, 1)
      for (const day of new Set([...plain.keys(), ...sums.keys()])) expect(Math.abs((sums.get(day) ?? 0) - (plain.get(day) ?? 0))).toBeLessThanOrEqual(1e-10)
    }))
  })

  // Twice the 2e-10 that one condensing may be off by, times all there is.
  it('is the same for what changes slowly over a lattice', () => {
    fc.assert(fc.property(arbitrary, fc.constantFrom(2, 3, 4, 8), fc.double({ min: -20, max: 120, noNaN: true }), (moved, stepDays, middle) => {
      const slow = (day: number): number => standardNormalCdf((day - middle) / (4 * stepDays))
      const sumOf = (sums: ReadonlyMap<number, number>): number => [...sums].reduce((total, [day, weight]) => total + weight * slow(day), 0)
      const all = moved.run.reduce((total, one) => total + one, 0) * moved.row.reduce((total, one) => total + one, 0)
      expect(Math.abs(sumOf(summed(moved, 1, stepDays)) - sumOf(literal(moved, 1)))).toBeLessThanOrEqual(1e-12 + 4e-10 * all)
    }))
  })
})

describe('endedSum', () => {
  it('adds rows and lattices, each by its weight, and starts from nothing each time', () => {
    for (let time = 0; time < 2; time++) {
      beginSum(1)
      addLattice(7, Float64Array.of(1, 2), 0.5)
      for (let row = 0; row < 6; row++) addRow(sharedDays(Float64Array.of(0.25, 0.75)), 2, 5 + row)
      addRow(sharedDays(Float64Array.of(1)), 0, 90)
      const { firstStep, weights } = endedSum(0)
      expect([firstStep, ...weights]).toEqual([5, 0.5, 2, 2.5, 3, 2, 2, 1.5])
    }
  })

  it('puts what lies far out on the last weight kept', () => {
    beginSum(1)
    addLattice(3, Float64Array.of(0.5, 0.5, 1e-11, 2e-11), 1)
    const { firstStep, weights } = endedSum(1e-10)
    expect([firstStep, weights.length]).toEqual([3, 2])
    expect(weights[1]).toBe(0.5 + 3e-11)
  })

  it('forgets a sum that was never ended', () => {
    beginSum(1)
    addLattice(3, Float64Array.of(5), 1)
    beginSum(1)
    addLattice(2, Float64Array.of(1, 1, 1), 1)
    expect(Array.from(endedSum(0).weights)).toEqual([1, 1, 1])
  })
})
