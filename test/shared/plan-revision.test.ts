import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planArbitrary } from '../fixtures/plan-arbitrary'
import { planRevision } from '../../shared/csv/plan-revision'
import { jsonKey, type JsonValue } from '../../shared/plan/plan-rows'
import { canonicalPlan } from '../../shared/csv/plan-file-rows'
import { samplePlan } from '../../shared/sample/sample-plan'

const json = (plan: unknown): string => jsonKey(plan as JsonValue)

describe('planRevision', () => {
  it('is the same for equal content and another for other content', () => {
    fc.assert(
      fc.property(planArbitrary, planArbitrary, (a, b) => {
        expect(planRevision(a)).toBe(planRevision(structuredClone({ ...a, parts: a.parts.toReversed() })))
        expect(planRevision(a) === planRevision({ ...b, id: a.id })).toBe(json(canonicalPlan(a)) === json(canonicalPlan({ ...b, id: a.id })))
      }),
      { numRuns: 60 },
    )
  })

  it('changes with a title, a value or a part less, and has a form that no spreadsheet converts', () => {
    const plan = samplePlan()
    const [first] = plan.parts
    const others = [{ ...plan, title: 'x' }, { ...plan, parts: plan.parts.slice(1) }, { ...plan, parts: plan.parts.map((part) => (part === first ? { ...part, note: 'x' } : part)) }]
    expect(new Set([plan, ...others].map(planRevision)).size).toBe(4)
    expect(planRevision(plan)).toMatch(/^rv-[bcdfghjklmnpqrstvwxz]{16}$/u)
  })
})
