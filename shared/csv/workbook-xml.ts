import { digitsShown, xmlAttribute, xmlText, type NumberFormat } from './workbook-formats'

/** Stands in the text of a cell that was no text, before `=` and a formula without a result, or a number with its unit. */
const escapedMark = '_x0001_'

/**
 * The XML of a sheet with the cells that readers of workbooks lose or misread turned into texts that say what they are:
 *
 * - an error of a formula, such as `#N/A`, which they leave blank;
 * - a formula whose result was never computed, blank too;
 * - a number whose format makes it a percentage, gives it a unit or currency, or zeros in front;
 * - a date written as such, which they take for a time of this computer's zone.
 *
 * Numbers and formulas get U+0001 in front, in the escape workbooks have for it, so that no text of a user is taken for one.
 *
 * @param sheet text of a sheet
 * @param formats what the styles add to numbers, by their number
 *
 * @example
 * readableSheet('<c r="B2" t="e"><v>#N/A</v></c>', []) // => '<c r="B2" t="str"><v>#N/A</v></c>'
 */
export function readableSheet(sheet: string, formats: readonly (NumberFormat | null)[]): string {
  const telling = formats.flatMap((format, style) => (format === null ? [] : [String(style)]))
  const isPlain = !/<(?:\w+:)?f[\s/>]|\st\s*=\s*["'][ed]["']/u.test(sheet) && !/_x0001_/iu.test(sheet) && (telling.length === 0 || !new RegExp(`\\ss\\s*=\\s*["'](?:${telling.join('|')})["']`, 'u').test(sheet))
  if (isPlain) return sheet
  return sheet.replaceAll(/<((?:\w+:)?)c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1c>)/gu, (cell: string, prefix: string, attributes: string | undefined, inside: string | undefined) => {
    const text = readableCell(attributes ?? '', inside ?? '', formats)
    if (text === null) return cell
    const place = xmlAttribute(attributes ?? '', 'r')
    return `<${prefix}c${place === null ? '' : ` r="${place}"`} t="str"><${prefix}v>${text}</${prefix}v></${prefix}c>`
  })
}

/** Rows and columns a sheet can have. */
const mostRows = 1_048_576
const mostColumns = 16_384

/**
 * Whether a row or cell of a sheet stands where no sheet reaches, or at a place that is none. A reader fills up all rows before it, until memory ends.
 *
 * @param sheet text of a sheet
 *
 * @example
 * hasImpossiblePlace('<row r="99999999"><c r="A99999999"/></row>') // => true
 */
export function hasImpossiblePlace(sheet: string): boolean {
  for (const [, name, place = ''] of sheet.matchAll(/<(?:\w+:)?(row|c)\s(?:[^>]*?\s)?r\s*=\s*["']([^"']*)/gu)) {
    const [, letters = '', digits = ''] = /^([A-Za-z]{0,3})(\d{1,7})$/u.exec(place) ?? []
    if (digits === '' || (name === 'c') === (letters === '') || Number(digits) > mostRows || columnNumber(letters) > mostColumns) return true
  }
  return false
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = 26 * number + letter.charCodeAt(0) - 64
  return number
}

/** The text of a cell that has to say more than its value, as XML; null for one that is read right. */
function readableCell(attributes: string, inside: string, formats: readonly (NumberFormat | null)[]): string | null {
  const type = xmlAttribute(attributes, 't') ?? 'n'
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/u.exec(inside)?.[1]?.trim()
  if (type === 'e') return value === undefined || value === '' ? '#ERROR!' : value
  const formula = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/u.exec(inside)
  if (formula !== null && (value === undefined || (value === '' && type !== 'str'))) return `${escapedMark}=${formula[1] ?? ''}`
  if (type === 'd') return /^\d{4}-\d\d-\d\d/u.exec(value ?? '')?.[0] ?? null
  if (type !== 'n' || value === undefined || value === '') return null
  const format = formats[Number(xmlAttribute(attributes, 's') ?? '0')] ?? null
  const number = Number(xmlText(value))
  if (format === null || !Number.isFinite(number)) return null
  switch (format.kind) {
    case 'percent':
      return `${escapedMark}${Number((100 * number).toPrecision(15))}%`
    case 'unit':
      return `${escapedMark}${Number(number.toPrecision(15))} ${xmlEscaped(format.unit)}`
    case 'digits': {
      const shown = digitsShown(number, format.parts)
      return shown === null ? null : xmlEscaped(shown)
    }
  }
}

function xmlEscaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
