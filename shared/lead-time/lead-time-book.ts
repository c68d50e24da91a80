import type { CivilDate } from '../calendar/civil-date'
import { withoutFarEnd, type DayLattice } from '../probability/day-lattice'
import { mixedDayTable, type DayTable } from '../probability/day-table'
import { gammaDayTable } from '../probability/whole-days'
import { requireBaseLeadTime, wholeTransitDays, type BaseLeadTime } from './base-lead-time'
import { controlGroups, type ControlGroup, type LeadTimeFrame, type PassageTerms } from './control-group'
import { keptValues } from './kept-values'
import { condensedTable, farEnd, madeForms, type LeadTimeForms } from './lead-time-forms'
import { departureDaysTable, leadTimeLattice, leadTimeTable, type LeadTimeInputs } from './lead-time-table'

/** What the lead time of one part depends on; parts with the same profile share their tables. */
export type LeadTimeProfile = PassageTerms & { readonly baseLeadTime: BaseLeadTime }

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

/** An order placed on a date, in one scenario of the frame. */
export type OrderInScenario = { readonly orderDate: CivilDate; readonly scenarioIndex: number }

/** An order placed on a date, in all scenarios of the frame by their weights. */
export type WeightedOrder = { readonly orderDate: CivilDate; readonly weights: readonly number[] }

// Enough for the profiles that parts share.
const mostProfiles = 1200
// Lead times before the last change that a profile keeps: as many as one decision looks at, for later dates are not asked for again.
const mostForms = 3

/** The lead times of one profile. */
type ProfileBook = {
  readonly group: ControlGroup
  readonly base: LeadTimeForms
  /** By scenario: those of orders after the last change of all controls. */
  readonly settled: (LeadTimeForms | undefined)[]
  /** By order date and scenario: those of orders before it. */
  readonly forms: Map<number, LeadTimeForms>
  /** By order date and weights. */
  readonly weighted: Map<string, LeadTimeForms>
}

/**
 * The lead-time tables of a plan.
 *
 * @param frame what all lead times of the plan share
 * @throws {DomainError} from the functions of the book, naming an input outside its range
 */
export function leadTimeBook(frame: LeadTimeFrame): LeadTimeBook {
  const groupOf = controlGroups(frame)
  const baseTables = keptValues<DayTable>(mostProfiles)
  const bases = keptValues<LeadTimeForms>(mostProfiles)
  const books = keptValues<ProfileBook>(mostProfiles)
  // A part asks several times in a row.
  let latest: { readonly profile: LeadTimeProfile; readonly book: ProfileBook } | undefined

  function baseTable(base: BaseLeadTime): DayTable {
    return baseTables.of(`${base.meanDays}|${base.sdDays}`, () => {
      requireBaseLeadTime(base)
      return gammaDayTable({ meanDays: base.meanDays, sdDays: base.sdDays })
    })
  }

  function bookOf(profile: LeadTimeProfile): ProfileBook {
    if (latest?.profile === profile) return latest.book
    const { baseLeadTime: base, applicationLag: lag, licenceRoute, controlIds } = profile
    const baseKey = `${base.meanDays}|${base.sdDays}|${base.transitDays}`
    const book = books.of(`${baseKey}|${licenceRoute}|${lag.after}${lag.days}|${controlIds.join('|')}`, () => ({
      group: groupOf(profile),
      base: bases.of(baseKey, () =>
        madeForms(
          () => baseTable(base),
          (stepDays) => withoutFarEnd(condensedTable(baseTable(base), stepDays, wholeTransitDays(base)), farEnd),
        ),
      ),
      settled: [],
      forms: new Map(),
      weighted: new Map(),
    }))
    latest = { profile, book }
    return book
  }

  function inputsOf(profile: LeadTimeProfile, { orderDate, scenarioIndex }: OrderInScenario): LeadTimeInputs {
    const { group, base } = bookOf(profile)
    return { base: base.table(), transitDays: wholeTransitDays(profile.baseLeadTime), orderDay: orderDate, departures: group.departuresOf(scenarioIndex, orderDate) }
  }

  function forms(profile: LeadTimeProfile, { orderDate: asked, scenarioIndex }: OrderInScenario): LeadTimeForms {
    const { group, base, settled, forms: known } = bookOf(profile)
    if (group.isUncontrolled) return base
    const settledDay = group.settledDay(scenarioIndex)
    if (asked >= settledDay) return (settled[scenarioIndex] ??= formsOf(profile, { orderDate: settledDay as CivilDate, scenarioIndex }))
    return keptOf(known, keyOf({ orderDate: asked, scenarioIndex }), () => formsOf(profile, { orderDate: asked, scenarioIndex }))
  }

  function keyOf({ orderDate, scenarioIndex }: OrderInScenario): number {
    return orderDate * frame.scenarioPhases.length + scenarioIndex
  }

  function formsOf(profile: LeadTimeProfile, order: OrderInScenario): LeadTimeForms {
    return madeForms(
      () => leadTimeTable(inputsOf(profile, order)),
      (stepDays) => latticeOf(profile, [{ weight: 1, inputs: inputsOf(profile, order) }], stepDays),
    )
  }

  function weightedForms(profile: LeadTimeProfile, { orderDate, weights }: WeightedOrder): LeadTimeForms {
    const { group, base, forms: known, weighted } = bookOf(profile)
    if (group.isUncontrolled) return base
    const seen = weights.flatMap((weight, scenarioIndex) => (weight > 0 ? [{ weight, scenarioIndex, settledDay: group.settledDay(scenarioIndex) }] : []))
    const only = seen[0]
    if (seen.length === 1 && only !== undefined) return forms(profile, { orderDate, scenarioIndex: only.scenarioIndex })
    const decisiveDate = Math.min(orderDate, Math.max(...seen.map((one) => one.settledDay)))
    return keptOf(weighted, `${decisiveDate}w${weights.join(' ')}`, () =>
      madeForms(
        () => mixedDayTable(seen.map(({ weight, scenarioIndex }) => ({ weight, table: forms(profile, { orderDate, scenarioIndex }).table() }))),
        (stepDays) =>
          latticeOf(
            profile,
            seen.map(({ weight, scenarioIndex, settledDay }) => {
              const order = { orderDate, scenarioIndex }
              // One that will be the same for later orders is kept, another is added up where it is needed.
              const ready = orderDate > settledDay ? forms(profile, order).lattice(stepDays) : known.get(keyOf(order))?.knownLattice(stepDays)
              return { weight, inputs: ready ?? inputsOf(profile, order) }
            }),
            stepDays,
          ),
      ),
    )
  }

  return {
    baseTable,
    baseForms: (profile) => bookOf(profile).base,
    forms,
    weightedForms,
    leadTime: (profile, order) => forms(profile, order).table(),
    weightedLeadTime: (profile, order) => weightedForms(profile, order).table(),
    departureDays: (profile, order) => departureDaysTable(inputsOf(profile, order)),
    hasOpenHalt: (profile, scenarioIndex) => bookOf(profile).group.hasOpenHalt(scenarioIndex),
  }
}

function latticeOf(profile: LeadTimeProfile, scenarios: Parameters<typeof leadTimeLattice>[0], stepDays: number): DayLattice {
  return leadTimeLattice(scenarios, { stepDays, transitDays: wholeTransitDays(profile.baseLeadTime), farEnd })
}

/** The lead times under a key, made if they are not known; the oldest are forgotten. */
function keptOf<Key>(known: Map<Key, LeadTimeForms>, key: Key, made: () => LeadTimeForms): LeadTimeForms {
  let forms = known.get(key)
  if (forms === undefined) {
    forms = made()
    if (known.size >= mostForms) for (const oldest of known.keys()) if (known.size >= mostForms) known.delete(oldest)
    known.set(key, forms)
  }
  return forms
}
