import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { dayNumber } from './literal-days'
import { gammaCdf, poissonCdf } from './literal-gamma'
import { require } from './literal-refusal'
import type { CasePart, CasePlan } from './reference-case'

/** Usage of a part: mean and variance per day, and the days on which a forecast says otherwise. */
export type Usage = {
  readonly muPerDay: number
  readonly varPerDay: number
  readonly assumedVariability: boolean
  readonly family: CasePart['family']
  readonly isWhole: boolean
  readonly forecast: readonly { readonly from: number; readonly to: number; readonly perDay: number }[]
}

/** Usage by section 2 of the model. */
export function usageOf(plan: CasePlan, part: CasePart): Usage {
  const { muPerDay, varPerDay } = baseUsage(part)
  require(muPerDay >= 0 && Number.isFinite(muPerDay), 'demand')
  require(plan.defaultCv >= 0, 'default coefficient of variation')
  const forecast = (part.forecast ?? []).map(({ from, to, perDay }) => {
    require(perDay >= 0 && from < to, 'forecast')
    return { from: dayNumber(from), to: dayNumber(to), perDay }
  })
  require(forecast.every((month) => month.perDay === 0) || muPerDay > 0, 'forecast of a part without usage')
  return {
    muPerDay,
    varPerDay: varPerDay ?? (plan.defaultCv * muPerDay * 7) ** 2 / 7,
    assumedVariability: varPerDay === null,
    family: part.family,
    isWhole: part.family === 'negbin' || part.family === 'poisson',
    forecast,
  }
}

function baseUsage({ demand }: CasePart): { muPerDay: number; varPerDay: number | null } {
  if (demand.kind === 'history') {
    const from = dayNumber(demand.window.from)
    const to = dayNumber(demand.window.to)
    const inside = demand.periods.filter((one) => dayNumber(one.start) >= from && dayNumber(one.start) + one.days <= to)
    require(inside.length > 0, 'history')
    let quantity = 0
    let days = 0
    for (const period of inside) {
      require(period.days > 0, 'history')
      quantity += period.quantity
      days += period.days
    }
    const muPerDay = quantity / days
    if (inside.length < 3) return { muPerDay, varPerDay: null }
    let squares = 0
    for (const period of inside) squares += (period.quantity - muPerDay * period.days) ** 2 / period.days
    return { muPerDay, varPerDay: squares / (inside.length - 1) }
  }
  const sd = demand.sd ?? null
  require(sd === null || sd >= 0, 'demand sd')
  if (demand.kind === 'stated') {
    const days = demand.per === 'week' ? 7 : 365.25 / 12
    return { muPerDay: demand.mean / days, varPerDay: sd === null ? null : sd ** 2 / days }
  }
  let perWeek = 0
  for (const use of demand.uses) {
    require(use.pieces >= 0 && use.perWeek >= 0 && (use.scrap ?? 0) >= 0, 'build plan')
    perWeek += use.pieces * use.perWeek * (1 + (use.scrap ?? 0))
  }
  return { muPerDay: perWeek / 7, varPerDay: sd === null ? null : sd ** 2 / 7 }
}

/** Mean demand over the days `day + 1` to `day + n`, for every `n` up to `days`. */
export function meanDemands(usage: Usage, day: number, days: number): number[] {
  const means = [0]
  let mean = 0
  for (let n = 1; n <= days; n++) {
    let perDay = usage.muPerDay
    for (const month of usage.forecast) if (month.from <= day + n && day + n < month.to) perDay = month.perDay
    mean += perDay
    means.push(usage.forecast.length === 0 ? usage.muPerDay * n : mean)
  }
  return means
}

/** Mean demand over the days `day + 1` to `day + days`. */
export function meanDemand(usage: Usage, day: number, days: number): number {
  return meanDemands(usage, day, days)[days] ?? 0
}

/** P(demand <= x) where the demand has the given mean and the part's family and variance-to-mean ratio. */
export function demandCdf(usage: Usage, mean: number, x: number): number {
  const variance = varianceOf(usage, mean)
  if (mean === 0 || variance === 0) return x >= mean - 1e-12 * mean ? 1 : 0
  if (usage.family === 'normal') return normalCdf(x, mean, Math.sqrt(variance))
  if (x < 0) return 0
  if (usage.family === 'gamma') return gammaCdf(x, mean ** 2 / variance, mean / variance)
  if (isPoisson(usage)) return poissonCdf(Math.floor(x + 1e-9), mean)
  return negativeBinomialCdf(Math.floor(x + 1e-9), mean ** 2 / (variance - mean), mean / variance)
}

/** E[(demand - s)+] for the same demand. */
export function demandBeyond(usage: Usage, mean: number, s: number): number {
  const variance = varianceOf(usage, mean)
  if (mean === 0 || variance === 0) return Math.max(0, mean - s)
  if (usage.family === 'normal') {
    const sd = Math.sqrt(variance)
    const density = Math.exp(-(((s - mean) / sd) ** 2) / 2) / Math.sqrt(2 * Math.PI)
    return sd * density + (mean - s) * normalCdf(-s, -mean, sd)
  }
  if (s <= 0) return mean - s
  if (usage.family === 'gamma') {
    const shape = mean ** 2 / variance
    const rate = mean / variance
    return mean * (1 - gammaCdf(s, shape + 1, rate)) - s * (1 - gammaCdf(s, shape, rate))
  }
  // E[X; X >= j] = mean P(X' >= j - 1), with X' of one more success (Poisson: X' = X).
  const j = Math.floor(s + 1e-9) + 1
  if (isPoisson(usage)) return mean * (1 - poissonCdf(j - 2, mean)) - s * (1 - poissonCdf(j - 1, mean))
  const successes = mean ** 2 / (variance - mean)
  const p = mean / variance
  const partial = mean * (1 - (j < 2 ? 0 : negativeBinomialCdf(j - 2, successes + 1, p)))
  return partial - s * (1 - negativeBinomialCdf(j - 1, successes, p))
}

function varianceOf(usage: Usage, mean: number): number {
  return usage.muPerDay === 0 ? 0 : (usage.varPerDay / usage.muPerDay) * mean
}

/** Poisson where the variance does not exceed the mean. */
function isPoisson(usage: Usage): boolean {
  return usage.family === 'poisson' || usage.varPerDay <= usage.muPerDay * (1 + 1e-9)
}
