import type { CivilDate } from '../calendar/civil-date'
import { civilDate } from '../calendar/civil-date'
import { addMonths } from '../calendar/months'
import {
  buildPlanDemandRate,
  historyDemandRate,
  periodsInWindow,
  statedDemandRate,
  type AssemblyUse,
  type DemandRate,
  type HistoryPeriod,
} from '../demand/demand-rate'
import type { Part } from './part-schema'
import type { Assembly, PlanDocument } from './plan-document'

/** The demand rate of a part and what it was made from. */
export type PartDemand = {
  readonly rate: DemandRate
  /** Where it comes from, in a sentence. */
  readonly basis: string
}

/** The assemblies of a plan that use a part, as build-plan uses. */
export function assemblyUsesOf(partId: string, assemblies: readonly Assembly[]): readonly AssemblyUse[] {
  return assemblies.flatMap((assembly) =>
    assembly.uses
      .filter((use) => use.partId === partId)
      .map((use) => ({
        quantityPerProduct: use.quantityPerProduct,
        buildsPerWeek: assembly.buildsPerWeek,
        scrapRate: use.scrapRate,
      })),
  )
}

/** The periods of a part's usage history that count on a planning date. */
export function countedPeriods(part: Part, plan: Pick<PlanDocument, 'settings'>, planningDate: CivilDate): readonly HistoryPeriod[] {
  return periodsInWindow(
    part.usageHistory.map((period) => ({
      startDate: civilDate(period.startDate),
      days: period.days,
      quantity: period.quantity,
    })),
    { fromDate: addMonths(planningDate, -plan.settings.usageWindowMonths), untilDate: planningDate },
  )
}

/**
 * The demand rate of a part as its plan states it: from history, stated, or from the build plan.
 *
 * @param part a part of the plan
 * @param plan settings and assemblies
 * @param planningDate day for which the plan is computed
 * @throws {DomainError} naming `meanPerDay` when no period of its history counts
 * @see Lodestock planning model, section 2
 */
export function partDemand(part: Part, plan: PlanDocument, planningDate: CivilDate): PartDemand {
  const defaultWeeklyCv = plan.settings.defaultWeeklyUsageCv
  switch (part.usage.kind) {
    case 'stated': {
      const { per, mean, sd } = part.usage
      const rate = statedDemandRate({ per, mean, sd, defaultWeeklyCv })
      return { rate, basis: `stated: ${mean} ${part.unit} a ${per}${sd === null ? '' : `, sd ${sd}`}` }
    }
    case 'build-plan': {
      const uses = assemblyUsesOf(part.id, plan.assemblies)
      const rate = buildPlanDemandRate({ uses, sdPerWeek: part.usage.sdPerWeek, defaultWeeklyCv })
      return { rate, basis: `build plan of ${uses.length === 1 ? '1 assembly' : `${uses.length} assemblies`}` }
    }
    case 'history': {
      const periods = countedPeriods(part, plan, planningDate)
      const rate = historyDemandRate({ periods, defaultWeeklyCv })
      return { rate, basis: `usage history: ${periods.length} periods in the last ${plan.settings.usageWindowMonths} months` }
    }
  }
}
