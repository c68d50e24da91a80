import { z } from 'zod'
import { amountSchema, countrySchema, dateSchema, nameSchema, noteSchema, positiveSchema } from './field-schemas'
import { magnetForms } from '../materials/magnet-form'
import { materialFamilies } from '../materials/material-family'
import { rareEarthElements } from '../materials/element'
import type { ExportControl } from '../policy-timeline/export-control'
import type { LicenceWait } from '../policy-timeline/licence-wait'
import type { PolicyEvent } from '../policy-timeline/policy-event'
import type { Scenario } from '../policy-timeline/scenario'

const working = { working: z.boolean().optional() }

/** A licence wait: one of five shapes, in days, working or calendar. */
export const licenceWaitSchema: z.ZodType<LicenceWait> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), days: amountSchema, ...working }),
  z
    .object({ kind: z.literal('uniform'), minDays: amountSchema, maxDays: amountSchema, ...working })
    .refine((wait) => wait.minDays <= wait.maxDays, {
      error: ({ input }) => `the shortest wait of ${daysOf(input, 'minDays')} days is longer than the longest of ${daysOf(input, 'maxDays')}; swap or correct them`,
      params: { kind: 'wait-out-of-order' },
      path: ['minDays'],
    }),
  z
    .object({ kind: z.literal('triangular'), minDays: amountSchema, modeDays: amountSchema, maxDays: amountSchema, ...working })
    .refine((wait) => wait.minDays <= wait.modeDays && wait.modeDays <= wait.maxDays, {
      error: ({ input }) =>
        `the most likely wait of ${daysOf(input, 'modeDays')} days does not lie between the shortest of ${daysOf(input, 'minDays')} and the longest of ${daysOf(input, 'maxDays')}; correct one of the three`,
      params: { kind: 'wait-out-of-order' },
      path: ['modeDays'],
    }),
  z.object({ kind: z.literal('gamma'), meanDays: positiveSchema, sdDays: amountSchema, ...working }),
  z.object({ kind: z.literal('observed'), days: z.array(amountSchema).min(1), ...working }),
])

/** Share of applications refused: 0 to below 1. */
export const refusalRateSchema = z
  .number()
  .min(0)
  .lt(1, { error: 'must be below 100 %: if every application is refused nothing ever leaves; enter a halt instead' })

function daysOf(wait: unknown, field: 'minDays' | 'modeDays' | 'maxDays'): number {
  return (wait as Readonly<Record<typeof field, number>>)[field]
}

const citationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), factIds: z.array(z.string()), section: z.string() }),
  z.object({
    kind: z.literal('elsewhere'),
    title: z.string(),
    urls: z.array(z.string()),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
  z.object({ kind: z.literal('user'), note: noteSchema }),
])

const effectWaitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan') }),
  z.object({ kind: z.literal('own'), wait: licenceWaitSchema, refusalRate: refusalRateSchema }),
])

const effectSchema = z.union([
  z.object({
    controlId: nameSchema,
    action: z.enum(['introduces', 'revises']),
    state: z.literal('licence'),
    wait: effectWaitSchema,
  }),
  z.object({ controlId: nameSchema, action: z.enum(['introduces', 'revises']), state: z.literal('halt') }),
  z.object({ controlId: nameSchema, action: z.enum(['suspends', 'lifts', 'resumes']) }),
])

/** An event of the policy timeline, the user's or a scenario's. */
export const policyEventSchema: z.ZodType<PolicyEvent> = z
  .object({
    id: nameSchema,
    title: nameSchema,
    kind: z.enum(['control', 'suspension', 'halt', 'diplomatic-meeting', 'data-release', 'report', 'other-measure']),
    announcedDate: dateSchema.nullable(),
    effectiveDate: dateSchema.nullable(),
    datePrecision: z.enum(['day', 'month', 'range']),
    nominalEndDate: dateSchema.nullable(),
    stateAfterEnd: z.enum(['as-before', 'unverified']),
    effects: z.array(effectSchema),
    summary: noteSchema,
    citations: z.array(citationSchema),
    confidence: z.enum(['high', 'medium', 'low']),
    verifiedDate: dateSchema.nullable(),
    contradictionIds: z.array(z.string()),
    supersedesId: z.string().nullable(),
  })
  .refine((event) => event.effects.length === 0 || event.effectiveDate !== null, {
    error: 'it changes a control, and the day it takes effect is empty; enter the first day on which it holds',
    params: { kind: 'event-without-date' },
    path: ['effectiveDate'],
  })
  .refine(
    (event) => event.effectiveDate === null || event.nominalEndDate === null || event.effectiveDate < event.nominalEndDate,
    {
      error: ({ input }) => {
        const { effectiveDate, nominalEndDate } = input as PolicyEvent
        return `it takes effect on ${effectiveDate} and nominally ends on ${nominalEndDate}; the end must lie after the start`
      },
      params: { kind: 'event-ends-before-start' },
      path: ['nominalEndDate'],
    },
  )

/** A scenario: name, weight and events of its own. */
export const scenarioSchema: z.ZodType<Scenario> = z.object({
  id: nameSchema,
  name: nameSchema,
  weight: amountSchema,
  assumption: noteSchema,
  events: z.array(policyEventSchema),
})

const exportControlSchema: z.ZodType<ExportControl> = z.object({
  id: nameSchema,
  title: nameSchema,
  originCountries: z.array(countrySchema),
  rareEarthOriginCountries: z.array(countrySchema),
  elements: z.array(z.enum(rareEarthElements)),
  materialFamilies: z.array(z.enum(materialFamilies)),
  forms: z.array(z.enum(magnetForms)),
  excludedForms: z.array(z.enum(magnetForms)),
  destinationCountries: z.array(countrySchema).nullable(),
  summary: noteSchema,
  citations: z.array(citationSchema),
})

/** What the user added to the built-in timeline: events, controls, and when they last checked the facts. */
export const timelineChangesSchema = z.object({
  /** The user's own events; one may supersede a built-in event by its id. */
  events: z.array(policyEventSchema),
  /** The user's own controls. */
  controls: z.array(exportControlSchema),
  /** Built-in events the user has set aside without replacing them, by id. */
  setAsideEventIds: z.array(z.string()),
  /** Day on which the user last checked the policy facts, or null. */
  verifiedDate: dateSchema.nullable(),
})
/** What the user added to the built-in timeline. */
export type TimelineChanges = z.infer<typeof timelineChangesSchema>
