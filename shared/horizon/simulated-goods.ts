import { wholeTransitDays } from '../lead-time/base-lead-time'
import type { ApplicationLag } from '../policy-timeline/control-phase'
import { pendingGrantTable } from '../policy-timeline/pending-grant-table'
import { pointDayTable } from '../probability/day-table'
import { randomKey, randomUnit, seedRandomState, type RandomState } from '../probability/random-state'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import type { PlacedOrder } from './open-order-receipt'
import { partCalendars } from './part-calendars'
import { quantileTable, tableQuantile, type QuantileTable } from './quantile-table'
import { firstOpenDay, grantDay, simulatedControl, type SimulatedControl } from './simulated-control'

/** Whether the orders of a path share one quantile of base lead time and waits, so that none overtakes another, or each draws its own. */
export type WaitDraws = 'one-quantile-per-path' | 'independent'

/** When goods of one order leave and are received: whole day numbers, Infinity for never. */
export type GoodsDays = { departure: number; receipt: number }

/** How the goods of a part move in every scenario, laid out for a simulation. */
export type SimulatedGoods = {
  /** Cumulative weights of the scenarios; the last is 1. */
  readonly cumulativeWeights: readonly number[]
  readonly controls: readonly (readonly SimulatedControl[])[]
  /** Keys of the controls among the keys of random streams: the same control has the same draw for every part of a path. */
  readonly controlKeys: readonly number[]
  readonly base: QuantileTable
  readonly transitDays: number
  readonly applicationLag: ApplicationLag
  readonly planningDay: number
  readonly openOrders: readonly PlacedOrder[]
  /** Remaining waits of filed applications: by scenario, open order and control; null where the order has none. */
  readonly pendingGrants: readonly (readonly (readonly QuantileTable[] | null)[])[]
}

/** The draws of one path that decide about its goods. Filled anew for every path. */
export type GoodsPath = {
  scenarioIndex: number
  /** Base lead time where all orders share one, days. */
  baseDays: number
  /** Quantile under each control. */
  readonly waitQuantiles: Float64Array
  /** Waits by control and stretch that were looked up already, −1 for none. */
  readonly knownWaits: readonly Float64Array[]
  readonly waitDraws: WaitDraws
  /** Chance of independent draws. */
  readonly state: RandomState
  readonly grants: Float64Array
}

/**
 * How the goods of a part move in every scenario.
 *
 * @param frame the plan
 * @param part the part
 * @param openOrders orders already placed
 */
export function simulatedGoods(frame: PlanningFrame, part: PlanningPart, openOrders: readonly PlacedOrder[]): SimulatedGoods {
  const { leadTime } = part
  const { planningDate, scenarios } = frame.inputs
  const calendars = scenarios.map((_, index) => partCalendars(frame, leadTime, index))
  let sum = 0
  return {
    cumulativeWeights: frame.weights.map((weight, index) => (index === frame.weights.length - 1 ? 1 : (sum += weight))),
    controls: calendars.map((one) => one.map(simulatedControl)),
    controlKeys: calendars[0]?.map(({ controlId }) => randomKey(controlId)) ?? [],
    base: quantileTable(frame.leadTimes.baseTable(leadTime.baseLeadTime)),
    transitDays: wholeTransitDays(leadTime.baseLeadTime),
    applicationLag: leadTime.applicationLag,
    planningDay: planningDate,
    openOrders,
    pendingGrants: calendars.map((controls) =>
      openOrders.map(({ licence }) =>
        licence.status === 'filed'
          ? controls.map((calendar) => {
              const grants = pendingGrantTable(calendar, { filedDate: licence.filedDate, pendingDate: planningDate })
              return quantileTable(grants.probabilities.length === 0 ? { ...pointDayTable(0), firstDay: Infinity } : grants)
            })
          : null,
      ),
    ),
  }
}

/**
 * Room for the draws of one path.
 *
 * @param goods how goods move
 * @param waitDraws shared or independent
 */
export function goodsPath(goods: SimulatedGoods, waitDraws: WaitDraws): GoodsPath {
  const count = goods.controlKeys.length
  const stretches = Math.max(1, ...goods.controls.flat().map(({ states }) => states.length))
  return {
    scenarioIndex: 0,
    baseDays: 0,
    waitQuantiles: new Float64Array(count),
    knownWaits: Array.from({ length: count }, () => new Float64Array(stretches)),
    waitDraws,
    state: new Int32Array(4),
    grants: new Float64Array(count),
  }
}

const scratch = new Int32Array(4)

/**
 * Draws a path: its scenario, its quantile of the base lead time, and one under each control.
 *
 * Scenario and waits depend on the seed and the path alone, so that all parts of a plan live in the same future.
 *
 * @param goods how goods move
 * @param path filled anew
 * @param of seed, number of the path, the part's key, and a scenario to take instead of drawing one
 */
export function drawGoodsPath(
  goods: SimulatedGoods,
  path: GoodsPath,
  of: { readonly seed: number; readonly path: number; readonly partKey: number; readonly scenarioIndex: number | null },
): void {
  seedRandomState(scratch, of.seed, [of.path, 1])
  const drawn = randomUnit(scratch)
  let scenarioIndex = 0
  while (drawn > goods.cumulativeWeights[scenarioIndex]! && scenarioIndex < goods.cumulativeWeights.length - 1) scenarioIndex++
  path.scenarioIndex = of.scenarioIndex ?? scenarioIndex
  for (let index = 0; index < goods.controlKeys.length; index++) {
    seedRandomState(scratch, of.seed, [of.path, 2, goods.controlKeys[index]!])
    path.waitQuantiles[index] = randomUnit(scratch)
    path.knownWaits[index]!.fill(-1)
  }
  seedRandomState(path.state, of.seed, [of.path, 3, of.partKey])
  path.baseDays = tableQuantile(goods.base, randomUnit(path.state))
}

/**
 * When an order placed on a day leaves and is received, in a path.
 *
 * @param goods how goods move
 * @param path the draws of the path
 * @param orderDay whole day number
 * @param into where the days are put
 */
export function moveGoods(goods: SimulatedGoods, path: GoodsPath, orderDay: number, into: GoodsDays): void {
  const { transitDays, applicationLag } = goods
  const baseDays = path.waitDraws === 'independent' ? tableQuantile(goods.base, randomUnit(path.state)) : path.baseDays
  const readyDay = orderDay + Math.max(0, baseDays - transitDays)
  const applicationDay = (applicationLag.after === 'order' ? orderDay : readyDay) + applicationLag.days
  const controls = goods.controls[path.scenarioIndex]!
  for (let index = 0; index < controls.length; index++) path.grants[index] = grantIn(controls[index]!, path, index, applicationDay)
  into.departure = firstOpenDay(controls, path.grants, readyDay)
  into.receipt = into.departure + Math.min(transitDays, baseDays)
}

/**
 * When an open order leaves and is received, in a path; nothing is received before the day after the planning date.
 *
 * @param goods how goods move
 * @param path the draws of the path
 * @param orderIndex place of the order among the open ones
 * @param into where the days are put
 */
export function moveOpenOrder(goods: SimulatedGoods, path: GoodsPath, orderIndex: number, into: GoodsDays): void {
  const { transitDays, planningDay, applicationLag } = goods
  const { promisedDate, orderedDate, licence } = goods.openOrders[orderIndex]!
  const readyDay = promisedDate - transitDays
  const controls = goods.controls[path.scenarioIndex]!
  const pending = goods.pendingGrants[path.scenarioIndex]![orderIndex]!
  if (licence.status === 'included' || licence.status === 'not-needed') {
    into.departure = readyDay
  } else {
    const from = applicationLag.after === 'order' && orderedDate !== null ? orderedDate : readyDay
    const applicationDay = Math.max(planningDay, from + applicationLag.days)
    for (let index = 0; index < controls.length; index++) {
      path.grants[index] =
        pending !== null
          ? tableQuantile(pending[index]!, path.waitDraws === 'independent' ? randomUnit(path.state) : path.waitQuantiles[index]!)
          : licence.status === 'granted'
            ? readyDay
            : grantIn(controls[index]!, path, index, applicationDay)
    }
    into.departure = firstOpenDay(controls, path.grants, readyDay)
  }
  into.receipt = Math.max(planningDay + 1, into.departure + transitDays)
}

function grantIn(control: SimulatedControl, path: GoodsPath, index: number, applicationDay: number): number {
  if (path.waitDraws === 'independent') return grantDay(control, applicationDay, (stretch) => tableQuantile(control.waits[stretch]!, randomUnit(path.state)))
  const known = path.knownWaits[index]!
  return grantDay(control, applicationDay, (stretch) => {
    let wait = known[stretch]!
    if (wait < 0) {
      wait = tableQuantile(control.waits[stretch]!, path.waitQuantiles[index]!)
      known[stretch] = wait
    }
    return wait
  })
}
