import { z } from 'zod'
import { amountSchema, idSchema, nameSchema, noteSchema, positiveSchema } from './field-schemas'
import { partSchema } from './part-schema'
import { sectors, settingsSchema } from './settings-schema'
import { scenarioSchema, timelineChangesSchema } from './timeline-schema'

const assemblySchema = z.object({
  id: idSchema('a'),
  name: nameSchema,
  sector: z.enum(sectors),
  /** Products built per week. */
  buildsPerWeek: amountSchema,
  uses: z.array(
    z.object({
      partId: idSchema('p'),
      /** Units of the part (pieces or kg) in one product. */
      quantityPerProduct: positiveSchema,
      /** Share scrapped on top, 0 or more. */
      scrapRate: amountSchema.max(10),
    }),
  ),
  note: noteSchema,
})
/** A product built from parts; what it uses flows to the parts with usage `build-plan`. */
export type Assembly = z.infer<typeof assemblySchema>

/** Version of the plan document this program reads and writes. */
export const planDocumentVersion = 2

/** A whole plan: inputs only; nothing computed is stored. */
export const planDocumentSchema = z.object({
  format: z.literal('lodestock-plan'),
  version: z.literal(planDocumentVersion),
  id: idSchema('pl'),
  title: nameSchema,
  settings: settingsSchema,
  parts: z.array(partSchema),
  assemblies: z.array(assemblySchema),
  timeline: timelineChangesSchema,
  scenarios: z.array(scenarioSchema),
})
/** A whole plan: inputs only. */
export type PlanDocument = z.infer<typeof planDocumentSchema>
