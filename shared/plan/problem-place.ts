import { overriddenLevelWords } from './part-override'
import type { PlanPath } from './plan-problem'

/** The place of a problem, in words. */
export type ProblemPlace = {
  /** The part, assembly, scenario, event or control, or `settings`. */
  readonly subject: string
  /** What inside it, such as `open order PO-4711`; null for the subject itself. */
  readonly item: string | null
}

/**
 * The place of a problem in words, as far as the document gives it names.
 *
 * @param plan the document as it was read, right or wrong
 * @param path where the problem stands
 *
 * @example
 * problemPlace({ parts: [{ partNumber: 'MG-1', openOrders: [{ purchaseOrder: '4711' }] }] }, ['parts', 0, 'openOrders', 0, 'quantity'])
 * // => { subject: 'part MG-1', item: 'open order 4711' }
 */
export function problemPlace(plan: unknown, path: PlanPath): ProblemPlace {
  const [section, second, third] = path
  const at = (length: number): unknown => valueAt(plan, path.slice(0, length))
  if (section === 'settings') return { subject: 'settings', item: null }
  if (section === 'parts' && typeof second === 'number') {
    return { subject: named('part', at(2), ['partNumber', 'id'], second), item: itemOf(at(4), path, 2) }
  }
  if (section === 'assemblies' && typeof second === 'number') {
    return { subject: named('assembly', at(2), ['name', 'id'], second), item: itemOf(at(4), path, 2) }
  }
  if (section === 'scenarios' && typeof second === 'number') {
    return { subject: named('scenario', at(2), ['name', 'id'], second), item: itemOf(at(4), path, 2) }
  }
  if (section === 'timeline' && typeof third === 'number') {
    if (second === 'events') return { subject: named('event', at(3), ['title', 'id'], third), item: null }
    if (second === 'controls') return { subject: named('control', at(3), ['title', 'id'], third), item: null }
  }
  return { subject: section === 'timeline' ? 'policy timeline' : 'plan', item: null }
}

/**
 * The value at a path of a document, or undefined where there is none.
 *
 * @param document anything that was read
 * @param path field names and places in lists
 *
 * @example
 * valueAt({ parts: [{ onHand: 4 }] }, ['parts', 0, 'onHand']) // => 4
 */
export function valueAt(document: unknown, path: PlanPath): unknown {
  let value = document
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}

function itemOf(value: unknown, path: PlanPath, depth: number): string | null {
  const [list, place] = path.slice(depth)
  if (list === 'leadTime' && path[depth + 1] === 'legs' && typeof path[depth + 2] === 'number') {
    const legs = (value as readonly unknown[] | undefined) ?? []
    const index = path[depth + 2] as number
    return named('lead-time leg', legs[index], ['name'], index)
  }
  if (typeof place !== 'number') return null
  switch (list) {
    case 'openOrders':
      return named('open order', value, ['purchaseOrder', 'id'], place)
    case 'usageHistory':
      return named('usage period from', value, ['startDate'], place)
    case 'overrides':
      return overrideName(value, place)
    case 'forecast':
      return named('forecast from', value, ['fromDate'], place)
    case 'events':
      return named('event', value, ['title', 'id'], place)
    case 'uses':
      return `used part no. ${place + 1}`
    default:
      return null
  }
}

function overrideName(value: unknown, place: number): string {
  const field = valueAt(value, ['field'])
  const words = typeof field === 'string' && Object.hasOwn(overriddenLevelWords, field) ? overriddenLevelWords[field as keyof typeof overriddenLevelWords] : null
  return words === null ? `override no. ${place + 1}` : `override of ${words}`
}

// Where nothing names a thing, its place in the list does, counted from 1 as people count.
function named(what: string, value: unknown, fields: readonly string[], place: number): string {
  for (const field of fields) {
    const name = valueAt(value, [field])
    if (typeof name === 'string' && name.trim() !== '') return `${what} ${quoted(what, name)}`
  }
  return `${what.replace(/ from$/, '')} no. ${place + 1}`
}

const bareNames: ReadonlySet<string> = new Set(['part', 'open order', 'usage period from', 'forecast from'])

function quoted(what: string, name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return bareNames.has(what) ? short : `"${short}"`
}
