import { chosenSide, type MergeDecisions } from '../../shared/plan/merge-decisions'
import type { MergeItem, PlanMerge } from '../../shared/plan/plan-merge'

/** The differences of a merge by what becomes of them. */
export type MergeLists = {
  /** Conflicts by row, in the order of the plan. */
  readonly conflicts: readonly { readonly rowKey: string; readonly subject: string; readonly items: readonly MergeItem[] }[]
  readonly proposals: readonly MergeItem[]
  readonly taken: readonly MergeItem[]
  readonly kept: readonly MergeItem[]
  /** How many conflicts wait for a decision. */
  readonly openCount: number
}

/** The differences of a merge, sorted for the screen. */
export function mergeLists({ items }: PlanMerge, decisions: MergeDecisions): MergeLists {
  const rows = new Map<string, MergeItem[]>()
  for (const item of items) {
    if (item.outcome !== 'conflict') continue
    const row = rows.get(item.rowKey)
    if (row === undefined) rows.set(item.rowKey, [item])
    else row.push(item)
  }
  const of = (outcome: MergeItem['outcome']): readonly MergeItem[] => items.filter((item) => item.outcome === outcome)
  return {
    conflicts: [...rows].map(([rowKey, list]) => ({ rowKey, subject: list[0]?.subject ?? rowKey, items: list })),
    proposals: of('proposal'),
    taken: of('taken'),
    kept: of('kept'),
    openCount: items.filter((item) => chosenSide(item, decisions) === null).length,
  }
}

/** What is decided before the user has decided anything: where the state before both copies is not known, mine is marked. */
export function firstDecisions({ items }: PlanMerge): MergeDecisions {
  return { choices: Object.fromEntries(items.flatMap((item) => (item.outcome === 'conflict' && item.preselected !== null ? [[item.id, item.preselected]] : []))), conflicts: null }
}

/** Decisions that still fit after the plan was compared anew. */
export function keptDecisions(merge: PlanMerge, last: MergeDecisions): MergeDecisions {
  const known = new Set(merge.items.map((item) => item.id))
  const first = firstDecisions(merge)
  return { ...last, choices: { ...first.choices, ...Object.fromEntries(Object.entries(last.choices).filter(([id]) => known.has(id))) } }
}

/** The decisions with one side for some items. */
export function decidedFor(decisions: MergeDecisions, items: readonly MergeItem[], side: 'mine' | 'theirs'): MergeDecisions {
  return { ...decisions, choices: { ...decisions.choices, ...Object.fromEntries(items.map((item) => [item.id, side])) } }
}

/** How it was found out who changed what, in a sentence. */
export function methodSentence({ method }: PlanMerge, from: string): string {
  switch (method) {
    case 'three-way':
      return `Compared cell by cell with the state that both copies were made from: what only ${from} changed is taken, what only you changed is kept, and you decide the rest.`
    case 'by-checks':
      return 'The state that both copies were made from is no longer kept; the check codes of the file tell row by row who changed what.'
    case 'two-way':
      return 'Nothing is known of the state that both copies were made from: every difference is asked, and yours is marked.'
    case 'import':
      return 'This file is of another plan. Parts are matched by number and plant, and nothing is taken unless you tick it.'
  }
}
