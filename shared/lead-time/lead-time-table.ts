import { condensedDays, type CondensedDays, type DayLattice, type SharedDays } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'
import type { DepartureRow, FixedDays } from './departure-row'

/** What the lead time of an order depends on. */
export type LeadTimeInputs = {
  /** Order to receipt with no control, in whole days. */
  readonly base: DayTable
  /** Whole days after the border. */
  readonly transitDays: number
  /** Day the order is placed, a whole day number. */
  readonly orderDay: number
  /** When goods ready on a day leave. */
  readonly departuresOf: (readyDay: number) => DepartureRow
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
  const { firstDay, weights } = accumulated([{ weight: 1, inputs }], { afterBorderDays: inputs.transitDays, stepDays: 1, farEnd: 0 })
  return { firstDay, probabilities: weights }
}

/** One of the scenarios of a lead time, with its weight. */
export type WeightedLeadTime = {
  readonly weight: number
  /** What it depends on, or the lattice where it is known. */
  readonly inputs: LeadTimeInputs | DayLattice
}

/** How lead times are condensed. */
export type LeadTimeLatticeOptions = {
  /** Days from one weight to the next, at least 1. */
  readonly stepDays: number
  /** Whole days after the border, on which the lattice is aligned. */
  readonly transitDays: number
  /** What may be put on the last weight. */
  readonly farEnd: number
}

/**
 * The lead time of an order condensed to a lattice, its scenarios mixed by their weights; see `leadTimeTable`.
 *
 * @param scenarios at least one, weights that make 1; a lattice among them must be of the same step and alignment
 * @param options how it is condensed
 */
export function leadTimeLattice(scenarios: readonly WeightedLeadTime[], options: LeadTimeLatticeOptions): DayLattice {
  return accumulated(scenarios, { afterBorderDays: options.transitDays, ...options })
}

/**
 * Days from order to departure at the border, `E − t`, in whole days.
 *
 * @param inputs base lead time, transit, order day and departures
 */
export function departureDaysTable(inputs: LeadTimeInputs): DayTable {
  const { firstDay, weights } = accumulated([{ weight: 1, inputs }], { afterBorderDays: 0, stepDays: 1, farEnd: 0 })
  return { firstDay, probabilities: weights }
}

// Less than this of any one base lead time is put on its last day kept: far below the 1e-9 at which tables are cut.
const negligible = 1e-12

// Rows that stand alone: what leaves when, in columns that are used again from call to call.
const rowWeights: number[] = []
const offsets: number[] = []
const lengths: number[] = []
const rows: CondensedDays[] = []
let count = 0
// Of the scenario at hand.
let scenarioWeight = 1
// Where everything is added up, likewise, and the steps that have been reached.
let sum = new Float64Array(4096)
let origin = 0
let first = Infinity
let end = -Infinity
// Before this step the sums may not be 0.
let reached = -Infinity
const spareSteps = 64
// Shares of days that do not move with the ready day.
const fixedSums = new Float64Array(64)
// Weights of base lead times whose goods leave after the same wait, and seven zeros.
let runWeights = new Float64Array(512)

// As few rows that move together as these are added one by one.
const fewTogether = 3

type SumOptions = { readonly afterBorderDays: number; readonly stepDays: number; readonly farEnd: number }

function accumulated(scenarios: readonly WeightedLeadTime[], options: SumOptions): DayLattice {
  const { stepDays } = options
  const aligned = options.afterBorderDays % stepDays
  begin()
  for (const { weight, inputs } of scenarios) {
    scenarioWeight = weight
    if ('base' in inputs) addScenario(inputs, options.afterBorderDays, stepDays)
    else addLattice(inputs, aligned)
  }
  addRows()
  let last = end
  let far = 0
  while (last > first + 1 && Math.abs(far + sum[last - 1 - origin]!) < options.farEnd) far += sum[--last - origin]!
  const weights = sum.slice(first - origin, last - origin)
  weights[weights.length - 1]! += far
  sum.fill(0, first - origin, reached - origin)
  reached = -Infinity
  return { stepDays, firstDay: first * stepDays + aligned, weights }
}

function addLattice({ stepDays, firstDay, weights }: DayLattice, aligned: number): void {
  const from = (firstDay - aligned) / stepDays
  reach(from, from + weights.length)
  end = Math.max(end, from + weights.length)
  const total = sum
  const at = from - origin
  for (let index = 0; index < weights.length; index++) total[at + index] = total[at + index]! + scenarioWeight * weights[index]!
}

function addScenario({ base, transitDays, orderDay, departuresOf }: LeadTimeInputs, afterBorderDays: number, stepDays: number): void {
  const { probabilities } = base
  const aligned = afterBorderDays % stepDays
  // The run of ready days from which goods leave after the same wait: its days, first day and first base lead time.
  let runDays: SharedDays | null = null
  let runDay = 0
  let runStart = 0
  let runLength = 0
  let fixed: FixedDays | null = null
  let fixedDay = 0
  for (let index = 0; index < probabilities.length; index++) {
    const baseDays = base.firstDay + index
    const row = departuresOf(baseDays > transitDays ? orderDay + baseDays - transitDays : orderDay)
    const after = (baseDays < afterBorderDays ? baseDays : afterBorderDays) - orderDay - aligned
    if (row.days !== null) {
      const day = row.firstDay + after
      if (row.days === runDays && day === runDay + runLength && index === runStart + runLength) runLength++
      else {
        if (runDays !== null) addRun(runDays, { probabilities, start: runStart, length: runLength, day: runDay, stepDays })
        runDays = row.days
        runDay = day
        runStart = index
        runLength = 1
      }
    }
    if (row.fixed !== null && row.shares !== null) {
      const day = row.fixed.firstDay + after
      if (row.fixed !== fixed || day !== fixedDay) {
        if (fixed !== null) addFixed(fixed, fixedDay, stepDays)
        fixed = row.fixed
        fixedDay = day
      }
      const weight = probabilities[index]!
      for (let share = 0; share < row.shares.length; share++) fixedSums[share]! += weight * row.shares[share]!
    }
  }
  if (runDays !== null) addRun(runDays, { probabilities, start: runStart, length: runLength, day: runDay, stepDays })
  if (fixed !== null) addFixed(fixed, fixedDay, stepDays)
}

function begin(): void {
  count = 0
  first = Infinity
  end = -Infinity
  fixedSums.fill(0)
  // Of a call that ended in an error.
  if (reached > -Infinity) sum.fill(0)
  reached = -Infinity
}

/** Makes room for the steps from one on and before another. */
function reach(from: number, until: number): void {
  if (first === Infinity) origin = from - spareSteps
  if (from < first) first = from
  if (until > reached) reached = until
  if (first >= origin && until - origin <= sum.length) return
  const wider = new Float64Array(sum.length + 2 * (until - first + spareSteps))
  const newOrigin = first - spareSteps
  for (let index = 0; index < sum.length; index++) {
    if (sum[index] !== 0) wider[index + origin - newOrigin] = sum[index]!
  }
  sum = wider
  origin = newOrigin
}

/** What is left of the shares of fixed days, each as a row. */
function addFixed(fixed: FixedDays, day: number, stepDays: number): void {
  for (let share = 0; share < fixed.parts.length; share++) {
    const weight = fixedSums[share]!
    fixedSums[share] = 0
    if (weight !== 0) addOne(fixed.parts[share]!, weight, day, stepDays)
  }
}

function addOne(days: SharedDays, weight: number, day: number, stepDays: number): void {
  const step = Math.floor(day / stepDays)
  const row = condensedDays(days, stepDays, day - step * stepDays)
  const offset = step - row.stepsBefore
  const share = scenarioWeight * weight
  // Goods that leave on the same days, whenever they were ready, are one row.
  if (count > 0 && rows[count - 1] === row && offsets[count - 1] === offset) {
    rowWeights[count - 1]! += share
    return
  }
  rowWeights[count] = share
  offsets[count] = offset
  rows[count] = row
  count++
}

/** Base lead times of a run of days whose goods leave after the same wait. */
type Run = {
  readonly probabilities: Float64Array
  /** Index of the first base lead time, and how many there are. */
  readonly start: number
  readonly length: number
  /** Day of the first of the days for the first of them. */
  readonly day: number
  readonly stepDays: number
}

function addRun(days: SharedDays, { probabilities, start, length, day, stepDays }: Run): void {
  if (length <= fewTogether * stepDays) {
    for (let index = 0; index < length; index++) {
      const weight = probabilities[start + index]!
      if (weight !== 0) addOne(days, weight, day + index, stepDays)
    }
    return
  }
  // Base lead times a whole step apart move the same condensed row.
  for (let phase = 0; phase < stepDays; phase++) {
    const step = Math.floor((day + phase) / stepDays)
    const row = condensedDays(days, stepDays, day + phase - step * stepDays)
    const members = Math.ceil((length - phase) / stepDays)
    if (members + 8 > runWeights.length) runWeights = new Float64Array(2 * members + 8)
    let at = start + phase
    for (let member = 0; member < members; member++, at += stepDays) runWeights[member] = scenarioWeight * probabilities[at]!
    runWeights.fill(0, members, members + 8)
    addShifted(row, step - row.stepsBefore, members)
  }
}

/**
 * Rows of which each is the one before a step later: the wait for one licence, by far the most frequent.
 *
 * Eight at a time, so that every weight is read once and handed on from row to row.
 */
function addShifted(row: CondensedDays, offset: number, members: number): void {
  const { weights, tails, rests } = row
  reach(offset, offset + members + 7 + weights.length)
  const total = sum
  for (let member = 0; member < members; member += 8) {
    const wa = runWeights[member]!
    const wb = runWeights[member + 1]!
    const wc = runWeights[member + 2]!
    const wd = runWeights[member + 3]!
    const we = runWeights[member + 4]!
    const wf = runWeights[member + 5]!
    const wg = runWeights[member + 6]!
    const wh = runWeights[member + 7]!
    const length = keptLength(tails, Math.max(wa, wb, wc, wd, we, wf, wg, wh))
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    let g = 0
    let h = 0
    const from = offset + member - origin
    for (let index = 0; index < length; index++) {
      const a = weights[index]!
      const at = from + index
      total[at] = total[at]! + (wa * a + wb * b + (wc * c + wd * d)) + (we * e + wf * f + (wg * g + wh * h))
      h = g
      g = f
      f = e
      e = d
      d = c
      c = b
      b = a
    }
    // The rows end one after the other, what is left of each on its last step.
    const rest = rests[length]!
    const at = from + length
    total[at - 1]! += wa * rest
    total[at]! += wb * (b + rest) + wc * c + wd * d + we * e + wf * f + wg * g + wh * h
    total[at + 1]! += wc * (b + rest) + wd * c + we * d + wf * e + wg * f + wh * g
    total[at + 2]! += wd * (b + rest) + we * c + wf * d + wg * e + wh * f
    total[at + 3]! += we * (b + rest) + wf * c + wg * d + wh * e
    total[at + 4]! += wf * (b + rest) + wg * c + wh * d
    total[at + 5]! += wg * (b + rest) + wh * c
    total[at + 6]! += wh * (b + rest)
    end = Math.max(end, offset + Math.min(member + 8, members) + length - 1)
  }
}

/** Adds the rows that stand alone, four at a time where there are as many. */
function addRows(): void {
  for (let row = 0; row < count; ) {
    const together = togetherFrom(row)
    for (let one = row; one < row + together; one++) {
      reach(offsets[one]!, endOf(one))
      end = Math.max(end, endOf(one))
    }
    if (together === 4) addFour(row)
    else addSteps(row, -Infinity, Infinity)
    row += together
  }
  for (let row = 0; row < count; row++) {
    const rest = rows[row]!.rests[lengths[row]!]!
    if (rest !== 0) sum[endOf(row) - 1 - origin]! += rowWeights[row]! * rest
  }
  rows.length = 0
}

/** How many rows are added in one pass from this one on, 4 or 1; sets their lengths. */
function togetherFrom(row: number): number {
  const together = row + 4 <= count ? 4 : 1
  let most = 0
  for (let one = row; one < row + together; one++) most = Math.max(most, Math.abs(rowWeights[one]!))
  for (let one = row; one < row + together; one++) lengths[one] = keptLength(rows[one]!.tails, most)
  return together
}

/** How many steps of a row of this weight hold all but `negligible`. */
function keptLength(tails: Float32Array, weight: number): number {
  const most = negligible / weight
  let length = 1
  let last = tails.length - 1
  while (length < last) {
    const middle = (length + last) >> 1
    if (tails[middle]! < most) last = middle
    else length = middle + 1
  }
  return length
}

/** Four rows in one pass over the steps they share. */
function addFour(a: number): void {
  const b = a + 1
  const c = a + 2
  const d = a + 3
  const from = Math.max(offsets[a]!, offsets[b]!, offsets[c]!, offsets[d]!)
  const until = Math.min(endOf(a), endOf(b), endOf(c), endOf(d))
  if (until <= from) {
    for (let row = a; row <= d; row++) addSteps(row, -Infinity, Infinity)
    return
  }
  for (let row = a; row <= d; row++) {
    addSteps(row, -Infinity, from)
    addSteps(row, until, Infinity)
  }
  const wa = rowWeights[a]!
  const wb = rowWeights[b]!
  const wc = rowWeights[c]!
  const wd = rowWeights[d]!
  const pa = rows[a]!.weights
  const pb = rows[b]!.weights
  const pc = rows[c]!.weights
  const pd = rows[d]!.weights
  let ia = from - offsets[a]!
  let ib = from - offsets[b]!
  let ic = from - offsets[c]!
  let id = from - offsets[d]!
  const last = until - origin
  const total = sum
  for (let at = from - origin; at < last; at++) {
    total[at] = total[at]! + (wa * pa[ia++]! + wb * pb[ib++]!) + (wc * pc[ic++]! + wd * pd[id++]!)
  }
}

function endOf(row: number): number {
  return offsets[row]! + lengths[row]!
}

/** The steps of a row from `from` on and before `until`. */
function addSteps(row: number, from: number, until: number): void {
  const weight = rowWeights[row]!
  const offset = offsets[row]!
  const { weights } = rows[row]!
  const last = Math.min(endOf(row), until)
  const total = sum
  for (let step = Math.max(offset, from); step < last; step++) {
    total[step - origin] = total[step - origin]! + weight * weights[step - offset]!
  }
}
