import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseResult } from './reference/case-results'
import { disagreements } from './reference/compare-expected'
import type { ReferenceCase } from './reference/reference-case'

function casesOf(file: string): readonly ReferenceCase[] {
  const text = readFileSync(new URL(`reference/${file}`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly cases: readonly ReferenceCase[] }).cases
}

describe.each([
  ['the 48 cases of an independent implementation', 'model-cases.json', 48],
  ['the 62 cases of our own literal evaluation', 'more-cases.json', 62],
])('the engine on %s', (_, file, count) => {
  const cases = casesOf(file)

  it('finds them all', () => {
    expect(cases).toHaveLength(count)
  })

  it.each(cases.map((one) => [`${one.id}: ${one.title}`, one] as const))('agrees on %s', (_title, one) => {
    expect(disagreements(one.expected, caseResult(one), one)).toEqual([])
    // The largest case takes a second of a quiet processor, and machines are not always quiet.
  }, 60_000)
})

describe('disagreements', () => {
  const one = casesOf('model-cases.json').find(({ expected }) => typeof expected['reorderPoint'] === 'number')

  it('would tell a reorder point that is a hundred-thousandth too high', () => {
    if (one === undefined) throw new Error('no case with a reorder point')
    const changed = { ...one.expected, reorderPoint: Number(one.expected['reorderPoint']) * (1 + 1e-5) }
    expect(disagreements(changed, caseResult(one), one)).toHaveLength(1)
  })
})
