import type { PartRecommendation } from './part-recommendation'

/** The share of one origin in what a plan's parts use. */
export type OriginShare = {
  /** ISO 3166 alpha-2, or null for parts whose origin is not known. */
  readonly originCountry: string | null
  readonly parts: number
  /** Value of usage per year, plan currency; parts without a unit cost do not count. */
  readonly usageValuePerYear: number
  /** Of the value of all usage, 0 to 1. */
  readonly share: number
}

/**
 * The share of each origin in the value of yearly usage, the largest first.
 *
 * The article advises to cut exposure to a single country (A-GU-08).
 *
 * @param parts the recommendations of a plan's parts
 */
export function originShares(parts: readonly PartRecommendation[]): readonly OriginShare[] {
  const byOrigin = new Map<string | null, { parts: number; value: number }>()
  let total = 0
  for (const { prepared, usagePerWeek } of parts) {
    const { originCountry, unitCost } = prepared.part
    const value = ((usagePerWeek * 365) / 7) * (unitCost ?? 0)
    const sum = byOrigin.get(originCountry) ?? { parts: 0, value: 0 }
    byOrigin.set(originCountry, { parts: sum.parts + 1, value: sum.value + value })
    total += value
  }
  return [...byOrigin]
    .map(([originCountry, sum]) => ({
      originCountry,
      parts: sum.parts,
      usageValuePerYear: sum.value,
      share: total === 0 ? 0 : sum.value / total,
    }))
    .sort((a, b) => b.usageValuePerYear - a.usageValuePerYear)
}
