import { describe, expect, it } from 'vitest'
import { numberFormat } from '../../shared/csv/workbook-formats'
import { readableSheet } from '../../shared/csv/workbook-xml'

describe('readableSheet', () => {
  const formats = [null, { kind: 'percent' }, { kind: 'unit', unit: 'kg' }, { kind: 'digits', parts: [...'0000'] }] as const

  it.each([
    { description: 'an error of a formula', input: '<c r="B2" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', expected: '<c r="B2" t="str"><v>#DIV/0!</v></c>' },
    { description: 'an error without its name', input: '<c r="B2" t="e"/>', expected: '<c r="B2" t="str"><v>#ERROR!</v></c>' },
    { description: 'a formula without a result', input: '<c r="B2"><f>A1&amp;"x"</f></c>', expected: '<c r="B2" t="str"><v>_x0001_=A1&amp;"x"</v></c>' },
    { description: 'a formula of texts without a result', input: '<c r="B2" t="str"><f>A1</f></c>', expected: '<c r="B2" t="str"><v>_x0001_=A1</v></c>' },
    { description: 'a percentage', input: "<c r='B2' s='1'><v>0.07</v></c>", expected: '<c r="B2" t="str"><v>_x0001_7%</v></c>' },
    { description: 'a number with its unit, as a formula', input: '<c r="B2" s="2" t="n"><f>A1</f><v>1.125</v></c>', expected: '<c r="B2" t="str"><v>_x0001_1.125 kg</v></c>' },
    { description: 'zeros in front', input: '<c r="B2" s="3"><v>45</v></c>', expected: '<c r="B2" t="str"><v>0045</v></c>' },
    { description: 'a day', input: '<c r="B2" t="d"><v>2027-06-30T22:00:00</v></c>', expected: '<c r="B2" t="str"><v>2027-06-30</v></c>' },
    { description: 'names with a prefix', input: '<x:c r="B2" t="e"><x:v>#N/A</x:v></x:c>', expected: '<x:c r="B2" t="str"><x:v>#N/A</x:v></x:c>' },
  ])('makes a text of $description', ({ input, expected }) => {
    expect(readableSheet(`<row>${input}<c r="C2"><v>5</v></c></row>`, formats)).toBe(`<row>${expected}<c r="C2"><v>5</v></c></row>`)
  })

  it.each([
    '<c r="A1"><v>5</v></c>', '<c r="A1" t="s"><v>0</v></c>', '<c r="A1" t="str"><f>""</f><v></v></c>', '<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="A1" s="3"><v>12345</v></c>', '<c r="A1" s="3"><v>1.5</v></c>',
    '<c r="A1" s="1" t="s"><v>3</v></c>', '<c r="A1" s="1"/>', '<cols><col min="1"/></cols>', '<c r="A1" s="99"><v>1</v></c>', '<c r="A1" t="b"><f>A2=1</f><v>1</v></c>',
  ])('leaves %s as it is', (cell) => {
    const sheet = `<row>${cell}</row>`
    // The error beside it makes every cell be looked at.
    expect(readableSheet(`${sheet}<c t="e"><v>#N/A</v></c>`, formats)).toBe(`${sheet}<c t="str"><v>#N/A</v></c>`)
    expect(readableSheet(sheet, formats)).toBe(sheet)
  })
})

describe('numberFormat', () => {
  it.each([
    ['0.00%', { kind: 'percent' }], ['0" %"', null], ['General', null], ['#,##0.00', null], ['0', null], ['0.00E+00', null], ['dd\\.mm\\.yyyy;@', null], ['mm', null], ['[h]:mm:ss', null], ['@', null], ['# ?/?', null],
    ['#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', { kind: 'unit', unit: '€' }], ['_-* #,##0.00\\ [$CHF-807]_-;-0', { kind: 'unit', unit: 'CHF' }], ['[$-409]#,##0', null], ['[$$-409]#,##0', { kind: 'unit', unit: 'USD' }],
    ['[$¥-411]#,##0', { kind: 'unit', unit: 'JPY' }], ['[$￥-804]#,##0', { kind: 'unit', unit: 'CNY' }], ['[$¥-8000411]0', { kind: 'unit', unit: '¥' }], ['£#,##0', { kind: 'unit', unit: '£' }], ['0 "kg"', { kind: 'unit', unit: 'kg' }], ['0 "pieces left"', null], ['0" weeks"', { kind: 'unit', unit: 'weeks' }],
    ['00000000', { kind: 'digits', parts: [...'00000000'] }], ['"MG-"0000', { kind: 'digits', parts: [...'MG-0000'] }], ['000-0000', { kind: 'digits', parts: [...'000-0000'] }],
  ] as const)('takes from %s what it adds', (code, expected) => {
    expect(numberFormat(code)).toEqual(expected)
  })
})
