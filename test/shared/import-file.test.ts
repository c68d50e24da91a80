import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../electron/services/decode-text'
import { civilDate } from '../../shared/calendar/civil-date'
import { importedFile, importSteps } from '../../shared/csv/import-file'
import { lineCounts } from '../../shared/csv/import-lines'
import { imported } from '../fixtures/imported'

const cell = fc.oneof(
  fc.constantFrom('', 'Material', 'On hand', 'Total', 'A-1', 'A-2', '00010045', '1.250', '12,5', '12.5', '1O0', '"', '"x', 'n/a', '2026-13-01', '03/04/2027', 'EUR', '-', '*', "'7"),
  fc.string({ maxLength: 6 }),
)
const anyTable = fc
  .tuple(fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), fc.boolean())
  .map(([delimiter, end, rows, isHeaded]) => [...(isHeaded ? [['Material', 'Plant', 'On hand', 'Lead time (days)', 'Due date']] : []), ...rows].map((row) => row.join(delimiter)).join(end))

describe('importedFile', () => {
  it('gives every line of any file exactly one fate', () => {
    fc.assert(fc.property(anyTable, (text) => {
      const { lines, fates, outcome } = imported(text)
      if (fates.length > 0) expect(lineCounts(fates, lines.total)).toEqual(lines)
      expect(lines.header + lines.imported + lines.held + lines.skipped).toBe(lines.total)
      if (outcome === 'imported') expect(lines.imported).toBeGreaterThan(0)
    }), { numRuns: 400 })
  })

  it('never has a part without a number, nor a number that is none', () => {
    fc.assert(fc.property(anyTable, (text) => {
      for (const part of imported(text).parts) {
        expect(part.part).not.toBe('')
        for (const value of Object.values(part)) if (typeof value === 'number') expect(value).not.toBeNaN()
      }
    }), { numRuns: 200 })
  })

  it('reads the same in a preview as in the whole file', () => {
    const rows = Array.from({ length: 900 }, (_, at) => `P-${at};${at % 50},5;${40 + (at % 30)}`)
    const bytes = new TextEncoder().encode(['Part number;On hand;Lead time (days)', ...rows].join('\r\n'))
    const input = { source: { kind: 'bytes', bytes } as const, decodeText, today: civilDate('2026-11-23'), choices: { kind: null, map: {}, answers: {} } }
    const preview = importedFile({ ...input, mostRows: 500 })
    const whole = importedFile(input)
    expect(preview.isPreview).toBe(true)
    expect(whole.isPreview).toBe(false)
    expect(preview.parts).toEqual(whole.parts.slice(0, preview.parts.length))
    expect(preview.parts.length).toBeGreaterThanOrEqual(500)
  })

  it('ends a preview before a cell that the cut would go through', () => {
    const rows = Array.from({ length: 700 }, (_, at) => `P-${at};"first line\nsecond line\nthird";${at}`)
    const bytes = new TextEncoder().encode(['Part number;Description;On hand', ...rows].join('\n'))
    const preview = importedFile({ source: { kind: 'bytes', bytes }, decodeText, today: civilDate('2026-11-23'), choices: { kind: null, map: {}, answers: {} }, mostRows: 500 })
    expect(preview.problems).toEqual([])
    expect(preview.parts.length).toBeGreaterThan(150)
  })

  it('can be broken off between steps', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `P-${at};${at}`)
    const steps = importSteps({
      source: { kind: 'bytes', bytes: new TextEncoder().encode(['Part number;On hand', ...rows].join('\n')) },
      decodeText, today: civilDate('2026-11-23'), choices: { kind: null, map: {}, answers: {} },
    })
    expect(steps.next().done).toBe(false)
    expect(steps.next().done).toBe(false)
    expect(steps.return(undefined as never).done).toBe(true)
  })

  it('takes quotes for letters where so many are never closed', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `P-${at};"${at} inch block;${at}`)
    const result = imported(['Part number;Description;On hand', ...rows].join('\n'))
    expect(result.lines).toMatchObject({ total: 61, imported: 60 })
    expect(result.parts[7]).toMatchObject({ description: '"7 inch block', onHand: 7 })
    expect(result.problems).toMatchObject([{ kind: 'quotes-are-letters' }])
  })

  it('puts a unit from the line under a heading behind it', () => {
    const text = 'Material;Lagerbestand;Planlieferzeit;Preis\n;kg;Wochen;EUR\nA;10,5;12;8\n'
    expect(imported(text)).toMatchObject({ outcome: 'question', questions: [{ id: 'header-rows', choices: ['join', 'separate'] }] })
    expect(imported(text, { answers: { 'header-rows': 'join' } })).toMatchObject({ outcome: 'imported', parts: [{ unit: 'kg', onHand: 10.5, leadTimeDays: 84, unitPrice: 8, currency: 'EUR' }] })
  })

  it('adds up no movements while their decimal sign is open', () => {
    const result = imported('Material;BwA;Posting date;Menge\nA;261;05.08.2026;1.250\nA;262;06.08.2026;2\n')
    expect(result).toMatchObject({ outcome: 'question', usage: [], questions: [{ id: 'decimal' }] })
  })

  it('asks whether the name or the id is the part number', () => {
    const text = 'Internal ID,Name,Quantity On Hand\n101,NS-1,120\n'
    expect(imported(text)).toMatchObject({ outcome: 'question', questions: [{ id: 'column:part', choices: ['Name', 'Internal ID'] }] })
    expect(imported(text, { answers: { 'column:part': 'Name' } })).toMatchObject({ outcome: 'imported', parts: [{ part: 'NS-1', onHand: 120 }] })
  })

  it('refuses two columns for one field', () => {
    const result = imported('Part,A,B\nP-1,1,2\n', { map: { A: 'onHand', B: 'onHand' } })
    expect(result).toMatchObject({ outcome: 'refused', problems: [{ kind: 'two-columns-one-field' }] })
  })

  it('names a mapped column that does not exist', () => {
    expect(imported('Part,A\nP-1,1\n', { map: { Stock: 'onHand' } }).problems).toMatchObject([{ kind: 'no-such-column', found: 'Stock' }])
  })

  it('repairs a damaged part number that the user has told', () => {
    const text = 'Part number,On hand\n1.23457E+17,5\n'
    expect(imported(text)).toMatchObject({ outcome: 'refused', problems: [{ kind: 'part-number-damaged', line: 2 }] })
    expect(imported(text, { answers: { 'part:1.23457E+17': '123456789012345678' } }).parts).toMatchObject([{ part: '123456789012345678', onHand: 5 }])
  })

  it('says the question with a real part and both readings', () => {
    const { questions } = imported('Part number;On hand\nMG-7;1,250\n')
    expect(questions).toMatchObject([{ id: 'decimal', readings: [{ choice: 'comma', text: '1,250 = 1.25' }, { choice: 'point', text: '1,250 = 1250' }] }])
    expect(questions[0]?.text).toContain('MG-7')
  })

  it('says a day that may be two in words', () => {
    const { questions } = imported('PO,Part number,Open qty,Due date\n1,MG-7,5,03/04/2027\n')
    expect(questions[0]?.readings).toEqual([{ choice: 'day-first', text: '3 April 2027' }, { choice: 'month-first', text: '4 March 2027' }])
  })

  it('reads no number by guess: an open decimal sign leaves the cell unknown', () => {
    expect(imported('Part number;On hand;MOQ\nMG-7;1,250;3\n').parts).toMatchObject([{ onHand: null, moq: 3 }])
  })

  it('says once that words for nothing were read as blank', () => {
    expect(imported('Part number;On hand\nA;n/a\nB;n/a\nC;3\n').problems).toMatchObject([{ kind: 'blank-words', line: null, sentence: expect.stringContaining('2 cells') }])
  })

  it('proves a total by the lines above', () => {
    expect(imported('Part number;On hand\nA;1,5\nB;2\nTotal;3,5\n').fates.at(-1)).toMatchObject({ kind: 'total', reason: 'a total: equals the sum of lines 2-3' })
    expect(imported('Part number;On hand\nA;1,5\nB;2\nTotal;4,5\n').fates.at(-1)?.reason).toContain('4.5 instead of 3.5')
  })
})

describe('csv-spectrum and csv-test-data, in cases of our own', () => {
  const head = 'part number,description,on hand\n'
  it.each([
    { description: 'a comma in quotes', input: `${head}A,"Block, N42",1\n`, expected: ['Block, N42'] },
    { description: 'an empty quoted cell', input: `${head}A,"",1\n`, expected: [null] },
    { description: 'an escaped quote', input: `${head}A,"a ""b"" c",1\n`, expected: ['a "b" c'] },
    { description: 'JSON in a cell', input: `${head}A,"{""type"": ""Point"", ""at"": [1, 2]}",1\n`, expected: ['{"type": "Point", "at": [1, 2]}'] },
    { description: 'line feeds in quotes', input: `${head}A,"one\ntwo",1\n`, expected: ['one\ntwo'] },
    { description: 'CRLF in quotes', input: `${head.replace('\n', '\r\n')}A,"one\r\ntwo",1\r\n`, expected: ['one\r\ntwo'] },
    { description: 'quotes and line feeds', input: `${head}A,"one ""1""\ntwo",1\n`, expected: ['one "1"\ntwo'] },
    { description: 'letters beyond ASCII', input: `${head}A,ʤ 磁石,1\n`, expected: ['ʤ 磁石'] },
    { description: 'no line end at the end', input: `${head}A,x,1`, expected: ['x'] },
    { description: 'an empty line between', input: `${head}A,x,1\n\nB,y,2\n`, expected: ['x', 'y'] },
    { description: 'all cells in quotes', input: '"part number","description","on hand"\n"A","x","1"\n', expected: ['x'] },
    { description: 'a quote in a bare cell', input: `${head}A,Block 1" wide,1\n`, expected: ['Block 1" wide'] },
    { description: 'spaces around cells', input: `${head} A , x ,1\n`, expected: ['x'] },
  ])('reads $description', ({ input, expected }) => {
    const result = imported(input)
    expect(result.outcome).toBe('imported')
    expect(result.parts.map((part) => part.description)).toEqual(expected)
  })

  it.each([
    { description: 'a missing cell', input: `${head}A,x\nB,y,2\n`, held: [2] },
    { description: 'a cell too many', input: `${head}A,x,1,2\nB,y,2\n`, held: [2] },
    { description: 'a quote that is never closed', input: `${head}A,"x,1\nB,y,2\n`, held: [2] },
    { description: 'a quote never closed before one that is', input: `${head}A,"x,1\nB,"y",2\nC,z,3\n`, held: [2] },
  ])('holds $description and reads the rest', ({ input, held }) => {
    const result = imported(input)
    expect(result.fates.filter((fate) => fate.fate === 'held').map((fate) => fate.line)).toEqual(held)
    expect(result.lines.imported).toBe(result.lines.total - 1 - held.length)
  })
})
