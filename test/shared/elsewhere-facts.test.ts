import { describe, expect, it } from 'vitest'
import { civilDateFrom } from '../../shared/calendar/civil-date'
import { elsewhereCitations, elsewhereFact, elsewhereFacts, notFound } from '../../shared/policy-timeline/elsewhere-facts'

describe('elsewhereFacts', () => {
  it('has an id, a statement and an address for every fact, and no id twice', () => {
    expect(new Set(elsewhereFacts.map((fact) => fact.id)).size).toBe(elsewhereFacts.length)
    for (const fact of elsewhereFacts) {
      expect(fact.id).toMatch(/^E-(PO|LI|DE|AP|PX|MA|LE|PR)-\d\d$/)
      expect(fact.statement.length).toBeGreaterThan(10)
      expect(fact.citation.urls.length).toBeGreaterThan(0)
      for (const url of fact.citation.urls) expect(url).toMatch(/^https?:\/\/\S+$/)
    }
  })

  it('has a real date wherever it has one', () => {
    for (const date of elsewhereFacts.flatMap((fact) => fact.date?.split('/') ?? [])) {
      const day = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
      expect(civilDateFrom(day).ok, date).toBe(true)
    }
  })

  it('gives each topic its own ids', () => {
    const topics = new Map(elsewhereFacts.map((fact) => [fact.id.slice(2, 4), fact.topic]))
    expect(Object.fromEntries(topics)).toEqual({
      PO: 'policy', LI: 'licensing', DE: 'delay', AP: 'approval', PX: 'price', MA: 'magnet-mass', LE: 'lead-time', PR: 'practice',
    })
  })

  it('says that what holds after the pause was not found', () => {
    expect(elsewhereFact('E-PO-22')?.statement).toMatch(/not found/)
    expect(notFound.map((item) => item.what)).toContain('Whether the pause was extended or lapsed after 10 November 2026.')
  })

  it('never answers for a fact that is not there', () => {
    expect(elsewhereFact('E-PO-99')).toBeNull()
  })
})

describe('elsewhereCitations', () => {
  it('names a fact that is not there', () => {
    expect(() => elsewhereCitations(['E-PO-01', 'E-PO-99'])).toThrow(
      expect.objectContaining({ name: 'DomainError', argument: 'ids', value: 'E-PO-99' }),
    )
  })
})
