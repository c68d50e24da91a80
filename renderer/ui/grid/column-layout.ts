import type { GridColumn } from './grid-column'

/** A column at its place in the grid. */
export type PlacedColumn<Row> = {
  readonly column: GridColumn<Row>
  /** Place among the columns shown, from 0. */
  readonly index: number
  readonly width: number
  /** Distance from the start of the frozen columns, or of the others. */
  readonly start: number
  readonly isFrozen: boolean
}

/** All columns shown at their places. */
export type ColumnLayout<Row> = {
  readonly columns: readonly PlacedColumn<Row>[]
  readonly frozenWidth: number
  readonly totalWidth: number
}

/** A column that is rendered, with the empty space before it where columns outside the window are left out. */
export type RenderedColumn<Row> = PlacedColumn<Row> & { readonly gapBefore: number }

/** Columns at their places, the frozen ones first. */
export function columnLayout<Row>(
  columns: readonly GridColumn<Row>[],
  of: { readonly frozenCount: number; readonly widthOf: (id: string) => number },
): ColumnLayout<Row> {
  let frozenWidth = 0
  let scrolledWidth = 0
  const placed = columns.map((column, index): PlacedColumn<Row> => {
    const isFrozen = index < of.frozenCount
    const width = of.widthOf(column.id)
    const start = isFrozen ? frozenWidth : scrolledWidth
    if (isFrozen) frozenWidth += width
    else scrolledWidth += width
    return { column, index, width, start, isFrozen }
  })
  return { columns: placed, frozenWidth, totalWidth: frozenWidth + scrolledWidth }
}

/**
 * The columns to render: the frozen ones, those in sight with a few around them, and the active one wherever it is.
 */
export function renderedColumns<Row>(
  layout: ColumnLayout<Row>,
  window: { readonly first: number; readonly last: number },
  activeIndex: number,
): readonly RenderedColumn<Row>[] {
  const rendered: RenderedColumn<Row>[] = []
  let end = 0
  for (const placed of layout.columns) {
    if (placed.isFrozen) {
      rendered.push({ ...placed, gapBefore: 0 })
      continue
    }
    const isInWindow = placed.index >= window.first && placed.index <= window.last
    if (!isInWindow && placed.index !== activeIndex) continue
    rendered.push({ ...placed, gapBefore: placed.start - end })
    end = placed.start + placed.width
  }
  return rendered
}

/** First and last column in sight, with some on either side, in steps so that small movements change nothing. */
export function columnWindow<Row>(
  layout: ColumnLayout<Row>,
  view: { readonly scrollLeft: number; readonly width: number },
): { readonly first: number; readonly last: number } {
  const overscanPixels = 240
  const left = view.scrollLeft - overscanPixels
  const right = view.scrollLeft + Math.max(0, view.width - layout.frozenWidth) + overscanPixels
  let first = layout.columns.length
  let last = -1
  for (const { index, start, width, isFrozen } of layout.columns) {
    if (isFrozen || start + width < left || start > right) continue
    first = Math.min(first, index)
    last = Math.max(last, index)
  }
  return { first, last }
}

/** The column under a distance from the grid's left edge; the nearest one beyond its ends. */
export function columnAt<Row>(layout: ColumnLayout<Row>, x: number, scrollLeft: number): number {
  const isOverFrozen = x < layout.frozenWidth
  const distance = isOverFrozen ? x : x - layout.frozenWidth + scrollLeft
  const candidates = layout.columns.filter(({ isFrozen }) => isFrozen === isOverFrozen)
  const hit = candidates.find(({ start, width }) => distance < start + width)
  return (hit ?? candidates.at(-1) ?? layout.columns.at(-1))?.index ?? 0
}
