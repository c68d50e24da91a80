import { z } from 'zod'
import type { ExportControl } from '../policy-timeline/export-control'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { Scenario } from '../policy-timeline/scenario'
import { amountSchema, dateSchema, idSchema, nameSchema } from './field-schemas'
import { partSchema, type Part } from './part-schema'
import { planDocumentSchema, type Assembly, type PlanDocument } from './plan-document'
import { settingsSchema, type PlanSettings } from './settings-schema'
import { policyEventSchema, scenarioSchema, timelineChangesSchema } from './timeline-schema'

/** The lists of a plan of which commands add, change and delete entries; events and controls are the user's own. */
export type PlanListItems = {
  /** Parts, with their usage history and open orders. */
  readonly parts: Part
  /** Products built from parts. */
  readonly assemblies: Assembly
  /** The user's own events of the timeline. */
  readonly events: PolicyEvent
  /** The user's own export controls. */
  readonly controls: ExportControl
  /** Scenarios, with their own events. */
  readonly scenarios: Scenario
}

/** A list of a plan that commands change entry by entry. */
export type PlanListName = keyof PlanListItems

/** New values for some fields of an entry; a field that is not named stays. */
export type FieldChange<Item> = {
  /** The entry. */
  readonly id: string
  /** New values by field; nested groups and lists are replaced whole. */
  readonly fields: Partial<Omit<Item, 'id'>>
}

/** Adding, changing and deleting entries of one list, several in one command. */
export type ListCommand<List extends string, Item> =
  | {
      readonly kind: `add-${List}`
      readonly items: readonly Item[]
      /** Where each will stand in the list that results, ascending from 0; null for the end. */
      readonly places: readonly number[] | null
    }
  | { readonly kind: `change-${List}`; readonly changes: readonly FieldChange<Item>[] }
  | { readonly kind: `delete-${List}`; readonly ids: readonly string[] }

/** Sections of a plan to be replaced whole; one that is not named stays. */
export type SectionChange = Partial<Pick<PlanDocument, 'title' | 'settings' | 'parts' | 'assemblies' | 'timeline' | 'scenarios'>>

/** One gesture of the planner on one place of the plan, as JSON. */
export type SimplePlanCommand =
  | { readonly kind: 'set-title'; readonly title: string }
  | { readonly kind: 'change-settings'; readonly fields: Partial<PlanSettings> }
  | { readonly [List in PlanListName]: ListCommand<List, PlanListItems[List]> }[PlanListName]
  | {
      readonly kind: 'duplicate-parts'
      /** The part, the id of its copy, and the copy's part number. A copy stands after its part and has no open orders. */
      readonly copies: readonly { readonly id: string; readonly copyId: string; readonly partNumber: string }[]
    }
  | { readonly kind: 'set-aside-events'; readonly ids: readonly string[]; readonly places: readonly number[] | null }
  | { readonly kind: 'restore-events'; readonly ids: readonly string[] }
  | { readonly kind: 'verify-timeline'; readonly date: string | null }
  | { readonly kind: 'weigh-scenarios'; readonly weights: readonly { readonly id: string; readonly weight: number }[] }
  | { readonly kind: 'reset-scenarios'; readonly scenarios: readonly Scenario[] }
  | { readonly kind: 'replace-sections'; readonly sections: SectionChange }

/** A change of a plan, as JSON: one gesture, or several that are done and undone as one. */
export type PlanCommand =
  | SimplePlanCommand
  | {
      readonly kind: 'several'
      /** What the whole is called where it can be undone. */
      readonly label: string
      readonly commands: readonly SimplePlanCommand[]
    }

type ObjectSchema = z.ZodObject<Record<string, z.ZodType>>

/** The schemas of whole entries by list; an entry that was changed must still fit. */
export const listItemSchemas: { readonly [List in PlanListName]: z.ZodType<PlanListItems[List]> } = {
  parts: partSchema,
  assemblies: planDocumentSchema.shape.assemblies.element,
  events: policyEventSchema,
  controls: timelineChangesSchema.shape.controls.element,
  scenarios: scenarioSchema,
}

const placesSchema = z.array(z.number().int().min(0)).nullable()
const idsSchema = z.array(z.string()).min(1)

function listCommandSchemas(list: PlanListName): readonly ObjectSchema[] {
  const item = listItemSchemas[list]
  const { id: _, ...shape } = (item as unknown as ObjectSchema).shape
  const change = z.strictObject({ id: z.string(), fields: z.strictObject(shape).exactPartial() })
  return [
    z.strictObject({ kind: z.literal(`add-${list}`), items: z.array(item).min(1), places: placesSchema }),
    z.strictObject({ kind: z.literal(`change-${list}`), changes: z.array(change).min(1) }),
    z.strictObject({ kind: z.literal(`delete-${list}`), ids: idsSchema }),
  ] as unknown as readonly ObjectSchema[]
}

const { title, settings, parts, assemblies, timeline, scenarios } = planDocumentSchema.shape
const simpleSchemas = [
  z.strictObject({ kind: z.literal('set-title'), title: nameSchema }),
  z.strictObject({ kind: z.literal('change-settings'), fields: z.strictObject(settingsSchema.shape).exactPartial() }),
  ...(Object.keys(listItemSchemas) as PlanListName[]).flatMap(listCommandSchemas),
  z.strictObject({
    kind: z.literal('duplicate-parts'),
    copies: z.array(z.strictObject({ id: z.string(), copyId: idSchema('p'), partNumber: nameSchema })).min(1),
  }),
  z.strictObject({ kind: z.literal('set-aside-events'), ids: idsSchema, places: placesSchema }),
  z.strictObject({ kind: z.literal('restore-events'), ids: idsSchema }),
  z.strictObject({ kind: z.literal('verify-timeline'), date: dateSchema.nullable() }),
  z.strictObject({ kind: z.literal('weigh-scenarios'), weights: z.array(z.strictObject({ id: z.string(), weight: amountSchema })).min(1) }),
  z.strictObject({ kind: z.literal('reset-scenarios'), scenarios }),
  z.strictObject({
    kind: z.literal('replace-sections'),
    sections: z.strictObject({ title, settings, parts, assemblies, timeline, scenarios }).exactPartial(),
  }),
]

const simplePlanCommandSchema = z.discriminatedUnion('kind', simpleSchemas as unknown as [ObjectSchema])

/** A command as it comes from a window, a journal or a file: nothing it does not know passes. */
export const planCommandSchema = z.discriminatedUnion('kind', [
  ...simpleSchemas,
  z.strictObject({ kind: z.literal('several'), label: nameSchema, commands: z.array(simplePlanCommandSchema).min(1) }),
] as unknown as [ObjectSchema]) as unknown as z.ZodType<PlanCommand>
