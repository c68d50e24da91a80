import type { DepartureRow } from './departure-row'

/** Ready days one after the other from which goods leave after the same wait, or on mixtures of the same fixed days. */
export type DepartureStretch = {
  /** The first ready day. */
  readonly fromDay: number
  /** The day after the last; Infinity where it goes on for ever. */
  untilDay: number
  /** Departures of the first; those of the others have the same days so much later, held from the same day on. */
  readonly row: DepartureRow
  /** By part of the fixed days, and by ready day: how much of it. */
  readonly shares: number[][]
}

/** When goods leave, by the day they are ready. */
export type Departures = {
  readonly rowOn: (readyDay: number) => DepartureRow
  /** Stretches one after the other that hold the ready days from one on and before another; some begin before or end after. */
  readonly between: (fromDay: number, untilDay: number) => readonly DepartureStretch[]
}

/**
 * Departures gathered into stretches of ready days that can be added up together.
 *
 * @param rowOn when goods ready on a day leave; asked for each day once, and again only where earlier days turn up
 * @param settledDay a day from which on goods leave after the same wait whenever they are ready; Infinity for none
 */
export function departureStretches(rowOn: (readyDay: number) => DepartureRow, settledDay: number): Departures {
  let stretches: DepartureStretch[] = []
  // Ready days that are in stretches.
  let first = 0
  let end = 0

  function add(readyDay: number): void {
    const row = rowOn(readyDay)
    const latest = stretches.at(-1)
    if (latest !== undefined && continues(latest, row)) addShares(latest, row)
    else stretches.push({ fromDay: readyDay, untilDay: readyDay + 1, row, shares: Array.from(row.shares ?? [], (share) => [share]) })
    if (readyDay >= settledDay) (stretches.at(-1) as DepartureStretch).untilDay = Infinity
    end = (stretches.at(-1) as DepartureStretch).untilDay
  }

  function indexOf(readyDay: number): number {
    let low = 0
    let high = stretches.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle] as DepartureStretch).untilDay > readyDay) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    rowOn,
    between(fromDay, untilDay) {
      if (stretches.length === 0 || fromDay < first) {
        const known = stretches.length === 0 ? fromDay : end
        stretches = []
        first = fromDay
        end = fromDay
        while (end < known && end < settledDay) add(end)
      }
      while (end < untilDay) add(end)
      return fromDay >= (stretches.at(-1) as DepartureStretch).fromDay ? stretches.slice(-1) : stretches.slice(indexOf(fromDay), indexOf(untilDay - 1) + 1)
    },
  }
}

function continues({ untilDay, fromDay, row }: DepartureStretch, next: DepartureRow): boolean {
  return next.days === row.days && next.heldFromDay === row.heldFromDay && next.fixed === row.fixed && (row.days === null || next.firstDay - row.firstDay === untilDay - fromDay)
}

function addShares(stretch: DepartureStretch, row: DepartureRow): void {
  const count = stretch.untilDay - stretch.fromDay
  row.shares?.forEach((share, part) => (stretch.shares[part] ??= Array.from({ length: count }, () => 0)).push(share))
  stretch.untilDay++
}
