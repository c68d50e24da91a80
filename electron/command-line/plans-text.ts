import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import { textTable } from './text-table'

/** The list of plans for people. */
export function planListText(plans: readonly PlanListing[]): string {
  if (plans.length === 0) return 'There are no plans here.\n'
  return textTable([
    { heading: ['Id'], align: 'left', cells: plans.map(({ id }) => id) },
    { heading: ['Changed'], align: 'left', cells: plans.map(({ updatedAt }) => timeText(updatedAt)) },
    { heading: ['Parts'], align: 'right', cells: plans.map(({ partCount }) => String(partCount)) },
    { heading: ['Title'], align: 'left', cells: plans.map(({ name }) => printable(name)) },
  ])
}

const kindWords: Readonly<Record<RevisionListing['kind'], string>> = { manual: 'named', auto: 'automatic', import: 'imported', restore: 'restored' }

/** One plan with its versions, for people. */
export function planText(plan: PlanListing, revisions: readonly RevisionListing[]): string {
  const trash = plan.trashedAt === null ? '' : `In the trash since ${timeText(plan.trashedAt)}.\n`
  const head = `${printable(plan.name)}\n${plan.id} · ${plan.partCount} parts · ${plan.assemblyCount} assemblies · made ${timeText(plan.createdAt)} · changed ${timeText(plan.updatedAt)}\n${trash}\n`
  if (revisions.length === 0) return `${head}No version has been kept yet.\n`
  const table = textTable([
    { heading: ['No.'], align: 'right', cells: revisions.map(({ number }) => String(number)) },
    { heading: ['Kept'], align: 'left', cells: revisions.map(({ createdAt }) => timeText(createdAt)) },
    { heading: ['How'], align: 'left', cells: revisions.map(({ kind }) => kindWords[kind]) },
    { heading: ['Name'], align: 'left', cells: revisions.map(({ label }) => printable(label ?? '')) },
  ])
  return `${head}${table}`
}

/** A moment on this computer's clock, to the minute. */
function timeText(milliseconds: number): string {
  const at = new Date(milliseconds)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** A title may hold what a terminal would obey. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '�')
}
