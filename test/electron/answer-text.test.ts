import { describe, expect, it } from 'vitest'
import { answerText } from '../../electron/services/answer-text'
import { notePartTexts, partBlocks, takenPartsText } from '../../electron/storage/part-blocks'
import { failed, succeeded } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'
import { largePlan } from '../fixtures/large-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const plan = { ...samplePlan(), title: 'Ä "parts":[] 磁 \\' }
const opened = { plan, seq: 3, undoLabel: null, redoLabel: 'Change "it"', isCheckpointDue: false }

describe('answerText', () => {
  it('puts the texts that parts were read from in the place of the parts', () => {
    const whole = JSON.stringify(plan.parts)
    notePartTexts(plan.parts, [whole.slice(0, -1) + ']', '[]'])
    expect(JSON.parse(answerText(succeeded(opened)))).toEqual({ ok: true, value: opened })
    // Told once: what follows is written out.
    expect(takenPartsText(plan.parts)).toBeNull()
    expect(answerText(succeeded(opened))).toBe(JSON.stringify(succeeded(opened)))
  })

  it.each([
    { what: 'no blocks at all', parts: [] },
    { what: 'several blocks', parts: largePlan(400).parts },
  ])('joins $what', ({ parts }) => {
    const value = { ...opened, plan: { ...plan, parts } }
    notePartTexts(parts, partBlocks(parts).map((block) => JSON.stringify(block)))
    expect(JSON.parse(answerText(succeeded(value)))).toEqual(succeeded(value))
  })

  it.each([succeeded(null), succeeded([1, 'x']), succeeded({ seq: 1 }), failed({ kind: 'x', sentence: 'X.' })])('writes out %j', (result) => {
    expect(answerText(result)).toBe(JSON.stringify(result))
  })

  it('tells an opened plan of the library as it is, and after an edit too', () => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    const { id } = valueOf(library.createPlan({ title: 'Large', plan: largePlan(400) }))
    const first = valueOf(library.openPlan(id))
    expect(JSON.parse(answerText(succeeded(first)))).toEqual(succeeded(first))
    const [part] = first.plan.parts
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: [{ id: part?.id ?? '', fields: { onHand: 4321 } }] } }))
    valueOf(library.apply(id, titled('Edited')))
    const second = valueOf(library.openPlan(id))
    expect(second.plan.parts[0]?.onHand).toBe(4321)
    expect(JSON.parse(answerText(succeeded(second)))).toEqual(succeeded(second))
  })
})
