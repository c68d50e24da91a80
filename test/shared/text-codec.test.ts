import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedText, encodedText } from '../../shared/csv/text-codec'
import { csvTable, writtenCsv } from '../../shared/csv/csv-table'

const prefixed = [
  "'a", '=1+1', '+49', '-5', '@home', ' =1', '\u00a0=1', '\tx', '\rx', '\nx', 'a\nb', ' a', 'a ', '#1', '(5)', '\0x', '＝1', '＋1', '－1', '＠x',
  '00123', '123456789012345678', '1,5', '1.250', '1.250,5', '12 %', '5€', '$5', 'CHF 5', '1E5', '12e-3', '3-15', '1/2', '12:30', '12:30 PM', '2026-03-04',
  '4.3.2026', 'MAR1', '15-Mar', 'Mrz 25', 'Okt-25', '1 Dez', 'TRUE', 'falsch', 'WAHR', 'faux', '５', '.5', ',5', "1'250",
]
const bare = ['', 'MG-N42-7', 'Block N42SH 20x10x5', 'p-cdghhw', 'March order', 'Dy yes Tb unknown', 'A1', '12V', '20x10', 'true north', '磁', 'pcs', 'a=b']

describe('encodedText', () => {
  it.each(prefixed)('puts an apostrophe before %j', (text) => {
    expect(encodedText(text)).toBe(`'${text}`)
  })

  it.each(bare)('leaves %j bare', (text) => {
    expect(encodedText(text)).toBe(text)
  })

  it('is undone by decodedText for every text, through a written file too', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...prefixed, ...bare), fc.stringMatching(/^[-0-9.,;|"'\r\n\t =]*$/u))
    fc.assert(
      fc.property(texts, fc.constantFrom(',', ';', '\t', '|'), (text, delimiter) => {
        expect(decodedText(encodedText(text))).toBe(text)
        const cells = csvTable(writtenCsv([['x', encodedText(text), 'y'], [encodedText(text), 'z']], delimiter), delimiter).records.map((record) => record.cells)
        expect(cells).toEqual([['x', encodedText(text), 'y'], [encodedText(text), 'z']])
      }),
      { numRuns: 3000 },
    )
  })
})

describe('decodedText', () => {
  it('reads a text whose apostrophe a spreadsheet consumed', () => {
    expect(decodedText('00123')).toBe('00123')
  })
})
