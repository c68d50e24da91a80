import type { Part, PartOverride } from './part-schema'

/** A level that a planner may override, in words with their article. */
export const overriddenLevelWords: Readonly<Record<PartOverride['field'], string>> = {
  safetyStock: 'the safety stock',
  reorderPoint: 'the reorder point',
  orderUpToLevel: 'the maximum',
}

/** An override as it stands on a day. */
export type StandingOverride = {
  /** What the planner has set and why. */
  readonly override: PartOverride
  /** Whether its last day is over; it is still shown, with a warning, until someone renews or deletes it. */
  readonly isExpired: boolean
}

/**
 * The planner's override of one level of a part, to be shown beside the computed level; null where there is none.
 *
 * @param part the part
 * @param field the level
 * @param date day it is looked at, `YYYY-MM-DD`
 *
 * @example
 * const override = { field: 'safetyStock', value: 900, reason: 'New tool', author: 'K. Weber', setDate: '2026-11-02', expiryDate: '2026-12-31' }
 * standingOverride({ overrides: [override] }, 'safetyStock', '2027-01-01').isExpired // => true
 */
export function standingOverride(part: Pick<Part, 'overrides'>, field: PartOverride['field'], date: string): StandingOverride | null {
  const override = part.overrides.find((each) => each.field === field)
  return override === undefined ? null : { override, isExpired: override.expiryDate !== null && override.expiryDate < date }
}
