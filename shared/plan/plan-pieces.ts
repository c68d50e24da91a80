import type { z } from 'zod'
import type { ExportControl } from '../policy-timeline/export-control'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { Scenario } from '../policy-timeline/scenario'
import { partSchema, type Part } from './part-schema'
import { planDocumentSchema, type Assembly, type PlanDocument } from './plan-document'
import { valueAt } from './problem-place'
import { settingsSchema, type PlanSettings } from './settings-schema'
import { policyEventSchema, scenarioSchema, timelineChangesSchema } from './timeline-schema'

/**
 * A plan in pieces, each as it was read or null where its shape is wrong, so that the rest can still be checked.
 * Every list keeps its places; a list that is none stands as one null.
 */
export type PlanPieces = {
  readonly settings: PlanSettings | null
  readonly parts: readonly (Part | null)[]
  readonly assemblies: readonly (Assembly | null)[]
  readonly scenarios: readonly (Scenario | null)[]
  /** The user's own events. */
  readonly events: readonly (PolicyEvent | null)[]
  /** The user's own controls. */
  readonly controls: readonly (ExportControl | null)[]
  readonly setAsideEventIds: readonly string[]
  /** Ids of all that stands in the lists, even of what cannot be read, so that a broken part is not also called missing; null for a list that is none. */
  readonly ids: {
    readonly parts: ReadonlySet<string> | null
    readonly scenarios: ReadonlySet<string> | null
    readonly events: ReadonlySet<string> | null
    readonly controls: ReadonlySet<string> | null
  }
}

/**
 * The pieces of a plan of which the shape is right.
 *
 * @param plan the plan
 */
export function piecesOfPlan(plan: PlanDocument): PlanPieces {
  const { settings, parts, assemblies, scenarios, timeline } = plan
  const { events, controls, setAsideEventIds } = timeline
  return {
    settings,
    parts,
    assemblies,
    scenarios,
    events,
    controls,
    setAsideEventIds,
    ids: { parts: idsOf(parts), scenarios: idsOf(scenarios), events: idsOf(events), controls: idsOf(controls) },
  }
}

/**
 * The pieces of a document that is no plan as a whole, as far as each is right by itself.
 *
 * @param document what was read
 */
export function readablePieces(document: unknown): PlanPieces {
  const list = (...path: readonly string[]): readonly unknown[] | null => {
    const value = valueAt(document, path)
    return Array.isArray(value) ? value : null
  }
  const [parts, assemblies, scenarios] = [list('parts'), list('assemblies'), list('scenarios')]
  const [events, controls] = [list('timeline', 'events'), list('timeline', 'controls')]
  return {
    settings: pieceOf(settingsSchema, valueAt(document, ['settings'])),
    parts: piecesOf(partSchema, parts),
    assemblies: piecesOf(planDocumentSchema.shape.assemblies.element, assemblies),
    scenarios: piecesOf(scenarioSchema, scenarios),
    events: piecesOf(policyEventSchema, events),
    controls: piecesOf(timelineChangesSchema.shape.controls.element, controls),
    setAsideEventIds: (list('timeline', 'setAsideEventIds') ?? []).filter((id) => typeof id === 'string'),
    ids: {
      parts: parts === null ? null : idsOf(parts),
      scenarios: scenarios === null ? null : idsOf(scenarios),
      events: events === null ? null : idsOf(events),
      controls: controls === null ? null : idsOf(controls),
    },
  }
}

function piecesOf<Value>(schema: z.ZodType<Value>, list: readonly unknown[] | null): readonly (Value | null)[] {
  return list === null ? [null] : list.map((value) => pieceOf(schema, value))
}

function pieceOf<Value>(schema: z.ZodType<Value>, value: unknown): Value | null {
  const result = schema.safeParse(value)
  return result.success ? result.data : null
}

function idsOf(list: readonly unknown[]): ReadonlySet<string> {
  return new Set(list.map((value) => valueAt(value, ['id'])).filter((id) => typeof id === 'string'))
}
