import { stretchIndexOn, type ControlCalendar } from './control-calendar'
import type { GrantTable } from './grant-table'

/** The probability that goods have left before a day. */
export type DepartureChance = {
  /** Ready days in stretches, the latest first: for one grant of every licence, goods ready within the same stretch have the same chance. Index of the stretch of a ready day, −1 where it is too late. */
  readonly stretchOf: (readyDay: number) => number
  /** The probability for goods ready in a stretch, given when the licence of each control is granted. */
  readonly chance: (stretch: number, grants: readonly GrantTable[]) => number
}

/** The last day on which exactly these licences are needed, and nothing else holds goods back. */
type Exit = { readonly day: number; readonly needed: number }

/**
 * The probability that goods have left before a day, without going through the days one by one.
 *
 * Goods ready on `x` are out before `y` when on some day of `x` to `y − 1` no control halts and every licence that
 * day needs is granted. A licence once granted stays, so of all days that need the same licences only the last counts:
 * a handful of days, whose chances are put together by inclusion and exclusion. The same as summing `departureTable`.
 *
 * @param calendars the controls that apply, at most 20
 * @param of the day `y` to be out before, and the first ready day that will be asked for
 * @see Lodestock planning model, sections 3 and 8
 */
export function departureChance(calendars: readonly ControlCalendar[], of: { readonly beforeDay: number; readonly firstReadyDay: number }): DepartureChance {
  const exits = exitsBefore(calendars, of)
  return {
    stretchOf(readyDay) {
      let stretch = -1
      while (stretch + 1 < exits.length && exits[stretch + 1]!.day >= readyDay) stretch++
      return stretch
    },
    chance(stretch, grants) {
      const open = exits.slice(0, stretch + 1)
      if (open.some(({ needed }) => needed === 0)) return 1
      return anyExit(open, 0, grants, new Map())
    },
  }
}

/** Exits, the latest first, without those that need all that a later one needs. */
function exitsBefore(calendars: readonly ControlCalendar[], of: { readonly beforeDay: number; readonly firstReadyDay: number }): readonly Exit[] {
  const ends = new Set([of.beforeDay])
  for (const { stretches } of calendars) for (const { fromDay } of stretches) if (fromDay > of.firstReadyDay && fromDay < of.beforeDay) ends.add(fromDay)
  const exits: Exit[] = []
  for (const end of [...ends].toSorted((a, b) => b - a)) {
    const day = end - 1
    if (day < of.firstReadyDay) break
    const states = calendars.map((calendar) => calendar.stretches[stretchIndexOn(calendar, day)]?.state ?? 'none')
    if (states.includes('halt')) continue
    const needed = states.reduce((set, state, index) => (state === 'licence' ? set | (1 << index) : set), 0)
    if (exits.some((later) => (later.needed & needed) === later.needed)) continue
    exits.push({ day, needed })
  }
  return exits
}

/** P(any of the exits from an index on can be used, and all of those chosen), by inclusion and exclusion. */
function anyExit(exits: readonly Exit[], from: number, grants: readonly GrantTable[], latest: ReadonlyMap<number, number>): number {
  let probability = 0
  for (let index = from; index < exits.length; index++) {
    const { day, needed } = exits[index]!
    const within = new Map(latest)
    for (let control = 0; control < grants.length; control++) {
      if ((needed & (1 << control)) !== 0) within.set(control, Math.min(day, within.get(control) ?? Infinity))
    }
    let all = 1
    for (const [control, lastDay] of within) all *= grantedBy(grants[control]!, lastDay)
    if (all > 0) probability += all - anyExit(exits, index + 1, grants, within)
  }
  return probability
}

function grantedBy({ firstDay, probabilities }: GrantTable, day: number): number {
  let sum = 0
  const end = Math.min(day - firstDay + 1, probabilities.length)
  for (let index = 0; index < end; index++) sum += probabilities[index]!
  return sum
}
