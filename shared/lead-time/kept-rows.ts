import { sharedDays, type SharedDays } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'
import { fixedShares, type DepartureRow, type FixedDays } from './departure-row'

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
  let origin: number | undefined

  function known(readyDay: number): DepartureRow | undefined {
    return origin === undefined || readyDay < origin ? earlier.get(readyDay) : rows[readyDay - origin]
  }

  function made(readyDay: number): DepartureRow {
    const table = tableOf(readyDay)
    const same = byProbabilities.get(table.probabilities)
    if (same !== undefined) return moving(table.firstDay + same.emptyDays, same.days)
    const { firstDay, probabilities } = withoutEmptyStart(table)
    for (const distance of [-1, 1]) {
      const neighbour = known(readyDay + distance)
      if (neighbour === undefined || neighbour.days === null || neighbour.fixed !== null) continue
      if (neighbour.firstDay === firstDay + distance && isSame(neighbour.days.probabilities, probabilities)) return moving(firstDay, neighbour.days)
    }
    const apart = takenApart(readyDay, firstDay, probabilities)
    if (apart !== null) return apart
    const days = sharedDays(probabilities)
    byProbabilities.set(table.probabilities, { days, emptyDays: firstDay - table.firstDay })
    return moving(firstDay, days)
  }

  /** What leaves before the next change as it is, and what leaves from it on as shares of fixed days. */
  function takenApart(readyDay: number, firstDay: number, probabilities: Float64Array): DepartureRow | null {
    const changeDay = changeDays.find((day) => day > readyDay)
    if (changeDay === undefined || firstDay + probabilities.length <= changeDay) return null
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
    return { firstDay, days: before === 0 ? null : sharedDays(probabilities.slice(0, before)), fixed, shares }
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

function moving(firstDay: number, days: SharedDays): DepartureRow {
  return { firstDay, days, fixed: null, shares: null }
}

function withoutEmptyStart(table: DayTable): DayTable {
  let empty = 0
  while (empty < table.probabilities.length - 1 && table.probabilities[empty] === 0) empty++
  return empty === 0 ? table : { firstDay: table.firstDay + empty, probabilities: table.probabilities.slice(empty) }
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
