import { DomainError } from '../domain-error'
import type { ArticleFact } from './article-fact'
import { articleContextFacts } from './article-facts-context'
import { articleEventFacts } from './article-facts-events'
import { articleFigureFacts } from './article-facts-figures'
import { articleGuidanceFacts } from './article-facts-guidance'
import { articleSupplyFacts } from './article-facts-supply'
import type { Citation } from './citation'

/** Everything the article says that the product knows of: 80 facts, each with the heading it stands under. */
export const articleFacts: readonly ArticleFact[] = [
  ...articleEventFacts,
  ...articleSupplyFacts,
  ...articleFigureFacts,
  ...articleContextFacts,
  ...articleGuidanceFacts,
]

const factById = new Map(articleFacts.map((fact) => [fact.id, fact]))

/**
 * The fact of the article with an id, or null when there is none.
 *
 * @param id such as `A-LT-01`
 *
 * @example
 * articleFact('A-LT-01')?.values // => [{ kind: 'range', name: 'added delivery delay', least: 2, most: 4, unit: 'week' }]
 */
export function articleFact(id: string): ArticleFact | null {
  return factById.get(id) ?? null
}

/**
 * The heading under which the article says something: the nearest one.
 *
 * @param fact a fact of the article
 *
 * @example
 * articleHeading(articleFacts[0]) // => 'April 2025 Licensing System Implementation'
 */
export function articleHeading(fact: ArticleFact): string {
  return fact.subsection ?? fact.section
}

/**
 * Citations of facts of the article, one for each heading they stand under, in the order given.
 *
 * @param factIds ids of facts, each known
 * @throws {DomainError} naming the first id that no fact has
 *
 * @example
 * articleCitations(['A-EV-05', 'A-EV-06']).length // => 1
 */
export function articleCitations(factIds: readonly string[]): readonly Citation[] {
  const idsByHeading = new Map<string, string[]>()
  for (const id of factIds) {
    const fact = articleFact(id)
    if (fact === null) throw new DomainError('factIds', id, 'ids of facts of the article')
    const heading = articleHeading(fact)
    idsByHeading.set(heading, [...(idsByHeading.get(heading) ?? []), id])
  }
  return [...idsByHeading].map(([section, ids]) => ({ kind: 'article', factIds: ids, section }))
}
