import { civilDate } from '../../shared/calendar/civil-date'
import { placedSentence, planFromBytes } from '../../shared/csv/plan-from-bytes'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { planRevision } from '../../shared/csv/plan-revision'
import type { ApiProblem, FileContent, ImportedPlan, PlannerVerbs } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'
import { idMaker } from '../id-maker'
import type { PlanLibrary } from '../storage/plan-library'
import { apiResult } from './api-problem'
import { bytesOf } from './file-content'
import { fileNames, noteSharedState } from './plan-states'

const longestTitle = 200

/** Stores the plan that is in a file; what was noticed on the way comes along, and what stands in the way comes whole. */
export function importedPlanFile(library: PlanLibrary, content: PlannerVerbs['importPlanFile']['takes'], of: { readonly today: string }): Result<ImportedPlan, ApiProblem> {
  const { fileName, decimal = null } = content
  const bytes = bytesOf(content)
  if (!bytes.ok) return bytes
  const { form, plan, savedBy, understood, findings } = planFromBytes(bytes.value, { fileName, idMaker, decimal, check: { today: civilDate(of.today) } })
  const sentences = findings.map(placedSentence)
  if (plan === null) {
    const cause = findings.find((finding) => finding.severity === 'error') ?? findings[0]
    const more = findings.filter((finding) => finding.severity === 'error').length - 1
    const sentence = `${fileName}: ${cause === undefined ? 'There are no parts in this file.' : placedSentence(cause)}${more > 0 ? ` (and ${more} more)` : ''}`
    return failed({ kind: cause?.kind ?? 'no-parts', sentence, findings: sentences })
  }
  const title = (form === 'parts-table' ? fileName.replace(/\.[^.]{1,9}$/, '') : plan.title).slice(0, longestTitle) || 'Imported'
  const created = library.createPlan({ title, plan, importedFrom: importLabel(fileName, savedBy) })
  if (!created.ok) return apiResult(created)
  noteImportedState(library, created.value.id, form === 'plan-file' ? bytes.value : null)
  return succeeded({ listing: created.value, notices: form === 'parts-table' ? [understood, ...sentences] : sentences })
}

/** What the state of a plan that came in with a file is called in its history. */
export function importLabel(fileName: string, savedBy: string | null): string {
  const by = savedBy === null ? '' : `, saved by ${savedBy}`
  return `${fileName.slice(0, 200 - by.length)}${by}`.slice(0, 200)
}

/** A plan of the library, or one of its revisions, as a plan file. */
export function planFileContent(library: PlanLibrary, of: PlannerVerbs['planFile']['takes'], by: { readonly appVersion: string; readonly today: string; readonly savedBy: string | null }): Result<FileContent, ApiProblem> {
  const { planId, revisionId, decimal } = of
  const plan = revisionId === null ? library.planDocument(planId) : library.revisionPlan(planId, revisionId)
  if (!plan.ok) return apiResult(plan)
  // Spreadsheets of regions with decimal commas take a semicolon between cells, all others a comma.
  const names = fileNames(library, plan.value)
  const text = writtenPlanFile({ plan: plan.value, decimal, delimiter: decimal === 'comma' ? ';' : ',', appVersion: by.appVersion, savedBy: by.savedBy, savedDate: by.today, ...names })
  // What goes out is kept, so that what comes back can be merged with it.
  const kept = revisionId === null ? library.keepState(planId) : succeeded(revisionId)
  if (kept.ok) noteSharedState(library, planId, { revision: names.revision, revisionId: kept.value, isFromOutside: false })
  return succeeded({ fileName: planFileName(plan.value.title), bytesBase64: Buffer.from(text, 'utf8').toString('base64') })
}

/** Notes the state that a plan file names, or the one that is in it, as what its sender and this library have in common. */
function noteImportedState(library: PlanLibrary, planId: string, planFile: Buffer | null): void {
  const plan = planFile === null ? null : library.planDocument(planId)
  const revisions = library.revisions(planId)
  if (planFile === null || plan === null || !plan.ok || !revisions.ok || revisions.value[0] === undefined) return
  // The name stands near the start, in ASCII, whatever the encoding and the delimiter.
  const named = /\brevision[^\w]{1,3}(rv-[bcdfghjklmnpqrstvwxz]{16})\b/.exec(planFile.toString('latin1', 0, 4096))?.[1]
  noteSharedState(library, planId, { revision: named ?? planRevision(plan.value), revisionId: revisions.value[0].id, isFromOutside: true })
}

/** A file name that every system takes, from the title of a plan. */
export function planFileName(title: string): string {
  // Windows refuses these letters, names that end in a dot or a space, and the names of its old devices.
  const plain = title.replaceAll(/[<>:"/\\|?*\p{Cc}]+/gu, '-').replaceAll(/\s+/g, ' ').trim().slice(0, 80).replace(/[. ]+$/, '')
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain)
  return `${plain === '' || isDevice ? `Plan ${plain}`.trim() : plain}.csv`
}
