import type { PlanDocument } from '../../shared/plan/plan-document'
import { LibraryFailure } from './library-problem'
import { differingSections, planFromSections, revisionListings, revisionSections, storeRevision } from './plan-store'
import { revisionsToDelete } from './revision-retention'
import { sweepAllSections, type SectionHashes } from './section-codec'
import type { Database } from './sqlite'

/** Stores an automatic revision unless the newest one is too young or the same, and clears away what retention lets go. */
export function keepAutomatically(database: Database, of: { readonly planId: string; readonly hashes: SectionHashes; readonly now: number; readonly leastAgeMs: number }): void {
  const { planId, hashes, now, leastAgeMs } = of
  const revisions = revisionListings(database, planId)
  const [newest] = revisions
  if (newest !== undefined && (now - newest.createdAt < leastAgeMs || differingSections(revisionSections(database, newest.id), hashes).length === 0)) return
  database.inTransaction(() => {
    storeRevision(database, { planId, kind: 'auto', label: null, parent: baseRevision(database, planId), hashes, now })
    const gone = revisionsToDelete(revisionListings(database, planId), now)
    for (const id of gone) database.run('DELETE FROM revision WHERE id = ?', id)
    if (gone.length > 0) sweepAllSections(database)
  })
}

/** The revision a plan was last stored as, or null. */
export function baseRevision(database: Database, planId: string): number | null {
  return database.row<{ readonly base: number | null }>('SELECT base_revision AS base FROM draft WHERE plan_id = ?', planId)?.base ?? null
}

/**
 * The plan as it was in a revision.
 *
 * @param of the plan, the revision, and parts in memory that need not be read again where they are the same
 * @throws {LibraryFailure} `revision-missing`, `plan-damaged` or `newer-plan`
 */
export function revisionPlan(database: Database, of: { readonly planId: string; readonly revisionId: number; readonly partsInMemory?: PlanDocument['parts'] }): PlanDocument {
  const { planId, revisionId, partsInMemory = [] } = of
  const row = database.row<{ readonly format: number }>('SELECT format FROM revision WHERE id = ? AND plan_id = ?', revisionId, planId)
  if (row === null) throw new LibraryFailure({ kind: 'revision-missing', revisionId, sentence: 'This version of the plan is no longer there. Choose another from the list.' })
  return planFromSections(database, { planId, format: row.format, hashes: revisionSections(database, revisionId), partsInMemory })
}
