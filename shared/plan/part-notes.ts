import { addDays, civilDate, isoDate } from '../calendar/civil-date'
import type { LeadTimeSummary } from '../lead-time/lead-time-summary'
import { isCoverShorterThanDelay } from '../policy-timeline/guidance'
import type { StockRecommendation } from '../safety-stock/stock-recommendation'
import { cliffScenario } from './weight-cliff'
import { hasNoStockEntered, noStockSentence } from './stock-entered'
import type { PreparedPart, PreparedPlan } from './plan-inputs'

/** Why a recommendation deserves a second look. */
export type PartWarningKind =
  | 'cover-shorter-than-delay'
  | 'unknown-chemistry-on-critical-part'
  | 'weight-near-target'
  | 'open-halt'
  | 'cap-binds'
  | 'order-cap-binds'
  | 'erp-level-below-target'
  | 'lands-after-pause'
  | 'contract-ends-before-receipt'

/** One warning about a part, with the facts of the article it follows from. */
export type PartWarning = {
  readonly kind: PartWarningKind
  readonly sentence: string
  /** Ids of the article's facts behind it; may be empty. */
  readonly factIds: readonly string[]
}

/** What must be said with a part's figures. */
export type PartNotes = {
  readonly warnings: readonly PartWarning[]
  /** What was taken to be so because it is not known, each in a sentence. */
  readonly assumptions: readonly string[]
}

type NoteInputs = {
  readonly plan: PreparedPlan
  readonly prepared: PreparedPart
  readonly recommendation: StockRecommendation
  readonly withControls: LeadTimeSummary
  readonly withoutControls: LeadTimeSummary
}

/**
 * The warnings and assumptions that travel with a part's figures.
 *
 * @param inputs the part, its recommendation and its lead times
 */
export function partNotes(inputs: NoteInputs): PartNotes {
  return { warnings: warnings(inputs), assumptions: assumptions(inputs) }
}

function assumptions({ prepared }: NoteInputs): readonly string[] {
  const { part, demand, inputs, coverages, targetBasis } = prepared
  const found: string[] = []
  if (demand.rate.isAssumedVariability) {
    found.push('The variability of usage is the plan’s default, because no history or standard deviation is known.')
  }
  if (hasNoStockEntered(part)) found.push(noStockSentence)
  if (part.target === null) found.push(`The target is a default: ${targetBasis}`)
  if (inputs.leadTime.licenceRoute !== 'exempt') {
    for (const { coverage } of coverages) if (coverage.isAssumption) found.push(coverage.reason)
  }
  return found
}

function warnings(inputs: NoteInputs): readonly PartWarning[] {
  const { plan, prepared, recommendation } = inputs
  const { part } = prepared
  const { frame, words } = plan
  const { percent } = words
  const { rounded, service, protection } = recommendation
  const found: PartWarning[] = []
  const warn = (kind: PartWarningKind, sentence: string, factIds: readonly string[] = []): void => {
    found.push({ kind, sentence, factIds })
  }
  if (service === null) return found
  const meanPerDay = protection.meanDemand / protection.meanDays
  const delayDays = inputs.withControls.meanDays - inputs.withoutControls.meanDays
  const coverDays = Math.max(0, (part.onHand - part.allocated - part.backordered) / meanPerDay)
  if (delayDays >= 1 && isCoverShorterThanDelay({ coverDays, delayDays })) {
    warn(
      'cover-shorter-than-delay',
      `Stock on hand lasts ${Math.floor(coverDays)} days, less than the ${Math.round(delayDays)} days that export controls add to the lead time.`,
      ['A-DI-02', 'A-LT-03'],
    )
  }
  if (part.isCritical && prepared.coverages.some(({ coverage }) => coverage.isAssumption)) {
    warn('unknown-chemistry-on-critical-part', 'The part is critical, and it is not known whether a control applies: ask the supplier for its elements and origin.', ['A-GU-06'])
  }
  const cliff = cliffScenario(plan, prepared, recommendation)
  if (cliff !== null) {
    warn(
      'weight-near-target',
      `The weight of ${words.quoted(scenarioName(plan, cliff.scenarioIndex))} is close to the accepted risk of ${percent(cliff.acceptedRisk)}: a slightly different weight would move the reorder point as far as ${words.quantity(Math.ceil(cliff.reorderPoint), part.unit)}.`,
    )
  }
  const openHalts = frame.inputs.scenarios.filter((_, index) => (frame.weights[index] as number) > 0 && frame.leadTimes.hasOpenHalt(prepared.inputs.leadTime, index))
  for (const scenario of openHalts) {
    warn('open-halt', `In ${words.quoted(nameOf(plan, scenario.name))} the halt has no end; it is taken to last ${frame.inputs.openHaltDays} days.`)
  }
  if (recommendation.capShortfall > 0) {
    warn('cap-binds', `The cap of ${part.capCoverDays} days of cover cuts the reorder point by ${words.quantity(Math.ceil(recommendation.capShortfall), part.unit)}; the service left is ${percent(service.cycleServiceLevel)} per cycle.`)
  }
  if (recommendation.order.orderShortfall > 0) {
    warn('order-cap-binds', `Today’s order is cut to the largest quantity allowed; ${words.quantity(Math.ceil(recommendation.order.orderShortfall), part.unit)} are missing.`)
  }
  if (recommendation.erp !== null) {
    const target = prepared.inputs.target
    const given = target.kind === 'fill-rate' ? recommendation.erp.service.fillRate : recommendation.erp.service.cycleServiceLevel
    const wanted = target.kind === 'fill-rate' ? target.fillRate : target.kind === 'cycle-service-level' ? target.cycleServiceLevel : service.cycleServiceLevel
    if (given < wanted - 1e-6) {
      warn('erp-level-below-target', `The ERP’s safety stock of ${words.quantity(part.erpSafetyStock ?? 0, part.unit)} gives ${percent(given)} under the policy timeline; ${percent(wanted)} is wanted (${words.quantity(rounded.safetyStock, part.unit)}).`)
    }
  }
  found.push(...dateWarnings(inputs))
  return found
}

function dateWarnings({ plan, prepared, recommendation, withControls }: NoteInputs): readonly PartWarning[] {
  if (recommendation.order.orderNow === 0) return []
  const found: PartWarning[] = []
  const receiptDate = addDays(plan.planningDate, withControls.lateDays)
  const applying = new Set(prepared.inputs.leadTime.licenceRoute === 'exempt' ? [] : prepared.inputs.leadTime.controlIds)
  const statusQuo = plan.plan.scenarios[plan.frame.statusQuoIndex]
  const pauses = [...plan.events, ...(statusQuo?.events ?? [])].filter(
    (event) =>
      event.nominalEndDate !== null &&
      civilDate(event.nominalEndDate) > plan.planningDate &&
      civilDate(event.nominalEndDate) <= receiptDate &&
      event.effects.some((effect) => effect.action === 'suspends' && applying.has(effect.controlId)),
  )
  for (const pause of pauses) {
    found.push({
      kind: 'lands-after-pause',
      sentence: `An order placed today may land as late as ${plan.words.date(isoDate(receiptDate))}, after ${plan.words.quoted(pause.title)} ends on ${plan.words.date(pause.nominalEndDate ?? '')}.`,
      factIds: ['A-GU-03'],
    })
  }
  const contractEnd = prepared.part.contract?.endDate ?? null
  if (contractEnd !== null && civilDate(contractEnd) <= receiptDate) {
    found.push({
      kind: 'contract-ends-before-receipt',
      sentence: `The supply contract ends on ${plan.words.date(contractEnd)}; an order placed today may land as late as ${plan.words.date(isoDate(receiptDate))}.`,
      factIds: ['A-GU-07'],
    })
  }
  return found
}

function scenarioName(plan: PreparedPlan, index: number): string {
  return plan.plan.scenarios[index]?.name ?? ''
}

function nameOf(plan: PreparedPlan, id: string): string {
  return plan.plan.scenarios.find((scenario) => scenario.id === id)?.name ?? id
}
