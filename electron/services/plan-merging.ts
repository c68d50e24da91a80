import { textFromBytes } from '../../shared/csv/bytes-to-text'
import type { CsvProblem } from '../../shared/csv/csv-problem'
import { checkCode } from '../../shared/csv/plan-file-check'
import { planFileMerge } from '../../shared/csv/plan-file-merge'
import { planFileTexts } from '../../shared/csv/plan-file-texts'
import { readPlanFile } from '../../shared/csv/plan-file'
import { placedSentence } from '../../shared/csv/plan-from-bytes'
import { planRevision } from '../../shared/csv/plan-revision'
import type { ApiProblem, ComparedPlanFile, PlannerVerbs } from '../../shared/ipc/planner-api'
import { mergedPlan } from '../../shared/plan/merged-plan'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMerge, type PlanMerge } from '../../shared/plan/plan-merge'
import { failed, succeeded, type Result } from '../../shared/result'
import type { PlanLibrary } from '../storage/plan-library'
import { apiResult } from './api-problem'
import { bytesOf } from './file-content'
import { importLabel } from './plan-files'
import { noteSharedState, sharedStates } from './plan-states'

type Compared = { readonly merge: PlanMerge; readonly mine: PlanDocument; readonly theirs: PlanDocument; readonly baseRevisionId: number | null; readonly revision: string; readonly notices: readonly string[] }

/** A plan file compared with the plan it is of, cell by cell; nothing is changed. */
export function comparedPlanFile(library: PlanLibrary, of: PlannerVerbs['comparePlanFile']['takes']): Result<ComparedPlanFile, ApiProblem> {
  const compared = comparison(library, of)
  return compared.ok ? succeeded({ merge: compared.value.merge, notices: compared.value.notices }) : compared
}

/** Carries out a merge as it was decided: one step in the open plan, and a revision with two parents; answers what was merged, in words. */
export function mergedPlanFile(library: PlanLibrary, of: PlannerVerbs['mergePlanFile']['takes']): Result<{ readonly summary: string }, ApiProblem> {
  const compared = comparison(library, of)
  if (!compared.ok) return compared
  const { merge, mine, theirs, baseRevisionId, revision } = compared.value
  const merged = mergedPlan(mine, merge, of.decisions)
  if (!merged.ok) return failed({ kind: merged.problem.kind, sentence: merged.problem.sentence })
  const { command, summary, plan } = merged.value
  const label = `Merged ${merge.author === null ? of.fileName : `the file of ${merge.author}`}: ${summary}`.slice(0, 200)
  const done = library.mergePlan(of.planId, { theirs, theirLabel: importLabel(of.fileName, merge.author), baseRevisionId, label }, { command, expectedSeq: of.expectedSeq })
  if (!done.ok) return apiResult(done)
  const { theirId, mergedId } = done.value
  noteSharedState(library, of.planId, { revision: planRevision(plan), revisionId: mergedId, isFromOutside: false })
  noteSharedState(library, of.planId, { revision, revisionId: theirId, isFromOutside: true })
  return succeeded({ summary })
}

function comparison(library: PlanLibrary, of: PlannerVerbs['comparePlanFile']['takes']): Result<Compared, ApiProblem> {
  const document = library.planDocument(of.planId)
  if (!document.ok) return apiResult(document)
  const mine = document.value
  const bytes = bytesOf(of)
  if (!bytes.ok) return bytes
  const decoded = textFromBytes(bytes.value)
  if (!decoded.ok) return failed(problemOf(of.fileName, [decoded.problem]))
  const { text } = decoded.value
  if (of.textsOnly === true) return textsOnly(mine, text, of.fileName)
  const file = readPlanFile(text, { idMaker: steadyIds(text), restoreFrom: mine })
  if (!file.ok) return failed(problemOf(of.fileName, file.problem))
  const known = sharedStates(library, of.planId)
  const names = [file.value.revision, file.value.basedOn]
  const state = names.flatMap((name) => known.find((each) => each.revision === name) ?? [])[0]
  const base = state === undefined ? null : library.revisionPlan(of.planId, state.revisionId)
  const states = state !== undefined && base?.ok === true ? [{ revision: state.revision, plan: base.value }] : []
  const merge = planFileMerge({ mine, file: file.value, states, forgottenRevisions: new Set(known.filter((each) => !each.isFromOutside).map((each) => each.revision)), joins: of.joins ?? [] })
  return succeeded({
    merge, mine, theirs: file.value.plan, baseRevisionId: states.length === 0 ? null : (state?.revisionId ?? null),
    revision: file.value.revision ?? planRevision(file.value.plan), notices: file.value.warnings.map(placedSentence),
  })
}

function textsOnly(mine: PlanDocument, text: string, fileName: string): Result<Compared, ApiProblem> {
  const texts = planFileTexts(text, mine)
  if (!texts.ok) return failed(problemOf(fileName, texts.problem))
  const { plan, changed, leftOut } = texts.value
  // What the file was made from is not known, but only its texts differ, and each is taken or not by itself.
  const merge = planMerge({ base: { kind: 'none' }, mine, theirs: plan })
  return succeeded({ merge, mine, theirs: plan, baseRevisionId: null, revision: planRevision(plan), notices: [...changed, ...leftOut].map(placedSentence) })
}

/** Makes the same ids for the same file, so that what was decided after a comparison fits when it is carried out. */
function steadyIds(text: string): (prefix: string) => string {
  const file = checkCode('ids', [['text', text]])
  let next = 0
  return (prefix) => `${prefix}-${checkCode(prefix, [['of', `${file} ${next++}`]]).slice(0, 6)}`
}

function problemOf(fileName: string, problems: readonly CsvProblem[]): ApiProblem {
  const errors = problems.filter((problem) => problem.severity === 'error')
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return { kind: first?.kind ?? 'not-a-plan-file', sentence: `${fileName}: ${first === undefined ? 'This is not a plan file.' : placedSentence(first)}${more}`, findings: problems.map(placedSentence) }
}
