import { civilDate, type CivilDate } from '../shared/calendar/civil-date'

/** Today on this computer's calendar. */
export function todayHere(): CivilDate {
  const now = new Date()
  return civilDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
