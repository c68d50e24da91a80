import { importFieldTypes, type ImportField } from './import-field'
import { ambiguousHeaderWords, headersInDays, strongHeaderWords, weakHeaderWords } from './import-header-words'
import { currencyCode, unitReading } from './import-unit'
import { visibleText } from './visible-text'

/** What a heading says: its name without unit, as compared, and the unit or currency found in it. */
export type FoldedHeader = {
  /** Compared form: compatible letters joined, lower case, umlauts and accents folded, no spaces or marks. */
  readonly name: string
  /** The words of it, folded. */
  readonly words: readonly string[]
  /** Unit or currency in brackets or behind it, as found; empty for none. */
  readonly unit: string
}

/** What the dictionary knows of a heading. */
export type HeaderMeaning =
  | { readonly kind: 'field'; readonly field: ImportField; readonly strength: 'strong' | 'likely' | 'weak'; readonly weak: readonly ImportField[]; readonly isInDays: boolean }
  | { readonly kind: 'ambiguous'; readonly fields: readonly ImportField[] }

const unitWords =
  /^(?:in )?(d|days?|tagen?|tg|jours?|j|日|天|wks?|weeks?|wochen?|kw|wo|semaines?|sem|週|周|months?|monaten?|mois|か月|ヶ月|月|working days|workdays|wd|arbeitstagen?|at|werktagen?|jours ouvr[eé]s|営業日|工作日|calendar days|kalendertagen?|kg|kgm|g|gr|t|pcs?|pce|pieces?|ea|each|st|stk|stück|nos|units?|個|件|pz|千克|公斤|克|个|枚|本|qty|%|pct|percent|eur|usd|chf|gbp|jpy|cny|rmb|€|\$|us\$|£|¥|円|元)$/iu
// `1000 pcs`, `Tsd. Stk`: only of quantities, because `12 months` says which usage it is.
const manyWords = /^(?:\d|tsd|tausend|thousand)/iu
const currencyBehind = /[\s/]+(?:in )?((?:EUR|USD|CHF|GBP|JPY|CNY|RMB|€|US\$|\$|£|¥)(?:\s?\/\s?(?:\d+\s?)?\p{L}+)?)$/u
const timeBehind = /[\s,_]+(?:in |en )?(Tagen?|Wochen?|Monaten?|days|weeks|wks|months|working days|Arbeitstagen?|jours|semaines|mois)$/iu
const measureBehind = /[\s,_]+(?:in |en )?(kg|pcs|Stk|Stück|EA)$/iu
// `Price per 100`, `Preis/1000 Stk`: what the price is for.
const perBehind = /\s*(?:\/|\bper\b|\bpro\b|\bje\b|\bpour\b)\s*(1[0. ]*0)(?:\s*\p{L}+\.?)?$/iu

/**
 * A heading as the dictionary compares it.
 *
 * @param header heading as found
 *
 * @example
 * foldedHeader('Planlieferzeit (Tage)') // => { name: 'planlieferzeit', words: ['planlieferzeit'], unit: 'Tage' }
 */
export function foldedHeader(header: string): FoldedHeader {
  let text = visibleText(header).replaceAll(/[\s\u00a0]+/gu, ' ').trim().replace(/^['"]+|['"]+$/gu, '')
  let unit = ''
  let many = ''
  text = text.replaceAll(/\s*[([{]([^()[\]{}]*)[)\]}]/gu, (whole: string, inside: string) => {
    if (!unitWords.test(inside.trim()) && !isMany(inside) && !/^(in )?(\w{3}|[€$£¥]) ?\/ ?(\d+ )?\w+$/iu.test(inside.trim())) return whole
    const stated = inside.trim().replace(/^in /iu, '')
    if (isMany(inside)) many ||= stated
    else if (!/^qty$/iu.test(stated)) unit ||= stated
    return ' '
  })
  text = text.trim()
  const per = perBehind.exec(text)
  if (per !== null) text = text.slice(0, -per[0].length)
  for (const behind of [currencyBehind, timeBehind, measureBehind]) {
    const found = behind.exec(text)
    if (found === null || text.length === found[0].length) continue
    unit ||= found[1] ?? ''
    text = text.slice(0, -found[0].length)
  }
  if (per !== null && !unit.includes('/')) unit = `${unit}/${(per[1] ?? '').replaceAll(/\D/gu, '')}`
  // `Preis (EUR) (1000 Stk)` is a price for so many.
  if (many !== '') unit = unit === '' || currencyCode(unit) === null ? many : `${unit}/${unitReading(many)?.factor ?? 1}`
  const words = folded(text).split(' ').filter((word) => word !== '')
  return { name: words.join(''), words, unit }
}

/** Whether what stands in brackets counts in tens or thousands of pieces or kilograms. */
function isMany(inside: string): boolean {
  const text = inside.trim().replace(/^in /iu, '')
  const reading = manyWords.test(text) ? unitReading(text) : null
  return reading !== null && reading.dimension !== 'other' && reading.unit !== 'g'
}

function folded(text: string): string {
  return text
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replaceAll('œ', 'oe')
    .normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '').normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()
}

const namedFields: ReadonlySet<ImportField> = new Set(['part', 'description', 'plant', 'supplier', 'po', 'item', 'origin', 'abc', 'currency'])

const stockFields: ReadonlySet<ImportField> = new Set(['onHand', 'qualityStock', 'blockedStock', 'allocated', 'backordered', 'safetyStock', 'maximumStock', 'onOrder'])

const noiseWords: ReadonlySet<string> = new Set(['sap', 'erp', 'our', 'current', 'aktuell', 'aktueller', 'aktuelle', 'the', 'of', 'in', 'de', 'd', 'la', 'le', 'at', 'level', 'plant', 'werk', 'qty', 'quantity', 'menge'])

type Known = { readonly strong: Map<string, ImportField>; readonly weak: Map<string, ImportField[]>; readonly ambiguous: Map<string, readonly ImportField[]>; readonly inDays: Set<string> }

function nameOf(word: string): string {
  return foldedHeader(word).name
}

let built: Known | null = null

/** Built at the first use, because folding two thousand headings takes some milliseconds. */
function known(): Known {
  if (built !== null) return built
  const strong = new Map<string, ImportField>()
  const weak = new Map<string, ImportField[]>()
  for (const [field, words] of Object.entries(strongHeaderWords)) for (const word of words.split('|')) strong.set(nameOf(word), field as ImportField)
  for (const [field, words] of Object.entries(weakHeaderWords)) {
    for (const word of words.split('|')) weak.set(nameOf(word), [...(weak.get(nameOf(word)) ?? []), field as ImportField])
  }
  const ambiguous = new Map(Object.entries(ambiguousHeaderWords).map(([word, fields]) => [nameOf(word), fields]))
  built = { strong, weak, ambiguous, inDays: new Set(headersInDays.split('|').map(nameOf)) }
  return built
}

/**
 * What the dictionary of known systems says of a heading; null for one it does not know.
 *
 * Exact forms first. Then the words: a heading whose words, without fillers such as `current` or `SAP`, are those of
 * a known one is taken as likely. Nothing looser: a heading that merely resembles another is not taken for it.
 *
 * @param header heading as found
 *
 * @example
 * headerMeaning('Frei verwendbar') // => { kind: 'field', field: 'onHand', strength: 'strong', weak: [], isInDays: false }
 * @example
 * headerMeaning('Menge')?.kind // => 'ambiguous'
 */
export function headerMeaning(header: string): HeaderMeaning | null {
  const cached = meanings.get(header)
  if (cached !== undefined) return cached
  const meaning = meaningOf(header)
  if (meanings.size >= mostMeanings) meanings.clear()
  meanings.set(header, meaning)
  return meaning
}

/** Headings are looked up again and again while the delimiter and the heading are sought. */
const meanings = new Map<string, HeaderMeaning | null>()
const mostMeanings = 4000

function meaningOf(header: string): HeaderMeaning | null {
  const { name, words } = foldedHeader(header)
  if (name === '') return null
  const { strong, weak, ambiguous, inDays } = known()
  const isInDays = inDays.has(name) || /(lead|procurement).*days$/u.test(name)
  const fields = ambiguous.get(name)
  if (fields !== undefined) return { kind: 'ambiguous', fields }
  const exact = strong.get(name)
  if (exact !== undefined) return { kind: 'field', field: exact, strength: 'strong', weak: weak.get(name) ?? [], isInDays }
  const loose = weak.get(name)
  const [first] = loose ?? []
  if (first !== undefined) return { kind: 'field', field: first, strength: 'weak', weak: loose ?? [], isInDays }
  // `product_id/default_code` and the like: what counts stands behind the last stroke.
  const path = /^[a-z_.]+(?:\/[a-z_.]+)+$/u.exec(header.trim()) ?? /^(?:products?|vendors?|sellers?|reordering rules|item)\/[\p{L} ]+$/iu.exec(header.trim())
  if (path !== null) {
    const behind = headerMeaning(header.trim().slice(header.trim().lastIndexOf('/') + 1))
    if (behind?.kind === 'field' && behind.strength === 'strong') return behind
  }
  // `Material (intern)`, `品番（図番）`: what stands in brackets explains a name; of a quantity it may say which.
  const unbracketed = visibleText(header).replaceAll(/\s*[([{][^()[\]{}]*[)\]}]/gu, ' ').trim()
  if (unbracketed !== '' && unbracketed !== visibleText(header).trim()) {
    const inner = headerMeaning(unbracketed)
    if (inner?.kind === 'field' && inner.strength !== 'weak' && namedFields.has(inner.field)) return { ...inner, strength: 'likely' }
  }
  const few = words.filter((word) => !noiseWords.has(word))
  const isOfStock = few.includes('bestand') || few.includes('stock')
  const isQuantity = words.some((word) => /^(qty|quantity|menge)$/u.test(word))
  // Group captions over headings of stocks say only that they are stocks.
  for (const rest of [few.join(''), few.filter((word) => word !== 'bestand' && word !== 'stock').join('')]) {
    const likely = rest === name || rest === '' ? undefined : strong.get(rest)
    // What is said of a stock is no lead time: `Stock (in transit)` is a quantity.
    if (likely !== undefined && (!isOfStock || stockFields.has(likely)) && (!isQuantity || importFieldTypes[likely] === 'quantity')) return { kind: 'field', field: likely, strength: 'likely', weak: [], isInDays: inDays.has(rest) }
  }
  return null
}
