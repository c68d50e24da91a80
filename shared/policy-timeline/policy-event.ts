import type { Citation, Confidence } from './citation'
import type { LicenceWait } from './licence-wait'

/** The licence wait an effect brings: the plan's chosen wait, or one of its own. */
export type EffectWait =
  | { readonly kind: 'plan' }
  | { readonly kind: 'own'; readonly wait: LicenceWait; readonly refusalRate: number }

/**
 * What an event does to one control from its effective date to its nominal end.
 *
 * - `introduces`, `revises`: the control demands a licence with the given wait, or halts shipments.
 * - `suspends`, `lifts`: the control lets everything through.
 * - `resumes`: the state in which the control was last introduced or revised holds again.
 */
export type EventEffect = {
  readonly controlId: string
} & (
  | { readonly action: 'introduces' | 'revises'; readonly state: 'licence'; readonly wait: EffectWait }
  | { readonly action: 'introduces' | 'revises'; readonly state: 'halt' }
  | { readonly action: 'suspends' | 'lifts' | 'resumes' }
)

/** What kind of thing happened. Only those with effects change a control; the rest inform. */
export type PolicyEventKind =
  | 'control'
  | 'suspension'
  | 'halt'
  | 'diplomatic-meeting'
  | 'data-release'
  | 'report'
  | 'other-measure'

/** A dated thing people see and edit; control phases are compiled from events. All dates are ISO `YYYY-MM-DD`. */
export type PolicyEvent = {
  /** Stable; built-in ids are words, a user's begin with `e-`. */
  readonly id: string
  readonly title: string
  readonly kind: PolicyEventKind
  /** Day it was made known, or null when not known. */
  readonly announcedDate: string | null
  /** First day it has effect (or takes place), or null when not known. An event with effects has one. */
  readonly effectiveDate: string | null
  /** How exact `effectiveDate` is, as the source has it. */
  readonly datePrecision: 'day' | 'month' | 'range'
  /** First day it nominally no longer has effect, or null for no end. */
  readonly nominalEndDate: string | null
  /**
   * What holds from the nominal end: what held before it (`as-before`), or that and nobody has
   * verified it yet (`unverified`: a result computed after the end says what it assumed).
   */
  readonly stateAfterEnd: 'as-before' | 'unverified'
  /** What it does to which controls; empty when it only informs. */
  readonly effects: readonly EventEffect[]
  /** What it is, in own words. */
  readonly summary: string
  readonly citations: readonly Citation[]
  /** How sure the event and its dates are. */
  readonly confidence: Confidence
  /** Last day somebody checked it, or null. */
  readonly verifiedDate: string | null
  /** Ids of the article's contradictions that touch it, such as `X-12`. */
  readonly contradictionIds: readonly string[]
  /** Built-in event that this one of the user's replaces, or null. */
  readonly supersedesId: string | null
}
