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

type Row = { readonly weight: number; readonly offset: number; readonly probabilities: Float64Array }

// A base lead time this unlikely moves no probability that anybody can see.
const negligible = 1e-15

function accumulated({ base, transitDays, orderDay, departuresOf }: LeadTimeInputs, afterBorderDays: number): DayTable {
  const rows: Row[] = []
  let first = Infinity
  let last = -Infinity
  for (let index = 0; index < base.probabilities.length; index++) {
    const weight = base.probabilities[index] as number
    if (weight < negligible) continue
    const days = base.firstDay + index
    const departures = departuresOf(orderDay + Math.max(0, days - transitDays))
    const offset = departures.firstDay - orderDay + Math.min(afterBorderDays, days)
    rows.push({ weight, offset, probabilities: departures.probabilities })
    first = Math.min(first, offset)
    last = Math.max(last, offset + departures.probabilities.length - 1)
  }
  const sum = new Float64Array(last - first + 1)
  let row = 0
  for (; row + 3 < rows.length; row += 4) {
    addFourScaled(sum, first, rows[row] as Row, rows[row + 1] as Row, rows[row + 2] as Row, rows[row + 3] as Row)
  }
  for (; row < rows.length; row++) addScaled(sum, first, rows[row] as Row, -Infinity, Infinity)
  return { firstDay: first, probabilities: sum }
}

/** Four rows in one pass over the days they share: this sum is most of the work of a plan, and the memory its bottleneck. */
function addFourScaled(sum: Float64Array, first: number, a: Row, b: Row, c: Row, d: Row): void {
  const from = Math.max(a.offset, b.offset, c.offset, d.offset)
  const until = Math.min(endOf(a), endOf(b), endOf(c), endOf(d))
  if (until <= from) {
    for (const row of [a, b, c, d]) addScaled(sum, first, row, -Infinity, Infinity)
    return
  }
  for (const row of [a, b, c, d]) {
    addScaled(sum, first, row, -Infinity, from)
    addScaled(sum, first, row, until, Infinity)
  }
  const { weight: wa, probabilities: pa } = a
  const { weight: wb, probabilities: pb } = b
  const { weight: wc, probabilities: pc } = c
  const { weight: wd, probabilities: pd } = d
  let ia = from - a.offset
  let ib = from - b.offset
  let ic = from - c.offset
  let id = from - d.offset
  const end = until - first
  for (let at = from - first; at < end; at++) {
    sum[at] = sum[at]! + (wa * pa[ia++]! + wb * pb[ib++]!) + (wc * pc[ic++]! + wd * pd[id++]!)
  }
}

function endOf(row: Row): number {
  return row.offset + row.probabilities.length
}

/** The days of a row from `from` on and before `until`. */
function addScaled(sum: Float64Array, first: number, row: Row, from: number, until: number): void {
  const { weight, offset, probabilities } = row
  const end = Math.min(endOf(row), until)
  for (let day = Math.max(offset, from); day < end; day++) {
    sum[day - first] = sum[day - first]! + weight * probabilities[day - offset]!
  }
}
