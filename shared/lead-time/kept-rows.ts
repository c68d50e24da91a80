import { sharedDays, type SharedDays } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'
import { fixedShares, movingRow, type DepartureRow, type FixedDays } from './departure-row'

/**
 * Departures by ready day, made when first asked for and kept.
 *
 * Ready days from which goods leave after the same wait share their days. Where a control changes its state, what
 * leaves from that day on is taken apart into a few parts that do not move with the ready day, if it can be: after
 * a halt all goods that were waiting leave alike. So sums over many ready days are sums over few rows.
 *
 * @param tableOf when goods ready on a day leave
 * @param changeDays days on which a control changes, ascending
 * @param settledDay a day from which on goods leave after the same wait whenever they are ready; Infinity for none
 */
export function keptRows(tableOf: (readyDay: number) => DayTable, changeDays: readonly number[], settledDay: number): (readyDay: number) => DepartureRow {
  const rows: (DepartureRow | undefined)[] = []
  const earlier = new Map<number, DepartureRow>()
  const byProbabilities = new Map<Float64Array, { readonly days: SharedDays; readonly emptyDays: number }>()
  const fixedFrom = new Map<number, FixedDays>()
  // Changes from which on goods leave in more ways than it pays to take apart.
  const manyParts = new Set<number>()
  let origin: number | undefined

  function known(readyDay: number): DepartureRow | undefined {
    return origin === undefined || readyDay < origin ? earlier.get(readyDay) : rows[readyDay - origin]
  }

  // The day after the one at hand, which is asked for next.
  let ahead: { readonly readyDay: number; readonly table: DayTable } | undefined

  function tableOn(readyDay: number): DayTable {
    return ahead?.readyDay === readyDay ? ahead.table : tableOf(readyDay)
  }

  function made(readyDay: number): DepartureRow {
    const table = tableOn(readyDay)
    const same = byProbabilities.get(table.probabilities)
    if (same !== undefined) return movingRow(table.firstDay + same.emptyDays, same.days)
    const { firstDay, probabilities } = withoutEmptyStart(table)
    for (const distance of [-1, 1]) {
      const neighbour = known(readyDay + distance)
      if (neighbour === undefined || neighbour.days === null || neighbour.fixed !== null) continue
      if (neighbour.firstDay === firstDay + distance && isSame(neighbour.days.probabilities, probabilities)) return movingRow(firstDay, neighbour.days)
    }
    const changeDay = changeDays.find((day) => day > readyDay)
    if (changeDay !== undefined && firstDay + probabilities.length > changeDay && !manyParts.has(changeDay) && !isMoving(readyDay, table)) {
      const apart = takenApart(readyDay, changeDay, { firstDay, probabilities })
      if (apart !== null) return apart
      manyParts.add(changeDay)
    }
    const days = sharedDays(probabilities)
    byProbabilities.set(table.probabilities, { days, emptyDays: firstDay - table.firstDay })
    return movingRow(firstDay, days)
  }

  /** Whether goods ready a day later leave a day later: the change does not touch them, as a new wait does not touch licences applied for. */
  function isMoving(readyDay: number, table: DayTable): boolean {
    ahead = { readyDay: readyDay + 1, table: tableOf(readyDay + 1) }
    return ahead.table.firstDay === table.firstDay + 1 && isSame(ahead.table.probabilities, table.probabilities)
  }

  /** What leaves before a change as it is, and what leaves from it on as shares of fixed days. */
  function takenApart(readyDay: number, changeDay: number, { firstDay, probabilities }: DayTable): DepartureRow | null {
    let fixed = fixedFrom.get(changeDay)
    if (fixed === undefined) {
      fixed = { firstDay: changeDay, parts: [] }
      fixedFrom.set(changeDay, fixed)
    }
    const before = Math.max(0, changeDay - firstDay)
    const after = new Float64Array(Math.max(0, firstDay - changeDay) + probabilities.length - before)
    after.set(probabilities.subarray(before), Math.max(0, firstDay - changeDay))
    const shares = fixedShares(fixed, after)
    if (shares === null) return null
    const days = before === 0 ? null : daysBefore(readyDay, firstDay, probabilities.subarray(0, before))
    return { firstDay, days, heldFromDay: days === null ? Infinity : changeDay, fixed, shares }
  }

  /** The days of the ready day before where these are a beginning of them: the same wait, cut off a day earlier. */
  function daysBefore(readyDay: number, firstDay: number, probabilities: Float64Array): SharedDays {
    const neighbour = known(readyDay - 1)
    const isCutOff = neighbour !== undefined && neighbour.days !== null && neighbour.firstDay === firstDay - 1 && isBeginning(probabilities, neighbour.days.probabilities)
    return isCutOff ? neighbour.days : sharedDays(probabilities.slice())
  }

  let settled: DepartureRow | undefined

  /** The row of a day after which nothing changes: the first such row, so many days later. */
  function settledRow(readyDay: number): DepartureRow {
    settled ??= made(settledDay)
    return { ...settled, firstDay: settled.firstDay + readyDay - settledDay }
  }

  return (readyDay) => {
    let row = known(readyDay)
    if (row !== undefined) return row
    row = readyDay >= settledDay ? settledRow(readyDay) : made(readyDay)
    origin ??= readyDay
    if (readyDay < origin) earlier.set(readyDay, row)
    else rows[readyDay - origin] = row
    return row
  }
}

function withoutEmptyStart(table: DayTable): DayTable {
  let empty = 0
  while (empty < table.probabilities.length - 1 && table.probabilities[empty] === 0) empty++
  return empty === 0 ? table : { firstDay: table.firstDay + empty, probabilities: table.probabilities.slice(empty) }
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && isBeginning(a, b)
}

// What the same probability may differ by where it was worked out in another order.
const rounding = 1e-15

/** Whether values are the first of others. */
function isBeginning(values: Float64Array, others: Float64Array): boolean {
  if (values.length > others.length) return false
  for (let index = 0; index < values.length; index++) if (Math.abs(values[index]! - others[index]!) > rounding) return false
  return true
}
