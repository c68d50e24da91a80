/** Every way in which a plan can be wrong or doubtful; each has its own kind. */
export const planProblemKinds = [
  // Shape: what is wrong with one field by itself.
  'missing', 'wrong-type', 'not-finite', 'not-whole', 'negative', 'negative-stock', 'below-range', 'above-range',
  'service-level-out-of-range', 'refusal-rate-out-of-range', 'horizon-out-of-range', 'empty-text', 'text-too-long',
  'empty-list', 'list-too-long', 'unknown-choice', 'unknown-entry', 'unknown-country', 'date-shape', 'no-such-date',
  'id-shape', 'currency-shape', 'text-shape', 'other-version', 'wait-out-of-order', 'event-without-date',
  'event-ends-before-start', 'not-valid',
  // Across fields of a part.
  'spread-without-usage', 'forecast-without-usage', 'no-usage-history', 'no-usage-in-window', 'short-usage-history',
  'negative-usage', 'overlapping-usage-periods', 'build-plan-without-assembly', 'forecast-reversed', 'forecast-overlap',
  'transit-longer-than-lead-time', 'lead-time-spread-without-mean', 'no-lead-time', 'moq-not-multiple-of-lot', 'order-cap-below-minimum',
  'least-cost-without-holding-cost', 'filed-after-planning-date', 'promised-before-ordered', 'allocated-more-than-on-hand',
  'override-repeated', 'override-ends-before-start', 'override-expired',
  // Across the plan.
  'duplicate-part-number', 'duplicate-id', 'assembly-part-missing', 'no-positive-weight', 'attitude-scenario-missing',
  'status-quo-missing', 'wait-preset-missing', 'event-control-missing', 'superseded-event-missing',
  'set-aside-event-missing', 'planning-date-out-of-range',
] as const

/** One way in which a plan can be wrong or doubtful. */
export type PlanProblemKind = (typeof planProblemKinds)[number]

/** Where in a plan document a value stands: field names, and places in lists counted from 0. */
export type PlanPath = readonly (string | number)[]

/** Something in a plan that is wrong (`error`: nothing can be computed with it) or doubtful (`warning`). */
export type PlanProblem = {
  readonly kind: PlanProblemKind
  readonly severity: 'error' | 'warning'
  /** Where it stands, for a program that leads the user there. Never shown. */
  readonly path: PlanPath
  /** What it concerns, as a person would say it, such as `part MG-N42-7` or `settings`. */
  readonly subject: string
  /** What is wrong, where, and what to do, in plain words with the user's own value. */
  readonly sentence: string
}

/** A problem before its place has been put into words. */
export type PlanFinding = Pick<PlanProblem, 'kind' | 'severity' | 'path'> & {
  /** What is wrong and what to do, without the subject. */
  readonly text: string
}

/**
 * A value of the user's as it is shown in a sentence.
 *
 * @param value anything that can stand in a plan file
 *
 * @example
 * shownValue('12 pcs') // => '"12 pcs"'
 */
export function shownValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty' : `"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`
    case 'number':
      return String(value)
    case 'boolean':
      return value ? 'yes' : 'no'
    default:
      if (value === undefined) return 'missing'
      if (value === null) return 'empty'
      return Array.isArray(value) ? 'a list' : 'a group of fields'
  }
}
