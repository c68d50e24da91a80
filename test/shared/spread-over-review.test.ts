import { describe, expect, it } from 'vitest'
import { leadTimeForms } from '../../shared/lead-time/lead-time-forms'
import { dayLatticeMean, type DayLattice } from '../../shared/probability/day-lattice'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'
import { gammaDayTable } from '../../shared/probability/whole-days'
import { spreadOverReview } from '../../shared/safety-stock/spread-over-review'

const table = gammaDayTable({ meanDays: 60, sdDays: 9 })
const meanOf = ({ stepDays, firstDay, weights }: DayLattice, f: (day: number) => number): number =>
  weights.reduce((sum, weight, index) => sum + weight * f(firstDay + index * stepDays), 0)

describe('spreadOverReview', () => {
  it('adds (R − 1)/2 days on average', () => {
    for (const stepDays of [1, 4]) expect(dayLatticeMean(spreadOverReview(leadTimeForms(table, 0).lattice(stepDays), 7))).toBeCloseTo(60 + 3, 5)
  })

  it('changes nothing where every day is a review', () => {
    const lattice = leadTimeForms(table, 0).lattice(1)
    const spread = spreadOverReview(lattice, 1)
    lattice.weights.forEach((weight, index) => expect(spread.weights[index]).toBeCloseTo(weight, 14))
    expect(spread.firstDay).toBe(lattice.firstDay)
  })

  it('is the plain double sum over days, for a function four steps wide', () => {
    for (const stepDays of [2, 5, 8]) {
      const f = (day: number): number => standardNormalCdf((day - 66) / (4 * stepDays))
      let literal = 0
      table.probabilities.forEach((probability, index) => {
        for (let late = 0; late < 7; late++) literal += (probability / 7) * f(table.firstDay + index + late)
      })
      expect(Math.abs(meanOf(spreadOverReview(leadTimeForms(table, 3).lattice(stepDays), 7), f) - literal)).toBeLessThanOrEqual(1e-9)
    }
  })
})
