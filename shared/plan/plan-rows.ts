import type { Part } from './part-schema'
import type { Assembly, PlanDocument } from './plan-document'

/** A value as JSON can hold it. */
export type JsonValue = null | string | number | boolean | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** What a row of a plan is. */
export type PlanRowKind = 'settings' | 'part' | 'order' | 'override' | 'assembly' | 'use' | 'event' | 'control' | 'set-aside' | 'scenario'

/** One thing in a plan with a stable name, in the cells that are compared and merged by themselves. */
export type PlanRow = {
  /** Its kind and id, such as `part:p-bcdfgh`; the same in every copy of the plan. */
  readonly key: string
  readonly kind: PlanRowKind
  /** The row it goes with: the part of an order or override, the assembly of a use; null for none. */
  readonly parentKey: string | null
  /** Its values by field; what would be nonsense in halves is one cell. */
  readonly cells: ReadonlyMap<string, JsonValue>
}

/** The rows of a plan by key, in the plan's order. */
export type PlanRows = ReadonlyMap<string, PlanRow>

/** The cell of the settings that holds the weights of all scenarios, by id: they merge as one. */
export const weightsCell = 'scenarios.weights'

const nestedFields: ReadonlySet<string> = new Set(['id', 'elements', 'usageHistory', 'openOrders', 'overrides'])
/** What decides the phases of an event merges as one: half a pause is nonsense. */
const phaseFields: ReadonlySet<string> = new Set(['effectiveDate', 'datePrecision', 'nominalEndDate', 'stateAfterEnd', 'effects'])

/**
 * The rows of a plan, each with its cells: fields of parts and settings by themselves, usage by period, and as one cell
 * what belongs together: usage, lead time, target, an override, the phases of an event, the events of a scenario, and
 * the weights of all scenarios.
 *
 * @param plan any plan
 *
 * @example
 * planRows(samplePlan()).get('part:p-trctns').cells.get('unit') // => 'pcs'
 */
export function planRows(plan: PlanDocument): PlanRows {
  const rows = new Map<string, PlanRow>()
  const add = (kind: PlanRowKind, id: string, parentKey: string | null, cells: readonly (readonly [string, unknown])[]): void => {
    const key = unusedKey(rows, kind === 'settings' ? kind : `${kind}:${id}`)
    rows.set(key, { key, kind, parentKey, cells: new Map(cells as readonly (readonly [string, JsonValue])[]) })
  }
  const { cycleServiceLevelBySector, ...settings } = plan.settings
  add('settings', '', null, [
    ['title', plan.title],
    ...Object.entries(settings).map(([field, value]) => [`settings.${field}`, value] as const),
    ...Object.entries(cycleServiceLevelBySector).map(([sector, level]) => [`settings.cycleServiceLevelBySector.${sector}`, level] as const),
    ['timeline.verifiedDate', plan.timeline.verifiedDate],
    [weightsCell, Object.fromEntries(plan.scenarios.map(({ id, weight }) => [id, weight]))],
  ])
  for (const part of plan.parts) addPart(part, add)
  for (const { id, uses, ...fields } of plan.assemblies) {
    add('assembly', id, null, Object.entries(fields))
    for (const { partId, ...use } of uses) add('use', `${id}:${partId}`, `assembly:${id}`, Object.entries(use))
  }
  for (const { id, ...fields } of plan.timeline.events) add('event', id, null, eventCells(fields))
  for (const { id, ...fields } of plan.timeline.controls) add('control', id, null, Object.entries(fields))
  for (const id of plan.timeline.setAsideEventIds) add('set-aside', id, null, [])
  for (const { id, name, assumption, events } of plan.scenarios) add('scenario', id, null, [['name', name], ['assumption', assumption], ['events', events]])
  return rows
}

type AddRow = (kind: PlanRowKind, id: string, parentKey: string | null, cells: readonly (readonly [string, unknown])[]) => void

function addPart(part: Part, add: AddRow): void {
  const key = `part:${part.id}`
  const periods = new Map<string, JsonValue>()
  for (const { startDate, days, quantity } of part.usageHistory) periods.set(unusedKey(periods, `usageHistory.${startDate}/${days}`), quantity)
  add('part', part.id, null, [
    ...Object.entries(part).filter(([field]) => !nestedFields.has(field)),
    ...Object.entries(part.elements).map(([element, presence]) => [`elements.${element}`, presence] as const),
    ...periods,
  ])
  for (const { id, ...fields } of part.openOrders) add('order', id, key, [['partId', part.id], ...Object.entries(fields)])
  for (const override of part.overrides) add('override', `${part.id}:${override.field}`, key, [['override', override]])
}

function eventCells(event: object): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(event)
  return [...entries.filter(([field]) => !phaseFields.has(field)), ['phases', Object.fromEntries(entries.filter(([field]) => phaseFields.has(field)))]]
}

/** Two equal keys are told apart by a number, so that nothing is lost of a plan in which something stands twice. */
function unusedKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}#${number}`)) number += 1
  return `${key}#${number}`
}

/**
 * The plan that rows make up: the inverse of `planRows`.
 *
 * Orders, overrides and uses of which the part or assembly is gone are left out.
 *
 * @param rows rows by key, in the order the plan is to have
 * @param envelope a plan of which format, version and id are taken
 *
 * @example
 * planOfRows(planRows(samplePlan()), samplePlan()).parts.length // => 24
 */
export function planOfRows(rows: PlanRows, envelope: Pick<PlanDocument, 'format' | 'version' | 'id'>): PlanDocument {
  const settingsRow = [...(rows.get('settings')?.cells ?? [])]
  const under = (prefix: string): Record<string, JsonValue> =>
    Object.fromEntries(settingsRow.filter(([cell]) => cell.startsWith(prefix) && !cell.slice(prefix.length).includes('.')).map(([cell, value]) => [cell.slice(prefix.length), value]))
  const cellOf = (cell: string): JsonValue => rows.get('settings')?.cells.get(cell) ?? null
  const byKind = (kind: PlanRowKind): readonly PlanRow[] => [...rows.values()].filter((row) => row.kind === kind)
  const parts = new Map(byKind('part').map((row) => [row.key, partOfRow(row)]))
  const assemblies = new Map(byKind('assembly').map((row) => [row.key, { id: idOfRow(row), ...Object.fromEntries(row.cells), uses: [] } as unknown as Assembly]))
  for (const row of byKind('order')) {
    const { partId, ...fields } = Object.fromEntries(row.cells)
    parts.get(`part:${String(partId)}`)?.openOrders.push({ id: idOfRow(row), ...fields } as Part['openOrders'][number])
  }
  for (const row of byKind('override')) parts.get(row.parentKey ?? '')?.overrides.push(row.cells.get('override') as unknown as Part['overrides'][number])
  for (const row of byKind('use')) {
    const partId = idOfRow(row).split(':')[1] ?? ''
    const use = { partId, ...Object.fromEntries(row.cells) } as Assembly['uses'][number]
    assemblies.get(row.parentKey ?? '')?.uses.push(use)
  }
  const weights = cellOf(weightsCell) as Readonly<Record<string, number>>
  const plan = {
    format: envelope.format, version: envelope.version, id: envelope.id, title: cellOf('title'),
    settings: { ...under('settings.'), cycleServiceLevelBySector: under('settings.cycleServiceLevelBySector.') },
    parts: [...parts.values()],
    assemblies: [...assemblies.values()],
    timeline: {
      events: byKind('event').map((row) => {
        const { phases, ...fields } = Object.fromEntries(row.cells)
        return { id: idOfRow(row), ...fields, ...(phases as object) }
      }),
      controls: byKind('control').map((row) => ({ id: idOfRow(row), ...Object.fromEntries(row.cells) })),
      setAsideEventIds: byKind('set-aside').map(idOfRow),
      verifiedDate: cellOf('timeline.verifiedDate'),
    },
    scenarios: byKind('scenario').map((row) => ({ id: idOfRow(row), weight: weights[idOfRow(row)] ?? 0, ...Object.fromEntries(row.cells) })),
  }
  return plan as unknown as PlanDocument
}

function partOfRow(row: PlanRow): Part {
  const fields: Record<string, JsonValue> = {}
  const elements: Record<string, JsonValue> = {}
  const usageHistory: Part['usageHistory'] = []
  for (const [cell, value] of row.cells) {
    const [field = '', rest] = cell.split('.', 2)
    if (field === 'elements' && rest !== undefined) {
      if (value !== null) elements[rest] = value
    } else if (field === 'usageHistory' && rest !== undefined) {
      const [startDate = '', days = ''] = rest.split('#', 1)[0]?.split('/') ?? []
      if (value !== null) usageHistory.push({ startDate, days: Number(days), quantity: value as number })
    } else fields[field] = value
  }
  return { id: idOfRow(row), ...fields, elements, usageHistory, openOrders: [], overrides: [] } as unknown as Part
}

/**
 * The id in the key of a row; of an override or a use the ids of what it belongs to.
 *
 * @param row a row of a plan
 *
 * @example
 * idOfRow({ key: 'part:p-bcdfgh' }) // => 'p-bcdfgh'
 */
export function idOfRow(row: Pick<PlanRow, 'key'>): string {
  const id = row.key.slice(row.key.indexOf(':') + 1)
  return /^(?:use|override):/.test(row.key) ? (id.split('#', 1)[0] ?? id) : id
}

/**
 * A value as text, equal for equal values whatever the order of their fields.
 *
 * @param value any value of a cell; nothing at all is written as an empty text
 *
 * @example
 * jsonKey({ b: 1, a: [null] }) // => '{"a":[null],"b":1}'
 */
export function jsonKey(value: JsonValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each: JsonValue) => jsonKey(each)).join(',')}]`
  const entries = Object.entries(value as { readonly [name: string]: JsonValue }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${jsonKey(each)}`).join(',')}}`
}
