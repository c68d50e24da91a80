import { expect } from 'vitest'
import type { PlannerVerb } from '../../shared/ipc/planner-api'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { planDocumentVersion } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { base64 } from './planner-fixture'

/** What a case knows of the library it runs on: the sample plan is open, with a revision; another plan is in the trash. */
export type ContractWorld = { readonly planId: string; readonly trashedId: string; readonly revisionId: number; readonly backup: string }

/** What every binding must answer to a verb. */
export type ContractCase = {
  readonly verb: PlannerVerb
  readonly argument: (world: ContractWorld) => unknown
  /** The value of a success, matched in part; or the kind of the problem. */
  readonly answers: { readonly value: unknown } | { readonly problem: string }
}

const good = (verb: PlannerVerb, argument: (world: ContractWorld) => unknown, value: unknown): ContractCase => ({ verb, argument, answers: { value } })
const bad = (verb: PlannerVerb, argument: unknown, problem = 'bad-argument'): ContractCase => ({ verb, argument: () => argument, answers: { problem } })

const any = {
  number: expect.any(Number) as number,
  text: expect.any(String) as string,
}
const listing = expect.objectContaining({ id: any.text, name: any.text, createdAt: any.number, updatedAt: any.number, trashedAt: null, partCount: any.number, assemblyCount: any.number }) as unknown
const { parts: sampleParts, ...sampleHead } = samplePlan()
const aPlan = expect.objectContaining({ format: 'lodestock-plan', version: planDocumentVersion }) as unknown
const planText = writtenPlanFile({ plan: samplePlan(), decimal: 'comma', delimiter: ';', appVersion: 'test' })

/** Good arguments for every verb, and what no binding may take. */
export const contractCases: readonly ContractCase[] = [
  good('hostFacts', () => ({}), expect.objectContaining({ kind: any.text, appVersion: any.text, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, libraryPath: expect.stringContaining('planner.db') as string, recoverySentence: null, missingVerbs: expect.any(Array) as unknown[] })),
  good('plans', () => ({}), expect.arrayContaining([expect.objectContaining({ id: 'pl-smplbd', partCount: 24, assemblyCount: 2 })])),
  good('createPlan', () => ({ title: 'Magnets 2028', content: 'empty' }), expect.objectContaining({ name: 'Magnets 2028', partCount: 0, trashedAt: null })),
  good('createPlan', () => ({ title: 'Try it', content: 'sample' }), expect.objectContaining({ name: 'Try it', partCount: 24 })),
  good('openPlan', ({ planId }) => ({ planId }), { plan: sampleHead, sliceCount: 1, seq: 0, undoLabel: null, redoLabel: null, isCheckpointDue: false }),
  good('planParts', ({ planId }) => ({ planId, seq: 0, slice: 0 }), sampleParts),
  good('applyStep', ({ planId }) => ({ planId, step: { kind: 'do', command: { kind: 'set-title', title: 'Ä "磁"\u0000' } }, expectedSeq: 0 }), { seq: 1, undoLabel: 'Change the title', redoLabel: null, isCheckpointDue: false }),
  good('closePlan', ({ planId }) => ({ planId }), null),
  good('nameRevision', ({ planId }) => ({ planId, label: 'Agreed' }), expect.objectContaining({ kind: 'manual', label: 'Agreed', number: 2 })),
  good('revisions', ({ planId }) => ({ planId }), [expect.objectContaining({ number: 1, kind: 'manual', label: 'First', parent: null })]),
  good('revisionPlan', ({ planId, revisionId }) => ({ planId, revisionId }), aPlan),
  good('restoreRevision', ({ planId, revisionId }) => ({ planId, revisionId }), { plan: sampleHead, sliceCount: 1, seq: 0, undoLabel: null, redoLabel: null, isCheckpointDue: false }),
  good('duplicatePlan', ({ planId }) => ({ planId, title: 'The copy' }), expect.objectContaining({ name: 'The copy', partCount: 24 })),
  good('trashPlan', ({ planId }) => ({ planId }), null),
  good('recoverPlan', ({ trashedId }) => ({ planId: trashedId }), listing),
  good('purgePlan', ({ trashedId }) => ({ planId: trashedId }), null),
  good('importPlanFile', () => ({ fileName: 'magnets.csv', bytesBase64: base64(planText) }), { listing, notices: [] }),
  good('planFile', ({ planId }) => ({ planId, revisionId: null, decimal: 'comma' }), { fileName: 'Sample- magnets for 2027.csv', bytesBase64: any.text }),
  good('planFile', ({ planId, revisionId }) => ({ planId, revisionId, decimal: 'point' }), { fileName: 'Sample- magnets for 2027.csv', bytesBase64: any.text }),
  good('comparePlanFile', ({ planId }) => ({ planId, fileName: 'magnets.csv', bytesBase64: base64(planText) }), { merge: { method: 'by-checks', author: null, savedDate: null, items: [] }, notices: [] }),
  good('mergePlanFile', ({ planId }) => ({ planId, fileName: 'magnets.csv', bytesBase64: base64(planText), decisions: { choices: {}, conflicts: null }, expectedSeq: 0 }), expect.objectContaining({ plan: sampleHead, sliceCount: 1, seq: 0, summary: 'nothing to merge' })),
  good('setting', () => ({ key: 'nothing' }), null),
  good('storeSetting', () => ({ key: 'theme', value: { dark: [true, null, 1.5, 'x'] } }), null),
  good('recentFiles', () => ({}), []),
  good('backups', () => ({}), [{ path: any.text, createdAt: any.number, size: any.number }]),
  good('backUp', () => ({}), { path: expect.stringMatching(/planner-\d{4}-\d\d-\d\d\.db$/) as string }),
  good('restoreBackup', ({ backup }) => ({ path: backup }), { replacedFolder: expect.stringContaining('replaced-') as string }),
  good('openSource', () => ({ url: 'https://www.pillsburylaw.com' }), expect.anything()),

  bad('openPlan', { planId: 'pl-zzzzzz' }, 'plan-missing'),
  bad('planParts', { planId: 'pl-zzzzzz', seq: 0, slice: 0 }, 'plan-not-open'),
  bad('planParts', { planId: 'pl-smplbd', seq: 1, slice: 0 }, 'out-of-step'),
  bad('planParts', { planId: 'pl-smplbd', seq: 0, slice: 1 }, 'slice-missing'),
  bad('planParts', { planId: 'pl-smplbd', seq: 0, slice: -1 }),
  bad('applyStep', { planId: 'pl-zzzzzz', step: { kind: 'undo' }, expectedSeq: 0 }, 'plan-not-open'),
  bad('closePlan', { planId: 'pl-zzzzzz' }, 'plan-not-open'),
  bad('revisions', { planId: 'pl-zzzzzz' }, 'plan-missing'),
  bad('revisionPlan', { planId: 'pl-zzzzzz', revisionId: 1 }, 'revision-missing'),
  bad('duplicatePlan', { planId: 'pl-zzzzzz', title: 'A' }, 'plan-missing'),
  bad('purgePlan', { planId: 'pl-smplbd' }, 'plan-not-in-trash'),
  bad('planFile', { planId: 'pl-zzzzzz', revisionId: null, decimal: 'comma' }, 'plan-missing'),
  bad('comparePlanFile', { planId: 'pl-zzzzzz', fileName: 'a.csv', bytesBase64: '' }, 'plan-missing'),
  bad('comparePlanFile', { planId: 'pl-smplbd', fileName: 'a.csv', bytesBase64: base64('part number;usage\nA;1\n') }, 'not-a-plan-file'),
  bad('mergePlanFile', { planId: 'pl-smplbd', fileName: 'a.csv', bytesBase64: base64(planText), decisions: { choices: { x: 'both' }, conflicts: null }, expectedSeq: 0 }),
  bad('importPlanFile', { fileName: 'a.csv', bytesBase64: '' }, 'empty-file'),
  bad('importPlanFile', { fileName: 'a.csv', bytesBase64: base64('PK\u0003\u0004') }, 'workbook-or-zip'),
  bad('importPlanFile', { fileName: 'a.csv', bytesBase64: 'not base 64!' }),
  bad('importPlanFile', { fileName: '../a.csv', bytesBase64: '' }),
  bad('createPlan', { title: '', content: 'empty' }),
  bad('createPlan', { title: 'A', content: 'everything' }),
  bad('createPlan', { title: 'A', content: 'empty', plan: {} }),
  bad('nameRevision', { planId: 'pl-smplbd', label: 'x'.repeat(201) }),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'do', command: { kind: 'set-title', title: '' } }, expectedSeq: 0 }, 'wrong-shape'),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'do', command: { kind: 'drop-all' } }, expectedSeq: 0 }, 'wrong-shape'),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'do', command: { kind: 'delete-parts', ids: ['p-zzzzzz'] } }, expectedSeq: 0 }, 'not-found'),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'undo' }, expectedSeq: 0 }, 'nothing-to-undo'),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'undo' }, expectedSeq: 9 }, 'out-of-step'),
  bad('applyStep', { planId: 'pl-smplbd', step: { kind: 'jump' }, expectedSeq: 0 }),
  bad('restoreRevision', { planId: 'pl-smplbd', revisionId: 99 }, 'revision-missing'),
  bad('restoreBackup', { path: '/etc/passwd' }, 'backup-unusable'),
  bad('openSource', { url: 'http://www.pillsburylaw.com' }, 'source-unknown'),
  bad('openSource', { url: 'javascript:alert(1)' }),
  bad('openSource', { url: 'file:///etc/passwd' }),
  bad('openSource', { url: 'https://example.com/not-a-source' }, 'source-unknown'),
]

/** What is no argument of any verb. */
export const hopelessArguments: readonly unknown[] = [null, [], 'text', 7, true, { unknownField: 1 }, { __proto__: null, constructor: 1 }]
