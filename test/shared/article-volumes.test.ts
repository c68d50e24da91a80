import { describe, expect, it } from 'vitest'
import { articleVolumes } from '../../shared/policy-timeline/article-volumes'
import { customsTotalVolumes, magnetExportVolumes } from '../../shared/policy-timeline/customs-volumes'

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

const magnetTonnes = (month: string) => magnetExportVolumes.find((volume) => volume.fromMonth === month)?.tonnes ?? 0
const magnetTonnesInYear = (year: string) =>
  sum(magnetExportVolumes.filter((volume) => volume.fromMonth.startsWith(year)).map((volume) => volume.tonnes))

describe('articleVolumes', () => {
  it('shows the table as published, with the stated and the recomputed change', () => {
    const table = articleVolumes.map((row) => [row.month, row.publishedTonnes, row.statedChange])
    expect(table).toEqual([['2025-07', 3200, -0.12], ['2025-08', 2900, -0.09], ['2025-09', 3987, -0.08], ['2025-10', 4343.5, 0.09]])
    expect(articleVolumes[0]?.recomputedChange).toBeNull()
    expect(articleVolumes[1]?.recomputedChange).toBeCloseTo(-0.09375, 9)
    expect(articleVolumes[2]?.recomputedChange).toBeCloseTo(0.3748, 4)
    expect(articleVolumes[3]?.recomputedChange).toBeCloseTo(0.0894, 4)
  })

  it('puts the customs figures beside it', () => {
    expect(articleVolumes.map((row) => row.customsTonnes)).toEqual([5994.3, 5791.8, 4000.3, 4343.5])
    const changes = [-0.226, -0.034, -0.309, 0.086]
    articleVolumes.forEach((row, index) => expect(row.customsChange).toBeCloseTo(changes[index] ?? 0, 3))
  })

  it('warns in every row that these are not magnets', () => {
    for (const row of articleVolumes) expect(row.warning).toContain('X-08: ')
  })

  it('warns of each contradiction once, and of September in its own row', () => {
    expect(articleVolumes[2]?.contradictionIds).toEqual(['X-01', 'X-02', 'X-04', 'X-05', 'X-08'])
    for (const row of articleVolumes) expect(new Set(row.contradictionIds).size).toBe(row.contradictionIds.length)
  })
})

describe('customsTotalVolumes', () => {
  it('adds up to the 62,585 t reported for 2025, within rounding of the months', () => {
    const year = customsTotalVolumes.filter((volume) => volume.fromMonth.startsWith('2025'))
    expect(sum(year.map((volume) => volume.tonnes))).toBeCloseTo(62585, 0)
  })
})

describe('magnetExportVolumes', () => {
  it('adds up to the reported totals: 57,394 t for 2025 (57,392 reported) and 16,001 t for the first quarter of 2026', () => {
    expect(magnetTonnesInYear('2025')).toBe(57394)
    expect(magnetTonnesInYear('2026')).toBe(16001)
  })

  it('falls to 24 % of the first quarter in May 2025 and is back above it in July', () => {
    const level = (magnetTonnes('2025-01') + magnetTonnes('2025-02') + magnetTonnes('2025-03')) / 3
    expect(['2025-04', '2025-05', '2025-06', '2025-07'].map((month) => Math.round((magnetTonnes(month) / level) * 100))).toEqual([52, 24, 63, 110])
  })
})
