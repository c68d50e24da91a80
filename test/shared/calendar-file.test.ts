import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { calendarFile } from '../../shared/horizon/calendar-file'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { planCalendar, type CalendarEntry } from '../../shared/horizon/plan-calendar'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const of = { planId: 'pl-bcdfgh', title: 'Magnets; all, of 2027', planningDate: '2026-11-23' }
const entry: CalendarEntry = { id: 'order-due-p-bcdfgh-2026-12-31', date: '2026-12-31', kind: 'order-due', title: 'Order 5,000 pcs', details: 'Line one\nline "two"; a\\b', partId: 'p-bcdfgh' }

/** Lines with the folding undone, as a reader sees them (RFC 5545, 3.1). */
function unfolded(text: string): readonly string[] {
  return text.replaceAll('\r\n ', '').split('\r\n')
}

describe('calendarFile', () => {
  it('writes whole-day events that end on the day after, over a turn of the year too', () => {
    const lines = unfolded(calendarFile([entry], of))
    expect(lines.slice(0, 6)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lodestock//Plan calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Magnets\\; all\\, of 2027'])
    expect(lines).toContain('UID:pl-bcdfgh-order-due-p-bcdfgh-2026-12-31@lodestock')
    expect(lines).toContain('DTSTAMP:20261123T000000Z')
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
    expect(lines).toContain('DTEND;VALUE=DATE:20270101')
    expect(lines).toContain('TRANSP:TRANSPARENT')
  })

  it('escapes commas, semicolons, backslashes and line breaks in texts', () => {
    const lines = unfolded(calendarFile([entry], of))
    expect(lines).toContain('SUMMARY:Order 5\\,000 pcs')
    expect(lines).toContain('DESCRIPTION:Line one\\nline "two"\\; a\\\\b')
  })

  it('ends every line with CRLF and has none of more than 75 octets, whatever the characters', () => {
    for (const title of ['a'.repeat(300), 'ü'.repeat(200), '磁石'.repeat(100), '🧲'.repeat(90)]) {
      const text = calendarFile([{ ...entry, title }], of)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const longest = Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))
      expect(longest).toBeLessThanOrEqual(75)
      expect(longest).toBeGreaterThan(70)
      expect(unfolded(text)).toContain(`SUMMARY:${title}`)
    }
  })

  it('writes no control characters', () => {
    expect(calendarFile([{ ...entry, title: 'a\u0007b\tc' }], of)).toContain('SUMMARY:a b c')
  })
})

describe('planCalendar', () => {
  const plan = samplePlan()
  const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })
  const outlooks = plan.parts.slice(0, 4).map((part) => partOutlook(prepared, part))
  const entries = planCalendar(prepared, outlooks, '2027-02-22')

  it('holds orders due, receipts, licence decisions, last days to order and policy dates, in order', () => {
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['order-due', 'receipt', 'licence-decision', 'order-by', 'policy']))
    expect(entries.map(({ date }) => date)).toEqual(entries.map(({ date }) => date).toSorted())
    expect(entries.find(({ id }) => id === 'policy-escalated-halt')).toMatchObject({ date: '2027-02-01', title: 'Exports are halted (scenario "Escalated")' })
  })

  it('has an id for every entry, no two the same', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })

  it('keeps the id of an order whose quantity changes, so that a calendar updates it', () => {
    const more = preparedPlan({ ...plan, parts: plan.parts.map((part) => ({ ...part, onHand: Math.max(0, part.onHand - 20_000) })) }, { planningDate: civilDate('2026-11-23') })
    const again = planCalendar(more, more.plan.parts.slice(0, 4).map((part) => partOutlook(more, part)), '2027-02-22')
    const first = entries.find(({ kind, partId }) => kind === 'order-due' && partId === plan.parts[0]?.id)
    const changed = again.find(({ id }) => id === first?.id)
    expect(changed?.date).toBe(first?.date)
    expect(changed?.title).not.toBe(first?.title)
  })

  it('holds nothing before the planning date or after the last day', () => {
    expect(entries.every(({ date }) => date >= '2026-11-23' && date <= '2027-02-22')).toBe(true)
  })
})
