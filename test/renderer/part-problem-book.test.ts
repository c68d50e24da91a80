import { describe, expect, it } from 'vitest'
import { partProblemBook } from '../../renderer/parts/part-problem-book'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planProblems } from '../../shared/plan/validate-plan'
import { civilDate } from '../../shared/calendar/civil-date'
import { samplePlan } from '../../shared/sample/sample-plan'
import { largePlan } from '../fixtures/large-plan'

const today = '2026-11-23'
const kindsIn = (plan: PlanDocument) => planProblems(plan, { today: civilDate(today) }).filter(({ path }) => path[0] === 'parts').map(({ kind, path }) => `${path[1]} ${kind}`).toSorted()
const kindsOf = (plan: PlanDocument, problemsOf: (part: Part) => readonly { readonly kind: string }[]) =>
  plan.parts.flatMap((part, index) => problemsOf(part).map(({ kind }) => `${index} ${kind}`)).toSorted()

/** The sample with some things wrong. */
function spoiltPlan(): PlanDocument {
  const plan = samplePlan()
  const [first, second, third, ...others] = plan.parts as [Part, Part, Part, ...Part[]]
  const parts = [
    { ...first, allocated: first.onHand + 1 },
    { ...second, leadTime: { kind: 'total' as const, meanDays: 10, sdDays: 0, transitDays: 20 } },
    { ...third, partNumber: first.partNumber, plant: first.plant },
    ...others,
  ]
  return { ...plan, parts }
}

describe('partProblemBook', () => {
  it('finds what the check of the whole plan finds', () => {
    const plan = spoiltPlan()
    const book = partProblemBook()
    expect(book.setPlan(plan, today)).toBe(0)
    expect(kindsIn(plan).length).toBeGreaterThanOrEqual(3)
    expect(kindsOf(plan, book.problemsOf)).toEqual(kindsIn(plan))
  })

  it('hands out the same list while nothing has changed, also where a number stands twice', () => {
    const plan = spoiltPlan()
    const book = partProblemBook()
    book.setPlan(plan, today)
    const before = plan.parts.map(book.problemsOf)
    book.setPlan({ ...plan, title: 'Another' }, today)
    expect(plan.parts.map(book.problemsOf).every((list, index) => list === before[index])).toBe(true)
  })

  it('follows a change of one part and of the settings', () => {
    const plan = spoiltPlan()
    const book = partProblemBook()
    book.setPlan(plan, today)
    const mended = { ...plan, parts: plan.parts.map((part, index) => (index === 0 ? { ...part, allocated: 0 } : part)) }
    book.setPlan(mended, today)
    expect(kindsOf(mended, book.problemsOf)).toEqual(kindsIn(mended))
    const strict = { ...mended, settings: { ...mended.settings, usageWindowMonths: 1 } }
    book.setPlan(strict, today)
    expect(kindsOf(strict, book.problemsOf)).toEqual(kindsIn(strict))
  })

  it('checks many parts bit by bit, and ends with the same findings', () => {
    const large = largePlan(700)
    const plan = { ...large, parts: large.parts.map((part, index) => (index % 7 === 0 ? { ...part, allocated: part.onHand + 1 } : part)) }
    const book = partProblemBook()
    expect(book.setPlan(plan, today)).toBe(700)
    let looks = 0
    expect(book.checkMore(() => looks++ >= 100)).toBe(600)
    expect(book.checkMore(() => false)).toBe(0)
    expect(kindsOf(plan, book.problemsOf)).toEqual(kindsIn(plan))
  })
})
