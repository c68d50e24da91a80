import { describe, expect, it } from 'vitest'
import { typedNumber, type NumberLimits } from '../../renderer/ui/typed-number'

describe('typedNumber', () => {
  it.each<readonly [text: string, region: 'comma' | 'point', expected: number]>([
    ['1250', 'point', 1250],
    ['1,250', 'point', 1250],
    ['1,250', 'comma', 1.25],
    ['1.250', 'comma', 1250],
    ['1.250', 'point', 1.25],
    ['1,250.5', 'comma', 1250.5],
    ['1.250,5', 'point', 1250.5],
    ['12,5', 'point', 12.5],
    ['1 250', 'point', 1250],
  ])('reads %j in a region with a decimal %s as %d', (text, region, expected) => {
    expect(typedNumber(text, region)).toEqual({ ok: true, value: expected })
  })

  it('reads a percentage as a fraction, exactly', () => {
    expect(typedNumber('97.5 %', 'point', { isPercent: true })).toEqual({ ok: true, value: 0.975 })
    expect(typedNumber('7', 'point', { isPercent: true })).toEqual({ ok: true, value: 0.07 })
  })

  it('reads the unit of the field behind the number', () => {
    expect(typedNumber(' 7 PCS ', 'point', { unit: 'pcs' })).toEqual({ ok: true, value: 7 })
  })

  it('takes an empty field as not known only where that is allowed, and never as 0', () => {
    expect(typedNumber('', 'point', { isOptional: true })).toEqual({ ok: true, value: null })
    expect(typedNumber(' ', 'point')).toEqual({ ok: false, problem: 'Enter a number.' })
  })

  it.each<readonly [text: string, limits: NumberLimits, problem: string]>([
    ['twelve', {}, '“twelve” is no number; enter digits only.'],
    ['1.2.3,4,5', {}, '“1.2.3,4,5” has points and commas that fit no number; write it with one decimal sign.'],
    ['12k', {}, '“12k” has “k” beside the number; enter the number alone.'],
    ['12 kg', { unit: 'pcs' }, '“12 kg” has “kg” beside the number; enter the number alone, in pcs.'],
    ['2.5', { isWhole: true }, '“2.5” is not whole; enter a whole number.'],
    ['-1', { least: 0 }, 'Enter 0 or more.'],
    ['0', { least: 0, isLeastOpen: true }, 'Enter more than 0.'],
    ['400', { least: 1, most: 365 }, 'Enter 1 or more and 365 or less.'],
    ['100', { least: 0, isLeastOpen: true, most: 1, isMostOpen: true, isPercent: true }, 'Enter more than 0 % and less than 100 %.'],
  ])('refuses %j with a sentence', (text, limits, problem) => {
    expect(typedNumber(text, 'point', limits)).toEqual({ ok: false, problem })
  })
})
