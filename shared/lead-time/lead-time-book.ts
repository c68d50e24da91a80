import type { CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import { controlCalendar, type ControlCalendar } from '../policy-timeline/control-calendar'
import type { ApplicationLag, ControlPhase, LicenceRoute } from '../policy-timeline/control-phase'
import { departureTable } from '../policy-timeline/departure-table'
import { grantTable, type GrantTable } from '../policy-timeline/grant-table'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import { withoutFarEnd, type DayLattice } from '../probability/day-lattice'
import { mixedDayTable, type DayTable } from '../probability/day-table'
import { gammaDayTable } from '../probability/whole-days'
import { requireBaseLeadTime, wholeTransitDays, type BaseLeadTime } from './base-lead-time'
import { keptRows } from './kept-rows'
import { keptValues } from './kept-values'
import { condensedTable, farEnd, type LeadTimeForms } from './lead-time-forms'
import { departureRow, type DepartureRow } from './departure-row'
import { departureDaysTable, leadTimeLattice, leadTimeTable, type LeadTimeInputs, type LeadTimeLatticeOptions } from './lead-time-table'

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
  /** Lead time with no control, in all forms. */
  readonly baseForms: (profile: LeadTimeProfile) => LeadTimeForms
  /** Lead time of an order in one scenario, in all forms. */
  readonly forms: (profile: LeadTimeProfile, order: OrderInScenario) => LeadTimeForms
  /** Lead time of an order in all scenarios by their weights, in all forms. */
  readonly weightedForms: (profile: LeadTimeProfile, order: WeightedOrder) => LeadTimeForms
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

// Enough for the profiles that parts share.
const mostKept = 2000

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
  const departuresByKey = new Map<string, (readyDay: number) => DepartureRow>()
  const baseTables = keptValues<DayTable>(mostKept)
  const leadTimes = keptValues<DayTable>(mostKept)
  const lattices = keptValues<DayLattice>(mostKept)

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

  function departuresOf(profile: LeadTimeProfile, order: OrderInScenario): (readyDay: number) => DepartureRow {
    const { applicationLag, licenceRoute } = profile
    if (isUncontrolled(profile)) return (readyDay) => departureRow(departureTable(readyDay, []))
    const appliedAfterOrder = order.orderDate + applicationLag.days
    const lagKey = applicationLag.after === 'order' ? `o${appliedAfterOrder}` : `r${applicationLag.days}`
    const key = `${order.scenarioIndex}|${licenceRoute}|${lagKey}|${profile.controlIds.join('|')}`
    let known = departuresByKey.get(key)
    if (known === undefined) {
      const controls = profile.controlIds.map((id) => calendarOf(id, order.scenarioIndex, licenceRoute))
      const changeDays = changeDaysOf(controls)
      // Applied for after the order, a licence may be granted before the goods are ready, whenever that is.
      const settledDay = applicationLag.after === 'order' ? Infinity : Math.max(frame.planningDate, ...changeDays)
      known = keptRows((readyDay) => {
        const applicationDay = applicationLag.after === 'order' ? appliedAfterOrder : readyDay + applicationLag.days
        return departureTable(
          readyDay,
          controls.map((calendar) => ({ calendar, grant: grantOf(calendar, applicationDay) })),
        )
      }, changeDays, settledDay)
      departuresByKey.set(key, known)
    }
    return known
  }

  function baseTable(base: BaseLeadTime): DayTable {
    return baseTables.of(`${base.meanDays}|${base.sdDays}`, () => {
      requireBaseLeadTime(base)
      return gammaDayTable({ meanDays: base.meanDays, sdDays: base.sdDays })
    })
  }

  function inputsOf(profile: LeadTimeProfile, order: OrderInScenario): LeadTimeInputs {
    const base = baseTable(profile.baseLeadTime)
    return { base, transitDays: wholeTransitDays(profile.baseLeadTime), orderDay: order.orderDate, departuresOf: departuresOf(profile, order) }
  }

  function baseForms(profile: LeadTimeProfile): LeadTimeForms {
    const base = profile.baseLeadTime
    const key = `${base.meanDays}|${base.sdDays}|${base.transitDays}`
    return {
      key,
      table: () => baseTable(base),
      lattice: (stepDays) =>
        lattices.of(`${key}|${stepDays}`, () => withoutFarEnd(condensedTable(baseTable(base), stepDays, wholeTransitDays(base)), farEnd)),
    }
  }

  const settled = new Map<string, number>()

  /**
   * The order date itself, or an earlier one of which the lead times are the same: after the last change of all
   * controls they no longer depend on it.
   */
  function decisiveDate(profile: LeadTimeProfile, order: OrderInScenario): CivilDate {
    const key = `${order.scenarioIndex}|${profile.licenceRoute}|${profile.controlIds.join('|')}`
    let day = settled.get(key)
    if (day === undefined) {
      const controls = profile.controlIds.map((id) => calendarOf(id, order.scenarioIndex, profile.licenceRoute))
      day = Math.max(frame.planningDate, ...changeDaysOf(controls))
      settled.set(key, day)
    }
    return Math.min(order.orderDate, day) as CivilDate
  }

  function forms(profile: LeadTimeProfile, asked: OrderInScenario): LeadTimeForms {
    if (isUncontrolled(profile)) return baseForms(profile)
    const order = { ...asked, orderDate: decisiveDate(profile, asked) }
    const key = `${leadTimeKey(profile, order.orderDate)}${order.scenarioIndex}`
    return {
      key,
      table: () => leadTimes.of(key, () => leadTimeTable(inputsOf(profile, order))),
      lattice: (stepDays) =>
        lattices.of(`${key}|${stepDays}`, () => leadTimeLattice([{ weight: 1, inputs: inputsOf(profile, order) }], latticeOptions(profile, stepDays))),
    }
  }

  function weightedForms(profile: LeadTimeProfile, { orderDate, weights }: WeightedOrder): LeadTimeForms {
    if (isUncontrolled(profile)) return baseForms(profile)
    const seen = weights.flatMap((weight, scenarioIndex) =>
      weight > 0 ? [{ weight, scenarioIndex, orderDate: decisiveDate(profile, { orderDate, scenarioIndex }) }] : [],
    )
    const only = seen[0]
    if (seen.length === 1 && only !== undefined) return forms(profile, only)
    const key = `${leadTimeKey(profile, Math.max(...seen.map((one) => one.orderDate)))}w${weights.join(' ')}`
    const keyOf = (one: OrderInScenario): string => `${leadTimeKey(profile, one.orderDate)}${one.scenarioIndex}`
    return {
      key,
      table: () =>
        // A scenario that is not asked for by itself is not kept by itself.
        leadTimes.of(key, () => mixedDayTable(seen.map((one) => ({ weight: one.weight, table: leadTimes.known(keyOf(one)) ?? leadTimeTable(inputsOf(profile, one)) })))),
      lattice: (stepDays) =>
        lattices.of(`${key}|${stepDays}`, () =>
          leadTimeLattice(
            seen.map((one) => ({
              weight: one.weight,
              // One that will be the same for later orders is.
              inputs:
                one.orderDate < orderDate
                  ? forms(profile, one).lattice(stepDays)
                  : (lattices.known(`${keyOf(one)}|${stepDays}`) ?? inputsOf(profile, one)),
            })),
            latticeOptions(profile, stepDays),
          ),
        ),
    }
  }

  return {
    baseTable,
    baseForms,
    forms,
    weightedForms,
    leadTime: (profile, order) => (isUncontrolled(profile) ? baseTable(profile.baseLeadTime) : forms(profile, order).table()),
    weightedLeadTime: (profile, order) => (isUncontrolled(profile) ? baseTable(profile.baseLeadTime) : weightedForms(profile, order).table()),
    departureDays: (profile, order) => departureDaysTable(inputsOf(profile, order)),
    hasOpenHalt: (profile, scenarioIndex) =>
      profile.licenceRoute !== 'exempt' &&
      profile.controlIds.some((id) => calendarOf(id, scenarioIndex, profile.licenceRoute).hasOpenHalt),
  }
}

/** Days on which one of the controls changes its state or its wait, ascending. */
function changeDaysOf(controls: readonly ControlCalendar[]): readonly number[] {
  const days = new Set(controls.flatMap((calendar) => calendar.stretches.map((stretch) => stretch.fromDay)))
  days.delete(-Infinity)
  return [...days].sort((a, b) => a - b)
}

function latticeOptions(profile: LeadTimeProfile, stepDays: number): LeadTimeLatticeOptions {
  return { stepDays, transitDays: wholeTransitDays(profile.baseLeadTime), farEnd }
}

/** What the lead times of an order depend on, but for the view of the scenarios. */
function leadTimeKey(profile: LeadTimeProfile, orderDate: number): string {
  const { baseLeadTime: base, applicationLag: lag, licenceRoute, controlIds } = profile
  return `${base.meanDays}|${base.sdDays}|${base.transitDays}|${licenceRoute}|${lag.after}${lag.days}|${orderDate}|${controlIds.join('|')}|`
}
