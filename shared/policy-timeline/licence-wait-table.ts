import { DomainError, requireNonNegative } from '../domain-error'
import { cutDayTable, pointDayTable, type DayTable } from '../probability/day-table'
import { completeGammaDays, completeTriangularDays, completeUniformDays, observedDayTable } from '../probability/whole-days'
import type { LicenceWait, WaitDistribution } from './licence-wait'

const calendarDaysPerWorkingDay = 7 / 5

/**
 * The wait from accepted application to grant, refusals included, in whole calendar days.
 *
 * A refused application is filed again at once, so the whole wait is a geometric
 * sum of independent waits: with `w` the table of one wait and `r` the refusal rate,
 *
 *     G = (1 − r)·w + r·(w ∗ G)
 *
 * computed exactly, then cut where less than 1e-9 is left, and renormalised.
 *
 * @param wait any licence wait
 * @param refusalRate share of applications refused, 0 to below 1
 * @throws {DomainError} naming `refusalRate` outside [0, 1), or a number of the wait outside its range
 * @see Lodestock planning model, section 3
 *
 * @example
 * dayTableMean(licenceWaitTable({ kind: 'fixed', days: 30 }, 0.25)) // => 40.0000
 */
export function licenceWaitTable(wait: LicenceWait, refusalRate: number): DayTable {
  if (!(refusalRate >= 0 && refusalRate < 1)) {
    throw new DomainError('refusalRate', refusalRate, 'at least 0 and below 1')
  }
  const once = completeWaitTable(wait)
  return cutDayTable(refusalRate === 0 ? once : geometricSum(once, refusalRate))
}

function completeWaitTable(wait: LicenceWait): DayTable {
  const scale = wait.working === true ? calendarDaysPerWorkingDay : 1
  return completeTable(wait, scale)
}

function completeTable(wait: WaitDistribution, scale: number): DayTable {
  switch (wait.kind) {
    case 'fixed':
      requireNonNegative('days', wait.days)
      return pointDayTable(wait.days * scale)
    case 'uniform':
      requireOrdered([wait.minDays, wait.maxDays])
      return completeUniformDays({ minDays: wait.minDays * scale, maxDays: wait.maxDays * scale })
    case 'triangular':
      requireOrdered([wait.minDays, wait.modeDays, wait.maxDays])
      return completeTriangularDays({
        minDays: wait.minDays * scale,
        modeDays: wait.modeDays * scale,
        maxDays: wait.maxDays * scale,
      })
    case 'gamma':
      requireNonNegative('meanDays', wait.meanDays)
      requireNonNegative('sdDays', wait.sdDays)
      return completeGammaDays({ meanDays: wait.meanDays * scale, sdDays: wait.sdDays * scale })
    case 'observed':
      if (wait.days.length === 0) throw new DomainError('days', '[]', 'at least one observed wait')
      for (const days of wait.days) requireNonNegative('days', days)
      return observedDayTable(wait.days.map((days) => days * scale))
  }
}

function requireOrdered(days: readonly number[]): void {
  let least = 0
  for (const value of days) {
    requireNonNegative('days', value)
    if (value < least) throw new DomainError('days', days.join(', '), 'in ascending order')
    least = value
  }
}

// What the geometric sum may leave out: far below the 1e-9 at which the table is cut.
const negligible = 1e-13
// A refusal rate so near 1 that the wait has no end in sight is refused rather than computed for minutes.
const longestWaitDays = 40_000

function geometricSum(once: DayTable, refusalRate: number): DayTable {
  const w = new Float64Array(once.firstDay + once.probabilities.length)
  w.set(once.probabilities, once.firstDay)
  const whole: number[] = []
  const onSameDay = 1 - refusalRate * (w[0] ?? 0)
  let left = 1
  for (let day = 0; left > negligible; day++) {
    if (day > longestWaitDays) {
      throw new DomainError('refusalRate', refusalRate, 'so low that a licence is granted within 100 years')
    }
    let filedAgain = 0
    const earliest = Math.min(day, w.length - 1)
    for (let waited = 1; waited <= earliest; waited++) filedAgain += (w[waited] ?? 0) * (whole[day - waited] ?? 0)
    const probability = ((1 - refusalRate) * (w[day] ?? 0) + refusalRate * filedAgain) / onSameDay
    whole.push(probability)
    left -= probability
  }
  return { firstDay: 0, probabilities: Float64Array.from(whole) }
}
