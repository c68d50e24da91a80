import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import type { RevisionListing } from '../../shared/ipc/plan-listing'
import { migratedPlanStep } from '../../shared/plan/command-migrations'
import { newPlan } from '../../shared/plan/new-plan'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planDocumentVersion } from '../../shared/plan/plan-document'
import { planHistoryAfter, type PlanHistory, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { planSectionNames, sectionsOfPlan, type PlanSectionName } from '../../shared/plan/plan-sections'
import { isBlockName } from './part-blocks'
import { storedHistory, storeNewDraft } from './open-plan'
import { currentPlan, hashesOf, planFromSections, storedValue, storePlanSections, storeRevision } from './plan-store'
import { attempt, readableRows, sectionRows, type SectionRow } from './readable-rows'
import type { Database } from './sqlite'

/** What is missing of a state of a plan. */
export type PlanLoss = {
  /** Number of parts; null where it is not known how many there were. */
  readonly partCount: number | null
  /** Number of parts it had; null where that is not known. */
  readonly ofParts: number | null
  /** Other sections that could not be read; defaults stand in their place. */
  readonly sections: readonly PlanSectionName[]
}

/** What was saved of one plan from a damaged library. */
export type SalvagedPlan = {
  readonly planId: string
  readonly name: string
  /** `latest` with every change; `checkpoint` without the last few; `revision` when only an earlier version could be read. */
  readonly state: 'latest' | 'checkpoint' | 'revision'
  /** What is missing of that state; null when it is whole. */
  readonly loss: PlanLoss | null
  readonly revisionCount: number
}

/** What was saved from a damaged library, and what was seen of plans that could not be. */
export type Salvage = { readonly plans: readonly SalvagedPlan[]; readonly lost: readonly { readonly planId: string; readonly name: string | null }[] }

type PlanRow = { readonly id: string; readonly name: string; readonly created_at: number; readonly trashed_at: number | null; readonly summary: string }
type RevisionRow = { readonly id: number; readonly plan_id: string; readonly number: number; readonly kind: RevisionListing['kind']; readonly label: string | null; readonly created_at: number; readonly format: number }
type DraftRow = { readonly plan_id: string; readonly seq: number; readonly format: number }
type Revision = { readonly row: RevisionRow; readonly plan: PlanDocument; readonly loss: PlanLoss | null }
type SavedState = { readonly plan: PlanDocument; readonly state: SalvagedPlan['state']; readonly loss: PlanLoss | null }
type Partly = { readonly plan: PlanDocument; readonly loss: PlanLoss | null }

/**
 * Copies from a damaged library into an empty one every plan and revision, as far as what is stored of it still matches
 * its hash. What cannot be read is left out and counted; nothing is made up. The damaged one is only read.
 */
export function salvaged(damaged: Database, fresh: Database, now: number): Salvage {
  const planRows = new Map(readableRows<PlanRow>(damaged, 'plan', 'rowid').map((row) => [row.id, row]))
  const revisionRows = readableRows<RevisionRow>(damaged, 'revision', 'id')
  const drafts = new Map(readableRows<DraftRow>(damaged, 'draft', 'rowid').map((row) => [row.plan_id, row]))
  const planIds = new Set([...planRows.keys(), ...revisionRows.map((row) => row.plan_id), ...drafts.keys()])
  const plans: SalvagedPlan[] = []
  const lost: { readonly planId: string; readonly name: string | null }[] = []
  for (const planId of planIds) {
    const row = planRows.get(planId) ?? null
    const revisions = revisionRows
      .filter((each) => each.plan_id === planId)
      .toSorted((a, b) => a.number - b.number)
      .flatMap((each) => revisionOf(damaged, each) ?? [])
    const latest = stateOf(damaged, { planId, row, draft: drafts.get(planId) ?? null, revisions })
    if (latest === null) {
      lost.push({ planId, name: row?.name ?? null })
      continue
    }
    fresh.inTransaction(() => {
      storeNewDraft(fresh, latest.plan, now)
      if (row !== null) fresh.run('UPDATE plan SET created_at = ?, trashed_at = ? WHERE id = ?', row.created_at, row.trashed_at, planId)
      for (const { row: old, plan, loss } of revisions) {
        storeRevision(fresh, { planId, kind: old.kind, label: labelOf(old.label, loss), parent: null, hashes: storePlanSections(fresh, plan, new Map()), now: old.created_at })
      }
    })
    plans.push({ planId, name: latest.plan.title, state: latest.state, loss: latest.loss, revisionCount: revisions.length })
  }
  return { plans, lost }
}

/** A revision as far as it can be read; automatic ones only whole. */
function revisionOf(damaged: Database, row: RevisionRow): Revision | null {
  const rows = sectionRows(damaged, 'revision_section', 'revision_id', row.id)
  const read = partlyRead(damaged, { planId: row.plan_id, format: row.format, rows, name: row.label })
  return read === null || (read.loss !== null && row.kind === 'auto') ? null : { row, ...read }
}

/** Who restores such a version must know what it lacks. */
function labelOf(label: string | null, loss: PlanLoss | null): string | null {
  return loss === null ? label : `${(label ?? 'Version').slice(0, 170)} (some of it was lost)`
}

/** The newest state of a plan that can be read, whole or in part. */
function stateOf(damaged: Database, of: { readonly planId: string; readonly row: PlanRow | null; readonly draft: DraftRow | null; readonly revisions: readonly Revision[] }): SavedState | null {
  const { draft } = of
  const saved = draft === null ? null : draftState(damaged, { ...of, draft })
  if (saved !== null) return saved
  const newest = of.revisions.findLast(({ loss }) => loss === null) ?? of.revisions.at(-1)
  return newest === undefined ? null : { plan: newest.plan, state: 'revision', loss: newest.loss }
}

/** The draft as far as it can be read, and as many steps on top of it as can be taken. */
function draftState(damaged: Database, of: { readonly planId: string; readonly row: PlanRow | null; readonly draft: DraftRow }): SavedState | null {
  const { planId, row, draft } = of
  const rows = sectionRows(damaged, 'draft_section', 'plan_id', planId)
  const read = partlyRead(damaged, { planId, format: draft.format, rows, name: row?.name ?? null })
  if (read === null) return null
  const steps = attempt(() => damaged.all<{ readonly seq: number; readonly command: string }>('SELECT seq, command FROM journal WHERE plan_id = ? AND seq > ? ORDER BY seq', planId, draft.seq))
  const history = attempt(() => storedHistory(damaged, rows, { entryHashes: new Map(), format: draft.format }))
  const { plan, isWhole } = replayed({ plan: read.plan, history: history ?? { past: [], future: [] } }, steps ?? [], draft)
  // The count in the list of plans may be that of a later step.
  const isCountOfDraft = row !== null && steps?.length === 0
  const { partCount: ofParts } = isCountOfDraft ? (JSON.parse(row.summary) as { readonly partCount?: number }) : {}
  return { plan, state: isWhole && steps !== null ? 'latest' : 'checkpoint', loss: read.loss === null ? null : counted(read.loss, read.plan.parts.length, ofParts ?? null) }
}

function replayed(start: PlanWithHistory & { readonly history: PlanHistory }, steps: readonly { readonly seq: number; readonly command: string }[], draft: DraftRow): { readonly plan: PlanDocument; readonly isWhole: boolean } {
  let current = start
  for (const [index, step] of steps.entries()) {
    const parsed = step.seq === draft.seq + index + 1 ? attempt(() => migratedPlanStep(JSON.parse(step.command), draft.format) as PlanStep) : null
    const result = parsed === null ? null : planHistoryAfter(current, parsed)
    if (result === null || !result.ok) return { plan: current.plan, isWhole: false }
    current = result.value
  }
  return { plan: current.plan, isWhole: true }
}

function counted(loss: PlanLoss, found: number, ofParts: number | null): PlanLoss {
  if (loss.partCount === 0) return { ...loss, ofParts }
  return ofParts === null || ofParts <= found ? loss : { ...loss, partCount: ofParts - found, ofParts }
}

/**
 * A plan from the sections and blocks of parts that can still be read; null when there is nothing of its parts.
 *
 * Of older formats only whole plans are read: their sections are migrated together.
 */
function partlyRead(damaged: Database, of: { readonly planId: string; readonly format: number; readonly rows: readonly SectionRow[]; readonly name: string | null }): Partly | null {
  const { planId, format, rows, name } = of
  const hashes = hashesOf(rows)
  const whole = attempt(() => planFromSections(damaged, { planId, format, hashes }))
  if (whole !== null) return { plan: whole, loss: null }
  const valueOf = (section: string): unknown => attempt(() => storedValue(damaged, { planId, hashes, name: section }))
  const blockNames = [...hashes.keys()].filter(isBlockName).toSorted()
  const read = blockNames.map((block) => valueOf(block) as readonly Part[] | null)
  const parts = read.flatMap((block) => block ?? [])
  if (read.every((block) => block === null)) return null
  const arePartsWhole = !read.includes(null) && blockNames.length === blockCount(blockNames)
  const known = planSectionNames.filter((section) => section !== 'parts').map((section) => [section, valueOf(section)] as const)
  const missing = known.filter(([, value]) => value === null).map(([section]) => section)
  if (missing.length > 0 && format !== planDocumentVersion) return null
  const defaults = sectionsOfPlan(newPlan({ id: planId, title: name ?? 'Recovered plan', scenarios: builtInScenarios }))
  const { settings: head, ...rest } = Object.fromEntries(known.map(([section, value]) => [section, value ?? defaults[section]]))
  const plan = attempt(() => currentPlan({ format: 'lodestock-plan', version: format, id: planId, ...(head as object), ...rest, parts } as unknown as PlanDocument, { planId, format }))
  return plan === null ? null : { plan: withStatusQuo(plan), loss: { partCount: arePartsWhole ? 0 : null, ofParts: null, sections: missing } }
}

/** A plan whose settings name one of its scenarios: either may be the defaults where the other is the plan's own. */
function withStatusQuo(plan: PlanDocument): PlanDocument {
  const { settings, scenarios } = plan
  const [first] = scenarios
  return first === undefined || scenarios.some(({ id }) => id === settings.statusQuoScenarioId) ? plan : { ...plan, settings: { ...settings, statusQuoScenarioId: first.id } }
}

/** How many blocks there were, as the name of any of them says. */
function blockCount(names: readonly string[]): number {
  return Number(names[0]?.split('/')[2] ?? 0)
}
