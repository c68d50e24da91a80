const spreadsheetTriggers = '=+-@'

const monthNames =
  'jan|feb|mar|mär|mrz|mars|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|août|sep|sept|oct|okt|nov|dec|dez|déc|' +
  'january|february|march|april|june|july|august|september|october|november|december|' +
  'januar|februar|märz|juni|juli|oktober|dezember|janvier|février|févr|fév|avril|juillet|septembre|octobre|novembre|décembre'

const convertedShapes: readonly RegExp[] = [
  // Digits and marks only: 00123, 1.250, 12,5 %, 3-15, 1/2, 12:30, 2026-03-04T08:00, 5 PM.
  /^[\p{Sc}\d\s.,:/'’\-t]*\d[\p{Sc}\d\s.,:/'’\-%t]*(z|[ap]\.?(m\.?)?)?$/iu,
  /^[\d.,\s]*\d[\d.,\s]*e[+-]?\d+$/iu,
  /^(chf|eur|usd|gbp|jpy|kr|zł|kč|r\$|us\$)\s*[\d.,\s'’-]+$/iu,
  /^[\d.,\s'’-]+\s*(chf|eur|usd|gbp|jpy|kr|zł|kč)$/iu,
  new RegExp(`^[\\d\\s.,/-]*(${monthNames})\\.?[\\s.,/-]*\\d[\\d\\s.,/:-]*$`, 'iu'),
  new RegExp(`^\\d[\\d\\s.,/-]*(${monthNames})\\.?$`, 'iu'),
  /^(true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|waar|onwaar|prawda|fałsz)$/iu,
]

/**
 * A text as it stands in a cell of our own CSV files: an apostrophe goes before every text that a
 * spreadsheet would run as a formula, convert to a number or date, or trim.
 *
 * For text columns only. A number never gets an apostrophe, whatever its characters, or negative
 * numbers would come back as text. `decodedText` undoes it for every text.
 *
 * @param text any text
 *
 * @example
 * encodedText('00010045') // => "'00010045"
 * @example
 * encodedText('MG-N42-7') // => 'MG-N42-7'
 */
export function encodedText(text: string): string {
  return isChangedBySpreadsheets(text) ? `'${text}` : text
}

/**
 * The text that `encodedText` wrote, also where a spreadsheet has consumed the apostrophe.
 *
 * @param cell a text cell of one of our own files
 *
 * @example
 * decodedText("'00010045") // => '00010045'
 */
export function decodedText(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/**
 * Whether a spreadsheet would run, convert, trim or break a text that stands bare in a cell.
 *
 * @param text any text
 *
 * @example
 * isChangedBySpreadsheets('3-15') // => true
 */
export function isChangedBySpreadsheets(text: string): boolean {
  if (text === '') return false
  if (text.startsWith("'") || text.trim() !== text || /[\0\t\n\v\f\r\u0085\u2028\u2029]/u.test(text)) return true
  // Full-width digits and signs are converted too in East Asian regions.
  const plain = text.normalize('NFKC').trim()
  const first = plain.charAt(0)
  if (spreadsheetTriggers.includes(first) || first === '\u2212' || first === '#' || first === '(' || first === "'") return true
  return convertedShapes.some((shape) => shape.test(plain))
}
