import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { libraryMigrations, migrateLibrary } from '../../electron/storage/migrations'
import { planListings, revisionListings } from '../../electron/storage/plan-store'
import { openedPlan } from '../../electron/storage/open-plan'
import { revisionPlan } from '../../electron/storage/plan-revisions'
import { salvaged, type Salvage } from '../../electron/storage/salvage'
import { openedDatabase, openedForReading, type Database } from '../../electron/storage/sqlite'
import type { PlanLibrary } from '../../electron/storage/plan-library'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { largePlan } from '../fixtures/large-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const large = largePlan(500)
const stock = (index: number, onHand: number) => ({ kind: 'do', command: { kind: 'change-parts', changes: [{ id: large.parts[index]?.id ?? '', fields: { onHand } }] } }) as const

function filled(): { readonly library: PlanLibrary; readonly id: string } {
  const { library } = openedLibrary({ folder: temporaryFolder() })
  const { id } = valueOf(library.createPlan({ title: large.title, plan: large }))
  valueOf(library.openPlan(id))
  return { library, id }
}

/** Wipes the stored bytes of a section or block of the draft. */
function wipe(library: PlanLibrary, id: string, name: string): void {
  const bare = openedDatabase(library.path)
  bare.run('UPDATE blob SET body = zeroblob(length(body)) WHERE hash = (SELECT hash FROM draft_section WHERE plan_id = ? AND name LIKE ?)', id, name)
  bare.close()
}

/** What is saved from a library's file, and the plan as it is then. */
function salvage(path: string): Salvage & { readonly fresh: Database; readonly planOf: (id: string) => PlanDocument } {
  const fresh = openedDatabase(join(temporaryFolder(), 'fresh.db'))
  const damaged = openedForReading(path)
  onTestFinished(() => fresh.close())
  migrateLibrary(fresh, libraryMigrations)
  try {
    return { ...salvaged(damaged, fresh, 1), fresh, planOf: (id) => openedPlan(fresh, id, { now: () => 2, stepsPerCheckpoint: 10 }).state().plan }
  } finally {
    damaged.close()
  }
}

describe('salvaged', () => {
  it('keeps the parts of all blocks but a lost one, in order, and counts those that are gone', () => {
    const { library, id } = filled()
    wipe(library, id, 'parts/00002/%')
    const { plans, lost, planOf, fresh } = salvage(library.path)
    const { parts } = planOf(id)
    expect(lost).toEqual([])
    expect(plans).toEqual([{ planId: id, name: large.title, state: 'latest', loss: { partCount: 500 - parts.length, ofParts: 500, sections: [] }, revisionCount: 0 }])
    expect(parts.length).toBeGreaterThan(400)
    expect(parts.length).toBeLessThan(500)
    const kept = new Set(parts.map((part) => part.id))
    expect(parts).toEqual(large.parts.filter((part) => kept.has(part.id)))
    expect(planListings(fresh)).toMatchObject([{ id, partCount: parts.length }])
  })

  it('takes the steps of the journal, undoing what was done before the last checkpoint', () => {
    const { library, id } = filled()
    valueOf(library.apply(id, stock(0, 11)))
    valueOf(library.apply(id, stock(1, 22)))
    valueOf(library.checkpoint(id))
    valueOf(library.apply(id, { kind: 'undo' }))
    const { plans, planOf } = salvage(library.path)
    expect(plans).toMatchObject([{ state: 'latest', loss: null }])
    expect(planOf(id).parts.slice(0, 2).map(({ onHand }) => onHand)).toEqual([11, large.parts[1]?.onHand])
  })

  it('undoes the same on a plan that has lost parts, and stops at the first step that needs one of them', () => {
    const { library, id } = filled()
    valueOf(library.apply(id, stock(0, 11)))
    valueOf(library.apply(id, stock(1, 22)))
    valueOf(library.checkpoint(id))
    valueOf(library.apply(id, { kind: 'undo' }))
    wipe(library, id, 'parts/00003/%')
    const first = salvage(library.path)
    expect(first.plans).toMatchObject([{ state: 'latest', loss: { partCount: null, ofParts: null } }])
    expect(first.planOf(id).parts.slice(0, 2).map(({ onHand }) => onHand)).toEqual([11, large.parts[1]?.onHand])
    const kept = new Set(first.planOf(id).parts.map((part) => part.id))
    const lostIndex = large.parts.findIndex((part) => !kept.has(part.id))
    valueOf(library.apply(id, stock(0, 33)))
    valueOf(library.apply(id, stock(lostIndex, 44)))
    valueOf(library.apply(id, stock(0, 55)))
    const second = salvage(library.path)
    expect(second.plans).toMatchObject([{ state: 'checkpoint' }])
    expect(second.planOf(id).parts[0]?.onHand).toBe(33)
  })

  it.each(['timeline', 'scenarios', 'assemblies', 'settings'] as const)('has the defaults in the place of lost %s, and says so', (section) => {
    const { library, id } = filled()
    wipe(library, id, section)
    const { plans, planOf } = salvage(library.path)
    expect(plans).toMatchObject([{ name: large.title, loss: { partCount: 0, ofParts: 500, sections: [section] } }])
    expect(planOf(id).parts).toEqual(large.parts)
  })

  it('plans for a scenario that is there when its own are lost', () => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    const scenarios = large.scenarios.map((scenario, index) => (index === 0 ? { ...scenario, id: 'mine' } : scenario))
    const { id } = valueOf(library.createPlan({ title: large.title, plan: { ...large, scenarios, settings: { ...large.settings, statusQuoScenarioId: 'mine' } } }))
    wipe(library, id, 'scenarios')
    const plan = salvage(library.path).planOf(id)
    expect(plan.scenarios.map((scenario) => scenario.id)).toContain(plan.settings.statusQuoScenarioId)
  })

  it('keeps named versions that have lost something, by a name that says so, and lets automatic ones go', () => {
    const { library, id } = filled()
    valueOf(library.nameRevision(id, 'Agreed'))
    valueOf(library.apply(id, titled('Later')))
    valueOf(library.closePlan(id))
    wipe(library, id, 'parts/00002/%')
    const { plans, fresh } = salvage(library.path)
    expect(plans).toMatchObject([{ name: 'Later', revisionCount: 1 }])
    const [revision, ...others] = revisionListings(fresh, id)
    expect(others).toEqual([])
    expect(revision).toMatchObject({ label: 'Agreed (some of it was lost)', kind: 'manual' })
    expect(revisionPlan(fresh, { planId: id, revisionId: revision?.id ?? 0 }).parts.length).toBeGreaterThan(400)
  })

  it('prefers an earlier version that is whole where no part of the draft can be read', () => {
    const { library, id } = filled()
    valueOf(library.nameRevision(id, 'Agreed'))
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: large.parts.map((part) => ({ id: part.id, fields: { onHand: 1 } })) } }))
    valueOf(library.checkpoint(id))
    wipe(library, id, 'settings')
    const bare = openedDatabase(library.path)
    bare.run("UPDATE blob SET body = zeroblob(length(body)) WHERE hash IN (SELECT hash FROM draft_section WHERE plan_id = ? AND name LIKE 'parts/%')", id)
    bare.close()
    const { plans, planOf } = salvage(library.path)
    // The settings are the same in both, and lost.
    expect(plans).toMatchObject([{ state: 'revision', loss: { partCount: 0, sections: ['settings'] } }])
    expect(planOf(id).parts).toEqual(large.parts)
  })

  it('finds the sections by their index where their own table is destroyed', () => {
    const { library, id } = filled()
    valueOf(library.closePlan(id))
    const bare = openedForReading(library.path)
    const root = bare.row<{ readonly rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'draft_section'")?.rootpage ?? 0
    bare.close()
    valueOf(library.close())
    const copy = join(temporaryFolder(), 'planner.db')
    copyFileSync(library.path, copy)
    const file = openSync(copy, 'r+')
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, (root - 1) * 4096)
    closeSync(file)
    const { plans, planOf } = salvage(copy)
    expect(plans).toMatchObject([{ state: 'latest', loss: null }])
    expect(planOf(id).parts).toEqual(large.parts)
  })
})
