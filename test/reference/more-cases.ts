/**
 * Writes `more-cases.json`: the cases of `more-cases-list.ts` with the results of the literal evaluation.
 *
 *     node --import ./test/run-ts.js test/reference/more-cases.ts
 */
import { writeFileSync } from 'node:fs'
import { literalEvaluation, readingOf } from './literal-model'
import { recommendationOn } from './literal-recommendation'
import { moreCases } from './more-cases-list'
import type { CaseLead, CasePart, CaseValue, Expected, UnsolvedCase } from './reference-case'

/** A nudge far below the accuracy asked for: what changes under it stands on a step. */
const nudge = 1 + 1e-8

function nudgedDemand(part: CasePart): CasePart {
  const { demand } = part
  if (demand.kind === 'stated') return { ...part, demand: { ...demand, mean: demand.mean * nudge } }
  if (demand.kind === 'build') return { ...part, demand: { ...demand, uses: demand.uses.map((use) => ({ ...use, pieces: use.pieces * nudge })) } }
  return { ...part, demand: { ...demand, periods: demand.periods.map((one) => ({ ...one, quantity: one.quantity * nudge })) } }
}

function nudgedLead(part: CasePart): CasePart {
  const { lead } = part
  const changed: CaseLead = lead.legs === undefined
    ? { ...lead, mean: (lead.mean ?? 0) * nudge }
    : { legs: lead.legs.map((leg) => ({ ...leg, mean: leg.mean * nudge })) }
  return { ...part, lead: changed }
}

/** What jumps: rounded quantities, dates, quantiles. */
function stepsOf(expected: Expected, kind: 'rounding' | 'quantile'): string {
  const kept: CaseValue[] = []
  const walk = (path: string, value: CaseValue): void => {
    const isQuantity = /^rounded\.|^orderNow|quantity$|\.order$|^buildUp\.date/.test(path)
    const isQuantile = /quantiles|\.p[59]0$|\.orderBy$/.test(path)
    if (kind === 'rounding' ? isQuantity : isQuantile) kept.push(path, typeof value === 'number' ? Number(value.toPrecision(12)) : value)
    if (typeof value === 'object' && value !== null) for (const [field, one] of Object.entries(value)) walk(path === '' ? field : `${path}.${field}`, one)
  }
  walk('', expected)
  return JSON.stringify(kept)
}

/** Plateaus and ties, as `_flat` tells them. */
function flatness(case_: UnsolvedCase, expected: Expected): Expected {
  if ('error' in expected) return {}
  const reading = readingOf(case_.plan, case_.part)
  const bare = { ...reading, scenarios: reading.scenarios.map((scenario) => ({ ...scenario, controls: [] })) }
  const flat: Record<string, CaseValue> = {}
  for (const [name, one] of [['reorderPoint', reading], ['blind', bare]] as const) {
    const low = recommendationOn(one, reading.today, -2e-9).reorderPointBeforeCap
    const high = recommendationOn(one, reading.today, 2e-9).reorderPointBeforeCap
    if (high - low > 5e-7 * high) flat[name] = [low, high]
  }
  const nudged = [nudgedDemand(case_.part), nudgedLead(case_.part)].map((part) => literalEvaluation({ ...case_, part }))
  for (const kind of ['rounding', 'quantile'] as const) {
    if (nudged.some((one) => stepsOf(one, kind) !== stepsOf(expected, kind))) flat[`${kind}Tie`] = true
  }
  return Object.keys(flat).length === 0 ? {} : { _flat: flat }
}

const lines = moreCases().map((case_) => {
  const started = performance.now()
  const expected = literalEvaluation(case_)
  const evaluated = Math.round(performance.now() - started)
  const flat = flatness(case_, expected)
  console.log(case_.id, evaluated, 'ms', case_.title, expected['reorderPoint'] ?? expected['error'], JSON.stringify(flat))
  return JSON.stringify({ ...case_, expected: { ...expected, ...flat } })
})
const note = 'Expected values come from the literal evaluation in test/reference/literal-model.ts. Format: shared/reference/README.md of the project.'
const text = `{"format":"magnet safety-stock model cases 1","note":${JSON.stringify(note)},"cases":[\n${lines.join(',\n')}\n]}\n`
writeFileSync(new URL('more-cases.json', import.meta.url), text)
console.log(lines.length, 'cases,', text.length, 'bytes')
