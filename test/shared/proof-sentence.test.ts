import { describe, expect, it } from 'vitest'
import type { RuleProof } from '../../shared/horizon/level-proof'
import type { ProvenRule } from '../../shared/horizon/rule-levels'
import { proofSentence } from '../../shared/horizon/proof-sentence'

function achieved(rule: ProvenRule, shortShare: number, meanStock: number, cash: number | null): RuleProof {
  const estimate = (value: number): { readonly value: number; readonly standardError: number } => ({ value, standardError: 0 })
  return {
    rule, reorderPoint: 0, cycleServiceLevel: null, fillRate: null, shortFutures: estimate(shortShare), meanStock: estimate(meanStock),
    meanStockCash: cash === null ? null : estimate(cash), holdingCostPerYear: null, backorderCostPerYear: null,
  }
}

const words = { currency: 'EUR', unit: 'pcs', of: 'futures' } as const

describe('proofSentence', () => {
  it('compares with the ERP in money', () => {
    expect(proofSentence([achieved('recommended', 0.04, 0, 42_000), achieved('policy-blind', 0.5, 0, 1), achieved('erp', 0.31, 0, 23_620)], words)).toBe(
      'With your ERP level you would be short in 31 of 100 futures; with the recommended level in 4; it costs 18,400 EUR more in stock.',
    )
  })

  it('compares with the policy-blind level where the ERP’s is not known, in the part’s unit where no cost is', () => {
    expect(proofSentence([achieved('recommended', 0.04, 1500, null), achieved('policy-blind', 0.5, 300, null)], words)).toBe(
      'With a level that ignores export controls you would be short in 50 of 100 futures; with the recommended level in 4; it holds 1,200 pcs more.',
    )
  })

  it('says so where the recommended level needs less stock', () => {
    expect(proofSentence([achieved('recommended', 0.04, 0, 900), achieved('erp', 0.01, 0, 1900)], words)).toContain('it costs 1,000 EUR less in stock')
  })

  it('never tells a few as none, nor nearly all as all', () => {
    const sentence = proofSentence([achieved('recommended', 0.002, 0, 1), achieved('erp', 0.998, 0, 1)], words)
    expect(sentence).toContain('more than 99 of 100')
    expect(sentence).toContain('in fewer than 1;')
  })

  it('speaks of the past in the past', () => {
    expect(proofSentence([achieved('recommended', 0, 0, 1), achieved('erp', 1, 0, 1)], { ...words, of: 'past' })).toBe(
      'With your ERP level you would have been short in 100 of 100 courses that waits might have taken; with the recommended level in 0; it costs the same in stock.',
    )
  })
})
