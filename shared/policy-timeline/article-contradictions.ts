import type { Confidence } from './citation'

/** In what way the article contradicts itself, or is contradicted. */
export type ContradictionKind =
  | 'arithmetic'
  | 'logic'
  | 'contradicted-elsewhere'
  | 'rounding'
  | 'category'
  | 'causality'
  | 'timeline'
  | 'message'
  | 'precision'
  | 'omission'
  | 'measure'
  | 'plausibility'

/** One place where the article contradicts itself, arithmetic or better sources. */
export type ArticleContradiction = {
  /** Stable id, such as `X-15`. */
  readonly id: string
  /** In what way. */
  readonly kind: ContradictionKind
  /** What it is about, in a few words. */
  readonly title: string
  /** What is wrong, in full sentences fit to stand beside the figure. */
  readonly finding: string
  /** Facts of the article that take part in it. */
  readonly factIds: readonly string[]
  /** How sure the finding is. */
  readonly confidence: Confidence
}

/** The eighteen contradictions found in the article, each checked by arithmetic or against customs figures and official texts. */
export const articleContradictions: readonly ArticleContradiction[] = [
  {
    id: 'X-01', kind: 'arithmetic', title: 'September against its own stated change', confidence: 'high',
    factIds: ['A-VO-02', 'A-VO-03'],
    finding: 'From 2,900 t to 3,987 t is +37.5 %, but the table says −8 %. For −8 % August would have to be 4,333.7 t, or September 2,668 t.',
  },
  {
    id: 'X-02', kind: 'logic', title: 'Three months of decline', confidence: 'high',
    factIds: ['A-EV-09', 'A-VO-09'],
    finding: 'By the table’s own volumes September is already a rise, so the decline lasts two months and October is not the first increase.',
  },
  {
    id: 'X-03', kind: 'arithmetic', title: 'Monthly table against the ten-month total', confidence: 'high',
    factIds: ['A-VO-01', 'A-VO-06'],
    finding: 'The total of 52,699.2 t less the four months of the table (14,430.5 t) leaves 38,268.7 t for January to June, 6,378 t a month. But July at −12 % puts June at 3,636 t only, so January to May would average 6,926 t and June would have halved without a word about it.',
  },
  {
    id: 'X-04', kind: 'contradicted-elsewhere', title: 'July and August volumes', confidence: 'high',
    factIds: ['A-VO-01', 'A-VO-02'],
    finding: 'Chinese customs reported 5,994.3 t for July (−22.6 %), 5,791.8 t for August (−3.4 %), 4,000.3 t for September (−30.9 %) and 4,343.5 t for October (+8.6 %). With a first half of 32,569.2 t these make 52,699.1 t: the ten-month total is right and the table is wrong.',
  },
  {
    id: 'X-05', kind: 'rounding', title: 'September volume', confidence: 'high',
    factIds: ['A-VO-05'],
    finding: 'Customs reported 4,000.3 t for September, 13.3 t more than the article. Both make October about 9 % higher (+8.94 % and +8.58 %).',
  },
  {
    id: 'X-06', kind: 'contradicted-elsewhere', title: 'Growth of the first half of 2025', confidence: 'high',
    factIds: ['A-GU-15', 'A-VO-08'],
    finding: 'By customs figures the first half grew by 11.9 % (32,569.2 t after 29,095.2 t), not 18–20 %. The third quarter was about 14–17 % above the year before; it fell only from month to month. The 18–20 % follows only from the wrong July and August volumes.',
  },
  {
    id: 'X-07', kind: 'arithmetic', title: 'Magnet mass in wind turbines', confidence: 'high',
    factIds: ['A-IN-03', 'A-IN-04', 'A-IN-05', 'A-IN-07'],
    finding: '600 kg for 3 MW is 200 kg/MW, the bottom of the stated 200–300 kg/MW, which would be 600–900 kg. Applying it to every megawatt ignores turbines without such magnets. 100 GW at 200–300 kg/MW would be 20,000–30,000 t of magnets, 38–57 % of all rare earth exports of ten months.',
  },
  {
    id: 'X-08', kind: 'category', title: 'All rare earths taken for magnets', confidence: 'high',
    factIds: ['A-VO-01', 'A-VO-02', 'A-VO-03', 'A-VO-04', 'A-VO-05', 'A-VO-09'],
    finding: 'The series is the total of all rare earths without magnets. Magnet exports moved the other way: up from June to August while the total fell, and down 5.2 % in October (5,473 t) while the total rose.',
  },
  {
    id: 'X-09', kind: 'causality', title: 'October credited to a meeting on 30 October', confidence: 'high',
    factIds: ['A-EV-05', 'A-EV-13', 'A-RC-01'],
    finding: 'The meeting took place on the last day but one of the month whose shipments it is said to explain. A recovery within weeks of it cannot be observed in the time the article covers.',
  },
  {
    id: 'X-10', kind: 'timeline', title: 'When the April rule began to bite', confidence: 'high',
    factIds: ['A-EV-01', 'A-EV-09'],
    finding: 'The text has the April rule bite at once, the table starts its impact in July, and a closing answer blames April for July to September although the first half is called very strong.',
  },
  {
    id: 'X-11', kind: 'message', title: 'Temporary or lasting', confidence: 'medium',
    factIds: ['A-HO-04', 'A-RC-02'],
    finding: 'The shortage is called temporary and diplomacy the more practical cure, while the advice is to diversify and to expect lasting control and volatility.',
  },
  {
    id: 'X-12', kind: 'precision', title: 'Start and end of the pause', confidence: 'high',
    factIds: ['A-EV-03', 'A-EV-06', 'A-EV-07'],
    finding: 'The article has the October rules suspended on 30 October 2025 for one year and names no end. The legal notice, Announcement 70, is dated 7 November 2025 and runs to 10 November 2026.',
  },
  {
    id: 'X-13', kind: 'omission', title: 'The elements are never listed', confidence: 'high',
    factIds: ['A-EL-01', 'A-EL-02', 'A-EV-03'],
    finding: 'The article names neither the seven elements of April nor the five of October. Neodymium, which it names as hard to get, is on neither list.',
  },
  {
    id: 'X-14', kind: 'omission', title: 'October rules called implemented', confidence: 'medium',
    factIds: ['A-EV-03'],
    finding: 'Most of the October measures had not taken effect when they were paused.',
  },
  {
    id: 'X-15', kind: 'measure', title: 'Several weeks or 2–4 weeks', confidence: 'high',
    factIds: ['A-LT-01', 'A-LT-02'],
    finding: 'The article’s 2–4 weeks is a delay of deliveries and its several weeks the time to approval: two different things, neither with a starting point. Both are short against what was found elsewhere: 45 working days (about 9 weeks) by rule, and 60–90 days or 2.5–4 months as suppliers report.',
  },
  {
    id: 'X-16', kind: 'plausibility', title: 'A Shanghai plant hit by an export licence', confidence: 'medium',
    factIds: ['A-DI-03'],
    finding: 'Deliveries inside China need no export licence.',
  },
  {
    id: 'X-17', kind: 'omission', title: 'Which countries, without data', confidence: 'high',
    factIds: ['A-CO-03'],
    finding: 'The destinations of October had not been published when the article was written; its list is historical and has no source.',
  },
  {
    id: 'X-18', kind: 'contradicted-elsewhere', title: 'Annual growth and its benchmark', confidence: 'medium',
    factIds: ['A-VO-06', 'A-VO-07'],
    finding: 'Growth over ten months is labelled annual, and the benchmark of 2–4 % a year is contradicted by growth of about 6 % in 2024.',
  },
]

/**
 * The contradictions that touch any of some facts of the article, in the order of their ids.
 *
 * @param factIds ids of facts; unknown ones touch none
 *
 * @example
 * contradictionsOf(['A-LT-01', 'A-DI-03']).map((contradiction) => contradiction.id) // => ['X-15', 'X-16']
 */
export function contradictionsOf(factIds: readonly string[]): readonly ArticleContradiction[] {
  return articleContradictions.filter((contradiction) => contradiction.factIds.some((id) => factIds.includes(id)))
}

/**
 * What must be said wherever a figure of the article is shown: its contradictions, each with its id. Null when it has none.
 *
 * @param factId id of the fact the figure comes from
 *
 * @example
 * articleWarning('A-DI-03') // => 'X-16: Deliveries inside China need no export licence.'
 */
export function articleWarning(factId: string): string | null {
  return contradictionWarning(contradictionsOf([factId]).map((contradiction) => contradiction.id))
}

/**
 * The sentences of several contradictions, each with its id. Null for none.
 *
 * @param contradictionIds ids such as `X-15`; unknown ones add nothing
 *
 * @example
 * contradictionWarning(['X-16']) // => 'X-16: Deliveries inside China need no export licence.'
 */
export function contradictionWarning(contradictionIds: readonly string[]): string | null {
  const sentences = articleContradictions
    .filter((contradiction) => contradictionIds.includes(contradiction.id))
    .map((contradiction) => `${contradiction.id}: ${contradiction.finding}`)
  return sentences.length === 0 ? null : sentences.join(' ')
}
