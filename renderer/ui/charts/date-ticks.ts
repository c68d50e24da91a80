import { civilDateOf, yearMonthDay, type CivilDate } from '../../../shared/calendar/civil-date'

/** A mark on a date axis: the first day of a month or, on short axes, a day. */
export type DateTick = {
  readonly date: CivilDate
  /** What its label says: the year at each January, else the month; the day on short axes. */
  readonly shows: 'year' | 'month' | 'day'
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120]
const dayCounts = [1, 2, 7, 14]

/**
 * The marks of a date axis: as many as fit, at the first days of months a round number apart.
 *
 * @param of first and last day shown, and how many labels fit
 */
export function dateTicks(of: { readonly firstDate: CivilDate; readonly lastDate: CivilDate; readonly mostTicks: number }): readonly DateTick[] {
  const { firstDate, lastDate } = of
  const mostTicks = Math.max(2, Math.floor(of.mostTicks))
  const days = lastDate - firstDate
  if (days < 75) {
    const step = dayCounts.find((count) => days / count + 1 <= mostTicks) ?? Math.ceil(days / (mostTicks - 1))
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => ({ date: (firstDate + index * step) as CivilDate, shows: 'day' as const }))
  }
  const step = monthSteps.find((months) => days / (months * 30.44) <= mostTicks) ?? 120
  const first = yearMonthDay(firstDate)
  const ticks: DateTick[] = []
  for (let month = Math.floor((first.month - 1) / step) * step + 12 * first.year; ; month += step) {
    const date = civilDateOf({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
    if (date > lastDate) return ticks
    if (date >= firstDate) ticks.push({ date, shows: month % 12 === 0 ? 'year' : 'month' })
  }
}
