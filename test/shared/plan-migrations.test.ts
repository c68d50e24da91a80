import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planDocumentVersion, type PlanDocument } from '../../shared/plan/plan-document'
import { migratedPlanJson, parsePlanJson, planMigrations } from '../../shared/plan/plan-migrations'
import { samplePlan } from '../../shared/sample/sample-plan'
import { failed, succeeded } from '../../shared/result'

const fixturePlace = (version: number) => new URL(`../fixtures/plans/plan-v${version}.json`, import.meta.url)
const fixtureText = (version: number) => readFileSync(fixturePlace(version), 'utf8')
const fixture = (version: number) => JSON.parse(fixtureText(version)) as PlanDocument

function problemKind(text: string): string {
  const result = parsePlanJson(text)
  return result.ok ? 'opened' : result.problem.kind
}

function at(version: number) {
  return { format: 'lodestock-plan', version }
}

describe('parsePlanJson', () => {
  it('opens the plan of this version unchanged', () => {
    expect(parsePlanJson(fixtureText(2))).toEqual(succeeded(fixture(2)))
  })

  it('opens a plan of version 0 with a level for critical parts and empty contracts, and all else as it was', () => {
    const old = fixture(0)
    expect(old.settings).not.toHaveProperty('criticalCycleServiceLevel')
    expect(old.parts.some((part) => 'contract' in part)).toBe(false)
    const expected = {
      ...old,
      version: 2,
      settings: { ...old.settings, criticalCycleServiceLevel: 0.99, region: 'this-computer' },
      parts: old.parts.map((part) => ({ ...part, contract: null, overrides: [] })),
    }
    expect(parsePlanJson(fixtureText(0))).toEqual(succeeded(expected))
    expect(expected.parts[0]?.partNumber).toBe('000471')
  })

  it('opens a plan of version 1 without overrides and for the region of this computer, and all else as it was', () => {
    const old = fixture(1)
    expect(old.parts.some((part) => 'overrides' in part)).toBe(false)
    const expected = { ...old, version: 2, settings: { ...old.settings, region: 'this-computer' }, parts: old.parts.map((part) => ({ ...part, overrides: [] })) }
    expect(parsePlanJson(fixtureText(1))).toEqual(succeeded(expected))
    expect(expected.parts[0]?.contract).not.toBeNull()
  })

  it('reads back what JSON.stringify wrote, with a byte order mark before it or not', () => {
    const text = JSON.stringify(samplePlan())
    expect(parsePlanJson(text)).toEqual(succeeded(samplePlan()))
    expect(parsePlanJson(`\uFEFF${text}`)).toEqual(succeeded(samplePlan()))
  })

  it.each([
    ['an empty file', '  \n', 'not-json'],
    ['a table', 'part;usage\nMG-1;20', 'not-json'],
    ['half a plan', fixtureText(1).slice(0, 900), 'not-json'],
    ['a list', '[1, 2]', 'not-a-plan'],
    ['a number', '17', 'not-a-plan'],
    ['another program’s file', '{"format": "grocery-list", "version": 1}', 'not-a-plan'],
    ['a plan without a version', '{"format": "lodestock-plan"}', 'not-a-plan'],
    ['a plan with a version in words', '{"format": "lodestock-plan", "version": "one"}', 'not-a-plan'],
    ['a plan with half a version', '{"format": "lodestock-plan", "version": 0.5}', 'not-a-plan'],
    ['a plan of a version before the first', '{"format": "lodestock-plan", "version": -1}', 'too-old'],
    ['a plan with nothing in it', '{"format": "lodestock-plan", "version": 2}', 'invalid'],
    ['an old plan with nothing in it', '{"format": "lodestock-plan", "version": 0, "parts": [3], "settings": "none"}', 'invalid'],
  ])('refuses %s', (_, text, kind) => {
    expect(problemKind(text)).toBe(kind)
  })

  it('refuses a plan of a newer version by name, before looking at anything else in it', () => {
    const newer = JSON.stringify({ format: 'lodestock-plan', version: planDocumentVersion + 1, parts: 'other' })
    expect(parsePlanJson(newer)).toEqual(
      failed({
        kind: 'newer-version',
        version: 3,
        sentence: 'This plan was made with version 3 of the plan format, and this program reads version 2; update Lodestock to open it.',
      }),
    )
  })

  it('says that a file is cut off', () => {
    expect(parsePlanJson(fixtureText(1).slice(0, 900))).toMatchObject({ problem: { sentence: expect.stringContaining('cut off') } })
  })

  it('names every problem of an invalid plan', () => {
    const plan = fixture(2)
    const text = JSON.stringify({ ...plan, parts: plan.parts.map((part) => ({ ...part, onHand: -3 })) })
    const result = parsePlanJson(text)
    expect(result).toMatchObject({ ok: false, problem: { kind: 'invalid', sentence: 'The plan has 3 errors and cannot be opened until they are corrected.' } })
    expect(!result.ok && result.problem.kind === 'invalid' && result.problem.problems.map((problem) => problem.subject)).toEqual(['part 000471', 'part GEN-38', 'part FE-ARC'])
  })
})

describe('planMigrations', () => {
  it('leads to the version this program reads', () => {
    expect(planMigrations).toHaveLength(planDocumentVersion)
  })

  it('has a fixture for the version each one starts from, and for the current one', () => {
    const versions = [...planMigrations.keys(), planDocumentVersion]
    expect(versions.filter((version) => !existsSync(fixturePlace(version)))).toEqual([])
    expect(versions.map((version) => fixture(version).version)).toEqual(versions)
  })

  it('does not change what it is given', () => {
    const old = fixture(0)
    migratedPlanJson(old, { migrations: planMigrations, currentVersion: planDocumentVersion })
    expect(old).toEqual(fixture(0))
  })
})

describe('migratedPlanJson', () => {
  const migrations = [(plan: object) => ({ ...plan, trail: 'a' }), (plan: object) => ({ ...plan, trail: `${(plan as { trail?: string }).trail ?? ''}b` })]

  it('runs only the migrations that are still ahead, in order', () => {
    expect(migratedPlanJson(at(3), { migrations, currentVersion: 5 })).toEqual(succeeded({ ...at(5), trail: 'ab' }))
    expect(migratedPlanJson(at(4), { migrations, currentVersion: 5 })).toEqual(succeeded({ ...at(5), trail: 'b' }))
    expect(migratedPlanJson(at(5), { migrations, currentVersion: 5 })).toEqual(succeeded(at(5)))
  })

  it('refuses a version older than its first migration', () => {
    expect(migratedPlanJson(at(2), { migrations, currentVersion: 5 })).toMatchObject({ ok: false, problem: { kind: 'too-old', version: 2 } })
  })
})
