import type { Citation } from './citation'

/** What a fact from outside the article is about. */
export type ElsewhereTopic = 'policy' | 'licensing' | 'delay' | 'approval' | 'price' | 'magnet-mass' | 'lead-time' | 'practice'

/** One fact found outside the article, in our own words, with where it was read. */
export type ElsewhereFact = {
  /** Stable id, such as `E-PO-02`. */
  readonly id: string
  /** What it is about. */
  readonly topic: ElsewhereTopic
  /** Day, month or `start/end` it is about, ISO 8601; null when it has none. */
  readonly date: string | null
  /** What is known. */
  readonly statement: string
  /** Where it was read and how sure it is. */
  readonly citation: Extract<Citation, { readonly kind: 'elsewhere' }>
}

/** Something that was looked for and not found, so that nobody takes its absence for an answer. */
export type NotFoundItem = {
  /** Stable id, such as `N-01`. */
  readonly id: string
  /** What was looked for. */
  readonly what: string
}
