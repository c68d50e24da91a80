import type { PlanListing } from '../../shared/ipc/plan-listing'
import { planDocumentSchema, planDocumentVersion, type PlanDocument } from '../../shared/plan/plan-document'
import { succeeded, type Result } from '../../shared/result'
import { damagedPlan, guarded, LibraryFailure, type LibraryProblem } from './library-problem'
import { openedPlan } from './open-plan'
import { blockNames, isBlockName } from './part-blocks'
import { requiredListing } from './plan-requirements'
import { hashesOf, planFromSections, planListings, sectionOf } from './plan-store'
import { storedSection } from './section-codec'
import { openedForReading, type Database } from './sqlite'

/** A plan of a newer library, as far as this program can read it. */
export type NewerPlan = {
  readonly listing: PlanListing
  /** The plan, when its format is known here; else null. */
  readonly plan: PlanDocument | null
  /** The plan's content as it is stored, when its format is not known here; else null. */
  readonly stored: { readonly [section: string]: unknown } | null
  /** What is not as in the library, each a sentence. */
  readonly notices: readonly string[]
}

type Draft = { readonly seq: number; readonly format: number }
type Row = { readonly name: string; readonly hash: Uint8Array }

/** The plans of a library that a newer program made. It is opened for reading only, and closed again. */
export function newerLibraryPlans(path: string): Result<readonly PlanListing[], LibraryProblem> {
  return read(path, planListings)
}

/** One plan of such a library: as a plan where its format is known here, else with everything that is stored of it. */
export function newerLibraryPlan(path: string, planId: string): Result<NewerPlan, LibraryProblem> {
  return read(path, (database): NewerPlan => {
    const listing = requiredListing(database, planId)
    const draft = database.row<Draft>('SELECT seq, format FROM draft WHERE plan_id = ?', planId)
    if (draft === null) throw damagedPlan(planId, 'its latest state is missing')
    const rows = database.all<Row>('SELECT name, hash FROM draft_section WHERE plan_id = ? ORDER BY name', planId)
    const known = knownPlan(database, { planId, draft, rows })
    return known === null ? { listing, plan: null, ...storedPlan(database, { planId, draft, rows }) } : { listing, stored: null, ...known }
  })
}

/** The plan, if all that is stored of it is as this program knows plans; null otherwise. */
function knownPlan(database: Database, of: { readonly planId: string; readonly draft: Draft; readonly rows: readonly Row[] }): Pick<NewerPlan, 'notices'> & { readonly plan: PlanDocument } | null {
  const { planId, draft, rows } = of
  const hashes = hashesOf(rows)
  if (draft.format > planDocumentVersion || rows.some(({ name }) => !hashes.has(name) && !isHistory(name))) return null
  const latest = whereReadable(() => openedPlan(database, planId, { now: () => 0, stepsPerCheckpoint: Number.POSITIVE_INFINITY }).state().plan)
  const plan = latest ?? whereReadable(() => planFromSections(database, { planId, format: draft.format, hashes }))
  // Its own program has checked it, but by rules that may have changed since.
  const parsed = planDocumentSchema.safeParse(plan)
  if (!parsed.success) return null
  const count = latest === null ? stepsAfter(database, { planId, draft }).length : 0
  const notices = count === 0 ? [] : [`${changes(count)} made last in a way that this program does not know, and ${count === 1 ? 'is' : 'are'} not in the file. Update Lodestock to have everything.`]
  return { plan: parsed.data, notices }
}

/** Everything that is stored of a plan, under the names it has there; what is known of plans stands where they have it. */
function storedPlan(database: Database, of: { readonly planId: string; readonly draft: Draft; readonly rows: readonly Row[] }): Pick<NewerPlan, 'stored' | 'notices'> {
  const { planId, draft } = of
  const rows = of.rows.filter(({ name }) => !isHistory(name))
  const unreadable = new Set<string>()
  const valueOf = (name: string): unknown => {
    const row = rows.find((each) => each.name === name)
    const text = row === undefined ? null : storedSection(database, row.hash)
    if (text === null) unreadable.add(sectionOf(name))
    return text === null ? null : (JSON.parse(text) as unknown)
  }
  const blocks = blockNames(rows.map(({ name }) => name))
  const plain = rows.filter(({ name }) => blocks === null || !isBlockName(name)).map(({ name }) => [name, valueOf(name)] as const)
  const parts = blocks === null ? {} : { parts: blocks.flatMap((name) => valueOf(name) ?? []) }
  const { settings, ...rest } = Object.fromEntries(plain) as { readonly [section: string]: unknown }
  const steps = stepsAfter(database, { planId, draft })
  const head = typeof settings === 'object' && settings !== null ? settings : { settings }
  const stored = { format: 'lodestock-plan', version: draft.format, id: planId, ...head, ...parts, ...rest, ...(steps.length === 0 ? {} : { stepsAfter: steps }) }
  const reason =
    draft.format > planDocumentVersion
      ? `This plan is in version ${draft.format} of the plan format and this program knows version ${planDocumentVersion}, so it was saved as it is stored, as JSON; a newer Lodestock is needed to open it.`
      : 'This plan holds what this program does not know, so it was saved as it is stored, as JSON; a newer Lodestock is needed to open it.'
  const notices = [
    reason,
    ...(steps.length === 0 ? [] : [`${changes(steps.length)} made last; the file has ${steps.length === 1 ? 'it' : 'them'} apart, under stepsAfter.`]),
    ...(unreadable.size === 0 ? [] : [`These could not be read and are missing in the file: ${[...unreadable].map((name) => (name === 'parts' && (parts.parts?.length ?? 0) > 0 ? 'some parts' : name)).join(', ')}.`]),
  ]
  return { stored, notices }
}

function stepsAfter(database: Database, of: { readonly planId: string; readonly draft: Draft }): readonly unknown[] {
  return database.all<{ readonly command: string }>('SELECT command FROM journal WHERE plan_id = ? AND seq > ? ORDER BY seq', of.planId, of.draft.seq).map(({ command }) => JSON.parse(command) as unknown)
}

function changes(count: number): string {
  return count === 1 ? '1 change was' : `${count} changes were`
}

function isHistory(name: string): boolean {
  return name.startsWith('past/') || name.startsWith('future/')
}

function whereReadable<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof LibraryFailure)) throw error
    return null
  }
}

/** One state of the library, whoever else works on it meanwhile; nothing is written, and no lock is taken. */
function read<Value>(path: string, work: (database: Database) => Value): Result<Value, LibraryProblem> {
  return guarded(path, () => {
    const database = openedForReading(path)
    try {
      database.script('BEGIN')
      return succeeded(work(database))
    } catch (error) {
      // Tables and columns that are not there: SQLite's plain error.
      if ((error as { readonly errcode?: number }).errcode !== 1) throw error
      const detail = error instanceof Error ? error.message : String(error)
      throw new LibraryFailure({ kind: 'newer-library-unreadable', path, detail, sentence: `The plans in ${path} are kept in a way that this program cannot read (${detail}). Update Lodestock to open them; the file was left as it is.` })
    } finally {
      database.close()
    }
  })
}
