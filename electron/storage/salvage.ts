import type { RevisionListing } from '../../shared/ipc/plan-listing'
import { migratedPlanStep } from '../../shared/plan/command-migrations'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planHistoryAfter, emptyPlanHistory, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { LibraryFailure } from './library-problem'
import { storeNewDraft } from './open-plan'
import { hashesOf, planFromSections, storePlanSections, storeRevision } from './plan-store'
import type { SectionHashes } from './section-codec'
import type { Database, SqlValue } from './sqlite'

/** What was saved of one plan from a damaged library. */
export type SalvagedPlan = {
  readonly planId: string
  readonly name: string
  /** `latest` with every change; `checkpoint` without the last few; `revision` when only an earlier version could be read. */
  readonly state: 'latest' | 'checkpoint' | 'revision'
  readonly revisionCount: number
}

/** What was saved from a damaged library, and what was seen of plans that could not be. */
export type Salvage = { readonly plans: readonly SalvagedPlan[]; readonly lost: readonly { readonly planId: string; readonly name: string | null }[] }

type PlanRow = { readonly id: string; readonly name: string; readonly created_at: number; readonly trashed_at: number | null }
type RevisionRow = { readonly id: number; readonly plan_id: string; readonly number: number; readonly kind: RevisionListing['kind']; readonly label: string | null; readonly created_at: number; readonly format: number }
type Revision = { readonly row: RevisionRow; readonly plan: PlanDocument }

/**
 * Copies from a damaged library into an empty one every plan and revision of which all sections still match their
 * hash. The damaged one is only read.
 */
export function salvaged(damaged: Database, fresh: Database, now: number): Salvage {
  const planRows = new Map(readable<PlanRow>(damaged, 'plan', 'rowid').map((row) => [row.id, row]))
  const revisionRows = readable<RevisionRow>(damaged, 'revision', 'id')
  const drafts = readable<{ readonly plan_id: string }>(damaged, 'draft', 'rowid')
  const planIds = new Set([...planRows.keys(), ...revisionRows.map((row) => row.plan_id), ...drafts.map((row) => row.plan_id)])
  const plans: SalvagedPlan[] = []
  const lost: { readonly planId: string; readonly name: string | null }[] = []
  for (const planId of planIds) {
    const revisions = revisionRows
      .filter((row) => row.plan_id === planId)
      .toSorted((a, b) => a.number - b.number)
      .flatMap((row): readonly Revision[] => {
        const plan = attempt(() => planFromSections(damaged, { planId, format: row.format, hashes: sectionsAt(damaged, 'revision_section', 'revision_id', row.id) }))
        return plan === null ? [] : [{ row, plan }]
      })
    const draft = draftOf(damaged, planId)
    const latest = draft?.plan ?? revisions.at(-1)?.plan
    const row = planRows.get(planId)
    if (latest === undefined) {
      lost.push({ planId, name: row?.name ?? null })
      continue
    }
    fresh.inTransaction(() => {
      storeNewDraft(fresh, latest, now)
      if (row !== undefined) fresh.run('UPDATE plan SET created_at = ?, trashed_at = ? WHERE id = ?', row.created_at, row.trashed_at, planId)
      for (const { row: old, plan } of revisions) {
        storeRevision(fresh, { planId, kind: old.kind, label: old.label, parent: null, hashes: storePlanSections(fresh, plan, new Map()), now: old.created_at })
      }
    })
    plans.push({ planId, name: latest.title, state: draft?.state ?? 'revision', revisionCount: revisions.length })
  }
  return { plans, lost }
}

function draftOf(damaged: Database, planId: string): { readonly plan: PlanDocument; readonly state: 'latest' | 'checkpoint' } | null {
  const row = attempt(() => damaged.row<{ readonly seq: number; readonly format: number }>('SELECT seq, format FROM draft WHERE plan_id = ?', planId))
  if (row === null) return null
  const plan = attempt(() => planFromSections(damaged, { planId, format: row.format, hashes: sectionsAt(damaged, 'draft_section', 'plan_id', planId) }))
  if (plan === null) return null
  const steps = attempt(() => damaged.all<{ readonly seq: number; readonly command: string }>('SELECT seq, command FROM journal WHERE plan_id = ? AND seq > ? ORDER BY seq', planId, row.seq))
  let current: PlanWithHistory = { plan, history: emptyPlanHistory }
  let isWhole = steps !== null
  for (const [index, step] of (steps ?? []).entries()) {
    const parsed = step.seq === row.seq + index + 1 ? attempt(() => migratedPlanStep(JSON.parse(step.command), row.format) as PlanStep) : null
    const result = parsed === null ? null : planHistoryAfter(current, parsed)
    if (result === null || !result.ok) {
      isWhole = false
      break
    }
    current = result.value
  }
  return { plan: current.plan, state: isWhole ? 'latest' : 'checkpoint' }
}

function sectionsAt(damaged: Database, table: 'revision_section' | 'draft_section', column: string, value: SqlValue): SectionHashes {
  return hashesOf(damaged.all(`SELECT name, hash FROM ${table} WHERE ${column} = ?`, value))
}

/** The rows of a table that can still be read: from the front up to the damage, then from the back. */
function readable<Row>(damaged: Database, table: string, key: string): readonly Row[] {
  const found = new Map<number, Row>()
  for (const [order, comparison] of [['ASC', '>'], ['DESC', '<']] as const) {
    let last: number | null = null
    for (;;) {
      const from: number | null = last
      const row: (Row & { readonly salvage_key: number }) | null | undefined = attempt(() =>
        from === null
          ? damaged.row<Row & { readonly salvage_key: number }>(`SELECT *, ${key} AS salvage_key FROM ${table} ORDER BY ${key} ${order} LIMIT 1`)
          : damaged.row<Row & { readonly salvage_key: number }>(`SELECT *, ${key} AS salvage_key FROM ${table} WHERE ${key} ${comparison} ? ORDER BY ${key} ${order} LIMIT 1`, from),
      )
      if (row === null || found.has(row.salvage_key)) break
      found.set(row.salvage_key, row)
      last = row.salvage_key
    }
  }
  return [...found.values()]
}

/** What can be read, or null where the damage is; bugs still show. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    const isDamage = error instanceof LibraryFailure || error instanceof SyntaxError || typeof (error as { readonly errcode?: unknown }).errcode === 'number'
    if (!isDamage) throw error
    return null
  }
}
