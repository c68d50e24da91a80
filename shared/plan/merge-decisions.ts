import type { MergeItem } from './plan-merge'

/** What the planner has decided about the differences of a merge, as JSON. */
export type MergeDecisions = {
  /** Side by item; what is not named goes as it is preselected. */
  readonly choices: { readonly [itemId: string]: 'mine' | 'theirs' }
  /** Side for every conflict that has no choice of its own; null when each must have one. */
  readonly conflicts: 'mine' | 'theirs' | null
}

/** Nothing decided yet: everything as it is preselected, and conflicts open. */
export const noDecisions: MergeDecisions = { choices: {}, conflicts: null }

/**
 * The side that a difference goes to; null for a conflict that nobody has decided. What a conflict has preselected
 * is a proposal of the screen, no decision.
 *
 * @param item the difference
 * @param decisions what has been decided
 *
 * @example
 * chosenSide({ id: 'part:p-bcdfgh|moq', outcome: 'conflict', preselected: null }, { choices: {}, conflicts: 'theirs' }) // => 'theirs'
 */
export function chosenSide(item: Pick<MergeItem, 'id' | 'outcome' | 'preselected'>, decisions: MergeDecisions): 'mine' | 'theirs' | null {
  const choice = Object.hasOwn(decisions.choices, item.id) ? (decisions.choices[item.id] ?? null) : null
  if (choice !== null) return choice
  return item.outcome === 'conflict' ? decisions.conflicts : item.preselected
}
