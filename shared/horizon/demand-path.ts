import type { CivilDate } from '../calendar/civil-date'
import { cumulativeMeanDemand } from '../demand/expected-demand'
import { countDraws } from '../probability/count-draw'
import { fillGammaDraws } from '../probability/gamma-draw'
import { normalDraw } from '../probability/normal-draw'
import type { RandomState } from '../probability/random-state'
import type { PlanningPart } from '../safety-stock/planning-part'

/** Fills an array with the demand of the days 1 to `days` after a date, part units; index 0 is left alone. */
export type DemandPath = (state: RandomState, demand: Float64Array) => void

/**
 * Daily demand of a part as section 2 has it: independent from day to day, with the part's mean and variance, so that
 * demand over any number of days has the distribution that levels are computed with.
 *
 * @param part the part
 * @param of the date after which demand begins, and the number of days
 */
export function demandPath(part: PlanningPart, of: { readonly afterDate: CivilDate; readonly days: number }): DemandPath {
  const { meanPerDay, variancePerDay } = part.demandRate
  const cumulative = cumulativeMeanDemand({ meanPerDay, forecast: part.forecast, ...of })
  const varianceToMean = meanPerDay === 0 ? 0 : variancePerDay / meanPerDay
  const stretches: ((state: RandomState, demand: Float64Array) => void)[] = []
  for (let from = 1; from <= of.days; ) {
    const mean = part.forecast.length === 0 ? meanPerDay : cumulative[from]! - cumulative[from - 1]!
    let until = part.forecast.length === 0 ? of.days + 1 : from + 1
    // Differences of sums carry roundings; days of one forecast period are one stretch.
    while (until <= of.days && Math.abs(cumulative[until]! - cumulative[until - 1]! - mean) <= 1e-9 * mean) until++
    stretches.push(stretchDraws(part, mean, varianceToMean, { from, until }))
    from = until
  }
  return (state, demand) => {
    for (const fill of stretches) fill(state, demand)
  }
}

function stretchDraws(
  part: PlanningPart,
  mean: number,
  varianceToMean: number,
  { from, until }: { readonly from: number; readonly until: number },
): (state: RandomState, demand: Float64Array) => void {
  if (mean === 0 || varianceToMean === 0) return (_, demand) => void demand.fill(mean, from, until)
  switch (part.demandFamily) {
    case 'gamma':
      return (state, demand) => fillGammaDraws(state, { shape: mean / varianceToMean, scale: varianceToMean }, { array: demand, from, until })
    case 'negative-binomial': {
      const draws = countDraws({ mean, varianceToMean })
      return (state, demand) => draws(state, demand, from, until)
    }
    case 'normal': {
      const sd = Math.sqrt(mean * varianceToMean)
      return (state, demand) => {
        for (let day = from; day < until; day++) demand[day] = mean + sd * normalDraw(state)
      }
    }
  }
}
