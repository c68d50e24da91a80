import { builtInControlEvents } from './built-in-events-controls'
import { builtInInformingEvents } from './built-in-events-informing'
import type { PolicyEvent } from './policy-event'

/**
 * The common policy timeline that comes with the product, in the order in which things took effect or took place.
 *
 * Facts to the end of June 2026; what holds after 10 November 2026 is not verified.
 *
 * Announcement 70 takes effect on 7 November 2025, a day before Announcement 57 would have
 * and weeks before 61. It holds them back because it was announced later than they were
 * (30 October after 9 October), and phases are compiled in order of announcement.
 */
export const builtInEvents: readonly PolicyEvent[] = [...builtInControlEvents, ...builtInInformingEvents].sort(byDate)

function byDate(first: PolicyEvent, second: PolicyEvent): number {
  const firstDate = first.effectiveDate ?? first.announcedDate ?? ''
  const secondDate = second.effectiveDate ?? second.announcedDate ?? ''
  return firstDate < secondDate ? -1 : firstDate > secondDate ? 1 : 0
}

/**
 * The built-in event with an id, or null when there is none.
 *
 * @param id such as `announcement-70`
 *
 * @example
 * builtInEvent('announcement-70')?.nominalEndDate // => '2026-11-10'
 */
export function builtInEvent(id: string): PolicyEvent | null {
  return builtInEvents.find((event) => event.id === id) ?? null
}
