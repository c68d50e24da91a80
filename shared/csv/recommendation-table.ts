import type { PartRecommendation } from '../plan/part-recommendation'
import { isoDate } from '../calendar/civil-date'
import { overriddenLevelWords, standingOverride } from '../plan/part-override'
import type { PartOverride } from '../plan/part-schema'
import type { PlanRecommendations } from '../plan/plan-recommendations'
import type { ExportCell, ExportCellType, ExportTable } from './export-table'

type Column = readonly [heading: string, cell: (part: PartRecommendation, planningDate: string) => ExportCell, type?: ExportCellType]

const columns: readonly Column[] = [
  ['part id', ({ prepared }) => prepared.part.id, 'text'],
  ['part number', ({ prepared }) => prepared.part.partNumber, 'text'],
  ['description', ({ prepared }) => prepared.part.description, 'text'],
  ['plant', ({ prepared }) => prepared.part.plant, 'text'],
  ['supplier', ({ prepared }) => prepared.part.supplier, 'text'],
  ['unit', ({ prepared }) => prepared.part.unit, 'text'],
  ['usage per week', ({ usagePerWeek }) => usagePerWeek],
  ['lead time without controls (days)', ({ leadTimeWithoutControls }) => meanDaysShown(leadTimeWithoutControls.meanDays)],
  ['lead time with controls (days)', ({ leadTimeWithControls }) => meanDaysShown(leadTimeWithControls.meanDays)],
  ['lead time with controls 90 % (days)', ({ leadTimeWithControls }) => leadTimeWithControls.lateDays],
  ['planned lead time (days)', ({ plannedLeadTimeDays }) => meanDaysShown(plannedLeadTimeDays)],
  ['safety stock', ({ recommendation }) => recommendation.rounded.safetyStock],
  ['reorder point', ({ recommendation }) => recommendation.rounded.reorderPoint],
  ['maximum', ({ recommendation }) => recommendation.rounded.orderUpToLevel],
  ['inventory position', ({ recommendation }) => recommendation.order.inventoryPosition],
  ['order now', ({ recommendation }) => recommendation.order.orderNow],
  ['cover (days)', ({ recommendation }) => recommendation.coverDays],
  ['cash', ({ cash }) => cash],
  ['order cost', ({ orderCost }) => orderCost],
  ['service (%)', ({ recommendation }) => recommendation.service?.cycleServiceLevel ?? null, 'percent'],
  ['fill rate (%)', ({ recommendation }) => recommendation.service?.fillRate ?? null, 'percent'],
  ['policy-blind safety stock', ({ recommendation }) => recommendation.policyBlind?.safetyStock ?? null],
  ['policy-blind service (%)', ({ recommendation }) => recommendation.policyBlind?.service.cycleServiceLevel ?? null, 'percent'],
  ['textbook safety stock', ({ recommendation }) => recommendation.textbook?.safetyStock ?? null],
  ['textbook service (%)', ({ recommendation }) => recommendation.textbook?.service.cycleServiceLevel ?? null, 'percent'],
  ['erp safety stock', ({ prepared }) => prepared.part.erpSafetyStock],
  ['erp service (%)', ({ recommendation }) => recommendation.erp?.service.cycleServiceLevel ?? null, 'percent'],
  ['safety stock for erp lead time', ({ safetyStockForErpLeadTime }) => safetyStockForErpLeadTime],
  ['from demand', ({ recommendation }) => recommendation.contributions.demand],
  ['from lead time', ({ recommendation }) => recommendation.contributions.leadTime],
  ['from status-quo controls', ({ recommendation }) => recommendation.contributions.statusQuoControls],
  ['from other scenarios', ({ recommendation }) => recommendation.contributions.otherScenarios],
  ['from caps', ({ recommendation }) => recommendation.contributions.caps],
  ['from rounding', ({ recommendation }) => recommendation.contributions.rounding],
  ['safety stock set by the planner', (part, date) => overrideOf(part, 'safetyStock', date)],
  ['reorder point set by the planner', (part, date) => overrideOf(part, 'reorderPoint', date)],
  ['maximum set by the planner', (part, date) => overrideOf(part, 'orderUpToLevel', date)],
  ['set by the planner because', ({ prepared }, date) => prepared.part.overrides.map((override) => overrideText(override, date)).join('; ') || null, 'text'],
  ['warnings', ({ notes }) => notes.warnings.map((warning) => warning.sentence).join(' '), 'text'],
  ['assumptions', ({ notes }) => notes.assumptions.join(' '), 'text'],
]

/**
 * The recommendations of a plan as a table: one row a part, quantities in the part's unit, money in the plan's currency.
 * What the planner has set stands beside what was computed, in columns of its own, also when it has expired.
 *
 * @param result what is recommended for the plan
 */
export function recommendationTable(result: PlanRecommendations): ExportTable {
  const planningDate = isoDate(result.prepared.planningDate)
  return {
    name: 'results',
    columns: columns.map(([header, , type = 'number']) => ({ header, type })),
    rows: result.parts.map((part) => columns.map(([, cell]) => cell(part, planningDate))),
    omissions: [],
  }
}

/**
 * The same for people: figures to 10 significant digits, which is as many as a spreadsheet shows and saves again.
 *
 * @param result what is recommended for the plan
 */
export function resultsExportTable(result: PlanRecommendations): ExportTable {
  const table = recommendationTable(result)
  return { ...table, rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(10)) : cell))) }
}

function overrideOf({ prepared }: PartRecommendation, field: PartOverride['field'], planningDate: string): number | null {
  return standingOverride(prepared.part, field, planningDate)?.override.value ?? null
}

function overrideText(override: PartOverride, planningDate: string): string {
  const { field, value, reason, author, expiryDate } = override
  const isExpired = standingOverride({ overrides: [override] }, field, planningDate)?.isExpired === true
  const until = expiryDate === null ? '' : isExpired ? `, expired on ${expiryDate}` : ` until ${expiryDate}`
  return `${overriddenLevelWords[field]} ${value}${until}: ${reason}${author === '' ? '' : ` (${author})`}`
}

/** A mean in days to a millionth: its table is cut where less than 1e-9 is left, which would show as 83.49999997. */
function meanDaysShown(days: number): number {
  return Math.round(1e6 * days) / 1e6
}
