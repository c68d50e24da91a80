import type { PartFigures } from '../plan/part-figures'
import type { WaterfallStep } from '../ui/charts/waterfall-steps'
import type { Formats } from '../ui/formats'

/** The contributions to a safety stock as steps of a waterfall, each with a sentence; they add up to the rounded level. */
export function contributionSteps(
  figures: Pick<PartFigures, 'contributions' | 'rounded'>,
  of: { readonly statusQuo: string; readonly perDay: number; readonly formats: Pick<Formats, 'rough' | 'money'>; readonly unit: string; readonly unitCost: number | null; readonly currency: string },
): readonly WaterfallStep[] {
  const { contributions, rounded } = figures
  const { formats } = of
  const amounts = (quantity: number): string => {
    const cover = of.perDay > 0 ? `${formats.rough(quantity / of.perDay)} days of usage` : ''
    const cash = of.unitCost === null ? '' : formats.money(quantity * of.unitCost, of.currency)
    return [cover, cash].filter((text) => text !== '').join(', ')
  }
  const step = (label: string, value: number, sentence: string): WaterfallStep => ({ label, value, sentence: `${sentence}${value === 0 ? '' : ` (${amounts(value)})`}`, isTotal: false })
  return [
    step('Demand variability', contributions.demand, 'Usage varies; with a lead time that never varied, this much would be needed.'),
    step('Base lead time varies', contributions.leadTime, 'The supplier and the transport are not always on time.'),
    step('Controls of the status quo', contributions.statusQuoControls, `Export controls as in “${of.statusQuo}”: the wait for a licence varies.`),
    step('Other scenarios', contributions.otherScenarios, 'What else may come, by the weights of the scenarios.'),
    step('Caps', contributions.caps, 'A largest cover that was set for the part cuts the level.'),
    step('Rounding', contributions.rounding, 'Levels are rounded up to what can be ordered and counted.'),
    { label: 'Safety stock', value: rounded.safetyStock, sentence: `What to set in the ERP (${amounts(rounded.safetyStock)}).`, isTotal: true },
  ]
}
