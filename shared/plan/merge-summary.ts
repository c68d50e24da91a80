import { chosenSide, type MergeDecisions } from './merge-decisions'
import type { MergeItem, PlanMerge } from './plan-merge'

/**
 * What a merge does, in a sentence such as `41 taken, 2 kept, 3 conflicts decided, 1 deletion declined`.
 *
 * @param merge the comparison
 * @param decisions what has been decided
 *
 * @example
 * mergeSummary({ method: 'three-way', author: null, savedDate: null, items: [] }, { choices: {}, conflicts: null }) // => 'nothing to merge'
 */
export function mergeSummary(merge: PlanMerge, decisions: MergeDecisions): string {
  const sideOf = (item: MergeItem): 'mine' | 'theirs' | null => chosenSide(item, decisions)
  const count = (test: (item: MergeItem) => boolean): number => merge.items.filter(test).length
  const counts: readonly (readonly [number, string, string])[] = [
    [count((item) => item.outcome === 'taken' && sideOf(item) === 'theirs'), 'taken', 'taken'],
    [count((item) => item.outcome === 'taken' && sideOf(item) === 'mine'), 'not taken', 'not taken'],
    [count((item) => item.outcome === 'kept' && sideOf(item) === 'mine'), 'kept', 'kept'],
    [count((item) => item.outcome === 'kept' && sideOf(item) === 'theirs'), 'given up', 'given up'],
    [count((item) => item.outcome === 'conflict' && sideOf(item) !== null), 'conflict decided', 'conflicts decided'],
    [count((item) => item.outcome === 'conflict' && sideOf(item) === null), 'conflict open', 'conflicts open'],
    [count((item) => item.outcome === 'proposal' && isDeletion(item) && sideOf(item) === 'theirs'), 'deletion accepted', 'deletions accepted'],
    [count((item) => item.outcome === 'proposal' && isDeletion(item) && sideOf(item) !== 'theirs'), 'deletion declined', 'deletions declined'],
    [count((item) => item.outcome === 'proposal' && !isDeletion(item) && sideOf(item) === 'theirs'), 'proposal accepted', 'proposals accepted'],
    [count((item) => item.outcome === 'proposal' && !isDeletion(item) && sideOf(item) !== 'theirs'), 'proposal declined', 'proposals declined'],
  ]
  const words = counts.filter(([number]) => number > 0).map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
  return words.length === 0 ? 'nothing to merge' : words.join(', ')
}

function isDeletion(item: MergeItem): boolean {
  return item.change === 'only-mine'
}
