import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { simulateStock, type RuleFigures } from '../../shared/horizon/stock-simulation'
import type { WaitDraws } from '../../shared/horizon/simulated-goods'
import { dayNumber } from '../reference/literal-days'
import { caseSimulation } from '../reference/case-simulation'
import { readingOf } from '../reference/literal-model'
import { literalSimulation, type LiteralFigures } from '../reference/literal-simulation'
import type { CasePart, CasePlan, ReferenceCase } from '../reference/reference-case'

const cases = ['model-cases.json', 'more-cases.json'].flatMap(
  (file) => (JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8')) as { readonly cases: readonly ReferenceCase[] }).cases,
)

function caseNamed(id: string): ReferenceCase {
  const found = cases.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

type Setting = { readonly id: string; readonly weeks: number; readonly waitDraws: WaitDraws; readonly isOrdering: boolean; readonly stop?: string; readonly part?: Partial<CasePart> }

const paths = 4000
const literalPaths = 1000
// Some hundreds of comparisons a case: at 4.5 standard errors one in 150,000 fails by chance, and seeds are fixed.
const sigmas = 4.5

function both(setting: Setting): { readonly engine: RuleFigures; readonly literal: LiteralFigures } {
  const { plan, part: given } = caseNamed(setting.id)
  const part = { ...given, ...setting.part }
  const { simulated, reorderPoints, netStock } = caseSimulation(plan, part, setting.weeks)
  const rule = { reorderPoints: setting.isOrdering ? reorderPoints : null, netStock, hasOpenOrders: true, stopDay: setting.stop === undefined ? null : dayNumber(setting.stop) }
  const [engine] = simulateStock(simulated, [rule], { seed: 5, paths, waitDraws: setting.waitDraws, countedFrom: 0, scenarioIndex: null })
  const literal = literalSimulation(readingOf(plan, part), {
    seed: 7, paths: literalPaths, weeks: setting.weeks,
    reorderPoints: setting.isOrdering ? [...reorderPoints] : null,
    independentWaits: setting.waitDraws === 'independent',
    ...(setting.stop === undefined ? {} : { stopDay: dayNumber(setting.stop) }),
  })
  return { engine: engine as RuleFigures, literal }
}

/** Comparisons that lie further apart than the number of paths explains. */
function disagreeing({ engine, literal }: ReturnType<typeof both>): readonly string[] {
  const found: string[] = []
  const compare = (what: string, share: number, other: number): void => {
    const p = Math.min(Math.max((share * paths + other * literalPaths) / (paths + literalPaths), 1 / paths), 1 - 1 / paths)
    const allowed = sigmas * Math.sqrt(p * (1 - p) * (1 / paths + 1 / literalPaths)) + 1e-12
    if (!(Math.abs(share - other) <= allowed)) found.push(`${what}: ${share} and ${other}, ${allowed} allowed`)
  }
  engine.shortPaths.forEach((short, week) => compare(`short in week ${week}`, short / paths, literal.shortShare[week] ?? NaN))
  literal.weekEnds.forEach((stocks, week) => {
    const sorted = engine.weekEnds.slice(week * paths, (week + 1) * paths).sort()
    for (const level of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      // A hair above, so that rounding does not part what is the same.
      const value = sorted[Math.ceil(level * paths) - 1]! + 1e-7
      compare(`week ${week}, ${level}`, sorted.filter((one) => one <= value).length / paths, stocks.filter((one) => one <= value).length / literalPaths)
    }
  })
  for (const days of [20, 60, 100]) {
    const by = (one: number | null): boolean => one !== null && one >= 0 && one <= days
    compare(`short within ${days} days`, [...engine.firstShort].filter(by).length / paths, literal.firstShort.filter(by).length / literalPaths)
  }
  return found
}

const everything: Setting = { id: 'P45', weeks: 30, waitDraws: 'one-quantile-per-path', isOrdering: true }

describe('simulateStock', () => {
  it.each<readonly [string, Setting]>([
    ['three scenarios, halts, refusals and an open order over a year', { id: 'P31', weeks: 52, waitDraws: 'one-quantile-per-path', isOrdering: true }],
    ['everything at once', everything],
    ['waits drawn independently', { ...everything, waitDraws: 'independent' }],
    ['no further orders', { ...everything, isOrdering: false }],
    ['nothing leaving from a day on', { ...everything, stop: '2027-01-15' }],
    ['a halt that voids applications under way', { id: 'P26', weeks: 26, waitDraws: 'one-quantile-per-path', isOrdering: true }],
    ['a dated forecast', { id: 'P14', weeks: 20, waitDraws: 'one-quantile-per-path', isOrdering: true, part: { stock: { onHand: 1000 } } }],
    ['orders capped in lots, four open orders', { id: 'Q39', weeks: 8, waitDraws: 'one-quantile-per-path', isOrdering: true }],
    ['a review every day', { id: 'Q36', weeks: 2, waitDraws: 'one-quantile-per-path', isOrdering: true }],
    ['slow movers in whole pieces', { id: 'P31', weeks: 30, waitDraws: 'one-quantile-per-path', isOrdering: true, part: { family: 'negbin', demand: { kind: 'stated', per: 'week', mean: 3, sd: 2.5 }, stock: { onHand: 30 } } }],
    ['Poisson demand', { id: 'P31', weeks: 30, waitDraws: 'independent', isOrdering: true, part: { family: 'poisson', demand: { kind: 'stated', per: 'week', mean: 3, sd: 1.5 }, stock: { onHand: 30 } } }],
    ['erratic demand', { id: 'P31', weeks: 30, waitDraws: 'one-quantile-per-path', isOrdering: true, part: { demand: { kind: 'stated', per: 'week', mean: 100, sd: 160 } } }],
    ['normal demand', { id: 'P31', weeks: 30, waitDraws: 'one-quantile-per-path', isOrdering: true, part: { family: 'normal' } }],
  ])('agrees with the literal simulation: %s', (_, setting) => {
    expect(disagreeing(both(setting))).toEqual([])
  }, 120_000)

  // 10 a day from 300 on; orders of days 14 to 49 are ready in the halt and received together on day 75, when 380 are backordered:
  // 370 make up for all but 10, and the third of six finds stock.
  it('counts orders received together one after the other: short until those before have made up for what was backordered', () => {
    const plan: CasePlan = {
      date: '2026-11-23', horizonWeeks: 12, reviewDays: 7, defaultCv: 0.25, attitude: 'weighted', statusQuo: 'base',
      controls: [{ id: 'A', phases: [{ from: '2026-12-21', to: '2027-02-01', state: 'halt' }] }], scenarios: [{ name: 'base', weight: 1 }],
    }
    const part: CasePart = {
      unit: 'pcs', whole: true, family: 'gamma', controls: ['A'], demand: { kind: 'stated', per: 'week', mean: 70, sd: 0 },
      lead: { mean: 20, sd: 0, transit: 5 }, target: { kind: 'cycle', alpha: 0.95 }, stock: { onHand: 300, allocated: 0 },
    }
    const reorderPoints = Array.from({ length: 13 }, (_, review) => (review < 2 ? 300 : 600))
    const { simulated } = caseSimulation(plan, part, 12)
    const [engine] = simulateStock(simulated, [{ reorderPoints: Float64Array.from(reorderPoints), netStock: 300, hasOpenOrders: true, stopDay: null }], { seed: 1, paths: 1, waitDraws: 'one-quantile-per-path', countedFrom: 0, scenarioIndex: null })
    const literal = literalSimulation(readingOf(plan, part), { seed: 1, paths: 1, weeks: 12, reorderPoints, independentWaits: false })
    expect([engine?.cycles[0], engine?.shortCycles[0]]).toEqual([9, 2])
    expect([literal.cycles, literal.shortCycles]).toEqual([9, 2])
  })

  it('would tell one review more of stock', () => {
    const { engine, literal } = both(everything)
    const shifted = { ...engine, weekEnds: engine.weekEnds.map((stock) => stock + 15) }
    expect(disagreeing({ engine: shifted, literal }).length).toBeGreaterThan(20)
  }, 120_000)

  it('gives the same figures for the same seed, and the same paths whatever their number', () => {
    const { plan, part } = caseNamed('P31')
    const { simulated, reorderPoints, netStock } = caseSimulation(plan, part, 12)
    const run = (seed: number, count: number): RuleFigures =>
      simulateStock(simulated, [{ reorderPoints, netStock, hasOpenOrders: true, stopDay: null }], { seed, paths: count, waitDraws: 'one-quantile-per-path', countedFrom: 0, scenarioIndex: null })[0] as RuleFigures
    expect(run(1, 50)).toEqual(run(1, 50))
    expect(run(1, 100).demand.slice(0, 50)).toEqual(run(1, 50).demand)
    expect(run(2, 50).demand).not.toEqual(run(1, 50).demand)
  })

  it.each([0, 1.5, 2_000_000])('refuses %s paths', (count) => {
    const { plan, part } = caseNamed('P31')
    const { simulated } = caseSimulation(plan, part, 4)
    expect(() => simulateStock(simulated, [], { seed: 1, paths: count, waitDraws: 'independent', countedFrom: 0, scenarioIndex: null })).toThrow(expect.objectContaining({ argument: 'paths' }))
  })
})
