import type { GridLayout } from './use-grid-table'

/** Every column id in the order of a layout; those it does not name come last. */
export function wholeOrder(layout: GridLayout, ids: readonly string[]): readonly string[] {
  const known = new Set(ids)
  const named = layout.order.filter((id) => known.has(id))
  const isNamed = new Set(named)
  return [...named, ...ids.filter((id) => !isNamed.has(id))]
}

/** A layout with a column moved before or behind another. */
export function withColumnMoved(layout: GridLayout, ids: readonly string[], move: { readonly id: string; readonly targetId: string; readonly isBehind: boolean }): GridLayout {
  const order = wholeOrder(layout, ids).filter((id) => id !== move.id)
  const target = order.indexOf(move.targetId)
  if (target < 0) return layout
  const at = target + (move.isBehind ? 1 : 0)
  return { ...layout, order: [...order.slice(0, at), move.id, ...order.slice(at)] }
}

/** A layout with a column of another width. */
export function withWidth(layout: GridLayout, id: string, width: number): GridLayout {
  return { ...layout, widths: { ...layout.widths, [id]: width } }
}

/** A layout with a column hidden, or shown again. */
export function withHidden(layout: GridLayout, id: string, isHidden: boolean): GridLayout {
  const others = layout.hidden.filter((one) => one !== id)
  return { ...layout, hidden: isHidden ? [...others, id] : others }
}
