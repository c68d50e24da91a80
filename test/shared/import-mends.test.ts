import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importedFile } from '../../shared/csv/import-file'
import { noMends, type ImportMends } from '../../shared/csv/import-mends'
import type { ImportResult } from '../../shared/csv/import-result'

const none: ImportChoices = { kind: null, map: {}, answers: {} }

function reading(text: string, mends?: ImportMends, choices: ImportChoices = none): ImportResult {
  return importedFile({ source: { kind: 'bytes', bytes: new TextEncoder().encode(text) }, decodeText: (bytes, encoding) => new TextDecoder(encoding).decode(bytes), today: civilDate('2026-11-23'), choices, ...(mends === undefined ? {} : { mends }) })
}

const stock = 'Material;Frei verwendbar;Preis (EUR)\nA-1;1.250;13,75\nA-2;1O0;0,5\nA-3;7;x\n'

describe('mends', () => {
  it('read a cell with the text put in its place, and count its line as imported', () => {
    const before = reading(stock)
    expect(before.lines).toMatchObject({ imported: 1, held: 2, skipped: 0 })
    const after = reading(stock, { ...noMends, cells: { '3:B': '100' } })
    expect(after.lines).toMatchObject({ imported: 2, held: 1, skipped: 0 })
    expect(after.parts.find(({ part }) => part === 'A-2')?.onHand).toBe(100)
  })

  it('take a row without a value whose cell was emptied', () => {
    const after = reading(stock, { ...noMends, cells: { '4:C': '' } })
    expect(after.parts.find(({ part }) => part === 'A-3')).toMatchObject({ onHand: 7, unitPrice: null })
  })

  it('skip a line that was left out, and say so', () => {
    const after = reading(stock, { ...noMends, skippedLines: [3, 4] })
    expect(after.lines).toEqual({ total: 4, header: 1, imported: 1, held: 0, skipped: 2 })
    expect(after.fates.find(({ line }) => line === 3)).toMatchObject({ fate: 'skipped', kind: 'left-out' })
  })

  it('leave out what a quote that is never closed made unreadable', () => {
    const open = 'Material;Description;On hand\nA-1;x;5\nA-2;"never closed;6\nA-3;y;7\n'
    const before = reading(open)
    const line = before.fates.find(({ kind }) => kind === 'unclosed-quote')?.line ?? 0
    expect(line).toBe(3)
    const after = reading(open, { ...noMends, skippedLines: [line] })
    expect(after.problems.filter(({ kind }) => kind === 'unclosed-quote')).toEqual([])
    expect(after.lines.held).toBe(0)
  })

  it('ask about a mended cell that can be read two ways, as about any other', () => {
    const plain = 'Material;On hand\nA-1;5\n'
    expect(reading(plain, { ...noMends, cells: { '2:B': '1,250' } }).questions.map(({ id }) => id)).toEqual(['decimal'])
  })
})

describe('a row with too many cells', () => {
  const split = 'Material,Bezeichnung,Frei verwendbar,Preis (EUR)\nA-1,Block,7,13.75\nA-2,Ring, vernickelt,1,250,8.5\nA-3,Bogen,9,2.5\n'

  it('is read once the cells that belong together are joined, one join after the other', () => {
    const before = reading(split)
    expect(before.lines).toMatchObject({ imported: 2, held: 1 })
    expect(before.problems.find(({ line }) => line === 3)?.kind).toBe('too-many-cells')
    const half = reading(split, { ...noMends, joins: { 3: [1] } })
    expect(half.problems.find(({ line }) => line === 3)?.found).toBe('8.5')
    const after = reading(split, { ...noMends, joins: { 3: [1, 2] } })
    expect(after.lines).toEqual({ total: 4, header: 1, imported: 3, held: 0, skipped: 0 })
    expect(after.parts.find(({ part }) => part === 'A-2')).toMatchObject({ description: 'Ring, vernickelt', onHand: 1250, unitPrice: 8.5 })
  })

  it('can be mended in its joined cells, too', () => {
    const after = reading(split, { ...noMends, joins: { 3: [1, 2] }, cells: { '3:C': '1300' } })
    expect(after.parts.find(({ part }) => part === 'A-2')?.onHand).toBe(1300)
  })
})

describe('several lines for one part', () => {
  const twice = 'Material;Werk;Frei verwendbar;Preis (EUR)\nA-1;0101;5;2,5\nA-2;0101;7;3,5\nA-1;0101;6;2,75\nA-1;0101;8;2,9\nA-2;0101;9;3,5\n'
  const stocks = (result: ImportResult) => Object.fromEntries(result.parts.map(({ part, onHand }) => [part, onHand]))

  it('are all held, until one of them is chosen', () => {
    const before = reading(twice)
    expect(before.lines).toEqual({ total: 6, header: 1, imported: 0, held: 5, skipped: 0 })
    const first = reading(twice, { ...noMends, repeats: { 'part A-1 in plant 0101': 'first', 'part A-2 in plant 0101': 'last' } })
    expect(stocks(first)).toEqual({ 'A-1': 5, 'A-2': 9 })
    expect(first.lines).toEqual({ total: 6, header: 1, imported: 2, held: 0, skipped: 3 })
    expect(first.fates.find(({ line }) => line === 4)).toMatchObject({ fate: 'skipped', kind: 'other-line-kept', reason: 'line 2 was kept for part A-1 in plant 0101, as you said' })
    expect(stocks(reading(twice, { ...noMends, repeats: { 'part A-1 in plant 0101': 'line 4' } }))).toEqual({ 'A-1': 6 })
  })

  it('are chosen for all at once by an answer, and one by one against it', () => {
    const last = { ...none, answers: { 'repeated-keys': 'last' } }
    expect(stocks(reading(twice, noMends, last))).toEqual({ 'A-1': 8, 'A-2': 9 })
    expect(stocks(reading(twice, { ...noMends, repeats: { 'part A-2 in plant 0101': 'first' } }, last))).toEqual({ 'A-1': 8, 'A-2': 7 })
  })

  it('are added up, unless they differ in more than quantities', () => {
    const summed = reading(twice, { ...noMends, repeats: { 'part A-1 in plant 0101': 'sum', 'part A-2 in plant 0101': 'sum' } })
    expect(stocks(summed)).toEqual({ 'A-2': 16 })
    expect(summed.lines).toMatchObject({ imported: 2, held: 3 })
    expect(summed.problems.filter(({ kind }) => kind === 'lines-differ').map(({ line, column }) => [line, column?.header])).toEqual([[2, 'Preis (EUR)'], [4, 'Preis (EUR)'], [5, 'Preis (EUR)']])
  })

  it('add up usage by period, of wide and of long lists', () => {
    const wide = reading('Part;use 2026-01;use 2026-02\nA-1;0.1;5\nA-1;0.2;\n', noMends, { ...none, answers: { 'repeated-keys': 'sum' } })
    expect(wide.usage[0]?.periods).toEqual({ '2026-01': 0.3, '2026-02': 5 })
    const long = reading('Part;Month;Usage\nA-1;2026-01;4\nA-1;2026-01;6\nA-1;2026-02;1\n', noMends, { ...none, answers: { 'repeated-keys': 'sum' } })
    expect(long.usage[0]?.periods).toEqual({ '2026-01': 10, '2026-02': 1 })
    expect(long.lines).toMatchObject({ imported: 3, held: 0 })
  })

  it('of orders are not added up: each is a promise of its own', () => {
    const orders = 'Purchase Order;Item;Material;Open Qty;Due Date\n4711;10;A-1;5;2027-03-04\n4711;10;A-1;6;2027-03-04\n'
    expect(reading(orders, noMends, { ...none, answers: { 'repeated-keys': 'sum' } }).lines).toMatchObject({ imported: 0, held: 2 })
    expect(reading(orders, noMends, { ...none, answers: { 'repeated-keys': 'last' } }).orders).toMatchObject([{ qty: 6 }])
  })
})

describe('the line of the headings', () => {
  const text = 'Material;Werk;Bestand\nList;of;today\nMaterial;Plant;On hand\nA-1;0101;5\nA-2;0101;6\n'

  it('is the one that was chosen', () => {
    const chosen = reading(text, undefined, { ...none, answers: { 'header-line': '3' } })
    expect(chosen.understood.headerLine).toBe(3)
    expect(chosen.parts.map(({ part, onHand }) => [part, onHand])).toEqual([['A-1', 5], ['A-2', 6]])
  })
})

describe('samples', () => {
  it('show the first values of a column as found and as they are kept, prices for one piece', () => {
    const { samples } = reading('Material;Preis;Preiseinheit;Frei verwendbar\nA-1;13,75;100;1.250\nA-2;;1;0\nA-3;2,5;1;\n')
    expect(samples[1]).toEqual([{ line: 2, found: '13,75', value: 0.1375 }, { line: 4, found: '2,5', value: 2.5 }])
    expect(samples[3]).toEqual([{ line: 2, found: '1.250', value: 1250 }, { line: 3, found: '0', value: 0 }])
  })

  it('have no value where it is asked', () => {
    expect(reading('Material;On hand\nA-1;"1,250"\n').samples[1]).toEqual([{ line: 2, found: '1,250', value: null }])
  })
})
