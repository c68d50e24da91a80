// Order of events within a day: demand, then receipts, then (on a review day) review and order.
import { gammaNumber, mulberry32, normalNumber, poissonNumber, type Chance } from './literal-chance'
import { dayNumber } from './literal-days'
import { meanDemand } from './literal-demand'
import { lastChange, phaseOn, type Timeline } from './literal-departure'
import { orderOn } from './literal-horizon'
import type { Reading } from './literal-recommendation'
import type { DayTable } from './literal-tables'
import type { CaseOpenOrder } from './reference-case'

/** How the literal simulation runs. */
export type LiteralOptions = {
  readonly paths: number
  readonly seed: number
  readonly weeks: number
  /** Rounded reorder point of every review, today's first; null for no further orders. */
  readonly reorderPoints: readonly number[] | null
  readonly independentWaits: boolean
  /** Day from which on nothing leaves the border any more. */
  readonly stopDay?: number
}

/** What became of every path. */
export type LiteralFigures = {
  /** Net stock at the end of each week, by week and path; week 0 is tonight. */
  readonly weekEnds: number[][]
  /** Share of paths with a day short, by week. */
  readonly shortShare: number[]
  /** Days from today to the first day short, by path; null for none. */
  readonly firstShort: (number | null)[]
  readonly demand: number
  readonly shortage: number
  readonly cycles: number
  readonly shortCycles: number
  readonly onHandDays: number
}

/** Section 8 as it reads: every path, every day, one after the other, nothing kept or shared. */
export function literalSimulation(reading: Reading, options: LiteralOptions): LiteralFigures {
  const chance = mulberry32(options.seed)
  const { weeks, paths } = options
  const result = {
    weekEnds: Array.from({ length: weeks + 1 }, (): number[] => []),
    shortShare: Array.from({ length: weeks + 1 }, () => 0),
    firstShort: [] as (number | null)[],
    demand: 0, shortage: 0, cycles: 0, shortCycles: 0, onHandDays: 0,
  }
  for (let path = 0; path < paths; path++) {
    const world = worldOf(reading, chance, options.independentWaits)
    const { stock } = reading.part
    const receipts: { day: number; quantity: number; isLost: boolean }[] = (stock?.openOrders ?? []).map((order) => {
      const { departure, receipt } = openOrderDays(reading, world, order)
      return { day: receipt, quantity: order.quantity, isLost: departure >= (options.stopDay ?? Infinity) }
    })
    let net = (stock?.onHand ?? 0) - (stock?.allocated ?? 0) - (stock?.backordered ?? 0)
    let isWeekShort = false
    let firstShort: number | null = null
    for (let day = reading.today; day <= reading.today + 7 * weeks; day++) {
      const wanted = day === reading.today ? 0 : demandOn(reading, chance, day)
      net -= wanted
      const isShort = net < -1e-9 * reading.usage.muPerDay
      if (isShort) {
        result.shortage += Math.min(-net, Math.max(0, wanted))
        isWeekShort = true
        firstShort ??= day - reading.today
      }
      result.demand += wanted
      const receive = (): void => {
        for (const receipt of receipts) {
          if (receipt.day !== day || receipt.isLost || receipt.quantity === 0) continue
          // Of several, each finds what those before it have left.
          if (day > reading.today) {
            result.cycles++
            if (net < -1e-9 * reading.usage.muPerDay) result.shortCycles++
          }
          net += receipt.quantity
          receipt.quantity = 0
        }
      }
      receive()
      const review = (day - reading.today) / reading.reviewDays
      if (options.reorderPoints !== null && Number.isInteger(review) && review < options.reorderPoints.length) {
        let position = net
        for (const receipt of receipts) position += receipt.quantity
        const { quantity } = orderOn(reading, position, options.reorderPoints[review] ?? 0)
        if (quantity > 0) {
          const { departure, receipt } = orderDays(reading, world, day)
          receipts.push({ day: receipt, quantity, isLost: departure >= (options.stopDay ?? Infinity) })
        }
        receive()
      }
      if (day > reading.today) result.onHandDays += Math.max(0, net)
      const week = (day - reading.today) / 7
      if (Number.isInteger(week)) {
        result.weekEnds[week]?.push(net)
        if (isWeekShort) result.shortShare[week] = (result.shortShare[week] ?? 0) + 1 / paths
        isWeekShort = false
      }
    }
    result.firstShort.push(firstShort)
  }
  return result
}

/** What a path draws once. */
type World = { readonly controls: readonly Timeline[]; readonly baseQuantile: () => number; readonly waitQuantile: (control: number) => number }

function worldOf(reading: Reading, chance: Chance, isIndependent: boolean): World {
  let u = chance()
  const scenario = reading.scenarios.find(({ weight }) => (u -= weight) < 0) ?? reading.scenarios.findLast(({ weight }) => weight > 0)
  if (scenario === undefined) throw new Error('no scenario')
  const base = chance()
  const waits = scenario.controls.map(() => chance())
  return {
    controls: scenario.controls,
    baseQuantile: () => (isIndependent ? chance() : base),
    waitQuantile: (control) => (isIndependent ? chance() : (waits[control] ?? 0.5)),
  }
}

function demandOn(reading: Reading, chance: Chance, day: number): number {
  const { usage } = reading
  const mean = meanDemand(usage, day - 1, 1)
  const variance = usage.muPerDay === 0 ? 0 : (mean * usage.varPerDay) / usage.muPerDay
  if (mean === 0 || variance === 0) return mean
  if (usage.family === 'normal') return mean + Math.sqrt(variance) * normalNumber(chance)
  if (usage.family === 'gamma') return (gammaNumber(chance, mean ** 2 / variance) * variance) / mean
  if (usage.family === 'poisson' || variance <= mean) return poissonNumber(chance, mean)
  // A Poisson number whose mean is a gamma number is negative binomial.
  return poissonNumber(chance, (gammaNumber(chance, mean ** 2 / (variance - mean)) * (variance - mean)) / mean)
}

function quantileOf(table: DayTable, u: number): number {
  let sum = 0
  for (const [days, probability] of table.entries()) {
    sum += probability
    if (sum >= u) return days
  }
  return table.length - 1
}

function orderDays(reading: Reading, world: World, orderDay: number): { departure: number; receipt: number } {
  const { base, lag } = reading
  const b = quantileOf(base.table, world.baseQuantile())
  const ready = orderDay + Math.max(0, b - base.transitDays)
  const application = (lag.after === 'order' ? orderDay : ready) + lag.days
  const grants = world.controls.map((timeline, control) => granted(timeline, application, () => world.waitQuantile(control)))
  const departure = departs(world.controls, grants, ready)
  return { departure, receipt: departure + Math.min(base.transitDays, b) }
}

function openOrderDays(reading: Reading, world: World, order: CaseOpenOrder): { departure: number; receipt: number } {
  const { today, base, lag } = reading
  const promised = dayNumber(order.promised)
  const ready = promised - base.transitDays
  let departure = ready
  const { status, filed } = order.licence
  if (status === 'granted' || status === 'filed' || status === 'not-filed') {
    const grants = world.controls.map((timeline, control) => {
      const quantile = (): number => world.waitQuantile(control)
      if (status === 'granted') return ready
      if (status === 'filed' && filed !== undefined) return pendingGrant(timeline, { filed: dayNumber(filed), today }, quantile)
      const from = lag.after === 'order' && order.ordered != null ? dayNumber(order.ordered) : ready
      return granted(timeline, Math.max(today, from + lag.days), quantile)
    })
    departure = departs(world.controls, grants, ready)
  }
  return { departure, receipt: Math.max(today + 1, departure + base.transitDays) }
}

/** Files, waits, and files again where a halt begins before the grant. */
function granted(timeline: Timeline, applicationDay: number, quantile: () => number): number {
  const end = Math.max(applicationDay, lastChange(timeline))
  let filed = applicationDay
  while (filed < end && phaseOn(timeline, filed).state !== 'licence') filed++
  const phase = phaseOn(timeline, filed)
  if (phase.state !== 'licence') return Infinity
  const grant = filed + quantileOf(phase.wait, quantile())
  for (let day = filed; day < grant; day++) {
    if (phaseOn(timeline, day).state === 'halt') return granted(timeline, day, quantile)
  }
  return grant
}

function pendingGrant(timeline: Timeline, of: { readonly filed: number; readonly today: number }, quantile: () => number): number {
  const { filed, today } = of
  const phase = phaseOn(timeline, filed)
  if (phase.state !== 'licence') return granted(timeline, Math.max(filed, today), quantile)
  const left = phase.wait.map((p, days) => (days > today - filed ? p : 0))
  const sum = left.reduce((total, p) => total + p, 0)
  if (!(sum > 0)) return today + 1
  const grant = filed + quantileOf(left.map((p) => p / sum), quantile())
  for (let day = Math.max(filed, today); day < grant; day++) {
    if (phaseOn(timeline, day).state === 'halt') return granted(timeline, day, quantile)
  }
  return grant
}

function departs(controls: readonly Timeline[], grants: readonly number[], ready: number): number {
  for (let day = ready; day < ready + 20_000; day++) {
    const isOpen = controls.every((timeline, control) => {
      const { state } = phaseOn(timeline, day)
      return state === 'none' || (state === 'licence' && (grants[control] ?? Infinity) <= day)
    })
    if (isOpen) return day
  }
  return Infinity
}
