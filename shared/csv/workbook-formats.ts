import { isKnownUnit } from './import-unit'

/** What the format of a cell adds to its number, which a reader of the number alone would lose. */
export type NumberFormat =
  /** A percentage: 0.05 is shown as 5 %. */
  | { readonly kind: 'percent' }
  /** A unit or currency behind or before the number. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** Zeros in front and letters, as of part numbers: 45 is shown as `MG-0045`; `0` stands for a digit in each part. */
  | { readonly kind: 'digits'; readonly parts: readonly string[] }

/** Formats of percentages that every spreadsheet knows by number. */
const percentIds = new Set(['9', '10'])

/**
 * What the styles of a workbook add to the numbers of their cells, by the number of the style; null for those that add nothing.
 *
 * @param styles text of `xl/styles.xml`
 *
 * @example
 * numberFormats('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>') // => [null, { kind: 'percent' }]
 */
export function numberFormats(styles: string): readonly (NumberFormat | null)[] {
  const codes = new Map([...styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/gu)].map(([, attributes = '']) => [xmlAttribute(attributes, 'numFmtId'), xmlText(xmlAttribute(attributes, 'formatCode') ?? '')] as const))
  const list = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/u.exec(styles)?.[1] ?? ''
  return [...list.matchAll(/<(?:\w+:)?xf\b([^>]*)>/gu)].map(([, attributes = '']) => {
    const id = xmlAttribute(attributes, 'numFmtId') ?? '0'
    if (percentIds.has(id)) return { kind: 'percent' }
    return numberFormat(codes.get(id) ?? '')
  })
}

/**
 * What a format adds to a number; null for nothing that is kept.
 *
 * @param code format as spreadsheets write it, such as `0.00%`
 *
 * @example
 * numberFormat('#,##0.00\\ "€";[Red]-#,##0.00\\ "€"') // => { kind: 'unit', unit: '€' }
 */
export function numberFormat(code: string): NumberFormat | null {
  const literals: string[] = []
  let digits = ''
  let isPercent = false
  // Only the first part, for numbers above 0, counts: the others show the same with a sign.
  for (const [, quoted, escaped, bracketed, padding, sign, end] of code.matchAll(/"([^"]*)"|\\(.)|\[([^\]]*)\]|([_*].)|([^;])|(;)/gsu)) {
    if (end !== undefined) break
    if (padding !== undefined) continue
    const literal = quoted ?? escaped ?? (bracketed === undefined ? undefined : currencyOfBracket(bracketed)) ?? (/^[\p{Sc}/ -]$/u.test(sign ?? '') ? sign : undefined)
    if (literal !== undefined) {
      literals.push(literal)
      digits += literal.replaceAll('0', '\u0000')
    } else if (bracketed === undefined) digits += sign ?? ''
    isPercent ||= sign === '%'
  }
  if (isPercent) return { kind: 'percent' }
  const unit = literals.join('').trim()
  if (/^[^#?.,E%]*$/u.test(digits) && (digits.match(/0/gu)?.length ?? 0) > 1) return { kind: 'digits', parts: [...digits].map((sign) => (sign === '\u0000' ? '\u00000' : sign)) }
  return isCurrency(unit) || (unit !== '' && isKnownUnit(unit)) || isTime(unit) ? { kind: 'unit', unit } : null
}

/** `[$€-407]` is a currency with a region, `[$-409]` a region alone, `[Red]` a colour. A yen and a yuan look alike, and the region tells. */
function currencyOfBracket(text: string): string | undefined {
  const [, sign = '', region = ''] = /^\$([^-]*)(?:-([\da-f]+))?$/iu.exec(text) ?? []
  if (sign === '') return undefined
  if (sign === '¥' || sign === '￥') return /^0?411$/u.test(region) ? 'JPY' : /^0?804$/u.test(region) ? 'CNY' : '¥'
  return sign === '$' && /^0?409$/u.test(region) ? 'USD' : sign
}

function isCurrency(text: string): boolean {
  return /^(?:\p{Sc}|US\$|EUR|USD|CHF|GBP|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|INR|KRW|TWD|HKD|SGD)$/u.test(text)
}

function isTime(text: string): boolean {
  return /^(?:days?|weeks?|wks?|months?|Tagen?|Wochen?|Monaten?|jours?|semaines?|mois)$/iu.test(text)
}

/**
 * A whole number as a format of digits shows it; null where it does not fit.
 *
 * @param value the number
 * @param parts parts of the format
 *
 * @example
 * digitsShown(45, ['M', 'G', '-', '0', '0', '0', '0']) // => 'MG-0045'
 */
export function digitsShown(value: number, parts: readonly string[]): string | null {
  const places = parts.filter((part) => part === '0').length
  const digits = Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(places, '0') : ''
  if (digits.length !== places) return null
  let at = 0
  return parts.map((part) => (part === '0' ? digits.charAt(at++) : part.replace('\u0000', ''))).join('')
}

// A sheet has a million cells, and each is asked for the same few attributes.
const patterns = new Map<string, RegExp>()

/**
 * The text of an attribute of an XML tag, or null.
 *
 * @param attributes what stands in the tag behind its name
 * @param name name of the attribute
 *
 * @example
 * xmlAttribute(' r="B2" t="e"', 't') // => 'e'
 */
export function xmlAttribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
    patterns.set(name, pattern)
  }
  const match = pattern.exec(attributes)
  return match === null ? null : (match[1] ?? match[2] ?? '')
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * A text of XML as it is meant.
 *
 * @param text text with `&amp;` and the like
 *
 * @example
 * xmlText('0 &quot;kg&quot;') // => '0 "kg"'
 */
export function xmlText(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null
    return code === null ? (named[name ?? ''] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
