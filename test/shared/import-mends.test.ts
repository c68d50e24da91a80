import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importedFile } from '../../shared/csv/import-file'
import type { ImportMends } from '../../shared/csv/import-mends'
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
    const after = reading(stock, { cells: { '3:B': '100' }, skippedLines: [] })
    expect(after.lines).toMatchObject({ imported: 2, held: 1, skipped: 0 })
    expect(after.parts.find(({ part }) => part === 'A-2')?.onHand).toBe(100)
  })

  it('take a row without a value whose cell was emptied', () => {
    const after = reading(stock, { cells: { '4:C': '' }, skippedLines: [] })
    expect(after.parts.find(({ part }) => part === 'A-3')).toMatchObject({ onHand: 7, unitPrice: null })
  })

  it('skip a line that was left out, and say so', () => {
    const after = reading(stock, { cells: {}, skippedLines: [3, 4] })
    expect(after.lines).toEqual({ total: 4, header: 1, imported: 1, held: 0, skipped: 2 })
    expect(after.fates.find(({ line }) => line === 3)).toMatchObject({ fate: 'skipped', kind: 'left-out' })
  })

  it('leave out what a quote that is never closed made unreadable', () => {
    const open = 'Material;Description;On hand\nA-1;x;5\nA-2;"never closed;6\nA-3;y;7\n'
    const before = reading(open)
    const line = before.fates.find(({ kind }) => kind === 'unclosed-quote')?.line ?? 0
    expect(line).toBe(3)
    const after = reading(open, { cells: {}, skippedLines: [line] })
    expect(after.problems.filter(({ kind }) => kind === 'unclosed-quote')).toEqual([])
    expect(after.lines.held).toBe(0)
  })

  it('ask about a mended cell that can be read two ways, as about any other', () => {
    const plain = 'Material;On hand\nA-1;5\n'
    expect(reading(plain, { cells: { '2:B': '1,250' }, skippedLines: [] }).questions.map(({ id }) => id)).toEqual(['decimal'])
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
