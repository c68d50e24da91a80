import { describe, expect, it } from 'vitest'
import { answerBytes } from '../../electron/services/answer-bytes'
import { takenPartBytes } from '../../electron/storage/part-slices'
import { failed, succeeded } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'
import { largePlan } from '../fixtures/large-plan'
import { openedLibrary, temporaryFolder, valueOf } from './library-fixture'

const said = (result: Parameters<typeof answerBytes>[0]): string => answerBytes(result).toString('utf8')

describe('answerBytes', () => {
  it.each([
    { what: 'no parts', plan: { ...samplePlan(), parts: [] } },
    { what: 'a few, in letters of any kind', plan: { ...samplePlan(), parts: samplePlan().parts.map((part) => ({ ...part, description: 'Ä "parts":[] 磁 \\' })) } },
    { what: 'several blocks', plan: largePlan(400) },
  ])('puts what was stored of $what in the place of the parts, once', ({ plan }) => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    const { id } = valueOf(library.createPlan({ title: 'Large', plan }))
    const { seq } = valueOf(library.takeUpPlan(id))
    const parts = valueOf(library.planParts(id, { seq, slice: 0 }))
    const first = said(succeeded(parts))
    expect(JSON.parse(first)).toEqual({ ok: true, value: plan.parts.slice(0, parts.length) })
    // Told once: what follows is written out, to the same effect.
    expect(takenPartBytes(parts)).toBeNull()
    expect(JSON.parse(said(succeeded(parts)))).toEqual(JSON.parse(first))
  })

  it.each([succeeded(null), succeeded([1, 'x']), succeeded([]), succeeded({ seq: 1 }), failed({ kind: 'x', sentence: 'Ä.' })])('writes out %j', (result) => {
    expect(said(result)).toBe(JSON.stringify(result))
  })
})
