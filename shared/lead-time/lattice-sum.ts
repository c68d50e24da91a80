import { addSpread, condensedDays, latticeLength, pointsBefore, type CondensedDays, type DayRun, type SharedDays } from '../probability/day-lattice'

// The sum of one lead time at a time. It is a numeric kernel: what it needs is kept in arrays that are used again from
// sum to sum, so that thousands of lead times leave no garbage, and days are called by their step on the lattice.

// Less than this of any one base lead time is put on its last day kept: far below the 1e-9 at which tables are cut.
const negligible = 1e-12
// As few rows as these are added one by one.
const fewRows = 12
// Rows that `addEight` adds in one pass.
const rowsInPass = 8

let stepDays = 1
// Where everything is added up, and the steps that have been reached; `origin` is the step of the first place.
let sum = new Float64Array(4096)
let origin = 0
let first = Infinity
let end = -Infinity
// Before this step the sums may not be 0.
let reached = -Infinity
const spareSteps = 64
// Rows that stand alone: what leaves when.
const rowWeights: number[] = []
const offsets: number[] = []
const lengths: number[] = []
const rows: CondensedDays[] = []
let count = 0
// Weights of rows of which each is the one before a step later, with as many zeros at the end as fill the last pass.
let runWeights = new Float64Array(512)
// Days of goods that leave before they are held.
let heldDays = new Float64Array(512)

/**
 * Begins a sum of rows of days on a lattice. Days are whole numbers, and there is a weight on day 0.
 *
 * @param step days from one weight to the next, at least 1
 */
export function beginSum(step: number): void {
  stepDays = step
  count = 0
  first = Infinity
  end = -Infinity
  // Of a sum that ended in an error.
  if (reached > -Infinity) sum.fill(0)
  reached = -Infinity
}

/**
 * What has been added up since `beginSum`.
 *
 * @param farEnd what may be put on the last weight
 */
export function endedSum(farEnd: number): { readonly firstStep: number; readonly weights: Float64Array } {
  addRows()
  let last = end
  let far = 0
  while (last > first + 1 && Math.abs(far + sum[last - 1 - origin]!) < farEnd) far += sum[--last - origin]!
  const weights = sum.slice(first - origin, last - origin)
  weights[weights.length - 1]! += far
  sum.fill(0, first - origin, reached - origin)
  reached = -Infinity
  return { firstStep: first, weights }
}

/**
 * Adds weights of the same lattice.
 *
 * @param step of the first of them
 * @param weights of steps one after the other
 * @param scale what they are multiplied by
 */
export function addLattice(step: number, weights: Float64Array, scale: number): void {
  reach(step, step + weights.length)
  end = Math.max(end, step + weights.length)
  const total = sum
  const at = step - origin
  for (let index = 0; index < weights.length; index++) total[at + index]! += scale * weights[index]!
}

/**
 * Adds a row of days.
 *
 * @param days shared, since they are condensed only once
 * @param weight what they are multiplied by
 * @param day on which they begin
 */
export function addRow(days: SharedDays, weight: number, day: number): void {
  if (weight === 0) return
  const step = Math.floor(day / stepDays)
  const row = condensedDays(days, stepDays, day - step * stepDays)
  rowWeights[count] = weight
  offsets[count] = step - row.stepsBefore
  rows[count] = row
  count++
}

/**
 * Adds rows of which each is the one before a day later: the wait for one licence, by far the most frequent.
 *
 *     Σ run[i] · days[n − day − i]  on day n
 *
 * On a lattice both are condensed: what is asked of a lead time changes as slowly over one of them as over the other.
 *
 * @param days shared, since they are condensed only once
 * @param run how much of each row
 * @param at day on which the first row begins, and the day from which on what leaves does not count, Infinity for none
 */
export function addMovingRow(days: SharedDays, run: DayRun, { day, heldFromDay }: { readonly day: number; readonly heldFromDay: number }): void {
  if (heldFromDay < day + run.length - 1 + days.probabilities.length) {
    addHeld(days, run, { day, heldFromDay })
    return
  }
  const { probabilities, start, length, scale } = run
  if (length <= fewRows) {
    for (let index = 0; index < length; index++) addRow(days, scale * probabilities[start + index]!, day + index)
    return
  }
  const step = Math.floor(day / stepDays)
  const row = condensedDays(days, stepDays, 0)
  if (stepDays === 1) addShifted(row, step, takenRun(run))
  else {
    const phaseDays = day - step * stepDays
    const members = latticeLength(length, stepDays, phaseDays)
    clearRunWeights(members)
    addSpread(run, { stepDays, phaseDays, into: runWeights, at: 0 })
    addShifted(row, step - pointsBefore - row.stepsBefore, members)
  }
}

/** The run as weights of rows; returns how many. */
function takenRun({ probabilities, start, length, scale }: DayRun): number {
  clearRunWeights(length)
  for (let index = 0; index < length; index++) runWeights[index] = scale * probabilities[start + index]!
  return length
}

function clearRunWeights(members: number): void {
  if (members + rowsInPass > runWeights.length) runWeights = new Float64Array(2 * members + rowsInPass)
  else runWeights.fill(0, 0, members + rowsInPass)
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

function addShifted({ weights, tails, rests }: CondensedDays, offset: number, members: number): void {
  reach(offset, offset + members + rowsInPass + weights.length)
  for (let member = 0; member < members; member += rowsInPass) {
    const length = keptLength(tails, largestOf(member))
    const from = offset + member - origin
    addEight(sum, from, { weights, length, member })
    // What is left of each row goes on its last step.
    const rest = rests[length]!
    if (rest !== 0) for (let row = 0; row < rowsInPass; row++) sum[from + row + length - 1]! += runWeights[member + row]! * rest
    end = Math.max(end, offset + Math.min(member + rowsInPass, members) + length - 1)
  }
}

/**
 * Rows of which only the days before one count: day by day, since what ends at once is not condensed before it is summed.
 * They end there together, so that one sum is condensed instead of every row.
 */
function addHeld({ probabilities }: SharedDays, run: DayRun, { day, heldFromDay }: { readonly day: number; readonly heldFromDay: number }): void {
  const span = heldFromDay - day
  const members = Math.min(run.length, span)
  if (members <= 0) return
  takenRun({ ...run, length: members })
  const room = span + 2 * rowsInPass
  if (room > heldDays.length) heldDays = new Float64Array(2 * room)
  else heldDays.fill(0, 0, room)
  for (let member = 0; member < members; member += rowsInPass) {
    // The last steps of the later rows lie beyond the span and are left there.
    addEight(heldDays, member, { weights: probabilities, length: Math.min(probabilities.length, span - member), member })
  }
  const step = Math.floor(day / stepDays)
  if (stepDays === 1) {
    addLattice(step, heldDays.subarray(0, span), 1)
    return
  }
  const phaseDays = day - step * stepDays
  const steps = latticeLength(span, stepDays, phaseDays)
  reach(step - pointsBefore, step - pointsBefore + steps)
  end = Math.max(end, step - pointsBefore + steps)
  addSpread({ probabilities: heldDays, start: 0, length: span, scale: 1 }, { stepDays, phaseDays, into: sum, at: step - pointsBefore - origin })
}

/** The largest size of the weights of eight rows. */
function largestOf(member: number): number {
  let largest = 0
  for (let row = member; row < member + rowsInPass; row++) largest = Math.max(largest, Math.abs(runWeights[row]!))
  return largest
}

/**
 * Adds the first steps of eight rows of which each is the one before a step later.
 *
 * In one pass, so that every weight is read once and handed on from row to row.
 */
function addEight(
  total: Float64Array,
  from: number,
  { weights, length, member }: { readonly weights: Float64Array; readonly length: number; readonly member: number },
): void {
  const wa = runWeights[member]!
  const wb = runWeights[member + 1]!
  const wc = runWeights[member + 2]!
  const wd = runWeights[member + 3]!
  const we = runWeights[member + 4]!
  const wf = runWeights[member + 5]!
  const wg = runWeights[member + 6]!
  const wh = runWeights[member + 7]!
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  let g = 0
  let h = 0
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
  // The rows end one after the other.
  const at = from + length
  total[at]! += wb * b + wc * c + wd * d + we * e + wf * f + wg * g + wh * h
  total[at + 1]! += wc * b + wd * c + we * d + wf * e + wg * f + wh * g
  total[at + 2]! += wd * b + we * c + wf * d + wg * e + wh * f
  total[at + 3]! += we * b + wf * c + wg * d + wh * e
  total[at + 4]! += wf * b + wg * c + wh * d
  total[at + 5]! += wg * b + wh * c
  total[at + 6]! += wh * b
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
