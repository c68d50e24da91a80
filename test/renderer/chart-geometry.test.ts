import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { dateTicks } from '../../renderer/ui/charts/date-ticks'
import { fittedLabel, labelRows, labelWidth } from '../../renderer/ui/charts/fitted-label'
import { nearestIndex } from '../../renderer/ui/charts/nearest-index'
import { valueLabelFoot, waterfallBars } from '../../renderer/ui/charts/waterfall-steps'
import { weeklyShares } from '../../renderer/ui/charts/weekly-shares'

const marks = (from: string, until: string, mostTicks: number): readonly string[] =>
  dateTicks({ firstDate: civilDate(from), lastDate: civilDate(until), mostTicks }).map(({ date, shows }) => `${isoDate(date)} ${shows}`)

describe('dateTicks', () => {
  it('marks a year in steps of two months where six labels fit, each January by its year', () => {
    expect(marks('2026-11-24', '2027-11-23', 7)).toEqual(['2027-01-01 year', '2027-03-01 month', '2027-05-01 month', '2027-07-01 month', '2027-09-01 month', '2027-11-01 month'])
  })

  it('marks three years by half years', () => {
    expect(marks('2026-11-24', '2029-11-20', 8)).toEqual(['2027-01-01 year', '2027-07-01 month', '2028-01-01 year', '2028-07-01 month', '2029-01-01 year', '2029-07-01 month'])
  })

  it('marks four weeks by weeks', () => {
    expect(marks('2026-11-24', '2026-12-22', 6)).toEqual(['2026-11-24 day', '2026-12-01 day', '2026-12-08 day', '2026-12-15 day', '2026-12-22 day'])
  })

  it('never marks more than fit', () => {
    for (const days of [10, 75, 200, 400, 1200, 4000]) {
      for (const mostTicks of [2, 5, 9]) {
        const from = civilDate('2026-02-27')
        const ticks = dateTicks({ firstDate: from, lastDate: (from + days) as typeof from, mostTicks })
        expect(ticks.length).toBeLessThanOrEqual(mostTicks + 1)
      }
    }
  })
})

describe('fittedLabel', () => {
  it('keeps what fits, cuts what does not, and leaves out what would be a stump', () => {
    expect(fittedLabel('Licence', { width: 200, fontSize: 12 })).toBe('Licence')
    expect(fittedLabel('Licence, 2 to 4 weeks', { width: 80, fontSize: 12 })).toBe('Licence, 2…')
    expect(fittedLabel('Licence', { width: 20, fontSize: 12 })).toBe('')
  })

  it('never gives back more than the width holds', () => {
    for (let width = 0; width < 300; width += 7) {
      expect(labelWidth(fittedLabel('Pause extended by a year', { width, fontSize: 12 }), 12)).toBeLessThanOrEqual(width)
    }
  })
})

describe('labelRows', () => {
  it('puts labels that would overlap on rows of their own, and uses the first row again when it is free', () => {
    expect(labelRows([{ x: 0, text: 'Customs data' }, { x: 30, text: 'Halt begins' }, { x: 300, text: 'Pause ends' }], 12)).toEqual([0, 1, 0])
  })
})

describe('nearestIndex', () => {
  it.each([
    [[], 3, null],
    [[5], -100, 0],
    [[0, 10, 20], 4.9, 0],
    [[0, 10, 20], 5.1, 1],
    [[0, 10, 20], 99, 2],
  ])('of %j at %d is %s', (values, wanted, expected) => {
    expect(nearestIndex(values, wanted)).toBe(expected)
  })
})

describe('valueLabelFoot', () => {
  it('stands above its bar, and below it where it would lie on the zero line', () => {
    expect(valueLabelFoot({ top: 100, bottom: 180, zero: 200 })).toBe(93)
    expect(valueLabelFoot({ top: 200, bottom: 230, zero: 200 })).toBe(193)
    for (const top of [205, 210, 216]) {
      const foot = valueLabelFoot({ top, bottom: 230, zero: 200 })
      expect({ top, foot }).toEqual({ top, foot: 244 })
    }
    expect(valueLabelFoot({ top: 220, bottom: 230, zero: 200 })).toBe(213)
  })
})

describe('waterfallBars', () => {
  it('lets each bar begin where the one before ended, and the total at nothing', () => {
    const step = (label: string, value: number, isTotal = false) => ({ label, value, isTotal, sentence: '' })
    expect(waterfallBars([step('a', 180), step('b', -30), step('all', 150, true)]).map(({ from, to }) => [from, to])).toEqual([[0, 180], [180, 150], [0, 150]])
  })
})

describe('weeklyShares', () => {
  it('sums days into weeks that begin at a multiple of seven', () => {
    const shares = weeklyShares({ firstDay: 8, probabilities: [0.25, 0.25, 0, 0, 0, 0, 0.5] }, { firstDay: 14, probabilities: [1] })
    expect(shares).toEqual([
      { firstDay: 7, withControls: 0.5, withoutControls: 0 },
      { firstDay: 14, withControls: 0.5, withoutControls: 1 },
    ])
  })

  it('loses less than one part in five hundred of both together at either end', () => {
    const probabilities = Array.from({ length: 700 }, (_, day) => Math.exp(-(((day - 300) / 25) ** 2) / 2))
    const total = probabilities.reduce((sum, value) => sum + value, 0)
    const table = { firstDay: 0, probabilities: probabilities.map((value) => value / total) }
    const shares = weeklyShares(table, table)
    expect(shares.length).toBeLessThan(40)
    expect(shares.reduce((sum, share) => sum + share.withControls, 0)).toBeGreaterThan(0.998)
  })

  it('has nothing to show of nothing', () => {
    expect(weeklyShares({ firstDay: 0, probabilities: [] }, { firstDay: 0, probabilities: [] })).toEqual([])
  })
})
