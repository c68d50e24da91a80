import { describe, expect, it } from 'vitest'
import { calendarDays, firstDays } from '../../renderer/calendar/calendar-days'
import type { CalendarEntry, CalendarEntryKind } from '../../shared/horizon/plan-calendar'

const entry = (date: string, kind: CalendarEntryKind, id: string): CalendarEntry => ({ id, date, kind, title: id, details: '', partId: null })
const all: ReadonlySet<CalendarEntryKind> = new Set(['order-due', 'receipt', 'policy'])
const lists = [
  [entry('2026-12-07', 'order-due', 'b'), entry('2026-11-23', 'receipt', 'z')],
  [entry('2026-11-23', 'order-due', 'a'), entry('2027-01-04', 'policy', 'p')],
]

describe('calendarDays', () => {
  it('puts days and their entries in order and counts them', () => {
    const days = calendarDays(lists, all)
    expect(days.count).toBe(4)
    expect(firstDays(days, 10).map(({ date, entries }) => [date, entries.map(({ id }) => id)])).toEqual([
      ['2026-11-23', ['a', 'z']], ['2026-12-07', ['b']], ['2027-01-04', ['p']],
    ])
  })

  it('leaves out the kinds that are not wanted, and days that hold nothing else', () => {
    const days = calendarDays(lists, new Set<CalendarEntryKind>(['order-due']))
    expect(firstDays(days, 10).map(({ date, entries }) => [date, entries.length])).toEqual([['2026-11-23', 1], ['2026-12-07', 1]])
    expect(days.count).toBe(2)
  })

  it('ends within a day where no more entries are wanted', () => {
    expect(firstDays(calendarDays(lists, all), 1).map(({ entries }) => entries.map(({ id }) => id))).toEqual([['a']])
    expect(firstDays(calendarDays(lists, all), 3).map(({ entries }) => entries.length)).toEqual([2, 1])
  })
})
