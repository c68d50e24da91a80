import type { PlanningPart } from './planning-part'
import type { ProtectionDemand } from './protection-demand'
import { textbookProbability } from './reorder-point'
import { textbookSafetyStock } from './textbook-safety-stock'

/** A level that a formula gives: mean demand over review period and base lead time, and a safety stock on top; part units. */
export type FormulaLevel = {
  /** Never below 0. */
  readonly reorderPoint: number
  readonly safetyStock: number
}

/**
 * The level of the textbook formula, and that of the safety stock now set in the ERP: `μ·(R + E[B])` and that much more.
 *
 * @param part the part
 * @param varianceToMean variance over mean of its demand, part units
 * @param blindDemand demand over the protection interval without controls, which has some
 * @see Lodestock planning model, section 7
 */
export function formulaLevels(
  part: PlanningPart,
  varianceToMean: number,
  blindDemand: ProtectionDemand,
): { readonly textbook: FormulaLevel; readonly erp: FormulaLevel | null } {
  const { baseLeadTime } = part.leadTime
  const meanPerDay = blindDemand.protection.mean / blindDemand.meanDays
  const meanDemand = meanPerDay * (part.reviewPeriodDays + baseLeadTime.meanDays)
  const levelOf = (safetyStock: number): FormulaLevel => ({ reorderPoint: Math.max(0, meanDemand + safetyStock), safetyStock })
  const textbook = textbookSafetyStock({
    demandMeanPerDay: meanPerDay,
    demandVariancePerDay: varianceToMean * meanPerDay,
    baseLeadTimeMeanDays: baseLeadTime.meanDays,
    baseLeadTimeSdDays: baseLeadTime.sdDays,
    reviewPeriodDays: part.reviewPeriodDays,
    cycleServiceLevel: textbookProbability(part.target),
  })
  return { textbook: levelOf(textbook), erp: part.erpSafetyStock === null ? null : levelOf(part.erpSafetyStock) }
}
