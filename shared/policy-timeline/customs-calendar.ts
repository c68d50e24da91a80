import { civilDateOf, isoDate, yearMonthDay, type CivilDate } from '../calendar/civil-date'
import { articleCitations } from './article-facts'
import { customsCitations } from './customs-volumes'
import type { PolicyEvent } from './policy-event'

const releaseDay = 20

/**
 * The releases of Chinese customs figures on magnets and destinations that fall into a stretch of days.
 *
 * They come about the 20th of the month after the one they report. An expectation
 * from earlier months, not a published schedule; they inform and change no control.
 *
 * @param days first day, and first day no longer included
 *
 * @example
 * customsReleases({ fromDate: civilDate('2026-11-23'), untilDate: civilDate('2027-01-21') }).map((event) => event.effectiveDate) // => ['2026-12-20', '2027-01-20']
 */
export function customsReleases(days: { readonly fromDate: CivilDate; readonly untilDate: CivilDate }): readonly PolicyEvent[] {
  const events: PolicyEvent[] = []
  let { year, month } = yearMonthDay(days.fromDate)
  for (;;) {
    const date = civilDateOf({ year, month, day: releaseDay })
    if (date >= days.untilDate) return events
    if (date >= days.fromDate) events.push(releaseEvent(date))
    if (month === 12 && year === 9999) return events
    year = month === 12 ? year + 1 : year
    month = (month % 12) + 1
  }
}

function releaseEvent(date: CivilDate): PolicyEvent {
  const release = yearMonthDay(date)
  const year = release.month === 1 ? release.year - 1 : release.year
  const reportedMonth = `${year}-${String(release.month === 1 ? 12 : release.month - 1).padStart(2, '0')}`
  return {
    id: `customs-release-${reportedMonth}`,
    title: `Customs figures for ${reportedMonth}`,
    kind: 'data-release',
    announcedDate: null,
    effectiveDate: isoDate(date),
    datePrecision: 'range',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    effects: [],
    summary: `Chinese exports of magnets by destination for ${reportedMonth}, expected about this day.`,
    citations: [...articleCitations(['A-EV-10']), customsCitations.calendar],
    confidence: 'medium',
    verifiedDate: null,
    contradictionIds: [],
    supersedesId: null,
  }
}
