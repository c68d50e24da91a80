/** What sort of statement a fact of the article is. */
export type ArticleFactKind =
  | 'event'
  | 'lead-time'
  | 'recovery'
  | 'volume'
  | 'growth'
  | 'intensity'
  | 'sector-risk'
  | 'concentration'
  | 'coverage'
  | 'disruption'
  | 'horizon'
  | 'guidance'
  | 'price'
  | 'publication'

/** One figure or term the article states, and nothing from anywhere else. Percent stay percent here: they are quoted. */
export type ArticleValue = {
  /** What the figure is of. */
  readonly name: string
  /** Unit as stated, such as `t`, `%` or `kg/MW`; null where there is none. */
  readonly unit: string | null
} & (
  | {
      readonly kind: 'number'
      /** The number, in `unit`. */
      readonly value: number
      /** Whether the article says about, roughly or the like. */
      readonly isApproximate: boolean
    }
  | {
      readonly kind: 'range'
      /** Lower end, or null where only an upper one is stated. */
      readonly least: number | null
      /** Upper end, or null where only a lower one is stated. */
      readonly most: number | null
    }
  | {
      readonly kind: 'text'
      /** Stated without a figure. */
      readonly text: string
    }
)

/** One thing the article says, right or wrong, retold in our own words. */
export type ArticleFact = {
  /** Stable id, such as `A-LT-01`. */
  readonly id: string
  /** What sort of statement it is. */
  readonly kind: ArticleFactKind
  /** Day, month, year or `start/end` it is about, ISO 8601; null when the article gives none. */
  readonly date: string | null
  /** How exact the date is; null when there is none. */
  readonly datePrecision: 'day' | 'month' | 'year' | 'range' | null
  /** Main heading under which the article says it; `FAQ` for its three loose questions. */
  readonly section: string
  /** Heading below that, or null. */
  readonly subsection: string | null
  /** The figures it states. */
  readonly values: readonly ArticleValue[]
  /** What it says, in our words. */
  readonly paraphrase: string
  /** What a planner can use it for, or null. */
  readonly plannerUse: string | null
  /** What to beware of, which may draw on facts from elsewhere; null when nothing is known against it. */
  readonly caution: string | null
  /** Contradictions it takes part in, such as `X-15`. */
  readonly contradictionIds: readonly string[]
}
