import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldWords } from '../../shared/plan/field-words'
import type { PlanPath } from '../../shared/plan/plan-problem'
import { samplePlan } from '../../shared/sample/sample-plan'

function pathsOf(value: unknown, path: PlanPath): readonly PlanPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))]
}

const fixture: unknown = JSON.parse(readFileSync(new URL('../fixtures/plans/plan-v2.json', import.meta.url), 'utf8'))

describe('fieldWords', () => {
  it('has words for every field of the sample plan and of the plan fixture', () => {
    const paths = [...pathsOf(samplePlan(), []), ...pathsOf(fixture, [])]
    expect([...new Set(paths.filter((path) => fieldWords(path) === null).map((path) => path.join('.')))]).toEqual([])
    expect(paths.length).toBeGreaterThan(3000)
  })

  it('tells fields of one name apart by what they belong to', () => {
    expect(fieldWords(['parts', 0, 'leadTime', 'meanDays'])).toBe('the mean lead time in days')
    expect(fieldWords(['parts', 0, 'leadTime', 'legs', 2, 'meanDays'])).toBe('its mean in days')
    expect(fieldWords(['settings', 'cycleServiceLevelBySector', 'wind'])).toBe('the cycle service level of the sector wind')
  })

  it('has none for a field that is not ours', () => {
    expect(fieldWords(['parts', 0, 'bin'])).toBeNull()
  })
})
