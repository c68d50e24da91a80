import { readFileSync } from 'node:fs'
import type { CasePart, CasePlan } from '../reference/reference-case'

/** A part of a benchmark plan. */
export type BenchPart = CasePart & { readonly id: string }

/** A benchmark plan: JSON lines, the plan first, a part a line after it. */
export type BenchPlan = { readonly plan: CasePlan; readonly parts: readonly BenchPart[] }

/** Reads a plan in the form that ../shared/reference/bench-plan.py writes. */
export function benchPlanFromFile(path: string): BenchPlan {
  const [first, ...rest] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return { plan: JSON.parse(first ?? '{}') as CasePlan, parts: rest.map((line) => JSON.parse(line) as BenchPart) }
}

/**
 * A plan of the same kind, made here: three controls, three scenarios, and parts of which half inherit the lead time
 * of one of 120 suppliers. Seeded, so that every run measures the same work.
 */
export function benchPlan(count: number, seed: number): BenchPlan {
  const random = seeded(seed)
  const between = (least: number, most: number): number => least + (most - least) * random()
  const whole = (least: number, most: number): number => Math.floor(between(least, most + 1))
  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const suppliers = Array.from({ length: 120 }, () => {
    const mean = whole(35, 110)
    return { mean, sd: Math.round(mean * oneOf([0.05, 0.1, 0.15, 0.25]) * 10) / 10, transit: oneOf([6, 10, 28, 32, 38]) }
  })
  const parts = Array.from({ length: count }, (_, index): BenchPart => {
    const perWeek = Math.round(10 ** between(-0.5, 3.7) * 100) / 100
    const ownMean = whole(30, 120)
    const lead =
      index % 2 === 0
        ? oneOf(suppliers)
        : {
            mean: ownMean,
            sd: Math.round(ownMean * between(0.05, 0.3) * 100) / 100,
            transit: whole(4, Math.min(40, ownMean - 5)),
          }
    const kind = random()
    return {
      id: `MAG-${String(index + 1).padStart(6, '0')}`,
      unit: 'pcs',
      whole: true,
      family: perWeek < 4 ? 'negbin' : random() < 0.1 ? 'normal' : 'gamma',
      controls: oneOf([['HREE'], ['HREE'], ['HREE'], ['HO'], ['HREE', 'HO'], ['PART'], []]),
      route: oneOf([...Array.from({ length: 8 }, () => 'individual' as const), 'general' as const, 'exempt' as const]),
      demand: { kind: 'stated', per: 'week', mean: perWeek, sd: Math.round(perWeek * oneOf([0.15, 0.25, 0.4, 0.6, 1, 1.6]) * 1e4) / 1e4 },
      lead,
      target:
        kind < 0.7
          ? { kind: 'cycle', alpha: oneOf([0.9, 0.95, 0.98, 0.99]) }
          : kind < 0.9
            ? { kind: 'fill', beta: oneOf([0.95, 0.98, 0.99]) }
            : {
                kind: 'cost',
                unitCost: Math.round(10 ** between(0, 2.5) * 100) / 100,
                holdingRate: 0.2,
                latePerUnitDay: Math.round(10 ** between(-1, 1.5) * 1000) / 1000,
              },
      moq: oneOf([0, 0, Math.round(perWeek * 2), Math.round(perWeek * 8)]),
      lot: oneOf([null, 1, 10]),
      erpSafetyStock: Math.round(perWeek * between(0, 6)),
      stock: { onHand: Math.round(perWeek * between(0, 25)), allocated: 0 },
    }
  })
  return { plan: planOfBench, parts }
}

const planOfBench: CasePlan = {
  date: '2026-11-23',
  horizonWeeks: 52,
  reviewDays: 7,
  defaultCv: 0.25,
  attitude: 'weighted',
  statusQuo: 'pause kept',
  applicationLag: { after: 'ready', days: 0 },
  generalLicence: { wait: { kind: 'uniform', min: 3, max: 10 } },
  controls: [
    { id: 'HREE', phases: [{ from: '2025-04-04', to: null, state: 'licence', wait: { kind: 'gamma', mean: 45, sd: 15 }, refusal: 0.08 }] },
    { id: 'HO', phases: [{ from: '2027-03-01', to: null, state: 'licence', wait: { kind: 'triangular', min: 20, mode: 45, max: 75 }, refusal: 0.1 }] },
    { id: 'PART', phases: [{ from: '2026-12-01', to: null, state: 'licence', wait: { kind: 'uniform', min: 10, max: 40 }, refusal: 0 }] },
  ],
  scenarios: [
    { name: 'pause kept', weight: 0.6 },
    {
      name: 'rules return',
      weight: 0.3,
      controls: {
        HREE: [{ from: '2027-02-01', to: null, state: 'licence', wait: { kind: 'gamma', mean: 70, sd: 25 }, refusal: 0.15 }],
        HO: [{ from: '2026-12-15', to: null, state: 'licence', wait: { kind: 'gamma', mean: 55, sd: 20 }, refusal: 0.15 }],
      },
    },
    {
      name: 'halt',
      weight: 0.1,
      controls: {
        HREE: [{ from: '2027-02-01', to: '2027-06-01', state: 'halt' }],
        HO: [{ from: '2027-02-01', to: '2027-06-01', state: 'halt' }],
      },
    },
  ],
}

/** Mulberry32: small, and good enough to spread a benchmark's parts. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
