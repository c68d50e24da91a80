import { DomainError } from '../domain-error'
import { articleFact } from './article-facts'
import { contradictionWarning } from './article-contradictions'
import { customsTotalVolumes } from './customs-volumes'

/** One month of the article's export table as published, with what it should have said beside it. Total rare earths, not magnets. */
export type ArticleVolume = {
  /** Month, `YYYY-MM`. */
  readonly month: string
  /** Fact of the article that carries the row. */
  readonly factId: string
  /** Metric tons as the article has them. */
  readonly publishedTonnes: number
  /** Change on the month before as the article states it; a fraction, 0.09 for 9 %. */
  readonly statedChange: number
  /** Change on the month before by the article's own volumes; null for its first month. */
  readonly recomputedChange: number | null
  /** Metric tons as customs reported them. */
  readonly customsTonnes: number
  /** Change on the month before by customs figures. */
  readonly customsChange: number
  /** Contradictions that touch the row, its own and those of the table. */
  readonly contradictionIds: readonly string[]
  /** The sentences that must be shown with the row. */
  readonly warning: string
}

const rows = [
  { month: '2025-07', factId: 'A-VO-01', alsoTouchedBy: [] },
  { month: '2025-08', factId: 'A-VO-02', alsoTouchedBy: [] },
  { month: '2025-09', factId: 'A-VO-03', alsoTouchedBy: ['X-02', 'X-04', 'X-05'] },
  { month: '2025-10', factId: 'A-VO-04', alsoTouchedBy: ['X-02', 'X-09'] },
] as const

/** The article's monthly table, July to October 2025. To be shown with its warnings; nothing is computed from it. */
export const articleVolumes: readonly ArticleVolume[] = rows.map((row, index) => {
  const publishedTonnes = valueOf(row.factId, 'rare earth exports')
  const earlier = rows[index - 1]
  const customsIndex = customsTotalVolumes.findIndex((volume) => volume.fromMonth === row.month)
  const customsTonnes = customsTonnesAt(customsIndex)
  const contradictionIds = [...(articleFact(row.factId)?.contradictionIds ?? []), ...row.alsoTouchedBy].sort()
  return {
    month: row.month,
    factId: row.factId,
    publishedTonnes,
    statedChange: valueOf(row.factId, 'stated MoM') / 100,
    recomputedChange: earlier === undefined ? null : publishedTonnes / valueOf(earlier.factId, 'rare earth exports') - 1,
    customsTonnes,
    customsChange: customsTonnes / customsTonnesAt(customsIndex - 1) - 1,
    contradictionIds,
    warning: contradictionWarning(contradictionIds) ?? '',
  }
})

function valueOf(factId: string, name: string): number {
  const value = articleFact(factId)?.values.find((candidate) => candidate.name === name)
  if (value?.kind !== 'number') throw new DomainError('factId', factId, `a fact with a number named ${name}`)
  return value.value
}

function customsTonnesAt(index: number): number {
  const volume = customsTotalVolumes[index]
  if (volume === undefined) throw new DomainError('index', index, 'the place of a month in the customs figures')
  return volume.tonnes
}
