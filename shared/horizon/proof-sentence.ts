import type { RuleProof } from './level-proof'
import type { ProvenRule } from './rule-levels'

/** What a proof is told in: the words for its futures, and the currency. */
export type ProofWords = {
  /** ISO 4217. */
  readonly currency: string
  /** The part's unit, used where no unit cost is known. */
  readonly unit: string
  /** What the paths were: futures, or courses the past might have taken. */
  readonly of: 'futures' | 'past'
}

const ruleNames: Readonly<Record<ProvenRule, string>> = {
  recommended: 'the recommended level',
  'policy-blind': 'a level that ignores export controls',
  textbook: 'the textbook level',
  erp: 'your ERP level',
}

/**
 * A proof in a sentence: how often the ERP's level (without one, the policy-blind level) is short, how often the recommended
 * one is, and what the difference in stock comes to.
 *
 * @param rules what each rule achieved, the recommended one among them
 * @param words currency, unit and what the paths were
 *
 * @example
 * proofSentence([
 *   { rule: 'recommended', reorderPoint: 900, cycleServiceLevel: null, fillRate: null, shortFutures: { value: 0.04, standardError: 0.01 },
 *     meanStock: { value: 500, standardError: 1 }, meanStockCash: { value: 42000, standardError: 1 }, holdingCostPerYear: null, backorderCostPerYear: null },
 *   { rule: 'erp', reorderPoint: 600, cycleServiceLevel: null, fillRate: null, shortFutures: { value: 0.31, standardError: 0.01 },
 *     meanStock: { value: 300, standardError: 1 }, meanStockCash: { value: 23600, standardError: 1 }, holdingCostPerYear: null, backorderCostPerYear: null },
 * ], { currency: 'EUR', unit: 'pcs', of: 'futures' })
 * // => 'With your ERP level you would be short in 31 of 100 futures; with the recommended level in 4; it costs 18,400 EUR more in stock.'
 */
export function proofSentence(rules: readonly RuleProof[], words: ProofWords): string {
  const recommended = rules.find(({ rule }) => rule === 'recommended')
  if (recommended === undefined) return ''
  const compared = rules.find(({ rule }) => rule === 'erp') ?? rules.find(({ rule }) => rule === 'policy-blind')
  const would = words.of === 'past' ? 'would have been short' : 'would be short'
  const among = words.of === 'past' ? 'of 100 courses that waits might have taken' : 'of 100 futures'
  if (compared === undefined) return `With the recommended level you ${would} in ${outOf100(recommended)} ${among}.`
  return `With ${ruleNames[compared.rule]} you ${would} in ${outOf100(compared)} ${among}; with the recommended level in ${outOf100(recommended)}; ${costDifference(recommended, compared, words)}.`
}

/** A share of paths out of 100; one that is above 0 or below 1 is never told as none or all. */
function outOf100({ shortFutures }: RuleProof): string {
  const count = 100 * shortFutures.value
  if (count > 0 && count < 0.5) return 'fewer than 1'
  if (count < 100 && count >= 99.5) return 'more than 99'
  return String(Math.round(count))
}

function costDifference(recommended: RuleProof, compared: RuleProof, { currency, unit }: ProofWords): string {
  const isPriced = recommended.meanStockCash !== null && compared.meanStockCash !== null
  const difference = isPriced
    ? (recommended.meanStockCash?.value ?? 0) - (compared.meanStockCash?.value ?? 0)
    : recommended.meanStock.value - compared.meanStock.value
  const amount = roundedAmount(Math.abs(difference))
  if (amount === 0) return 'it costs the same in stock'
  const words = isPriced ? `${grouped(amount)} ${currency}` : `${grouped(amount)} ${unit}`
  const verb = isPriced ? 'costs' : 'holds'
  const noun = isPriced ? ' in stock' : ''
  return `it ${verb} ${words} ${difference > 0 ? 'more' : 'less'}${noun}`
}

/** Three significant digits: the simulation knows no more. */
function roundedAmount(amount: number): number {
  if (amount < 1) return Number(amount.toPrecision(2))
  const step = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 2)
  return Math.round(amount / step) * step
}

function grouped(amount: number): string {
  const [whole = '0', decimals] = String(amount).split('.')
  const text = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return decimals === undefined ? text : `${text}.${decimals}`
}

/**
 * How a rule of a proof is called in a sentence.
 *
 * @param rule any rule
 *
 * @example
 * provenRuleName('erp') // => 'your ERP level'
 */
export function provenRuleName(rule: ProvenRule): string {
  return ruleNames[rule]
}
