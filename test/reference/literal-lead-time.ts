import { departures, grantsOfApplication, type Timeline } from './literal-departure'
import { require } from './literal-refusal'
import { baseLeadTable, tableMean, type DayTable } from './literal-tables'
import type { CaseLag, CasePart, CasePlan } from './reference-case'

/** Base lead time: its moments as given, whole days of transit, and the table. */
export type BaseLead = {
  readonly meanDays: number
  readonly varianceDays: number
  readonly transitDays: number
  readonly table: DayTable
}

/** Base lead time by section 4 of the model. */
export function baseLead({ lead }: CasePart): BaseLead {
  let meanDays = lead.mean ?? 0
  let varianceDays = (lead.sd ?? 0) ** 2
  let transit = lead.transit ?? 0
  if (lead.legs !== undefined) {
    meanDays = varianceDays = transit = 0
    for (const leg of lead.legs) {
      const unit = leg.working === true ? 7 / 5 : 1
      require(leg.mean >= 0 && (leg.sd ?? 0) >= 0, 'lead time')
      meanDays += leg.mean * unit
      varianceDays += ((leg.sd ?? 0) * unit) ** 2
      if (leg.afterBorder === true) transit += leg.mean * unit
    }
  }
  require(meanDays >= 0 && (lead.sd ?? 0) >= 0 && transit >= 0, 'lead time')
  require(meanDays > 0 || varianceDays === 0, 'lead time')
  const table = baseLeadTable(meanDays, Math.sqrt(varianceDays))
  return { meanDays, varianceDays, transitDays: Math.floor(transit + 0.5 + 1e-9), table }
}

/** The application lag of the part, or else of the plan. */
export function lagOf(plan: CasePlan, part: CasePart): CaseLag {
  const lag = part.applicationLag ?? plan.applicationLag ?? { after: 'ready', days: 0 }
  require(lag.days >= 0, 'application lag')
  return lag
}

/** Tables of an order: days to departure, and to receipt. */
export type OrderTables = { readonly departureDays: DayTable; readonly leadTime: DayTable }

/** Departure and lead time of an order placed on a day, in one scenario. */
export function orderTables(controls: readonly Timeline[], lag: CaseLag, base: BaseLead, orderDay: number): OrderTables {
  const departureDays: number[] = []
  const leadTime: number[] = []
  for (let b = 0; b < base.table.length; b++) {
    const probability = base.table[b] ?? 0
    if (probability === 0) continue
    const readyDay = orderDay + Math.max(0, b - base.transitDays)
    const applicationDay = (lag.after === 'order' ? orderDay : readyDay) + lag.days
    const grants = controls.map((timeline) => grantsOfApplication(timeline, applicationDay))
    for (const [day, p] of departures(controls, grants, readyDay)) {
      const gone = day - orderDay
      const received = gone + Math.min(base.transitDays, b)
      departureDays[gone] = (departureDays[gone] ?? 0) + probability * p
      leadTime[received] = (leadTime[received] ?? 0) + probability * p
    }
  }
  return { departureDays: filled(departureDays), leadTime: filled(leadTime) }
}

/** Mixture of tables by weights that sum to 1. */
export function mixture(tables: readonly { readonly weight: number; readonly table: DayTable }[]): DayTable {
  const mixed: number[] = []
  for (const { weight, table } of tables) {
    for (let k = 0; k < table.length; k++) mixed[k] = (mixed[k] ?? 0) + weight * (table[k] ?? 0)
  }
  return filled(mixed)
}

function filled(table: readonly number[]): number[] {
  return Array.from(table, (p) => p ?? 0)
}

/** Standard deviation of a table, days. */
export function tableSd(table: DayTable): number {
  const mean = tableMean(table)
  let variance = 0
  for (let k = 0; k < table.length; k++) variance += (k - mean) ** 2 * (table[k] ?? 0)
  return Math.sqrt(variance)
}
