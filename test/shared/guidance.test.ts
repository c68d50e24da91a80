import { describe, expect, it } from 'vitest'
import {
  articleGuidance,
  isCoverShorterThanDelay,
  longHorizonOptions,
  reliefWithinHorizon,
  sectorRisks,
} from '../../shared/policy-timeline/guidance'
import { articleFact } from '../../shared/policy-timeline/article-facts'

describe('articleGuidance', () => {
  it('has twelve rows, each citing all its facts', () => {
    expect(articleGuidance.length).toBe(12)
    for (const row of articleGuidance) {
      const cited = row.citations.flatMap((citation) => (citation.kind === 'article' ? citation.factIds : []))
      expect(cited.toSorted()).toEqual([...row.factIds].toSorted())
    }
  })
})

describe('longHorizonOptions', () => {
  it.each([['A-HO-01', 0], ['A-HO-02', 1]] as const)('has the years of %s', (factId, index) => {
    const value = articleFact(factId)?.values[0]
    const option = longHorizonOptions[index]
    expect(value).toMatchObject({ kind: 'range', least: option?.leastYears, most: option?.mostYears, unit: 'year' })
  })
})

describe('reliefWithinHorizon', () => {
  it('is false for both options up to the longest horizon of a plan', () => {
    for (const option of longHorizonOptions) {
      for (const horizonWeeks of [0, 52, 156]) expect(reliefWithinHorizon({ option, horizonWeeks })).toBe(false)
    }
  })

  it('turns true only when the earliest time lies within the horizon', () => {
    expect(reliefWithinHorizon({ option: { leastYears: 3 }, horizonWeeks: 157 })).toBe(true)
    expect(reliefWithinHorizon({ option: { leastYears: 5 }, horizonWeeks: 260 })).toBe(false)
  })

  it.each([-1, Number.NaN])('names a horizon of %s weeks', (horizonWeeks) => {
    expect(() => reliefWithinHorizon({ option: { leastYears: 3 }, horizonWeeks })).toThrow(
      expect.objectContaining({ name: 'DomainError', argument: 'horizonWeeks' }),
    )
  })
})

describe('isCoverShorterThanDelay', () => {
  it('marks less cover than delay and not the same', () => {
    expect(isCoverShorterThanDelay({ coverDays: 27.9, delayDays: 28 })).toBe(true)
    expect(isCoverShorterThanDelay({ coverDays: 28, delayDays: 28 })).toBe(false)
  })

  it.each([['coverDays', -1], ['delayDays', Infinity]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => isCoverShorterThanDelay({ coverDays: 1, delayDays: 1, [argument]: value })).toThrow(
      expect.objectContaining({ name: 'DomainError', argument, value }),
    )
  })
})

describe('sectorRisks', () => {
  it('has the article’s level of each of its four sectors', () => {
    const levels = sectorRisks.map((risk, index) => {
      const value = articleFact(`A-RI-0${index + 1}`)?.values.find((candidate) => candidate.name === 'risk level')
      return [risk.riskLevel, value?.kind === 'text' ? value.text.toLowerCase() : null]
    })
    expect(levels).toEqual([['high', 'high'], ['high', 'high'], ['medium-high', 'medium-high'], ['critical', 'critical']])
  })
})
