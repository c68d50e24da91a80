// Order of events within a day: demand, then receipts, then (on a review day) review and order.
//
// Each path draws the scenario once; one quantile of the base lead time and one under each control for its wait, used for
// all orders of the path, so that orders do not overtake (or, as an option labelled so, anew for every order); and the
// demand of every day. On the evening of the first day, before any demand, the first review takes place. Nothing is
// received before the day after; an order without a lead time is received on the evening it is placed.
import { requireWhole } from '../domain-error'
import type { OrderQuantity } from '../safety-stock/order-quantity'
import { seedRandomState } from '../probability/random-state'
import type { DemandPath } from './demand-path'
import { drawGoodsPath, goodsPath, moveGoods, moveOpenOrder, type GoodsDays, type SimulatedGoods, type WaitDraws } from './simulated-goods'

/** One part, laid out for simulation from the evening of a first day. */
export type SimulatedPart = {
  /** The part's key among the keys of random streams. */
  readonly key: number
  /** Day on whose evening the simulation begins. */
  readonly firstDay: number
  /** Days simulated after it. */
  readonly days: number
  readonly goods: SimulatedGoods
  readonly demand: DemandPath
  /** Days after the first on which reviews take place, ascending. */
  readonly reviewOffsets: Int32Array
  readonly order: Pick<OrderQuantity, 'leastOrder' | 'orderStep' | 'mostOrder'>
  readonly roundingStep: number
  /** Net stock less than this below zero is rounding, part units. */
  readonly tolerance: number
}

/** One way to run the part: what it starts with, what it orders by, and what it may receive. */
export type SimulatedRule = {
  /** Rounded reorder point at each review, part units; null for no further orders. */
  readonly reorderPoints: Float64Array | null
  /** On hand − allocated − backordered on the evening of the first day, part units. */
  readonly netStock: number
  /** Whether the open orders are on their way. */
  readonly hasOpenOrders: boolean
  /** Goods that have not left before this day never come; null for no stop. */
  readonly stopDay: number | null
  /** Bought forward on the first evening, on top of what the review orders, part units; 0 where left out. */
  readonly boughtForward?: number
}

/** How many paths, from which seed, and how waits are drawn. */
export type SimulationOptions = {
  readonly seed: number
  /** Number of paths, 1 to 1,000,000. */
  readonly paths: number
  readonly waitDraws: WaitDraws
  /** Days after the first from which on figures count; the days before only bring the pipeline into its state. */
  readonly countedFrom: number
  /** A scenario to take in every path instead of drawing one, or null. */
  readonly scenarioIndex: number | null
}

/** What one rule came to, path by path; quantities in part units, over the days counted. */
export type RuleFigures = {
  /** Net stock at the end of each week counted: `week · paths + path`, week 0 being the evening the count begins. */
  readonly weekEnds: Float64Array
  /** By week, the paths with a day in it whose demand was not met at once; week 0 is none. */
  readonly shortPaths: Uint32Array
  /** Days after the count begins until the first day short, −1 where there is none. */
  readonly firstShort: Int32Array
  /**
   * Replenishment cycles closed by the receipt of an order, and those of them that ended short. Orders held up and received
   * together count each, in the order they were placed: one is short if those before it have not made up for what was backordered.
   */
  readonly cycles: Int32Array
  readonly shortCycles: Int32Array
  readonly demand: Float64Array
  /** Demand not met at once. */
  readonly shortage: Float64Array
  /** Sum over days of stock on hand at the end of the day. */
  readonly onHandDays: Float64Array
  /** Sum over days of what was backordered at the end of the day. */
  readonly lateDays: Float64Array
}

/**
 * Simulates a part day by day under several rules, which see the same demand and the same waits.
 *
 * @param part the part laid out
 * @param rules at least one
 * @param options paths, seed, waits and what counts
 * @throws {DomainError} naming `paths` outside its range
 * @see Lodestock planning model, section 8
 */
export function simulateStock(part: SimulatedPart, rules: readonly SimulatedRule[], options: SimulationOptions): readonly RuleFigures[] {
  const { days, goods, firstDay } = part
  const { paths, seed } = options
  requireWhole('paths', paths, { least: 1, most: 1_000_000 })
  const weeks = Math.floor((days - options.countedFrom) / 7)
  const figures = rules.map(() => emptyFigures(paths, weeks))
  const path = goodsPath(goods, options.waitDraws)
  const state = new Int32Array(4)
  const demand = new Float64Array(days + 1)
  const reviews = part.reviewOffsets.length
  const receipts = new Float64Array(reviews)
  const departures = new Float64Array(reviews)
  const openOrders = goods.openOrders.map((): GoodsDays => ({ departure: 0, receipt: 0 }))
  const run = emptyRun(days, reviews)
  const moved: GoodsDays = { departure: 0, receipt: 0 }
  const orders: PathOrders = {
    receipts,
    departures,
    openOrders,
    move(review) {
      moveGoods(goods, path, firstDay + part.reviewOffsets[review]!, moved)
      receipts[review] = moved.receipt - firstDay
      departures[review] = moved.departure - firstDay
    },
  }
  for (let number = 0; number < paths; number++) {
    drawGoodsPath(goods, path, { seed, path: number, partKey: part.key, scenarioIndex: options.scenarioIndex })
    seedRandomState(state, seed, [number, 4, part.key])
    part.demand(state, demand)
    receipts.fill(-1)
    for (let order = 0; order < openOrders.length; order++) moveOpenOrder(goods, path, order, openOrders[order]!)
    for (let rule = 0; rule < rules.length; rule++) {
      runRule(part, rules[rule]!, { demand, orders, run, into: figures[rule]!, path: number, paths, countedFrom: options.countedFrom })
    }
  }
  return figures
}

/** When the orders of a path leave and are received, in days after the first; worked out when first asked for, for all rules. */
type PathOrders = {
  readonly receipts: Float64Array
  readonly departures: Float64Array
  /** As day numbers. */
  readonly openOrders: readonly GoodsDays[]
  readonly move: (review: number) => void
}

type RuleRun = {
  readonly arrivals: Float64Array
  readonly arrivalCounts: Uint16Array
  /** What each review ordered, 0 for nothing. */
  readonly ordered: Float64Array
}

function emptyRun(days: number, reviews: number): RuleRun {
  return { arrivals: new Float64Array(days + 1), arrivalCounts: new Uint16Array(days + 1), ordered: new Float64Array(reviews) }
}

function emptyFigures(paths: number, weeks: number): RuleFigures {
  return {
    weekEnds: new Float64Array((weeks + 1) * paths),
    shortPaths: new Uint32Array(weeks + 1),
    firstShort: new Int32Array(paths).fill(-1),
    cycles: new Int32Array(paths),
    shortCycles: new Int32Array(paths),
    demand: new Float64Array(paths),
    shortage: new Float64Array(paths),
    onHandDays: new Float64Array(paths),
    lateDays: new Float64Array(paths),
  }
}

type RuleTask = {
  readonly demand: Float64Array
  readonly orders: PathOrders
  readonly run: RuleRun
  readonly into: RuleFigures
  readonly path: number
  readonly paths: number
  readonly countedFrom: number
}

function runRule(part: SimulatedPart, rule: SimulatedRule, task: RuleTask): void {
  const { days, reviewOffsets, roundingStep, tolerance, firstDay } = part
  const { demand, into, path, paths, countedFrom, orders } = task
  const { receipts, departures } = orders
  const { arrivals, arrivalCounts, ordered } = task.run
  const { leastOrder, orderStep } = part.order
  const mostOrder = part.order.mostOrder ?? Infinity
  const { reorderPoints } = rule
  const stopOffset = rule.stopDay === null ? Infinity : rule.stopDay - firstDay
  const reviewCount = reorderPoints === null ? 0 : reviewOffsets.length
  let net = rule.netStock
  let onOrder = 0
  arrivals.fill(0)
  arrivalCounts.fill(0)
  ordered.fill(0)
  if (rule.hasOpenOrders) {
    for (let index = 0; index < orders.openOrders.length; index++) {
      const { quantity } = part.goods.openOrders[index]!
      const { receipt, departure } = orders.openOrders[index]!
      onOrder += quantity
      const day = receipt - firstDay
      if (day <= days && departure - firstDay < stopOffset) {
        arrivals[day] = arrivals[day]! + quantity
        arrivalCounts[day] = arrivalCounts[day]! + 1
      }
    }
  }
  if (rule.boughtForward !== undefined && rule.boughtForward > 0) {
    if (receipts[0] === -1) orders.move(0)
    onOrder += rule.boughtForward
    // One received on the evening it is placed is there tomorrow.
    const day = Math.max(1, receipts[0]!)
    if (day <= days && departures[0]! < stopOffset) {
      arrivals[day] = arrivals[day]! + rule.boughtForward
      arrivalCounts[day] = arrivalCounts[day]! + 1
    }
  }
  let review = 0
  let nextReview = reviewCount > 0 ? reviewOffsets[0]! : Infinity
  let week = 0
  let nextWeekEnd = countedFrom
  let wasShort = false
  let firstShort = -1
  let cycles = 0
  let shortCycles = 0
  let used = 0
  let shortage = 0
  let onHandDays = 0
  let lateDays = 0
  for (let day = 0; day <= days; day++) {
    const isCounted = day > countedFrom
    const wanted = day === 0 ? 0 : demand[day]!
    net -= wanted
    const isShort = net < -tolerance
    if (isCounted) {
      used += wanted
      if (isShort) {
        shortage += Math.min(-net, Math.max(0, wanted))
        wasShort = true
        if (firstShort < 0) firstShort = day - countedFrom
      }
    }
    const arrived = arrivalCounts[day]!
    if (arrived > 0) {
      if (isCounted) {
        cycles += arrived
        if (isShort) shortCycles += arrived === 1 ? 1 : shortReceipts(part, rule, task, { day, review, net, stopOffset })
      }
      net += arrivals[day]!
      onOrder -= arrivals[day]!
    }
    if (day === nextReview) {
      const level = reorderPoints![review]!
      const missing = level - net - onOrder
      if (missing > 1e-6 * roundingStep) {
        const quantity = Math.min(mostOrder, Math.ceil(Math.max(missing, leastOrder) / orderStep - 1e-6) * orderStep)
        if (receipts[review] === -1) orders.move(review)
        const receipt = receipts[review]!
        if (departures[review]! < stopOffset && receipt <= days) {
          if (receipt <= day) {
            if (isCounted) {
              cycles++
              if (net < -tolerance) shortCycles++
            }
            net += quantity
            onOrder -= quantity
          } else {
            ordered[review] = quantity
            arrivals[receipt] = arrivals[receipt]! + quantity
            arrivalCounts[receipt] = arrivalCounts[receipt]! + 1
          }
        }
        onOrder += quantity
      }
      review++
      nextReview = review < reviewCount ? reviewOffsets[review]! : Infinity
    }
    if (isCounted) {
      if (net > 0) onHandDays += net
      else lateDays -= net
    }
    if (day === nextWeekEnd) {
      into.weekEnds[week * paths + path] = net
      if (wasShort) into.shortPaths[week] = into.shortPaths[week]! + 1
      wasShort = false
      week++
      nextWeekEnd += 7
    }
  }
  into.firstShort[path] = firstShort
  into.cycles[path] = cycles
  into.shortCycles[path] = shortCycles
  into.demand[path] = used
  into.shortage[path] = shortage
  into.onHandDays[path] = onHandDays
  into.lateDays[path] = lateDays
}

/** How many of the orders received on a day find the stock short, one after the other as they were placed. */
function shortReceipts(
  { tolerance, goods, firstDay }: SimulatedPart,
  rule: SimulatedRule,
  { orders, run }: RuleTask,
  of: { readonly day: number; readonly review: number; readonly net: number; readonly stopOffset: number },
): number {
  const { day, stopOffset } = of
  let { net } = of
  let count = 0
  const receive = (quantity: number): void => {
    if (net < -tolerance) count++
    net += quantity
  }
  if (rule.hasOpenOrders) {
    orders.openOrders.forEach(({ receipt, departure }, index) => {
      if (receipt - firstDay === day && departure - firstDay < stopOffset) receive(goods.openOrders[index]!.quantity)
    })
  }
  const { boughtForward = 0 } = rule
  if (boughtForward > 0 && Math.max(1, orders.receipts[0]!) === day && orders.departures[0]! < stopOffset) receive(boughtForward)
  for (let review = 0; review < of.review; review++) {
    if (run.ordered[review]! > 0 && orders.receipts[review] === day) receive(run.ordered[review]!)
  }
  return count
}
