import { describe, expect, it } from 'vitest'
import { changedSettings } from '../../renderer/settings/resettable-settings'
import { foundTerms, terms } from '../../renderer/ui/terms'
import { defaultSettings } from '../../shared/plan/default-settings'

describe('changedSettings', () => {
  it('is null while every number is the default', () => {
    expect(changedSettings(defaultSettings)).toBeNull()
  })

  it('takes numbers back and leaves what a company simply has', () => {
    const own = { ...defaultSettings, currency: 'USD', destinationCountry: 'US', region: 'us', horizonWeeks: 20, applicationLag: { after: 'order', days: 3 } } as const
    expect(changedSettings(own)).toEqual({ horizonWeeks: 52, applicationLag: { after: 'ready', days: 0 } })
  })
})

describe('terms', () => {
  it('are two sentences each, with a source', () => {
    for (const { name, sentences, source } of Object.values(terms)) {
      for (const sentence of sentences) expect(sentence, name).toMatch(/^[A-Z0-9].*\.$/)
      expect(source.length, name).toBeGreaterThan(10)
    }
  })

  it('are found by words in any order, and named once each', () => {
    expect(foundTerms('licence wait').map(({ id }) => id)).toContain('licence-wait')
    expect(foundTerms('no such words anywhere')).toEqual([])
    const names = foundTerms('').map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
