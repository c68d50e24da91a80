import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backUpBeforeMigration, newestGoodBackup } from './backups'
import { libraryPath, setAside } from './library-files'
import { LibraryFailure } from './library-problem'
import { libraryVersion, migrateLibrary, requireOurs } from './migrations'
import { recoverySentence } from './recovery-sentence'
import { salvaged, type Salvage } from './salvage'
import { openedDatabase, openedForReading, soundnessProblems, type Database } from './sqlite'

/** What happened when a library was found damaged or gone, for the user to read. */
export type LibraryRecovery = Salvage & {
  /** Where the damaged file lies untouched; null when there was none. */
  readonly setAsideFolder: string | null
  /** What was wrong with it. */
  readonly detail: string
  /** The newest backup that is sound, to be offered; null when there is none. */
  readonly backup: string | null
  readonly sentence: string
}

/** A library's database, ready for use. */
export type StartedLibrary = { readonly database: Database; readonly recovery: LibraryRecovery | null }

/**
 * Opens the database of a folder of which the caller holds the lock: checks it, sets a damaged one aside and saves
 * what can be read of it, copies it before its version changes, and brings it to the newest version.
 *
 * @throws {LibraryFailure} when it is not ours, from a newer version, or cannot be migrated; the file is untouched
 */
export function startedLibrary(of: {
  readonly folder: string
  readonly now: number
  readonly migrations: readonly string[]
  readonly mostPages: number | undefined
}): StartedLibrary {
  const { folder, now, migrations, mostPages } = of
  const path = libraryPath(folder)
  const isMissing = !existsSync(path) || statSync(path).size === 0
  const damage = isMissing ? null : damageOf(path, migrations)
  const setAsideFolder = damage === null ? null : setAside(folder, { word: 'damaged', now })
  const database = openedDatabase(path, { mostPages })
  try {
    requireOurs(database, migrations)
    const version = libraryVersion(database)
    if (version > 0 && version < migrations.length) backUpBeforeMigration(database, { folder, toVersion: migrations.length, now })
    migrateLibrary(database, migrations)
    const recovery = damage === null || setAsideFolder === null ? null : recovered(database, { folder, now, setAsideFolder, damage })
    return { database, recovery: recovery ?? (isMissing ? missingLibrary(folder) : null) }
  } catch (error) {
    database.close()
    throw error
  }
}

/** What is wrong with a library's file; null when it is sound. A file that is not ours is none of our business. */
function damageOf(path: string, migrations: readonly string[]): string | null {
  let database: Database | null = null
  try {
    // For reading only: another program's file, or a newer one of ours, is left byte for byte as it is.
    database = openedForReading(path)
    requireOurs(database, migrations)
    return soundnessProblems(database)[0] ?? null
  } catch (error) {
    if (error instanceof LibraryFailure) throw error
    const code = ((error as { readonly errcode?: number }).errcode ?? 0) & 0xff
    if (code !== 11 && code !== 26) throw error
    return error instanceof Error ? error.message : String(error)
  } finally {
    closeQuietly(database)
  }
}

function recovered(fresh: Database, of: { readonly folder: string; readonly now: number; readonly setAsideFolder: string; readonly damage: string }): LibraryRecovery {
  const { folder, now, setAsideFolder, damage } = of
  const salvage = salvageFrom(join(setAsideFolder, 'planner.db'), fresh, now)
  const backup = newestGoodBackup(folder)
  return { ...salvage, setAsideFolder, detail: damage, backup, sentence: recoverySentence(salvage, { setAsideFolder, backup }) }
}

function salvageFrom(path: string, fresh: Database, now: number): Salvage {
  let damaged: Database | null = null
  try {
    damaged = openedForReading(path)
    return salvaged(damaged, fresh, now)
  } catch (error) {
    // A file that is no database at all has nothing to give.
    const code = ((error as { readonly errcode?: number }).errcode ?? 0) & 0xff
    if (code !== 11 && code !== 26) throw error
    return { plans: [], lost: [] }
  } finally {
    closeQuietly(damaged)
  }
}

function missingLibrary(folder: string): LibraryRecovery | null {
  const backup = newestGoodBackup(folder)
  if (backup === null) return null
  const sentence = `There was no plan library in ${folder}, although there are backups of one, so a new one was begun. Restore the backup ${backup} to have your plans back.`
  return { plans: [], lost: [], setAsideFolder: null, detail: 'the file was missing', backup, sentence }
}

function closeQuietly(database: Database | null): void {
  try {
    database?.close()
  } catch {
    // Closing a damaged database may fail; the file is set aside either way.
  }
}
