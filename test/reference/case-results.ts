import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { dayTableMean, dayTableQuantile, dayTableVariance, type DayTable } from '../../shared/probability/day-table'
import { planningFrame } from '../../shared/safety-stock/planning-frame'
import { stockRecommendation, type ComparedLevel } from '../../shared/safety-stock/stock-recommendation'
import type { Expected, UnsolvedCase } from './reference-case'
import { caseInputs, casePart } from './case-inputs'

/** The engine's answer to a reference case, with the field names of the cases; sections 2 to 7 of the model. */
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
  }
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
