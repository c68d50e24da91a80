import { requireNonNegative } from '../domain-error'
import { articleCitations } from './article-facts'
import type { Citation } from './citation'

/** What part of the product a piece of guidance shapes. */
export type GuidanceKind = 'timeline' | 'scenario' | 'buffer' | 'exposure' | 'contract' | 'horizon'

/** One piece of the article's advice and what the product does because of it. */
export type GuidanceRow = {
  /** Facts of the article it comes from. */
  readonly factIds: readonly string[]
  /** The advice, in our words. */
  readonly guidance: string
  /** What the product does. */
  readonly behaviour: string
  /** What part of the product it shapes. */
  readonly kind: GuidanceKind
  /** Where the article says it. */
  readonly citations: readonly Citation[]
}

/** The article's advice, row by row, with the behaviour it became. */
export const articleGuidance: readonly GuidanceRow[] = (
  [
    ['A-GU-01 A-GU-02', 'timeline', 'Watch diplomatic calendars.', 'Diplomatic meetings are events with dates and can belong to scenarios.'],
    ['A-GU-03', 'timeline', 'Treat the pause of one year as a defined timeline.', 'The pause has a start, an end and a state after it; orders that would land after the end are marked, with the last order date before it.'],
    ['A-GU-04', 'scenario', 'Baseline licensing stays.', 'No built-in scenario takes the licence step away, not even during the pause.'],
    ['A-DI-02 A-LT-03', 'buffer', 'Just-in-time is vulnerable and dates are not guaranteed.', 'Parts with less cover than the added delay are marked; dates come as best, expected and worst.'],
    ['A-GU-05 A-DI-04', 'buffer', 'Weigh the cost of holding against the risk of disruption.', 'Holding cost stands beside the cost of being short, per part and in total.'],
    ['A-GU-06', 'buffer', 'Critical parts first.', 'A critical part gets a higher target.'],
    ['A-LT-04', 'exposure', 'Delays cascade to assembly.', 'A shortage of a part is shown at every assembly that uses it.'],
    ['A-GU-07', 'contract', 'Long contracts with price clauses.', 'A part carries the end of its supply contract and its price term.'],
    ['A-GU-08 A-CO-05', 'exposure', 'Cut the exposure to one country; goods cross several borders.', 'A part has an origin of its making and of its rare earths; the share of one country is shown.'],
    ['A-GU-15', 'scenario', 'Buyers pulled orders forward.', 'Ordering before a dated risk is a plan of its own to compare.'],
    ['A-HO-01 A-HO-02 A-HO-04', 'horizon', 'New sources take 3–5 and 5–10 years.', 'Options of the long horizon never close a gap within the plan.'],
    ['A-GU-10', 'scenario', 'Volatility goes on.', 'A scenario of escalation is always ready.'],
  ] as const
).map(([ids, kind, guidance, behaviour]) => {
  const factIds = ids.split(' ')
  return { factIds, guidance, behaviour, kind, citations: articleCitations(factIds) }
})

/** A source of supply that takes years to come. */
export type LongHorizonOption = {
  /** Stable words. */
  readonly id: string
  /** What it is. */
  readonly title: string
  /** Years until it can first count. */
  readonly leastYears: number
  /** Years it may take. */
  readonly mostYears: number
  /** Where the article says it. */
  readonly citations: readonly Citation[]
}

/** The article's two long horizons. */
export const longHorizonOptions: readonly LongHorizonOption[] = [
  { id: 'new-processing', title: 'New processing outside China', leastYears: 3, mostYears: 5, citations: articleCitations(['A-HO-01', 'A-HO-03']) },
  { id: 'recycling', title: 'Recovery from discarded electronics', leastYears: 5, mostYears: 10, citations: articleCitations(['A-HO-02']) },
]

/**
 * Whether an option of the long horizon can help at all within a plan: only if its earliest time lies within the horizon.
 *
 * With horizons of up to 156 weeks, no option of the article ever does.
 *
 * @param question the option, and the horizon in weeks, at least 0
 * @throws {DomainError} naming `horizonWeeks` when it is negative or not finite
 *
 * @example
 * reliefWithinHorizon({ option: longHorizonOptions[0], horizonWeeks: 156 }) // => false
 */
export function reliefWithinHorizon(question: {
  readonly option: Pick<LongHorizonOption, 'leastYears'>
  readonly horizonWeeks: number
}): boolean {
  requireNonNegative('horizonWeeks', question.horizonWeeks)
  return question.option.leastYears * 365.25 <= question.horizonWeeks * 7
}

/**
 * Whether the stock of a part lasts less long than a delay: the mark the article’s just-in-time warning asks for.
 *
 * @param days days of cover and days of delay, both at least 0
 * @throws {DomainError} naming the first that is negative or not finite
 *
 * @example
 * isCoverShorterThanDelay({ coverDays: 20, delayDays: 21 }) // => true
 */
export function isCoverShorterThanDelay(days: { readonly coverDays: number; readonly delayDays: number }): boolean {
  requireNonNegative('coverDays', days.coverDays)
  requireNonNegative('delayDays', days.delayDays)
  return days.coverDays < days.delayDays
}

/** A sector's supply risk as the article rates it: an order of words, never a probability. */
export type SectorRisk = {
  /** Sector as the product names it. */
  readonly sector: 'electric-vehicles' | 'wind' | 'electronics' | 'defence'
  /** The article's level. */
  readonly riskLevel: 'medium-high' | 'high' | 'critical'
  /** What it uses rare earths for, as the article has it. */
  readonly uses: string
  /** Where the article says it. */
  readonly citations: readonly Citation[]
}

/** The four sectors the article rates. It gives no method. */
export const sectorRisks: readonly SectorRisk[] = [
  { sector: 'electric-vehicles', riskLevel: 'high', uses: 'permanent magnets, batteries', citations: articleCitations(['A-RI-01']) },
  { sector: 'wind', riskLevel: 'high', uses: 'generator magnets', citations: articleCitations(['A-RI-02']) },
  { sector: 'electronics', riskLevel: 'medium-high', uses: 'display phosphors, magnets', citations: articleCitations(['A-RI-03']) },
  { sector: 'defence', riskLevel: 'critical', uses: 'guidance systems, communications', citations: articleCitations(['A-RI-04']) },
]
