import { describe, expect, it } from 'vitest'
import { movingRow, type DepartureRow, type FixedDays } from '../../shared/lead-time/departure-row'
import { departureStretches, type DepartureStretch } from '../../shared/lead-time/departure-stretches'
import { sharedDays } from '../../shared/probability/day-lattice'

const wait = sharedDays(Float64Array.of(0.5, 0.5))
const laterWait = sharedDays(Float64Array.of(1))
const after: FixedDays = { firstDay: 40, parts: [sharedDays(Float64Array.of(1)), sharedDays(Float64Array.of(0, 1))] }

/** A licence wait of 3 days, held from day 20 on, and another from day 30 on. */
function rowOn(readyDay: number): DepartureRow {
  if (readyDay >= 30) return movingRow(readyDay + 5, laterWait)
  if (readyDay >= 17) return { firstDay: 40, days: null, heldFromDay: Infinity, fixed: after, shares: Float64Array.of(1) }
  return { firstDay: readyDay + 3, days: wait, heldFromDay: 20, fixed: after, shares: readyDay < 16 ? Float64Array.of(readyDay / 100) : Float64Array.of(0.16, 0.5) }
}
const daysOf = (stretches: readonly DepartureStretch[]): readonly (readonly number[])[] => stretches.map(({ fromDay, untilDay }) => [fromDay, untilDay])

describe('departureStretches', () => {
  it('gathers ready days with the same wait, and those that leave on the same fixed days', () => {
    const { between } = departureStretches(rowOn, Infinity)
    const stretches = between(12, 33)
    expect(daysOf(stretches)).toEqual([[12, 17], [17, 30], [30, 33]])
    expect(stretches.map(({ row }) => row)).toEqual([rowOn(12), rowOn(17), rowOn(30)])
  })

  it('keeps how much of each fixed part goods of each ready day leave on; none of one that came later', () => {
    const [first, second] = departureStretches(rowOn, Infinity).between(12, 18)
    expect(first?.shares).toEqual([[0.12, 0.13, 0.14, 0.15, 0.16], [0, 0, 0, 0, 0.5]])
    expect(second?.shares).toEqual([[1]])
  })

  it('gives those that hold the days asked for, whatever was asked before', () => {
    const { between } = departureStretches(rowOn, Infinity)
    expect(daysOf(between(18, 20))).toEqual([[18, 20]])
    expect(daysOf(between(14, 18))).toEqual([[14, 17], [17, 20]])
    expect(daysOf(between(19, 31))).toEqual([[17, 30], [30, 31]])
    expect(daysOf(between(15, 16))).toEqual([[14, 17]])
    expect(daysOf(between(30, 36))).toEqual([[30, 36]])
  })

  it('goes on for ever once all has settled, and asks no more', () => {
    const asked: number[] = []
    const { between } = departureStretches((readyDay) => (asked.push(readyDay), rowOn(readyDay)), 30)
    expect(daysOf(between(29, 500))).toEqual([[29, 30], [30, Infinity]])
    expect(daysOf(between(400, 900))).toEqual([[30, Infinity]])
    expect(asked).toEqual([29, 30])
    expect(daysOf(between(28, 29))).toEqual([[28, 30]])
    expect(daysOf(between(28, 31))).toEqual([[28, 30], [30, Infinity]])
  })

  it('does not join a wait that is longer by a day', () => {
    const { between } = departureStretches((readyDay) => movingRow(readyDay + (readyDay < 5 ? 3 : 4), wait), Infinity)
    expect(daysOf(between(3, 8))).toEqual([[3, 5], [5, 8]])
  })
})
