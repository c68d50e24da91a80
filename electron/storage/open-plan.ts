import type { OpenedPlan, PlanHead, StepReceipt } from '../../shared/ipc/planner-api'
import { migratedPlanCommand, migratedPlanStep } from '../../shared/plan/command-migrations'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { planDocumentVersion, type PlanDocument } from '../../shared/plan/plan-document'
import { emptyPlanHistory, planHistoryAfter, type PlanHistory, type PlanHistoryEntry, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { changedSections, planSectionNames } from '../../shared/plan/plan-sections'
import type { Part } from '../../shared/plan/part-schema'
import { failed, succeeded, type Result } from '../../shared/result'
import { damagedPlan, outOfStep, type LibraryProblem } from './library-problem'
import { slicesOf, storedPartSlices, type PartSlices } from './part-slices'
import { hashesOf, planFromSections, sectionOf, storedHead, storePlanRow, storePlanSections } from './plan-store'
import { packedSection, storedSection, storeSection, sweepSections, type SectionHashes } from './section-codec'
import type { Database } from './sqlite'

/** A plan in use: its state in memory, every step of it durable in the journal. */
export type OpenPlan = {
  readonly planId: string
  /** The whole plan; parts that nobody has asked for are read now. @throws {LibraryFailure} `plan-damaged` */
  readonly state: () => PlanWithHistory
  readonly receipt: () => StepReceipt
  /** The plan but its parts, and how many slices of these there are. */
  readonly opened: () => OpenedPlan
  /** One slice of its parts; null when there is none of this number. @throws {LibraryFailure} `plan-damaged` */
  readonly parts: (slice: number) => readonly Part[] | null
  /** Takes a step; when this answers with success, the step outlives a crash. */
  readonly take: (step: PlanStep, expectedSeq: number | null) => Result<StepReceipt, LibraryProblem>
  /** Writes what changed into the sections and empties the journal; answers where the sections are. */
  readonly checkpoint: () => SectionHashes
}

/** What the sections hold; no plan when they are of an older format and must all be written. */
type Saved = { readonly plan: PlanDocument | null; readonly seq: number; readonly hashes: SectionHashes }

/** What is in memory of an open plan: all of it, or its head while its parts are still to be read. */
type Held = { readonly history: PlanHistory } & ({ readonly kind: 'whole'; readonly plan: PlanDocument } | { readonly kind: 'stored'; readonly head: PlanHead; readonly slices: PartSlices })

/** How often the journal goes into the sections unless told otherwise. */
export const defaultStepsPerCheckpoint = 200

/**
 * Stores a new plan: its row and its draft.
 *
 * Runs inside the caller's transaction.
 */
export function storeNewDraft(database: Database, plan: PlanDocument, now: number): SectionHashes {
  storePlanRow(database, plan, now)
  const hashes = storePlanSections(database, plan, new Map())
  database.run('INSERT INTO draft(plan_id, base_revision, seq, saved_at, format) VALUES(?, NULL, 0, ?, ?)', plan.id, now, planDocumentVersion)
  for (const [name, hash] of hashes) database.run('INSERT INTO draft_section(plan_id, name, hash) VALUES(?, ?, ?)', plan.id, name, hash)
  return hashes
}

/**
 * Puts a plan in the place of a draft that cannot be read; what stood in its journal and its history goes with it.
 *
 * Runs inside the caller's transaction.
 */
export function replaceDraft(database: Database, plan: PlanDocument, now: number): SectionHashes {
  const { id } = plan
  const row = database.row<{ readonly seq: number }>('SELECT max(seq, coalesce((SELECT max(seq) FROM journal WHERE plan_id = ?1), 0)) AS seq FROM draft WHERE plan_id = ?1', id)
  database.run('DELETE FROM journal WHERE plan_id = ?', id)
  database.run('DELETE FROM draft WHERE plan_id = ?', id)
  const hashes = storeNewDraft(database, plan, now)
  // A window that knew the lost draft must not take this one for it.
  database.run('UPDATE draft SET seq = ? WHERE plan_id = ?', (row?.seq ?? 0) + 1, id)
  return hashes
}

/**
 * A plan taken up again: its draft, and every step of the journal on top of it.
 *
 * Where the journal is empty, as it is after every closing, the parts are read when they are asked for.
 *
 * @throws {LibraryFailure} when something stored of it is damaged or from a newer version
 */
export function openedPlan(database: Database, planId: string, options: { readonly now: () => number; readonly stepsPerCheckpoint: number }): OpenPlan {
  const draft = database.row<{ readonly seq: number; readonly format: number }>('SELECT seq, format FROM draft WHERE plan_id = ?', planId)
  if (draft === null) throw damagedPlan(planId, 'its latest state is missing')
  const rows = database.all<{ readonly name: string; readonly hash: Uint8Array }>('SELECT name, hash FROM draft_section WHERE plan_id = ? ORDER BY name', planId)
  const hashes = hashesOf(rows)
  let entryHashes = new Map<PlanHistoryEntry, Uint8Array>()
  const history = storedHistory(database, rows, { entryHashes, format: draft.format })
  const hasSteps = database.row('SELECT 1 FROM journal WHERE plan_id = ? AND seq > ? LIMIT 1', planId, draft.seq) !== null
  const isCurrent = draft.format === planDocumentVersion
  let seq = draft.seq
  let saved: Saved = { plan: null, seq, hashes }
  let slices: PartSlices | null = null
  let held: Held
  if (isCurrent && !hasSteps && !hashes.has('parts')) {
    slices = storedPartSlices(database, { planId, hashes })
    held = { kind: 'stored', head: storedHead(database, { planId, format: draft.format, hashes }), slices, history }
  } else {
    const plan = planFromSections(database, { planId, format: draft.format, hashes })
    saved = { ...saved, plan: isCurrent ? plan : null }
    const replay = replayed(database, { plan, history }, { planId, after: draft.seq, format: draft.format })
    seq += replay.count
    held = { kind: 'whole', ...replay.state }
  }

  const state = (): PlanWithHistory => {
    if (held.kind === 'stored') {
      const plan = { ...held.head, parts: held.slices.all() }
      saved = { ...saved, plan }
      held = { kind: 'whole', plan, history: held.history }
    }
    return { plan: held.plan, history: held.history }
  }

  const receipt = (isCheckpointDue = false): StepReceipt => ({
    seq,
    undoLabel: held.history.past.at(-1)?.label ?? null,
    redoLabel: held.history.future.at(-1)?.label ?? null,
    isCheckpointDue,
  })

  const partSlices = (): PartSlices => {
    slices ??= slicesOf(state().plan.parts)
    return slices
  }

  const opened = (): OpenedPlan => ({ plan: held.kind === 'stored' ? held.head : headOf(held.plan), sliceCount: partSlices().count, ...receipt() })

  const checkpoint = (): SectionHashes => {
    if (held.kind === 'stored' || (saved.seq === seq && saved.plan === held.plan)) return saved.hashes
    const { plan: current, history: currentHistory } = held
    const dirty = new Set<string>(saved.plan === null ? planSectionNames : changedSections(saved.plan, current))
    const known = new Map([...saved.hashes].filter(([name]) => !dirty.has(sectionOf(name))))
    const now = options.now()
    const newEntryHashes = new Map<PlanHistoryEntry, Uint8Array>()
    const newHashes = database.inTransaction(() => {
      const before = database.all<{ readonly hash: Uint8Array }>('SELECT hash FROM draft_section WHERE plan_id = ?', planId)
      const stored = storePlanSections(database, current, known)
      database.run('DELETE FROM draft_section WHERE plan_id = ?', planId)
      for (const [name, hash] of stored) database.run('INSERT INTO draft_section(plan_id, name, hash) VALUES(?, ?, ?)', planId, name, hash)
      storeHistory(database, { planId, history: currentHistory, entryHashes, newHashes: newEntryHashes })
      database.run('UPDATE draft SET seq = ?, saved_at = ?, format = ? WHERE plan_id = ?', seq, now, planDocumentVersion, planId)
      database.run('DELETE FROM journal WHERE plan_id = ? AND seq <= ?', planId, seq)
      storePlanRow(database, current, now)
      sweepSections(database, before.map((row) => row.hash))
      return stored
    })
    // Only what the transaction has stored is known as stored.
    entryHashes = newEntryHashes
    saved = { plan: current, seq, hashes: newHashes }
    return newHashes
  }

  const take = (step: PlanStep, expectedSeq: number | null): Result<StepReceipt, LibraryProblem> => {
    if (expectedSeq !== null && expectedSeq !== seq) return failed(outOfStep({ expected: expectedSeq, actual: seq }).problem)
    const before = state()
    const result = planHistoryAfter(before, step)
    if (!result.ok) return failed({ kind: 'refused', problem: result.problem, sentence: result.problem.sentence })
    const after = result.value
    const kept = step.kind === 'do' ? { kind: 'do', command: after.history.past.at(-1)?.command } : step
    const text = JSON.stringify(kept)
    const journal = (): void => database.run('INSERT INTO journal(plan_id, seq, at, command) VALUES(?, ?, ?, ?)', planId, seq + 1, options.now(), text)
    if (after.plan.title === before.plan.title) journal()
    else {
      database.inTransaction(() => {
        journal()
        storePlanRow(database, after.plan, options.now())
      })
    }
    held = { kind: 'whole', ...after }
    slices = null
    seq += 1
    if (seq - saved.seq < options.stepsPerCheckpoint) return succeeded(receipt())
    try {
      checkpoint()
      return succeeded(receipt())
    } catch (error) {
      // The step itself is safe in the journal, so it is acknowledged all the same.
      if (typeof (error as { readonly errcode?: unknown }).errcode !== 'number') throw error
      return succeeded(receipt(true))
    }
  }

  return {
    planId,
    state,
    receipt: () => receipt(),
    opened,
    parts: (slice) => (slice < partSlices().count ? partSlices().slice(slice) : null),
    take,
    checkpoint,
  }
}

function headOf({ parts: _parts, ...head }: PlanDocument): PlanHead {
  return head
}

function replayed(
  database: Database,
  start: PlanWithHistory,
  of: { readonly planId: string; readonly after: number; readonly format: number },
): { readonly state: PlanWithHistory; readonly count: number } {
  const rows = database.all<{ readonly seq: number; readonly command: string }>('SELECT seq, command FROM journal WHERE plan_id = ? AND seq > ? ORDER BY seq', of.planId, of.after)
  let state = start
  rows.forEach((row, index) => {
    const result = row.seq === of.after + index + 1 ? planHistoryAfter(state, migratedPlanStep(JSON.parse(row.command), of.format) as PlanStep) : null
    if (result === null || !result.ok) {
      throw damagedPlan(of.planId, `its change no. ${row.seq} ${result === null ? 'follows a gap' : `cannot be applied (${result.problem.sentence})`}`)
    }
    state = result.value
  })
  return { state, count: rows.length }
}

// The history stands beside the sections, an entry each, so that a checkpoint writes only the new ones.
function storeHistory(database: Database, of: { readonly planId: string; readonly history: PlanHistory; readonly entryHashes: ReadonlyMap<PlanHistoryEntry, Uint8Array>; readonly newHashes: Map<PlanHistoryEntry, Uint8Array> }): void {
  for (const side of ['past', 'future'] as const) {
    of.history[side].forEach((entry, index) => {
      const hash = of.entryHashes.get(entry) ?? storedEntry(database, entry)
      of.newHashes.set(entry, hash)
      database.run('INSERT INTO draft_section(plan_id, name, hash) VALUES(?, ?, ?)', of.planId, `${side}/${String(index).padStart(4, '0')}`, hash)
    })
  }
}

function storedEntry(database: Database, entry: PlanHistoryEntry): Uint8Array {
  const packed = packedSection(JSON.stringify(entry))
  storeSection(database, packed)
  return packed.hash
}

/** What could be undone and redone in a stored draft; the hash of each entry is noted on the way. */
export function storedHistory(
  database: Database,
  rows: readonly { readonly name: string; readonly hash: Uint8Array }[],
  of: { readonly entryHashes: Map<PlanHistoryEntry, Uint8Array>; readonly format: number },
): PlanHistory {
  const side = (name: 'past' | 'future'): readonly PlanHistoryEntry[] | null => {
    const entries: PlanHistoryEntry[] = []
    for (const row of rows.filter((each) => each.name.startsWith(`${name}/`))) {
      const text = storedSection(database, row.hash)
      if (text === null) return null
      const entry = JSON.parse(text) as PlanHistoryEntry
      if (of.format === planDocumentVersion) of.entryHashes.set(entry, row.hash)
      entries.push(of.format === planDocumentVersion ? entry : migratedEntry(entry, of.format))
    }
    return entries
  }
  const [past, future] = [side('past'), side('future')]
  // A history with a hole could undo the wrong thing; the plan itself is whole without it.
  return past === null || future === null ? emptyPlanHistory : { past, future }
}

/** An entry of an older format, which is stored anew at the next checkpoint. */
function migratedEntry({ label, command, inverse }: PlanHistoryEntry, format: number): PlanHistoryEntry {
  return { label, command: migratedPlanCommand(command, format) as PlanCommand, inverse: migratedPlanCommand(inverse, format) as PlanCommand }
}
