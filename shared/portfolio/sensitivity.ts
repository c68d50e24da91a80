import type { CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import type { PlanDocument } from '../plan/plan-document'
import { planRecommendations } from '../plan/plan-recommendations'
import { planWithInput, sensitivityInputs, type SensitivityInput } from './sensitivity-inputs'

/** What one input does to the cash in safety stock of a plan, plan currency. */
export type InputSensitivity = {
  readonly input: SensitivityInput
  /** Change of the total when the input is a quarter smaller; null where that plan cannot be computed. */
  readonly smaller: number | null
  /** Change of the total when it is a quarter larger; null likewise. */
  readonly larger: number | null
}

/** What the inputs of a plan do to its safety stock, as JSON. */
export type PlanSensitivity = {
  /** Cash in safety stock as the plan is, plan currency; parts without a unit cost have none. */
  readonly cash: number
  readonly partsWithoutUnitCost: number
  /** The input with the greatest effect first. */
  readonly inputs: readonly InputSensitivity[]
}

/** By how much an input is changed either way. */
export const sensitivityShare = 0.25

/**
 * The change in the cash in safety stock of a plan for a quarter less and a quarter more of each input, all else kept.
 *
 * Tells which figure deserves a better source. Effects are not additive, and beyond a quarter they need not go on in
 * the same way.
 *
 * @param plan a validated plan
 * @param options the day to plan for
 * @throws {DomainError} naming what a validated plan cannot have wrong
 * @see Lodestock planning model, section 9
 */
export function planSensitivity(plan: PlanDocument, options: { readonly planningDate: CivilDate }): PlanSensitivity {
  const { cashInSafetyStock: cash, partsWithoutUnitCost } = planRecommendations(plan, options).totals
  const changeWith = (input: SensitivityInput, factor: number): number | null => {
    try {
      return planRecommendations(planWithInput(plan, input, factor), options).totals.cashInSafetyStock - cash
    } catch (error) {
      // Changed usage may leave a part that the engine refuses, such as one with a mean of 0.
      if (error instanceof DomainError) return null
      throw error
    }
  }
  const inputs = sensitivityInputs.map((input) => ({ input, smaller: changeWith(input, 1 - sensitivityShare), larger: changeWith(input, 1 + sensitivityShare) }))
  return { cash, partsWithoutUnitCost, inputs: inputs.toSorted((a, b) => reachOf(b) - reachOf(a)) }
}

function reachOf({ smaller, larger }: InputSensitivity): number {
  return Math.max(Math.abs(smaller ?? 0), Math.abs(larger ?? 0))
}
