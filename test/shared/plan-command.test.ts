import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPart } from '../../shared/plan/new-part'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import { planCommandSchema, type PlanCommand } from '../../shared/plan/plan-command'
import { planCommandLabel } from '../../shared/plan/plan-command-label'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planDocumentSchema } from '../../shared/plan/plan-document'
import { partDeletion, scenarioReset } from '../../shared/plan/plan-gestures'
import { changedSections } from '../../shared/plan/plan-sections'
import { planProblems } from '../../shared/plan/validate-plan'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { samplePlan } from '../../shared/sample/sample-plan'
import { planArbitrary } from '../fixtures/plan-arbitrary'
import { commandArbitrary } from '../fixtures/plan-command-arbitrary'

const plan = samplePlan()
const [firstPart, secondPart] = plan.parts
const firstId = firstPart?.id ?? ''
const secondId = secondPart?.id ?? ''

function applied(before: PlanDocument, command: PlanCommand): { readonly plan: PlanDocument; readonly inverse: PlanCommand } {
  const result = planAfterCommand(before, command)
  if (!result.ok) throw new Error(`${command.kind}: ${result.problem.sentence}`)
  return result.value
}

/** The plan and what comes after: every pair of plans gives each kind of command something to do. */
const scene = fc.tuple(planArbitrary, planArbitrary).chain(([before, other]) => fc.tuple(fc.constant(before), commandArbitrary(before, other)))

describe('planAfterCommand', () => {
  it('gives an inverse that gives back an equal plan, for every kind of command on every plan', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(scene, ([before, command]) => {
        seen.add(command.kind)
        const after = applied(before, command)
        expect(applied(after.plan, after.inverse).plan).toEqual(before)
      }),
      { numRuns: 400 },
    )
    expect([...seen].toSorted()).toEqual([
      'add-assemblies', 'add-controls', 'add-events', 'add-parts', 'add-scenarios',
      'change-assemblies', 'change-controls', 'change-events', 'change-parts', 'change-scenarios', 'change-settings',
      'delete-assemblies', 'delete-controls', 'delete-events', 'delete-parts', 'delete-scenarios',
      'duplicate-parts', 'replace-sections', 'reset-scenarios', 'restore-events', 'set-aside-events', 'set-title', 'several',
      'verify-timeline', 'weigh-scenarios',
    ])
  }, 60_000)

  it('gives the same after a journey through JSON, and a plan of the right shape', () => {
    fc.assert(
      fc.property(scene, ([before, command]) => {
        const sent = JSON.parse(JSON.stringify(command)) as PlanCommand
        const after = applied(before, sent).plan
        expect(after).toEqual(applied(before, command).plan)
        expect(planDocumentSchema.parse(after)).toEqual(after)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('leaves the sections it does not touch as they are', () => {
    const after = applied(plan, { kind: 'change-parts', changes: [{ id: secondId, fields: { onHand: 12 } }] }).plan
    expect(changedSections(plan, after)).toEqual(['parts'])
    expect(after.parts[0]).toBe(plan.parts[0])
    expect(after.parts[1]).toEqual({ ...secondPart, onHand: 12 })
    expect(changedSections(plan, applied(plan, { kind: 'set-title', title: 'Magnets' }).plan)).toEqual(['settings'])
    expect(changedSections(plan, applied(plan, { kind: 'verify-timeline', date: '2026-11-23' }).plan)).toEqual(['timeline'])
  })

  it('puts a copy after its part, without the open orders of the part', () => {
    const { plan: after } = applied(plan, { kind: 'duplicate-parts', copies: [{ id: firstId, copyId: 'p-zzzzzz', partNumber: 'MG-COPY' }] })
    expect(after.parts[1]).toEqual({ ...firstPart, id: 'p-zzzzzz', partNumber: 'MG-COPY', openOrders: [] })
    expect(after.parts[2]).toBe(secondPart)
  })

  it('adds at the places asked for', () => {
    const items = [newPart({ id: 'p-zzzzzb', partNumber: 'A' }), newPart({ id: 'p-zzzzzc', partNumber: 'B' })]
    const { plan: after } = applied(plan, { kind: 'add-parts', items, places: [0, 2] })
    expect(after.parts.slice(0, 4).map((part) => part.id)).toEqual(['p-zzzzzb', firstId, 'p-zzzzzc', secondId])
  })

  it('takes back several commands in the opposite order', () => {
    const command: PlanCommand = { kind: 'several', label: 'Retitle', commands: [{ kind: 'set-title', title: 'A' }, { kind: 'set-title', title: 'B' }] }
    const after = applied(plan, command)
    expect(after.plan.title).toBe('B')
    expect(applied(after.plan, after.inverse).plan.title).toBe(plan.title)
  })

  it('applies none of several commands when one is refused', () => {
    const result = planAfterCommand(plan, { kind: 'several', label: 'Both', commands: [{ kind: 'set-title', title: 'A' }, { kind: 'delete-parts', ids: ['p-zzzzzz'] }] })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'not-found', list: 'parts', ids: ['p-zzzzzz'] } })
  })

  it.each([
    { description: 'a part that is not there', command: { kind: 'change-parts', changes: [{ id: 'p-zzzzzz', fields: { onHand: 1 } }] }, kind: 'not-found', says: 'p-zzzzzz' },
    { description: 'the copy of a part that is not there', command: { kind: 'duplicate-parts', copies: [{ id: 'p-zzzzzz', copyId: 'p-zzzzzc', partNumber: 'A' }] }, kind: 'not-found', says: 'p-zzzzzz' },
    { description: 'an id that is taken', command: { kind: 'add-parts', items: [newPart({ id: firstId, partNumber: 'A' })], places: null }, kind: 'id-taken', says: firstId },
    { description: 'an event under the id of a built-in one', command: { kind: 'add-events', items: [{ ...builtInScenarios[0]?.events[0], id: 'announcement-70' }], places: null }, kind: 'id-taken', says: 'announcement-70' },
    { description: 'one part named twice', command: { kind: 'delete-parts', ids: [firstId, firstId] }, kind: 'id-repeated', says: 'twice' },
    { description: 'a place beyond the end', command: { kind: 'add-parts', items: [newPart({ id: 'p-zzzzzz', partNumber: 'A' })], places: [99] }, kind: 'place-out-of-range', says: '99' },
    { description: 'a negative stock', command: { kind: 'change-parts', changes: [{ id: firstId, fields: { onHand: -5 } }] }, kind: 'wrong-shape', says: 'stock on hand is -5' },
    { description: 'a field that no part has', command: { kind: 'change-parts', changes: [{ id: firstId, fields: { colour: 'red' } }] }, kind: 'wrong-shape', says: 'colour' },
    { description: 'a new id for a part', command: { kind: 'change-parts', changes: [{ id: firstId, fields: { id: 'p-zzzzzz' } }] }, kind: 'wrong-shape', says: '"id"' },
    { description: 'an infinite number', command: { kind: 'change-settings', fields: { openHaltDays: Infinity } }, kind: 'wrong-shape', says: 'Infinity' },
    { description: 'an empty title', command: { kind: 'set-title', title: '' }, kind: 'wrong-shape', says: 'title is empty' },
    { description: 'an unknown command', command: { kind: 'drop-table' }, kind: 'wrong-shape', says: 'drop-table' },
    { description: 'no command at all', command: null, kind: 'wrong-shape', says: '' },
    { description: 'a field that is undefined and would get lost on the way', command: { kind: 'change-parts', changes: [{ id: firstId, fields: { moq: undefined } }] }, kind: 'wrong-shape', says: 'minimum order quantity' },
    { description: 'an event set aside that is not built in', command: { kind: 'set-aside-events', ids: ['e-bcdfgh'], places: null }, kind: 'not-found', says: 'e-bcdfgh' },
    { description: 'parts of a section that share an id', command: { kind: 'replace-sections', sections: { parts: [firstPart, firstPart] } }, kind: 'id-repeated', says: firstId },
  ])('refuses $description', ({ command, kind, says }) => {
    const result = planAfterCommand(plan, command as unknown as PlanCommand)
    expect(result).toMatchObject({ ok: false, problem: { kind, sentence: expect.stringContaining(says) as string } })
  })

  it('refuses an end of an event before its start, although each date by itself is right', () => {
    const event = { ...builtInScenarios[0]?.events[0], id: 'e-bcdfgh', effectiveDate: '2026-05-01', nominalEndDate: '2026-06-01' }
    const before = applied(plan, { kind: 'add-events', items: [event], places: null } as PlanCommand).plan
    const result = planAfterCommand(before, { kind: 'change-events', changes: [{ id: 'e-bcdfgh', fields: { nominalEndDate: '2026-04-01' } }] })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'wrong-shape', findings: [{ kind: 'event-ends-before-start' }] } })
  })
})

describe('planCommandSchema', () => {
  it('lets every inverse pass, so that it can be journalled as a command', () => {
    fc.assert(
      fc.property(scene, ([before, command]) => {
        expect(planCommandSchema.safeParse(JSON.parse(JSON.stringify(applied(before, command).inverse))).success).toBe(true)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('planCommandLabel', () => {
  it.each([
    [{ kind: 'change-parts', changes: [{ id: 'a', fields: {} }, { id: 'b', fields: {} }, { id: 'c', fields: {} }] }, 'Change 3 parts'],
    [{ kind: 'delete-assemblies', ids: ['a'] }, 'Delete 1 assembly'],
    [{ kind: 'set-aside-events', ids: ['a'], places: null }, 'Set aside 1 built-in event'],
    [{ kind: 'weigh-scenarios', weights: [{ id: 'a', weight: 1 }] }, 'Weigh 1 scenario'],
    [{ kind: 'several', label: 'Paste 4 rows', commands: [] }, 'Paste 4 rows'],
  ] satisfies readonly (readonly [PlanCommand, string])[])('names %o', (command, label) => {
    expect(planCommandLabel(command)).toBe(label)
  })
})

describe('gestures', () => {
  it('deleting a part takes it out of its assemblies, and the plan stays without errors', () => {
    const after = applied(plan, partDeletion(plan, ['p-trctns']))
    expect(planProblems(after.plan).filter((problem) => problem.severity === 'error')).toEqual([])
    expect(after.plan.assemblies[0]?.uses).toEqual([])
    expect(applied(after.plan, after.inverse).plan).toEqual(plan)
  })

  it('resetting the scenarios chooses a status quo that exists', () => {
    const [scenario] = builtInScenarios
    const only = { ...(scenario as (typeof builtInScenarios)[number]), id: 's-bcdfgh' }
    const after = applied(plan, scenarioReset(plan, [only])).plan
    expect(after.settings.statusQuoScenarioId).toBe('s-bcdfgh')
    expect(planProblems(after).filter((problem) => problem.severity === 'error')).toEqual([])
  })
})
