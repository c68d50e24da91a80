import { civilDate } from '../calendar/civil-date'
import type { Part } from '../plan/part-schema'
import type { Assembly } from '../plan/plan-document'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { shareEstimate, type Estimate } from './simulation-estimate'
import { dayPercentiles, type DayPercentiles } from './stock-projection'
import { runOutDays, withinDaysOf, type StopOptions } from './stock-survival'

/** How long a product can be built after a stop, and what stops it. JSON-safe. */
export type AssemblySurvival = {
  readonly assemblyId: string
  readonly name: string
  /** Days from the stop until the first of its parts runs out. */
  readonly days: DayPercentiles
  /** Parts for want of which it stops, the likeliest first; parts without such a path are left out. */
  readonly stoppedBy: readonly { readonly partId: string; readonly probability: Estimate }[]
  /** Probability that it is the first product of the plan to stop. */
  readonly firstToStop: Estimate
}

/**
 * Which product stops first after a stop of shipments, when, and for want of which magnet.
 *
 * The stop holds for parts to which a control applies; goods that no control applies to go on, and are not simulated.
 * Scenario and licence waits of a path are the same for all parts; demand is independent from part to part. Products
 * are in the order in which they stop in the middle of all paths; those that none of these parts goes into are left out.
 *
 * @param plan the plan made ready
 * @param options the stop, paths and seed; progress of parts done, which may throw to cancel
 * @throws {DomainError} naming `stopDate` that is not after the planning date
 * @see Lodestock planning model, section 8
 */
export function assemblySurvivals(
  plan: PreparedPlan,
  options: StopOptions & { readonly onProgress?: (done: number, of: number) => void },
): readonly AssemblySurvival[] {
  const used = new Set(plan.plan.assemblies.flatMap(({ uses }) => uses.map(({ partId }) => partId)))
  const parts = plan.plan.parts.filter((part) => used.has(part.id) && isControlled(plan, part))
  const daysOf = new Map<string, Int32Array>()
  parts.forEach((part, index) => {
    daysOf.set(part.id, runOutDays(plan, part, options))
    options.onProgress?.(index + 1, parts.length)
  })
  const stops = plan.plan.assemblies.flatMap((assembly) => {
    const stop = assemblyStop(assembly, daysOf, options.paths)
    return stop === null ? [] : [{ assembly, ...stop }]
  })
  const first = firstCounts(stops.map(({ days }) => days), options.paths)
  const fromDate = civilDate(options.stopDate)
  return stops
    .map(({ assembly, days, counts }, index) => ({
      assemblyId: assembly.id,
      name: assembly.name,
      days: dayPercentiles(days, { fromDate, withinDays: withinDaysOf(options) }),
      stoppedBy: [...counts]
        .toSorted((a, b) => b[1] - a[1])
        .map(([partId, count]) => ({ partId, probability: shareEstimate(count, options.paths) })),
      firstToStop: shareEstimate(first[index] ?? 0, options.paths),
    }))
    .toSorted((a, b) => (a.days.p50Days ?? Infinity) - (b.days.p50Days ?? Infinity) || b.days.probability.value - a.days.probability.value)
}

function isControlled(plan: PreparedPlan, part: Part): boolean {
  const { licenceRoute, controlIds } = preparedPart(plan, part).inputs.leadTime
  return licenceRoute !== 'exempt' && controlIds.length > 0
}

/** Days until the first of an assembly's parts runs out, path by path, and how often each part is that one. */
function assemblyStop(
  assembly: Assembly,
  daysOf: ReadonlyMap<string, Int32Array>,
  paths: number,
): { readonly days: Int32Array; readonly counts: ReadonlyMap<string, number> } | null {
  const parts = [...new Set(assembly.uses.map(({ partId }) => partId))].filter((partId) => daysOf.has(partId))
  if (parts.length === 0) return null
  const days = new Int32Array(paths).fill(-1)
  const counts = new Map<string, number>()
  for (let path = 0; path < paths; path++) {
    let earliest: string | null = null
    for (const partId of parts) {
      const one = daysOf.get(partId)?.[path] ?? -1
      if (one >= 0 && (days[path]! < 0 || one < days[path]!)) {
        days[path] = one
        earliest = partId
      }
    }
    if (earliest !== null) counts.set(earliest, (counts.get(earliest) ?? 0) + 1)
  }
  return { days, counts }
}

/** How often each product is the first to stop; a tie goes to the one first in the plan. */
function firstCounts(days: readonly Int32Array[], paths: number): readonly number[] {
  const counts = days.map(() => 0)
  for (let path = 0; path < paths; path++) {
    let earliest = -1
    days.forEach((one, index) => {
      if (one[path]! >= 0 && (earliest < 0 || one[path]! < days[earliest]![path]!)) earliest = index
    })
    if (earliest >= 0) counts[earliest] = counts[earliest]! + 1
  }
  return counts
}
