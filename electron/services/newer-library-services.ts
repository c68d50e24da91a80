import { writtenPlanFile } from '../../shared/csv/plan-file'
import { planRevision } from '../../shared/csv/plan-revision'
import type { ApiProblem, PlannerVerbs, WrittenPlanFile } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'
import { newerLibraryPlan, newerLibraryPlans, type NewerPlan } from '../storage/newer-library'
import { apiResult } from './api-problem'
import { dialogVerbs } from './dialog-verbs'
import { planFileName } from './plan-files'
import type { PlannerHost } from './planner-host'
import { servicesOf, type PlannerServices } from './planner-services'

/** What these services work on. */
export type NewerLibraryOptions = {
  /** Where the library lies. */
  readonly path: string
  readonly host: PlannerHost
  /** Why the library is not opened: the answer to everything but listing and saving its plans. */
  readonly problem: ApiProblem
  readonly appVersion: string
  /** Today on the computer's calendar, ISO. */
  readonly today: () => string
}

/**
 * What can be done with a library from a newer version: its plans are listed, and each is written to a file. Every other
 * verb answers why; nothing in the library is changed, not even the folder last used.
 */
export function newerLibraryServices(options: NewerLibraryOptions): PlannerServices {
  const { path, host, problem } = options
  const forgetful = { path, setting: () => succeeded(null), storeSetting: () => succeeded(null), noteRecentFile: () => succeeded(null) } as const
  const { saveFile, showLibraryFolder } = dialogVerbs(forgetful, host)
  return servicesOf(
    {
      saveFile,
      showLibraryFolder,
      plans: () => apiResult(newerLibraryPlans(path)),
      planFile: (of) => newerPlanFile(of, options),
    },
    { host, libraryPath: path, refusal: problem },
  )
}

function newerPlanFile(of: PlannerVerbs['planFile']['takes'], options: NewerLibraryOptions): Result<WrittenPlanFile, ApiProblem> {
  if (of.revisionId !== null) return failed(options.problem)
  const found = newerLibraryPlan(options.path, of.planId)
  if (!found.ok) return apiResult(found)
  const { fileName, text } = fileOf(found.value, { ...of, ...options })
  const content = { fileName, bytesBase64: Buffer.from(text, 'utf8').toString('base64') }
  return succeeded(found.value.notices.length === 0 ? content : { ...content, notices: found.value.notices })
}

function fileOf({ listing, plan, stored }: NewerPlan, of: NewerLibraryOptions & PlannerVerbs['planFile']['takes']): { readonly fileName: string; readonly text: string } {
  if (plan === null) return { fileName: planFileName(listing.name).replace(/csv$/, 'json'), text: JSON.stringify(stored) }
  const { decimal, appVersion } = of
  const text = writtenPlanFile({ plan, decimal, delimiter: decimal === 'comma' ? ';' : ',', appVersion, savedDate: of.today(), revision: planRevision(plan), basedOn: null })
  return { fileName: planFileName(plan.title), text }
}
