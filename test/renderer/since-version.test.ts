import { describe, expect, it } from 'vitest'
import { changesPhrase, countedChanges } from '../../renderer/actions/since-version'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const [first, second, ...others] = plan.parts
if (first === undefined || second === undefined) throw new Error('no parts')

describe('countedChanges', () => {
  it('finds nothing between a plan and its copy', () => {
    expect(countedChanges(plan, JSON.parse(JSON.stringify(plan)))).toEqual({ changed: 0, added: 0, removed: 0, sections: [] })
  })

  it('counts what was changed, added and removed, and names the other sections', () => {
    const now = { ...plan, parts: [{ ...first, moq: 7 }, { ...second, id: 'p-bcdfgh' }, ...others], settings: { ...plan.settings, horizonWeeks: 26 } }
    expect(countedChanges(plan, now)).toEqual({ changed: 1, added: 1, removed: 1, sections: ['settings'] })
  })
})

describe('changesPhrase', () => {
  it.each([
    [{ changed: 0, added: 0, removed: 0, sections: [] }, 'nothing changed'],
    [{ changed: 1, added: 0, removed: 2, sections: [] }, '1 part changed, 2 removed'],
    [{ changed: 0, added: 0, removed: 0, sections: ['settings', 'scenarios'] }, 'settings, scenarios changed'],
    [{ changed: 3, added: 1, removed: 0, sections: ['products'] }, '3 parts changed, 1 added; products changed'],
  ])('tells %j as %s', (changes, phrase) => {
    expect(changesPhrase(changes)).toBe(phrase)
  })
})
