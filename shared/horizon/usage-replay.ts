import { addDays, civilDate, isoDate, type CivilDate } from '../calendar/civil-date'
import { addMonths } from '../calendar/months'
import { historyDemandRate, periodsInWindow, type HistoryPeriod } from '../demand/demand-rate'
import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { compiledPhases } from '../policy-timeline/compiled-phases'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import { randomKey } from '../probability/random-state'
import { planningFrame, type PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart, StockTarget } from '../safety-stock/planning-part'
import { orderQuantityOf } from '../safety-stock/order-quantity'
import { achievedService, pricedProof, warmUpDaysOf, type RuleProof } from './level-proof'
import { levelsOfPoints, rulePointsOn, type RuleLevels, type RulePoints } from './rule-levels'
import { simulatedGoods, type WaitDraws } from './simulated-goods'
import { simulateStock } from './stock-simulation'

/** Frames of the past: what was known on a day, and what came. Shared by the parts of a plan. */
export type ReplayTimeline = {
  /** The frame of what had been announced by a day. */
  readonly knownOn: (date: CivilDate) => PlanningFrame
  /** The frame of what really held. */
  readonly actual: PlanningFrame
  /** Common events that change a control, in order of their days. */
  readonly events: readonly PolicyEvent[]
}

/** A part's levels replayed on its own usage. JSON-safe; dates ISO. */
export type UsageReplay =
  /** Fewer than six periods of history before the planning date: three to learn from and three to replay. */
  | { readonly kind: 'too-little-history'; readonly partId: string; readonly periods: number }
  /** Returns exceed usage in the window before this day: no rule could have set a level. */
  | { readonly kind: 'negative-usage'; readonly partId: string; readonly date: string }
  | {
      readonly kind: 'replayed'
      readonly partId: string
      /** First day replayed, and first day no longer. */
      readonly fromDate: string
      readonly untilDate: string
      /** Courses that lead times and licence waits might have taken; the usage is the part's own in all of them. */
      readonly paths: number
      readonly seed: number
      readonly waitDraws: WaitDraws
      readonly target: StockTarget
      /** The recommended rule first: with what was known on each review date, and no foresight. */
      readonly rules: readonly RuleProof[]
      /** Policy events that took effect in between and touch a control that applies to the part. */
      readonly events: readonly { readonly id: string; readonly date: string; readonly title: string }[]
      /** Days of the history without a period, filled with the mean usage. */
      readonly filledDays: number
    }

// Fewer periods tell nothing of variability, and fewer to replay prove nothing.
const periodsToLearn = 3
const periodsToReplay = 3

/**
 * The timeline of a plan as it was: the common events, without any scenario, known from the day they were announced.
 *
 * @param plan the plan made ready
 */
export function replayTimeline(plan: PreparedPlan): ReplayTimeline {
  const events = plan.events.filter((event) => event.effects.length > 0 && event.effectiveDate !== null && civilDate(event.effectiveDate) <= plan.planningDate)
  const frames = new Map<string, PlanningFrame>()
  const frameOf = (known: readonly PolicyEvent[], planningDate: CivilDate): PlanningFrame => {
    const { settings } = plan.plan
    return planningFrame({
      planningDate,
      openHaltDays: settings.openHaltDays,
      generalLicenceWait: settings.generalLicenceWait,
      scenarios: [
        {
          name: 'as-it-was',
          weight: 1,
          phases: compiledPhases({ controlIds: plan.controls.map(({ id }) => id), common: known, scenario: [], planWait: plan.licenceWait }),
        },
      ],
      statusQuoName: 'as-it-was',
      attitude: { kind: 'weighted' },
    })
  }
  return {
    events: events.toSorted((a, b) => ((a.effectiveDate ?? '') < (b.effectiveDate ?? '') ? -1 : 1)),
    actual: frameOf(events, plan.planningDate),
    knownOn(date) {
      const day = isoDate(date)
      const known = plan.events.filter((event) => event.effects.length > 0 && (event.announcedDate ?? event.effectiveDate ?? '9999') <= day)
      const key = known.map(({ id }) => id).join('|')
      const frame = frames.get(key) ?? frameOf(known, date)
      frames.set(key, frame)
      return frame
    },
  }
}

/**
 * The proof of `levelProof` on the part's own dated usage, under the timeline as it was.
 *
 * At each review every rule sets its level from the usage before that day (the plan's window) and, for the recommended
 * one, from the policy events announced by then. Lead time, licence wait, lots, target and the ERP's safety stock are
 * taken to have been what they are today. Usage is spread evenly over the days of its period. Only base lead times and
 * licence waits are drawn.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options paths, seed and the timeline, which parts of a plan may share
 * @throws {DomainError} naming what a validated part cannot have wrong
 * @see Lodestock planning model, section 8
 */
export function usageReplay(
  plan: PreparedPlan,
  part: Part,
  options: { readonly paths: number; readonly seed: number; readonly waitDraws?: WaitDraws; readonly timeline?: ReplayTimeline },
): UsageReplay {
  const { settings } = plan.plan
  const history = part.usageHistory
    .map((period): HistoryPeriod => ({ startDate: civilDate(period.startDate), days: period.days, quantity: period.quantity }))
    .filter((period) => period.startDate + period.days <= plan.planningDate)
    .toSorted((a, b) => a.startDate - b.startDate)
  const [learned, last] = [history[periodsToLearn - 1], history.at(-1)]
  if (learned === undefined || last === undefined || history.length < periodsToLearn + periodsToReplay) {
    return { kind: 'too-little-history', partId: part.id, periods: history.length }
  }
  const timeline = options.timeline ?? replayTimeline(plan)
  const waitDraws = options.waitDraws ?? 'one-quantile-per-path'
  const { inputs } = preparedPart(plan, part)
  const from = addDays(learned.startDate, learned.days)
  const until = addDays(last.startDate, last.days)
  const partOn = (date: CivilDate): PlanningPart => ({
    ...inputs,
    forecast: [],
    demandRate: historyDemandRate({
      // A review takes place in the evening: what ended on that day is known.
      periods: recentPeriods(history, addDays(date, 1), settings.usageWindowMonths),
      defaultWeeklyCv: settings.defaultWeeklyUsageCv,
    }),
  })
  const firstEvening = addDays(from, -1)
  for (const { startDate, days } of history.slice(periodsToLearn - 1)) {
    const date = addDays(startDate, days)
    if (recentPeriods(history, date, settings.usageWindowMonths).reduce((sum, { quantity }) => sum + quantity, 0) < 0) {
      return { kind: 'negative-usage', partId: part.id, date: isoDate(date) }
    }
  }
  const first = partOn(firstEvening)
  const reviewDays = inputs.reviewPeriodDays
  const warmUpDays = warmUpDaysOf(timeline.knownOn(firstEvening), first, orderQuantityOf(inputs.orderRules, reviewDays * first.demandRate.meanPerDay, inputs.roundingStep).orderQuantity)
  const days = until - from
  const { demand, filledDays } = dailyUsage(history, { firstDay: from - warmUpDays, days: warmUpDays + days, meanPerDay: first.demandRate.meanPerDay })
  const reviewOffsets = Int32Array.from({ length: Math.floor((warmUpDays + days) / reviewDays) + 1 }, (_, index) => index * reviewDays)
  const levels = replayLevels(timeline, partOn, Array.from(reviewOffsets, (offset) => addDays(firstEvening, Math.max(0, offset - warmUpDays))))
  const goods = simulatedGoods(timeline.actual, inputs, [])
  const figures = simulateStock(
    {
      key: randomKey(part.id),
      // The first evening is the one before the first day replayed.
      firstDay: from - warmUpDays - 1,
      days: warmUpDays + days,
      goods,
      demand: (_, into) => into.set(demand),
      reviewOffsets,
      order: orderQuantityOf(inputs.orderRules, reviewDays * first.demandRate.meanPerDay, inputs.roundingStep),
      roundingStep: inputs.roundingStep,
      tolerance: 1e-9 * Math.max(first.demandRate.meanPerDay, 1e-9),
    },
    [...levels.values()].map((reorderPoints) => ({ reorderPoints, netStock: reorderPoints[0] ?? 0, hasOpenOrders: false, stopDay: null })),
    { seed: options.seed, paths: options.paths, waitDraws, countedFrom: warmUpDays, scenarioIndex: null },
  )
  const applying = new Set(inputs.leadTime.licenceRoute === 'exempt' ? [] : inputs.leadTime.controlIds)
  return {
    kind: 'replayed',
    partId: part.id,
    fromDate: isoDate(from),
    untilDate: isoDate(until),
    paths: options.paths,
    seed: options.seed,
    waitDraws,
    target: inputs.target,
    rules: [...levels].map(([rule, reorderPoints], index) =>
      pricedProof(achievedService(rule, reorderPoints.at(-1) ?? 0, figures[index]!, days), {
        unitCost: part.unitCost,
        holdingRatePerYear: settings.holdingRatePerYear,
        target: inputs.target,
      }),
    ),
    events: timeline.events
      .filter(({ effects, effectiveDate }) => effects.some(({ controlId }) => applying.has(controlId)) && (effectiveDate ?? '') >= isoDate(from) && (effectiveDate ?? '') < isoDate(until))
      .map(({ id, title, effectiveDate }) => ({ id, title, date: effectiveDate ?? '' })),
    filledDays,
  }
}

/** The periods of the plan's window before a day; the latest three where the window holds fewer. */
function recentPeriods(history: readonly HistoryPeriod[], date: CivilDate, windowMonths: number): readonly HistoryPeriod[] {
  const known = history.filter((period) => period.startDate + period.days <= date)
  const inWindow = periodsInWindow(known, { fromDate: addMonths(date, -windowMonths), untilDate: date })
  return inWindow.length >= periodsToLearn ? inWindow : known.slice(-periodsToLearn)
}

/** Usage of each day, index 1 being the first; days that no period covers have the mean. */
function dailyUsage(
  history: readonly HistoryPeriod[],
  of: { readonly firstDay: number; readonly days: number; readonly meanPerDay: number },
): { readonly demand: Float64Array; readonly filledDays: number } {
  const demand = new Float64Array(of.days + 1).fill(of.meanPerDay)
  const covered = new Uint8Array(of.days + 1)
  demand[0] = 0
  for (const period of history) {
    for (let day = Math.max(period.startDate, of.firstDay); day < period.startDate + period.days; day++) {
      const index = day - of.firstDay + 1
      if (index > of.days) break
      demand[index] = period.quantity / period.days
      covered[index] = 1
    }
  }
  const firstCovered = covered.indexOf(1)
  return { demand, filledDays: firstCovered < 0 ? of.days : covered.subarray(firstCovered).filter((one) => one === 0).length }
}

/** Rounded reorder points of every rule at every review, with what was known then. */
function replayLevels(timeline: ReplayTimeline, partOn: (date: CivilDate) => PlanningPart, dates: readonly CivilDate[]): RuleLevels {
  let before: { readonly date: CivilDate; readonly points: RulePoints } | null = null
  return levelsOfPoints(
    dates.map((date) => {
      if (before?.date !== date) before = { date, points: rulePointsOn(timeline.knownOn(date), partOn(date), date) }
      return before.points
    }),
  )
}
