import { visibleText } from './visible-text'

/** A unit of measure as the plan knows it, and how many of it one unit as written is. */
export type UnitReading = {
  /** `pcs`, `kg`, `g`, or the unit as written where it is another. */
  readonly unit: string
  /** What it counts: pieces, mass, or something else. */
  readonly dimension: 'pieces' | 'mass' | 'other'
  /** Units of `unit` in one unit as written: 1000 for `1000 pcs`. */
  readonly factor: number
}

const pieces = new Set(['ea', 'pc', 'pcs', 'pce', 'st', 'stk', 'stck', 'stueck', 'stück', 'nos', 'no', 'each', 'unit', 'units', 'unite', 'unité', 'unités', 'unites', 'piece', 'pieces', 'pièce', 'pièces', 'pz', 'pi', '個', '件', '个', 'c62', 'h87', 'un', 'ks', 'szt'])
const kilograms = new Set(['kg', 'kgm', 'kgs', '千克', '公斤', 'kilogram', 'kilograms', 'kilogramm'])
const grams = new Set(['g', 'gr', 'grm', 'gram', 'grams', 'gramm', '克'])
const tonnes = new Set(['t', 'to', 'tne', 'tonne', 'tonnes', 'mt'])
const hundreds = new Set(['c', 'cen', 'hundred', 'hun'])
// `Tsd. Stk`, `thousand pcs`.
const thousandsOf = /^(?:tsd|tausend|thousand|ths|milliers? (?:de|d’|d'))\.?\s*(\p{L}+)$/u
const thousands = new Set(['mil', 'tausend', 'thousand', 'tsd', 'th', 'ths', 'mpc', 'kpcs', 'tst', 'ts', 'pth', 't3'])

/**
 * The unit that a word names; null for an empty one. Hundreds and thousands of pieces are pieces with a factor.
 *
 * @param text unit as found
 *
 * @example
 * unitReading('1000 pcs') // => { unit: 'pcs', dimension: 'pieces', factor: 1000 }
 */
export function unitReading(text: string): UnitReading | null {
  const plain = visibleText(text)
  if (plain === '' || plain === '-') return null
  const word = plain.toLowerCase().replace(/\.$/u, '').replace(/\(s\)$/u, '')
  if (pieces.has(word)) return { unit: 'pcs', dimension: 'pieces', factor: 1 }
  if (kilograms.has(word)) return { unit: 'kg', dimension: 'mass', factor: 1 }
  if (grams.has(word)) return { unit: 'g', dimension: 'mass', factor: 1 }
  if (tonnes.has(word)) return { unit: 'kg', dimension: 'mass', factor: 1000 }
  if (hundreds.has(word)) return { unit: 'pcs', dimension: 'pieces', factor: 100 }
  if (thousands.has(word)) return { unit: 'pcs', dimension: 'pieces', factor: 1000 }
  const many = /^(10|100|1[.,' ]?000|1[.,' ]?000[.,' ]?000)\s*(\p{L}+)$/u.exec(word)
  if (many !== null) {
    const of = unitReading(many[2] ?? '')
    if (of !== null && of.dimension !== 'other') return { ...of, factor: of.factor * Number((many[1] ?? '').replaceAll(/\D/gu, '')) }
  }
  const inThousands = thousandsOf.exec(word)
  const ofThousands = inThousands === null ? null : unitReading(inThousands[1] ?? '')
  if (ofThousands !== null && ofThousands.dimension !== 'other') return { ...ofThousands, factor: 1000 * ofThousands.factor }
  return { unit: plain, dimension: 'other', factor: 1 }
}

const otherUnits = new Set('m cm mm km m2 m3 cm3 dm3 l ml hl lb lbs oz ft in yd set sets satz paar pair pairs pr box bx karton kar ctn cs roll rolls rolle rol rl pal pallet bag bg drum fass dz doz dozen dtzd pak pack pk pkg bund bundle ml rouleau 箱 本 枚 台 組 套 片 卷 米'.split(' '))

/**
 * Whether a word is a unit that is known, so that a number before it is a quantity and not a mistyped number.
 *
 * @param text what stands behind a number
 *
 * @example
 * isKnownUnit('kg') // => true
 */
export function isKnownUnit(text: string): boolean {
  return unitReading(text)?.dimension !== 'other' || otherUnits.has(visibleText(text).toLowerCase().replace(/\.$/u, ''))
}

/**
 * By what a quantity written in one unit is multiplied to be in another; null when the two count different things.
 *
 * @param from unit as written
 * @param into unit wanted
 *
 * @example
 * unitFactor({ unit: 'g', dimension: 'mass', factor: 1 }, { unit: 'kg', dimension: 'mass', factor: 1 }) // => 0.001
 */
export function unitFactor(from: UnitReading, into: UnitReading): number | null {
  if (from.unit === into.unit) return from.factor / into.factor
  if (from.dimension !== into.dimension || from.dimension === 'other') return null
  return from.unit === 'g' ? (0.001 * from.factor) / into.factor : (1000 * from.factor) / into.factor
}

const currencyWords: { readonly [word: string]: string } = {
  '€': 'EUR', euro: 'EUR', euros: 'EUR', us$: 'USD', usdollar: 'USD', usdollars: 'USD', dollar: '$', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', 人民币: 'CNY', 人民幣: 'CNY', 日元: 'JPY', 美元: 'USD', 欧元: 'EUR', ユーロ: 'EUR', 米ドル: 'USD', $us: 'USD', '£': 'GBP', rmb: 'CNY', 元: 'CNY', 円: 'JPY', fr: 'CHF', sfr: 'CHF', 'fr.': 'CHF',
}

/**
 * The ISO code of a currency; null for an empty cell. `$` and `¥` alone belong to several countries and stay as they are.
 *
 * @param text currency as found
 *
 * @example
 * currencyCode('US$') // => 'USD'
 */
export function currencyCode(text: string): string | null {
  const plain = visibleText(text).replaceAll(/\s/gu, '')
  if (plain === '' || plain === '-') return null
  const word = plain.toLowerCase()
  return (Object.hasOwn(currencyWords, word) ? currencyWords[word] : undefined) ?? (/^[a-z]{3}$/iu.test(plain) ? plain.toUpperCase() : plain)
}

/** How a time is counted. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'working-days'

/**
 * The unit of time that a word names; null for another word.
 *
 * @param text unit as found
 *
 * @example
 * timeUnit('Wochen') // => 'weeks'
 */
export function timeUnit(text: string): TimeUnit | null {
  const word = text.normalize('NFKC').trim().toLowerCase().replace(/\.$/u, '').replace(/^in /u, '')
  if (/^(working days?|workdays?|business days?|wd|arbeitstagen?|at|werktagen?|wt|jours ouvr[eé]s|営業日|工作日)$/u.test(word)) return 'working-days'
  if (/^(d|days?|tagen?|tg|tage|jours?|j|日|天|calendar days?|kalendertagen?|dy)$/u.test(word)) return 'days'
  if (/^(w|wks?|weeks?|wochen?|kw|wo|semaines?|sem|週|週間|周)$/u.test(word)) return 'weeks'
  if (/^(m|mon|months?|monaten?|mois|か月|ヶ月|个月|月|mth|mths)$/u.test(word)) return 'months'
  return null
}

// Letters that only Japanese headings have, and those that only Chinese ones in short forms have.
const japanese = /[\u3040-\u30ff価単発]/u
const chinese = /[编码库单价币计仓应购额项]/u

/**
 * What `¥` is in a file whose headings are Japanese or Chinese, or as was answered; null where neither tells.
 *
 * @param headings of the table
 * @param answer to the question below
 *
 * @example
 * yenCurrency(['品番', '標準原価', '在庫（個数）カード'], undefined) // => 'JPY'
 */
export function yenCurrency(headings: readonly string[], answer: string | undefined): 'JPY' | 'CNY' | null {
  if (answer === 'JPY' || answer === 'CNY') return answer
  const text = headings.join(' ')
  if (japanese.test(text) === chinese.test(text)) return null
  return japanese.test(text) ? 'JPY' : 'CNY'
}
