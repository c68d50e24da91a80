import type { CivilDate } from '../calendar/civil-date'
import { civilDate } from '../calendar/civil-date'
import { baseLeadTimeOfLegs, type BaseLeadTime } from '../lead-time/base-lead-time'
import { controlCoverage, type ControlCoverage } from '../materials/control-coverage'
import { builtInControls } from '../policy-timeline/built-in-controls'
import { builtInEvents } from '../policy-timeline/built-in-events'
import { commonEvents, compiledPhases, type PlanLicenceWait } from '../policy-timeline/compiled-phases'
import type { ExportControl } from '../policy-timeline/export-control'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import { waitPreset } from '../policy-timeline/wait-presets'
import { planningFrame, type PlanningFrame, type ScenarioAttitude } from '../safety-stock/planning-frame'
import type { PlanningPart, StockTarget } from '../safety-stock/planning-part'
import type { Part } from './part-schema'
import { partDemand, type PartDemand } from './part-demand'
import { isWholeUnit } from './part-unit'
import type { PlanDocument } from './plan-document'
import { defaultTarget } from './sector-defaults'
import { plainWords, type SentenceWords } from './sentence-words'

/** A plan made ready for the engine on a planning date. */
export type PreparedPlan = {
  readonly plan: PlanDocument
  readonly planningDate: CivilDate
  readonly frame: PlanningFrame
  /** Built-in controls and the user's own. */
  readonly controls: readonly ExportControl[]
  /** Common events in force: built-in ones not superseded or set aside, and the user's own. */
  readonly events: readonly PolicyEvent[]
  /** The licence wait chosen for the built-in licence controls. */
  readonly licenceWait: PlanLicenceWait
  /** How sentences about it are written. */
  readonly words: SentenceWords
}

/** One part made ready for the engine, with what was concluded on the way. */
export type PreparedPart = {
  readonly part: Part
  readonly inputs: PlanningPart
  readonly demand: PartDemand
  /** Every control of the plan and whether it applies to the part, and why. */
  readonly coverages: readonly { readonly control: ExportControl; readonly coverage: ControlCoverage }[]
  /** Where the target comes from, in a sentence. */
  readonly targetBasis: string
}

/**
 * The licence wait a plan has chosen: one of the presets, or its own.
 *
 * @param plan the plan
 * @throws {DomainError} naming the preset that is not there
 */
export function planLicenceWait(plan: Pick<PlanDocument, 'settings'>): PlanLicenceWait {
  const { licenceWait } = plan.settings
  if (licenceWait.kind === 'own') return { wait: licenceWait.wait, refusalRate: licenceWait.refusalRate }
  const preset = waitPreset(licenceWait.presetId)
  return { wait: preset.wait, refusalRate: preset.refusalRate }
}

/**
 * A plan made ready for the engine.
 *
 * @param plan a validated plan
 * @param options the day to plan for, an attitude to take instead of the plan's own, and how sentences are written
 * @throws {DomainError} naming what a validated plan cannot have wrong
 */
export function preparedPlan(
  plan: PlanDocument,
  options: { readonly planningDate: CivilDate; readonly attitude?: ScenarioAttitude; readonly words?: SentenceWords },
): PreparedPlan {
  const { settings, timeline } = plan
  const controls = [...builtInControls, ...timeline.controls]
  const controlIds = controls.map((control) => control.id)
  const events = commonEvents({ builtIn: builtInEvents, own: timeline.events, setAsideIds: timeline.setAsideEventIds })
  const licenceWait = planLicenceWait(plan)
  const frame = planningFrame({
    planningDate: options.planningDate,
    openHaltDays: settings.openHaltDays,
    generalLicenceWait: settings.generalLicenceWait,
    scenarios: plan.scenarios.map((scenario) => ({
      name: scenario.id,
      weight: scenario.weight,
      phases: compiledPhases({ controlIds, common: events, scenario: scenario.events, planWait: licenceWait }),
    })),
    statusQuoName: settings.statusQuoScenarioId,
    attitude: options.attitude ?? attitudeOf(plan),
  })
  return { plan, planningDate: options.planningDate, frame, controls, events, licenceWait, words: options.words ?? plainWords }
}

/**
 * The attitude to scenarios a plan states.
 *
 * @param plan the plan
 */
export function attitudeOf(plan: Pick<PlanDocument, 'settings'>): ScenarioAttitude {
  const { attitude } = plan.settings
  return attitude.kind === 'scenario' ? { kind: 'scenario', name: attitude.scenarioId } : attitude
}

/**
 * A part made ready for the engine.
 *
 * @param prepared the plan it belongs to
 * @param part a part of that plan
 * @throws {DomainError} naming what a validated part cannot have wrong
 */
export function preparedPart(prepared: PreparedPlan, part: Part): PreparedPart {
  const { plan, planningDate } = prepared
  const { settings } = plan
  const demand = partDemand(part, plan, planningDate)
  const coverages = prepared.controls.map((control) => ({
    control,
    coverage: controlCoverage(
      {
        originCountry: part.originCountry,
        rareEarthOriginCountry: part.rareEarthOriginCountry,
        family: part.materialFamily,
        grade: part.grade,
        form: part.form,
        elements: part.elements,
        destinationCountry: settings.destinationCountry,
      },
      control,
    ),
  }))
  const chosen = part.target === null ? defaultTarget(part, settings) : { target: part.target, basis: 'set for this part' }
  return {
    part,
    demand,
    coverages,
    targetBasis: chosen.basis,
    inputs: {
      demandRate: demand.rate,
      forecast: part.forecast.map((period) => ({
        fromDate: civilDate(period.fromDate),
        untilDate: civilDate(period.untilDate),
        meanPerDay: period.meanPerDay,
      })),
      demandFamily: part.demandFamily ?? 'gamma',
      leadTime: {
        baseLeadTime: baseLeadTimeOf(part),
        controlIds: coverages.filter(({ coverage }) => coverage.applies).map(({ control }) => control.id),
        licenceRoute: part.licenceRoute,
        applicationLag: part.applicationLag ?? settings.applicationLag,
      },
      reviewPeriodDays: part.reviewPeriodDays ?? settings.reviewPeriodDays,
      target: stockTarget(chosen.target, part, settings.holdingRatePerYear),
      orderRules: {
        moq: part.moq,
        lotMultiple: part.lotMultiple,
        capCoverDays: part.capCoverDays,
        capOrderQuantity: part.capOrderQuantity,
      },
      roundingStep: isWholeUnit(part.unit) ? 1 : settings.quantityStep,
      stock: {
        onHand: part.onHand,
        allocated: part.allocated,
        backordered: part.backordered,
        onOrder: part.openOrders.reduce((sum, order) => sum + order.quantity, 0),
      },
      erpSafetyStock: part.erpSafetyStock,
    },
  }
}

/**
 * The base lead time of a part: as one number, or the sum of its legs.
 *
 * @param part any part
 */
export function baseLeadTimeOf(part: Pick<Part, 'leadTime'>): BaseLeadTime {
  const { leadTime } = part
  if (leadTime.kind === 'legs') return baseLeadTimeOfLegs(leadTime.legs)
  return { meanDays: leadTime.meanDays, sdDays: leadTime.sdDays, transitDays: leadTime.transitDays }
}

function stockTarget(target: NonNullable<Part['target']>, part: Part, holdingRatePerYear: number): StockTarget {
  if (target.kind !== 'least-cost') return target
  return {
    kind: 'least-cost',
    holdingCostPerUnitDay: ((part.unitCost ?? 0) * holdingRatePerYear) / 365,
    backorderCostPerUnitDay: target.backorderCostPerUnitDay,
  }
}
