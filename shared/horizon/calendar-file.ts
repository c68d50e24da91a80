import { addDays, civilDate, isoDate } from '../calendar/civil-date'
import type { CalendarEntry } from './plan-calendar'

/**
 * Days of a plan as an iCalendar file (RFC 5545): whole-day events that do not block time, lines of at most 75 octets,
 * CRLF. The same entry has the same UID in every export, so that a calendar updates it.
 *
 * @param entries days of the plan
 * @param of the plan's id and title, and the planning date (ISO), which stands in for the moment of writing: the file
 *   depends on the plan alone
 */
export function calendarFile(entries: readonly CalendarEntry[], of: { readonly planId: string; readonly title: string; readonly planningDate: string }): string {
  const stamp = `${compact(of.planningDate)}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lodestock//Plan calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(of.title)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${of.planId}-${entry.id}@lodestock`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(entry.date)}`,
      `DTEND;VALUE=DATE:${compact(isoDate(addDays(civilDate(entry.date), 1)))}`,
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.details === '' ? [] : [`DESCRIPTION:${escaped(entry.details)}`]),
      `CATEGORIES:${entry.kind.toUpperCase()}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function compact(date: string): string {
  return date.replaceAll('-', '')
}

/** A text value: backslash, semicolon, comma and line breaks are escaped; other control characters cannot be written. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

const mostOctets = 75

/** A line folded so that none has more than 75 octets of UTF-8; a character is never split. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > mostOctets) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
}
