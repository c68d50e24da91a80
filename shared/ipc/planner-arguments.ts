import { z } from 'zod'
import { planStepSchema } from '../plan/plan-history'
import type { PlannerVerb, PlannerVerbs } from './planner-api'

const planId = z.string().min(1).max(40)
const title = z.string().min(1, { error: 'the title is empty; enter at least one letter or digit' }).max(200, { error: 'the title is longer than 200 characters; shorten it' })
const revisionId = z.number().int().min(1)
const fileName = z.string().min(1).max(255).regex(/^[^/\\\0]+$/, { error: 'a file name must not have a folder in it' })
// 48 MB of bytes are 64 MB of base 64; larger files are refused by name before they are sent.
const bytesBase64 = z.string().max(64 * 1024 * 1024, { error: 'the file is larger than 48 MB' })
const purpose = z.enum(['plan', 'table', 'calendar', 'report'])
const nothing = z.strictObject({})

/** What each verb accepts; hosts parse every argument with these, from `unknown`. */
export const plannerArguments: { readonly [Verb in PlannerVerb]: z.ZodType<PlannerVerbs[Verb]['takes']> } = {
  hostFacts: nothing,
  plans: nothing,
  createPlan: z.strictObject({ title, content: z.enum(['empty', 'sample']) }),
  openPlan: z.strictObject({ planId }),
  applyStep: z.strictObject({ planId, step: planStepSchema, expectedSeq: z.number().int().min(0) }),
  closePlan: z.strictObject({ planId }),
  nameRevision: z.strictObject({ planId, label: title }),
  revisions: z.strictObject({ planId }),
  revisionPlan: z.strictObject({ planId, revisionId }),
  restoreRevision: z.strictObject({ planId, revisionId }),
  duplicatePlan: z.strictObject({ planId, title }),
  trashPlan: z.strictObject({ planId }),
  recoverPlan: z.strictObject({ planId }),
  purgePlan: z.strictObject({ planId }),
  importPlanFile: z.strictObject({ fileName, bytesBase64 }),
  planFile: z.strictObject({ planId, revisionId: revisionId.nullable(), decimal: z.enum(['point', 'comma']) }),
  setting: z.strictObject({ key: z.string().min(1).max(100) }),
  storeSetting: z.strictObject({ key: z.string().min(1).max(100), value: z.json() }),
  recentFiles: nothing,
  chooseFile: z.strictObject({ purpose }),
  saveFile: z.strictObject({ fileName, bytesBase64, purpose }),
  printToPdf: z.strictObject({ fileName }),
  backups: nothing,
  backUp: nothing,
  showLibraryFolder: nothing,
  openSource: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
}

/** Every verb, in the order of the contract. */
export const plannerVerbs = Object.keys(plannerArguments) as readonly PlannerVerb[]
