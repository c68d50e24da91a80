import type { CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import { controlCalendar, type ControlCalendar } from '../policy-timeline/control-calendar'
import type { ApplicationLag, ControlPhase, LicenceRoute } from '../policy-timeline/control-phase'
import { departureTable } from '../policy-timeline/departure-table'
import { grantTable, type GrantTable } from '../policy-timeline/grant-table'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import { mixedDayTable, type DayTable } from '../probability/day-table'
import { gammaDayTable } from '../probability/whole-days'
import { requireBaseLeadTime, wholeTransitDays, type BaseLeadTime } from './base-lead-time'
import { departureDaysTable, leadTimeTable, type LeadTimeInputs } from './lead-time-table'

/** The phases of every control in one scenario: common ones first, the scenario's own after them. */
export type ScenarioPhases = ReadonlyMap<string, readonly ControlPhase[]>

/** What all lead times of a plan share. */
export type LeadTimeFrame = {
  readonly planningDate: CivilDate
  /** Days a halt without an end is taken to last (assumption). */
  readonly openHaltDays: number
  /** Wait where a part's supplier holds a general licence. */
  readonly generalLicenceWait: LicenceWait
  /** Phases by control id, one map a scenario, in the order of the plan's scenarios. */
  readonly scenarioPhases: readonly ScenarioPhases[]
}

/** What the lead time of one part depends on; parts with the same profile share their tables. */
export type LeadTimeProfile = {
  readonly baseLeadTime: BaseLeadTime
  /** Ids of the controls that apply, each once. */
  readonly controlIds: readonly string[]
  readonly licenceRoute: LicenceRoute
  readonly applicationLag: ApplicationLag
}

/** Lead-time tables of a plan, made when first asked for and kept. */
export type LeadTimeBook = {
  /** The base lead time in whole days, no control. */
  readonly baseTable: (base: BaseLeadTime) => DayTable
  /** Lead time of an order, days. */
  readonly leadTime: (profile: LeadTimeProfile, order: OrderInScenario) => DayTable
  /** Lead time of an order placed on a date, the scenarios mixed by weights that sum to 1; of scenarios of weight 0 nothing is asked. */
  readonly weightedLeadTime: (profile: LeadTimeProfile, order: WeightedOrder) => DayTable
  /** Days from order to departure at the border. */
  readonly departureDays: (profile: LeadTimeProfile, order: OrderInScenario) => DayTable
  /** Whether a control that applies to the part has a halt without an end in the scenario. */
  readonly hasOpenHalt: (profile: LeadTimeProfile, scenarioIndex: number) => boolean
}

function isUncontrolled(profile: LeadTimeProfile): boolean {
  return profile.licenceRoute === 'exempt' || profile.controlIds.length === 0
}

/** An order placed on a date, in one scenario of the frame. */
export type OrderInScenario = { readonly orderDate: CivilDate; readonly scenarioIndex: number }

// Enough for the profiles that parts share; those of one part alone are soon forgotten.
const mostKeptLeadTimes = 4000

function forgetOldest(kept: Map<string, DayTable>): void {
  for (const key of kept.keys()) {
    kept.delete(key)
    return
  }
}

/** An order placed on a date, in all scenarios of the frame by their weights. */
export type WeightedOrder = { readonly orderDate: CivilDate; readonly weights: readonly number[] }

/**
 * The lead-time tables of a plan.
 *
 * Departures depend on the ready day, the controls and the scenario only, never
 * on the part, so that thousands of parts share them.
 *
 * @param frame what all lead times of the plan share
 * @throws {DomainError} from the functions of the book, naming an input outside its range
 */
export function leadTimeBook(frame: LeadTimeFrame): LeadTimeBook {
  const calendars = new Map<string, ControlCalendar>()
  const grants = new Map<ControlCalendar, Map<number, GrantTable>>()
  const departuresByKey = new Map<string, Map<number, DayTable>>()
  const baseTables = new Map<string, DayTable>()
  const leadTimes = new Map<string, DayTable>()

  function calendarOf(controlId: string, scenarioIndex: number, route: LicenceRoute): ControlCalendar {
    const key = `${scenarioIndex}|${route}|${controlId}`
    let calendar = calendars.get(key)
    if (calendar === undefined) {
      const phases = frame.scenarioPhases[scenarioIndex]?.get(controlId)
      if (phases === undefined) throw new DomainError('controlIds', controlId, 'controls of the plan')
      calendar = controlCalendar({
        controlId,
        phases,
        planningDate: frame.planningDate,
        openHaltDays: frame.openHaltDays,
        generalLicenceWait: route === 'general' ? frame.generalLicenceWait : null,
      })
      calendars.set(key, calendar)
      grants.set(calendar, new Map())
    }
    return calendar
  }

  function grantOf(calendar: ControlCalendar, applicationDay: number): GrantTable {
    const known = grants.get(calendar) as Map<number, GrantTable>
    let grant = known.get(applicationDay)
    if (grant === undefined) {
      grant = grantTable(calendar, applicationDay)
      known.set(applicationDay, grant)
    }
    return grant
  }

  function departuresOf(profile: LeadTimeProfile, order: OrderInScenario): (readyDay: number) => DayTable {
    const { applicationLag, licenceRoute } = profile
    if (isUncontrolled(profile)) return (readyDay) => departureTable(readyDay, [])
    const appliedAfterOrder = order.orderDate + applicationLag.days
    const lagKey = applicationLag.after === 'order' ? `o${appliedAfterOrder}` : `r${applicationLag.days}`
    const key = `${order.scenarioIndex}|${licenceRoute}|${lagKey}|${profile.controlIds.join('|')}`
    let known = departuresByKey.get(key)
    if (known === undefined) {
      known = new Map()
      departuresByKey.set(key, known)
    }
    const tables = known
    const controls = profile.controlIds.map((id) => calendarOf(id, order.scenarioIndex, licenceRoute))
    return (readyDay) => {
      let departures = tables.get(readyDay)
      if (departures === undefined) {
        const applicationDay = applicationLag.after === 'order' ? appliedAfterOrder : readyDay + applicationLag.days
        departures = departureTable(
          readyDay,
          controls.map((calendar) => ({ calendar, grant: grantOf(calendar, applicationDay) })),
        )
        tables.set(readyDay, departures)
      }
      return departures
    }
  }

  function weightedDeparturesOf(profile: LeadTimeProfile, order: WeightedOrder): (readyDay: number) => DayTable {
    const seen = order.weights.flatMap((weight, scenarioIndex) =>
      weight > 0 ? [{ weight, of: departuresOf(profile, { orderDate: order.orderDate, scenarioIndex }) }] : [],
    )
    const only = seen[0]
    if (seen.length === 1 && only !== undefined) return only.of
    const lag = profile.applicationLag
    const lagKey = lag.after === 'order' ? `o${order.orderDate + lag.days}` : `r${lag.days}`
    const key = `${order.weights.join(' ')}|${profile.licenceRoute}|${lagKey}|${profile.controlIds.join('|')}`
    let known = departuresByKey.get(key)
    if (known === undefined) {
      known = new Map()
      departuresByKey.set(key, known)
    }
    const tables = known
    return (readyDay) => {
      let mixed = tables.get(readyDay)
      if (mixed === undefined) {
        mixed = mixedDayTable(seen.map(({ weight, of }) => ({ weight, table: of(readyDay) })))
        tables.set(readyDay, mixed)
      }
      return mixed
    }
  }

  function baseTable(base: BaseLeadTime): DayTable {
    const key = `${base.meanDays}|${base.sdDays}`
    let table = baseTables.get(key)
    if (table === undefined) {
      requireBaseLeadTime(base)
      table = gammaDayTable({ meanDays: base.meanDays, sdDays: base.sdDays })
      baseTables.set(key, table)
    }
    return table
  }

  function inputsOf(profile: LeadTimeProfile, orderDay: CivilDate, departures: (readyDay: number) => DayTable): LeadTimeInputs {
    const base = baseTable(profile.baseLeadTime)
    return { base, transitDays: wholeTransitDays(profile.baseLeadTime), orderDay, departuresOf: departures }
  }

  function knownLeadTime(
    profile: LeadTimeProfile,
    orderDate: CivilDate,
    view: string,
    departures: () => (readyDay: number) => DayTable,
  ): DayTable {
    const { baseLeadTime: base, applicationLag: lag } = profile
    if (isUncontrolled(profile)) return baseTable(base)
    const key =
      `${base.meanDays}|${base.sdDays}|${base.transitDays}|${profile.licenceRoute}|${lag.after}${lag.days}|` +
      `${orderDate}|${view}|${profile.controlIds.join('|')}`
    let table = leadTimes.get(key)
    if (table === undefined) {
      table = leadTimeTable(inputsOf(profile, orderDate, departures()))
      if (leadTimes.size >= mostKeptLeadTimes) forgetOldest(leadTimes)
      leadTimes.set(key, table)
    }
    return table
  }

  return {
    baseTable,
    leadTime: (profile, order) =>
      knownLeadTime(profile, order.orderDate, `${order.scenarioIndex}`, () => departuresOf(profile, order)),
    weightedLeadTime: (profile, order) =>
      knownLeadTime(profile, order.orderDate, `w${order.weights.join(' ')}`, () => weightedDeparturesOf(profile, order)),
    departureDays: (profile, order) => departureDaysTable(inputsOf(profile, order.orderDate, departuresOf(profile, order))),
    hasOpenHalt: (profile, scenarioIndex) =>
      profile.licenceRoute !== 'exempt' &&
      profile.controlIds.some((id) => calendarOf(id, scenarioIndex, profile.licenceRoute).hasOpenHalt),
  }
}
