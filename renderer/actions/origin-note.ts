import type { Part } from '../../shared/plan/part-schema'
import type { FiguresState } from '../plan/calculations'

// The article advises to cut the exposure to one country; from this share on it is said.
const notedShare = 0.5

/** How much of the yearly usage, by its cost, comes from one country when that is half or more; null when it is not, or not known. */
export function originNote(parts: readonly Part[], figuresOf: (partId: string) => FiguresState, percent: (fraction: number, decimals?: number) => string): string | null {
  const byOrigin = new Map<string, { cost: number; parts: number }>()
  let total = 0
  for (const part of parts) {
    const { value } = figuresOf(part.id)
    if (value?.kind !== 'figures' || part.unitCost === null) continue
    const cost = value.usagePerWeek * part.unitCost
    const origin = part.originCountry ?? 'an unknown country'
    const known = byOrigin.get(origin) ?? { cost: 0, parts: 0 }
    byOrigin.set(origin, { cost: known.cost + cost, parts: known.parts + 1 })
    total += cost
  }
  const [largest] = [...byOrigin].toSorted(([, a], [, b]) => b.cost - a.cost)
  if (largest === undefined || total === 0 || largest[1].cost / total < notedShare) return null
  return `${percent(largest[1].cost / total, 0)} of usage by cost comes from ${largest[0]} (${largest[1].parts} parts). The article advises to cut the exposure to one country (A-GU-08); new sources take 3 to 10 years and count for nothing within this plan (A-HO-01, A-HO-02).`
}
