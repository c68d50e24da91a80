import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/plan/default-settings'
import { isWholeUnit } from '../../shared/plan/part-unit'
import { newId } from '../../shared/plan/new-id'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import { partSchema } from '../../shared/plan/part-schema'
import { sectors } from '../../shared/plan/settings-schema'
import { defaultTarget } from '../../shared/plan/sector-defaults'
import { planProblems, validatedPlan } from '../../shared/plan/validate-plan'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'

describe('newId', () => {
  it('draws six consonants, from the first to the last', () => {
    const units = [0, 0.05, 0.5, 0.94, 0.95, 0.999999]
    expect(newId({ prefix: 'pl', randomUnit: () => units.shift() ?? 0 })).toBe('pl-bcnxzz')
  })

  it('makes ids that the schema takes', () => {
    let unit = 0
    const id = newId({ prefix: 'p', randomUnit: () => (unit = (unit + 0.618) % 1) })
    expect(partSchema.shape.id.safeParse(id).success).toBe(true)
  })

  it('draws again while an id is taken', () => {
    let draws = 0
    const randomUnit = () => Math.floor(draws++ / 6) / 20
    expect(newId({ prefix: 'o', randomUnit, isTaken: (id) => id === 'o-bbbbbb' || id === 'o-cccccc' })).toBe('o-dddddd')
  })

  it.each([1, -0.1, NaN])('names randomUnit when it gives %s', (unit) => {
    expect(() => newId({ prefix: 'p', randomUnit: () => unit })).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'randomUnit', value: unit }))
  })

  it('names randomUnit when it gives nothing but taken ids', () => {
    expect(() => newId({ prefix: 'p', randomUnit: () => 0.5, isTaken: () => true })).toThrow(expect.objectContaining({ argument: 'randomUnit' }))
  })
})

describe('newPlan', () => {
  it('is valid without parts and without a single problem', () => {
    const plan = newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios: builtInScenarios })
    expect(planProblems(plan)).toEqual([])
    expect(validatedPlan(plan).ok).toBe(true)
  })

  it('takes the first scenario as status quo where the default one is not there', () => {
    const scenarios = builtInScenarios.filter((scenario) => scenario.id !== 'pause-extended')
    expect(newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios }).settings.statusQuoScenarioId).toBe('pause-lapsed')
  })

  it('names scenarios when there is none', () => {
    expect(() => newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios: [] })).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'scenarios' }))
  })
})

describe('newPart', () => {
  it('is valid, counted in whole pieces, and asks only for its lead time', () => {
    const plan = newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios: builtInScenarios })
    const part = newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' })
    expect(planProblems({ ...plan, parts: [part] }).map((problem) => [problem.kind, problem.severity])).toEqual([['no-lead-time', 'warning']])
    expect(isWholeUnit(part.unit)).toBe(true)
    expect(part).toMatchObject({ originCountry: null, materialFamily: 'unknown', licenceRoute: 'individual' })
  })
})

describe('defaultTarget', () => {
  it.each([
    ['electric-vehicles', 'high (A-RI-01)'], ['wind', 'high (A-RI-02)'], ['electronics', 'medium-high (A-RI-03)'], ['defence', 'critical (A-RI-04)'],
  ] as const)('cites the article’s rank of %s: %s', (sector, rank) => {
    expect(defaultTarget({ sector, isCritical: false }, defaultSettings).basis).toContain(`The article ranks its risk as ${rank}`)
  })

  it('says in a sentence what level and why', () => {
    expect(defaultTarget({ sector: 'wind', isCritical: false }, defaultSettings)).toEqual({
      target: { kind: 'cycle-service-level', cycleServiceLevel: 0.97 },
      basis: '97 % cycle service level, the level for wind energy. The article ranks its risk as high (A-RI-02); the number is our assumption.',
    })
  })

  it('says that the article does not rank medical, industrial and other uses', () => {
    for (const sector of ['medical', 'industrial', 'other'] as const) {
      expect(defaultTarget({ sector, isCritical: false }, defaultSettings).basis).toContain('The article does not rank this sector; the number is our assumption')
    }
  })

  it('gives a critical part the higher of its sector’s level and that of critical parts', () => {
    for (const [isCritical, criticalCycleServiceLevel, cycleServiceLevel] of [[true, 0.99, 0.99], [true, 0.9, 0.97], [false, 0.99, 0.97]] as const) {
      const settings = { ...defaultSettings, criticalCycleServiceLevel }
      expect(defaultTarget({ sector: 'wind', isCritical }, settings).target).toEqual({ kind: 'cycle-service-level', cycleServiceLevel })
    }
  })

  it('does not pass the user’s number off as ours', () => {
    const settings = { ...defaultSettings, cycleServiceLevelBySector: { ...defaultSettings.cycleServiceLevelBySector, wind: 0.93 } }
    expect(defaultTarget({ sector: 'wind', isCritical: false }, settings).basis).toContain('the number is from the settings of this plan')
  })

  it('ranks levels as the article ranks risks: Critical above High above Medium-High', () => {
    const { cycleServiceLevelBySector: level } = defaultSettings
    expect(level.defence).toBeGreaterThan(level['electric-vehicles'])
    expect(level['electric-vehicles']).toBe(level.wind)
    expect(level.wind).toBeGreaterThan(level.electronics)
    expect(Object.keys(level).toSorted()).toEqual([...sectors].toSorted())
  })
})
