import { addDays, civilDate, isoDate, type CivilDate } from '../calendar/civil-date'
import { addMonths } from '../calendar/months'
import { periodsInWindow } from '../demand/demand-rate'
import { assemblyUsesOf } from './part-demand'
import type { Part } from './part-schema'
import type { PlanCheck } from './plan-check'
import type { PlanFinding, PlanPath, PlanProblemKind } from './plan-problem'

/**
 * What is wrong or doubtful about the usage of a part: how it is stated, its history, the build plan, the forecast.
 *
 * @param part a part of which the shape is right
 * @param path where the part stands
 * @param check the plan it belongs to
 */
export function usageFindings(part: Part, path: PlanPath, check: PlanCheck): readonly PlanFinding[] {
  return [...baseUsageFindings(part, path, check), ...overlapFindings(part, path), ...forecastFindings(part, path)]
}

function baseUsageFindings(part: Part, path: PlanPath, check: PlanCheck): readonly PlanFinding[] {
  switch (part.usage.kind) {
    case 'stated': {
      const { mean, sd, per } = part.usage
      if (mean > 0) return []
      if (sd !== null && sd > 0) {
        const text = `usage has a standard deviation of ${check.words.quantity(sd, part.unit)} a ${per} and a mean of 0; enter the mean usage, or set the standard deviation to 0`
        return [finding('spread-without-usage', 'error', [...path, 'usage', 'sd'], text)]
      }
      return forecastWithoutUsage(part, path, check)
    }
    case 'build-plan':
      return buildPlanFindings(part, path, check, part.usage.sdPerWeek)
    case 'history':
      return historyFindings(part, path, check)
  }
}

function buildPlanFindings(part: Part, path: PlanPath, check: PlanCheck, sdPerWeek: number | null): readonly PlanFinding[] {
  const { pieces, words } = check
  const uses = assemblyUsesOf(part.id, pieces.assemblies.filter((assembly) => assembly !== null))
  const perWeek = uses.reduce((sum, use) => sum + use.quantityPerProduct * use.buildsPerWeek, 0)
  const found: PlanFinding[] = []
  // An assembly that cannot be read may well be the one that uses it.
  if (uses.length === 0 && !pieces.assemblies.includes(null)) {
    const text = 'its usage comes from the build plan, and no assembly uses it, so its usage is 0; add it to an assembly, or state its usage'
    found.push(finding('build-plan-without-assembly', 'warning', [...path, 'usage'], text))
  }
  if (perWeek === 0 && sdPerWeek !== null && sdPerWeek > 0 && !pieces.assemblies.includes(null)) {
    const text = `weekly usage has a standard deviation of ${words.quantity(sdPerWeek, part.unit)}, and the build plan uses none; enter what is built per week, or clear the standard deviation`
    found.push(finding('spread-without-usage', 'error', [...path, 'usage', 'sdPerWeek'], text))
  } else if (perWeek === 0) found.push(...forecastWithoutUsage(part, path, check))
  return found
}

function historyFindings(part: Part, path: PlanPath, check: PlanCheck): readonly PlanFinding[] {
  const { pieces, planningDate, words } = check
  const at = [...path, 'usageHistory']
  if (part.usageHistory.length === 0) {
    return [finding('no-usage-history', 'error', at, 'its usage is to come from its history, and the history is empty; import past usage, or state the usage')]
  }
  if (pieces.settings === null || planningDate === null) return []
  const { usageWindowMonths } = pieces.settings
  const fromDate = addMonths(planningDate, -usageWindowMonths)
  const history = part.usageHistory.map((period) => ({ ...period, startDate: civilDate(period.startDate) }))
  const counted = periodsInWindow(history, { fromDate, untilDate: planningDate })
  const window = `the ${usageWindowMonths} months before ${words.date(isoDate(planningDate))}`
  if (counted.length === 0) {
    const last = history.map((period) => addDays(period.startDate, period.days - 1)).reduce((a, b) => (a > b ? a : b), history[0]?.startDate as CivilDate)
    const text = `none of its ${count(history.length, 'usage period')} lies wholly in ${window} (the last ends on ${words.date(isoDate(last))}); import newer usage, widen the window in the settings, or state the usage`
    return [finding('no-usage-in-window', 'error', at, text)]
  }
  const total = counted.reduce((sum, period) => sum + period.quantity, 0)
  if (total < 0) {
    const text = `usage in ${window} adds up to ${words.quantity(total, part.unit)}; returns may not exceed usage, so correct the history or state the usage`
    return [finding('negative-usage', 'error', at, text)]
  }
  if (total === 0 && counted.length >= 3 && counted.some((period) => period.quantity !== 0)) {
    const text = `usage in ${window} adds up to 0 ${part.unit}, although it varies; correct the returns in the history, or state the usage`
    return [finding('spread-without-usage', 'error', at, text)]
  }
  const found: PlanFinding[] = total === 0 ? [...forecastWithoutUsage(part, path, check)] : []
  if (counted.length < 3) {
    const text = `only ${count(counted.length, 'usage period')} lies wholly in ${window}, too few to measure how usage varies; the plan’s default variation of ${pieces.settings.defaultWeeklyUsageCv} a week is taken until there are 3`
    found.push(finding('short-usage-history', 'warning', at, counted.length === 1 ? text : text.replace(' lies ', ' lie ')))
  }
  return found
}

function forecastWithoutUsage(part: Part, path: PlanPath, { words }: PlanCheck): readonly PlanFinding[] {
  const largest = Math.max(0, ...part.forecast.map((period) => period.meanPerDay))
  if (largest === 0) return []
  const text = `the forecast is as high as ${words.quantity(largest, part.unit)} a day and usage is 0, so the forecast is taken not to vary at all; enter the usage as well`
  return [finding('forecast-without-usage', 'warning', [...path, 'forecast'], text)]
}

function overlapFindings(part: Part, path: PlanPath): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  const periods = part.usageHistory
    .map((period, index) => ({ index, start: civilDate(period.startDate), end: civilDate(period.startDate) + period.days, text: period.startDate }))
    .toSorted((a, b) => a.start - b.start || a.index - b.index)
  let last = periods[0]
  for (const period of periods.slice(1)) {
    if (last !== undefined && period.start < last.end) {
      const text = `this period begins before the period from ${last.text} has ended, so usage would count twice; correct one of them`
      found.push(finding('overlapping-usage-periods', 'error', [...path, 'usageHistory', period.index], text))
    }
    if (last === undefined || period.end > last.end) last = period
  }
  return found
}

function forecastFindings(part: Part, path: PlanPath): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  const inOrder = part.forecast.map((period, index) => ({ ...period, index })).toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : a.index - b.index))
  let last: (typeof inOrder)[number] | undefined
  for (const period of inOrder) {
    const at = [...path, 'forecast', period.index]
    if (period.untilDate <= period.fromDate) {
      found.push(finding('forecast-reversed', 'error', at, `this forecast ends on ${period.untilDate}, which is not after its first day ${period.fromDate}; correct the dates`))
      continue
    }
    if (last !== undefined && period.fromDate < last.untilDate) {
      const text = `this forecast begins before the one from ${last.fromDate} ends on ${last.untilDate}; let one end where the next begins`
      found.push(finding('forecast-overlap', 'error', at, text))
    }
    if (last === undefined || period.untilDate > last.untilDate) last = period
  }
  return found
}

function finding(kind: PlanProblemKind, severity: PlanFinding['severity'], path: PlanPath, text: string): PlanFinding {
  return { kind, severity, path, text }
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}
