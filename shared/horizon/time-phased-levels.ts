import type { CivilDate } from '../calendar/civil-date'
import { requireWhole } from '../domain-error'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { demandCurve } from '../safety-stock/demand-curve'
import { decisionLeadTimes, partLevels, roundedLevels, type DecisionLeadTimes } from '../safety-stock/part-levels'
import { requireTarget } from '../safety-stock/reorder-point'

/** The levels of a part on one review date; quantities in part units, after caps. */
export type TimePhasedLevel = {
  readonly date: CivilDate
  /** Mean demand over the protection interval, as the attitude sees it. */
  readonly meanDemand: number
  readonly reorderPoint: number
  readonly safetyStock: number
  readonly orderUpToLevel: number
  /** The reorder point rounded up, which orders are decided by. */
  readonly roundedReorderPoint: number
  /** The scenario that sets the level under a worst-case or named attitude, else null. */
  readonly settingScenarioIndex: number | null
}

/**
 * What section 6 says on every review date.
 *
 * Time-phased levels do not foresee that the scenario will be known by then: every date weighs the scenarios as today does.
 *
 * @param frame the plan
 * @param part the part
 * @param dates the review dates
 * @throws {DomainError} naming an input outside its range
 * @see Lodestock planning model, section 8
 */
export function timePhasedLevels(frame: PlanningFrame, part: PlanningPart, dates: readonly CivilDate[]): readonly TimePhasedLevel[] {
  requireWhole('reviewPeriodDays', part.reviewPeriodDays, { least: 1, most: 3660 })
  requireTarget(part.target)
  const hasForecast = part.forecast.length > 0
  const first = dates[0]
  // Without a forecast demand from one day on is as from another.
  const shared = first === undefined || hasForecast ? null : demandCurve(part, first)
  let previous: TimePhasedLevel | undefined
  let previousLeadTimes: DecisionLeadTimes | undefined
  let guess: number | null = null
  return dates.map((date) => {
    const leadTimes = decisionLeadTimes(frame, part, date)
    if (previous !== undefined && !hasForecast && previousLeadTimes !== undefined && isSame(leadTimes, previousLeadTimes)) return (previous = { ...previous, date })
    const { levels, setting, hasUsage, reorderPointBeforeCap } = partLevels(part, leadTimes, shared ?? demandCurve(part, date), guess)
    previousLeadTimes = leadTimes
    guess = reorderPointBeforeCap > 0 ? reorderPointBeforeCap : null
    previous = {
      date,
      meanDemand: hasUsage ? setting.demand.protection.mean : 0,
      ...levels,
      roundedReorderPoint: roundedLevels(levels, part.roundingStep).reorderPoint,
      settingScenarioIndex: hasUsage ? setting.scenarioIndex : null,
    }
    return previous
  })
}

/** Whether the lead times of two decisions are the same. */
function isSame(a: DecisionLeadTimes, b: DecisionLeadTimes): boolean {
  return a.statusQuo === b.statusQuo && a.views.every((view, index) => view.leadTime === b.views[index]?.leadTime)
}
