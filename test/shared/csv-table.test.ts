import { describe, expect, it } from 'vitest'
import { csvTable, writtenCsv } from '../../shared/csv/csv-table'
import { delimiterOf } from '../../shared/csv/delimiter'

const tables: readonly { readonly description: string; readonly input: string; readonly expected: readonly (readonly string[])[]; readonly lines: readonly number[] }[] = [
  { description: 'RFC 4180 with CRLF', input: 'a;b\r\nc;d\r\n', expected: [['a', 'b'], ['c', 'd']], lines: [1, 2] },
  { description: 'LF without a final line end', input: 'a;b\nc;d', expected: [['a', 'b'], ['c', 'd']], lines: [1, 2] },
  { description: 'CR only', input: 'a;b\rc;d\r', expected: [['a', 'b'], ['c', 'd']], lines: [1, 2] },
  { description: 'mixed line ends', input: 'a;b\r\nc;d\ne;f\rg;h', expected: [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']], lines: [1, 2, 3, 4] },
  { description: 'line breaks of other kinds in quotes', input: '"a\nb";"c\rd"\r\ne;f\r\n', expected: [['a\nb', 'c\rd'], ['e', 'f']], lines: [1, 4] },
  { description: 'quotes in quotes', input: '"say ""b""";c\n', expected: [['say "b"', 'c']], lines: [1] },
  { description: 'the delimiter in quotes', input: '"a;b";c\n', expected: [['a;b', 'c']], lines: [1] },
  { description: 'a bare quote in a cell', input: '5" pipe;c\nd;e\n', expected: [['5" pipe', 'c'], ['d', 'e']], lines: [1, 2] },
  { description: 'blank lines', input: 'a;b\n\nc;d\n', expected: [['a', 'b'], [''], ['c', 'd']], lines: [1, 2, 3] },
  { description: 'empty cells', input: ';;\n', expected: [['', '', '']], lines: [1] },
  { description: 'an empty file', input: '', expected: [], lines: [] },
]

describe('csvTable', () => {
  it.each(tables)('reads $description', ({ input, expected, lines }) => {
    const table = csvTable(input, ';')
    expect(table.records.map((record) => record.cells)).toEqual(expected)
    expect(table.records.map((record) => record.line)).toEqual(lines)
    expect(table.problems).toEqual([])
  })

  it('reports a quote that is never closed where it opened, and reads on with the next line', () => {
    const table = csvTable('a;b\r\nc;"d\r\ne;f\r\ng;h\r\n', ';')
    expect(table.problems).toMatchObject([{ kind: 'unclosed-quote', line: 2, found: 'c;"d' }])
    expect(table.records.map((record) => [record.line, ...record.cells])).toEqual([[1, 'a', 'b'], [3, 'e', 'f'], [4, 'g', 'h']])
  })

  it('names the line of the open quote when an earlier cell of the record has line breaks', () => {
    expect(csvTable('"x\ny";"open\nb;c\n', ';').problems).toMatchObject([{ kind: 'unclosed-quote', line: 2, found: 'y";"open' }])
  })

  it('warns of a quote in the middle of a quoted cell', () => {
    expect(csvTable('"a"b";c\nd;e\n', ';').problems).toMatchObject([{ kind: 'stray-quote', line: 1, severity: 'warning' }])
  })

  it('gives up on a file full of open quotes, and says so', () => {
    const { problems } = csvTable('a;"b\n'.repeat(61), ';')
    expect(problems.at(-1)).toMatchObject({ kind: 'quotes-given-up', line: 21 })
  })
})

describe('writtenCsv', () => {
  it('quotes only where needed', () => {
    expect(writtenCsv([['a', 'b;c', 'say "x"', 'l\nm', ' d', '1,5', '']], ';')).toBe('a;"b;c";"say ""x""";"l\nm";" d";1,5;\r\n')
  })
})

describe('delimiterOf', () => {
  const headers = new Set(['part number', 'description', 'usage per week', 'lead time (days)'])
  it.each([
    { description: 'semicolons with decimal commas', input: 'part number;usage per week\nA;1,5\nB;2,5\n', expected: ';' },
    { description: 'tabs with decimal commas', input: 'A\t1,5\nB\t2,5\nC\t3,5\n', expected: '\t' },
    { description: 'semicolons without a heading', input: 'A;1,5\nB;2,5\n', expected: ';' },
    { description: 'commas in descriptions of a semicolon file', input: 'part number;description;lead time (days)\nA;Block, N42, coated;84\nB;Ring, N45, raw;63\n', expected: ';' },
    { description: 'commas', input: 'part number,usage per week\nA,1.5\nB,2.5\n', expected: ',' },
    { description: 'semicolons in texts of a comma file', input: 'part number,description,lead time (days)\nA,"x; y; z",84\nB,"u; v; w",63\n', expected: ',' },
    { description: 'bars', input: 'part number|usage per week\nA|1.5\n', expected: '|' },
    { description: 'a declared delimiter', input: 'sep=,\npart number,usage per week\nA,1\n', expected: ',' },
  ])('finds $description', ({ input, expected }) => {
    expect(delimiterOf(input, (header) => headers.has(header)).delimiter).toBe(expected)
  })
})
