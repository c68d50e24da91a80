/** What the article is: the one source whose statements are kept apart from everything found elsewhere. */
export type ArticleSource = {
  /** Its headline. */
  readonly title: string
  /** Who published it, as its own text says. */
  readonly publisher: string
  /** Day it appeared, or null: the text has none. */
  readonly publishedDate: string | null
  /** What can be said about the day it appeared. */
  readonly publishedNote: string
  /** Month its data runs to, as it says itself (A-EV-12). */
  readonly dataAsOfMonth: string
  /** What the publisher says about its accuracy, in our words (A-SR-01). */
  readonly disclaimer: string
  /** How the product treats it. */
  readonly treatment: string
  /** Facts that this rests on. */
  readonly factIds: readonly string[]
}

/** The article behind the built-in facts whose ids begin with `A-`. */
export const articleSource: ArticleSource = {
  title: 'China’s Rare Earth Exports Surge 9% Following Diplomatic Breakthrough',
  publisher: 'Discovery Alert',
  publishedDate: null,
  publishedNote: 'The text bears no date and no author. It treats 20 November 2025 as still to come, so it was written before that day.',
  dataAsOfMonth: '2025-11',
  disclaimer: 'The publisher vouches for neither accuracy nor completeness and says that it gives no advice.',
  treatment:
    'Its statements are shown as cited claims, not as verified data. Where they contradict themselves or official figures, the contradiction is shown beside the figure. It ends with an advertisement for a paid service of its publisher, which is ignored.',
  factIds: ['A-EV-12', 'A-SR-01', 'A-SR-02'],
}
