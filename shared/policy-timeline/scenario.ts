import type { PolicyEvent } from './policy-event'

/** One way policy may go: events of its own on top of the common timeline, and how likely the plan takes it to be. */
export type Scenario = {
  /** Stable; built-in ids are words, a user's begin with `s-`. */
  readonly id: string
  readonly name: string
  /** Relative weight, at least 0; weights are normalised over the scenarios. An assumption, shown as one. */
  readonly weight: number
  /** Why this weight and these dates, in a sentence. */
  readonly assumption: string
  readonly events: readonly PolicyEvent[]
}
