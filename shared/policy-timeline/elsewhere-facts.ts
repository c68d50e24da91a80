import { DomainError } from '../domain-error'
import type { Citation } from './citation'
import type { ElsewhereFact, NotFoundItem } from './elsewhere-fact'
import { elsewhereLicensingFacts } from './elsewhere-facts-licensing'
import { elsewhereMarketFacts } from './elsewhere-facts-market'
import { elsewherePolicyFacts } from './elsewhere-facts-policy'
import { elsewherePracticeFacts } from './elsewhere-facts-practice'

/** Everything found outside the article that the product cites. Read as excerpts of public pages; nothing is later than June 2026. */
export const elsewhereFacts: readonly ElsewhereFact[] = [
  ...elsewherePolicyFacts,
  ...elsewhereLicensingFacts,
  ...elsewhereMarketFacts,
  ...elsewherePracticeFacts,
]

/** What was looked for and not found. */
export const notFound: readonly NotFoundItem[] = [
  { id: 'N-01', what: 'Whether the pause was extended or lapsed after 10 November 2026.' },
  { id: 'N-02', what: 'Magnet exports after March 2026.' },
  { id: 'N-03', what: 'Any total of rare earth exports after February 2026.' },
  { id: 'N-04', what: 'Renewals of general licences.' },
  { id: 'N-05', what: 'The text of the rule that gives 45 working days.' },
  { id: 'N-06', what: 'Reliable prices of finished magnets.' },
  { id: 'N-07', what: 'Magnet mass of a hi-fi loudspeaker.' },
  { id: 'N-08', what: 'An official threshold for dysprosium and terbium under Announcement 18.' },
  { id: 'N-09', what: 'A source for a buffer of exactly 3–6 months.' },
  { id: 'N-10', what: 'Policy news from July to November 2026.' },
]

const factById = new Map(elsewhereFacts.map((fact) => [fact.id, fact]))

/**
 * The fact from outside the article with an id, or null when there is none.
 *
 * @param id such as `E-PO-02`
 *
 * @example
 * elsewhereFact('E-PO-02')?.date // => '2025-04-04'
 */
export function elsewhereFact(id: string): ElsewhereFact | null {
  return factById.get(id) ?? null
}

/**
 * Citations of facts from outside the article, in the order given.
 *
 * @param ids ids of facts, each known
 * @throws {DomainError} naming the first id that no fact has
 *
 * @example
 * elsewhereCitations(['E-PO-09', 'E-PO-08']).length // => 2
 */
export function elsewhereCitations(ids: readonly string[]): readonly Citation[] {
  return ids.map((id) => {
    const fact = elsewhereFact(id)
    if (fact === null) throw new DomainError('ids', id, 'ids of facts from outside the article')
    return fact.citation
  })
}
