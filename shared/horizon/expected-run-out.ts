import { addDays, type CivilDate } from '../calendar/civil-date'
import { requireWhole } from '../domain-error'
import { cumulativeMeanDemand, type ForecastPeriod } from '../demand/expected-demand'

/** What is known to come in: a day and a quantity, part units. */
export type ExpectedReceipt = { readonly date: CivilDate; readonly quantity: number }

/**
 * The day on whose demand the stock runs out, at mean demand and with the receipts given and no others; null when it
 * lasts through all the days looked at.
 *
 * For a first look at which parts are in danger: demand and receipts that vary are for the simulation.
 * Receipts of a day come after its demand, as everywhere.
 *
 * @param of the planning date and the net stock then (part units, may be negative), mean demand per day with its
 *   forecast, the receipts in any order, and the whole number of days to look at, 1 or more
 * @throws {DomainError} naming `days` when it is not a whole number of at least 1
 * @see Lodestock planning model, section 8
 *
 * @example
 * const of = { planningDate: civilDate('2026-11-23'), netStock: 25, meanPerDay: 10, forecast: [], days: 100 }
 * isoDate(expectedRunOut({ ...of, receipts: [{ date: civilDate('2026-11-25'), quantity: 20 }] })) // => '2026-11-28'
 */
export function expectedRunOut(of: {
  readonly planningDate: CivilDate
  readonly netStock: number
  readonly meanPerDay: number
  readonly forecast: readonly ForecastPeriod[]
  readonly receipts: readonly ExpectedReceipt[]
  readonly days: number
}): CivilDate | null {
  requireWhole('days', of.days, { least: 1, most: 100_000 })
  const demand = cumulativeMeanDemand({ meanPerDay: of.meanPerDay, forecast: of.forecast, afterDate: of.planningDate, days: of.days })
  const receipts = of.receipts.toSorted((a, b) => a.date - b.date)
  let received = 0
  let next = 0
  for (let day = 1; day <= of.days; day++) {
    const date = addDays(of.planningDate, day)
    for (let receipt = receipts[next]; receipt !== undefined && receipt.date < date; receipt = receipts[++next]) received += receipt.quantity
    // Demand that cannot be met; a day without demand is none, even with nothing on hand.
    const isDemanded = (demand[day] as number) > (demand[day - 1] as number)
    if (isDemanded && of.netStock + received - (demand[day] as number) < -1e-9) return date
  }
  return null
}
