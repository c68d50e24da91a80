import { addDays, type CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import type { ScenarioPhases } from '../lead-time/control-group'
import { leadTimeBook, type LeadTimeBook } from '../lead-time/lead-time-book'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import type { LeadTimeForms } from '../lead-time/lead-time-forms'
import type { PlanningPart } from './planning-part'

/** One scenario as the engine sees it. */
export type PlanningScenario = {
  readonly name: string
  /** Relative weight, at least 0. */
  readonly weight: number
  /** Phases of every control in this scenario: common ones first, its own after them. */
  readonly phases: ScenarioPhases
}

/** How scenarios are weighed against each other. */
export type ScenarioAttitude =
  | { readonly kind: 'weighted' }
  | { readonly kind: 'worst-case' }
  | { readonly kind: 'scenario'; readonly name: string }

/** What all parts of a plan share. */
export type PlanningInputs = {
  readonly planningDate: CivilDate
  readonly openHaltDays: number
  readonly generalLicenceWait: LicenceWait
  readonly scenarios: readonly PlanningScenario[]
  /** The scenario in which today's rules continue; safety stock is measured from it. */
  readonly statusQuoName: string
  readonly attitude: ScenarioAttitude
}

/** Planning inputs made ready: weights normalised, lead-time tables kept. */
export type PlanningFrame = {
  readonly inputs: PlanningInputs
  /** Weights that sum to 1, in the order of the scenarios. */
  readonly weights: readonly number[]
  readonly statusQuoIndex: number
  readonly leadTimes: LeadTimeBook
}

/** The lead times a decision looks at: one, or several of which the worst counts. */
export type LeadTimeViews = {
  /** One a view; scenario index, or null for the weighted mixture. */
  readonly views: readonly { readonly scenarioIndex: number | null; readonly leadTime: LeadTimeForms }[]
}

/**
 * Planning inputs made ready for any number of parts and dates.
 *
 * @param inputs what all parts share
 * @throws {DomainError} naming `scenarios` without a positive weight, or the scenario that is not there
 * @see Lodestock planning model, section 3
 */
export function planningFrame(inputs: PlanningInputs): PlanningFrame {
  let total = 0
  for (const scenario of inputs.scenarios) {
    if (!(scenario.weight >= 0 && scenario.weight < Infinity)) {
      throw new DomainError('scenarios', scenario.weight, 'scenarios with finite weights of at least 0')
    }
    total += scenario.weight
  }
  if (!(total > 0)) throw new DomainError('scenarios', 'no positive weight', 'scenarios of which one has a weight above 0')
  const statusQuoIndex = scenarioIndexOf(inputs, inputs.statusQuoName)
  if (inputs.attitude.kind === 'scenario') scenarioIndexOf(inputs, inputs.attitude.name)
  return {
    inputs,
    weights: inputs.scenarios.map((scenario) => scenario.weight / total),
    statusQuoIndex,
    leadTimes: leadTimeBook({
      planningDate: inputs.planningDate,
      openHaltDays: inputs.openHaltDays,
      generalLicenceWait: inputs.generalLicenceWait,
      scenarioPhases: inputs.scenarios.map((scenario) => scenario.phases),
    }),
  }
}

function scenarioIndexOf(inputs: PlanningInputs, name: string): number {
  const index = inputs.scenarios.findIndex((scenario) => scenario.name === name)
  if (index < 0) throw new DomainError('scenarios', name, 'a scenario of the plan')
  return index
}

/**
 * The lead times that a decision on a date looks at: those of an order at the *next* review, `t + R`,
 * as the plan's attitude weighs the scenarios.
 *
 * @param frame the plan
 * @param part the part
 * @param decisionDate day of the decision
 */
export function leadTimeViews(frame: PlanningFrame, part: PlanningPart, decisionDate: CivilDate): LeadTimeViews {
  const { attitude, scenarios } = frame.inputs
  switch (attitude.kind) {
    case 'scenario': {
      const scenarioIndex = scenarioIndexOf(frame.inputs, attitude.name)
      return { views: [{ scenarioIndex, leadTime: nextLeadTime(frame, part, decisionDate, scenarioIndex) }] }
    }
    case 'worst-case': {
      const positive = scenarios.map((_, index) => index).filter((index) => (frame.weights[index] as number) > 0)
      return {
        views: positive.map((scenarioIndex) => ({
          scenarioIndex,
          leadTime: nextLeadTime(frame, part, decisionDate, scenarioIndex),
        })),
      }
    }
    case 'weighted': {
      const orderDate = addDays(decisionDate, part.reviewPeriodDays)
      return { views: [{ scenarioIndex: null, leadTime: frame.leadTimes.weightedForms(part.leadTime, { orderDate, weights: frame.weights }) }] }
    }
  }
}

/**
 * The lead time of an order at the next review after a decision, in one scenario.
 *
 * @param frame the plan
 * @param part the part
 * @param decisionDate day of the decision
 * @param scenarioIndex place of the scenario in the plan
 */
export function nextLeadTime(
  frame: PlanningFrame,
  part: PlanningPart,
  decisionDate: CivilDate,
  scenarioIndex: number,
): LeadTimeForms {
  return frame.leadTimes.forms(part.leadTime, {
    orderDate: addDays(decisionDate, part.reviewPeriodDays),
    scenarioIndex,
  })
}
