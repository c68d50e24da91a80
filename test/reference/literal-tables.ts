import { gammaCdf } from './literal-gamma'
import { require } from './literal-refusal'
import type { CaseWait } from './reference-case'

/** Probabilities by whole days: `table[k]` is the probability of `k` days; what is absent is 0. */
export type DayTable = readonly number[]

/** Mean of a table, days. */
export function tableMean(table: DayTable): number {
  let mean = 0
  for (let k = 0; k < table.length; k++) mean += k * (table[k] ?? 0)
  return mean
}

/** Smallest day whose cumulative probability reaches the level (with the tolerance of convention 1). */
export function tableQuantile(table: DayTable, level: number): number {
  let cumulative = 0
  for (let k = 0; k < table.length; k++) {
    cumulative += table[k] ?? 0
    if (cumulative >= level - 1e-12) return k
  }
  return table.length - 1
}

/** A fixed number of days, split between its two neighbouring whole days so that the mean holds. */
export function fixedTable(days: number): DayTable {
  const table: number[] = []
  const below = Math.floor(days + 1e-9)
  const part = Math.max(0, days - below)
  for (let k = 0; k < below; k++) table.push(0)
  table.push(1 - part)
  if (part > 1e-9) table.push(part)
  return table
}

/** Whole days of a continuous time: `F(k + 0.5) - F(k - 0.5)`, complete to the last digit, not yet cut. */
function wholeDays(cumulative: (days: number) => number): DayTable {
  const table = [cumulative(0.5)]
  for (let k = 1; cumulative(k - 0.5) < 1 - 1e-15 && k < 100_000; k++) {
    table.push(cumulative(k + 0.5) - cumulative(k - 0.5))
  }
  return table
}

/** Gamma by its mean and standard deviation, whole days, not yet cut. */
function gammaDays(mean: number, sd: number): DayTable {
  const shape = (mean / sd) ** 2
  return wholeDays((days) => (days <= 0 ? 0 : gammaCdf(days, shape, mean / sd ** 2)))
}

function triangularCumulative(x: number, min: number, mode: number, max: number): number {
  if (x <= min) return 0
  if (x >= max) return 1
  if (x < mode) return (x - min) ** 2 / ((max - min) * (mode - min))
  return 1 - (max - x) ** 2 / ((max - min) * (max - mode))
}

/** One cut at the smallest day beyond which less than 1e-9 is left, then division by the sum (convention 4). */
function cutTable(table: DayTable): DayTable {
  let left = 0
  let last = table.length - 1
  while (last > 0 && left + (table[last] ?? 0) < 1e-9) {
    left += table[last] ?? 0
    last -= 1
  }
  const kept = table.slice(0, last + 1)
  let sum = 0
  for (const p of kept) sum += p
  return kept.map((p) => p / sum)
}

/** Base lead time of the given mean and standard deviation, in whole days. */
export function baseLeadTable(mean: number, sd: number): DayTable {
  return sd === 0 ? fixedTable(mean) : cutTable(gammaDays(mean, sd))
}

function singleWait(wait: CaseWait): DayTable {
  const unit = wait.working === true ? 7 / 5 : 1
  if (wait.kind === 'fixed') {
    require(wait.days >= 0, 'wait')
    return fixedTable(wait.days * unit)
  }
  if (wait.kind === 'list') {
    require(wait.days.length > 0 && wait.days.every((days) => days >= 0), 'wait')
    const table: number[] = []
    for (const days of wait.days) {
      const one = fixedTable(days * unit)
      for (let k = 0; k < one.length; k++) table[k] = (table[k] ?? 0) + (one[k] ?? 0) / wait.days.length
    }
    return Array.from(table, (p) => p ?? 0)
  }
  if (wait.kind === 'gamma') {
    require(wait.mean >= 0 && wait.sd >= 0, 'wait')
    if (wait.sd === 0 || wait.mean === 0) return fixedTable(wait.mean * unit)
    return gammaDays(wait.mean * unit, wait.sd * unit)
  }
  const [min, max] = [wait.min * unit, wait.max * unit]
  require(min >= 0 && max >= min, 'wait')
  if (max === min) return fixedTable(min)
  if (wait.kind === 'uniform') return wholeDays((x) => Math.min(1, Math.max(0, (x - min) / (max - min))))
  const mode = wait.mode * unit
  require(mode >= min && mode <= max, 'wait')
  return wholeDays((x) => triangularCumulative(x, min, mode, max))
}

/** The whole wait of an application: filed again at once while refused, `G = (1-r) w + r (w * G)`, then cut. */
export function waitTable(wait: CaseWait, refusal: number): DayTable {
  require(refusal >= 0 && refusal < 1, 'refusal rate')
  const once = singleWait(wait)
  if (refusal === 0) return cutTable(once)
  const whole: number[] = []
  let sum = 0
  for (let k = 0; 1 - sum > 1e-13 && k < 200_000; k++) {
    let again = 0
    for (let j = 1; j <= k && j < once.length; j++) again += (once[j] ?? 0) * (whole[k - j] ?? 0)
    whole[k] = ((1 - refusal) * (once[k] ?? 0) + refusal * again) / (1 - refusal * (once[0] ?? 0))
    sum += whole[k] ?? 0
  }
  return cutTable(whole)
}
