import { isoDate } from '../../shared/calendar/civil-date'
import type { BuyingForward } from '../../shared/horizon/buying-forward'
import type { PartOutlook } from '../../shared/horizon/part-outlook'
import type { DayPercentiles, StockProjection } from '../../shared/horizon/stock-projection'
import type { PartSurvival } from '../../shared/horizon/stock-survival'
import type { Estimate } from '../../shared/horizon/simulation-estimate'
import type { Part } from '../../shared/plan/part-schema'
import { isWholeUnit } from '../../shared/plan/part-unit'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { moneyText, percentText, quantityText, roughText } from './figures'
import { changeLines, openOrderLines } from './outlook-text'
import { textTable, wrapped } from './text-table'

/** What `project` found out about a part. */
export type ProjectResult = {
  readonly outlook: PartOutlook
  readonly projection: StockProjection
  readonly buyingForward: BuyingForward
  readonly survival: PartSurvival | null
}

/** The projection of a part for people. */
export function projectText(plan: PreparedPlan, part: Part, result: ProjectResult): string {
  const { outlook, projection, survival } = result
  const draws = projection.waitDraws === 'independent' ? 'waits drawn anew for every order, which may overtake each other' : 'orders do not overtake each other'
  const widest = projection.withOrders.reduce((most, { p50 }) => Math.max(most, p50.standardError), 0)
  return [
    `${part.partNumber}${part.description === '' ? '' : ` · ${part.description}`} · from ${isoDate(plan.planningDate)}, ${projection.withOrders.length - 1} weeks`,
    `${projection.paths} simulated futures, seed ${projection.seed}; ${draws}.`,
    '',
    weekTable(part, outlook, projection),
    wrapped(
      `Net stock in ${part.unit} at the end of each week. The medians are known to ±${roughText(widest)} ${part.unit} or better (standard error), the probabilities to ±${percentText(Math.sqrt(0.25 / projection.paths))} or better. Levels do not foresee that the scenario will be known by then.`,
      { columns: 108, indent: '' },
    ),
    '',
    ...[
      buildUpLine(outlook, part),
      `Without further orders it runs out ${dayWords(projection.runOut)}`,
      `Ordering by the levels it is short at some time ${dayWords(projection.firstShortWithOrders)}`,
      ...(survival === null ? [] : [`If nothing leaves the border from ${survival.stopDate} on, it lasts ${survivalWords(survival.days)}`]),
      ...forwardLines(result.buyingForward, part, plan.plan.settings.currency),
    ].map((line) => wrapped(line, { columns: 108, indent: '  ' })),
    '',
    ...changeLines(plan, outlook),
    ...openOrderLines(part, outlook),
  ].join('\n')
}

function weekTable(part: Part, outlook: PartOutlook, projection: StockProjection): string {
  const levels = new Map(outlook.levels.map((level) => [level.date, level.roundedReorderPoint]))
  let level = 0
  const reorderPoints = projection.withOrders.map(({ date }) => (level = levels.get(date) ?? level))
  const step = isWholeUnit(part.unit) ? 1 : 0.1
  const quantity = (one: Estimate): string => quantityText(Number((step * Math.round(one.value / step)).toFixed(1)))
  const weeks = projection.withOrders
  return textTable([
    { heading: ['Week', 'ending'], align: 'left', cells: weeks.map(({ date }) => date) },
    { heading: ['Reorder', 'point'], align: 'right', cells: reorderPoints.map(quantityText) },
    ...(['p05', 'p25', 'p50', 'p75', 'p95'] as const).map((name) => ({
      heading: [name === 'p05' ? 'Net stock' : '', `${Number(name.slice(1))} %`], align: 'right' as const, cells: weeks.map((week) => quantity(week[name])),
    })),
    { heading: ['Short', 'in week'], align: 'right', cells: weeks.map(({ short }) => percentText(short.value)) },
    { heading: ['No orders', '50 %'], align: 'right', cells: projection.withoutOrders.map(({ p50 }) => quantity(p50)) },
    { heading: ['Short', 'in week'], align: 'right', cells: projection.withoutOrders.map(({ short }) => percentText(short.value)) },
  ])
}

function buildUpLine({ buildUp }: PartOutlook, { unit }: Part): string {
  return buildUp === null
    ? 'No build-up: the reorder point never exceeds today’s by more than 5 %.'
    : `Build-up: from ${buildUp.date} the reorder point is ${quantityText(Math.ceil(buildUp.increase))} ${unit} higher than today’s.`
}

/** When something happens, in words that follow a verb. */
function dayWords(days: DayPercentiles): string {
  const { probability, p05Days, p50Days, earlyDate, medianDate, withinDays } = days
  const share = `in ${percentText(probability.value)} (±${percentText(probability.standardError)}) of futures within ${withinDays} days`
  const early = earlyDate === null ? '' : `; in one of twenty by ${earlyDate} (day ${p05Days})`
  const middle = medianDate === null ? '' : `, in half by ${medianDate} (day ${p50Days})`
  return `${share}${early}${middle}.`
}

function survivalWords({ p05Days, p50Days, p95Days, withinDays }: DayPercentiles): string {
  const text = (days: number | null): string => (days === null ? `more than ${withinDays}` : String(days))
  return `${text(p50Days)} days in the middle of all futures, ${text(p05Days)} in the worst twentieth and ${text(p95Days)} in the best.`
}

function forwardLines(forward: BuyingForward, { unit }: Part, currency: string): readonly string[] {
  if (forward.quantity === 0) return ['Buying forward: today’s position already reaches the highest reorder point of the horizon.']
  const money = forward.cash === null ? '' : ` (${moneyText(forward.cash)} ${currency}${forward.holdingCost === null ? '' : `, and ${moneyText(forward.holdingCost.value)} ${currency} of holding over the horizon`})`
  const saved = forward.backorderCostSaved === null ? '' : `, ${moneyText(forward.backorderCostSaved.value)} ${currency} of late delivery`
  const [without, within] = [percentText(forward.shortFuturesWithout.value), percentText(forward.shortFuturesWith.value)]
  const change = without === within ? `leaves futures with a day short at ${without}` : `takes futures with a day short from ${without} to ${within}`
  const lines = [
    `Buying forward ${quantityText(forward.quantity)} ${unit} today${money} ${change} (±${percentText(forward.shortFuturesWith.standardError)}) and saves ${roughText(forward.shortageSaved.value)} ${unit} of late demand (±${roughText(forward.shortageSaved.standardError)})${saved}.`,
  ]
  if (forward.ordersNeeded > 1 && forward.mostPerOrder !== null) {
    lines.push(`The cap of ${quantityText(forward.mostPerOrder)} ${unit} an order binds: it takes ${forward.ordersNeeded} orders, and ${quantityText(forward.missingInOneOrder)} ${unit} do not fit into one.`)
  }
  return lines
}
