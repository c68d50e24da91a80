import type { CivilDate } from '../calendar/civil-date'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { stockRecommendation } from '../safety-stock/stock-recommendation'

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
  return dates.map((date) => {
    const { levels, rounded, protection, settingScenarioIndex } = stockRecommendation(frame, part, date)
    return { date, meanDemand: protection.meanDemand, ...levels, roundedReorderPoint: rounded.reorderPoint, settingScenarioIndex }
  })
}
