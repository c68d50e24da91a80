import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BackupListing } from '../../shared/ipc/plan-listing'
import { LibraryFailure } from './library-problem'
import { applicationId, libraryMigrations, libraryVersion } from './migrations'
import { openedForReading, pragmaValue, soundnessProblems, type Database } from './sqlite'

/** A backup in the library's own folder, with what its name says. */
export type DatedBackup = BackupListing & { /** ISO day on which it was made. */ readonly day: string; readonly beforeVersion: number | null }

const namePattern = /^planner-(\d{4}-\d{2}-\d{2})(?:-before-v(\d+))?\.db$/
const dailyKept = 7
const weeklyKept = 4
const beforeMigrationKept = 3

/** The backups of a library, the newest first. */
export function backupListings(folder: string): readonly DatedBackup[] {
  const place = join(folder, 'backups')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .flatMap((name): readonly DatedBackup[] => {
      const match = namePattern.exec(name)
      if (match === null) return []
      const path = join(place, name)
      const { mtimeMs, size } = statSync(path)
      return [{ path, createdAt: Math.round(mtimeMs), size, day: match[1] ?? '', beforeVersion: match[2] === undefined ? null : Number(match[2]) }]
    })
    .toSorted((a, b) => (a.path < b.path ? 1 : -1))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

/**
 * Why a file cannot stand in for the library; null when it can.
 *
 * @param knownVersion the newest version of a library that can be opened
 */
export function backupFault(path: string, knownVersion: number = libraryMigrations.length): string | null {
  let database: Database | null = null
  try {
    database = openedForReading(path)
    if (pragmaValue(database, 'application_id') !== applicationId) return 'it is no plan library'
    if (libraryVersion(database) > knownVersion) return 'it was made by a newer Lodestock'
    return soundnessProblems(database)[0] ?? null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    database?.close()
  }
}

/** The newest backup that is sound, or null. */
export function newestGoodBackup(folder: string): string | null {
  return backupListings(folder).find((backup) => backupFault(backup.path) === null)?.path ?? null
}

/** Copies the library before its version changes, and waits for it. */
export function backUpBeforeMigration(database: Database, of: { readonly folder: string; readonly toVersion: number; readonly now: number }): string {
  const target = backupPath(of.folder, `planner-${dayOf(of.now)}-before-v${of.toVersion}.db`)
  const beside = `${target}.tmp`
  rmSync(beside, { force: true })
  database.run('VACUUM INTO ?', beside)
  put(beside, target)
  pruneBackups(of.folder)
  return target
}

/**
 * Copies the library in a thread of its own, so that edits go on meanwhile.
 *
 * The copy is checked before it takes its name, and older ones are cleared away after.
 */
export async function backUpNow(libraryPath: string, of: { readonly folder: string; readonly now: number }): Promise<string> {
  const target = backupPath(of.folder, `planner-${dayOf(of.now)}.db`)
  const beside = `${target}.tmp`
  rmSync(beside, { force: true })
  try {
    await copyInWorker(libraryPath, beside)
    put(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  pruneBackups(of.folder)
  return target
}

/** Whether there is no backup of today yet. */
export function isBackupDue(folder: string, now: number): boolean {
  return !existsSync(join(folder, 'backups', `planner-${dayOf(now)}.db`))
}

/** The backups that may go: all but the newest 7 days, the newest of each of the newest 4 weeks, and 3 from before migrations. */
export function backupsToDelete(backups: readonly DatedBackup[]): readonly DatedBackup[] {
  const newestFirst = backups.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const weeks = new Set<number>()
  const daily = newestFirst.filter((backup) => backup.beforeVersion === null)
  const weekly = daily.filter((backup) => weeks.size < weeks.add(weekOf(backup.day)).size).slice(0, weeklyKept)
  const kept = new Set([...daily.slice(0, dailyKept), ...weekly, ...newestFirst.filter((backup) => backup.beforeVersion !== null).slice(0, beforeMigrationKept)])
  return newestFirst.filter((backup) => !kept.has(backup))
}

/** Forces a file and the name it has in its folder to the disk. */
export function syncFile(path: string): void {
  for (const each of [path, dirname(path)]) {
    // Windows cannot open a folder, and keeps names without being asked.
    if (each !== path && process.platform === 'win32') continue
    const file = openSync(each, each === path && process.platform === 'win32' ? 'r+' : 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
}

function put(beside: string, target: string): void {
  syncFile(beside)
  // Whatever version it has: we had the library open that it was copied from.
  const fault = backupFault(beside, Number.POSITIVE_INFINITY)
  if (fault !== null) {
    rmSync(beside, { force: true })
    throw new LibraryFailure({ kind: 'backup-unusable', path: target, detail: fault, sentence: `The backup ${target} could not be made: the copy is not sound (${fault}). Free some space on the disk, then try again.` })
  }
  renameSync(beside, target)
  syncFile(target)
}

function pruneBackups(folder: string): void {
  for (const { path } of backupsToDelete(backupListings(folder))) rmSync(path, { force: true })
}

function backupPath(folder: string, name: string): string {
  mkdirSync(join(folder, 'backups'), { recursive: true })
  return join(folder, 'backups', name)
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

// Weeks begin on Monday; 1 January 1970 was a Thursday.
function weekOf(day: string): number {
  return Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
}

// As text, so that the built program stays one file.
const copyingThread = `
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
try {
  const database = new DatabaseSync(workerData.from, { timeout: 5000 })
  try { database.prepare('VACUUM INTO ?').run(workerData.to) } finally { database.close() }
  parentPort.postMessage({ ok: true })
} catch (error) {
  parentPort.postMessage({ ok: false, message: error.message, errcode: error.errcode })
}`

type CopyAnswer = { readonly ok: boolean; readonly message?: string; readonly errcode?: number }

function copyInWorker(from: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(copyingThread, { eval: true, workerData: { from, to } })
    worker.once('message', (answer: CopyAnswer) => {
      if (answer.ok) resolve()
      else reject(Object.assign(new Error(answer.message), { errcode: answer.errcode }))
    })
    worker.once('error', reject)
  })
}
