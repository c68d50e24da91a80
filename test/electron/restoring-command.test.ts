import { describe, expect, it } from 'vitest'
import { restoringCommand } from '../../electron/storage/restoring-command'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planSectionNames, type PlanSectionName } from '../../shared/plan/plan-sections'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const [one, two, ...rest] = plan.parts as [Part, Part, ...Part[]]
const added = { ...two, id: 'p-bcdfgh', partNumber: 'NEW-1' }

/** The kinds of commands that make `from` what `to` is, after it was seen that they do, there and back. */
function kindsOf(from: PlanDocument, to: PlanDocument, sections: readonly PlanSectionName[] = ['parts']): readonly string[] {
  const command = restoringCommand({ from, to, number: 7 }, sections)
  if (command?.kind !== 'several') throw new Error(JSON.stringify(command))
  expect(command.label).toBe('Restore version 7')
  const result = planAfterCommand(from, command)
  if (!result.ok) throw new Error(result.problem.sentence)
  // As text: the sections are stored by the hash of it.
  expect(JSON.stringify(result.value.plan) === JSON.stringify(to)).toBe(true)
  const back = planAfterCommand(result.value.plan, result.value.inverse)
  expect(back.ok && JSON.stringify(back.value.plan) === JSON.stringify(from)).toBe(true)
  return command.commands.map(({ kind }) => kind)
}

describe('restoringCommand', () => {
  it.each([
    { what: 'a part changed', parts: [{ ...one, onHand: 77, note: 'x' }, two, ...rest], kinds: ['change-parts'] },
    { what: 'parts changed deep within', parts: plan.parts.map((part) => ({ ...part, openOrders: part.openOrders.map((order) => ({ ...order, quantity: order.quantity + 1 })) })), kinds: ['change-parts'] },
    { what: 'parts deleted', parts: rest, kinds: ['add-parts'] },
    { what: 'parts added in the middle', parts: [one, added, two, ...rest], kinds: ['delete-parts'] },
    { what: 'all of that', parts: [{ ...two, onHand: 1 }, added, ...rest], kinds: ['delete-parts', 'change-parts', 'add-parts'] },
    { what: 'every part deleted', parts: [], kinds: ['add-parts'] },
    { what: 'parts in another order', parts: [two, one, ...rest], kinds: ['replace-sections'] },
  ])('takes back $what, with no more than it must', ({ parts, kinds }) => {
    const command = kindsOf({ ...plan, parts: parts as Part[] }, plan)
    expect(command).toEqual(kinds)
  })

  it('names only the fields that differ', () => {
    expect(restoringCommand({ from: { ...plan, parts: [{ ...one, onHand: 77 }, two, ...rest] }, to: plan, number: 1 }, ['parts'])).toMatchObject({ commands: [{ kind: 'change-parts', changes: [{ id: one.id, fields: { onHand: one.onHand } }] }] })
  })

  it('replaces parts of other fields whole', () => {
    const { overrides: _, ...older } = one
    const command = restoringCommand({ from: { ...plan, parts: [older as Part, two, ...rest] }, to: plan, number: 1 }, ['parts'])
    expect(command).toMatchObject({ commands: [{ kind: 'replace-sections', sections: { parts: plan.parts } }] })
  })

  it('replaces the other sections, the title with the settings', () => {
    const from = { ...plan, title: 'Other', parts: [one], assemblies: [] }
    expect(kindsOf(from, plan, ['settings', 'parts', 'assemblies'])).toEqual(['add-parts', 'replace-sections'])
  })

  it('is null where nothing differs', () => {
    expect(restoringCommand({ from: plan, to: plan, number: 1 }, [])).toBeNull()
    expect(restoringCommand({ from: plan, to: samplePlan(), number: 1 }, planSectionNames.filter((name) => name === 'parts'))).toBeNull()
  })
})
