import { z } from 'zod'
import type { PlanStep } from '../plan/plan-history'
import type { PlannerVerb, PlannerVerbs } from './planner-api'

const planId = z.string().min(1).max(40)
// What a person entered is refused in whole sentences; anything else wrong is a fault of the window.
const title = z.string().min(1, { error: 'The title is empty; enter at least one letter or digit.' }).max(200, { error: 'The title is longer than 200 characters; shorten it.' })
const label = z.string().min(1, { error: 'The name is empty; enter at least one letter or digit.' }).max(200, { error: 'The name is longer than 200 characters; shorten it.' })
const revisionId = z.number().int().min(1)
const fileName = z.string().min(1).max(255).regex(/^[^/\\\0]+$/, { error: 'A file name must not have a folder in it.' })
// 48 MB of bytes are 64 MB of base 64; larger files are refused by name before they are sent.
const bytesBase64 = z.string().max(64 * 1024 * 1024, { error: 'The file is larger than 48 MB. Leave out columns and rows that are not needed, or split it.' })
const purpose = z.enum(['plan', 'table', 'calendar', 'report'])
// The command itself is checked where it is applied, by a parser that tells fields in the planner's words.
const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('do'), command: z.looseObject({ kind: z.string() }) }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
]) as unknown as z.ZodType<PlanStep>
const side = z.enum(['mine', 'theirs'])
const decisions = z.strictObject({ choices: z.record(z.string().max(1000), side), conflicts: side.nullable() })
const joins = z.array(z.strictObject({ theirId: z.string().max(40), myId: z.string().max(40) }))
const mergingFile = { planId, fileName, bytesBase64, joins: joins.exactOptional(), textsOnly: z.boolean().exactOptional() }
const nothing = z.strictObject({})

/** What each verb accepts; hosts parse every argument with these, from `unknown`. */
export const plannerArguments: { readonly [Verb in PlannerVerb]: z.ZodType<PlannerVerbs[Verb]['takes']> } = {
  hostFacts: nothing,
  plans: nothing,
  createPlan: z.strictObject({ title, content: z.enum(['empty', 'sample']) }),
  openPlan: z.strictObject({ planId }),
  planParts: z.strictObject({ planId, seq: z.number().int().min(0), slice: z.number().int().min(0) }),
  applyStep: z.strictObject({ planId, step, expectedSeq: z.number().int().min(0) }),
  closePlan: z.strictObject({ planId }),
  nameRevision: z.strictObject({ planId, label }),
  revisions: z.strictObject({ planId }),
  revisionPlan: z.strictObject({ planId, revisionId }),
  restoreRevision: z.strictObject({ planId, revisionId }),
  duplicatePlan: z.strictObject({ planId, title }),
  trashPlan: z.strictObject({ planId }),
  recoverPlan: z.strictObject({ planId }),
  purgePlan: z.strictObject({ planId }),
  importPlanFile: z.strictObject({ fileName, bytesBase64, decimal: z.enum(['point', 'comma']).exactOptional() }),
  planFile: z.strictObject({ planId, revisionId: revisionId.nullable(), decimal: z.enum(['point', 'comma']) }),
  comparePlanFile: z.strictObject(mergingFile),
  mergePlanFile: z.strictObject({ ...mergingFile, decisions, expectedSeq: z.number().int().min(0) }),
  setting: z.strictObject({ key: z.string().min(1).max(100) }),
  storeSetting: z.strictObject({ key: z.string().min(1).max(100), value: z.json() }),
  recentFiles: nothing,
  chooseFile: z.strictObject({ purpose }),
  saveFile: z.strictObject({ fileName, bytesBase64, purpose }),
  printToPdf: z.strictObject({ fileName }),
  backups: nothing,
  backUp: nothing,
  restoreBackup: z.strictObject({ path: z.string().min(1).max(4096) }),
  showLibraryFolder: nothing,
  openSource: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
}

/** Every verb, in the order of the contract. */
export const plannerVerbs = Object.keys(plannerArguments) as readonly PlannerVerb[]
