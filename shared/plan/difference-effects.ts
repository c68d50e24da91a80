import type { CivilDate } from '../calendar/civil-date'
import { civilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import { mergedPlan } from './merged-plan'
import { partRecommendation } from './part-recommendation'
import type { Part } from './part-schema'
import { changeOrder, planChangeOf, planChangeSteps, type PlanChange, type PlanChangeStep } from './plan-difference'
import type { PlanDocument } from './plan-document'
import { preparedPlan, type PreparedPlan } from './plan-inputs'

/** A change and what it does to the safety stock, measured after all changes before it in the order. */
export type MeasuredChange = PlanChange & {
  /** Change of the rounded safety stock of the one part it concerns, part units; null where it concerns several parts. */
  readonly safetyStock: number | null
  readonly unit: string | null
  /** Change of the cash in safety stock of all parts, plan currency. Parts without a unit cost have none. */
  readonly cash: number
  /** Whether the plan cannot be computed right after this change: its effect is in that of the next. */
  readonly isMeasuredWithNext: boolean
}

/** Two plans or versions compared, as JSON. The effects add up to the change from `before` to `after`. */
export type PlanDifference = {
  readonly changes: readonly MeasuredChange[]
  /** The order in which effects are measured, in words. */
  readonly order: string
  readonly before: SafetyStockTotal
  readonly after: SafetyStockTotal
}

/** The safety stock of a plan. */
export type SafetyStockTotal = {
  /** Plan currency. */
  readonly cash: number
  readonly partCount: number
  /** Parts that are not in the cash, for want of a unit cost. */
  readonly partsWithoutUnitCost: number
}

/** How many changes are measured, of how many. */
export type DifferenceProgress = { readonly done: number; readonly total: number }

type Stock = { readonly safetyStock: number; readonly cash: number | null }
type Measured = { readonly prepared: PreparedPlan; readonly stocks: ReadonlyMap<string, Stock> }

/**
 * What changed between two plans, and how much of the change in safety stock each change causes.
 *
 * The changes are made one after the other, in a stated order, and the safety stock computed after each; what a change
 * adds depends on that order, and all of them together add up to the whole.
 *
 * @param before a validated plan or version
 * @param after another
 * @param options the day to plan for where a plan leaves it open
 * @throws {DomainError} naming what a validated plan cannot have wrong
 * @see Lodestock planning model, section 9
 */
export function planDifference(before: PlanDocument, after: PlanDocument, options: { readonly today: CivilDate }): PlanDifference {
  const measuring = planDifferenceSteps(before, after, options)
  for (;;) {
    const step = measuring.next()
    if (step.done === true) return step.value
  }
}

/**
 * The same change by change, so that it can be shown and broken off between any two.
 *
 * @param before a validated plan or version
 * @param after another
 * @param options the day to plan for where a plan leaves it open
 * @throws {DomainError} naming what a validated plan cannot have wrong
 */
export function* planDifferenceSteps(before: PlanDocument, after: PlanDocument, options: { readonly today: CivilDate }): Generator<DifferenceProgress, PlanDifference> {
  const steps = planChangeSteps(before, after)
  yield { done: 0, total: steps.length }
  let plan = before
  let prepared = preparedOn(plan, options.today)
  let stocks = stocksOf(prepared)
  const start = totalOf(stocks)
  let measured = start.cash
  let isStale = false
  const changes: MeasuredChange[] = []
  for (const step of steps) {
    yield { done: changes.length, total: steps.length }
    const { partId } = step
    const oldUnits = partId === null ? 0 : (stocks.get(partId)?.safetyStock ?? 0)
    plan = planAfterStep(plan, step)
    const isAlone: boolean = !isStale && concernsOnePart(step)
    const next: Measured | null = attempt(() => {
      const nextPrepared: PreparedPlan = isAlone ? { ...prepared, plan } : preparedOn(plan, options.today)
      return { prepared: nextPrepared, stocks: isAlone ? withPart(stocks, nextPrepared, partId as string) : stocksOf(nextPrepared) }
    })
    isStale = next === null
    const unit = partId === null ? null : (plan.parts.find((part) => part.id === partId)?.unit ?? before.parts.find((part) => part.id === partId)?.unit ?? null)
    if (next === null) {
      changes.push({ ...planChangeOf(step), safetyStock: partId === null ? null : 0, unit, cash: 0, isMeasuredWithNext: true })
      continue
    }
    ;({ prepared, stocks } = next)
    const total = totalOf(stocks).cash
    const cash = total - measured
    measured = total
    const units = partId === null ? null : (stocks.get(partId)?.safetyStock ?? 0) - oldUnits
    changes.push({ ...planChangeOf(step), safetyStock: units, unit, cash, isMeasuredWithNext: false })
  }
  const last = changes.at(-1)
  if (last?.isMeasuredWithNext === true) {
    // The second plan can be computed, so the rest of the way is the effect of the last change.
    stocks = stocksOf(preparedOn(plan, options.today))
    changes.splice(-1, 1, { ...last, cash: totalOf(stocks).cash - measured, isMeasuredWithNext: false })
  }
  return { changes, order: changeOrder, before: start, after: totalOf(stocks) }
}

function preparedOn(plan: PlanDocument, today: CivilDate): PreparedPlan {
  return preparedPlan(plan, { planningDate: plan.settings.planningDate === null ? today : civilDate(plan.settings.planningDate) })
}

function concernsOnePart({ item }: PlanChangeStep): boolean {
  return item.partId !== null && /^(?:part|order|override):/.test(item.rowKey)
}

/** The plan after one change; only the part it concerns is looked at, so that a long list of changes stays quick. */
function planAfterStep(plan: PlanDocument, step: PlanChangeStep): PlanDocument {
  const { partId } = step
  const apply = (to: PlanDocument): PlanDocument => {
    const result = mergedPlan(to, { method: 'three-way', author: null, savedDate: null, items: [step.item] }, { choices: { [step.id]: 'theirs' }, conflicts: null })
    return result.ok ? result.value.plan : to
  }
  const isInPart = concernsOnePart(step) && partId !== null && step.item.cell !== 'partId' && !(step.item.rowKey.startsWith('part:') && step.item.change !== 'cell')
  if (!isInPart) return apply(plan)
  const one = apply({ ...plan, parts: plan.parts.filter((part) => part.id === partId), assemblies: [] })
  return { ...plan, parts: plan.parts.map((part) => (part.id === partId ? (one.parts[0] ?? part) : part)) }
}

function stocksOf(prepared: PreparedPlan): ReadonlyMap<string, Stock> {
  return new Map(prepared.plan.parts.map((part) => [part.id, stockOf(prepared, part)]))
}

function withPart(stocks: ReadonlyMap<string, Stock>, prepared: PreparedPlan, partId: string): ReadonlyMap<string, Stock> {
  const next = new Map(stocks)
  const part = prepared.plan.parts.find((each) => each.id === partId)
  if (part === undefined) next.delete(partId)
  else next.set(partId, stockOf(prepared, part))
  return next
}

function stockOf(prepared: PreparedPlan, part: Part): Stock {
  const { recommendation, cash } = partRecommendation(prepared, part)
  return { safetyStock: recommendation.rounded.safetyStock, cash }
}

function totalOf(stocks: ReadonlyMap<string, Stock>): SafetyStockTotal {
  let cash = 0
  let partsWithoutUnitCost = 0
  for (const stock of stocks.values()) {
    if (stock.cash === null) partsWithoutUnitCost += 1
    else cash += stock.cash
  }
  return { cash, partCount: stocks.size, partsWithoutUnitCost }
}

function attempt<Value>(compute: () => Value): Value | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
