import type { PlanDocument } from '../../shared/plan/plan-document'
import { keepAutomatically } from './plan-revisions'
import { revisionListings, storePlanSections, storeRevision } from './plan-store'
import type { SectionHashes } from './section-codec'
import type { Database } from './sqlite'

/** Keeps a state of a plan as a revision unless the newest one is the same, and answers the id of the one that holds it. */
export function keptState(database: Database, of: { readonly planId: string; readonly hashes: SectionHashes; readonly now: number }): number {
  keepAutomatically(database, { ...of, leastAgeMs: 0 })
  return revisionListings(database, of.planId)[0]?.id ?? 0
}

/** What was merged into a plan. */
export type MergedCopy = {
  /** The other copy, and what it is called among the revisions. */
  readonly theirs: PlanDocument
  readonly theirLabel: string
  /** The revision both copies were made from, or null when it is not known. */
  readonly baseRevisionId: number | null
  /** What the revision after the merge is called. */
  readonly label: string
}

/** Stores the other copy as a revision and the plan after the merge as one with two parents; answers both ids. */
export function storeMerge(
  database: Database,
  merged: MergedCopy,
  of: { readonly planId: string; readonly mineId: number; readonly hashes: SectionHashes; readonly now: number },
): { readonly theirId: number; readonly mergedId: number } {
  const { planId, mineId, hashes, now } = of
  return database.inTransaction(() => {
    const sections = storePlanSections(database, merged.theirs, new Map())
    const theirId = storeRevision(database, { planId, kind: 'import', label: merged.theirLabel, parent: merged.baseRevisionId, hashes: sections, now })
    const mergedId = storeRevision(database, { planId, kind: 'manual', label: merged.label, parent: mineId, secondParent: theirId, hashes, now })
    return { theirId, mergedId }
  })
}
