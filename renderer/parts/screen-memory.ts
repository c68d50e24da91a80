import type { GridSort } from '../ui/grid/use-grid-table'

/** How the planner left the parts screen, for when they come back to it. */
export type ScreenMemory = {
  search: string
  allowed: Readonly<Record<string, readonly string[]>>
  sort: GridSort | null
  /** The part that was opened from it, to come back to; null once that has been done. */
  openedPartId: string | null
}

const memories = new Map<string, ScreenMemory>()

/** The memory of the parts screen of a plan, for as long as the window is open. */
export function screenMemory(planId: string): ScreenMemory {
  const known = memories.get(planId)
  if (known !== undefined) return known
  const fresh: ScreenMemory = { search: '', allowed: {}, sort: null, openedPartId: null }
  memories.set(planId, fresh)
  return fresh
}
