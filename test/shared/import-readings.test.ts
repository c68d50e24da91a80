import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { countryOf } from '../../shared/csv/import-country'
import { dateShape } from '../../shared/csv/import-date'
import { headerMeaning } from '../../shared/csv/import-header'
import { isDamageOf } from '../../shared/csv/import-match'
import { choicesFromMemory, rememberedChoices } from '../../shared/csv/import-memory'
import { isPastPeriod, namedPeriod, usagePeriodOf, weeksInYear } from '../../shared/csv/import-period'
import { currencyCode, timeUnit, unitReading } from '../../shared/csv/import-unit'
import { rejectedRows } from '../../shared/csv/rejected-rows'
import { imported } from '../fixtures/imported'

describe('dateShape', () => {
  it.each([
    ['2026-12-15', '2026-12-15'], ['15.12.2026', '2026-12-15'], ['5.1.27', '2027-01-05'], ['2026/12/15', '2026-12-15'], ['20261215', '2026-12-15'], ['15 Mar 2027', '2027-03-15'],
    ['15-Mrz-2027', '2027-03-15'], ['46371', '2026-12-15'], ['46371.75', '2026-12-15'], ['2026-12-15T08:00:00Z', '2026-12-15'], ['2026年12月15日', '2026-12-15'], ['04/04/2026', '2026-04-04'], ['Dec 15, 2026', '2026-12-15'],
  ])('reads %s', (cell, date) => {
    expect(dateShape(cell)).toEqual({ kind: 'date', date })
  })

  it.each([['31.02.2026', 'impossible'], ['2026-13-01', 'impossible'], ['13/13/2026', 'impossible'], ['29.02.2027', 'impossible'], ['00.00.0000', 'no-date'], ['1900-01-01', 'no-date'], ['31.12.9999', 'no-date'], ['12345', 'not-a-date'], ['soon', 'not-a-date'], ['', 'blank']])('takes %s for %s', (cell, kind) => {
    expect(dateShape(cell).kind).toBe(kind)
  })

  it('lets a number above 12 prove the order', () => {
    expect(dateShape('12/15/2026')).toMatchObject({ kind: 'two-orders', proves: 'month-first' })
    expect(dateShape('15/12/2026')).toMatchObject({ kind: 'two-orders', proves: 'day-first' })
    expect(dateShape('03/04/2026')).toMatchObject({ kind: 'two-orders', proves: null })
  })
})

describe('namedPeriod', () => {
  it.each([
    ['202511', '2025-11'], ['2025-11', '2025-11'], ['11/2025', '2025-11'], ['Nov-25', '2025-11'], ['Mrz 25', '2025-03'], ['2025/11', '2025-11'], ['Jan 25', '2025-01'], ['janv. 2025', '2025-01'], ['Okt 2025', '2025-10'],
    ['2025年11月', '2025-11'], ['use 2025-11', '2025-11'], ['2025-W01', '2025-W01'], ['KW 05 2026', '2026-W05'], ['2026-W53', '2026-W53'], ['Dez. 25', '2025-12'], ['août 2025', '2025-08'], ['2025M03', '2025-03'], ['11.2025', '2025-11'],
  ])('reads %s', (text, period) => {
    expect(namedPeriod(text)).toMatchObject({ period })
  })

  it('has no week 53 in 2025, no month 14, and a special period 13', () => {
    expect(namedPeriod('2025-W53')).toBeNull()
    expect(namedPeriod('2025-14')).toBeNull()
    expect(namedPeriod('MGV13')).toEqual({ kind: 'special' })
    expect(namedPeriod('MGV07')).toEqual({ kind: 'month-without-year', month: 7 })
  })

  // ISO 8601: week 1 has the year's first Thursday.
  it('counts weeks by ISO 8601', () => {
    expect([2020, 2025, 2026, 2027].map(weeksInYear)).toEqual([53, 52, 53, 52])
    expect(usagePeriodOf('2026-W01', 3)).toEqual({ startDate: '2025-12-29', days: 7, quantity: 3 })
    expect(usagePeriodOf('2026-W53', 3).startDate).toBe('2026-12-28')
  })

  it('takes a period for history on the day after it', () => {
    expect(isPastPeriod('2026-10', civilDate('2026-10-31'))).toBe(false)
    expect(isPastPeriod('2026-10', civilDate('2026-11-01'))).toBe(true)
  })
})

describe('units', () => {
  it.each([
    ['EA', 'pcs', 1], ['PCE', 'pcs', 1], ['Stück', 'pcs', 1], ['Nos', 'pcs', 1], ['個', 'pcs', 1], ['件', 'pcs', 1], ['C62', 'pcs', 1], ['H87', 'pcs', 1], ['KGM', 'kg', 1], ['千克', 'kg', 1], ['g', 'g', 1], ['t', 'kg', 1000], ['C', 'pcs', 100], ['1000 pcs', 'pcs', 1000], ['100 kg', 'kg', 100], ['BOX', 'BOX', 1],
  ])('reads %s', (text, unit, factor) => {
    expect(unitReading(text)).toMatchObject({ unit, factor })
  })
  it.each([['KW', 'weeks'], ['wks', 'weeks'], ['Tage', 'days'], ['Arbeitstage', 'working-days'], ['mois', 'months'], ['日', 'days'], ['furlong', null]])('takes %s for %s', (text, unit) => {
    expect(timeUnit(text)).toBe(unit)
  })
  it.each([['€', 'EUR'], ['US$', 'USD'], ['usd', 'USD'], ['RMB', 'CNY'], ['$', '$'], ['', null]])('reads the currency %s', (text, code) => {
    expect(currencyCode(text)).toBe(code)
  })
  it.each([['CHN', 'CN'], ['中国', 'CN'], ['VR China', 'CN'], ['Japon', 'JP'], ['Österreich', 'AT'], ['de', 'DE'], ['ドイツ', 'DE'], ['Atlantis', null]])('reads the country %s', (text, code) => {
    expect(countryOf(text)).toBe(code)
  })
})

describe('headerMeaning', () => {
  it.each([
    ['MATNR', 'part'], ['Artikel-Nr.', 'part'], ['物料编码', 'part'], ['Pl. Deliv. Time', 'leadTimeDays'], ['WE-Bearbeitungszeit', 'receiptDays'], ['Mindestlosgroesse', 'moq'], ['Sicherheits­bestand', 'safetyStock'],
    ['(Artikel-)Bezeichnung', 'description'], ['lead_time_days', 'leadTimeDays'], ['reorder_levels/warehouse_reorder_level', 'reorderPoint'], ['product_id/default_code', 'part'], ['Seuil de réappro.', 'reorderPoint'], ['Still to be delivered (qty)', 'openQty'],
    ['Noch zu liefern (Menge)', 'openQty'], ['Current Safety Stock', 'safetyStock'], ['ABC区分', 'abc'], ['Tot. repl. lead time', 'totalLeadTimeDays'], ['PriceUnit', 'priceUnit'], ['UnitCostQuantity', 'priceUnit'], ['Lieferzeit in Wochen', 'leadTimeDays'], ['Lead Time Weeks', 'leadTimeDays'], ['lead_time_days', 'leadTimeDays'], ['Lagerbestand in kg', 'onHand'], ['Preis je 1000 Stk (EUR)', 'unitPrice'], ['Price per 100', 'unitPrice'],
  ])('takes %s for %s', (header, field) => {
    expect(headerMeaning(header)).toMatchObject({ kind: 'field', field })
  })
  it.each(['Bestand', 'Menge', 'Qty', 'Date', '数量'])('asks about %s', (header) => {
    expect(headerMeaning(header)?.kind).toBe('ambiguous')
  })
  it.each(['Still to be delivered (value)', 'Safety stock value', 'Bestandswert', 'Created by', 'Delivery Priority'])('does not take %s for a field', (header) => {
    expect(headerMeaning(header)).toBeNull()
  })
})

describe('units in headings', () => {
  it.each([
    ['Lieferzeit in Wochen', '12', { leadTimeDays: 84 }], ['Lead Time Weeks', '2', { leadTimeDays: 14 }], ['lead_time_days', '5', { leadTimeDays: 5 }], ['Lagerbestand in kg', '7', { onHand: 7, unit: 'kg' }],
    ['Preis je 1000 Stk (EUR)', '1250', { unitPrice: 1.25, currency: 'EUR' }], ['Price per 100', '8', { unitPrice: 0.08, currency: null }], ['Price USD/kg', '8', { unitPrice: 8, currency: 'USD' }], ['Lieferzeit (AT)', '10', { leadTimeDays: 10, isLeadTimeWorkingDays: true }],
  ])('%s', (header, cell, fields) => {
    expect(imported(`Part number;${header}\nA;${cell}\n`)).toMatchObject({ outcome: 'imported', parts: [fields] })
  })
})

describe('isDamageOf', () => {
  it.each([['1.23457E+17', '123456789012345678', true], ['1.23457E+17', '123460000000000000', false], ['1.23457E+17', '12345678901234567', false], ['15-Mar', '3-15', true], ['15-Mar', 'MAR15', true], ['15-Mar', '4-15', false], ['15. Mrz', '15-3', true], ['01. Mai', '1-5', true], ['2026-03-15', '3-15', true], ['2026-03-15', '3-16', false], ['10045', '00010045', true], ['10045', '10046', false]])('%s of %s: %s', (damaged, original, is) => {
    expect(isDamageOf(damaged, original)).toBe(is)
  })
})

describe('remembered choices', () => {
  const nowhere = { firstRows: [], sheets: [] }

  it('find the headings that were chosen on whatever line they stand next', () => {
    const october = 'Material;Werk;Bestand\nas of 31 October;all;works\nMaterial;Plant;On hand\nA-1;0101;5\n'
    const choices = { kind: null, map: {}, answers: { 'header-line': '3' } }
    const memory = rememberedChoices({ bySignature: {} }, { unaided: imported(october), chosen: imported(october, choices) }, choices)
    const november = imported('Stock of November;;\nMaterial;Werk;Bestand\n\nas of 30 November;all;works\nMaterial;Plant;On hand\nA-1;0101;6\n')
    const firstRows = [{ line: 1, cells: ['Stock of November', '', ''] }, { line: 2, cells: ['Material', 'Werk', 'Bestand'] }, { line: 5, cells: ['Material', 'Plant', 'On hand'] }]
    expect(choicesFromMemory(memory, november, { ...nowhere, firstRows })).toEqual({ kind: null, map: {}, answers: { 'header-line': '5' } })
    expect(choicesFromMemory(memory, november, nowhere)).toBeNull()
  })

  it('answer the next file with the same headings, and no other', () => {
    const choices = { kind: null, map: { Bestand: 'onHand' }, answers: { decimal: 'comma', 'similar-parts': 'separate' } }
    const first = imported('Material;Bestand\nA;1.250\n')
    const memory = rememberedChoices({ bySignature: {} }, { unaided: first, chosen: first }, choices)
    const next = choicesFromMemory(memory, imported('Material;Bestand\nB;2.500\n'), nowhere)
    expect(next).toEqual({ kind: null, map: { Bestand: 'onHand' }, answers: { decimal: 'comma' } })
    expect(imported('Material;Bestand\nB;2.500\n', next ?? {})).toMatchObject({ outcome: 'imported', parts: [{ onHand: 2500 }] })
    const ofSheet = rememberedChoices({ bySignature: {} }, { unaided: first, chosen: first }, { ...choices, answers: { sheet: 'October' } })
    expect(choicesFromMemory(ofSheet, first, { ...nowhere, sheets: ['October'] })).toMatchObject({ answers: { sheet: 'October' } })
    expect(choicesFromMemory(ofSheet, first, { ...nowhere, sheets: ['November'] })).toBeNull()
    expect(choicesFromMemory(memory, imported('Material;Werk;Bestand\nB;1;2.500\n'), nowhere)).toBeNull()
  })
})

describe('rejectedRows', () => {
  it('come back when mended', () => {
    const result = imported('Part number;Description;On hand\nA;=x;1O0\nB;"a;b";2,5\nC;c;3\n')
    const file = rejectedRows(result)
    expect(file.split('\r\n')[1]).toMatch(/^A;'=x;1O0;2;Line 2, On hand: /u)
    const again = imported(file.replace('1O0', '100,5'))
    expect(again).toMatchObject({ outcome: 'imported', parts: [{ part: 'A', description: '=x', onHand: 100.5 }] })
  })
})
