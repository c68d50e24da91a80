import type { DayTable } from '../probability/day-table'

/** What the lead time of an order depends on. */
export type LeadTimeInputs = {
  /** Order to receipt with no control, in whole days. */
  readonly base: DayTable
  /** Whole days after the border. */
  readonly transitDays: number
  /** Day the order is placed, a whole day number. */
  readonly orderDay: number
  /** When goods ready on a day leave. */
  readonly departuresOf: (readyDay: number) => DayTable
}

/**
 * The lead time of an order in whole days, controls included: order placed to stock usable.
 *
 * Goods are ready on `x = t + max(0, B − T)`, leave on `E` and are received
 * `min(T, B)` days later:
 *
 *     L = (E − t) + min(T, B)
 *
 * The base lead time and every wait are cut and renormalised already; their sum is not cut again.
 *
 * @param inputs base lead time, transit, order day and departures
 * @see Lodestock planning model, section 4
 */
export function leadTimeTable(inputs: LeadTimeInputs): DayTable {
  return accumulated(inputs, inputs.transitDays)
}

/**
 * Days from order to departure at the border, `E − t`, in whole days.
 *
 * @param inputs base lead time, transit, order day and departures
 */
export function departureDaysTable(inputs: LeadTimeInputs): DayTable {
  return accumulated(inputs, 0)
}

function accumulated({ base, transitDays, orderDay, departuresOf }: LeadTimeInputs, afterBorderDays: number): DayTable {
  const baseLast = base.firstDay + base.probabilities.length - 1
  const rows: { readonly weight: number; readonly offset: number; readonly departures: DayTable }[] = []
  let first = Infinity
  let last = -Infinity
  for (let days = base.firstDay; days <= baseLast; days++) {
    const weight = base.probabilities[days - base.firstDay] as number
    if (weight === 0) continue
    const departures = departuresOf(orderDay + Math.max(0, days - transitDays))
    const offset = departures.firstDay - orderDay + Math.min(afterBorderDays, days)
    rows.push({ weight, offset, departures })
    first = Math.min(first, offset)
    last = Math.max(last, offset + departures.probabilities.length - 1)
  }
  const sum = new Float64Array(last - first + 1)
  for (const { weight, offset, departures } of rows) addScaled(sum, offset - first, departures.probabilities, weight)
  return { firstDay: first, probabilities: sum }
}

function addScaled(sum: Float64Array, offset: number, addend: Float64Array, weight: number): void {
  const length = addend.length
  for (let index = 0; index < length; index++) {
    sum[offset + index] = (sum[offset + index] as number) + weight * (addend[index] as number)
  }
}
