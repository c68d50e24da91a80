import { isBlankWord } from './blank-word'

/** What the characters of a cell say about it as a number, before any decimal sign is taken for granted. */
export type NumberShape =
  | {
      readonly kind: 'number'
      /** The decimal sign that only this reading of the marks allows; null when both readings do. */
      readonly proves: 'comma' | 'point' | null
      /** Whether comma and point give different numbers, as with `1,250`. */
      readonly isAmbiguous: boolean
      /** Digits with their marks `,` and `.`, without sign, spaces, unit and exponent. */
      readonly digits: string
      readonly isNegative: boolean
      /** Power of ten written behind it, or 0. */
      readonly exponent: number
      /** Unit or currency found beside it; empty for none. */
      readonly unit: string
    }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'not-a-number'
      /** `spreadsheet-error`: `#N/A` and the like; `marks`: digits, but points and commas that fit no number; `letters`: other characters. */
      readonly why: 'spreadsheet-error' | 'marks' | 'letters'
    }

const space = '[ \\u00a0\\u2009\\u202f]'
const currency = '[\\p{Sc}]|us\\$|chf|eur|usd|gbp|jpy|cny|rmb|sek|nok|dkk|pln'
const leadingCurrency = new RegExp(`^(${currency})${space}*`, 'iu')
const trailingUnit = new RegExp(`^(.*[\\d.,)-])(${space}*)([\\p{L}%°\\p{Sc}][\\p{L}\\d²³/.$]*)$`, 'u')
const gluedUnit = /^[\p{L}%°\p{Sc}][\p{L}.$]*[23]?(?:\/.*)?$/u
const spacedThousands = new RegExp(`^\\d{1,3}((${space}|['’])\\d{3})+(?=[.,]|$)`, 'u')

/**
 * What the shape of a cell proves about its decimal sign. The cell is not converted: `numberFrom` does that once the sign is known.
 *
 * Strips signs (`-x`, `x-`, `(x)`), units, currencies, full-width forms, and spaces and apostrophes between groups of three digits.
 * One mark before exactly three digits, with one to three digits in front that do not begin with 0, proves nothing.
 *
 * @param cell a cell as found
 *
 * @example
 * numberShape('1.234,5').kind === 'number' && numberShape('1,250') // => { kind: 'number', proves: null, isAmbiguous: true, digits: '1,250', isNegative: false, exponent: 0, unit: '' }
 */
export function numberShape(cell: string): NumberShape {
  // Most cells are plain; the long way gives the same for them.
  const plainly = /^(-?)(\d+(?:[.,]\d+)?)$/u.exec(cell)
  if (plainly !== null) {
    const digits = plainly[2] ?? ''
    return { kind: 'number', ...(marksOf(digits) ?? { proves: null, isAmbiguous: false }), digits, isNegative: plainly[1] === '-', exponent: 0, unit: '' }
  }
  let text = cell.normalize('NFKC').replaceAll(/[\u00ad\u200b-\u200d\ufeff\0]/gu, '').replaceAll(/[\u2212\u2012]/gu, '-').trim()
  if (text === '' || isBlankWord(text)) return { kind: 'blank' }
  if (text.startsWith('#')) return { kind: 'not-a-number', why: 'spreadsheet-error' }
  if (!/\d/u.test(text)) return { kind: 'not-a-number', why: 'letters' }

  let isNegative = false
  const bracketed = /^\((.*)\)$/u.exec(text)
  if (bracketed !== null) {
    isNegative = true
    text = (bracketed[1] ?? '').trim()
  }
  let unit = ''
  const signBefore = /^([+-])\s*/u.exec(text)
  if (signBefore !== null) text = text.slice(signBefore[0].length)
  const money = leadingCurrency.exec(text)
  if (money !== null) {
    unit = (money[1] ?? '').trim()
    text = text.slice(money[0].length)
  }
  const signAfterMoney = signBefore === null ? /^([+-])\s*/u.exec(text) : null
  if (signAfterMoney !== null) text = text.slice(signAfterMoney[0].length)

  let exponent = 0
  const power = /^(.*\d)e([+-]?\d{1,3})$/iu.exec(text)
  if (power !== null) {
    text = power[1] ?? ''
    exponent = Number.parseInt(power[2] ?? '0', 10)
  } else if (unit === '') {
    const behind = trailingUnit.exec(text)
    if (behind !== null) {
      // A letter O or l stuck to a digit is a mistyped 0 or 1, not a unit.
      if (behind[2] === '' && /^[OoIl]/u.test(behind[3] ?? '')) return { kind: 'not-a-number', why: 'letters' }
      // `0x10` and `12M5` are no quantities; codes of units that have digits, such as C62, stand apart.
      if (/^x\d/iu.test(behind[3] ?? '') || (behind[2] === '' && !gluedUnit.test(behind[3] ?? ''))) return { kind: 'not-a-number', why: 'letters' }
      text = (behind[1] ?? '').trim()
      unit = behind[3] ?? ''
    }
  }
  // `7,-` and `7.-` are whole amounts of money.
  const dash = /^(.*\d)([.,])[-–—]{1,2}$/u.exec(text)
  if (dash !== null) text = `${dash[1] ?? ''}${dash[2] ?? ''}0`
  const signBehind = /^(.*\d)\s*-$/u.exec(text)
  if (signBehind !== null) text = (signBehind[1] ?? '').trim()

  const signs = (bracketed === null ? 0 : 1) + (signBefore === null ? 0 : 1) + (signAfterMoney === null ? 0 : 1) + (signBehind === null ? 0 : 1)
  if (signs > 1) return { kind: 'not-a-number', why: 'marks' }
  isNegative ||= signBefore?.[1] === '-' || signAfterMoney?.[1] === '-' || signBehind !== null

  const grouped = spacedThousands.exec(text)
  if (grouped !== null) text = grouped[0].replaceAll(/[^\d]/gu, '') + text.slice(grouped[0].length)
  if (!/^[\d.,]+$/u.test(text)) return { kind: 'not-a-number', why: /^[\d.,\s'’:/-]+$/u.test(text) ? 'marks' : 'letters' }
  const marks = marksOf(text)
  if (marks === null) return { kind: 'not-a-number', why: 'marks' }
  return { kind: 'number', ...marks, digits: text, isNegative, exponent, unit }
}

/** What the marks between digits prove, or null when no number is written so. */
function marksOf(digits: string): { readonly proves: 'comma' | 'point' | null; readonly isAmbiguous: boolean } | null {
  if (/^\d+$/u.test(digits)) return { proves: null, isAmbiguous: false }
  // One mark is the usual case: it parts thousands only before three digits and behind one to three that do not begin with 0.
  const single = /^(\d+)([.,])(\d+)$/u.exec(digits)
  if (single !== null) {
    const [, whole = '', mark, decimals = ''] = single
    if (decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0')) return { proves: null, isAmbiguous: true }
    return { proves: mark === ',' ? 'comma' : 'point', isAmbiguous: false }
  }
  const asComma = isNumberWith(digits, 'comma')
  const asPoint = isNumberWith(digits, 'point')
  if (!asComma && !asPoint) return null
  if (asComma && asPoint) return { proves: null, isAmbiguous: /[.,]/u.test(digits) }
  return { proves: asComma ? 'comma' : 'point', isAmbiguous: false }
}

/**
 * Whether digits with marks are a number when the decimal sign is the given one: the other mark may only part thousands.
 *
 * @param digits digits, `,` and `.` only
 * @param sign the decimal sign taken
 *
 * @example
 * isNumberWith('1.234,5', 'point') // => false
 */
export function isNumberWith(digits: string, sign: 'comma' | 'point'): boolean {
  const decimal = sign === 'comma' ? ',' : '.'
  const group = sign === 'comma' ? '.' : ','
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/u.test(fraction))) return false
  if (whole === '') return fraction !== undefined
  const groups = whole.split(group)
  if (groups.length === 1) return /^\d+$/u.test(whole)
  const [first = '', ...others] = groups
  const last = others.at(-1) ?? ''
  // Indian groups have two digits, but the last always three; nothing is grouped behind a leading zero.
  const isThousands = /^[1-9]\d{0,2}$/u.test(first) && others.every((part) => /^\d{3}$/u.test(part))
  const isIndian = /^[1-9]\d?$/u.test(first) && /^\d{3}$/u.test(last) && others.length > 1 && others.slice(0, -1).every((part) => /^\d{2}$/u.test(part))
  return isThousands || isIndian
}
