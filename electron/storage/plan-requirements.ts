import type { PlanListing } from '../../shared/ipc/plan-listing'
import type { Part } from '../../shared/plan/part-schema'
import { planDocumentSchema, type PlanDocument } from '../../shared/plan/plan-document'
import { LibraryFailure } from './library-problem'
import { planListing } from './plan-store'
import type { Database } from './sqlite'

/**
 * A plan of the list, trashed or not.
 *
 * @throws {LibraryFailure} `plan-missing`
 */
export function requiredListing(database: Database, planId: string): PlanListing {
  const listing = planListing(database, planId)
  if (listing === null) throw new LibraryFailure({ kind: 'plan-missing', planId, sentence: 'This plan is not in the library; it may have been deleted. Look at the list again.' })
  return listing
}

/** @throws {LibraryFailure} `plan-missing` or `plan-in-trash` */
export function requireNotTrashed(database: Database, planId: string): void {
  const { name, trashedAt } = requiredListing(database, planId)
  if (trashedAt !== null) throw new LibraryFailure({ kind: 'plan-in-trash', planId, sentence: `The plan "${name}" is in the trash. Recover it first.` })
}

/** @throws {LibraryFailure} `plan-missing` or `plan-not-in-trash` */
export function requireTrashed(database: Database, planId: string): void {
  const { name, trashedAt } = requiredListing(database, planId)
  if (trashedAt === null) throw new LibraryFailure({ kind: 'plan-not-in-trash', planId, sentence: `The plan "${name}" is not in the trash. Put it there first.` })
}

/** @throws {LibraryFailure} `name-out-of-range` */
export function requireName(name: string): void {
  if (name.length >= 1 && name.length <= 200) return
  throw new LibraryFailure({ kind: 'name-out-of-range', name, sentence: name === '' ? 'The name is empty; enter at least one letter or digit.' : `The name has ${name.length} characters; shorten it to 200.` })
}

/**
 * A plan of the right shape.
 *
 * @throws {LibraryFailure} `not-a-plan`
 */
export function checkedPlan(value: unknown): PlanDocument {
  const parsed = planDocumentSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  throw new LibraryFailure({ kind: 'not-a-plan', detail, sentence: `This is not a plan as Lodestock keeps them (${detail}). Choose a file that Lodestock has saved.` })
}

/** @throws {LibraryFailure} `slice-missing` when a plan has no slice of parts of this number */
export function requiredSlice(parts: readonly Part[] | null, of: { readonly planId: string; readonly slice: number }): readonly Part[] {
  if (parts === null) throw new LibraryFailure({ kind: 'slice-missing', ...of, sentence: `This plan has no slice of parts no. ${of.slice}. Open the plan again.` })
  return parts
}
