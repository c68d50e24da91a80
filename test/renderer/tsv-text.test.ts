import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlTable, tsvRows, tsvText } from '../../renderer/ui/grid/tsv-text'

// As LibreOffice and Excel put them on the clipboard.
const texts: readonly (readonly [text: string, rows: readonly (readonly string[])[]])[] = [
  ['', []],
  ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
  ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
  ['a\rb\r', [['a'], ['b']]],
  ['\t\n', [['', '']]],
  ['a\t', [['a', '']]],
  ['"two\nlines"\tb\n', [['two\nlines', 'b']]],
  ['"tab\there"', [['tab\there']]],
  ['"5"" disc"\t2', [['5" disc', '2']]],
  ['5" disc\t2', [['5" disc', '2']]],
  ['"never closed\tb', [['"never closed', 'b']]],
  ['"quoted" and more\tb', [['"quoted" and more', 'b']]],
  ['\n\nx', [[''], [''], ['x']]],
]

describe('tsvRows', () => {
  it.each(texts)('reads %j', (text, rows) => {
    expect(tsvRows(text)).toEqual(rows)
  })

  it('reads back whatever tsvText writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', ',', '1') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        // One empty cell in the last row is the line break that ends the row before it.
        fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
        expect(tsvRows(tsvText(rows))).toEqual(rows)
      }),
    )
  })
})

describe('htmlTable', () => {
  it('keeps markup out of the cells and marks texts as text', () => {
    expect(htmlTable([['<b>&', '1\n2']], [true, false])).toBe(
      '<table><tbody><tr><td style="mso-number-format:\'\\@\'">&lt;b&gt;&amp;</td><td>1<br>2</td></tr></tbody></table>',
    )
  })
})
