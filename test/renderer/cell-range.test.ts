import { describe, expect, it } from 'vitest'
import { fillTarget, isInRange, rangeBetween, rangeHeight, rangeWidth, rangeWithin } from '../../renderer/ui/grid/cell-range'
import { movedCell, tabbedCell } from '../../renderer/ui/grid/grid-move'

const range = { firstRow: 2, lastRow: 4, firstColumn: 1, lastColumn: 3 }

describe('cell ranges', () => {
  it('lie between two corners in whatever order', () => {
    expect(rangeBetween({ row: 4, column: 1 }, { row: 2, column: 3 })).toEqual(range)
    expect([rangeHeight(range), rangeWidth(range)]).toEqual([3, 3])
  })

  it('hold their corners and nothing beyond', () => {
    expect(isInRange(range, { row: 2, column: 1 }) && isInRange(range, { row: 4, column: 3 })).toBe(true)
    expect([{ row: 1, column: 1 }, { row: 5, column: 1 }, { row: 2, column: 0 }, { row: 2, column: 4 }].some((cell) => isInRange(range, cell))).toBe(false)
  })

  it('are cut to the grid, and none is left outside it', () => {
    expect(rangeWithin(range, { rowCount: 3, columnCount: 10 })).toEqual({ ...range, lastRow: 2 })
    expect(rangeWithin(range, { rowCount: 2, columnCount: 10 })).toBeNull()
  })

  it('grow with the fill handle one way only: the way with the longer distance', () => {
    expect(fillTarget(range, { row: 9, column: 5 })).toEqual({ ...range, firstRow: 5, lastRow: 9 })
    expect(fillTarget(range, { row: 0, column: 2 })).toEqual({ ...range, firstRow: 0, lastRow: 1 })
    expect(fillTarget(range, { row: 5, column: 9 })).toEqual({ ...range, firstColumn: 4, lastColumn: 9 })
    expect(fillTarget(range, { row: 3, column: 0 })).toEqual({ ...range, firstColumn: 0, lastColumn: 0 })
    expect(fillTarget(range, { row: 3, column: 2 })).toBeNull()
  })
})

const extent = { rowCount: 100, columnCount: 10, pageRows: 20 }
const from = { row: 50, column: 5 }

describe('moving through the grid', () => {
  it.each([
    ['ArrowDown', false, 51, 5], ['ArrowUp', false, 49, 5], ['ArrowRight', false, 50, 6], ['ArrowLeft', false, 50, 4],
    ['ArrowDown', true, 99, 5], ['ArrowUp', true, 0, 5], ['ArrowRight', true, 50, 9], ['ArrowLeft', true, 50, 0],
    ['Home', false, 50, 0], ['End', false, 50, 9], ['Home', true, 0, 0], ['End', true, 99, 9], ['PageDown', false, 70, 5], ['PageUp', false, 30, 5],
  ])('%s, Ctrl %s, goes to row %i and column %i', (key, isControl, row, column) => {
    expect(movedCell({ key, isControl }, from, extent)).toEqual({ row, column })
  })

  it('never leaves the grid', () => {
    expect(movedCell({ key: 'PageDown', isControl: false }, { row: 95, column: 9 }, extent)).toEqual({ row: 99, column: 9 })
    expect(movedCell({ key: 'ArrowRight', isControl: false }, { row: 95, column: 9 }, extent)).toEqual({ row: 95, column: 9 })
    expect(movedCell({ key: 'ArrowUp', isControl: false }, { row: 0, column: 0 }, extent)).toEqual({ row: 0, column: 0 })
  })

  it('does not take other keys for moves', () => {
    expect(movedCell({ key: 'a', isControl: false }, from, extent)).toBeNull()
  })

  it('goes on in the next row with Tab, and leaves at the very end', () => {
    expect(tabbedCell({ row: 3, column: 9 }, false, extent)).toEqual({ row: 4, column: 0 })
    expect(tabbedCell({ row: 3, column: 0 }, true, extent)).toEqual({ row: 2, column: 9 })
    expect(tabbedCell({ row: 99, column: 9 }, false, extent)).toBeNull()
    expect(tabbedCell({ row: 0, column: 0 }, true, extent)).toBeNull()
  })
})
