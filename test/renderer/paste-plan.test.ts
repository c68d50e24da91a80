import { describe, expect, it } from 'vitest'
import { editSentence } from '../../renderer/ui/grid/edit-sentence'
import { clearPlan, fillDownRanges, fillPlan, fillRightRanges } from '../../renderer/ui/grid/fill-plan'
import { pastePlan, pasteTarget } from '../../renderer/ui/grid/paste-plan'
import { tsvRows } from '../../renderer/ui/grid/tsv-text'
import { stockGrid } from './grid-fixture'

const region = { sign: 'point', name: 'English' } as const
const at = (row: number, column: number, lastRow = row, lastColumn = column) => ({ firstRow: row, lastRow, firstColumn: column, lastColumn })

describe('pasteTarget', () => {
  it('tiles a selection that is a whole number of blocks, and else takes the size of the block', () => {
    expect(pasteTarget([['1', '2']], at(0, 0, 9, 3))).toEqual(at(0, 0, 9, 3))
    expect(pasteTarget([['1', '2']], at(0, 0, 9, 2))).toEqual(at(0, 0, 9, 1))
    expect(pasteTarget([['1'], ['2'], ['3']], at(4, 2))).toEqual(at(4, 2, 6, 2))
  })
})

describe('pastePlan', () => {
  const paste = (text: string, selection: ReturnType<typeof at>, rowCount = 5, from = region as { sign: 'point' | 'comma'; name: string }) =>
    pastePlan(stockGrid(rowCount), { block: tsvRows(text), selection, region: from })

  it('reads each column by its own type and sign', () => {
    const plan = paste('1.250\t0.75\t97,5\tExempt\n2.500\t1,250.5\t98\tnone', at(0, 1))
    expect(plan.changes).toEqual([
      { rowId: 'r0', columnId: 'onHand', value: 1.25 }, { rowId: 'r0', columnId: 'cost', value: 0.75 }, { rowId: 'r0', columnId: 'level', value: 0.975 }, { rowId: 'r0', columnId: 'route', value: 'exempt' },
      { rowId: 'r1', columnId: 'onHand', value: 2.5 }, { rowId: 'r1', columnId: 'cost', value: 1250.5 }, { rowId: 'r1', columnId: 'level', value: 0.98 }, { rowId: 'r1', columnId: 'route', value: 'exempt' },
    ].filter(({ columnId }) => columnId !== 'onHand'))
    expect(plan.refused.map(({ place }) => place)).toEqual(['MG-0, On hand', 'MG-1, On hand'])
    expect(plan.range).toEqual(at(0, 1, 1, 4))
  })

  it('reads an ambiguous number by the other columns of the block, and by the region without them', () => {
    const values = (text: string, from: typeof region | { sign: 'comma'; name: string }) => paste(text, at(0, 1), 5, from).changes.map(({ value }) => value)
    expect(values('1.250\t0,75', region)).toEqual([1250, 0.75])
    expect(values('1.250\t3', region)).toEqual([1.25, 3])
    expect(values('1.250\t3', { sign: 'comma', name: 'German' })).toEqual([1250, 3])
  })

  it('leaves computed cells alone and refuses what cannot be read, each with its place and reason', () => {
    const plan = paste('5 kg\t\t0.97\tperhaps\t99', at(2, 1))
    expect(plan).toMatchObject({ readOnlyCount: 1, unchangedCount: 1, changes: [] })
    expect(plan.refused).toEqual([
      { place: 'MG-2, On hand', found: '5 kg', reason: '“5 kg” is in kg, and the cell is in pcs; convert it first' },
      { place: 'MG-2, Service level', found: '0.97', reason: '“0.97” in a column of percent would be 0.97 %; enter 97 for 97 %, or write the sign % behind it' },
      { place: 'MG-2, Licence route', found: 'perhaps', reason: '“perhaps” is none of its choices; choose one of Individual licence, Exempt' },
    ])
  })

  it('refuses what a column itself refuses', () => {
    expect(paste('-4', at(0, 1)).refused[0]).toEqual({ place: 'MG-0, On hand', found: '-4', reason: 'it is negative; enter 0 or more' })
  })

  it('tiles one cell over a selection', () => {
    const plan = paste('7', at(0, 1, 3, 1))
    expect(plan.changes.map(({ rowId, value }) => [rowId, value])).toEqual([['r0', 7], ['r1', 7], ['r2', 7], ['r3', 7]])
  })

  it('says which lines and columns do not fit', () => {
    const plan = paste('1\n2\n3', at(3, 1))
    expect(plan.changes.map(({ rowId }) => rowId)).toEqual(['r3', 'r4'])
    expect(plan.refused).toEqual([{ place: 'Line 3 of what was pasted', found: '3', reason: 'there is no row left for it; add parts first, then paste again' }])
    expect(paste('1\t2', at(0, 5)).refused[0]?.place).toBe('The last column of what was pasted')
  })

  it('is announced with its size and counts', () => {
    const block = Array.from({ length: 50 }, (_, row) => [`N-${row}`, String(row + 20), '2.5', '97', 'Exempt'].join('\t')).join('\n')
    const plan = paste(block.replace('N-3\t23', '\tx'), at(0, 0), 60)
    expect(editSentence('paste', plan)).toBe('50 x 5 pasted: 248 cells changed, 2 refused. Numbers read with a decimal point, proved by 2.5.')
  })

  it('takes a short row of a block for one that says nothing about the cells it lacks', () => {
    expect(paste('1\t2\n3', at(0, 1)).changes.map(({ rowId, columnId }) => `${rowId} ${columnId}`)).toEqual(['r0 onHand', 'r0 cost', 'r1 onHand'])
  })
})

describe('filling', () => {
  it('repeats the first row downwards, and the row above when one row is selected', () => {
    expect(fillDownRanges(at(1, 0, 4, 2))).toEqual({ source: at(1, 0, 1, 2), target: at(2, 0, 4, 2) })
    expect(fillDownRanges(at(1, 0))).toEqual({ source: at(0, 0), target: at(1, 0) })
    expect(fillDownRanges(at(0, 0))).toBeNull()
    expect(fillRightRanges(at(1, 1, 2, 3))).toEqual({ source: at(1, 1, 2, 1), target: at(1, 2, 2, 3) })
  })

  it('repeats a pattern of several rows, forwards and backwards', () => {
    const grid = stockGrid(6)
    const rows = grid.rows.map((row, index) => ({ ...row, onHand: 100 + index }))
    const filled = (source: ReturnType<typeof at>, target: ReturnType<typeof at>) =>
      fillPlan({ ...grid, rows }, { source, target, sign: 'point' }).changes.map(({ value }) => value)
    expect(filled(at(0, 1, 1, 1), at(2, 1, 5, 1))).toEqual([100, 101, 100, 101])
    expect(filled(at(4, 1, 5, 1), at(1, 1, 3, 1))).toEqual([105, 104, 105])
  })

  it('reads a value that crosses into another column as that column does', () => {
    const plan = fillPlan(stockGrid(1), { source: at(0, 1), target: at(0, 2, 0, 3), sign: 'point' })
    expect(plan.changes).toEqual([{ rowId: 'r0', columnId: 'cost', value: 10 }, { rowId: 'r0', columnId: 'level', value: 0.1 }])
  })
})

describe('clearPlan', () => {
  it('empties what may be empty, refuses the rest and leaves computed cells alone', () => {
    const grid = stockGrid(1)
    const plan = clearPlan({ ...grid, rows: grid.rows.map((row) => ({ ...row, cost: 3 })) }, at(0, 0, 0, 5))
    expect(plan.changes).toEqual([{ rowId: 'r0', columnId: 'cost', value: null }])
    expect(plan.refused.map(({ place }) => place)).toEqual(['MG-0, Part number', 'MG-0, On hand', 'MG-0, Service level', 'MG-0, Licence route'])
    expect(plan.readOnlyCount).toBe(1)
  })
})
