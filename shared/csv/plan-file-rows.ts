import type { UsagePeriod } from '../plan/part-schema'
import type { PlanDocument } from '../plan/plan-document'
import type { Citation } from '../policy-timeline/citation'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { PlanCellValue } from './plan-file-cell'
import { wholeMonth } from './whole-month'
import { planFileKinds, usageColumn, usageMonth, type PlanFileColumn, type PlanFileKind } from './plan-file-kinds'

/** The records of one kind, as values rather than text. */
export type PlanFileSection = {
  readonly kind: PlanFileKind
  /** The kind's own columns; for usage also those of its months. */
  readonly columns: readonly PlanFileColumn[]
  /** Each record by heading, in the order of the file. */
  readonly rows: readonly ReadonlyMap<string, PlanCellValue>[]
}

/**
 * The same plan with what has no order of its own put in order: parts, open orders, assemblies by id, periods by
 * date, uses by part, ids set aside by name. Plans that differ in nothing else give the same file and the same results.
 *
 * @param plan any plan
 */
export function canonicalPlan(plan: PlanDocument): PlanDocument {
  return {
    ...plan,
    parts: sortedBy(plan.parts, (part) => [part.id]).map((part) => ({
      ...part,
      usageHistory: sortedBy(part.usageHistory, (period) => [period.startDate, period.days, period.quantity]),
      forecast: sortedBy(part.forecast, (period) => [period.fromDate, period.untilDate, period.meanPerDay]),
      openOrders: sortedBy(part.openOrders, (order) => [order.id]),
      overrides: sortedBy(part.overrides, (override) => [override.field]),
    })),
    assemblies: sortedBy(plan.assemblies, (assembly) => [assembly.id]).map((assembly) => ({
      ...assembly,
      uses: sortedBy(assembly.uses, (use) => [use.partId, use.quantityPerProduct, use.scrapRate]),
    })),
    timeline: { ...plan.timeline, setAsideEventIds: plan.timeline.setAsideEventIds.toSorted(compared) },
  }
}

function sortedBy<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | number)[]): Item[] {
  return items.toSorted((first, second) => {
    const secondKeys = keys(second)
    for (const [at, key] of keys(first).entries()) {
      const order = compared(key, secondKeys[at] ?? '')
      if (order !== 0) return order
    }
    return 0
  })
}

function compared(first: string | number, second: string | number): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/**
 * All records of a plan, by kind, in the order of the file.
 *
 * @param plan any plan
 */
export function planFileSections(plan: PlanDocument): readonly PlanFileSection[] {
  const sources = sourcesOf(canonicalPlan(plan))
  return planFileKinds.map((kind) => {
    const objects = sources.get(kind.kind) ?? []
    const columns = kind.kind === 'usage' ? [...kind.columns, ...monthColumns(objects)] : kind.columns
    const rows = objects.map((object) => new Map(columns.map((column) => [column.header, valueAt(object, column.field)])))
    return { kind, columns, rows }
  })
}

function monthColumns(objects: readonly object[]): readonly PlanFileColumn[] {
  const months = new Set(objects.flatMap((object) => Object.keys(object)).filter((key) => usageMonth(`use ${key}`) !== null))
  return [...months].toSorted(compared).map(usageColumn)
}

function valueAt(object: object, path: string): PlanCellValue {
  let value: unknown = object
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null
    value = (value as { readonly [key: string]: unknown })[step]
  }
  return (value ?? null) as PlanCellValue
}

function sourcesOf(plan: PlanDocument): ReadonlyMap<string, readonly object[]> {
  const { settings, parts, assemblies, timeline, scenarios } = plan
  const usage = parts.map((part) => splitUsage(part.usageHistory))
  const events = [
    ...timeline.events.map((event, at) => placedEvent(event, null, at)),
    ...scenarios.flatMap((scenario) => scenario.events.map((event, at) => placedEvent(event, scenario.id, at))),
  ]
  const byPlace = sortedBy(events, (event) => [event['@scenarioId'] ?? '', event.id])
  const controls = sortedBy(timeline.controls.map((control, at) => ({ ...control, '@position': at + 1 })), (control) => [control.id])
  return new Map<string, readonly object[]>([
    [
      'settings',
      [
        {
          settings: {
            ...settings,
            licenceWait: settings.licenceWait.kind === 'own' ? { ...settings.licenceWait, wait: shownWait(settings.licenceWait.wait) } : settings.licenceWait,
            generalLicenceWait: shownWait(settings.generalLicenceWait),
          },
          timeline,
        },
      ],
    ],
    ['sector', Object.entries(settings.cycleServiceLevelBySector).toSorted().map(([sector, level]) => ({ '@sector': sector, '@level': level }))],
    ['part', parts.map((part) => ({ ...part, contract: part.contract === null ? null : { ...part.contract, '@exists': true } }))],
    ['leg', parts.flatMap((part) => (part.leadTime.kind === 'legs' ? part.leadTime.legs.map((leg, at) => ({ ...leg, '@partId': part.id, '@position': at + 1 })) : []))],
    ['usage', parts.flatMap((part, at) => ((usage[at]?.months.size ?? 0) > 0 ? [{ '@partId': part.id, ...Object.fromEntries(usage[at]?.months ?? []) }] : []))],
    ['period', parts.flatMap((part, at) => (usage[at]?.others ?? []).map((period) => ({ ...period, '@partId': part.id })))],
    ['forecast', parts.flatMap((part) => part.forecast.map((period) => ({ ...period, '@partId': part.id })))],
    ['order', sortedBy(parts.flatMap((part) => part.openOrders.map((order) => ({ ...order, '@partId': part.id }))), (order) => [order.id])],
    ['override', parts.flatMap((part) => part.overrides.map((override) => ({ ...override, '@partId': part.id })))],
    ['assembly', assemblies],
    ['use of assembly', assemblies.flatMap((assembly) => assembly.uses.map((use) => ({ ...use, '@assemblyId': assembly.id })))],
    ['scenario', sortedBy(scenarios.map((scenario, at) => ({ ...scenario, '@position': at + 1 })), (scenario) => [scenario.id])],
    ['event', byPlace],
    ['effect', byPlace.flatMap((event) => event.effects.map((effect, at) => placedEffect(effect, event, at)))],
    ['control', controls],
    [
      'citation',
      [
        ...byPlace.flatMap((event) => event.citations.map((citation, at) => placedCitation(citation, { '@eventId': event.id, '@scenarioId': event['@scenarioId'] }, at))),
        ...controls.flatMap((control) => control.citations.map((citation, at) => placedCitation(citation, { '@controlId': control.id }, at))),
      ],
    ],
    ['set aside', timeline.setAsideEventIds.map((id) => ({ '@eventId': id }))],
  ])
}

function placedEvent(event: PolicyEvent, scenarioId: string | null, at: number) {
  return { ...event, '@scenarioId': scenarioId, '@position': at + 1 }
}

function placedEffect(effect: PolicyEvent['effects'][number], event: ReturnType<typeof placedEvent>, at: number): object {
  const place = { '@eventId': event.id, '@scenarioId': event['@scenarioId'], '@position': at + 1 }
  if (!('wait' in effect) || effect.wait.kind === 'plan') return { ...effect, ...place }
  return { ...effect, ...place, wait: { ...effect.wait, wait: shownWait(effect.wait.wait) } }
}

function placedCitation(citation: Citation, owner: object, at: number): object {
  return { ...citation, ...owner, '@position': at + 1 }
}

/** A wait whose days stand in one column when they are one number, and in another when they are many. */
function shownWait(wait: LicenceWait): object {
  if (wait.kind === 'fixed') return { ...wait, '@days': wait.days }
  if (wait.kind === 'observed') return { ...wait, '@observed': wait.days }
  return wait
}

/** Periods that are exactly one month, by month, and all others; of two for the same month the second is another. */
function splitUsage(periods: readonly UsagePeriod[]): { readonly months: ReadonlyMap<string, number>; readonly others: readonly UsagePeriod[] } {
  const months = new Map<string, number>()
  const others: UsagePeriod[] = []
  for (const period of periods) {
    const month = wholeMonth(period)
    if (month !== null && !months.has(month)) months.set(month, period.quantity)
    else others.push(period)
  }
  return { months, others }
}
