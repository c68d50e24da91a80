import { calendarOrder, type CalendarEntry, type CalendarEntryKind } from '../../shared/horizon/plan-calendar'

/** A day of the calendar with what stands in it. */
export type CalendarDay = { readonly date: string; readonly entries: readonly CalendarEntry[] }

/** The days of a calendar in order, and how many entries stand in them together. */
export type CalendarDays = { readonly days: readonly CalendarDay[]; readonly count: number }

/** The entries of some kinds by day. Within a day they stand as they come: `firstDays` puts those in order that are shown. */
export function calendarDays(lists: Iterable<readonly CalendarEntry[]>, kinds: ReadonlySet<CalendarEntryKind>): CalendarDays {
  const days = new Map<string, CalendarEntry[]>()
  let count = 0
  for (const list of lists) {
    for (const entry of list) {
      if (!kinds.has(entry.kind)) continue
      count += 1
      const known = days.get(entry.date)
      if (known === undefined) days.set(entry.date, [entry])
      else known.push(entry)
    }
  }
  return { days: [...days].map(([date, entries]) => ({ date, entries })).toSorted((a, b) => (a.date < b.date ? -1 : 1)), count }
}

/** The first days, up to a number of entries, each with its entries in order. */
export function firstDays({ days }: CalendarDays, most: number): readonly CalendarDay[] {
  const chosen: CalendarDay[] = []
  let left = most
  for (const { date, entries } of days) {
    if (left <= 0) break
    chosen.push({ date, entries: entries.toSorted(calendarOrder).slice(0, left) })
    left -= entries.length
  }
  return chosen
}
