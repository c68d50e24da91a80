import { failed, type Result } from '../../shared/result'
import type { PlanStepProblem } from '../../shared/plan/plan-history'

/** Why the plan library could not do what was asked; one member for each way, with what to tell the user. */
export type LibraryProblem = { readonly sentence: string } & (
  | { readonly kind: 'no-sqlite' }
  /** Another process has the library; since when is ISO time, and all three are empty where the holder left no word. */
  | { readonly kind: 'held'; readonly pid: number | null; readonly host: string; readonly since: string }
  | { readonly kind: 'newer-library'; readonly version: number; readonly knownVersion: number }
  | { readonly kind: 'newer-library-unreadable'; readonly path: string; readonly detail: string }
  | { readonly kind: 'not-ours'; readonly path: string }
  | { readonly kind: 'migration-failed'; readonly version: number; readonly detail: string }
  | { readonly kind: 'folder-read-only'; readonly path: string }
  | { readonly kind: 'disk-full'; readonly path: string }
  | { readonly kind: 'damaged'; readonly path: string; readonly detail: string }
  | { readonly kind: 'file-error'; readonly path: string; readonly detail: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'plan-missing'; readonly planId: string }
  | { readonly kind: 'plan-not-open'; readonly planId: string }
  | { readonly kind: 'plan-in-trash'; readonly planId: string }
  | { readonly kind: 'plan-not-in-trash'; readonly planId: string }
  | { readonly kind: 'plan-damaged'; readonly planId: string; readonly detail: string }
  | { readonly kind: 'newer-plan'; readonly planId: string; readonly version: number }
  | { readonly kind: 'not-a-plan'; readonly detail: string }
  | { readonly kind: 'revision-missing'; readonly revisionId: number }
  | { readonly kind: 'slice-missing'; readonly planId: string; readonly slice: number }
  | { readonly kind: 'name-out-of-range'; readonly name: string }
  | { readonly kind: 'backup-unusable'; readonly path: string; readonly detail: string }
  /** The sender knew another state of the plan; it must fetch the plan again. */
  | { readonly kind: 'out-of-step'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'refused'; readonly problem: PlanStepProblem }
)

/** A user's cause of failure, thrown inside the storage and turned into a `Result` at its edge. */
export class LibraryFailure extends Error {
  override readonly name = 'LibraryFailure'
  readonly problem: LibraryProblem

  constructor(problem: LibraryProblem) {
    super(problem.sentence)
    this.problem = problem
  }
}

/** The failure of a plan of which something stored is lost. */
export function damagedPlan(planId: string, detail: string): LibraryFailure {
  const sentence = `This plan is damaged: ${detail}. Restore an earlier version of it, or a backup of the library.`
  return new LibraryFailure({ kind: 'plan-damaged', planId, detail, sentence })
}

/** The failure of a window that knew another state of a plan. */
export function outOfStep(of: { readonly expected: number; readonly actual: number }): LibraryFailure {
  return new LibraryFailure({ kind: 'out-of-step', ...of, sentence: 'This plan has changed elsewhere in the meantime. It is loaded again; make your change once more.' })
}

/** The answer of some work; what the system or a user can cause becomes a problem, a bug stays an error. */
export function guarded<Value>(path: string, work: () => Result<Value, LibraryProblem>): Result<Value, LibraryProblem> {
  try {
    return work()
  } catch (error) {
    const problem = libraryProblemOf(path, error)
    if (problem === null) throw error
    return failed(problem)
  }
}

/** A named problem for an error of SQLite or of the file system; null for anything else, which is a bug. */
export function libraryProblemOf(path: string, error: unknown): LibraryProblem | null {
  if (error instanceof LibraryFailure) return error.problem
  if (typeof error !== 'object' || error === null) return null
  const detail = error instanceof Error ? error.message : ''
  const { errcode, code } = error as { readonly errcode?: unknown; readonly code?: unknown }
  if (typeof errcode === 'number') return problemOfSqlite(path, { code: errcode & 0xff, detail })
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return readOnly(path)
    default:
      return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)
        ? { kind: 'file-error', path, detail, sentence: `${path} cannot be used: ${detail}. Choose another folder.` }
        : null
  }
}

function problemOfSqlite(path: string, of: { readonly code: number; readonly detail: string }): LibraryProblem {
  const { code, detail } = of
  switch (code) {
    case 13:
      return diskFull(path)
    case 3:
    case 8:
    case 14:
    case 23:
      return readOnly(path)
    case 11:
    case 26:
      return {
        kind: 'damaged',
        path,
        detail,
        sentence: `The plan library at ${path} is damaged (${detail}). Close and open Lodestock again: it sets the file aside and recovers what it can.`,
      }
    case 5:
    case 6:
      return { kind: 'held', pid: null, host: '', since: '', sentence: `Another program is using the plan library at ${path}. Close it, then try again.` }
    default:
      return { kind: 'file-error', path, detail, sentence: `The plan library at ${path} could not be read or written: ${detail}. Nothing was changed.` }
  }
}

function diskFull(path: string): LibraryProblem {
  return {
    kind: 'disk-full',
    path,
    sentence: `The disk with ${path} is full. The last change was not saved and the plan is as it was before it; free some space, or save a copy on another disk.`,
  }
}

function readOnly(path: string): LibraryProblem {
  return { kind: 'folder-read-only', path, sentence: `${path} cannot be written. Ask for access, or choose another folder for your plans.` }
}
