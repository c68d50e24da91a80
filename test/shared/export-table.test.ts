import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvTable } from '../../shared/csv/csv-table'
import { writtenTable, type ExportTable } from '../../shared/csv/export-table'
import { fileForms } from '../../shared/csv/file-form'
import { decodedText } from '../../shared/csv/text-codec'

const table: ExportTable = {
  name: 'parts',
  columns: [
    { header: 'part number', type: 'text' }, { header: 'moq', type: 'number' }, { header: 'service level (%)', type: 'percent' },
    { header: 'promised', type: 'date' }, { header: 'critical', type: 'yes-no' },
  ],
  rows: [['00123', -1250.5, 0.07, '2026-03-04', true], ['=1+1', null, null, null, false], ['MG "7"', 1e20, 0.995, '2026-12-31', null]],
  omissions: [],
}

describe('writtenTable', () => {
  it.each([
    ['german', "'00123;-1250,5;7;04.03.2026;yes"], ['french', "'00123;-1250,5;7;04/03/2026;yes"], ['swiss', "'00123;-1250.5;7;04.03.2026;yes"],
    ['us', "'00123,-1250.5,7,03/04/2026,yes"], ['uk', "'00123,-1250.5,7,04/03/2026,yes"], ['international', "'00123,-1250.5,7,2026-03-04,yes"],
  ] as const)('writes numbers, dates and texts for %s', (region, line) => {
    expect(writtenTable(table, fileForms[region]).text.split('\r\n')[1]).toBe(line)
  })

  it('has a byte order mark, one heading line first, CRLF, and no line before or after', () => {
    const { text, warnings } = writtenTable(table, fileForms.german)
    expect(text.startsWith('\ufeffpart number;moq;service level (%);promised;critical\r\n')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(5)
    expect(text).not.toContain('sep=')
    expect(warnings).toEqual([])
  })

  it('escapes texts from their column’s type, never numbers', () => {
    const lines = writtenTable(table, fileForms.german).text.split('\r\n')
    expect(lines[2]).toBe("'=1+1;;;;no")
    expect(lines[3]?.startsWith('"MG ""7""";100000000000000000000;99,5')).toBe(true)
  })

  it('writes texts as they are in the bare form and lists those a spreadsheet would run or change', () => {
    const { text, warnings } = writtenTable(table, fileForms.us, { isBare: true })
    expect(text.split('\r\n').slice(1, 3).map((line) => line.split(',')[0])).toEqual(['00123', '=1+1'])
    expect(warnings.map(({ line, column, found, danger }) => [line, column, found, danger])).toEqual([[2, 'A', '00123', 'change'], [3, 'A', '=1+1', 'run']])
    expect(warnings[1]?.sentence).toBe('Line 3, column A (part number): “=1+1” stands bare; a spreadsheet would run it as a formula. Upload the file without opening it in one.')
  })

  it('gives every text back through the codec in every region', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text !== ''), { minLength: 1, maxLength: 5 }), fc.constantFrom(...Object.values(fileForms)), (texts, form) => {
        const written = writtenTable({ name: 'x', columns: [{ header: 'note', type: 'text' }, { header: 'n', type: 'number' }], rows: texts.map((text, at) => [text, at]), omissions: [] }, form)
        const records = csvTable(written.text.slice(1), form.delimiter).records.slice(1)
        expect(records.map((record) => decodedText(record.cells[0] ?? ''))).toEqual(texts)
      }),
      { numRuns: 300 },
    )
  })
})
