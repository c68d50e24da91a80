import type { SentenceWords } from '../../shared/plan/sentence-words'
import type { Formats } from './formats'

const known = new WeakMap<Formats, SentenceWords>()

/** Sentences of the plan in the window's own style: numbers, money and dates as the region writes them. */
export function sentenceWordsOf(formats: Formats): SentenceWords {
  const kept = known.get(formats)
  if (kept !== undefined) return kept
  const quantities = new Intl.NumberFormat(formats.locale, { maximumSignificantDigits: 12 })
  const words: SentenceWords = {
    quantity: (quantity, unit) => `${quantities.format(quantity)} ${unit}`,
    money: formats.money,
    percent: (fraction) => formats.percent(fraction),
    date: formats.date,
    quoted: (name) => `“${name}”`,
  }
  known.set(formats, words)
  return words
}
