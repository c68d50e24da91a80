import { describe, expect, it } from 'vitest'
import { cellValueFrom } from '../../renderer/ui/grid/cell-reading'
import { plainCellText } from '../../renderer/ui/grid/cell-text'
import type { CellType } from '../../renderer/ui/grid/cell-type'
import { dayFrom } from '../../renderer/ui/grid/day-text'

const context = { sign: 'point', unit: 'pcs', isUnitAccepted: (unit: string) => unit === 'pcs' } as const
const number: CellType = { kind: 'number' }
const percent: CellType = { kind: 'number', shownPlaces: 2 }
const route: CellType = { kind: 'choice', options: [{ value: null, label: 'Not known' }, { value: true, label: 'Yes', words: ['y', 'ja'] }, { value: false, label: 'No' }] }

describe('cellValueFrom', () => {
  it.each([
    ['1,234.5', number, 1234.5], ['12 pcs', number, 12], ['', number, null], ['-', number, null], ['97', percent, 0.97], ['97 %', percent, 0.97],
    ['0.97 %', percent, 0.0097], ['  MG-1\r\nN42 ', { kind: 'text' } as CellType, 'MG-1 N42'], ['ja', route, true], ['YES', route, true], ['not known', route, null], ['false', route, false],
    ['15.3.2027', { kind: 'date' } as CellType, '2027-03-15'],
  ])('reads %j', (text, type, value) => {
    expect(cellValueFrom(text, type, context)).toEqual({ ok: true, value })
  })

  it.each([
    ['12 kg', number, '“12 kg” is in kg, and the cell is in pcs; convert it first'],
    ['12,5', number, '“12,5” has the other decimal sign: numbers here are read with a decimal point; write it so'],
    ['1O0', number, '“1O0” is not a number'],
    ['#N/A', number, '“#N/A” is an error of the spreadsheet it comes from; mend it there, or enter the number'],
    ['0.97', percent, '“0.97” in a column of percent would be 0.97 %; enter 97 for 97 %, or write the sign % behind it'],
    ['', { kind: 'number', isRequired: true } as CellType, 'it may not be empty: blank is not known, not 0; enter 0 if there is none'],
    ['', { kind: 'text', isRequired: true } as CellType, 'it may not be empty; enter at least one letter or digit'],
    ['maybe', route, '“maybe” is none of its choices; choose one of Not known, Yes, No'],
  ])('refuses %j with a sentence', (text, type, problem) => {
    expect(cellValueFrom(text, type, context)).toEqual({ ok: false, problem })
  })

  it('refuses a number that is two numbers where no sign is known, and reads the others', () => {
    const unknown = { ...context, sign: null }
    expect(cellValueFrom('1,250', number, unknown).ok).toBe(false)
    expect(cellValueFrom('1250', number, unknown)).toEqual({ ok: true, value: 1250 })
    expect(cellValueFrom('12,5', number, unknown)).toEqual({ ok: true, value: 12.5 })
  })
})

describe('plainCellText', () => {
  it.each([
    [1234.5, number, 'comma', '1234,5'], [0.07, percent, 'point', '7'], [0.975, percent, 'comma', '97,5'], [null, number, 'point', ''], [true, route, 'point', 'Yes'], [null, route, 'point', 'Not known'],
  ] as const)('writes %j as it is read back', (value, type, sign, text) => {
    expect(plainCellText(value, type, sign)).toBe(text)
    expect(cellValueFrom(text, type, { ...context, sign })).toEqual({ ok: true, value })
  })
})

describe('dayFrom', () => {
  it.each([['2027-03-15', '2027-03-15'], ['20270315', '2027-03-15'], ['2027/3/5', '2027-03-05'], ['15 Mar 2027', '2027-03-15'], ['15/3/2027', '2027-03-15'], ['3/15/2027', '2027-03-15'], ['4/4/2027', '2027-04-04'], ['', null]])(
    'reads %j',
    (text, value) => {
      expect(dayFrom(text)).toEqual({ ok: true, value })
    },
  )

  it.each([
    ['03/04/2027', '“03/04/2027” can be two dates, 3 Apr 2027 and 4 Mar 2027; write it as YYYY-MM-DD'],
    ['30.2.2027', '“30.2.2027” is not a day of the calendar; write a date that exists as YYYY-MM-DD'],
    ['soon', '“soon” is not a date; write it as YYYY-MM-DD'],
  ])('refuses %j', (text, problem) => {
    expect(dayFrom(text)).toEqual({ ok: false, problem })
  })
})
