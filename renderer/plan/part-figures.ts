import type { LeadTimeSummary } from '../../shared/lead-time/lead-time-summary'
import type { PartWarning } from '../../shared/plan/part-notes'
import type { PartRecommendation } from '../../shared/plan/part-recommendation'
import type { OrderNow } from '../../shared/safety-stock/order-now'
import type { StockTarget } from '../../shared/safety-stock/planning-part'
import type { StockLevels } from '../../shared/safety-stock/part-levels'
import type { ComparedLevel, SafetyStockContributions } from '../../shared/safety-stock/stock-recommendation'

/** Whether goods need an export licence on their way: none, one each shipment, or the supplier's general one. */
export type LicenceNeed = 'free' | 'individual' | 'general'

/** The service of a level, plain numbers. */
export type ServiceFigures = { readonly cycleServiceLevel: number; readonly fillRate: number }

/** A level to compare with, and the service it really gives. */
export type ComparedFigures = { readonly reorderPoint: number; readonly safetyStock: number; readonly service: ServiceFigures }

/** What a worker answers of one part: everything the grid and the screens show, as JSON; quantities in the part's unit. */
export type PartFigures = {
  readonly kind: 'figures'
  readonly usagePerWeek: number
  /** Where the usage comes from, in a sentence. */
  readonly demandBasis: string
  readonly demandMeanPerDay: number
  readonly demandVariancePerDay: number
  /** Of an order placed today, days. */
  readonly leadTimeWithoutControls: LeadTimeSummary
  readonly leadTimeWithControls: LeadTimeSummary
  readonly plannedLeadTimeDays: number
  readonly reviewPeriodDays: number
  /** Rounded levels: what to set in the ERP. */
  readonly rounded: StockLevels
  /** The same before rounding. */
  readonly levels: StockLevels
  readonly orderQuantity: number
  readonly order: OrderNow
  /** Mean protection interval, days, and the mean usage in it; `reference`: in the status quo. */
  readonly protection: { readonly meanDays: number; readonly meanDemand: number; readonly referenceMeanDemand: number }
  readonly coverDays: number | null
  readonly pipelineIncrease: number
  readonly reorderPointBeforeCap: number
  readonly capShortfall: number
  /** Null for a part without usage. */
  readonly service: ServiceFigures | null
  readonly policyBlind: ComparedFigures | null
  readonly textbook: ComparedFigures | null
  /** The ERP's safety stock and the service it really gives. */
  readonly erp: ComparedFigures | null
  readonly safetyStockForErpLeadTime: number | null
  readonly contributions: SafetyStockContributions
  readonly target: StockTarget
  readonly targetBasis: string
  /** Ids of the export controls that apply to it. */
  readonly controlIds: readonly string[]
  readonly licence: LicenceNeed
  /** Whether every control applies only because something is not known. */
  readonly isControlAssumed: boolean
  /** Plan currency; null without a unit cost. */
  readonly cash: number | null
  readonly erpCash: number | null
  readonly holdingCostPerYear: number | null
  readonly orderCost: number | null
  readonly magnetMassKg: number | null
  readonly settingScenarioIndex: number | null
  readonly warnings: readonly PartWarning[]
  readonly assumptions: readonly string[]
}

/** Why a part has no figures: what is wrong with it, where, and what to do. */
export type PartFiguresProblem = { readonly kind: 'problem'; readonly sentences: readonly string[] }

/** What a worker answers of one part. */
export type PartResult = PartFigures | PartFiguresProblem

/** The recommendation of a part as figures that cross between threads. */
export function partFiguresOf(part: PartRecommendation): PartFigures {
  const { prepared, recommendation, notes } = part
  const { inputs, demand, coverages } = prepared
  const applying = coverages.filter(({ coverage }) => coverage.applies)
  const isFree = applying.length === 0 || inputs.leadTime.licenceRoute === 'exempt'
  return {
    kind: 'figures',
    usagePerWeek: part.usagePerWeek,
    demandBasis: demand.basis,
    demandMeanPerDay: demand.rate.meanPerDay,
    demandVariancePerDay: demand.rate.variancePerDay,
    leadTimeWithoutControls: part.leadTimeWithoutControls,
    leadTimeWithControls: part.leadTimeWithControls,
    plannedLeadTimeDays: part.plannedLeadTimeDays,
    reviewPeriodDays: inputs.reviewPeriodDays,
    rounded: recommendation.rounded,
    levels: recommendation.levels,
    orderQuantity: recommendation.orderQuantity,
    order: recommendation.order,
    protection: recommendation.protection,
    coverDays: recommendation.coverDays,
    pipelineIncrease: recommendation.pipelineIncrease,
    reorderPointBeforeCap: recommendation.reorderPointBeforeCap,
    capShortfall: recommendation.capShortfall,
    service: recommendation.service === null ? null : serviceOf(recommendation.service),
    policyBlind: comparedOf(recommendation.policyBlind),
    textbook: comparedOf(recommendation.textbook),
    erp: comparedOf(recommendation.erp),
    safetyStockForErpLeadTime: part.safetyStockForErpLeadTime,
    contributions: recommendation.contributions,
    target: inputs.target,
    targetBasis: prepared.targetBasis,
    controlIds: applying.map(({ control }) => control.id),
    licence: isFree ? 'free' : inputs.leadTime.licenceRoute === 'general' ? 'general' : 'individual',
    isControlAssumed: !isFree && applying.every(({ coverage }) => coverage.isAssumption),
    cash: part.cash,
    erpCash: part.erpCash,
    holdingCostPerYear: part.holdingCostPerYear,
    orderCost: part.orderCost,
    magnetMassKg: part.magnetMassKg,
    settingScenarioIndex: isFree ? null : recommendation.settingScenarioIndex,
    warnings: notes.warnings,
    assumptions: notes.assumptions,
  }
}

// The fill rate is worked out when it is first read; a copy to another thread must hold the number.
function serviceOf({ cycleServiceLevel, fillRate }: ServiceFigures): ServiceFigures {
  return { cycleServiceLevel, fillRate }
}

function comparedOf(level: ComparedLevel | null): ComparedFigures | null {
  return level === null ? null : { reorderPoint: level.reorderPoint, safetyStock: level.safetyStock, service: serviceOf(level.service) }
}
