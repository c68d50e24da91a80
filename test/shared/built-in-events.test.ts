import { describe, expect, it } from 'vitest'
import { civilDateFrom } from '../../shared/calendar/civil-date'
import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import { articleFact, articleFacts, articleHeading } from '../../shared/policy-timeline/article-facts'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import { builtInEvent, builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import type { Citation } from '../../shared/policy-timeline/citation'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { policyFactsAsOfDate } from '../../shared/policy-timeline/timeline-age'

const scenarioEvents = builtInScenarios.flatMap((scenario) => scenario.events)
const allEvents = [...builtInEvents, ...scenarioEvents]
const controlIds = builtInControls.map((control) => control.id)
const announced = (id: string) => builtInEvent(id)?.announcedDate ?? ''
const effectsOf = (id: string) => builtInEvent(id)?.effects ?? []

function isResolved(citation: Citation): boolean {
  switch (citation.kind) {
    case 'article':
      return citation.factIds.length > 0 && citation.factIds.every((id) => {
        const fact = articleFact(id)
        return fact !== null && articleHeading(fact) === citation.section
      })
    case 'elsewhere':
      return elsewhereFacts.some((fact) => fact.citation.urls.join() === citation.urls.join() && fact.citation.title === citation.title)
    case 'user':
      return false
  }
}

describe('builtInEvents', () => {
  it('cites a fact for every event, control and scenario event', () => {
    for (const item of [...allEvents, ...builtInControls]) {
      expect(item.citations.length, item.id).toBeGreaterThan(0)
      for (const citation of item.citations) expect(isResolved(citation), `${item.id}: ${JSON.stringify(citation)}`).toBe(true)
    }
  })

  it('has no id twice and knows every contradiction and control it names', () => {
    expect(new Set(allEvents.map((event) => event.id)).size).toBe(allEvents.length)
    const known = articleContradictions.map((one) => one.id)
    for (const event of allEvents) {
      expect(known).toEqual(expect.arrayContaining([...event.contradictionIds]))
      expect(controlIds).toEqual(expect.arrayContaining(event.effects.map((effect) => effect.controlId)))
    }
  })

  it('has real dates, each end after its start, and nothing verified after the day the facts reach to', () => {
    for (const event of allEvents) {
      for (const date of [event.announcedDate, event.effectiveDate, event.nominalEndDate, event.verifiedDate]) {
        if (date !== null) expect(civilDateFrom(date).ok, `${event.id} ${date}`).toBe(true)
      }
      if (event.nominalEndDate !== null) expect((event.effectiveDate ?? '') < event.nominalEndDate, event.id).toBe(true)
      if (event.verifiedDate !== null) expect(event.verifiedDate <= policyFactsAsOfDate, event.id).toBe(true)
    }
  })

  it('is in the order in which things took effect', () => {
    const dates = builtInEvents.map((event) => event.effectiveDate ?? '')
    expect(dates).toEqual(dates.toSorted())
  })

  it('changes law in four events only', () => {
    expect(builtInEvents.filter((event) => event.effects.length > 0).map((event) => [event.id, event.effectiveDate])).toEqual([
      ['announcement-18', '2025-04-04'],
      ['announcement-70', '2025-11-07'],
      ['announcement-57', '2025-11-08'],
      ['announcement-61', '2025-12-01'],
    ])
    for (const id of ['announcement-18', 'announcement-57', 'announcement-61']) {
      expect(effectsOf(id)).toEqual([{ controlId: `cn-${id}`, action: 'introduces', state: 'licence', wait: { kind: 'plan' } }])
    }
  })

  it('suspends 57 and 61 to 10 November 2026, announced after both, and says that nobody verified what came then', () => {
    const pause = builtInEvent('announcement-70')
    expect(pause?.nominalEndDate).toBe('2026-11-10')
    expect(pause?.stateAfterEnd).toBe('unverified')
    expect(pause?.effects.map((effect) => `${effect.action} ${effect.controlId}`)).toEqual([
      'suspends cn-announcement-57', 'suspends cn-announcement-61',
    ])
    expect(announced('announcement-70') > announced('announcement-57')).toBe(true)
    expect(announced('announcement-70') > announced('announcement-61')).toBe(true)
  })

  it('uses every dated event of the article', () => {
    const cited = new Set(allEvents.flatMap((event) => event.citations).flatMap((citation) => (citation.kind === 'article' ? citation.factIds : [])))
    const dated = articleFacts.filter((fact) => fact.id.startsWith('A-EV') && fact.date !== null).map((fact) => fact.id)
    expect(dated.filter((id) => !cited.has(id))).toEqual([])
  })

  it('uses every policy fact from elsewhere', () => {
    const cited = new Set(allEvents.flatMap((event) => event.citations).flatMap((citation) => (citation.kind === 'elsewhere' ? citation.urls : [])))
    const policy = elsewhereFacts.filter((fact) => fact.topic === 'policy')
    expect(policy.filter((fact) => !fact.citation.urls.every((url) => cited.has(url)))).toEqual([])
  })
})

describe('builtInControls', () => {
  it('lists the seven elements of April, the five of October and the three of the rule on foreign goods', () => {
    expect(builtInControls.map((control) => [control.id, control.elements.join(' ')])).toEqual([
      ['cn-announcement-18', 'Sm Gd Tb Dy Lu Sc Y'],
      ['cn-announcement-57', 'Ho Er Tm Eu Yb'],
      ['cn-announcement-61', 'Sm Dy Tb'],
    ])
  })
})
