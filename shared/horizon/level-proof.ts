import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { dayTableQuantile } from '../probability/day-table'
import { randomKey } from '../probability/random-state'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart, StockTarget } from '../safety-stock/planning-part'
import { stockRecommendation, type StockRecommendation } from '../safety-stock/stock-recommendation'
import { ruleLevels, type ProvenRule } from './rule-levels'
import type { WaitDraws } from './simulated-goods'
import { simulatedPart } from './simulated-part'
import { meanEstimate, ratioEstimate, shareEstimate, type Estimate } from './simulation-estimate'
import { simulateStock, type RuleFigures } from './stock-simulation'

/** What a rule achieved over simulated futures; quantities in part units, money in the plan's currency. */
export type RuleProof = {
  readonly rule: ProvenRule
  /** Its reorder point on the planning date (in a replay: at the last review), rounded. */
  readonly reorderPoint: number
  /**
   * Share of replenishment cycles, from one receipt to the next, that did not end short: those whose order was received within the
   * weeks counted, warm-up aside. An order still on its way at the end closes no cycle, whatever was short while it was awaited,
   * which `shortFutures` does count. Null where no order was received.
   */
  readonly cycleServiceLevel: Estimate | null
  /** Share of demand met from stock at once; null where there was no demand. */
  readonly fillRate: Estimate | null
  /** Share of futures with a day short within the horizon. */
  readonly shortFutures: Estimate
  /** Mean stock on hand. */
  readonly meanStock: Estimate
  /** Mean stock × unit cost; null without a unit cost. */
  readonly meanStockCash: Estimate | null
  /** Mean stock × unit cost × holding rate; null without a unit cost. */
  readonly holdingCostPerYear: Estimate | null
  /** Backorder cost per year where the target states one, else null. */
  readonly backorderCostPerYear: Estimate | null
}

/** Why simulated service may lie above what the level was made for, or below it for a cap, without anything being wrong. */
export type ConservativeReason = 'large-lots' | 'order-crossing' | 'whole-pieces' | 'order-cap' | 'cover-cap'

/** A part's levels put to the proof. JSON-safe. */
export type LevelProof = {
  readonly partId: string
  readonly paths: number
  readonly seed: number
  readonly horizonWeeks: number
  readonly waitDraws: WaitDraws
  readonly target: StockTarget
  /** What section 5 says the recommended level of the planning date gives, before rounding. */
  readonly expectedCycleServiceLevel: number
  /** The recommended rule first. */
  readonly rules: readonly RuleProof[]
  /** Why simulated service lies above what was promised (for a cap: below it), by more than chance explains; empty where it does not. */
  readonly conservative: readonly ConservativeReason[]
}

/** How levels are put to the proof. */
export type ProofOptions = {
  readonly paths: number
  readonly seed: number
  /** Weeks of future; the plan's horizon where left out. */
  readonly horizonWeeks?: number
  readonly waitDraws?: WaitDraws
  /** Rules to put to the proof; all that the part has where left out. */
  readonly rules?: readonly ProvenRule[]
}

/**
 * What the recommended, policy-blind, textbook and ERP levels of a part achieve over simulated futures.
 *
 * Every rule begins as if it had been in use: its position at its reorder point long enough before the planning date for
 * the pipeline to fill, under the controls as they were. All rules see the same futures. A rule's levels are its
 * own on each review date.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options paths, seed and weeks
 * @returns null for a part without usage, whose levels are 0
 * @throws {DomainError} naming what is outside its range
 * @see Lodestock planning model, section 8
 */
export function levelProof(plan: PreparedPlan, part: Part, options: ProofOptions): LevelProof | null {
  const { inputs } = preparedPart(plan, part)
  const horizonWeeks = options.horizonWeeks ?? plan.plan.settings.horizonWeeks
  const proof = planningProof(plan.frame, inputs, { ...options, horizonWeeks, key: randomKey(part.id) })
  if (proof === null) return null
  const holdingRate = plan.plan.settings.holdingRatePerYear
  return {
    partId: part.id,
    paths: options.paths,
    seed: options.seed,
    horizonWeeks,
    waitDraws: options.waitDraws ?? 'one-quantile-per-path',
    target: inputs.target,
    expectedCycleServiceLevel: proof.expectedCycleServiceLevel,
    conservative: proof.conservative,
    rules: proof.rules.map((rule) => pricedProof(rule, { unitCost: part.unitCost, holdingRatePerYear: holdingRate, target: inputs.target })),
  }
}

/**
 * What a rule achieved, with what its stock and its backorders cost.
 *
 * @param achieved before money
 * @param of unit cost (null where not known), holding rate, and the target, which may state a backorder cost
 */
export function pricedProof(
  achieved: AchievedService,
  of: { readonly unitCost: number | null; readonly holdingRatePerYear: number; readonly target: StockTarget },
): RuleProof {
  const { lateStock, ...rule } = achieved
  const { unitCost, target } = of
  return {
    ...rule,
    meanStockCash: scaled(rule.meanStock, unitCost),
    holdingCostPerYear: scaled(rule.meanStock, unitCost === null ? null : unitCost * of.holdingRatePerYear),
    backorderCostPerYear: scaled(lateStock, target.kind === 'least-cost' ? 365 * target.backorderCostPerUnitDay : null),
  }
}

function scaled({ value, standardError }: Estimate, factor: number | null): Estimate | null {
  return factor === null ? null : { value: value * factor, standardError: standardError * factor }
}

function complement(estimate: Estimate | null): Estimate | null {
  return estimate === null ? null : { ...estimate, value: 1 - estimate.value }
}

/** What a rule achieved, before money. */
export type AchievedService = Omit<RuleProof, 'meanStockCash' | 'holdingCostPerYear' | 'backorderCostPerYear'> & {
  /** Mean quantity backordered, part units. */
  readonly lateStock: Estimate
}

/** The proof of a part as the engine sees it, before money. */
export type PlanningProof = {
  readonly expectedCycleServiceLevel: number
  readonly conservative: readonly ConservativeReason[]
  readonly rules: readonly AchievedService[]
}

/**
 * The same for a part as the engine sees it.
 *
 * @param frame the plan
 * @param part the part
 * @param options paths, seed, weeks, and the part's key among the keys of random streams
 * @returns null for a part without usage
 */
export function planningProof(
  frame: PlanningFrame,
  part: PlanningPart,
  options: ProofOptions & { readonly horizonWeeks: number; readonly key: number },
): PlanningProof | null {
  const { planningDate } = frame.inputs
  const today = stockRecommendation(frame, part, planningDate)
  if (today.service === null) return null
  const { service } = today
  const warmUpDays = warmUpDaysOf(frame, part, today.orderQuantity)
  const simulated = simulatedPart(frame, part, { key: options.key, openOrders: [], days: 7 * options.horizonWeeks, warmUpDays })
  const offsets = Array.from(simulated.reviewOffsets, (offset) => offset - warmUpDays)
  const levels = ruleLevels(frame, part, offsets)
  const waitDraws = options.waitDraws ?? 'one-quantile-per-path'
  const { paths, seed } = options
  const names = [...levels.keys()].filter((name) => options.rules?.includes(name) ?? true)
  const asRules = names.map((name) => levels.get(name) ?? new Float64Array(0)).map((reorderPoints) => ({ reorderPoints, netStock: reorderPoints[0] ?? 0, hasOpenOrders: false, stopDay: null }))
  const figures = simulateStock(simulated, asRules, { seed, paths, waitDraws, countedFrom: warmUpDays, scenarioIndex: null })
  const rules = figures.map((one, index) => achievedService(names[index] ?? 'recommended', levels.get(names[index] ?? 'recommended')?.[warmUpDays / part.reviewPeriodDays] ?? 0, one, 7 * options.horizonWeeks))
  const recommended = rules.find(({ rule }) => rule === 'recommended')
  return {
    expectedCycleServiceLevel: service.cycleServiceLevel,
    conservative: recommended === undefined ? [] : conservativeReasons(part, today, { achieved: recommended, expectedCycleServiceLevel: service.cycleServiceLevel, waitDraws, isCoverCapped: () => isCoverCapped(frame, part, offsets) }),
    rules,
  }
}

/**
 * What a rule achieved, from its simulated figures.
 *
 * @param rule its name
 * @param reorderPoint its rounded reorder point on the first day counted
 * @param figures what it came to
 * @param days days counted
 */
export function achievedService(rule: ProvenRule, reorderPoint: number, figures: RuleFigures, days: number): AchievedService {
  const paths = figures.demand.length
  const perDay = ({ value, standardError }: Estimate): Estimate => ({ value: value / days, standardError: standardError / days })
  return {
    rule,
    reorderPoint,
    cycleServiceLevel: complement(ratioEstimate(figures.shortCycles, figures.cycles)),
    fillRate: complement(ratioEstimate(figures.shortage, figures.demand)),
    shortFutures: shareEstimate(figures.firstShort.filter((first) => first >= 0).length, paths),
    meanStock: perDay(meanEstimate(figures.onHandDays)),
    lateStock: perDay(meanEstimate(figures.lateDays)),
  }
}

// Longer than this nobody's pipeline takes to fill, days.
const longestWarmUpDays = 1098

/**
 * Days, in whole reviews, in which a pipeline fills: a late lead time, one review, and two orders' worth of usage.
 *
 * @param frame the plan
 * @param part the part
 * @param orderQuantity what one order is, part units
 */
export function warmUpDaysOf(frame: PlanningFrame, part: PlanningPart, orderQuantity: number): number {
  const { reviewPeriodDays, demandRate } = part
  const leadTime = frame.leadTimes.weightedLeadTime(part.leadTime, { orderDate: frame.inputs.planningDate, weights: frame.weights })
  const days = dayTableQuantile(leadTime, 0.999) + reviewPeriodDays + (demandRate.meanPerDay > 0 ? (2 * orderQuantity) / demandRate.meanPerDay : 0)
  return reviewPeriodDays * Math.ceil(Math.min(days, longestWarmUpDays) / reviewPeriodDays)
}

// An order of this many reviews' usage leaves the position above the reorder point most of the time.
const largeLot = 1.5
// Sooner than this, in standard errors, a difference may be chance.
const standardErrors = 3
// A cap is there or not, whatever was drawn; only how much it costs is uncertain.
const capStandardErrors = 2
// One piece more is more than a hundredth of the level.
const wholePieceShare = 0.01

function conservativeReasons(
  part: PlanningPart,
  { orderQuantity, order, levels }: StockRecommendation,
  proof: { readonly achieved: AchievedService; readonly expectedCycleServiceLevel: number; readonly waitDraws: WaitDraws; readonly isCoverCapped: () => boolean },
): readonly ConservativeReason[] {
  const reviewUsage = part.demandRate.meanPerDay * part.reviewPeriodDays
  const promised = part.target.kind === 'fill-rate' ? part.target.fillRate : proof.expectedCycleServiceLevel
  const measured = part.target.kind === 'fill-rate' ? proof.achieved.fillRate : proof.achieved.cycleServiceLevel
  const isAbove = measured !== null && measured.value - promised > standardErrors * measured.standardError
  const isBelow = measured !== null && promised - measured.value > capStandardErrors * measured.standardError
  const found: ConservativeReason[] = []
  if (isAbove && orderQuantity > largeLot * reviewUsage) found.push('large-lots')
  if (isAbove && proof.waitDraws === 'independent') found.push('order-crossing')
  if (part.roundingStep > wholePieceShare * levels.reorderPoint) found.push('whole-pieces')
  const isCapped = order.orderShortfall > 0 || (part.orderRules.capOrderQuantity !== null && part.orderRules.capOrderQuantity < reviewUsage)
  if (isBelow && isCapped) found.push('order-cap')
  if (isBelow && proof.isCoverCapped()) found.push('cover-cap')
  return found
}

// The largest cover may leave today's level alone and cut those of reviews nearer to a halt.
function isCoverCapped(frame: PlanningFrame, part: PlanningPart, offsets: readonly number[]): boolean {
  if (part.orderRules.capCoverDays === null) return false
  const capped = ruleLevels(frame, part, offsets).get('recommended')
  const free = ruleLevels(frame, { ...part, orderRules: { ...part.orderRules, capCoverDays: null } }, offsets).get('recommended')
  return free?.some((level, index) => level > (capped?.[index] ?? 0)) ?? false
}
