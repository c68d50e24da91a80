import { describe, expect, it } from 'vitest'
import { articleFact } from '../../shared/policy-timeline/article-facts'
import { waitPreset, waitPresets } from '../../shared/policy-timeline/wait-presets'

describe('waitPresets', () => {
  it('begins with the article’s 2 to 4 weeks, cited and with its warning', () => {
    const defaults = waitPresets.filter((preset) => preset.isDefault)
    expect(defaults.map((preset) => preset.id)).toEqual(['article-2-to-4-weeks'])
    const value = articleFact('A-LT-01')?.values[0]
    if (value?.kind !== 'range') throw new Error('A-LT-01 has no range')
    expect(defaults[0]?.wait).toEqual({
      kind: 'triangular', minDays: (value.least ?? 0) * 7, modeDays: 21, maxDays: (value.most ?? 0) * 7,
    })
    expect(defaults[0]?.citations).toEqual([
      { kind: 'article', factIds: ['A-LT-01'], section: 'Automotive Industry Supply Chain Vulnerabilities' },
    ])
    expect(defaults[0]?.contradictionIds).toEqual(['X-15'])
  })

  it('has 45 working days, which are 63 calendar days, as the official limit', () => {
    const { wait } = waitPreset('statutory-review')
    expect(wait).toEqual({ kind: 'fixed', days: 45, working: true })
    expect((45 * 7) / 5).toBe(63)
  })

  it('has 2.5 to 4 months of 365.25/12 days as suppliers report', () => {
    expect(waitPreset('supplier-reported').wait).toEqual({ kind: 'uniform', minDays: 76, maxDays: 122 })
  })

  it('adds papers of 0, 0.5 or 1 week and a check of 0, 0.5 or 3 for a general licence', () => {
    expect(waitPreset('general-licence').wait).toEqual({
      kind: 'triangular', minDays: 7 * (0 + 0), modeDays: 7 * (0.5 + 0.5), maxDays: 7 * (1 + 3),
    })
    expect(waitPreset('general-licence').summary).toContain('mean is 11.7 days')
    expect((0 + 7 + 28) / 3).toBeCloseTo(11.7, 1)
  })

  it('refuses nothing in any preset and cites all but the empty wait', () => {
    for (const preset of waitPresets) {
      expect(preset.refusalRate).toBe(0)
      expect(preset.citations.length > 0).toBe(preset.id !== 'none')
    }
  })
})

describe('waitPreset', () => {
  it('names a preset that is not there', () => {
    expect(() => waitPreset('soon')).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'presetId', value: 'soon' }))
  })
})
