import { describe, expect, it } from 'vitest'
import {
  articleContradictions,
  articleWarning,
  contradictionsOf,
  contradictionWarning,
} from '../../shared/policy-timeline/article-contradictions'
import { articleFact, articleFacts } from '../../shared/policy-timeline/article-facts'
import { customsTotalVolumes } from '../../shared/policy-timeline/customs-volumes'

function figure(factId: string, name: string): number {
  const value = articleFact(factId)?.values.find((candidate) => candidate.name === name)
  if (value?.kind !== 'number') throw new Error(`${factId} has no number ${name}`)
  return value.value
}
const published = (factId: string) => figure(factId, 'rare earth exports')
const customs = (month: string) => customsTotalVolumes.find((volume) => volume.fromMonth === month)?.tonnes ?? 0
const finding = (id: string) => articleContradictions.find((one) => one.id === id)?.finding ?? ''

describe('articleContradictions', () => {
  it('numbers eighteen, each touching facts that exist', () => {
    expect(articleContradictions.map((one) => one.id)).toEqual(
      Array.from({ length: 18 }, (_, index) => `X-${String(index + 1).padStart(2, '0')}`),
    )
    const missing = articleContradictions.flatMap((one) => one.factIds).filter((id) => articleFact(id) === null)
    expect(missing).toEqual([])
  })

  it('X-01: September is 37.5 % above August, and −8 % would need other volumes', () => {
    expect((published('A-VO-03') / published('A-VO-02') - 1) * 100).toBeCloseTo(37.5, 1)
    expect(published('A-VO-03') / 0.92).toBeCloseTo(4333.7, 1)
    expect(published('A-VO-02') * 0.92).toBeCloseTo(2668, 6)
    expect(finding('X-01')).toContain('+37.5 %')
  })

  it('X-03: 38,268.7 t are left for the first half, and July at −12 % contradicts them', () => {
    const table = ['A-VO-01', 'A-VO-02', 'A-VO-03', 'A-VO-04'].reduce((sum, id) => sum + published(id), 0)
    const firstHalf = figure('A-VO-06', 'YTD Jan-Oct') - table
    expect(table).toBeCloseTo(14430.5, 6)
    expect(firstHalf).toBeCloseTo(38268.7, 6)
    expect(firstHalf / 6).toBeCloseTo(6378, 0)
    expect(published('A-VO-01') / 0.88).toBeCloseTo(3636, 0)
    expect((firstHalf - published('A-VO-01') / 0.88) / 5).toBeCloseTo(6926, 0)
    expect(finding('X-03')).toContain('38,268.7 t')
  })

  it('X-04: customs figures add up to the ten-month total within 0.1 t', () => {
    const firstHalf = customs('2025-01') + customs('2025-04') + customs('2025-05') + customs('2025-06')
    const four = customs('2025-07') + customs('2025-08') + customs('2025-09') + customs('2025-10')
    expect(firstHalf).toBeCloseTo(32569.2, 6)
    expect(Math.abs(firstHalf + four - figure('A-VO-06', 'YTD Jan-Oct'))).toBeLessThanOrEqual(0.1 + 1e-6)
    expect((customs('2025-07') / customs('2025-06') - 1) * 100).toBeCloseTo(-22.6, 1)
    expect((customs('2025-09') / customs('2025-08') - 1) * 100).toBeCloseTo(-30.9, 1)
  })

  it('X-05: October is 9 % up on either September figure', () => {
    expect((published('A-VO-04') / published('A-VO-03') - 1) * 100).toBeCloseTo(8.94, 2)
    expect((published('A-VO-04') / customs('2025-09') - 1) * 100).toBeCloseTo(8.58, 2)
  })

  it('X-06: the first half grew by 11.9 %', () => {
    expect((32569.2 / 29095.2 - 1) * 100).toBeCloseTo(11.9, 1)
  })

  it('X-07: 600 kg in 3 MW is 200 kg/MW, and 100 GW would take 38 to 57 % of ten months of exports', () => {
    expect(figure('A-IN-04', 'magnet mass') / figure('A-IN-04', 'turbine rating')).toBe(200)
    const total = figure('A-VO-06', 'YTD Jan-Oct')
    expect(100_000 * 200 / 1000 / total * 100).toBeCloseTo(38, 0)
    expect(100_000 * 300 / 1000 / total * 100).toBeCloseTo(57, 0)
  })
})

describe('articleWarning', () => {
  it('travels with every fact that a contradiction touches and with no other', () => {
    const warned = articleFacts.filter((fact) => articleWarning(fact.id) !== null).map((fact) => fact.id)
    expect(warned).toEqual(articleFacts.filter((fact) => fact.contradictionIds.length > 0).map((fact) => fact.id))
  })

  it('says that the 2 to 4 weeks are short against everything found elsewhere', () => {
    expect(articleWarning('A-LT-01')).toMatch(/^X-15: .*45 working days.*2\.5–4 months/)
  })

  it('carries every contradiction of the fact', () => {
    expect(articleWarning('A-VO-03')).toMatch(/X-01: .*X-08: /)
  })
})

describe('contradictionsOf', () => {
  it('lists a contradiction once although several of its facts are asked for', () => {
    expect(contradictionsOf(['A-LT-01', 'A-LT-02']).map((one) => one.id)).toEqual(['X-15'])
  })
})

describe('contradictionWarning', () => {
  it('is null when nothing is wrong', () => {
    expect(contradictionWarning([])).toBeNull()
  })
})
