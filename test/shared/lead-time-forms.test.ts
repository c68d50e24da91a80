import { describe, expect, it } from 'vitest'
import { leadTimeForms } from '../../shared/lead-time/lead-time-forms'
import { dayLatticeMean } from '../../shared/probability/day-lattice'
import { dayTableMean, pointDayTable } from '../../shared/probability/day-table'
import { gammaDayTable } from '../../shared/probability/whole-days'

describe('leadTimeForms', () => {
  const table = gammaDayTable({ meanDays: 60, sdDays: 12 })

  it.each([1, 2, 3, 8, 16])('has the mean of the table on a lattice of %d days, on which the transit lies', (stepDays) => {
    const lattice = leadTimeForms(table, 32).lattice(stepDays)
    expect(lattice.stepDays).toBe(stepDays)
    expect((lattice.firstDay - 32) % stepDays).toBeCloseTo(0, 12)
    expect(dayLatticeMean(lattice)).toBeCloseTo(dayTableMean(table), 7)
    expect(lattice.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })

  it('leaves a short table as it is', () => {
    expect(leadTimeForms(pointDayTable(60.5), 20).lattice(8)).toEqual({ stepDays: 1, firstDay: 60, weights: Float64Array.of(0.5, 0.5) })
  })
})
