import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../electron/storage/part-slices'
import { openedDatabase } from '../../electron/storage/sqlite'
import type { PlanLibrary } from '../../electron/storage/plan-library'
import type { Part } from '../../shared/plan/part-schema'
import { largePlan } from '../fixtures/large-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const plan = largePlan(2000)

function storedPlan(): { readonly library: PlanLibrary; readonly id: string } {
  const { library } = openedLibrary({ folder: temporaryFolder() })
  return { library, id: valueOf(library.createPlan({ title: plan.title, plan })).id }
}

function allSlices(library: PlanLibrary, id: string): readonly (readonly Part[])[] {
  const { seq, sliceCount } = valueOf(library.takeUpPlan(id))
  return Array.from({ length: sliceCount }, (_, slice) => valueOf(library.planParts(id, { seq, slice })))
}

describe('slicesOf', () => {
  it('has every part once, in order, some hundred in a slice', () => {
    for (const count of [0, 1, 400, 2000]) {
      const slices = slicesOf(plan.parts.slice(0, count))
      const each = Array.from({ length: slices.count }, (_, index) => slices.slice(index))
      expect(each.flat()).toEqual(plan.parts.slice(0, count))
      expect(Math.max(...each.map(({ length }) => length))).toBeLessThan(1000)
    }
    expect(slicesOf(plan.parts).count).toBeGreaterThan(3)
  })
})

describe('a plan taken up slice by slice', () => {
  it('is the plan, asked in any order, and takes steps before all of it was asked for', () => {
    const { library, id } = storedPlan()
    const { plan: head, seq, sliceCount } = valueOf(library.takeUpPlan(id))
    expect({ ...head, parts: [] }).toEqual({ ...plan, parts: [] })
    const last = valueOf(library.planParts(id, { seq, slice: sliceCount - 1 }))
    expect(last).toEqual(plan.parts.slice(-last.length))
    const changed = { kind: 'change-parts', changes: [{ id: plan.parts[3]?.id ?? '', fields: { onHand: 4321 } }] } as const
    valueOf(library.apply(id, { kind: 'do', command: changed }, seq))
    expect(valueOf(library.planParts(id, { seq: seq + 1, slice: 0 }))[3]?.onHand).toBe(4321)
    valueOf(library.closePlan(id))
    expect(valueOf(library.openPlan(id)).plan.parts).toEqual(plan.parts.map((part, index) => (index === 3 ? { ...part, onHand: 4321 } : part)))
  })

  it('has the same slices as it was stored, after a step, and after it was stored again', () => {
    const { library, id } = storedPlan()
    const sizes = (): readonly number[] => allSlices(library, id).map(({ length }) => length)
    const before = sizes()
    expect(before.length).toBeGreaterThan(3)
    valueOf(library.apply(id, titled('Another title')))
    expect(sizes()).toEqual(before)
    valueOf(library.closePlan(id))
    expect(sizes()).toEqual(before)
  })

  it('refuses to go on once the plan has taken a step, or where there is no such slice', () => {
    const { library, id } = storedPlan()
    const { seq, sliceCount } = valueOf(library.takeUpPlan(id))
    expect(library.planParts(id, { seq, slice: sliceCount })).toMatchObject({ ok: false, problem: { kind: 'slice-missing' } })
    valueOf(library.apply(id, titled('Another title')))
    expect(library.planParts(id, { seq, slice: 0 })).toMatchObject({ ok: false, problem: { kind: 'out-of-step', expected: 0, actual: 1 } })
    expect(valueOf(library.planParts(id, { seq: seq + 1, slice: 0 }))[0]).toEqual(plan.parts[0])
  })

  it('is closed unread as it was, with nothing written', () => {
    const { library, id } = storedPlan()
    valueOf(library.takeUpPlan(id))
    valueOf(library.closePlan(id))
    const count = valueOf(library.revisions(id)).length
    valueOf(library.takeUpPlan(id))
    valueOf(library.closePlan(id))
    expect(valueOf(library.revisions(id)).length).toBe(count)
    expect(valueOf(library.openPlan(id)).plan.parts).toEqual(plan.parts)
  })

  it('says that it is damaged at the slice that cannot be read, and comes back from an earlier version', () => {
    const { library, id } = storedPlan()
    valueOf(library.openPlan(id))
    const { id: revisionId } = valueOf(library.nameRevision(id, 'Good'))
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: [{ id: plan.parts[1500]?.id ?? '', fields: { onHand: 1 } }] } }))
    valueOf(library.closePlan(id))
    const bare = openedDatabase(library.path)
    bare.run("UPDATE blob SET body = zeroblob(length(body)) WHERE hash IN (SELECT hash FROM draft_section WHERE plan_id = ?1 AND name LIKE 'parts/%') AND hash NOT IN (SELECT hash FROM revision_section WHERE revision_id = ?2)", id, revisionId)
    bare.close()
    const { seq, sliceCount } = valueOf(library.takeUpPlan(id))
    const answers = Array.from({ length: sliceCount }, (_, slice) => (library.takeUpPlan(id), library.planParts(id, { seq, slice })))
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ problem: { kind: 'plan-damaged', sentence: 'This plan is damaged: some of its parts cannot be read. Restore an earlier version of it, or a backup of the library.' } }])
    expect(valueOf(library.restoreRevision(id, revisionId)).plan.parts).toEqual(plan.parts)
  })
})
