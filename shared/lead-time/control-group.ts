import type { CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import { controlCalendar, type ControlCalendar } from '../policy-timeline/control-calendar'
import type { ApplicationLag, ControlPhase, LicenceRoute } from '../policy-timeline/control-phase'
import { departureTable } from '../policy-timeline/departure-table'
import { grantTable, type GrantTable } from '../policy-timeline/grant-table'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import { departureRow } from './departure-row'
import { departureStretches, type Departures } from './departure-stretches'
import { keptRows } from './kept-rows'

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

/** What departures at the border depend on, beside the ready day. */
export type PassageTerms = {
  /** Ids of the controls that apply, each once. */
  readonly controlIds: readonly string[]
  readonly licenceRoute: LicenceRoute
  readonly applicationLag: ApplicationLag
}

/** The controls that goods pass together, on one licence route and with one application lag. */
export type ControlGroup = {
  /** Whether nothing is asked of the goods. */
  readonly isUncontrolled: boolean
  /** After this day the lead times of a scenario no longer depend on the order date: the last change of all controls, or the planning date. */
  readonly settledDay: (scenarioIndex: number) => number
  /** When goods of an order leave, by the day they are ready. */
  readonly departuresOf: (scenarioIndex: number, orderDate: number) => Departures
  /** Whether a control has a halt without an end in the scenario. */
  readonly hasOpenHalt: (scenarioIndex: number) => boolean
}

/**
 * The control groups of a plan, made when first asked for and kept.
 *
 * Departures depend on the ready day, the controls and the scenario only, never
 * on the part, so that thousands of parts share them.
 *
 * @param frame what all lead times of the plan share
 * @throws {DomainError} from the functions of a group, naming a control that is not in the plan
 */
export function controlGroups(frame: LeadTimeFrame): (terms: PassageTerms) => ControlGroup {
  const calendars = new Map<string, ControlCalendar>()
  const grants = new Map<ControlCalendar, Map<number, GrantTable>>()
  const groups = new Map<string, ControlGroup>()

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

  function madeGroup({ controlIds, licenceRoute, applicationLag }: PassageTerms): ControlGroup {
    const isExempt = licenceRoute === 'exempt'
    const isUncontrolled = isExempt || controlIds.length === 0
    const calendarsOf = (scenarioIndex: number): readonly ControlCalendar[] => controlIds.map((id) => calendarOf(id, scenarioIndex, licenceRoute))
    const settledDays: (number | undefined)[] = []
    // By scenario, and where applications are made after the order, by its date.
    const departures: Map<number, Departures>[] = []
    const isAfterOrder = applicationLag.after === 'order'

    function madeDepartures(scenarioIndex: number, orderDate: number): Departures {
      const controls = calendarsOf(scenarioIndex)
      const changeDays = changeDaysOf(controls)
      // Applied for after the order, a licence may be granted before the goods are ready, whenever that is.
      const settledDay = isAfterOrder ? Infinity : Math.max(frame.planningDate, ...changeDays)
      const rowOn = keptRows(
        (readyDay) => {
          const applicationDay = (isAfterOrder ? orderDate : readyDay) + applicationLag.days
          return departureTable(
            readyDay,
            controls.map((calendar) => ({ calendar, grant: grantOf(calendar, applicationDay) })),
          )
        },
        changeDays,
        settledDay,
      )
      return departureStretches(rowOn, settledDay)
    }

    return {
      isUncontrolled,
      settledDay: (scenarioIndex) => (settledDays[scenarioIndex] ??= Math.max(frame.planningDate, ...changeDaysOf(calendarsOf(scenarioIndex)))),
      departuresOf(scenarioIndex, orderDate) {
        if (isUncontrolled) return departureStretches((readyDay) => departureRow(departureTable(readyDay, [])), orderDate)
        const ofScenario = (departures[scenarioIndex] ??= new Map())
        const key = isAfterOrder ? orderDate : 0
        let known = ofScenario.get(key)
        if (known === undefined) {
          known = madeDepartures(scenarioIndex, orderDate)
          ofScenario.set(key, known)
        }
        return known
      },
      hasOpenHalt: (scenarioIndex) => !isExempt && calendarsOf(scenarioIndex).some((calendar) => calendar.hasOpenHalt),
    }
  }

  return (terms) => {
    const { controlIds, licenceRoute, applicationLag } = terms
    const key = `${licenceRoute}|${applicationLag.after}${applicationLag.days}|${controlIds.join('|')}`
    let group = groups.get(key)
    if (group === undefined) {
      group = madeGroup(terms)
      groups.set(key, group)
    }
    return group
  }
}

/** Days on which one of the controls changes its state or its wait, ascending. */
function changeDaysOf(controls: readonly ControlCalendar[]): readonly number[] {
  const days = new Set(controls.flatMap((calendar) => calendar.stretches.map((stretch) => stretch.fromDay)))
  days.delete(-Infinity)
  return [...days].sort((a, b) => a - b)
}
