import type { CivilDate } from '../calendar/civil-date'
import { mixedDayTable } from '../probability/day-table'
import { stretchIndexOn, type ControlCalendar } from './control-calendar'
import { grantTable, type GrantTable } from './grant-table'

/** An application that is filed and not yet decided. */
export type PendingApplication = {
  /** Day it was filed. */
  readonly filedDate: CivilDate
  /** Day on which it is still pending. */
  readonly pendingDate: CivilDate
}

/**
 * When a licence that is filed and still pending is granted: `probabilities[i]` is that of `firstDay + i`.
 *
 *     W | W > pending day − filing day
 *
 * with the wait in force on the filing day. Where nothing of that wait is left, it is granted on the day after. A halt
 * in force on the pending day, or one that begins before the grant, voids it; it is then filed again as by
 * `grantTable`. An application filed where no licence was demanded is made again on the pending day.
 *
 * @param calendar the control's states
 * @param application when it was filed, and the day on which it is known to be pending
 * @see Lodestock planning model, section 8; convention 23 of the reference cases
 */
export function pendingGrantTable(calendar: ControlCalendar, application: PendingApplication): GrantTable {
  const { filedDate, pendingDate } = application
  const { stretches } = calendar
  const wait = stretches[stretchIndexOn(calendar, filedDate)]?.wait ?? null
  if (wait === null) return grantTable(calendar, Math.max(filedDate, pendingDate))
  const waited = pendingDate - filedDate
  const from = Math.max(0, waited + 1 - wait.firstDay)
  const left = wait.probabilities.slice(from)
  const sum = left.reduce((total, probability) => total + probability, 0)
  if (!(sum > 0)) return { firstDay: pendingDate + 1, probabilities: Float64Array.of(1) }
  const firstDay = filedDate + wait.firstDay + from
  const pendingFrom = Math.max(filedDate, pendingDate)
  const haltDay = stretches.slice(stretchIndexOn(calendar, pendingFrom)).find(({ state }) => state === 'halt')?.fromDay ?? Infinity
  // A grant on the first day of a halt counts, unless the halt is in force already.
  const lastGrantDay = haltDay <= pendingFrom ? -Infinity : haltDay
  const kept = left.map((probability, index) => (firstDay + index > lastGrantDay ? 0 : probability / sum))
  const granted = kept.reduce((total, probability) => total + probability, 0)
  const table = { firstDay, probabilities: kept }
  // What rounding leaves is no application voided.
  if (granted >= 1 - 1e-15) return table
  const again = grantTable(calendar, Math.max(haltDay, pendingFrom))
  if (granted === 0) return again
  if (again.probabilities.length === 0) return table
  return mixedDayTable([{ weight: granted, table: scaled(table, granted) }, { weight: 1 - granted, table: again }])
}

function scaled(table: GrantTable, sum: number): GrantTable {
  return { firstDay: table.firstDay, probabilities: table.probabilities.map((probability) => probability / sum) }
}
