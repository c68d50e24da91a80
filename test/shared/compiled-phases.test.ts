import { describe, expect, it } from 'vitest'
import { commonEvents, compiledPhases } from '../../shared/policy-timeline/compiled-phases'
import type { EventEffect, PolicyEvent } from '../../shared/policy-timeline/policy-event'

function event(id: string, dates: { readonly announced?: string; readonly from: string; readonly until?: string }, effect: EventEffect, supersedesId: string | null = null): PolicyEvent {
  return {
    id, title: id, kind: 'control', announcedDate: dates.announced ?? null, effectiveDate: dates.from, datePrecision: 'day', nominalEndDate: dates.until ?? null,
    stateAfterEnd: 'as-before', effects: [effect], summary: '', citations: [], confidence: 'high', verifiedDate: null, contradictionIds: [], supersedesId,
  }
}
const introduces: EventEffect = { controlId: 'A', action: 'introduces', state: 'licence', wait: { kind: 'plan' } }
const suspends: EventEffect = { controlId: 'A', action: 'suspends' }
const planWait = { wait: { kind: 'fixed' as const, days: 21 }, refusalRate: 0.1 }
const states = (common: readonly PolicyEvent[], scenario: readonly PolicyEvent[] = []): readonly string[] =>
  (compiledPhases({ controlIds: ['A'], common, scenario, planWait }).get('A') ?? []).map((phase) => phase.state)

describe('compiledPhases', () => {
  it('lets what was announced later win, so that a suspension holds back a rule announced before it for a later day', () => {
    const rule = event('rule', { announced: '2025-10-09', from: '2025-11-08' }, introduces)
    const pause = event('pause', { announced: '2025-11-07', from: '2025-11-07', until: '2026-11-10' }, suspends)
    expect(states([pause, rule])).toEqual(['licence', 'none'])
  })

  it('gives controls without a wait of their own the wait the plan has chosen', () => {
    const phases = compiledPhases({ controlIds: ['A'], common: [event('rule', { from: '2025-04-04' }, introduces)], scenario: [], planWait })
    expect(phases.get('A')?.[0]).toMatchObject({ state: 'licence', wait: { kind: 'fixed', days: 21 }, refusalRate: 0.1, untilDate: null })
  })

  it('resumes the state in which the control was last introduced or revised', () => {
    const revised = event('revised', { from: '2025-06-01' }, { controlId: 'A', action: 'revises', state: 'licence', wait: { kind: 'own', wait: { kind: 'fixed', days: 60 }, refusalRate: 0 } })
    const resumed = event('resumed', { from: '2026-11-10' }, { controlId: 'A', action: 'resumes' })
    const phases = compiledPhases({ controlIds: ['A'], common: [event('rule', { from: '2025-04-04' }, introduces), revised], scenario: [resumed], planWait })
    expect(phases.get('A')?.at(-1)).toMatchObject({ state: 'licence', wait: { days: 60 } })
  })

  it('puts a scenario after all common events whatever its dates, and lets it supersede one of them', () => {
    const rule = event('rule', { announced: '2027-01-01', from: '2027-01-01' }, introduces)
    expect(states([rule], [event('calm', { from: '2026-01-01' }, suspends)])).toEqual(['licence', 'none'])
    expect(states([rule], [event('calm', { from: '2026-01-01' }, suspends, 'rule')])).toEqual(['none'])
  })

  it('refuses an effect on a control that is not there by name', () => {
    expect(() => states([event('rule', { from: '2025-04-04' }, { ...introduces, controlId: 'B' })])).toThrow(expect.objectContaining({ argument: 'controlId', value: 'B' }))
  })
})

describe('commonEvents', () => {
  it('leaves out built-in events that are superseded or set aside', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => event(id, { from: '2025-04-04' }, introduces)) as [PolicyEvent, PolicyEvent, PolicyEvent]
    const own = event('e-own', { from: '2025-05-01' }, introduces, 'a')
    expect(commonEvents({ builtIn: [a, b, c], own: [own], setAsideIds: ['b'] }).map(({ id }) => id)).toEqual(['c', 'e-own'])
  })
})
