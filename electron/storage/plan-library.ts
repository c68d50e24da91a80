import { mkdirSync } from 'node:fs'
import type { BackupListing, PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import type { OpenedPlan, PlanHead, StepReceipt, WholePlan } from '../../shared/ipc/planner-api'
import type { Part } from '../../shared/plan/part-schema'
import { newId } from '../../shared/plan/new-id'
import { newPlan } from '../../shared/plan/new-plan'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanStep } from '../../shared/plan/plan-history'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { failed, succeeded, type Result } from '../../shared/result'
import { randomUnit as systemRandomUnit } from '../id-maker'
import { backupListings, backUpNow, isBackupDue } from './backups'
import { libraryLock } from './library-lock'
import { guarded, LibraryFailure, libraryProblemOf, outOfStep, type LibraryProblem } from './library-problem'
import { putBackupInPlace, requireUsableBackup, unlistedBackup } from './library-restore'
import { libraryPath } from './library-files'
import { noteRecentFile, recentFiles, storedSetting, storeSetting } from './library-settings'
import { clearSetAside } from './set-aside-retention'
import { startedLibrary, type LibraryRecovery } from './library-start'
import { libraryMigrations } from './migrations'
import { defaultStepsPerCheckpoint, openedPlan, replaceDraft, storeNewDraft, type OpenPlan } from './open-plan'
import { keptState, storeMerge, type MergedCopy } from './plan-merges'
import { checkedPlan, requiredListing, requiredSlice, requireName, requireNotTrashed, requireTrashed } from './plan-requirements'
import { baseRevision, keepAutomatically, revisionPlan } from './plan-revisions'
import { restoringCommand } from './restoring-command'
import { differingSections, planListing, planListings, revisionListings, revisionSections, storeRevision } from './plan-store'
import { sweepAllSections } from './section-codec'
import type { Database } from './sqlite'

type Answer<Value> = Result<Value, LibraryProblem>

/** A library as it was opened. */
export type OpenedLibrary = {
  readonly library: PlanLibrary
  /** What happened to a library that was damaged or gone; null when all was well. */
  readonly recovery: LibraryRecovery | null
}

/** A plan after a merge, and the revisions that hold the other copy and the result. */
export type MergedIn = { readonly opened: WholePlan; readonly theirId: number; readonly mergedId: number }

/** The user's plans on disk. Every answer is a `Result`; what is answered with success is durable. */
export type PlanLibrary = {
  /** Where the library lies. */
  readonly path: string
  /** Every plan, trashed ones included, the one changed last first; the caller searches. */
  readonly plans: () => Answer<readonly PlanListing[]>
  /** Stores a new plan; without content it has the default settings and scenarios. A plan given keeps its id when that is free. */
  readonly createPlan: (of: { readonly title: string; readonly plan?: unknown; readonly importedFrom?: string }) => Answer<PlanListing>
  /** Takes up a plan, with every acknowledged step; its parts are asked for with `planParts`. */
  readonly takeUpPlan: (planId: string) => Answer<OpenedPlan>
  /** One slice of the parts of an open plan; `seq` is the number of steps the asker knows of. */
  readonly planParts: (planId: string, of: { readonly seq: number; readonly slice: number }) => Answer<readonly Part[]>
  /** Takes up a plan with all its parts. */
  readonly openPlan: (planId: string) => Answer<WholePlan>
  /** Takes one step in an open plan: a command, an undo or a redo. `expectedSeq` is the number of steps the sender knows of. */
  readonly apply: (planId: string, step: PlanStep, expectedSeq?: number) => Answer<StepReceipt>
  /** Writes an open plan's changes into its sections, and an automatic revision when the last is 10 minutes old. */
  readonly checkpoint: (planId: string) => Answer<StepReceipt>
  /** Puts an open plan down, with an automatic revision when it has changed since the last one. */
  readonly closePlan: (planId: string) => Answer<null>
  /** "Save": keeps the plan as it is now under a name, for good. */
  readonly nameRevision: (planId: string, label: string) => Answer<RevisionListing>
  readonly revisions: (planId: string) => Answer<readonly RevisionListing[]>
  /** The plan as it was in a revision, to look at or export. */
  readonly revisionPlan: (planId: string, revisionId: number) => Answer<PlanDocument>
  /** Makes a plan what it was in a revision, and opens it: a new revision and a step that can be undone. Also the way back for one whose latest state is damaged. */
  readonly restoreRevision: (planId: string, revisionId: number) => Answer<WholePlan>
  /** Keeps the plan as it is now as a revision, unless the newest is the same; answers the revision that holds it. */
  readonly keepState: (planId: string) => Answer<number>
  /** Carries out a merge in an open plan: one step, or none where nothing changes, and a revision with two parents. */
  readonly mergePlan: (planId: string, merged: MergedCopy, of: { readonly command: PlanCommand | null; readonly expectedSeq: number }) => Answer<MergedIn>
  readonly duplicatePlan: (planId: string, title: string) => Answer<PlanListing>
  readonly trashPlan: (planId: string) => Answer<null>
  readonly recoverPlan: (planId: string) => Answer<PlanListing>
  /** Deletes a plan of the trash for good, with its revisions. */
  readonly purgePlan: (planId: string) => Answer<null>
  /** A value stored under a key, as JSON; null when there is none. */
  readonly setting: (key: string) => Answer<unknown>
  readonly storeSetting: (key: string, value: unknown) => Answer<null>
  /** Files opened last, the newest first. */
  readonly recentFiles: () => Answer<readonly { readonly path: string; readonly openedAt: number }[]>
  readonly noteRecentFile: (path: string) => Answer<null>
  /** A plan as it is, open or not. */
  readonly planDocument: (planId: string) => Answer<PlanDocument>
  /** The plans that are open, as they are, without their parts. */
  readonly openHeads: () => Answer<readonly PlanHead[]>
  readonly backups: () => Answer<readonly BackupListing[]>
  /** Makes today's backup when there is none, or in any case when asked; answers its path, or null when none was due. */
  readonly backUp: (of?: { readonly isAsked: boolean }) => Promise<Answer<string | null>>
  /** Puts a listed backup in the library's place; open plans are put down, and what was there lies in the answered folder. */
  readonly restoreBackup: (path: string) => Answer<{ readonly replacedFolder: string }>
  /** Puts every plan down and gives the library back. */
  readonly close: () => Answer<null>
}

/** Where a library lies and what it takes from outside; all but the folder is for tests and defaults. */
export type PlanLibraryOptions = {
  readonly folder: string
  readonly now?: () => number
  /** Makes ids of plans from chance. */
  readonly randomUnit?: () => number
  readonly stepsPerCheckpoint?: number
  readonly migrations?: readonly string[]
  /** The largest size of the file in pages of 4 kB: how a test fills the disk. */
  readonly mostPages?: number
}

const trashDays = 30
const dayMs = 86_400_000
const automaticRevisionMs = 600_000

/**
 * Opens the plan library of a folder, which is made when it is missing.
 *
 * One process at a time has it. A damaged library is set aside and what can be read of it is recovered; a newer one,
 * or another program's, is refused by name and left as it is.
 */
export function planLibrary(options: PlanLibraryOptions): Answer<OpenedLibrary> {
  const { folder, now = Date.now, migrations = libraryMigrations, mostPages } = options
  return guarded(folder, () => {
    mkdirSync(folder, { recursive: true })
    const lock = libraryLock(folder, now())
    try {
      const { database, recovery } = startedLibrary({ folder, now: now(), migrations, mostPages })
      const library = libraryOf(database, { options, now, release: lock.release })
      purgeOldTrash(database, now())
      clearSetAside(folder, now())
      return succeeded({ library, recovery })
    } catch (error) {
      lock.release()
      throw error
    }
  })
}

function libraryOf(started: Database, of: { readonly options: PlanLibraryOptions; readonly now: () => number; readonly release: () => void }): PlanLibrary {
  const { options, now } = of
  const { folder, randomUnit = systemRandomUnit, stepsPerCheckpoint = defaultStepsPerCheckpoint } = options
  const path = libraryPath(folder)
  // A restored backup takes its place.
  let database = started
  const openPlans = new Map<string, OpenPlan>()
  let isClosed = false

  const answered = <Value>(work: () => Value): Answer<Value> =>
    guarded(path, () => (isClosed ? failed({ kind: 'closed', sentence: 'The plan library has been closed. Open Lodestock again.' }) : succeeded(work())))
  const opened = (planId: string): OpenPlan => {
    const plan = openPlans.get(planId)
    if (plan === undefined) throw new LibraryFailure({ kind: 'plan-not-open', planId, sentence: 'This plan is not open. Open it first.' })
    return plan
  }
  const read = (planId: string): OpenPlan => openPlans.get(planId) ?? openedPlan(database, planId, { now, stepsPerCheckpoint })
  /** The open plan; one that is not open because its latest state cannot be read is begun anew from another state of it. */
  const takenUp = (planId: string, instead: () => PlanDocument): OpenPlan => {
    let open: OpenPlan
    try {
      open = read(planId)
      // All of it: parts are read when they are asked for.
      open.state()
    } catch (error) {
      if (!(error instanceof LibraryFailure) || error.problem.kind !== 'plan-damaged') throw error
      const plan = { ...instead(), id: planId }
      database.inTransaction(() => replaceDraft(database, plan, now()))
      openPlans.delete(planId)
      open = read(planId)
    }
    openPlans.set(planId, open)
    return open
  }
  const putDown = (planId: string): void => {
    const open = openPlans.get(planId)
    if (open === undefined) return
    keepAutomatically(database, { planId, hashes: open.checkpoint(), now: now(), leastAgeMs: 0 })
    openPlans.delete(planId)
  }
  // The restored library, or the old one where nothing could be put in its place.
  const reopen = (): void => {
    try {
      database = startedLibrary({ folder, now: now(), migrations: options.migrations ?? libraryMigrations, mostPages: options.mostPages }).database
    } catch (error) {
      isClosed = true
      of.release()
      throw error
    }
  }
  const putAllDown = (): void => {
    for (const planId of openPlans.keys()) putDown(planId)
  }
  const createPlan = (title: string, content: PlanDocument | null, importedFrom: string | null): PlanListing => {
    requireName(title)
    const isTaken = (id: string): boolean => planListing(database, id) !== null
    const id = content !== null && !isTaken(content.id) ? content.id : newId({ prefix: 'pl', randomUnit, isTaken })
    const plan = content === null ? newPlan({ id, title, scenarios: builtInScenarios }) : { ...content, id, title }
    database.inTransaction(() => {
      const hashes = storeNewDraft(database, plan, now())
      if (importedFrom !== null) storeRevision(database, { planId: id, kind: 'import', label: importedFrom, parent: null, hashes, now: now() })
    })
    return requiredListing(database, id)
  }

  return {
    path,
    plans: () => answered(() => planListings(database)),
    createPlan: ({ title, plan, importedFrom }) =>
      answered(() => createPlan(title, plan === undefined ? null : checkedPlan(plan), importedFrom ?? null)),
    takeUpPlan: (planId) =>
      answered(() => {
        requireNotTrashed(database, planId)
        const open = read(planId)
        const taken = open.opened()
        openPlans.set(planId, open)
        return taken
      }),
    planParts: (planId, { seq, slice }) =>
      answered(() => {
        const open = opened(planId)
        if (open.receipt().seq !== seq) throw outOfStep({ expected: seq, actual: open.receipt().seq })
        let parts: readonly Part[] | null
        try {
          parts = open.parts(slice)
        } catch (error) {
          // Nobody goes on with a plan that cannot be read to its end.
          openPlans.delete(planId)
          throw error
        }
        return requiredSlice(parts, { planId, slice })
      }),
    openPlan: (planId) =>
      answered(() => {
        requireNotTrashed(database, planId)
        const open = read(planId)
        const whole = wholePlan(open)
        openPlans.set(planId, open)
        return whole
      }),
    apply: (planId, step, expectedSeq) =>
      guarded(path, () => {
        const open = answered(() => opened(planId))
        return open.ok ? open.value.take(step, expectedSeq ?? null) : open
      }),
    checkpoint: (planId) =>
      answered(() => {
        const open = opened(planId)
        keepAutomatically(database, { planId, hashes: open.checkpoint(), now: now(), leastAgeMs: automaticRevisionMs })
        return open.receipt()
      }),
    closePlan: (planId) =>
      answered(() => {
        opened(planId)
        putDown(planId)
        return null
      }),
    nameRevision: (planId, label) =>
      answered(() => {
        requireName(label)
        const hashes = opened(planId).checkpoint()
        const parent = baseRevision(database, planId)
        const id = database.inTransaction(() => storeRevision(database, { planId, kind: 'manual', label, parent, hashes, now: now() }))
        return revisionListings(database, planId).find((revision) => revision.id === id) as RevisionListing
      }),
    revisions: (planId) =>
      answered(() => {
        requiredListing(database, planId)
        return revisionListings(database, planId)
      }),
    revisionPlan: (planId, revisionId) => answered(() => revisionPlan(database, { planId, revisionId })),
    restoreRevision: (planId, revisionId) =>
      guarded(path, () => {
        const prepared = answered(() => {
          requireNotTrashed(database, planId)
          const open = takenUp(planId, () => revisionPlan(database, { planId, revisionId }))
          return { open, plan: revisionPlan(database, { planId, revisionId, partsInMemory: open.state().plan.parts }) }
        })
        if (!prepared.ok) return prepared
        const { open, plan } = prepared.value
        const before = open.checkpoint()
        keepAutomatically(database, { planId, hashes: before, now: now(), leastAgeMs: 0 })
        const number = revisionListings(database, planId).find((revision) => revision.id === revisionId)?.number ?? 0
        const command = restoringCommand({ from: open.state().plan, to: plan, number }, differingSections(before, revisionSections(database, revisionId)))
        const taken = command === null ? succeeded(open.receipt()) : open.take({ kind: 'do', command }, null)
        if (!taken.ok) return taken
        const hashes = open.checkpoint()
        database.inTransaction(() => storeRevision(database, { planId, kind: 'restore', label: `Restored no. ${number}`, parent: revisionId, hashes, now: now() }))
        return succeeded(wholePlan(open))
      }),
    keepState: (planId) => answered(() => keptState(database, { planId, hashes: read(planId).checkpoint(), now: now() })),
    mergePlan: (planId, merged, { command, expectedSeq }) =>
      guarded(path, () => {
        const prepared = answered(() => {
          const open = opened(planId)
          return { open, mineId: keptState(database, { planId, hashes: open.checkpoint(), now: now() }) }
        })
        if (!prepared.ok) return prepared
        const { open, mineId } = prepared.value
        const taken = command === null ? succeeded(open.receipt()) : open.take({ kind: 'do', command }, expectedSeq)
        if (!taken.ok) return taken
        return succeeded({ ...storeMerge(database, merged, { planId, mineId, hashes: open.checkpoint(), now: now() }), opened: wholePlan(open) })
      }),
    duplicatePlan: (planId, title) =>
      answered(() => {
        requiredListing(database, planId)
        const { plan } = read(planId).state()
        const isTaken = (id: string): boolean => planListing(database, id) !== null
        return createPlan(title, { ...plan, id: newId({ prefix: 'pl', randomUnit, isTaken }) }, null)
      }),
    trashPlan: (planId) =>
      answered(() => {
        requireNotTrashed(database, planId)
        putDown(planId)
        database.run('UPDATE plan SET trashed_at = ? WHERE id = ?', now(), planId)
        return null
      }),
    recoverPlan: (planId) =>
      answered(() => {
        requireTrashed(database, planId)
        database.run('UPDATE plan SET trashed_at = NULL WHERE id = ?', planId)
        return requiredListing(database, planId)
      }),
    purgePlan: (planId) =>
      answered(() => {
        requireTrashed(database, planId)
        purge(database, [planId])
        return null
      }),
    setting: (key) => answered(() => storedSetting(database, key)),
    storeSetting: (key, value) => answered(() => (storeSetting(database, key, value), null)),
    recentFiles: () => answered(() => recentFiles(database)),
    noteRecentFile: (file) => answered(() => (noteRecentFile(database, file, now()), null)),
    planDocument: (planId) =>
      answered(() => {
        requiredListing(database, planId)
        return read(planId).state().plan
      }),
    openHeads: () => answered(() => [...openPlans.values()].map((open) => open.opened().plan)),
    backups: () => answered(() => backupListings(folder).map(({ path: place, createdAt, size }) => ({ path: place, createdAt, size }))),
    backUp: async ({ isAsked } = { isAsked: false }) => {
      const due = answered(() => isAsked || isBackupDue(folder, now()))
      if (!due.ok || !due.value) return due.ok ? succeeded(null) : due
      try {
        return succeeded(await backUpNow(path, { folder, now: now() }))
      } catch (error) {
        const problem = libraryProblemOf(folder, error)
        if (problem === null) throw error
        return failed(problem)
      }
    },
    restoreBackup: (backup) =>
      answered(() => {
        if (!backupListings(folder).some((listing) => listing.path === backup)) throw unlistedBackup(backup)
        requireUsableBackup(backup)
        try {
          putAllDown()
        } catch (error) {
          // A damaged library cannot be written; what is in its journal is set aside with it.
          if (libraryProblemOf(path, error) === null) throw error
          openPlans.clear()
        }
        database.close()
        try {
          return { replacedFolder: putBackupInPlace({ folder, backup, now: now() }) ?? folder }
        } finally {
          reopen()
        }
      }),
    close: () => {
      const result = answered(() => {
        putAllDown()
        return null
      })
      // A library that cannot write its checkpoint keeps its journal, so it is given back all the same.
      if (!isClosed) {
        isClosed = true
        database.close()
        of.release()
      }
      return result
    },
  }
}

function wholePlan(open: OpenPlan): WholePlan {
  return { plan: open.state().plan, ...open.receipt() }
}

function purgeOldTrash(database: Database, now: number): void {
  const old = database.all<{ readonly id: string }>('SELECT id FROM plan WHERE trashed_at < ?', now - trashDays * dayMs)
  if (old.length > 0) purge(database, old.map((row) => row.id))
}

function purge(database: Database, planIds: readonly string[]): void {
  database.inTransaction(() => {
    for (const planId of planIds) database.run('DELETE FROM plan WHERE id = ?', planId)
    sweepAllSections(database)
  })
}
