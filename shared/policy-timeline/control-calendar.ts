import type { CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import type { ControlPhase } from './control-phase'
import type { LicenceWait } from './licence-wait'
import { licenceWaitTable } from './licence-wait-table'

/** One stretch of days on which a control has one state; stretches follow each other without gaps. */
export type CalendarStretch = {
  /** First day, or -Infinity. */
  readonly fromDay: number
  readonly state: 'none' | 'licence' | 'halt'
  /** Application to grant, for applications filed in this stretch; null unless `state` is `licence`. */
  readonly wait: DayTable | null
}

/** The states of one control over all days, for one scenario and licence route. */
export type ControlCalendar = {
  readonly controlId: string
  /** In order of days; the first begins at -Infinity, neighbours differ. */
  readonly stretches: readonly CalendarStretch[]
  /** Whether a halt without an end was given the plan's assumed length. */
  readonly hasOpenHalt: boolean
}

/** What turns phases into a calendar. */
export type CalendarOptions = {
  readonly controlId: string
  /** Common phases first, a scenario's own after them; where they overlap the later wins. */
  readonly phases: readonly ControlPhase[]
  readonly planningDate: CivilDate
  /** Days a halt without an end is taken to last, from its first day or the planning date, whichever is later. */
  readonly openHaltDays: number
  /** Wait under the supplier's general licence, or null for the control's own. A general licence has no refusals. */
  readonly generalLicenceWait: LicenceWait | null
}

/**
 * The states of a control over all days, from phases that may overlap.
 *
 * A day covered by no phase is `none`. A halt without an end lasts
 * `openHaltDays`; after it holds what would hold without that phase.
 *
 * @param options the control's phases and what the plan assumes
 * @throws {DomainError} naming a wait or refusal rate outside its range
 * @see Lodestock planning model, section 3
 */
export function controlCalendar(options: CalendarOptions): ControlCalendar {
  const spans = options.phases.map((phase) => resolvedSpan(phase, options))
  const boundaries = new Set<number>([-Infinity])
  for (const span of spans) {
    boundaries.add(span.fromDay)
    boundaries.add(span.untilDay)
  }
  boundaries.delete(Infinity)
  const generalWait = options.generalLicenceWait === null ? null : licenceWaitTable(options.generalLicenceWait, 0)
  const waits = new Map<ControlPhase, DayTable>()
  const stretches: CalendarStretch[] = []
  let current: ControlPhase | null | undefined
  for (const fromDay of [...boundaries].sort((a, b) => a - b)) {
    const phase = spans.findLast((span) => span.fromDay <= fromDay && fromDay < span.untilDay)?.phase ?? null
    const previous = stretches.at(-1)
    if (phase === current && previous !== undefined) continue
    current = phase
    const state = phase?.state ?? 'none'
    if (previous !== undefined && previous.state === state && state !== 'licence') continue
    let wait: DayTable | null = null
    if (phase?.state === 'licence') {
      wait = generalWait ?? waits.get(phase) ?? licenceWaitTable(phase.wait, phase.refusalRate)
      waits.set(phase, wait)
    }
    stretches.push({ fromDay, state, wait })
  }
  return {
    controlId: options.controlId,
    stretches,
    hasOpenHalt: options.phases.some((phase) => phase.state === 'halt' && phase.untilDate === null),
  }
}

type Span = { readonly phase: ControlPhase; readonly fromDay: number; readonly untilDay: number }

function resolvedSpan(phase: ControlPhase, options: CalendarOptions): Span {
  const fromDay = phase.fromDate ?? -Infinity
  if (phase.untilDate !== null) return { phase, fromDay, untilDay: phase.untilDate }
  if (phase.state !== 'halt') return { phase, fromDay, untilDay: Infinity }
  return { phase, fromDay, untilDay: Math.max(fromDay, options.planningDate) + options.openHaltDays }
}

/**
 * The index of the stretch a day lies in.
 *
 * @param calendar any control calendar
 * @param day whole day number
 */
export function stretchIndexOn(calendar: ControlCalendar, day: number): number {
  const { stretches } = calendar
  let index = stretches.length - 1
  while (index > 0 && (stretches[index] as CalendarStretch).fromDay > day) index--
  return index
}
