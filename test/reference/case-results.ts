import { addDays, civilDate, isoDate, type CivilDate } from '../../shared/calendar/civil-date'
import { buildUpOf } from '../../shared/horizon/build-up'
import { openOrderReceipt } from '../../shared/horizon/open-order-receipt'
import { orderByDate } from '../../shared/horizon/order-by-date'
import { replenishmentPlan } from '../../shared/horizon/replenishment-plan'
import { reviewDates } from '../../shared/horizon/review-dates'
import { timePhasedLevels } from '../../shared/horizon/time-phased-levels'
import { dayTableMean, dayTableQuantile, dayTableVariance, type DayTable } from '../../shared/probability/day-table'
import { planningFrame, type PlanningFrame } from '../../shared/safety-stock/planning-frame'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { stockRecommendation, type ComparedLevel } from '../../shared/safety-stock/stock-recommendation'
import type { CaseOpenOrder, CasePlan, CaseValue, Expected, UnsolvedCase } from './reference-case'
import { caseInputs, casePart } from './case-inputs'

/** The engine's answer to a reference case, with the field names of the cases; sections 2 to 8 of the model. */
export function caseResult(planningCase: UnsolvedCase): Expected {
  try {
    return evaluated(planningCase)
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function evaluated({ plan, part: casePartInput, ask }: UnsolvedCase): Expected {
  const inputs = caseInputs(plan)
  const frame = planningFrame(inputs)
  const part = casePart(plan, casePartInput)
  const today = civilDate(plan.date)
  const scenarios: Record<string, Expected> = {}
  const openHaltScenarios: string[] = []
  inputs.scenarios.forEach((scenario, scenarioIndex) => {
    const tables = (orderDate: typeof today): Expected => {
      const departures = frame.leadTimes.departureDays(part.leadTime, { orderDate, scenarioIndex })
      const leadTime = frame.leadTimes.leadTime(part.leadTime, { orderDate, scenarioIndex })
      return {
        departureDays: tableSummary(departures),
        leadTime: tableSummary(leadTime),
        ...(ask.fullTables === true ? { departureTable: rows(departures), leadTable: rows(leadTime) } : {}),
      }
    }
    scenarios[scenario.name] = { today: tables(today), next: tables(addDays(today, part.reviewPeriodDays)) }
    if (frame.leadTimes.hasOpenHalt(part.leadTime, scenarioIndex)) openHaltScenarios.push(scenario.name)
  })

  const result = stockRecommendation(frame, part, today)
  const { rounded, contributions } = result
  return {
    demand: {
      muPerDay: part.demandRate.meanPerDay,
      varPerDay: part.demandRate.variancePerDay,
      assumedVariability: part.demandRate.isAssumedVariability,
    },
    openHaltScenarios,
    scenarios,
    orderQuantity: result.orderQuantity,
    protection: {
      meanDays: result.protection.meanDays,
      meanDemand: result.protection.meanDemand,
      referenceDemand: result.protection.referenceMeanDemand,
    },
    reorderPoint: result.levels.reorderPoint,
    reorderPointBeforeCap: result.reorderPointBeforeCap,
    safetyStock: result.levels.safetyStock,
    orderUpTo: result.levels.orderUpToLevel,
    rounded: { reorderPoint: rounded.reorderPoint, safetyStock: rounded.safetyStock, orderUpTo: rounded.orderUpToLevel },
    capShortfall: result.capShortfall,
    // A part without usage is never short.
    service:
      result.service === null
        ? { cycle: 1, fill: 1 }
        : { cycle: result.service.cycleServiceLevel, fill: result.service.fillRate },
    ...(result.policyBlind === null ? {} : { blind: compared(result.policyBlind) }),
    ...(result.textbook === null ? {} : { textbook: compared(result.textbook) }),
    ...(result.erp === null ? {} : { erp: compared(result.erp) }),
    pipelineIncrease: result.pipelineIncrease,
    why: {
      demand: contributions.demand,
      leadTime: contributions.leadTime,
      statusQuoControls: contributions.statusQuoControls,
      otherScenarios: contributions.otherScenarios,
      caps: contributions.caps,
      rounding: contributions.rounding,
    },
    ...(result.coverDays === null ? {} : { coverDays: result.coverDays }),
    position: result.order.inventoryPosition,
    orderNow: result.order.orderNow,
    orderShortfall: result.order.orderShortfall,
    ...(ask.timePhased === true ? overHorizon(frame, part, plan) : {}),
    ...(ask.orderBy === undefined
      ? {}
      : {
          orderBy: ask.orderBy.map(({ day, scenario = null }) => {
            const scenarioIndex = scenario === null ? null : inputs.scenarios.findIndex(({ name }) => name === scenario)
            const { date, probability } = orderByDate(frame, part, { date: civilDate(day), scenarioIndex })
            return { day, scenario, orderBy: date === null ? null : isoDate(date), probability }
          }),
        }),
    ...((casePartInput.stock?.openOrders ?? []).length === 0
      ? {}
      : { openOrders: (casePartInput.stock?.openOrders ?? []).map((order) => openOrder(frame, part, order)) }),
  }
}

function overHorizon(frame: PlanningFrame, part: PlanningPart, plan: CasePlan): Expected {
  const dates = reviewDates({ planningDate: civilDate(plan.date), horizonWeeks: plan.horizonWeeks, reviewPeriodDays: part.reviewPeriodDays })
  const levels = timePhasedLevels(frame, part, dates)
  const buildUp = buildUpOf(levels)
  return {
    timePhased: {
      dates: dates.map(isoDate),
      mean: levels.map((level) => level.meanDemand),
      reorderPoint: levels.map((level) => level.reorderPoint),
      safetyStock: levels.map((level) => level.safetyStock),
      orderUpTo: levels.map((level) => level.orderUpToLevel),
    },
    buildUp: buildUp === null ? null : { date: isoDate(buildUp.date), increase: buildUp.increase },
    replenishment: replenishmentPlan(frame, part, levels).map((order) => ({
      order: isoDate(order.orderDate),
      quantity: order.quantity,
      expectedDays: order.expectedDays,
      p50: isoDate(order.medianReceiptDate),
      p90: isoDate(order.lateReceiptDate),
    })),
  }
}

function openOrder(frame: PlanningFrame, part: PlanningPart, order: CaseOpenOrder): CaseValue {
  const { status, filed } = order.licence
  const receipt = openOrderReceipt(frame, part, {
    quantity: order.quantity,
    promisedDate: civilDate(order.promised),
    orderedDate: order.ordered == null ? null : civilDate(order.ordered),
    licence: status === 'filed' ? { status, filedDate: civilDate(filed ?? '') } : { status },
  })
  const described = (table: DayTable): CaseValue => ({
    meanDays: dayTableMean(table),
    quantiles: Object.fromEntries([0.05, 0.5, 0.9].map((p) => [String(p), isoDate((civilDateOfDays(frame, dayTableQuantile(table, p))))])),
  })
  return {
    promised: order.promised,
    scenarios: Object.fromEntries(frame.inputs.scenarios.map(({ name }, index) => [name, described(receipt.scenarios[index] as DayTable)])),
    weighted: described(receipt.weighted),
  }
}

function civilDateOfDays(frame: PlanningFrame, days: number): CivilDate {
  return addDays(frame.inputs.planningDate, days)
}

function compared(level: ComparedLevel): Expected {
  return {
    reorderPoint: level.reorderPoint,
    safetyStock: level.safetyStock,
    service: { cycle: level.service.cycleServiceLevel, fill: level.service.fillRate },
  }
}

function tableSummary(table: DayTable): Expected {
  let sum = 0
  let check = 0
  table.probabilities.forEach((probability, index) => {
    const day = table.firstDay + index
    sum += probability
    check += (probability * ((7919 * day) % 1009)) / 1009
  })
  return {
    mean: dayTableMean(table),
    sd: Math.sqrt(Math.max(0, dayTableVariance(table))),
    quantiles: Object.fromEntries([0.05, 0.5, 0.9, 0.99].map((p) => [String(p), dayTableQuantile(table, p)])),
    check,
    sum,
  }
}

function rows(table: DayTable): readonly (readonly [number, number])[] {
  return Array.from(table.probabilities, (probability, index) => [table.firstDay + index, probability] as const)
}
