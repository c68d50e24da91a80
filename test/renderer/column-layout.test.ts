import { describe, expect, it } from 'vitest'
import { columnAt, columnLayout, columnWindow, renderedColumns } from '../../renderer/ui/grid/column-layout'
import { withColumnMoved, withHidden, withWidth, wholeOrder } from '../../renderer/ui/grid/grid-layout-change'
import { cellKeyAt, placedSelection } from '../../renderer/ui/grid/grid-selection'
import { stockColumns } from './grid-fixture'

// Two frozen columns of 100, four scrolled ones of 200.
const layout = columnLayout(stockColumns, { frozenCount: 2, widthOf: (id) => (id === 'name' || id === 'onHand' ? 100 : 200) })

describe('columnLayout', () => {
  it('places frozen and scrolled columns from where they begin', () => {
    expect(layout.columns.map(({ start }) => start)).toEqual([0, 100, 0, 200, 400, 600])
    expect([layout.frozenWidth, layout.totalWidth]).toEqual([200, 1000])
  })

  it('renders frozen columns, those in sight, and the active one with the gap before it', () => {
    expect(renderedColumns(layout, { first: 2, last: 3 }, 5).map(({ index, gapBefore }) => [index, gapBefore])).toEqual([[0, 0], [1, 0], [2, 0], [3, 0], [5, 200]])
    expect(renderedColumns(layout, { first: 4, last: 5 }, 0).map(({ index, gapBefore }) => [index, gapBefore])).toEqual([[0, 0], [1, 0], [4, 400], [5, 0]])
  })

  it('finds the columns in sight and a little more', () => {
    expect(columnWindow(layout, { scrollLeft: 0, width: 300 })).toEqual({ first: 2, last: 3 })
    expect(columnWindow(layout, { scrollLeft: 700, width: 300 })).toEqual({ first: 4, last: 5 })
  })

  it('finds the column under the pointer, scrolled or not', () => {
    expect([50, 150, 250, 450].map((x) => columnAt(layout, x, 0))).toEqual([0, 1, 2, 3])
    expect([150, 250].map((x) => columnAt(layout, x, 400))).toEqual([1, 4])
    expect(columnAt(layout, 5000, 0)).toBe(5)
  })
})

describe('changes of a layout', () => {
  const ids = ['a', 'b', 'c', 'd']
  const plain = { order: ['b', 'a'], hidden: [], widths: {} }

  it('know the order of columns they do not name', () => {
    expect(wholeOrder(plain, ids)).toEqual(['b', 'a', 'c', 'd'])
    expect(wholeOrder({ ...plain, order: ['x', 'd'] }, ids)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('move a column before or behind another', () => {
    expect(withColumnMoved(plain, ids, { id: 'b', targetId: 'c', isBehind: true }).order).toEqual(['a', 'c', 'b', 'd'])
    expect(withColumnMoved(plain, ids, { id: 'd', targetId: 'b', isBehind: false }).order).toEqual(['d', 'b', 'a', 'c'])
    expect(withColumnMoved(plain, ids, { id: 'd', targetId: 'gone', isBehind: false })).toBe(plain)
  })

  it('hide, show and widen', () => {
    expect(withHidden(withHidden(plain, 'c', true), 'c', true).hidden).toEqual(['c'])
    expect(withHidden({ ...plain, hidden: ['c'] }, 'c', false).hidden).toEqual([])
    expect(withWidth(plain, 'a', 80).widths).toEqual({ a: 80 })
  })
})

describe('placedSelection', () => {
  const places = { rowIds: ['r1', 'r2', 'r3'], rowIndexes: new Map([['r1', 0], ['r2', 1], ['r3', 2]]), columnIds: ['a', 'b'] }
  const nowhere = { row: 0, column: 0 }

  it('follows rows and columns wherever they go', () => {
    const selection = { active: cellKeyAt({ row: 0, column: 1 }, places), extent: cellKeyAt({ row: 2, column: 0 }, places) }
    expect(placedSelection(selection, places, nowhere).range).toEqual({ firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 1 })
    const turned = { rowIds: ['r3', 'r2', 'r1'], rowIndexes: new Map([['r3', 0], ['r2', 1], ['r1', 2]]), columnIds: ['b', 'a'] }
    expect(placedSelection(selection, turned, nowhere).active).toEqual({ row: 2, column: 0 })
  })

  it('takes the nearest place where a row or column is gone', () => {
    const selection = { active: { rowId: 'gone', columnId: 'gone' }, extent: { rowId: 'gone', columnId: 'gone' } }
    expect(placedSelection(selection, places, { row: 9, column: 1 }).active).toEqual({ row: 2, column: 1 })
  })

  it('selects no cells while a heading is active', () => {
    const heading = { rowId: null, columnId: 'b' }
    expect(placedSelection({ active: heading, extent: heading }, places, nowhere)).toMatchObject({ active: { row: -1, column: 1 }, range: null })
  })
})
