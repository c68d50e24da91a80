import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { replayTimeline, usageReplay } from '../../shared/horizon/usage-replay'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })
const timeline = replayTimeline(prepared)

function partNamed(partNumber: string): Part {
  const part = plan.parts.find((one) => one.partNumber === partNumber)
  if (part === undefined) throw new Error(partNumber)
  return part
}

function stateOn(day: string, known: string): string {
  const phases = timeline.knownOn(civilDate(known)).inputs.scenarios[0]?.phases.get('cn-announcement-18') ?? []
  return phases.findLast(({ fromDate, untilDate }) => (fromDate ?? 0) <= civilDate(day) && civilDate(day) < (untilDate ?? Infinity))?.state ?? 'none'
}

describe('replayTimeline', () => {
  it('knows of the April licence from the day it was announced, and not before', () => {
    expect(stateOn('2025-06-01', '2025-04-03')).toBe('none')
    expect(stateOn('2025-06-01', '2025-04-04')).toBe('licence')
  })

  it('takes what really held from the common timeline, without any scenario', () => {
    expect(timeline.actual.inputs.scenarios).toHaveLength(1)
    expect(timeline.events.map(({ id }) => id)).toEqual(['announcement-18', 'announcement-70', 'announcement-57', 'announcement-61'])
  })
})

describe('usageReplay', () => {
  it('replays from the end of the third month to the end of the last, under the April licence', () => {
    const replay = usageReplay(prepared, partNamed('MG-N38UH-301406'), { paths: 200, seed: 1, timeline })
    if (replay.kind !== 'replayed') throw new Error(replay.kind)
    expect(replay).toMatchObject({ fromDate: '2025-02-01', untilDate: '2026-11-01', filledDays: 0, events: [{ id: 'announcement-18', date: '2025-04-04' }] })
    expect(replay.rules.map(({ rule }) => rule)).toEqual(['recommended', 'policy-blind', 'textbook', 'erp'])
    const service = replay.rules.map(({ fillRate }) => fillRate?.value ?? 0)
    expect(service[0]).toBeGreaterThan(service[1] ?? 1)
    expect(JSON.parse(JSON.stringify(replay))).toEqual(replay)
  })

  it('finds no difference between planning with and without controls for a part that none applies to', () => {
    const replay = usageReplay(prepared, partNamed('MG-N52-1202'), { paths: 50, seed: 1, timeline })
    if (replay.kind !== 'replayed') throw new Error(replay.kind)
    const [recommended, blind] = replay.rules
    expect({ ...recommended, rule: '' }).toEqual({ ...blind, rule: '' })
    expect(replay.events).toEqual([])
  })

  // Usage that is the same every day with a fixed lead time: nothing is ever short, and stock just before a receipt is what rounding left.
  it('is never short where nothing varies', () => {
    const months = Array.from({ length: 12 }, (_, index) => ({ startDate: `2025-${String(index + 1).padStart(2, '0')}-01`, days: new Date(2025, index + 1, 0).getDate() }))
    const part: Part = {
      ...partNamed('MG-N52-1202'),
      usageHistory: months.map(({ startDate, days }) => ({ startDate, days, quantity: 10 * days })),
      leadTime: { kind: 'total', meanDays: 30, sdDays: 0, transitDays: 5 }, moq: null, lotMultiple: null, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
    }
    const replay = usageReplay(prepared, part, { paths: 5, seed: 1, timeline })
    if (replay.kind !== 'replayed') throw new Error(replay.kind)
    expect(replay).toMatchObject({ fromDate: '2025-04-01', untilDate: '2026-01-01' })
    expect(replay.rules[0]).toMatchObject({ shortFutures: { value: 0 }, fillRate: { value: 1 }, cycleServiceLevel: { value: 1 } })
  })

  it('fills days that no period covers with the mean, and counts them', () => {
    const given = partNamed('MG-N52-1202')
    const replay = usageReplay(prepared, { ...given, usageHistory: given.usageHistory.filter(({ startDate }) => startDate !== '2025-09-01') }, { paths: 5, seed: 1, timeline })
    expect(replay).toMatchObject({ kind: 'replayed', filledDays: 30 })
  })

  it('says that a history is too short', () => {
    const given = partNamed('MG-N52-1202')
    expect(usageReplay(prepared, { ...given, usageHistory: given.usageHistory.slice(0, 5) }, { paths: 5, seed: 1, timeline })).toEqual({ kind: 'too-little-history', partId: given.id, periods: 5 })
  })

  it('says where returns exceed usage', () => {
    const given = partNamed('MG-N52-1202')
    const usageHistory = given.usageHistory.map((period, index) => (index < 3 ? { ...period, quantity: -100 } : period))
    expect(usageReplay(prepared, { ...given, usageHistory }, { paths: 5, seed: 1, timeline })).toEqual({ kind: 'negative-usage', partId: given.id, date: '2025-02-01' })
  })
})
