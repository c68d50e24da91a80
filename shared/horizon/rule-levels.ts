import { addDays, type CivilDate } from '../calendar/civil-date'
import { demandCurve } from '../safety-stock/demand-curve'
import { formulaLevels } from '../safety-stock/formula-levels'
import { decisionLeadTimes, partLevels } from '../safety-stock/part-levels'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { protectionDemand } from '../safety-stock/protection-demand'
import { reorderPointFor } from '../safety-stock/reorder-point'
import { roundedUp } from '../safety-stock/rounding'
import { timePhasedLevels } from './time-phased-levels'

/** A way to set levels that is put to the proof. */
export type ProvenRule = 'recommended' | 'policy-blind' | 'textbook' | 'erp'

/** Rounded reorder points of every rule at every review. */
export type RuleLevels = ReadonlyMap<ProvenRule, Float64Array>

/** Rounded reorder points of rules on one day, part units. */
export type RulePoints = ReadonlyMap<ProvenRule, number>

/**
 * Rounded reorder points of every rule on a day. The same as those of `stockRecommendation`, without what a proof does not ask for.
 *
 * @param frame the plan
 * @param part the part
 * @param date day of the review
 * @throws {DomainError} naming an input outside its range
 * @see Lodestock planning model, sections 6 and 7
 */
export function rulePointsOn(frame: PlanningFrame, part: PlanningPart, date: CivilDate): RulePoints {
  const curve = demandCurve(part, date)
  const { levels, task, hasUsage } = partLevels(part, decisionLeadTimes(frame, part, date), curve, null)
  const points = new Map<ProvenRule, number>([['recommended', levels.reorderPoint]])
  if (hasUsage) {
    const blindDemand = protectionDemand(part.reviewPeriodDays, curve, frame.leadTimes.baseForms(part.leadTime))
    const { textbook, erp } = formulaLevels(part, curve.varianceToMean, blindDemand)
    points.set('policy-blind', reorderPointFor(blindDemand, task))
    points.set('textbook', textbook.reorderPoint)
    if (erp !== null) points.set('erp', erp.reorderPoint)
  }
  return new Map([...points].map(([rule, reorderPoint]) => [rule, roundedUp(Math.max(0, reorderPoint), part.roundingStep)]))
}

/**
 * Rounded reorder points of every rule at reviews that lie some days from the planning date; before it, those of the planning date.
 *
 * @param frame the plan
 * @param part the part
 * @param offsets days from the planning date, negative before it
 */
export function ruleLevels(frame: PlanningFrame, part: PlanningPart, offsets: readonly number[]): RuleLevels {
  const { planningDate } = frame.inputs
  const today = rulePointsOn(frame, part, planningDate)
  const later = [...new Set(offsets.filter((offset) => offset > 0))]
  const points = new Map<number, RulePoints>()
  if (part.forecast.length > 0) {
    for (const offset of later) points.set(offset, rulePointsOn(frame, part, addDays(planningDate, offset)))
  } else {
    // Only what the controls do to the recommended level changes from day to day.
    const levels = timePhasedLevels(frame, part, later.map((offset) => addDays(planningDate, offset)))
    later.forEach((offset, index) => points.set(offset, new Map([...today, ['recommended', levels[index]!.roundedReorderPoint]])))
  }
  return levelsOfPoints(offsets.map((offset) => points.get(offset) ?? today))
}

/**
 * The reorder points of each rule, review by review; 0 where a rule has none.
 *
 * @param points of each review
 *
 * @example
 * [...levelsOfPoints([new Map([['recommended', 900]]), new Map([['recommended', 950]])])] // => [['recommended', Float64Array.of(900, 950)]]
 */
export function levelsOfPoints(points: readonly RulePoints[]): RuleLevels {
  const levels = new Map<ProvenRule, Float64Array>()
  points.forEach((of, index) => {
    for (const [rule, reorderPoint] of of) {
      const known = levels.get(rule) ?? new Float64Array(points.length)
      known[index] = reorderPoint
      levels.set(rule, known)
    }
  })
  return levels
}
