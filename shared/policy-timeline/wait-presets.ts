import { DomainError } from '../domain-error'
import { articleCitations } from './article-facts'
import type { Citation } from './citation'
import { elsewhereCitations } from './elsewhere-facts'
import type { LicenceWait } from './licence-wait'

/** A licence wait to choose instead of entering one: how long, and where that is known from. */
export type WaitPreset = {
  /** Stable words, such as `statutory-review`. */
  readonly id: string
  /** Its name in a list. */
  readonly title: string
  /** Accepted application to grant. */
  readonly wait: LicenceWait
  /** Share of applications refused; 0 in every preset, since nobody reported a rate of refusals. */
  readonly refusalRate: number
  /** What it stands for and how its numbers came about. */
  readonly summary: string
  /** Where its numbers are from; empty only where it claims nothing. */
  readonly citations: readonly Citation[]
  /** Contradictions of the article that must be shown with it. */
  readonly contradictionIds: readonly string[]
  /** Whether a new plan begins with it; one does. */
  readonly isDefault: boolean
}

const meanMonthDays = 365.25 / 12

/** The licence waits that come with the product. The article's own is the default, with its warning. */
export const waitPresets: readonly WaitPreset[] = [
  {
    id: 'article-2-to-4-weeks',
    title: 'Article: 2 to 4 weeks',
    wait: { kind: 'triangular', minDays: 14, modeDays: 21, maxDays: 28 },
    refusalRate: 0,
    summary:
      'The delay of magnet deliveries that the article reports, 14 to 28 days; 21 as the most likely is our assumption. It is a delay at car makers, not a time to approval, and is short against every other figure found.',
    citations: articleCitations(['A-LT-01']),
    contradictionIds: ['X-15'],
    isDefault: true,
  },
  {
    id: 'statutory-review',
    title: 'Official limit: 45 working days',
    wait: { kind: 'fixed', days: 45, working: true },
    refusalRate: 0,
    summary:
      'The whole period the authority may take from acceptance of the application: 45 working days, 63 calendar days without public holidays. Papers before acceptance come on top.',
    citations: elsewhereCitations(['E-LI-02', 'E-LI-01']),
    contradictionIds: [],
    isDefault: false,
  },
  {
    id: 'supplier-reported',
    title: 'Supplier-reported: 2.5 to 4 months',
    wait: { kind: 'uniform', minDays: Math.round(2.5 * meanMonthDays), maxDays: Math.round(4 * meanMonthDays) },
    refusalRate: 0,
    summary:
      'What a supplier gave as the lead time of a licence in November 2025: 2.5 to 4 months, counted as 76 to 122 days with every length equally likely, which is our assumption.',
    citations: elsewhereCitations(['E-DE-05', 'E-DE-04', 'E-DE-03']),
    contradictionIds: [],
    isDefault: false,
  },
  {
    id: 'general-licence',
    title: 'General licence held: 0 to 4 weeks',
    wait: { kind: 'triangular', minDays: 0, modeDays: 7, maxDays: 28 },
    refusalRate: 0,
    summary:
      'A supplier with a general licence still needs papers (0, 0.5 or 1 week) and may meet a customs check (0, 0.5 or 3 weeks). Added up: 0, 7 and 28 days as shortest, most likely and longest. Derived, and wider than the likely spread, since both are rarely longest at once; its mean is 11.7 days.',
    citations: elsewhereCitations(['E-LE-11', 'E-PO-12']),
    contradictionIds: [],
    isDefault: false,
  },
  {
    id: 'none',
    title: 'No wait',
    wait: { kind: 'fixed', days: 0 },
    refusalRate: 0,
    summary: 'The licence is granted on the day it is applied for. For comparison only: no source reports it.',
    citations: [],
    contradictionIds: [],
    isDefault: false,
  },
]

/**
 * The built-in licence wait with an id.
 *
 * @param id such as `statutory-review`
 * @throws {DomainError} naming `presetId` when there is none
 *
 * @example
 * waitPreset('supplier-reported').wait // => { kind: 'uniform', minDays: 76, maxDays: 122 }
 */
export function waitPreset(id: string): WaitPreset {
  const preset = waitPresets.find((candidate) => candidate.id === id)
  if (preset === undefined) {
    throw new DomainError('presetId', id, `one of ${waitPresets.map((candidate) => candidate.id).join(', ')}`)
  }
  return preset
}
