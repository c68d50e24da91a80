import type { PartRecommendation } from '../plan/part-recommendation'
import type { PlanRecommendations } from '../plan/plan-recommendations'

/** One cell of a table for machines: a text, a number, or nothing known. */
export type TableCell = string | number | null

/** A rectangular table: headings with units, and rows as long as the headings. */
export type CellTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

const columns: readonly (readonly [heading: string, cell: (part: PartRecommendation) => TableCell])[] = [
  ['part id', ({ prepared }) => prepared.part.id],
  ['part number', ({ prepared }) => prepared.part.partNumber],
  ['description', ({ prepared }) => prepared.part.description],
  ['plant', ({ prepared }) => prepared.part.plant],
  ['supplier', ({ prepared }) => prepared.part.supplier],
  ['unit', ({ prepared }) => prepared.part.unit],
  ['usage per week', ({ usagePerWeek }) => usagePerWeek],
  ['lead time without controls (days)', ({ leadTimeWithoutControls }) => leadTimeWithoutControls.meanDays],
  ['lead time with controls (days)', ({ leadTimeWithControls }) => leadTimeWithControls.meanDays],
  ['lead time with controls 90 % (days)', ({ leadTimeWithControls }) => leadTimeWithControls.lateDays],
  ['planned lead time (days)', ({ plannedLeadTimeDays }) => plannedLeadTimeDays],
  ['safety stock', ({ recommendation }) => recommendation.rounded.safetyStock],
  ['reorder point', ({ recommendation }) => recommendation.rounded.reorderPoint],
  ['maximum', ({ recommendation }) => recommendation.rounded.orderUpToLevel],
  ['inventory position', ({ recommendation }) => recommendation.order.inventoryPosition],
  ['order now', ({ recommendation }) => recommendation.order.orderNow],
  ['cover (days)', ({ recommendation }) => recommendation.coverDays],
  ['cash', ({ cash }) => cash],
  ['order cost', ({ orderCost }) => orderCost],
  ['service (%)', ({ recommendation }) => percent(recommendation.service?.cycleServiceLevel)],
  ['fill rate (%)', ({ recommendation }) => percent(recommendation.service?.fillRate)],
  ['policy-blind safety stock', ({ recommendation }) => recommendation.policyBlind?.safetyStock ?? null],
  ['policy-blind service (%)', ({ recommendation }) => percent(recommendation.policyBlind?.service.cycleServiceLevel)],
  ['textbook safety stock', ({ recommendation }) => recommendation.textbook?.safetyStock ?? null],
  ['textbook service (%)', ({ recommendation }) => percent(recommendation.textbook?.service.cycleServiceLevel)],
  ['erp safety stock', ({ prepared }) => prepared.part.erpSafetyStock],
  ['erp service (%)', ({ recommendation }) => percent(recommendation.erp?.service.cycleServiceLevel)],
  ['safety stock for erp lead time', ({ safetyStockForErpLeadTime }) => safetyStockForErpLeadTime],
  ['from demand', ({ recommendation }) => recommendation.contributions.demand],
  ['from lead time', ({ recommendation }) => recommendation.contributions.leadTime],
  ['from status-quo controls', ({ recommendation }) => recommendation.contributions.statusQuoControls],
  ['from other scenarios', ({ recommendation }) => recommendation.contributions.otherScenarios],
  ['from caps', ({ recommendation }) => recommendation.contributions.caps],
  ['from rounding', ({ recommendation }) => recommendation.contributions.rounding],
  ['warnings', ({ notes }) => notes.warnings.map((warning) => warning.sentence).join(' ')],
  ['assumptions', ({ notes }) => notes.assumptions.join(' ')],
]

/**
 * The recommendations of a plan as a table: one row a part, quantities in the part's unit, money in the plan's currency.
 *
 * @param result what is recommended for the plan
 */
export function recommendationTable(result: PlanRecommendations): CellTable {
  return {
    headings: columns.map(([heading]) => heading),
    rows: result.parts.map((part) => columns.map(([, cell]) => cell(part))),
  }
}

function percent(fraction: number | undefined): number | null {
  return fraction === undefined ? null : 100 * fraction
}
