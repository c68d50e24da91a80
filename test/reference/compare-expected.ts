import type { CaseValue, Expected, UnsolvedCase } from './reference-case'

/** One value of a case beside the value found. */
export type Comparison = {
  /** Where it stands, such as `scenarios.base.today.leadTime.mean`. */
  readonly path: string
  readonly expected: CaseValue
  /** Absent when nothing was found. */
  readonly actual: CaseValue | undefined
  /** Distance between the two; infinite when they are not both numbers (or dates) and differ. */
  readonly difference: number
  /** Largest distance that still agrees. */
  readonly allowed: number
}

/**
 * Where the results found for a case do not agree with those expected, one sentence each; none: they agree.
 *
 * The tolerances are those of "Accuracy" in the reference README. What is expected but
 * not found is reported as missing, unless it is listed as knowingly missing; what
 * is found beyond the expected is not looked at.
 *
 * @param expected the `expected` of the case
 * @param actual the same fields as found by the engine under test
 * @param case_ the case itself, for its rounding step and lot
 * @param knownMissing fields that need not be there: a whole path (`why.rounding`), its beginning (`timePhased`) or its last name (`departureTable`)
 */
export function disagreements(
  expected: Expected,
  actual: Expected,
  case_: UnsolvedCase,
  knownMissing: readonly string[] = [],
): string[] {
  return comparisons(expected, actual, case_, knownMissing)
    .filter(({ difference, allowed }) => !(difference <= allowed))
    .map((one) =>
      one.actual === undefined
        ? `${case_.id} ${one.path}: missing (expected ${JSON.stringify(one.expected)})`
        : `${case_.id} ${one.path}: expected ${JSON.stringify(one.expected)}, found ${JSON.stringify(one.actual)} (may differ by ${one.allowed})`,
    )
}

/** Every value expected of a case beside the one found, with the distance allowed. */
export function comparisons(
  expected: Expected,
  actual: Expected,
  case_: UnsolvedCase,
  knownMissing: readonly string[] = [],
): Comparison[] {
  const isRefused = 'error' in expected
  if (isRefused !== 'error' in actual) {
    const [wanted, found] = [expected, actual].map((one) => one['error'] ?? 'accepted')
    return [{ path: 'error', expected: wanted ?? null, actual: found, difference: Infinity, allowed: 0 }]
  }
  if (isRefused) return []
  const scale = scaleOf(expected, actual, case_)
  const found: Comparison[] = []
  const isKnownMissing = (path: string): boolean =>
    knownMissing.some((name) => path === name || path.startsWith(`${name}.`) || path.endsWith(`.${name}`))

  const walk = (path: string, wanted: CaseValue, got: CaseValue | undefined): void => {
    if (got === undefined) {
      if (isKnownMissing(path)) return
      if (!isFields(wanted)) {
        found.push({ path, expected: wanted, actual: got, difference: Infinity, allowed: 0 })
        return
      }
    }
    if (isTable(path)) {
      found.push(...tableComparisons(path, wanted, got))
    } else if (isFields(wanted) && (got === undefined || isFields(got))) {
      for (const [field, value] of Object.entries(wanted)) {
        if (!(path === '' && field === '_flat')) walk(path === '' ? field : `${path}.${field}`, value, got?.[field])
      }
    } else if (Array.isArray(wanted) && Array.isArray(got)) {
      const lengths = { expected: wanted.length, actual: got.length }
      found.push({ path: `${path}.length`, ...lengths, difference: Math.abs(wanted.length - got.length), allowed: 0 })
      const inOrder = path === 'openHaltScenarios' ? [wanted.toSorted(), got.toSorted()] : [wanted, got]
      for (let i = 0; i < Math.min(wanted.length, got.length); i++) walk(`${path}.${i}`, inOrder[0]?.[i] ?? null, inOrder[1]?.[i])
    } else {
      const difference = distance(wanted, got)
      found.push({ path, expected: wanted, actual: got, difference, allowed: allowedDifference(path, wanted, scale) })
    }
  }
  walk('', expected, actual)
  return found
}

/** What the tolerances of one case are measured by. */
type Scale = {
  /** The reorder point, part units. */
  readonly level: number
  /** Mean demand per day, part units. */
  readonly perDay: number
  readonly step: number
  /** Lot, or else the rounding step. */
  readonly lot: number
  readonly isRoundingTie: boolean
  readonly isQuantileTie: boolean
  /** How far the levels may lie from those expected because they stand on a plateau, part units. */
  readonly plateau: number
}

function scaleOf(expected: Expected, actual: Expected, { part }: UnsolvedCase): Scale {
  const flat = isFields(expected['_flat']) ? expected['_flat'] : {}
  const level = Math.max(numberAt(expected, 'reorderPoint'), numberAt(expected, 'reorderPointBeforeCap'), 0)
  const [low, high] = Array.isArray(flat['reorderPoint']) ? flat['reorderPoint'].map(Number) : []
  const found = numberAt(actual, 'reorderPointBeforeCap')
  const isNear = Math.abs(found - numberAt(expected, 'reorderPointBeforeCap')) <= 1e-6 * level
  const isOnPlateau = low !== undefined && high !== undefined && found >= low * (1 - 1e-6) && found <= high * (1 + 1e-6)
  const protection = isFields(expected['protection']) ? expected['protection'] : {}
  const step = part.whole ? 1 : (part.precision ?? 0.001)
  return {
    level, step,
    lot: part.lot == null || part.lot === 0 ? step : part.lot,
    perDay: numberAt(protection, 'meanDemand') / numberAt(protection, 'meanDays'),
    isRoundingTie: flat['roundingTie'] === true,
    isQuantileTie: flat['quantileTie'] === true,
    plateau: !isNear && isOnPlateau ? high - low : 0,
  }
}

/** A probability may differ by this much; a level by this part of itself. */
const accuracy = 1e-6

/** A number that no rounding of the engine's own can move further: exact but for the last digits. */
const lastDigits = 1e-9

function allowedDifference(path: string, wanted: CaseValue, scale: Scale): number {
  const last = path.slice(path.lastIndexOf('.') + 1)
  if (typeof wanted === 'string') return isDate(wanted) && /quantiles|\.p[59]0$/.test(path) && scale.isQuantileTie ? 1 : 0
  if (typeof wanted !== 'number') return 0
  if (last === 'sum') return 1e-12
  if (/\bservice\./.test(path)) return scale.plateau > 0 && path.startsWith('service.') ? 1 : accuracy
  if (last === 'check' || last === 'probability') return accuracy
  if (path.includes('.quantiles.')) return scale.isQuantileTie ? 1 : 0
  if (path.startsWith('demand.') || last === 'position' || path === 'orderQuantity') return lastDigits * Math.abs(wanted)
  if (path.startsWith('rounded.')) return steps(scale, scale.step) + scale.plateau
  if (path === 'orderNow' || path === 'orderShortfall' || last === 'quantity') return steps(scale, scale.lot) + scale.plateau
  if (path === 'why.rounding') return Math.max(accuracy * scale.level, steps(scale, scale.step)) + scale.plateau
  if (path === 'coverDays') return (accuracy * scale.level + scale.plateau) / scale.perDay
  if (/safetyStock$|^why\.|^capShortfall$|^pipelineIncrease$|^buildUp\.|^textbook\.safetyStock|^timePhased\.safetyStock/.test(path)) {
    return accuracy * scale.level + scale.plateau
  }
  const hasPlateau = path === 'reorderPoint' || path === 'reorderPointBeforeCap' || path === 'orderUpTo'
  return accuracy * Math.abs(wanted) + (hasPlateau ? scale.plateau : 0)
}

/** Rounded quantities agree to the last digits, save where the accuracy of levels reaches the next step or the case says there is a tie. */
function steps({ level, step, isRoundingTie }: Scale, width: number): number {
  if (isRoundingTie || accuracy * level > step / 2) return Math.max(width, width * Math.ceil((accuracy * level) / width)) * (1 + lastDigits)
  return lastDigits * Math.max(level, width)
}

function isTable(path: string): boolean {
  return path.endsWith('.departureTable') || path.endsWith('.leadTable')
}

/** Tables agree day by day; a day that is not listed has probability 0. */
function tableComparisons(path: string, wanted: CaseValue, got: CaseValue | undefined): Comparison[] {
  const [expected, actual] = [wanted, got].map((rows) => {
    const byDay = new Map<number, number>()
    if (Array.isArray(rows)) for (const row of rows) if (Array.isArray(row)) byDay.set(Number(row[0]), Number(row[1]))
    return byDay
  })
  const days = new Set([...(expected?.keys() ?? []), ...(actual?.keys() ?? [])])
  return [...days].map((day) => {
    const [p, q] = [expected?.get(day) ?? 0, actual?.get(day) ?? 0]
    return { path: `${path}.${day}`, expected: p, actual: q, difference: Math.abs(p - q), allowed: accuracy }
  })
}

function distance(wanted: CaseValue, got: CaseValue | undefined): number {
  if (typeof wanted === 'number' && typeof got === 'number') return Math.abs(wanted - got)
  if (wanted === got) return 0
  if (isDate(wanted) && isDate(got)) return Math.abs(Date.parse(String(wanted)) - Date.parse(String(got))) / 86_400_000
  return Infinity
}

function isDate(value: CaseValue | undefined): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

function isFields(value: CaseValue | undefined): value is Expected {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function numberAt(fields: Expected, field: string): number {
  const value = fields[field]
  return typeof value === 'number' ? value : 0
}
