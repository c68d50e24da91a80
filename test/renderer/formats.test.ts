import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../renderer/ui/formats'

const english = formatsOf('en-GB')
const german = formatsOf('de-DE')
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('formatsOf', () => {
  it('knows the decimal sign of a region', () => {
    expect([english.decimalSign, german.decimalSign]).toEqual(['point', 'comma'])
  })

  it('writes pieces whole and other units with the places that matter', () => {
    expect(english.quantityWithUnit(12345.6, 'pcs')).toBe('12,346 pcs')
    expect(german.quantityWithUnit(1644.64, 'kg')).toBe('1.644,6 kg')
    expect(english.quantity(1.23456, 'kg')).toBe('1.235')
    expect(english.quantity(23456.7, 'kg')).toBe('23,457')
  })

  it('never writes minus zero', () => {
    expect([english.quantity(-0, 'pcs'), english.whole(-0.2), english.days(-0.4), english.rough(-0)]).toEqual(['0', '0', '0', '0'])
  })

  it('writes money, percentages and dates as the region does', () => {
    expect(plain(english.money(1979068.6, 'EUR'))).toBe('€1,979,069')
    expect(plain(german.money(1979068.6, 'EUR'))).toBe('1.979.069 €')
    expect(plain(english.shortMoney(1979068.6, 'EUR'))).toBe('€1.98m')
    expect(german.percent(0.975)).toBe('97,5 %')
    expect(english.date('2026-11-10')).toBe('10 Nov 2026')
    expect(german.date('2026-11-10')).toBe('10.11.2026')
  })

  it('says how long ago something was', () => {
    const now = 1_800_000_000_000
    expect(english.ago(now - 5_000, now)).toBe('now')
    expect(english.ago(now - 3 * 3_600_000, now)).toBe('3 hours ago')
    expect(english.ago(now - 86_400_000, now)).toBe('yesterday')
    expect(english.ago(now - 20 * 86_400_000, now)).toBe('3 weeks ago')
  })

  it('writes a number for editing without separators, all its digits', () => {
    expect(german.exact(1234567.891)).toBe('1234567,891')
    expect(english.exact(0.1 + 0.2)).toBe('0.3')
  })
})
