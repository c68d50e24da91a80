import type { DayTable } from '../probability/day-table'
import { stretchIndexOn, type CalendarStretch, type ControlCalendar } from './control-calendar'

/**
 * When a licence applied for on a day is granted: `probabilities[i]` is that of `firstDay + i`, a whole day number.
 * What is missing to 1 is never granted: the control ends or halts before and no licence is given out after.
 */
export type GrantTable = DayTable

/**
 * When a licence applied for on `applicationDay` is granted under one control.
 *
 * The application is filed on the first day at or after `applicationDay` on
 * which the control demands a licence, and granted a wait later, drawn from the
 * wait in force on the filing day. A halt that begins before the grant voids
 * it; it is filed again on the first licence day after, with the wait then in
 * force. A grant on the first day of a halt counts.
 *
 * @param calendar the control's states
 * @param applicationDay whole day number
 * @see Lodestock planning model, section 3
 */
export function grantTable(calendar: ControlCalendar, applicationDay: number): GrantTable {
  const parts: { readonly filedDay: number; readonly wait: DayTable; readonly share: number; readonly lastWait: number }[] = []
  let share = 1
  let from = applicationDay
  while (share > 0) {
    const filed = filing(calendar, from)
    if (filed === null) break
    const haltDay = nextHaltDay(calendar, filed.day)
    const lastWait = haltDay - filed.day
    parts.push({ filedDay: filed.day, wait: filed.wait, share, lastWait })
    if (haltDay === Infinity) break
    share *= probabilityBeyond(filed.wait, lastWait)
    from = haltDay
  }
  return assembled(parts, applicationDay)
}

type Filing = { readonly day: number; readonly wait: DayTable }

function filing(calendar: ControlCalendar, from: number): Filing | null {
  for (let index = stretchIndexOn(calendar, from); index < calendar.stretches.length; index++) {
    const stretch = calendar.stretches[index] as CalendarStretch
    if (stretch.wait !== null) return { day: Math.max(from, stretch.fromDay), wait: stretch.wait }
  }
  return null
}

function nextHaltDay(calendar: ControlCalendar, after: number): number {
  for (let index = stretchIndexOn(calendar, after) + 1; index < calendar.stretches.length; index++) {
    const stretch = calendar.stretches[index] as CalendarStretch
    if (stretch.state === 'halt') return stretch.fromDay
  }
  return Infinity
}

function probabilityBeyond(wait: DayTable, days: number): number {
  let beyond = 0
  for (let index = Math.max(0, days + 1 - wait.firstDay); index < wait.probabilities.length; index++) {
    beyond += wait.probabilities[index] as number
  }
  return beyond
}

function assembled(
  parts: readonly { filedDay: number; wait: DayTable; share: number; lastWait: number }[],
  applicationDay: number,
): GrantTable {
  const only = parts[0]
  if (only === undefined) return { firstDay: applicationDay, probabilities: new Float64Array(0) }
  if (parts.length === 1 && only.lastWait === Infinity) {
    return { firstDay: only.filedDay + only.wait.firstDay, probabilities: only.wait.probabilities }
  }
  let firstDay = Infinity
  let lastDay = -Infinity
  for (const part of parts) {
    firstDay = Math.min(firstDay, part.filedDay + part.wait.firstDay)
    lastDay = Math.max(lastDay, part.filedDay + Math.min(part.lastWait, part.wait.firstDay + part.wait.probabilities.length - 1))
  }
  const probabilities = new Float64Array(Math.max(0, lastDay - firstDay + 1))
  for (const { filedDay, wait, share, lastWait } of parts) {
    for (let index = 0; index < wait.probabilities.length && wait.firstDay + index <= lastWait; index++) {
      const at = filedDay + wait.firstDay + index - firstDay
      probabilities[at] = (probabilities[at] as number) + share * (wait.probabilities[index] as number)
    }
  }
  return { firstDay, probabilities }
}
