import type { Part } from '../../shared/plan/part-schema'
import type { FiguresState } from '../plan/calculations'
import type { WaterfallStep } from '../ui/charts/waterfall-steps'

const causes = [
  ['demand', 'Demand variability', 'Usage varies; with lead times that never varied, this much would be tied up.'],
  ['leadTime', 'Base lead time varies', 'Suppliers and transport are not always on time.'],
  ['statusQuoControls', 'Controls of the status quo', 'The wait for licences under the rules of today varies.'],
  ['otherScenarios', 'Other scenarios', 'What else may come, by the weights of the scenarios.'],
  ['caps', 'Caps', 'Largest covers that were set cut levels.'],
  ['rounding', 'Rounding', 'Levels are rounded up to what can be ordered and counted.'],
] as const

/** What the cash in safety stock is made of, by cause, over all parts with figures and a unit cost; the steps add up to the total. */
export function cashSteps(parts: readonly Part[], figuresOf: (partId: string) => FiguresState): readonly WaterfallStep[] {
  const sums = new Map<string, number>(causes.map(([key]) => [key, 0]))
  let total = 0
  for (const part of parts) {
    const { value } = figuresOf(part.id)
    if (value === null || value.kind === 'problem' || part.unitCost === null) continue
    for (const [key] of causes) sums.set(key, (sums.get(key) ?? 0) + value.contributions[key] * part.unitCost)
    total += value.rounded.safetyStock * part.unitCost
  }
  return [...causes.map(([key, label, sentence]): WaterfallStep => ({ label, value: sums.get(key) ?? 0, sentence, isTotal: false })), { label: 'Cash in safety stock', value: total, sentence: 'What the recommended safety stocks tie up.', isTotal: true }]
}

/** An assumption behind figures, and the parts it was made for. */
export type ReportAssumption = { readonly sentence: string; readonly partNumbers: readonly string[] }

/** The assumptions of all parts, each once, the commonest first. */
export function reportAssumptions(parts: readonly Part[], figuresOf: (partId: string) => FiguresState): readonly ReportAssumption[] {
  const found = new Map<string, string[]>()
  for (const part of parts) {
    const { value } = figuresOf(part.id)
    if (value === null || value.kind === 'problem') continue
    for (const sentence of new Set(value.assumptions)) {
      const known = found.get(sentence)
      if (known === undefined) found.set(sentence, [part.partNumber])
      else known.push(part.partNumber)
    }
  }
  return [...found].map(([sentence, partNumbers]) => ({ sentence, partNumbers })).toSorted((a, b) => b.partNumbers.length - a.partNumbers.length)
}

const mostNamed = 8

/** Part numbers in a phrase; beyond some, only how many more there are. */
export function namedParts(partNumbers: readonly string[]): string {
  const count = partNumbers.length === 1 ? '1 part' : `${partNumbers.length} parts`
  const rest = partNumbers.length - mostNamed
  return `${count}: ${partNumbers.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
