import { civilDate } from '../../shared/calendar/civil-date'
import { buildPlanDemandRate, historyDemandRate, periodsInWindow, statedDemandRate, type DemandRate } from '../../shared/demand/demand-rate'
import { baseLeadTimeOfLegs, type BaseLeadTime } from '../../shared/lead-time/base-lead-time'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'
import type { DemandFamily } from '../../shared/safety-stock/demand-mixture'
import type { PlanningInputs } from '../../shared/safety-stock/planning-frame'
import type { PlanningPart, StockTarget } from '../../shared/safety-stock/planning-part'
import type { CaseDemand, CasePart, CasePhase, CasePlan, CaseWait } from './reference-case'

/** A reference plan as the engine's inputs. */
export function caseInputs(plan: CasePlan): PlanningInputs {
  return {
    planningDate: civilDate(plan.date),
    openHaltDays: plan.openHaltDays ?? 180,
    generalLicenceWait: plan.generalLicence === undefined ? { kind: 'fixed', days: 0 } : waitOf(plan.generalLicence.wait),
    scenarios: plan.scenarios.map((scenario) => ({
      name: scenario.name,
      weight: scenario.weight,
      phases: new Map(
        plan.controls.map((control) => [
          control.id,
          [...control.phases, ...(scenario.controls?.[control.id] ?? [])].map(phaseOf),
        ]),
      ),
    })),
    statusQuoName: plan.statusQuo,
    attitude:
      plan.attitude === 'weighted'
        ? { kind: 'weighted' }
        : plan.attitude === 'worst'
          ? { kind: 'worst-case' }
          : { kind: 'scenario', name: plan.attitude.scenario },
  }
}

/** A reference part as the engine's input. */
export function casePart(plan: CasePlan, part: CasePart): PlanningPart {
  return {
    demandRate: demandRateOf(part.demand, plan.defaultCv),
    forecast: (part.forecast ?? []).map((period) => ({
      fromDate: civilDate(period.from),
      untilDate: civilDate(period.to),
      meanPerDay: period.perDay,
    })),
    demandFamily: familyOf(part.family),
    leadTime: {
      baseLeadTime: baseOf(part),
      controlIds: part.controls,
      licenceRoute: part.route ?? 'individual',
      applicationLag: part.applicationLag ?? plan.applicationLag ?? { after: 'ready', days: 0 },
    },
    reviewPeriodDays: part.reviewDays ?? plan.reviewDays,
    target: targetOf(part),
    orderRules: {
      moq: part.moq ?? null,
      lotMultiple: part.lot ?? null,
      capCoverDays: part.capCoverDays ?? null,
      capOrderQuantity: part.capOrderQuantity ?? null,
    },
    roundingStep: part.whole ? 1 : (part.precision ?? 0.001),
    stock: {
      onHand: part.stock?.onHand ?? 0,
      allocated: part.stock?.allocated ?? 0,
      backordered: part.stock?.backordered ?? 0,
      onOrder: (part.stock?.openOrders ?? []).reduce((sum, order) => sum + order.quantity, 0),
    },
    erpSafetyStock: part.erpSafetyStock ?? null,
  }
}

function familyOf(family: CasePart['family']): DemandFamily {
  return family === 'negbin' || family === 'poisson' ? 'negative-binomial' : family
}

function demandRateOf(demand: CaseDemand, defaultWeeklyCv: number): DemandRate {
  switch (demand.kind) {
    case 'stated':
      return statedDemandRate({ per: demand.per, mean: demand.mean, sd: demand.sd ?? null, defaultWeeklyCv })
    case 'build':
      return buildPlanDemandRate({
        uses: demand.uses.map((use) => ({
          quantityPerProduct: use.pieces,
          buildsPerWeek: use.perWeek,
          scrapRate: use.scrap ?? 0,
        })),
        sdPerWeek: demand.sd ?? null,
        defaultWeeklyCv,
      })
    case 'history':
      return historyDemandRate({
        periods: periodsInWindow(
          demand.periods.map((period) => ({
            startDate: civilDate(period.start),
            days: period.days,
            quantity: period.quantity,
          })),
          { fromDate: civilDate(demand.window.from), untilDate: civilDate(demand.window.to) },
        ),
        defaultWeeklyCv,
      })
  }
}

function baseOf({ lead }: CasePart): BaseLeadTime {
  if (lead.legs !== undefined) {
    return baseLeadTimeOfLegs(
      lead.legs.map((leg) => ({
        meanDays: leg.mean,
        sdDays: leg.sd ?? 0,
        isAfterBorder: leg.afterBorder ?? false,
        isWorkingDays: leg.working ?? false,
      })),
    )
  }
  return { meanDays: lead.mean ?? Number.NaN, sdDays: lead.sd ?? 0, transitDays: lead.transit ?? 0 }
}

function targetOf({ target }: CasePart): StockTarget {
  switch (target.kind) {
    case 'cycle':
      return { kind: 'cycle-service-level', cycleServiceLevel: target.alpha }
    case 'fill':
      return { kind: 'fill-rate', fillRate: target.beta }
    case 'cost':
      return {
        kind: 'least-cost',
        holdingCostPerUnitDay: (target.unitCost * target.holdingRate) / 365,
        backorderCostPerUnitDay: target.latePerUnitDay,
      }
  }
}

function phaseOf(phase: CasePhase): ControlPhase {
  const dates = {
    fromDate: phase.from == null ? null : civilDate(phase.from),
    untilDate: phase.to == null ? null : civilDate(phase.to),
  }
  if (phase.state !== 'licence') return { ...dates, state: phase.state }
  if (phase.wait === undefined) throw new Error('a licence phase without a wait')
  return { ...dates, state: 'licence', wait: waitOf(phase.wait), refusalRate: phase.refusal ?? 0 }
}

function waitOf(wait: CaseWait): LicenceWait {
  const working = wait.working ?? false
  switch (wait.kind) {
    case 'fixed':
      return { kind: 'fixed', days: wait.days, working }
    case 'uniform':
      return { kind: 'uniform', minDays: wait.min, maxDays: wait.max, working }
    case 'triangular':
      return { kind: 'triangular', minDays: wait.min, modeDays: wait.mode, maxDays: wait.max, working }
    case 'gamma':
      return { kind: 'gamma', meanDays: wait.mean, sdDays: wait.sd, working }
    case 'list':
      return { kind: 'observed', days: wait.days, working }
  }
}
