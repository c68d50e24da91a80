import { netStockWeeks } from '../../shared/horizon/stock-projection'
import { simulateStock } from '../../shared/horizon/stock-simulation'
import { civilDate } from '../../shared/calendar/civil-date'
import { caseSimulation, type CaseSimulation } from '../reference/case-simulation'
import { benchPlan } from './bench-plan'

/** A share of the simulation benchmark: which parts of the plan, and how much of each. */
export type SimulateShare = { readonly parts: number; readonly from: number; readonly until: number; readonly paths: number; readonly weeks: number }

/** The parts of a share laid out, with their levels. */
export function laidOut(share: SimulateShare): readonly CaseSimulation[] {
  const { plan, parts } = benchPlan(share.parts, 1)
  return parts.slice(share.from, share.until).map((part) => caseSimulation(plan, part, share.weeks))
}

/** Simulates the parts and sums up each by week; answers a number that depends on all of it. */
export function simulated(parts: readonly CaseSimulation[], share: Pick<SimulateShare, 'paths'>): number {
  let sum = 0
  for (const { simulated: part, reorderPoints, netStock } of parts) {
    const [figures] = simulateStock(part, [{ reorderPoints, netStock, hasOpenOrders: true, stopDay: null }], {
      seed: 1, paths: share.paths, waitDraws: 'one-quantile-per-path', countedFrom: 0, scenarioIndex: null,
    })
    if (figures === undefined) continue
    for (const week of netStockWeeks(figures, share.paths, civilDate('2026-11-23'))) sum += week.p50.value + week.short.value
  }
  return sum
}
