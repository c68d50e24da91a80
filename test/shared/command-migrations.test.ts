import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandMigrations, migratedPlanCommand, migratedPlanStep } from '../../shared/plan/command-migrations'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMigrations } from '../../shared/plan/plan-migrations'
import { samplePlan } from '../../shared/sample/sample-plan'

const old = JSON.parse(readFileSync(new URL('../fixtures/plans/plan-v1.json', import.meta.url), 'utf8')) as PlanDocument
const added = { kind: 'add-parts', items: old.parts, places: null }
const replaced = { kind: 'replace-sections', sections: { parts: old.parts, settings: old.settings } }

describe('migratedPlanCommand', () => {
  it.each([['added parts', added], ['replaced sections', replaced], ['several at once', { kind: 'several', label: 'x', commands: [added, { kind: 'set-title', title: 'x' }] }]])('makes %s of version 1 fit today’s plan', (_, command) => {
    expect(planAfterCommand(samplePlan(), command as PlanCommand).ok).toBe(false)
    const migrated = migratedPlanCommand(command, 1) as PlanCommand
    const result = planAfterCommand(samplePlan(), migrated)
    if (!result.ok) throw new Error(result.problem.sentence)
    expect(result.value.plan.parts.filter((part) => old.parts.some((each) => each.id === part.id)).map((part) => part.overrides)).toEqual(old.parts.map(() => []))
  })

  it('leaves alone what is of this version, what a part has, and what it does not understand', () => {
    const part = { id: 'p-bcdfgh', overrides: [{ field: 'safetyStock' }] }
    expect(migratedPlanCommand({ kind: 'add-parts', items: [part], places: null }, 1)).toEqual({ kind: 'add-parts', items: [part], places: null })
    expect(migratedPlanCommand(added, 2)).toBe(added)
    expect(migratedPlanCommand({ kind: 'add-parts', items: 'all' }, 1)).toEqual({ kind: 'add-parts', items: 'all' })
    expect(migratedPlanCommand(7, 1)).toBe(7)
    expect(migratedPlanStep({ kind: 'redo' }, 1)).toEqual({ kind: 'redo' })
  })

  it('has a step for every step of the plan', () => {
    expect(commandMigrations).toHaveLength(planMigrations.length)
  })
})
