import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { commonEvents, compiledPhases } from '../../shared/policy-timeline/compiled-phases'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import type { EventEffect, PolicyEvent } from '../../shared/policy-timeline/policy-event'

const planWait = { wait: { kind: 'fixed', days: 30 }, refusalRate: 0.1 } as const

function event(known: Partial<PolicyEvent> & Pick<PolicyEvent, 'id'>): PolicyEvent {
  return {
    title: known.id, kind: 'control', announcedDate: null, effectiveDate: '2026-01-01', datePrecision: 'day', nominalEndDate: null, stateAfterEnd: 'as-before',
    effects: [], summary: '', citations: [], confidence: 'high', verifiedDate: null, contradictionIds: [], supersedesId: null, ...known,
  }
}
const demands = (controlId: string, days?: number): EventEffect => ({
  controlId, action: 'introduces', state: 'licence',
  wait: days === undefined ? { kind: 'plan' } : { kind: 'own', wait: { kind: 'fixed', days }, refusalRate: 0 },
})

function phasesOf(common: readonly PolicyEvent[], scenario: readonly PolicyEvent[] = []): readonly ControlPhase[] {
  return compiledPhases({ controlIds: ['A', 'B'], common, scenario, planWait }).get('A') ?? []
}
function lines(...of: Parameters<typeof phasesOf>): readonly string[] {
  return phasesOf(...of).map((phase) =>
    [
      phase.fromDate === null ? 'always' : isoDate(phase.fromDate), phase.untilDate === null ? 'open' : isoDate(phase.untilDate), phase.state,
      ...(phase.state === 'licence' && phase.wait.kind === 'fixed' ? [phase.wait.days, phase.refusalRate] : []),
    ].join(' '),
  )
}

const introduced = event({ id: 'introduced', announcedDate: '2025-10-09', effectiveDate: '2025-11-08', effects: [demands('A')] })

describe('compiledPhases', () => {
  it('has an entry for every control, empty where nothing happens', () => {
    const phases = compiledPhases({ controlIds: ['A', 'B'], common: [introduced], scenario: [], planWait })
    expect([...phases.keys()]).toEqual(['A', 'B'])
    expect(phases.get('B')).toEqual([])
  })

  it('demands a licence with the wait of the plan, or with one of its own', () => {
    expect(lines([introduced])).toEqual(['2025-11-08 open licence 30 0.1'])
    expect(lines([{ ...introduced, effects: [demands('A', 63)] }])).toEqual(['2025-11-08 open licence 63 0'])
  })

  it.each(['suspends', 'lifts'] as const)('lets goods out while an event %s the control', (action) => {
    const pause = event({ id: 'pause', effectiveDate: '2025-11-10', nominalEndDate: '2026-11-10', effects: [{ controlId: 'A', action }] })
    expect(lines([introduced, pause]).at(-1)).toBe('2025-11-10 2026-11-10 none')
  })

  it('lets a suspension announced later win over a rule announced before that takes effect after it', () => {
    const suspended = event({ id: 'suspended', announcedDate: '2025-11-07', effectiveDate: '2025-11-07', effects: [{ controlId: 'A', action: 'suspends' }] })
    expect(lines([suspended, introduced]).map((line) => line.split(' ')[2])).toEqual(['licence', 'none'])
  })

  it('takes an event without an announcement as announced when it takes effect', () => {
    const unannounced = event({ id: 'unannounced', announcedDate: null, effectiveDate: '2025-10-01', effects: [{ controlId: 'A', action: 'lifts' }] })
    expect(lines([introduced, unannounced]).map((line) => line.split(' ')[2])).toEqual(['none', 'licence'])
  })

  it('puts the events of a scenario after all common ones, whenever they were announced', () => {
    const early = event({ id: 'early', announcedDate: '2020-01-01', effectiveDate: '2025-12-01', effects: [{ controlId: 'A', action: 'introduces', state: 'halt' }] })
    expect(lines([introduced], [early]).at(-1)).toBe('2025-12-01 open halt')
  })

  it('leaves out a common event that the scenario supersedes', () => {
    const softer = event({ id: 'softer', effectiveDate: '2025-11-08', effects: [demands('A', 10)], supersedesId: 'introduced' })
    expect(lines([introduced], [softer])).toEqual(['2025-11-08 open licence 10 0'])
  })

  it('resumes with what was last demanded', () => {
    const revised = event({ id: 'revised', effectiveDate: '2026-02-01', effects: [{ controlId: 'A', action: 'revises', state: 'licence', wait: { kind: 'own', wait: { kind: 'fixed', days: 55 }, refusalRate: 0 } }] })
    const lapse = event({ id: 'lapse', effectiveDate: '2026-11-10', effects: [{ controlId: 'A', action: 'resumes' }] })
    expect(lines([introduced, revised], [lapse]).at(-1)).toBe('2026-11-10 open licence 55 0')
  })

  it('has nothing to resume of a control that was never introduced', () => {
    const lapse = event({ id: 'lapse', effectiveDate: '2026-11-10', effects: [{ controlId: 'A', action: 'resumes' }] })
    expect(lines([lapse])).toEqual(['2026-11-10 open none'])
  })

  it('takes nothing from events that only inform, dated or not', () => {
    expect(lines([event({ id: 'talks', kind: 'diplomatic-meeting' }), event({ id: 'undated', effectiveDate: null })])).toEqual([])
  })

  it('names the control that is not there, and the event without a date', () => {
    expect(() => phasesOf([event({ id: 'stray', effects: [demands('C')] })])).toThrow(expect.objectContaining({ argument: 'controlId', value: 'C' }))
    expect(() => phasesOf([{ ...introduced, effectiveDate: null }])).toThrow(expect.objectContaining({ argument: 'effectiveDate' }))
  })

  it('keeps one day after another: what ends on a day ends before it', () => {
    const [phase] = phasesOf([{ ...introduced, nominalEndDate: '2026-11-10' }])
    expect(phase?.untilDate).toBe(civilDate('2026-11-10'))
  })
})

describe('commonEvents', () => {
  const builtIn = [event({ id: 'one' }), event({ id: 'two' }), event({ id: 'three' })]

  it('leaves out what the user set aside or replaced, and adds the user’s own', () => {
    const own = [event({ id: 'e-own', supersedesId: 'two' })]
    expect(commonEvents({ builtIn, own, setAsideIds: ['three'] }).map(({ id }) => id)).toEqual(['one', 'e-own'])
  })

  it('is the built-in events where the user changed nothing', () => {
    expect(commonEvents({ builtIn, own: [], setAsideIds: [] })).toEqual(builtIn)
  })
})
