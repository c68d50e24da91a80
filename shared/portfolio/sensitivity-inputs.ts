import type { PlanDocument } from '../plan/plan-document'
import type { Part } from '../plan/part-schema'
import { planLicenceWait } from '../plan/plan-inputs'
import { defaultTarget } from '../plan/sector-defaults'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import type { PolicyEvent } from '../policy-timeline/policy-event'

/** The inputs of which the effect on safety stock is measured. */
export const sensitivityInputs = [
  'usage', 'usage-variability', 'lead-time', 'lead-time-variability', 'licence-wait', 'other-scenarios', 'open-halt', 'accepted-risk', 'review-period',
] as const
/** An input of which the effect on safety stock is measured. */
export type SensitivityInput = (typeof sensitivityInputs)[number]

/** What is changed with each input, in words. */
export const sensitivityWords: Readonly<Record<SensitivityInput, string>> = {
  usage: 'usage of every part, its variation in proportion',
  'usage-variability': 'the standard deviation of usage',
  'lead-time': 'base lead times, their standard deviations kept',
  'lead-time-variability': 'the standard deviation of base lead times',
  'licence-wait': 'waits for licences',
  'other-scenarios': 'the weights of all scenarios but the status quo',
  'open-halt': 'the assumed length of a halt without an end',
  'accepted-risk': 'what targets leave to chance: 5 % at 95 %',
  'review-period': 'the days between order decisions',
}

/**
 * A plan with one input changed everywhere by a factor.
 *
 * Days that must be whole are rounded; a review period stays between 1 and 365 days.
 *
 * @param plan a validated plan
 * @param input what is changed
 * @param factor above 0, such as 0.75 or 1.25
 *
 * @example
 * planWithInput(samplePlan(), 'open-halt', 1.25).settings.openHaltDays // => 225
 */
export function planWithInput(plan: PlanDocument, input: SensitivityInput, factor: number): PlanDocument {
  const { settings } = plan
  const partsWith = (change: (part: Part) => Partial<Part>): PlanDocument => ({ ...plan, parts: plan.parts.map((part) => ({ ...part, ...change(part) })) })
  switch (input) {
    case 'usage':
      return {
        ...partsWith((part) => ({
          usage: scaledUsage(part.usage, { mean: factor, sd: factor }),
          usageHistory: part.usageHistory.map((period) => ({ ...period, quantity: period.quantity * factor })),
          forecast: part.forecast.map((period) => ({ ...period, meanPerDay: period.meanPerDay * factor })),
        })),
        assemblies: plan.assemblies.map((assembly) => ({ ...assembly, buildsPerWeek: assembly.buildsPerWeek * factor })),
      }
    case 'usage-variability':
      return {
        ...partsWith((part) => ({ usage: scaledUsage(part.usage, { mean: 1, sd: factor }), usageHistory: spreadHistory(part.usageHistory, factor) })),
        settings: { ...settings, defaultWeeklyUsageCv: Math.min(10, settings.defaultWeeklyUsageCv * factor) },
      }
    case 'lead-time':
      return partsWith((part) => ({ leadTime: scaledLeadTime(part.leadTime, { mean: factor, sd: 1 }) }))
    case 'lead-time-variability':
      return partsWith((part) => ({ leadTime: scaledLeadTime(part.leadTime, { mean: 1, sd: factor }) }))
    case 'licence-wait':
      return withWaits(plan, factor)
    case 'other-scenarios':
      return { ...plan, scenarios: plan.scenarios.map((scenario) => (scenario.id === settings.statusQuoScenarioId ? scenario : { ...scenario, weight: scenario.weight * factor })) }
    case 'open-halt':
      return { ...plan, settings: { ...settings, openHaltDays: Math.max(1, Math.round(settings.openHaltDays * factor)) } }
    case 'accepted-risk':
      return partsWith((part) => ({ target: riskierTarget(part.target ?? defaultTarget(part, settings).target, factor) }))
    case 'review-period':
      return {
        ...partsWith((part) => ({ reviewPeriodDays: part.reviewPeriodDays === null ? null : reviewDays(part.reviewPeriodDays * factor) })),
        settings: { ...settings, reviewPeriodDays: reviewDays(settings.reviewPeriodDays * factor) },
      }
  }
}

function reviewDays(days: number): number {
  return Math.min(365, Math.max(1, Math.round(days)))
}

function scaledUsage(usage: Part['usage'], by: { readonly mean: number; readonly sd: number }): Part['usage'] {
  switch (usage.kind) {
    case 'history':
      return usage
    case 'stated':
      return { ...usage, mean: usage.mean * by.mean, sd: usage.sd === null ? null : usage.sd * by.sd }
    case 'build-plan':
      return { ...usage, sdPerWeek: usage.sdPerWeek === null ? null : usage.sdPerWeek * by.sd }
  }
}

/** Usage further from, or nearer to, its mean by day; the sum stays. */
function spreadHistory(history: Part['usageHistory'], factor: number): Part['usageHistory'] {
  const days = history.reduce((sum, period) => sum + period.days, 0)
  const perDay = days === 0 ? 0 : history.reduce((sum, period) => sum + period.quantity, 0) / days
  return history.map((period) => ({ ...period, quantity: perDay * period.days + factor * (period.quantity - perDay * period.days) }))
}

function scaledLeadTime(leadTime: Part['leadTime'], by: { readonly mean: number; readonly sd: number }): Part['leadTime'] {
  if (leadTime.kind === 'total') return { ...leadTime, meanDays: leadTime.meanDays * by.mean, sdDays: leadTime.sdDays * by.sd, transitDays: leadTime.transitDays * by.mean }
  return { ...leadTime, legs: leadTime.legs.map((leg) => ({ ...leg, meanDays: leg.meanDays * by.mean, sdDays: leg.sdDays * by.sd })) }
}

function withWaits(plan: PlanDocument, factor: number): PlanDocument {
  const { wait, refusalRate } = planLicenceWait(plan)
  const events = (list: readonly PolicyEvent[]): PolicyEvent[] =>
    list.map((event) => ({
      ...event,
      effects: event.effects.map((effect) => ('wait' in effect && effect.wait.kind === 'own' ? { ...effect, wait: { ...effect.wait, wait: scaledWait(effect.wait.wait, factor) } } : effect)),
    }))
  return {
    ...plan,
    settings: { ...plan.settings, licenceWait: { kind: 'own', wait: scaledWait(wait, factor), refusalRate }, generalLicenceWait: scaledWait(plan.settings.generalLicenceWait, factor) },
    timeline: { ...plan.timeline, events: events(plan.timeline.events) },
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, events: events(scenario.events) })),
  }
}

function scaledWait(wait: LicenceWait, factor: number): LicenceWait {
  switch (wait.kind) {
    case 'fixed':
      return { ...wait, days: wait.days * factor }
    case 'uniform':
      return { ...wait, minDays: wait.minDays * factor, maxDays: wait.maxDays * factor }
    case 'triangular':
      return { ...wait, minDays: wait.minDays * factor, modeDays: wait.modeDays * factor, maxDays: wait.maxDays * factor }
    case 'gamma':
      return { ...wait, meanDays: wait.meanDays * factor, sdDays: wait.sdDays * factor }
    case 'observed':
      return { ...wait, days: wait.days.map((days) => days * factor) }
  }
}

function riskierTarget(target: NonNullable<Part['target']>, factor: number): NonNullable<Part['target']> {
  // Half of all is the most that is left to chance, or the change would ask for levels nobody plans.
  const level = (value: number): number => Math.max(Math.min(value, 0.5), 1 - (1 - value) * factor)
  switch (target.kind) {
    case 'cycle-service-level':
      return { ...target, cycleServiceLevel: level(target.cycleServiceLevel) }
    case 'fill-rate':
      return { ...target, fillRate: level(target.fillRate) }
    case 'least-cost':
      return { ...target, backorderCostPerUnitDay: target.backorderCostPerUnitDay / factor }
  }
}
