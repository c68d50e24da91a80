import { dayNumber } from './literal-days'
import { usageOf } from './literal-demand'
import { timelines } from './literal-departure'
import { buildUpOf, openOrderReceipts, orderByDates, orderOn, recommendations, replenishmentPlan, timePhasedLevels } from './literal-horizon'
import { baseLead, lagOf, orderTables, tableSd } from './literal-lead-time'
import { protectionDemand } from './literal-levels'
import {
  blindDecision, fixedLeadDecision, largestOrder, ownSafetyStock, recommendationOn, roundedUp, serviceOf, textbookLevels,
  type Reading, type Recommendation,
} from './literal-recommendation'
import { RefusedInput, require } from './literal-refusal'
import { tableMean, tableQuantile, type DayTable } from './literal-tables'
import type { CasePart, CasePlan, CaseValue, Expected, UnsolvedCase } from './reference-case'

/**
 * Everything sections 2 to 8 of the model page say about one case, evaluated as literally as the page reads.
 *
 * Slow on purpose: plain loops over scenarios, days and probabilities, levels by halving an interval,
 * nothing kept from one step to the next, and no code in common with `shared`.
 */
export function literalEvaluation(case_: UnsolvedCase): Expected {
  try {
    return evaluation(case_)
  } catch (refusal) {
    if (refusal instanceof RefusedInput) return { error: refusal.message }
    throw refusal
  }
}

/** The case with its defaults filled in; refuses impossible inputs. */
export function readingOf(plan: CasePlan, part: CasePart): Reading {
  const reviewDays = part.reviewDays ?? plan.reviewDays
  require(reviewDays >= 1, 'review period')
  require(plan.horizonWeeks > 0, 'horizon')
  requireTarget(part.target)
  require((part.moq ?? 0) >= 0 && (part.lot ?? 0) >= 0, 'minimum order or lot')
  require((part.capCoverDays ?? 0) >= 0, 'cover cap')
  let total = 0
  for (const { weight } of plan.scenarios) {
    require(weight >= 0, 'weight')
    total += weight
  }
  require(total > 0, 'no positive weight')
  const named = [plan.statusQuo, ...(typeof plan.attitude === 'object' ? [plan.attitude.scenario] : [])]
  require(named.every((name) => plan.scenarios.some((scenario) => scenario.name === name)), 'unknown scenario')
  const reading: Reading = {
    plan, part, reviewDays,
    today: dayNumber(plan.date),
    usage: usageOf(plan, part),
    base: baseLead(part),
    lag: lagOf(plan, part),
    scenarios: plan.scenarios.map(({ name, weight }) => ({ name, weight: weight / total, controls: timelines(plan, part, name) })),
    step: part.whole ? 1 : (part.precision ?? 0.001),
    moq: part.moq ?? 0,
    lot: part.lot ?? 0,
  }
  require(reading.step > 0, 'precision')
  require(largestOrder(reading) >= reading.moq && largestOrder(reading) > 0, 'cap below the minimum order')
  return reading
}

function requireTarget(target: CasePart['target']): void {
  if (target.kind === 'cycle') require(target.alpha > 0 && target.alpha < 1, 'alpha')
  else if (target.kind === 'fill') require(target.beta >= 0 && target.beta < 1, 'beta')
  else require(target.unitCost > 0 && target.holdingRate > 0 && target.latePerUnitDay > 0, 'cost')
}

function evaluation({ plan, part, ask }: UnsolvedCase): Expected {
  const reading = readingOf(plan, part)
  const { muPerDay, varPerDay, assumedVariability } = reading.usage
  const start = {
    demand: { muPerDay, varPerDay, assumedVariability },
    openHaltScenarios: openHaltScenarios(plan, part),
    scenarios: scenarioTables(reading, ask.fullTables === true),
  }
  const levels = muPerDay === 0 ? noDemandLevels(reading) : demandLevels(reading)
  return { ...start, ...levels, ...extras(reading, ask) }
}

/** Scenarios in which a control that applies has a halt without end. */
function openHaltScenarios(plan: CasePlan, part: CasePart): string[] {
  if (part.route === 'exempt') return []
  return plan.scenarios
    .filter((scenario) =>
      part.controls.some((id) =>
        [...(plan.controls.find((one) => one.id === id)?.phases ?? []), ...(scenario.controls?.[id] ?? [])].some(
          (phase) => phase.state === 'halt' && phase.to == null,
        ),
      ),
    )
    .map(({ name }) => name)
}

function scenarioTables(reading: Reading, isFull: boolean): CaseValue {
  return Object.fromEntries(
    reading.scenarios.map(({ name, controls }) => {
      const on = (day: number): CaseValue => {
        const { departureDays, leadTime } = orderTables(controls, reading.lag, reading.base, day)
        const full = isFull ? { departureTable: listed(departureDays), leadTable: listed(leadTime) } : {}
        return { departureDays: described(departureDays), leadTime: described(leadTime), ...full }
      }
      return [name, { today: on(reading.today), next: on(reading.today + reading.reviewDays) }]
    }),
  )
}

function described(table: DayTable): CaseValue {
  let check = 0
  let sum = 0
  table.forEach((p, k) => {
    check += (p * ((7919 * k) % 1009)) / 1009
    sum += p
  })
  const quantiles = Object.fromEntries([0.05, 0.5, 0.9, 0.99].map((level) => [String(level), tableQuantile(table, level)]))
  return { mean: tableMean(table), sd: tableSd(table), quantiles, check, sum }
}

function listed(table: DayTable): CaseValue {
  return table.map((p, k) => [k, p]).filter(([, p]) => p !== 0)
}

/** A part without demand has levels 0; a negative position still orders. */
function noDemandLevels(reading: Reading): Expected {
  const { meanDays } = recommendationOn(reading, reading.today)
  return {
    orderQuantity: 0,
    protection: { meanDays, meanDemand: 0, referenceDemand: 0 },
    reorderPoint: 0, reorderPointBeforeCap: 0, safetyStock: 0, orderUpTo: 0,
    rounded: { reorderPoint: 0, safetyStock: 0, orderUpTo: 0 },
    capShortfall: 0,
    service: { cycle: 1, fill: 1 },
    ...orderOfToday(reading, 0),
  }
}

function demandLevels(reading: Reading): Expected {
  const found = recommendationOn(reading, reading.today)
  const { reorderPoint, reorderPointBeforeCap, safetyStock, orderUpTo, orderQuantity } = found
  const { meanDays, meanDemand, referenceDemand, views } = found
  const rounded = {
    reorderPoint: roundedUp(reorderPoint, reading.step),
    safetyStock: roundedUp(safetyStock, reading.step),
    orderUpTo: roundedUp(orderUpTo, reading.step),
  }
  return {
    orderQuantity,
    protection: { meanDays, meanDemand, referenceDemand },
    reorderPoint, reorderPointBeforeCap, safetyStock, orderUpTo, rounded,
    capShortfall: reorderPointBeforeCap - reorderPoint,
    service: serviceOf(views, reorderPoint),
    ...comparisons(reading, found),
    pipelineIncrease: meanDemand - protectionDemand(blindDecision(reading)),
    why: contributions(reading, found, rounded.safetyStock),
    coverDays: safetyStock / (meanDemand / meanDays),
    ...orderOfToday(reading, rounded.reorderPoint),
  }
}

/** The policy-blind level, the textbook's and the ERP's, with the service they really give. */
function comparisons(reading: Reading, { views }: Recommendation): Expected {
  const blind = recommendationOn({ ...reading, part: uncapped(reading.part), scenarios: withoutControls(reading) }, reading.today)
  const textbook = textbookLevels(reading)
  const textbookPoint = Math.max(0, textbook.mean + textbook.safetyStock)
  const erpPoint = textbook.mean + (reading.part.erpSafetyStock ?? 0)
  const erp = { reorderPoint: erpPoint, service: serviceOf(views, erpPoint) }
  return {
    blind: { reorderPoint: blind.reorderPoint, safetyStock: blind.safetyStock, service: serviceOf(views, blind.reorderPoint) },
    textbook: { safetyStock: textbook.safetyStock, reorderPoint: textbookPoint, service: serviceOf(views, textbookPoint) },
    ...(reading.part.erpSafetyStock === undefined ? {} : { erp }),
  }
}

function withoutControls(reading: Reading): Reading['scenarios'] {
  return reading.scenarios.map((scenario) => ({ ...scenario, controls: [] }))
}

function uncapped(part: CasePart): CasePart {
  const { capCoverDays: _, ...rest } = part
  return rest
}

/** Each contribution is the difference made by adding one thing; they add up to the rounded safety stock. */
function contributions(reading: Reading, found: Recommendation, roundedSafetyStock: number): Expected {
  const fixedLead = ownSafetyStock(fixedLeadDecision(reading))
  const blind = ownSafetyStock(blindDecision(reading))
  const statusQuo = ownSafetyStock(found.statusQuo)
  const allScenarios = Math.max(0, found.reorderPointBeforeCap - found.referenceDemand)
  return {
    demand: fixedLead,
    leadTime: blind - fixedLead,
    statusQuoControls: statusQuo - blind,
    otherScenarios: allScenarios - statusQuo,
    caps: found.safetyStock - allScenarios,
    rounding: roundedSafetyStock - found.safetyStock,
  }
}

/** Inventory position, the order of today and what a quantity cap leaves missing. */
function orderOfToday(reading: Reading, reorderPoint: number): Expected {
  const position = positionOf(reading)
  const { quantity, shortfall } = orderOn(reading, position, reorderPoint)
  return { position, orderNow: quantity, orderShortfall: shortfall }
}

function positionOf({ part: { stock } }: Reading): number {
  let position = (stock?.onHand ?? 0) - (stock?.allocated ?? 0) - (stock?.backordered ?? 0)
  for (const order of stock?.openOrders ?? []) position += order.quantity
  return position
}

/** What is asked for on top, and the open orders where there are any. */
function extras(reading: Reading, ask: UnsolvedCase['ask']): Expected {
  const openOrders = reading.part.stock?.openOrders ?? []
  return {
    ...(ask.timePhased === true ? overHorizon(reading) : {}),
    ...(ask.orderBy === undefined ? {} : { orderBy: orderByDates(reading, ask.orderBy) }),
    ...(openOrders.length === 0 ? {} : { openOrders: openOrderReceipts(reading, openOrders) }),
  }
}

function overHorizon(reading: Reading): Expected {
  const all = recommendations(reading)
  return {
    timePhased: timePhasedLevels(reading, all),
    buildUp: buildUpOf(reading, all),
    replenishment: replenishmentPlan(reading, all, positionOf(reading)),
  }
}
