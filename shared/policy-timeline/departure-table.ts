import { DomainError } from '../domain-error'
import type { DayTable } from '../probability/day-table'
import { stretchIndexOn, type CalendarStretch, type ControlCalendar } from './control-calendar'
import type { GrantTable } from './grant-table'

/** One control a part's goods must pass, with the grant of the licence applied for. */
export type Passage = {
  readonly calendar: ControlCalendar
  readonly grant: GrantTable
}

/**
 * When goods ready on a day leave: `probabilities[i]` is that of day `firstDay + i`, a whole day number.
 *
 * They leave on the first day at or after `readyDay` on which every control
 * lets them: its state is `none`, or it is `licence` and the licence has been
 * granted on or before that day. Licences under different controls are
 * independent, so it is enough to carry, day by day, the probability of not
 * having left with exactly this set of licences granted.
 *
 * @param readyDay whole day number
 * @param passages the controls that apply, at most 20; none: the goods leave when ready
 * @throws {DomainError} naming `passages` when some goods can never leave, or there are too many controls
 * @see Lodestock planning model, section 3
 */
export function departureTable(readyDay: number, passages: readonly Passage[]): DayTable {
  if (passages.length === 0) return { firstDay: readyDay, probabilities: Float64Array.of(1) }
  if (passages.length > 20) throw new DomainError('passages', passages.length, 'at most 20 controls on one part')
  if (passages.length === 1) {
    const only = passages[0] as Passage
    return undisturbedDeparture(readyDay, only) ?? singleDeparture(readyDay, only)
  }
  const controls = passages.map((passage) => startedControl(passage, readyDay))
  const sets = 1 << controls.length
  const held = new Float64Array(sets)
  held[0] = 1
  const departing: number[] = []
  let left = 1
  for (let day = readyDay; left > 0; day++) {
    let needed = 0
    let isHalted = false
    let isSettled = true
    for (let index = 0; index < controls.length; index++) {
      const control = controls[index] as PassingControl
      advance(control, day)
      if (control.state === 'licence') needed |= 1 << index
      if (control.state === 'halt') isHalted = true
      const hazard = grantHazard(control, day)
      if (hazard > 0) moveGranted(held, 1 << index, hazard)
      if (control.nextDay !== Infinity || day < control.lastGrantDay) isSettled = false
    }
    let leaving = 0
    if (!isHalted) {
      for (let set = 0; set < sets; set++) {
        if ((set & needed) === needed) {
          leaving += held[set] as number
          held[set] = 0
        }
      }
    }
    departing.push(leaving)
    left = 0
    for (const probability of held) left += probability
    if (left < 1e-18) break
    if (isSettled && leaving === 0) {
      throw neverLeaving(passages.map((passage) => passage.calendar))
    }
  }
  return { firstDay: readyDay, probabilities: Float64Array.from(departing) }
}

// What is left of a complete table of grants.
const rounding = 1e-9

// Where one licence is all that is waited for, the goods leave on the day of its grant.
function undisturbedDeparture(readyDay: number, { calendar, grant }: Passage): DayTable | null {
  const index = stretchIndexOn(calendar, readyDay)
  const stretch = calendar.stretches[index] as CalendarStretch
  const nextDay = calendar.stretches[index + 1]?.fromDay ?? Infinity
  if (stretch.state === 'none') return { firstDay: readyDay, probabilities: Float64Array.of(1) }
  const isUndisturbed =
    stretch.state === 'licence' &&
    grant.probabilities.length > 0 &&
    grant.firstDay >= readyDay &&
    grant.firstDay + grant.probabilities.length <= nextDay
  return isUndisturbed ? grant : null
}

// With one control a licence granted is all there is to know.
function singleDeparture(readyDay: number, { calendar, grant }: Passage): DayTable {
  const { stretches } = calendar
  const departing: number[] = []
  let granted = 0
  let left = 1
  let nextGrant = 0
  for (let index = stretchIndexOn(calendar, readyDay); index < stretches.length; index++) {
    const { state, fromDay } = stretches[index] as CalendarStretch
    const nextDay = stretches[index + 1]?.fromDay ?? Infinity
    if (state === 'none') {
      while (departing.length < fromDay - readyDay) departing.push(0)
      departing.push(left)
      return { firstDay: readyDay, probabilities: Float64Array.from(departing) }
    }
    for (let day = Math.max(fromDay, readyDay); day < nextDay && (nextGrant < grant.probabilities.length || granted > 0); day++) {
      for (; nextGrant < grant.probabilities.length && grant.firstDay + nextGrant <= day; nextGrant++) {
        granted += grant.probabilities[nextGrant]!
      }
      if (state === 'halt') {
        departing.push(0)
        continue
      }
      departing.push(granted)
      left -= granted
      granted = 0
    }
    // Days on which nothing can happen any more before the state changes.
    if (nextDay !== Infinity) while (departing.length < nextDay - readyDay) departing.push(0)
  }
  if (left > rounding) throw neverLeaving([calendar])
  return { firstDay: readyDay, probabilities: Float64Array.from(departing) }
}

function neverLeaving(calendars: readonly ControlCalendar[]): DomainError {
  return new DomainError('passages', calendars.map((one) => one.controlId).join(', '), 'controls that let goods out one day')
}

type PassingControl = {
  readonly stretches: readonly CalendarStretch[]
  readonly grant: GrantTable
  readonly lastGrantDay: number
  index: number
  state: CalendarStretch['state']
  nextDay: number
  /** Probability that the licence is not yet granted. */
  ungranted: number
}

function startedControl({ calendar, grant }: Passage, readyDay: number): PassingControl {
  const index = stretchIndexOn(calendar, readyDay)
  // Grants before the goods are ready count on the ready day.
  return {
    stretches: calendar.stretches,
    grant,
    lastGrantDay: grant.firstDay + grant.probabilities.length - 1,
    index,
    state: (calendar.stretches[index] as CalendarStretch).state,
    nextDay: calendar.stretches[index + 1]?.fromDay ?? Infinity,
    ungranted: 1,
  }
}

function advance(control: PassingControl, day: number): void {
  while (day >= control.nextDay) {
    control.index++
    control.state = (control.stretches[control.index] as CalendarStretch).state
    control.nextDay = control.stretches[control.index + 1]?.fromDay ?? Infinity
  }
}

/** The probability that a licence not granted before `day` is granted on it (on the first day asked: by it). */
function grantHazard(control: PassingControl, day: number): number {
  const { grant } = control
  let granted = 0
  if (control.ungranted === 1) {
    const until = Math.min(day - grant.firstDay, grant.probabilities.length - 1)
    for (let index = 0; index <= until; index++) granted += grant.probabilities[index] as number
  } else {
    granted = grant.probabilities[day - grant.firstDay] ?? 0
  }
  if (control.ungranted === 0) return 0
  // What rounding leaves of a table that is complete is no probability of waiting for ever. Its last days may have no probability.
  if (granted >= control.ungranted || (day >= control.lastGrantDay && control.ungranted - granted < rounding)) {
    control.ungranted = 0
    return 1
  }
  if (granted <= 0) return 0
  const hazard = granted / control.ungranted
  control.ungranted -= granted
  return hazard
}

function moveGranted(held: Float64Array, licence: number, hazard: number): void {
  for (let set = 0; set < held.length; set++) {
    if ((set & licence) !== 0) continue
    const moving = held[set]! * hazard
    held[set] = held[set]! - moving
    held[set | licence] = held[set | licence]! + moving
  }
}
