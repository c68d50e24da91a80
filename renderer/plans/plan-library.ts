import { useCallback, useEffect, useState } from 'react'
import type { ApiProblem, FileContent, PlannerApi } from '../../shared/ipc/planner-api'
import type { PlanListing } from '../../shared/ipc/plan-listing'
import { succeeded, type Result } from '../../shared/result'
import { useApp } from '../ui/app-context'

/** The list of plans on its way. */
export type PlanList =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly plans: readonly PlanListing[] }
  | { readonly state: 'failed'; readonly problem: ApiProblem }

/** The library's plans, and how to read them again. */
export function usePlanList(): readonly [list: PlanList, reload: () => Promise<void>] {
  const { client } = useApp()
  const [list, setList] = useState<PlanList>({ state: 'loading' })
  const reload = useCallback(async () => {
    const answer = await client.plans({})
    setList(answer.ok ? { state: 'loaded', plans: answer.value } : { state: 'failed', problem: answer.problem })
  }, [client])
  useEffect(() => void reload(), [reload])
  return [list, reload]
}

/** Plans whose title has every word of a search, in any order and case. */
export function foundPlans(plans: readonly PlanListing[], search: string): readonly PlanListing[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '')
  return plans.filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)))
}

/** A title that no plan of the list has yet: the wanted one, or with a number behind it. */
export function freeTitle(wanted: string, plans: readonly PlanListing[]): string {
  const taken = new Set(plans.map(({ name }) => name))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) {
    const title = `${wanted} ${number}`
    if (!taken.has(title)) return title
  }
}

/** Saves a plan as a plan file where the user wants it; answers what to tell the user, or null when it was cancelled. */
export async function savedPlanFile(
  client: Pick<PlannerApi, 'planFile' | 'saveFile'>,
  of: { readonly planId: string; readonly revisionId: number | null; readonly decimal: 'point' | 'comma' },
): Promise<{ readonly kind: 'done' | 'problem'; readonly problem: ApiProblem } | null> {
  const file = await client.planFile(of)
  if (!file.ok) return { kind: 'problem', problem: file.problem }
  const { fileName, bytesBase64 } = file.value
  const saved = await client.saveFile({ fileName, bytesBase64, purpose: 'plan' })
  if (!saved.ok) return { kind: 'problem', problem: saved.problem }
  return saved.value.outcome === 'cancelled' ? null : { kind: 'done', problem: { kind: 'saved', sentence: [`Saved ${saved.value.fileName}.`, ...(file.value.notices ?? [])].join(' ') } }
}

/** The content of the first file of a drop, without what is not a file. */
export function droppedFile(transfer: DataTransfer): File | null {
  return transfer.files[0] ?? null
}

// What the reader of our own files says of tables that are none of them.
const foreignKinds: ReadonlySet<string> = new Set(['missing-column', 'workbook-or-zip'])

/** Whether a file could not be read because it is no plan and no table of ours: an export of an ERP system, perhaps. */
export function isForeignFile(problem: ApiProblem): boolean {
  return foreignKinds.has(problem.kind)
}

/** Makes a new plan named after a file, for what is to be imported into it. */
export async function planNamedAfter(client: Pick<PlannerApi, 'createPlan'>, fileName: string, plans: readonly PlanListing[]): Promise<Result<string, ApiProblem>> {
  const title = freeTitle(fileName.replace(/\.[^.]{1,9}$/, '').trim().slice(0, 190) || 'Imported', plans)
  const answer = await client.createPlan({ title, content: 'empty' })
  return answer.ok ? succeeded(answer.value.id) : answer
}

/** What was read from a file: the plan's id and what to tell, or the problem. */
export async function importedPlan(
  client: Pick<PlannerApi, 'importPlanFile'>,
  file: FileContent,
): Promise<{ readonly planId: string; readonly name: string; readonly notices: readonly string[] } | { readonly problem: ApiProblem }> {
  const answer = await client.importPlanFile({ fileName: file.fileName, bytesBase64: file.bytesBase64 })
  if (!answer.ok) return { problem: answer.problem }
  return { planId: answer.value.listing.id, name: answer.value.listing.name, notices: answer.value.notices }
}
