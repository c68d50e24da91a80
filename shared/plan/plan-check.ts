import type { CivilDate } from '../calendar/civil-date'
import { civilDate } from '../calendar/civil-date'
import { builtInControls } from '../policy-timeline/built-in-controls'
import { builtInEvents } from '../policy-timeline/built-in-events'
import { waitPresets } from '../policy-timeline/wait-presets'
import type { PlanPieces } from './plan-pieces'
import { plainWords, type SentenceWords } from './sentence-words'

/** What comes with the product and a plan may name by id. */
export type BuiltInIds = {
  readonly controls: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly waitPresets: ReadonlySet<string>
}

/** How a plan is to be checked. */
export type PlanCheckOptions = {
  /** Day to take for the planning date where the plan leaves it open; without it, what depends on the day is not checked. */
  readonly today?: CivilDate | undefined
  /** Ids of the built-in controls, events and wait presets; those of the product unless given. */
  readonly builtInIds?: BuiltInIds | undefined
  /** How sentences are written; plainly unless given. */
  readonly words?: SentenceWords | undefined
}

/** A plan in pieces, with what every rule about it needs to know. */
export type PlanCheck = {
  readonly pieces: PlanPieces
  /** The planning date, or null where it is open or cannot be read. */
  readonly planningDate: CivilDate | null
  readonly builtInIds: BuiltInIds
  readonly words: SentenceWords
}

/** Ids of the controls, events and wait presets that come with the product. */
export const productIds: BuiltInIds = {
  controls: new Set(builtInControls.map((control) => control.id)),
  events: new Set(builtInEvents.map((event) => event.id)),
  waitPresets: new Set(waitPresets.map((preset) => preset.id)),
}

/** First planning date a plan may have. Far years are slips of the hand, and the calendar ends somewhere. */
export const firstPlanningDate = '2000-01-01'
/** Last planning date a plan may have. */
export const lastPlanningDate = '2199-12-31'

/**
 * A check of a plan made ready.
 *
 * @param pieces the plan
 * @param options the day and the ids of the product
 */
export function planCheck(pieces: PlanPieces, options: PlanCheckOptions): PlanCheck {
  const stated = pieces.settings?.planningDate ?? null
  const isUsable = stated !== null && stated >= firstPlanningDate && stated <= lastPlanningDate
  const open = pieces.settings !== null && stated === null ? (options.today ?? null) : null
  return { pieces, planningDate: isUsable ? civilDate(stated) : open, builtInIds: options.builtInIds ?? productIds, words: options.words ?? plainWords }
}
