import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockNames, partBlocks } from '../../electron/storage/part-blocks'
import { openedDatabase } from '../../electron/storage/sqlite'
import type { Part } from '../../shared/plan/part-schema'
import { largePlan } from '../fixtures/large-plan'
import { openedLibrary, temporaryFolder, valueOf } from './library-fixture'

const many = largePlan(2000).parts

describe('partBlocks', () => {
  it('has every part once, in order, and one empty block for none', () => {
    expect(partBlocks([])).toEqual([[]])
    for (const count of [1, 2, 63, 64, 500, 2000]) expect(partBlocks(many.slice(0, count)).flat()).toEqual(many.slice(0, count))
  })

  it('makes blocks of about 24 parts', () => {
    const sizes = partBlocks(many).map((block) => block.length)
    expect(sizes.length).toBeGreaterThan(2000 / 24 / 2)
    expect(sizes.length).toBeLessThan((2000 / 24) * 2)
    expect(Math.max(...partBlocks(Array.from({ length: 5000 }, () => many[1] as Part)).map((block) => block.length))).toBeLessThanOrEqual(1024)
  })

  it('leaves all blocks but one or two as they are when a part is added or deleted anywhere', () => {
    const before = new Set(partBlocks(many).map((block) => block.map(({ id }) => id).join()))
    fc.assert(
      fc.property(fc.nat(many.length - 1), fc.boolean(), (place, isAdded) => {
        const added = { ...(many[0] as Part), id: 'p-zzzzzz' }
        const after = partBlocks(isAdded ? many.toSpliced(place, 0, added) : many.toSpliced(place, 1))
        const changed = after.filter((block) => !before.has(block.map(({ id }) => id).join()))
        expect(changed.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('blockNames', () => {
  it('names blocks in order, and nothing when one is missing', () => {
    const names = ['parts/00001/00003', 'settings', 'parts/00000/00003', 'parts/00002/00003']
    expect(blockNames(names)).toEqual(['parts/00000/00003', 'parts/00001/00003', 'parts/00002/00003'])
    expect(blockNames(names.slice(0, 3))).toBeNull()
    expect(blockNames(['settings'])).toBeNull()
  })
})

describe('a large plan in the library', () => {
  it('writes the block of the part that changed, and comes back whole from blocks, undone and redone', () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const plan = largePlan(2000)
    const { id } = valueOf(library.createPlan({ title: plan.title, plan }))
    valueOf(library.openPlan(id))
    const bare = openedDatabase(library.path)
    const written = (): number => bare.row<{ readonly count: number }>('SELECT count(*) AS count FROM blob')?.count ?? 0
    const blobs = written()
    valueOf(library.nameRevision(id, 'Before'))
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: [{ id: plan.parts[700]?.id ?? '', fields: { onHand: 1 } }] } }))
    valueOf(library.nameRevision(id, 'After'))
    // One block and one entry of the history.
    expect(written()).toBe(blobs + 2)
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'delete-parts', ids: plan.parts.map((part) => part.id) } }))
    valueOf(library.checkpoint(id))
    expect(valueOf(library.openPlan(id)).plan.parts).toEqual([])
    for (let count = 0; count < 2; count++) valueOf(library.apply(id, { kind: 'undo' }))
    valueOf(library.checkpoint(id))
    bare.close()
    valueOf(library.close())
    const again = openedLibrary({ folder }).library
    const parts = valueOf(again.openPlan(id)).plan.parts
    expect(parts).toEqual(plan.parts)
    valueOf(again.apply(id, { kind: 'redo' }))
    expect(valueOf(again.openPlan(id)).plan.parts[700]?.onHand).toBe(1)
  })

  it('keeps blocks that were swept and are needed again', () => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    const plan = largePlan(300)
    const { id } = valueOf(library.createPlan({ title: plan.title, plan }))
    valueOf(library.openPlan(id))
    // No revision holds what is deleted, so its blocks go; undo brings back the very same parts.
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'delete-parts', ids: plan.parts.map((part) => part.id) } }))
    valueOf(library.checkpoint(id))
    valueOf(library.apply(id, { kind: 'undo' }))
    valueOf(library.checkpoint(id))
    valueOf(library.closePlan(id))
    expect(valueOf(library.openPlan(id)).plan.parts).toEqual(plan.parts)
  })
})
