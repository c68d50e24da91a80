import { describe, expect, it } from 'vitest'
import { dateFault } from '../../renderer/ui/typed-date'

describe('dateFault', () => {
  it.each([
    { text: '2026-11-24', limits: { isOptional: false }, fault: null },
    { text: '', limits: { isOptional: true }, fault: null },
    { text: '', limits: { isOptional: false }, fault: 'Enter a day.' },
    // What a date field tells while the first digit of 2027 has been typed.
    { text: '0002-11-24', limits: { isOptional: false }, fault: 'Enter a day between 1970 and 2199.' },
    { text: '1969-12-31', limits: { isOptional: false }, fault: 'Enter a day between 1970 and 2199.' },
    { text: '2026-02-30', limits: { isOptional: false }, fault: 'This is no day of the calendar; enter another.' },
    { text: '2026-11-25', limits: { isOptional: false, max: '2026-11-24' }, fault: 'Enter a day up to 2026-11-24.' },
    { text: '2026-11-24', limits: { isOptional: false, max: '2026-11-24' }, fault: null },
  ])('answers $fault of “$text”', ({ text, limits, fault }) => expect(dateFault(text, limits)).toBe(fault))
})
