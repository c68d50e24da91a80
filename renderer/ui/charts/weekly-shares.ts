/** Probabilities of whole days, from a first day on. */
export type DayProbabilities = { readonly firstDay: number; readonly probabilities: readonly number[] }

/** The chance that a lead time ends within one week. */
export type WeekShare = { readonly firstDay: number; readonly withControls: number; readonly withoutControls: number }

// Beyond this the tail is too thin to see, and would press the rest together.
const tailShare = 0.002

/** Two tables of days as shares of weeks on one axis, without the far tails in which both together hold less than 0.2 %. */
export function weeklyShares(withControls: DayProbabilities, withoutControls: DayProbabilities): readonly WeekShare[] {
  const tables = [withControls, withoutControls]
  const filled = tables.filter((table) => table.probabilities.length > 0)
  if (filled.length === 0) return []
  const first = Math.floor(Math.min(...filled.map((table) => table.firstDay)) / 7) * 7
  const end = Math.max(...filled.map((table) => table.firstDay + table.probabilities.length))
  const bins = Array.from({ length: Math.ceil((end - first) / 7) }, (_, index) => {
    const from = first + 7 * index
    const share = (table: DayProbabilities): number => {
      let sum = 0
      for (let day = from; day < from + 7; day++) sum += table.probabilities[day - table.firstDay] ?? 0
      return sum
    }
    return { firstDay: from, withControls: share(withControls), withoutControls: share(withoutControls) }
  })
  const weight = (bin: WeekShare): number => bin.withControls + bin.withoutControls
  let start = 0
  for (let mass = 0; start < bins.length - 1 && mass + weight(bins[start] as WeekShare) < tailShare; start++) mass += weight(bins[start] as WeekShare)
  let stop = bins.length
  for (let mass = 0; stop > start + 1 && mass + weight(bins[stop - 1] as WeekShare) < tailShare; stop--) mass += weight(bins[stop - 1] as WeekShare)
  return bins.slice(start, stop)
}
