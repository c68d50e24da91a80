import type { ControlCalendar } from '../policy-timeline/control-calendar'
import type { DayTable } from '../probability/day-table'
import { quantileTable, type QuantileTable } from './quantile-table'

/** One control in one scenario, laid out for a simulation that asks it millions of times. */
export type SimulatedControl = {
  /** First days of its stretches; the first is −Infinity. */
  readonly fromDays: Float64Array
  /** State in each stretch: 0 none, 1 licence, 2 halt. */
  readonly states: Uint8Array
  /** Waits of applications filed in each stretch; null where none are. */
  readonly waits: readonly (QuantileTable | null)[]
  /** First day of the next halt after each stretch, or Infinity. */
  readonly nextHalts: Float64Array
}

const stateNumbers = { none: 0, licence: 1, halt: 2 } as const

/**
 * A control calendar laid out for a simulation.
 *
 * @param calendar the control's states
 */
export function simulatedControl(calendar: ControlCalendar): SimulatedControl {
  const { stretches } = calendar
  const tables = new Map<DayTable, QuantileTable>()
  const tableOf = (wait: DayTable): QuantileTable => {
    const known = tables.get(wait) ?? quantileTable(wait)
    tables.set(wait, known)
    return known
  }
  return {
    fromDays: Float64Array.from(stretches, ({ fromDay }) => fromDay),
    states: Uint8Array.from(stretches, ({ state }) => stateNumbers[state]),
    waits: stretches.map(({ wait }) => (wait === null ? null : tableOf(wait))),
    nextHalts: Float64Array.from(stretches, (_, index) => stretches.slice(index + 1).find(({ state }) => state === 'halt')?.fromDay ?? Infinity),
  }
}

/**
 * The day on which an application made on a day is granted, or Infinity where it never is.
 *
 * Filed on the first licence day at or after it, granted a wait later; a halt that begins before the grant voids it, and
 * it is filed again after.
 *
 * @param control the control
 * @param applicationDay whole day number
 * @param waitIn the wait, in days, of an application filed in the stretch with this index
 */
export function grantDay(control: SimulatedControl, applicationDay: number, waitIn: (stretch: number) => number): number {
  const { fromDays, waits, nextHalts } = control
  const count = fromDays.length
  let day = applicationDay
  let stretch = 0
  for (;;) {
    while (stretch + 1 < count && fromDays[stretch + 1]! <= day) stretch++
    while (stretch < count && waits[stretch] === null) stretch++
    if (stretch >= count) return Infinity
    const filed = Math.max(day, fromDays[stretch]!)
    const granted = filed + waitIn(stretch)
    const halt = nextHalts[stretch]!
    if (granted <= halt) return granted
    day = halt
  }
}

/**
 * The first day at or after the goods are ready on which every control lets them leave, or Infinity.
 *
 * @param controls the controls that apply
 * @param grants day of the grant under each
 * @param readyDay whole day number
 */
export function firstOpenDay(controls: readonly SimulatedControl[], grants: Float64Array, readyDay: number): number {
  let day = readyDay
  for (let settled = 0, index = 0; settled < controls.length; index = index + 1 === controls.length ? 0 : index + 1) {
    const opens = openDay(controls[index]!, grants[index]!, day)
    if (opens === day) {
      settled++
    } else {
      if (opens === Infinity) return Infinity
      day = opens
      settled = 1
    }
  }
  return day
}

/** The first day at or after a day on which one control lets goods leave. */
function openDay({ fromDays, states }: SimulatedControl, granted: number, from: number): number {
  const count = fromDays.length
  let stretch = 0
  while (stretch + 1 < count && fromDays[stretch + 1]! <= from) stretch++
  let day = from
  for (;;) {
    const state = states[stretch]
    if (state === 0) return day
    const end = stretch + 1 < count ? fromDays[stretch + 1]! : Infinity
    if (state === 1) {
      if (granted <= day) return day
      if (granted < end) return granted
    }
    if (end === Infinity) return Infinity
    day = end
    stretch++
  }
}
