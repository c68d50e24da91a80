import { z } from 'zod'
import { amountSchema, countrySchema, dateSchema, nameSchema, openFractionSchema, positiveSchema } from './field-schemas'
import { licenceWaitSchema, refusalRateSchema } from './timeline-schema'

/** The sectors a part may serve; each has a risk level and a default target. */
export const sectors = ['electric-vehicles', 'wind', 'electronics', 'defence', 'medical', 'industrial', 'other'] as const
/** A sector a part may serve. */
export type Sector = (typeof sectors)[number]

/** The regions for which numbers and dates in files can be written. */
export const fileRegions = ['this-computer', 'international', 'german', 'french', 'swiss', 'us', 'uk'] as const
/** A region for numbers and dates in files; `this-computer` stands for the one the program runs in. */
export type FileRegion = (typeof fileRegions)[number]

/** How applications are timed: days after the order, or after the goods are ready. */
export const applicationLagSchema = z.object({
  after: z.enum(['order', 'ready']),
  days: z.number().int().min(0).max(3650),
})

/** The licence wait of the built-in licence controls: a preset, or a distribution of the plan's own. */
export const planWaitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), presetId: nameSchema }),
  z.object({ kind: z.literal('own'), wait: licenceWaitSchema, refusalRate: refusalRateSchema }),
])

/** The settings of a plan; everything here is an input a planner may change. */
export const settingsSchema = z.object({
  /** ISO 4217 code of the one currency of the plan. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'a currency is three capital letters, such as EUR' }),
  /** Day for which the plan is computed, or null for today. */
  planningDate: dateSchema.nullable(),
  /** Weeks looked ahead, 4 to 156. */
  horizonWeeks: z.number().int().min(4).max(156),
  /** Days between order decisions. */
  reviewPeriodDays: z.number().int().min(1).max(365),
  /** Months of usage history before the planning date that count. */
  usageWindowMonths: z.number().int().min(1).max(120),
  /** Coefficient of variation of weekly usage where no standard deviation is known (assumption). */
  defaultWeeklyUsageCv: amountSchema.max(10),
  /** Holding cost per year as a fraction of unit cost. */
  holdingRatePerYear: amountSchema.max(5),
  /** How scenarios are weighed against each other. */
  attitude: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('weighted') }),
    z.object({ kind: z.literal('worst-case') }),
    z.object({ kind: z.literal('scenario'), scenarioId: nameSchema }),
  ]),
  /** The scenario that takes today's rules to continue; safety stock is measured from it. */
  statusQuoScenarioId: nameSchema,
  applicationLag: applicationLagSchema,
  licenceWait: planWaitSchema,
  /** Wait where the supplier holds a general licence. */
  generalLicenceWait: licenceWaitSchema,
  /** Days a halt without an end is taken to last (assumption). */
  openHaltDays: z.number().int().min(1).max(3650),
  /** Rounding step of quantities that are not whole pieces, in the part's unit. */
  quantityStep: positiveSchema,
  /** Country the goods come to, or null when not known. */
  destinationCountry: countrySchema.nullable(),
  /** Default cycle service level by sector. */
  cycleServiceLevelBySector: z.record(z.enum(sectors), openFractionSchema),
  /** Cycle service level that a critical part gets at least. */
  criticalCycleServiceLevel: openFractionSchema,
  /** For whom files are written: decimal sign and order of dates. */
  region: z.enum(fileRegions),
})
/** The settings of a plan. */
export type PlanSettings = z.infer<typeof settingsSchema>
