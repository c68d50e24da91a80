import { useState, type PointerEvent, type ReactNode } from 'react'
import { nearestIndex } from './nearest-index'

/** Where a chart is being read: the index of a point, or null. */
export type ChartWalk = {
  readonly index: number | null
  readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerLeave: () => void
  readonly setIndex: (index: number | null) => void
}

/**
 * Reads a chart by pointer; the nearest point is the one read.
 *
 * @param xs positions of the points in pixels, ascending
 */
export function useChartWalk(xs: readonly number[]): ChartWalk {
  const [index, setIndex] = useState<number | null>(null)
  return {
    index: index === null || index >= xs.length ? null : index,
    setIndex,
    onPointerLeave: () => setIndex(null),
    onPointerMove: (event) => {
      const box = event.currentTarget.getBoundingClientRect()
      const scale = event.currentTarget.viewBox.baseVal.width / box.width
      setIndex(nearestIndex(xs, (event.clientX - box.left) * scale))
    },
  }
}

/** The same by keyboard: a range out of sight whose arrow keys walk along the points and say what stands there. */
export function ChartWalker(props: { readonly label: string; readonly count: number; readonly walk: ChartWalk; readonly textAt: (index: number) => string }): ReactNode {
  const { label, count, walk, textAt } = props
  if (count === 0) return null
  const index = walk.index ?? 0
  return (
    <input
      className="chart-walker"
      type="range"
      aria-label={label}
      aria-valuetext={textAt(index)}
      min={0}
      max={count - 1}
      value={index}
      onFocus={() => walk.setIndex(index)}
      onBlur={() => walk.setIndex(null)}
      onChange={(event) => walk.setIndex(Number(event.currentTarget.value))}
    />
  )
}
