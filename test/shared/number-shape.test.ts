import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalSignOf, numberFrom, numberText, shiftedDecimal } from '../../shared/csv/decimal-sign'
import { numberShape } from '../../shared/csv/number-shape'

// The table of the CSV design, section 2.3.
const shapes: readonly (readonly [cell: string, proves: 'comma' | 'point' | null, comma: number | null, point: number | null])[] = [
  ['12,5', 'comma', 12.5, null], ['0,400', 'comma', 0.4, null], ['1234,567', 'comma', 1234.567, null], ['1.234,5', 'comma', 1234.5, null],
  ['1.234.567', 'comma', 1234567, null], ['7,-', 'comma', 7, null], [',5', 'comma', 0.5, null], ['00,123', 'comma', 0.123, null],
  ['12.5', 'point', null, 12.5], ['0.400', 'point', null, 0.4], ['1234.567', 'point', null, 1234.567], ['1,234.5', 'point', null, 1234.5],
  ['1,234,567', 'point', null, 1234567], ['1,23,456.7', 'point', null, 123456.7], ['1,23,456', 'point', null, 123456], ['7.-', 'point', null, 7],
  ['1,250', null, 1.25, 1250], ['1.250', null, 1250, 1.25], ['12,345', null, 12.345, 12345], ['123.456', null, 123456, 123.456],
  ['7', null, 7, 7], ['-7', null, -7, -7], ['7-', null, -7, -7], ['(7)', null, -7, -7], ['\u22127', null, -7, -7], ['+7', null, 7, 7], ['0', null, 0, 0],
  ['1 250', null, 1250, 1250], ['1\u00a0250,5', 'comma', 1250.5, null], ['1\u202f250', null, 1250, 1250], ["1'250.5", 'point', null, 1250.5], ['1’250', null, 1250, 1250],
  ['１２．５', 'point', null, 12.5], ['1E5', null, 1e5, 1e5], ['1,5E+3', 'comma', 1500, null], ['2.5e-2', 'point', null, 0.025],
  ['12,5 kg', 'comma', 12.5, null], ['€ 12,50', 'comma', 12.5, null], ['-€ 3', null, -3, -3], ['CHF 3.50', 'point', null, 3.5], ['5 pcs', null, 5, 5], ['95 %', null, 95, 95],
]

describe('numberShape and numberFrom', () => {
  it.each(shapes)('reads %j: proves %s, %s with comma, %s with point', (cell, proves, comma, point) => {
    expect(numberShape(cell)).toMatchObject({ kind: 'number', proves })
    for (const [sign, value] of [['comma', comma], ['point', point]] as const) {
      const reading = numberFrom(cell, sign)
      if (value === null) expect(reading).toEqual({ ok: false, problem: { kind: 'other-sign', found: cell } })
      else expect(reading).toMatchObject({ ok: true, value: { value } })
    }
  })

  it.each(['', ' ', '-', '–', 'n/a', 'NULL', 'None'])('takes %j for blank, never for 0', (cell) => {
    expect(numberShape(cell)).toEqual({ kind: 'blank' })
    expect(numberFrom(cell, 'point')).toEqual({ ok: true, value: null })
  })

  it.each([
    ['#N/A', 'spreadsheet-error'], ['#REF!', 'spreadsheet-error'], ['#####', 'spreadsheet-error'], ['1O0', 'letters'], ['10O', 'letters'], ['l0', 'letters'], ['12..5', 'marks'],
    ['1,25,00', 'marks'], ['1.2.3', 'marks'], ['12,34.567,8', 'marks'], ['Infinity', 'letters'], ['NaN', 'letters'], ['abc', 'letters'], ['8-10 weeks', 'marks'],
    ['12 5', 'marks'], ['5.', 'marks'], ['--5', 'marks'], ['-5-', 'marks'], ['(-5)', 'marks'], ['12:30', 'marks'],
  ] as const)('refuses %j', (cell, why) => {
    expect(numberShape(cell)).toEqual({ kind: 'not-a-number', why })
    expect(numberFrom(cell, 'comma').ok).toBe(false)
    expect(numberFrom(cell, 'point').ok).toBe(false)
  })

  it('refuses what is larger than a number can be', () => {
    expect(numberFrom('1E999', 'point')).toMatchObject({ ok: false, problem: { kind: 'too-large' } })
  })

  it('reads back every number that numberText writes, in both signs', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('comma' as const, 'point' as const), (value, sign) => {
        const reading = numberFrom(numberText(value, sign), sign)
        expect(reading).toMatchObject({ ok: true, value: { value: value === 0 ? 0 : value, unit: '' } })
      }),
      { numRuns: 3000 },
    )
  })

  it('reads percent as the fraction that was written as percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        expect(numberFrom(shiftedDecimal(value, 2), 'point', -2)).toMatchObject({ ok: true, value: { value: value === 0 ? 0 : value } })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('numberText', () => {
  it.each([[1234.5, '1234,5'], [1250, '1250'], [0.1, '0,1'], [-0, '0'], [1e20, '100000000000000000000'], [1e21, '1E+21'], [1e-7, '0,0000001'], [1.5e-12, '1,5E-12'], [-2.5e300, '-2,5E+300'], [123456789.123, '123456789,123']])(
    'writes %d as %s',
    (value, text) => {
      expect(numberText(value, 'comma')).toBe(text)
    },
  )
})

describe('decimalSignOf', () => {
  it.each([
    ['one proof settles a column', ['1.250', '3', '0,75'], 'comma'],
    ['three decimals are settled by the column', ['1.000', '12345.000'], 'point'],
    ['both proved is mixed', ['12,5', '12.5'], 'mixed'],
    ['nothing proved is undecided', ['1,250', '7', 'n/a', 'text'], 'undecided'],
  ] as const)('%s', (_, cells, sign) => {
    expect(decimalSignOf(cells).sign).toBe(sign)
  })

  it('tells where the evidence stands', () => {
    expect(decimalSignOf(['7', '1,250', '12,5', '3.25', '4.75'])).toEqual({ sign: 'mixed', firstAmbiguous: 1, firstComma: 2, firstPoint: 3, commaCount: 1, pointCount: 2 })
  })
})
