import { z } from 'zod'
import { amountSchema, countrySchema, dateSchema, idSchema, nameSchema, noteSchema, openFractionSchema, positiveSchema } from './field-schemas'
import { applicationLagSchema, sectors } from './settings-schema'
import { rareEarthElements } from '../materials/element'
import { magnetForms } from '../materials/magnet-form'
import { materialFamilies } from '../materials/material-family'

const usagePeriodSchema = z.object({
  /** First day of the period. */
  startDate: dateSchema,
  /** Length in whole days. */
  days: z.number().int().min(1).max(3660),
  /** Usage in the period, part units; negative when returns exceeded issues. */
  quantity: z.number(),
})
/** Usage in one period of the past; a missing period is missing, not zero. */
export type UsagePeriod = z.infer<typeof usagePeriodSchema>

const forecastPeriodSchema = z.object({
  fromDate: dateSchema,
  /** First day no longer in the period. */
  untilDate: dateSchema,
  /** Mean usage per day in the period, part units. */
  meanPerDay: amountSchema,
})

const usageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('history') }),
  z.object({ kind: z.literal('stated'), per: z.enum(['week', 'month']), mean: amountSchema, sd: amountSchema.nullable() }),
  z.object({ kind: z.literal('build-plan'), sdPerWeek: amountSchema.nullable() }),
])

const leadTimeLegSchema = z.object({
  name: nameSchema,
  meanDays: amountSchema,
  sdDays: amountSchema,
  /** Whether it comes after the border: transit, import, receiving. */
  isAfterBorder: z.boolean(),
  /** Whether its days are working days. */
  isWorkingDays: z.boolean(),
})
/** One named leg of the base lead time. */
export type LeadTimeLeg = z.infer<typeof leadTimeLegSchema>

const leadTimeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('total'),
    /** Order to receipt with no export control. */
    meanDays: amountSchema,
    sdDays: amountSchema,
    /** Days of it after the border. */
    transitDays: amountSchema,
  }),
  z.object({ kind: z.literal('legs'), legs: z.array(leadTimeLegSchema).min(1) }),
])

const openOrderSchema = z.object({
  id: idSchema('o'),
  purchaseOrder: z.string().max(100),
  /** Part units still to come. */
  quantity: positiveSchema,
  promisedDate: dateSchema,
  orderedDate: dateSchema.nullable(),
  /** `included`: the promise already counts the licence in. */
  licence: z.discriminatedUnion('status', [
    z.object({ status: z.literal('not-needed') }),
    z.object({ status: z.literal('included') }),
    z.object({ status: z.literal('not-filed') }),
    z.object({ status: z.literal('filed'), filedDate: dateSchema }),
    z.object({ status: z.literal('granted') }),
  ]),
})
/** A purchase order line not yet received. */
export type OpenOrder = z.infer<typeof openOrderSchema>

const overrideSchema = z.object({
  /** The level it stands beside. */
  field: z.enum(['safetyStock', 'reorderPoint', 'orderUpToLevel']),
  /** Part units. */
  value: amountSchema,
  /** Why the planner knows better; never empty. */
  reason: noteSchema.regex(/\S/u, { error: 'an override needs a reason; write why this level is right' }),
  /** Who set it; may be empty. */
  author: z.string().max(200),
  setDate: dateSchema,
  /** Its last day, or null for no end. */
  expiryDate: dateSchema.nullable(),
})
/** A level set by the planner, shown beside the computed one and never in its place. */
export type PartOverride = z.infer<typeof overrideSchema>

/** What a part's stock level must achieve. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cycle-service-level'), cycleServiceLevel: openFractionSchema }),
  z.object({ kind: z.literal('fill-rate'), fillRate: openFractionSchema }),
  z.object({ kind: z.literal('least-cost'), backorderCostPerUnitDay: positiveSchema }),
])
/** What a part's stock level must achieve. */
export type PartTarget = z.infer<typeof targetSchema>

/** One part as the planner entered it: inputs only, quantities in the part's own unit. */
export const partSchema = z.object({
  id: idSchema('p'),
  partNumber: nameSchema,
  description: noteSchema,
  plant: z.string().max(100),
  supplier: z.string().max(200),
  /** Unit of all its quantities, such as `pcs` or `kg`. Pieces are planned whole. */
  unit: nameSchema,
  /** Country it is made in, or null when not known (counts as controlled). */
  originCountry: countrySchema.nullable(),
  /** Country its rare earths come from, or null when not known (counts as controlled). */
  rareEarthOriginCountry: countrySchema.nullable(),
  materialFamily: z.enum(materialFamilies),
  grade: z.string().max(100),
  /** Null when not known. */
  form: z.enum(magnetForms).nullable(),
  /** What is known of its elements; absent means not stated. */
  elements: z.partialRecord(z.enum(rareEarthElements), z.enum(['yes', 'no', 'unknown'])),
  /** Magnet mass of one unit, or null when not known. */
  magnetMassPerUnitKg: positiveSchema.nullable(),
  sector: z.enum(sectors),
  isCritical: z.boolean(),
  licenceRoute: z.enum(['individual', 'general', 'exempt']),
  /** Overrides the plan's, or null. */
  applicationLag: applicationLagSchema.nullable(),
  usage: usageSchema,
  usageHistory: z.array(usagePeriodSchema),
  /** Dated mean usage in place of the base mean; empty for none. */
  forecast: z.array(forecastPeriodSchema),
  /** Distribution of usage; null for gamma. */
  demandFamily: z.enum(['gamma', 'normal', 'negative-binomial']).nullable(),
  leadTime: leadTimeSchema,
  /** Overrides the plan's, or null. */
  reviewPeriodDays: z.number().int().min(1).max(365).nullable(),
  onHand: amountSchema,
  allocated: amountSchema,
  backordered: amountSchema,
  openOrders: z.array(openOrderSchema),
  /** Null for the default of its sector and criticality. */
  target: targetSchema.nullable(),
  /** Plan currency per unit, or null when not known. */
  unitCost: amountSchema.nullable(),
  moq: amountSchema.nullable(),
  lotMultiple: positiveSchema.nullable(),
  /** Largest safety stock allowed, days of mean usage; null for no cap. */
  capCoverDays: amountSchema.nullable(),
  /** Largest quantity one licence or order may cover; null for no cap. */
  capOrderQuantity: positiveSchema.nullable(),
  /** What the ERP holds today; null when not known. */
  erpSafetyStock: amountSchema.nullable(),
  erpReorderPoint: amountSchema.nullable(),
  erpLeadTimeDays: amountSchema.nullable(),
  /** Levels the planner has set, at most one of each kind. */
  overrides: z.array(overrideSchema),
  /** Supply contract: its end and its price term, or null. */
  contract: z.object({ endDate: dateSchema.nullable(), priceAdjustment: noteSchema }).nullable(),
  note: noteSchema,
})
/** One part as the planner entered it. */
export type Part = z.infer<typeof partSchema>
