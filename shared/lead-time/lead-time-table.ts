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

// Less than this of any one base lead time is put on its last day kept: far below the 1e-9 at which tables are cut.
const negligible = 1e-12

// One row for each day of the base lead time: what leaves when, in columns that are used again from call to call.
const weights: number[] = []
const offsets: number[] = []
const lengths: number[] = []
const rows: Float64Array[] = []

function accumulated({ base, transitDays, orderDay, departuresOf }: LeadTimeInputs, afterBorderDays: number): DayTable {
  let count = 0
  let first = Infinity
  let last = -Infinity
  for (let index = 0; index < base.probabilities.length; index++) {
    const weight = base.probabilities[index]!
    if (weight === 0) continue
    const days = base.firstDay + index
    const departures = departuresOf(orderDay + Math.max(0, days - transitDays))
    const offset = departures.firstDay - orderDay + Math.min(afterBorderDays, days)
    weights[count] = weight
    offsets[count] = offset
    rows[count] = departures.probabilities
    lengths[count] = keptLength(departures.probabilities, weight)
    first = Math.min(first, offset)
    last = Math.max(last, offset + lengths[count]! - 1)
    count++
  }
  const sum = new Float64Array(last - first + 1)
  let row = 0
  for (; row + 3 < count; row += 4) addFour(sum, first, row)
  for (; row < count; row++) addDays(sum, first, row, -Infinity, Infinity)
  for (row = 0; row < count; row++) {
    const tail = tailsOf(rows[row]!)[lengths[row]!]!
    if (tail > 0) sum[offsets[row]! + lengths[row]! - 1 - first]! += weights[row]! * tail
  }
  rows.length = 0
  return { firstDay: first, probabilities: sum }
}

/** How many days of a row hold all but `negligible` of it. */
function keptLength(probabilities: Float64Array, weight: number): number {
  const tails = tailsOf(probabilities)
  const most = negligible / weight
  let length = 1
  let end = probabilities.length
  while (length < end) {
    const middle = (length + end) >> 1
    if (tails[middle]! < most) end = middle
    else length = middle + 1
  }
  return length
}

// Departures are shared by thousands of parts; what lies beyond each of their days is worked out once.
const knownTails = new WeakMap<Float64Array, Float32Array>()

/** Probability from each index on. */
function tailsOf(probabilities: Float64Array): Float32Array {
  let tails = knownTails.get(probabilities)
  if (tails === undefined) {
    tails = new Float32Array(probabilities.length + 1)
    let tail = 0
    for (let index = probabilities.length - 1; index >= 0; index--) {
      tail += probabilities[index]!
      tails[index] = tail
    }
    knownTails.set(probabilities, tails)
  }
  return tails
}

/** Four rows in one pass over the days they share: this sum is most of the work of a plan. */
function addFour(sum: Float64Array, first: number, a: number): void {
  const b = a + 1
  const c = a + 2
  const d = a + 3
  const from = Math.max(offsets[a]!, offsets[b]!, offsets[c]!, offsets[d]!)
  const until = Math.min(endOf(a), endOf(b), endOf(c), endOf(d))
  if (until <= from) {
    for (let row = a; row <= d; row++) addDays(sum, first, row, -Infinity, Infinity)
    return
  }
  for (let row = a; row <= d; row++) {
    addDays(sum, first, row, -Infinity, from)
    addDays(sum, first, row, until, Infinity)
  }
  const wa = weights[a]!
  const wb = weights[b]!
  const wc = weights[c]!
  const wd = weights[d]!
  const pa = rows[a]!
  const pb = rows[b]!
  const pc = rows[c]!
  const pd = rows[d]!
  let ia = from - offsets[a]!
  let ib = from - offsets[b]!
  let ic = from - offsets[c]!
  let id = from - offsets[d]!
  const end = until - first
  for (let at = from - first; at < end; at++) {
    sum[at] = sum[at]! + (wa * pa[ia++]! + wb * pb[ib++]!) + (wc * pc[ic++]! + wd * pd[id++]!)
  }
}

function endOf(row: number): number {
  return offsets[row]! + lengths[row]!
}

/** The days of a row from `from` on and before `until`. */
function addDays(sum: Float64Array, first: number, row: number, from: number, until: number): void {
  const weight = weights[row]!
  const offset = offsets[row]!
  const probabilities = rows[row]!
  const end = Math.min(endOf(row), until)
  for (let day = Math.max(offset, from); day < end; day++) {
    sum[day - first] = sum[day - first]! + weight * probabilities[day - offset]!
  }
}
