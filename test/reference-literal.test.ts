import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { disagreements } from './reference/compare-expected'
import { literalEvaluation } from './reference/literal-model'
import type { Expected, ReferenceCase } from './reference/reference-case'

/** `REFERENCE_CASES=all` evaluates every case whole (about a minute); without it the longest leave out their horizon. */
const isThorough = process.env['REFERENCE_CASES'] === 'all'

function readCases(file: string): { text: string; cases: ReferenceCase[] } {
  const text = readFileSync(new URL(`reference/${file}`, import.meta.url), 'utf8')
  return { text, cases: JSON.parse(text).cases }
}

const given = readCases('model-cases.json')
const more = readCases('more-cases.json')

function caseNamed(id: string): ReferenceCase {
  const found = [...given.cases, ...more.cases].find((one) => one.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  return found
}

/** What the longest cases leave out; other cases keep it. */
const leftOut = new Map([
  ['P26', { timePhased: false }],
  ['P31', { timePhased: false }],
  ['P45', { timePhased: false, orderBy: [] }],
])

function literalDisagreements(case_: ReferenceCase): string[] {
  const shorter = isThorough ? undefined : leftOut.get(case_.id)
  if (shorter === undefined) return disagreements(case_.expected, literalEvaluation(case_), case_)
  const { orderBy = null, ...found } = literalEvaluation({ ...case_, ask: { ...case_.ask, ...shorter } })
  const actual = 'orderBy' in shorter ? found : { ...found, orderBy }
  return disagreements(case_.expected, actual, case_, ['timePhased', 'buildUp', 'replenishment', ...Object.keys(shorter)])
}

/** No case takes this long, even beside other programs. */
const patienceMs = 120_000

function times(factor: number): (value: unknown) => number {
  return (value) => Number(value) * factor
}

function plus(step: number): (value: unknown) => number {
  return (value) => Number(value) + step
}

describe('literalEvaluation', () => {
  it('has all 48 given cases to agree with', () => {
    expect(given.cases.map(({ id }) => id)).toEqual(Array.from({ length: 48 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`))
  })

  it.each(given.cases.map((case_) => [case_.id, case_.title, case_] as const))('agrees with %s: %s', (_id, _title, case_) => {
    expect(literalDisagreements(case_)).toEqual([])
  }, patienceMs)

  // Ready on 2027-01-02, applied for at once, 30 days: granted on 2027-02-01, the first day of the halt, and used after it
  // on the 26th. A week later the grant would come on the 8th: void, filed again on the 26th, out on 2027-03-28.
  it('lets a licence granted on the first day of a halt live, and voids one granted later', () => {
    expect(literalEvaluation(caseNamed('Q17'))).toMatchObject({
      scenarios: { base: { today: { departureDays: { mean: 95, sd: 0 } }, next: { departureDays: { mean: 118, sd: 0 } } } },
    })
  })
})

describe('more-cases.json', () => {
  it('holds 62 cases in fewer than 400 kB', () => {
    expect(more.cases.map(({ id }) => id)).toEqual(Array.from({ length: 62 }, (_, i) => `Q${String(i + 1).padStart(2, '0')}`))
    expect(more.text.length).toBeLessThan(400_000)
  })

  const spread = isThorough ? more.cases : more.cases.filter((_, i) => i % 4 === 0)
  it.each(spread.map((case_) => [case_.id, case_.title, case_] as const))('is what the literal evaluation gives for %s: %s', (_id, _title, case_) => {
    expect(literalDisagreements(case_)).toEqual([])
  }, patienceMs)
})

describe('disagreements', () => {
  const { expected, ...case_ } = caseNamed('P31')

  function changed(path: string, change: (value: unknown) => unknown): Expected {
    const copy = structuredClone(expected)
    const fields = path.split('.')
    const last = fields.pop() ?? ''
    let holder: Record<string, unknown> = copy as Record<string, unknown>
    for (const field of fields) holder = holder[field] as Record<string, unknown>
    const value = change(holder[last])
    if (value === undefined) delete holder[last]
    else holder[last] = value
    return copy
  }
  const found = (actual: Expected): number => disagreements(expected, actual, case_).length

  it('finds none between a case and itself', () => {
    expect(disagreements(expected, expected, case_)).toEqual([])
  })

  it.each([
    ['reorderPoint', times(1 + 2e-6)], ['orderUpTo', times(1 - 2e-6)], ['safetyStock', plus(0.004)], ['why.demand', plus(-0.004)],
    ['blind.reorderPoint', times(1 + 2e-6)], ['service.cycle', plus(2e-6)], ['textbook.service.fill', plus(-2e-6)],
    ['scenarios.halt.next.leadTime.mean', times(1 + 2e-6)], ['scenarios.halt.next.leadTime.quantiles.0.99', plus(1)],
    ['scenarios.halt.next.leadTime.check', plus(2e-6)], ['scenarios.halt.today.departureDays.sum', plus(3e-12)],
    ['rounded.reorderPoint', plus(1)], ['orderNow', plus(10)], ['orderShortfall', plus(1)], ['openHaltScenarios', () => ['halt']],
    ['timePhased.reorderPoint.7', times(1 + 2e-6)], ['timePhased.dates.3', () => '2026-12-15'], ['buildUp', () => null],
    ['replenishment.4.quantity', plus(10)], ['replenishment.4.p90', () => '2027-01-01'], ['orderBy.0.orderBy', () => '2026-11-28'],
    ['openOrders.0.weighted.meanDays', times(1 + 2e-6)], ['demand.assumedVariability', () => true], ['protection.meanDays', () => Number.NaN],
  ] as const)('tells that %s has changed', (path, change) => {
    const actual = path.includes('quantiles') ? withQuantileChanged() : changed(path, change)
    expect(found(actual)).toBeGreaterThan(0)
  })

  function withQuantileChanged(): Expected {
    return changed('scenarios.halt.next.leadTime.quantiles', (quantiles) => ({ ...(quantiles as object), '0.99': 224 }))
  }

  it.each([
    ['reorderPoint', times(1 + 5e-7)], ['safetyStock', plus(0.001)], ['service.cycle', plus(5e-7)], ['timePhased.mean.2', times(1 - 5e-7)],
  ] as const)('lets %s differ by half of what is allowed', (path, change) => {
    expect(disagreements(expected, changed(path, change), case_)).toEqual([])
  })

  it.each(['orderNow', 'why.caps', 'service', 'scenarios.halt.next', 'timePhased.orderUpTo', 'openOrders', 'replenishment'])('reports %s as missing', (path) => {
    const lost = changed(path, () => undefined)
    const reports = disagreements(expected, lost, case_)
    expect(reports.length).toBeGreaterThan(0)
    expect(reports.every((report) => report.includes(`P31 ${path}`) && report.includes('missing'))).toBe(true)
    expect(disagreements(expected, lost, case_, [path])).toEqual([])
  })

  it('reports a table of probabilities as missing', () => {
    const { expected: whole, ...full } = caseNamed('Q14')
    const { scenarios: _, ...rest } = whole
    const reports = disagreements(whole, rest, full)
    expect(reports.some((report) => report.includes('departureTable'))).toBe(true)
  })

  it('tells a refused input from an accepted one, both ways', () => {
    expect(disagreements({ error: 'alpha' }, expected, case_)).toHaveLength(1)
    expect(disagreements(expected, { error: 'alpha' }, case_)).toHaveLength(1)
    expect(disagreements({ error: 'alpha' }, { error: 'in other words' }, case_)).toEqual([])
  })

  it('takes any level of a plateau, and none beyond it', () => {
    const { expected: flat, ...tie } = caseNamed('P44')
    const at = (level: number): Expected => ({ ...flat, reorderPoint: level, reorderPointBeforeCap: level, orderUpTo: level })
    expect(disagreements(flat, at(1370), tie)).toEqual([])
    expect(disagreements(flat, at(900), tie)).toEqual([])
    expect(disagreements(flat, at(1371), tie).length).toBeGreaterThan(0)
    expect(disagreements(flat, at(469), tie).length).toBeGreaterThan(0)
  })
})
