import type { ReactNode } from 'react'

/** A mark of an axis: where, and what it says. */
export type AxisTick = { readonly at: number; readonly label: string }

/** Horizontal lines with their values at the left edge; of lines with the same label, as where all figures are 0, one is enough. */
export function ValueAxis(props: { readonly ticks: readonly AxisTick[]; readonly left: number; readonly right: number }): ReactNode {
  const { left, right } = props
  const ticks = props.ticks.filter(({ label }, index) => label !== props.ticks[index - 1]?.label)
  return (
    <g className="chart-grid">
      {ticks.map(({ at, label }) => (
        <g key={label} transform={`translate(0,${at})`}>
          <line x1={left} x2={right} />
          <text x={left - 10} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The line at the foot of a chart with its marks. */
export function FootAxis(props: { readonly ticks: readonly AxisTick[]; readonly left: number; readonly right: number; readonly y: number }): ReactNode {
  const { ticks, left, right, y } = props
  return (
    <g className="chart-axis" transform={`translate(0,${y})`}>
      <line x1={left} x2={right} />
      {ticks.map(({ at, label }) => (
        <g key={`${at}${label}`} transform={`translate(${at},0)`}>
          <line y2={5} />
          <text y={20} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}
