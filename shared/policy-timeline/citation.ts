/** How sure a fact from outside the article is: official text or several reports; one good report; one supplier or an inference. */
export type Confidence = 'high' | 'medium' | 'low'

/** Where something is known from. Article and elsewhere are never mixed in one citation. */
export type Citation =
  | {
      readonly kind: 'article'
      /** Ids of the article's facts, such as `A-LT-01`. */
      readonly factIds: readonly string[]
      /** Heading under which the article says it. */
      readonly section: string
    }
  | {
      readonly kind: 'elsewhere'
      /** What the source is, in a few words. */
      readonly title: string
      /** Addresses of the pages read. */
      readonly urls: readonly string[]
      readonly confidence: Confidence
    }
  | {
      readonly kind: 'user'
      /** Who or what the planner relies on, in their own words. */
      readonly note: string
    }
