import type { CivilDate } from '../calendar/civil-date'
import type { LicenceWait } from './licence-wait'

/** What an export control does on a day: nothing, demand a licence, or let nothing out. */
export type ControlState = 'none' | 'licence' | 'halt'

/** A stretch of days on which a control has one state. Where phases of one control overlap, the later in the list wins. */
export type ControlPhase = {
  /** First day, or null for always. */
  readonly fromDate: CivilDate | null
  /** First day no longer in the phase, or null for no end. */
  readonly untilDate: CivilDate | null
} & (
  | { readonly state: 'none' }
  | { readonly state: 'halt' }
  | {
      readonly state: 'licence'
      /** Accepted application to grant. */
      readonly wait: LicenceWait
      /** Share of applications refused, 0 to below 1; a refused one is filed again at once. */
      readonly refusalRate: number
    }
)

/** When an application for a licence is made. */
export type ApplicationLag = {
  /** Counted from the day the order is placed, or from the day the goods are ready. */
  readonly after: 'order' | 'ready'
  /** Whole days, at least 0. */
  readonly days: number
}

/** Which licence a part's shipments need: one each, the supplier's general one, or none. */
export type LicenceRoute = 'individual' | 'general' | 'exempt'
