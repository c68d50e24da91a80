import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { LibraryFailure } from './library-problem'
import { sqliteModule } from './sqlite'

/** The right of one process to a library, until it is given back or the process ends, however it ends. */
export type LibraryLock = { readonly release: () => void }

type Holder = { readonly pid: number; readonly host: string; readonly since: string }

/**
 * Takes the lock of a library's folder.
 *
 * The lock is the operating system's, held through a small database that is never written: it ends with its process,
 * so a crash leaves nothing to clear away, and a process number that is used again cannot be mistaken for the holder.
 * Who holds it stands beside it, as information only.
 *
 * @throws {LibraryFailure} `held`, naming the holder
 */
export function libraryLock(folder: string, now: number): LibraryLock {
  const sqlite = sqliteModule()
  if (sqlite === null) {
    const sentence = 'This build of the runtime has no SQLite, so plans cannot be kept. Install Lodestock from its own package.'
    throw new LibraryFailure({ kind: 'no-sqlite', sentence })
  }
  const wordPath = join(folder, 'library.holder.json')
  const connection = new sqlite.DatabaseSync(join(folder, 'library.lock'), { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    const code = (error as { readonly errcode?: number }).errcode ?? 0
    if ((code & 0xff) !== 5 && (code & 0xff) !== 6) throw error
    throw new LibraryFailure(heldProblem(folder, holderAt(wordPath)))
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() }
  try {
    writeFileSync(wordPath, JSON.stringify(holder))
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    release: () => {
      rmSync(wordPath, { force: true })
      if (connection.isOpen) connection.close()
    },
  }
}

function heldProblem(folder: string, holder: Holder | null): ConstructorParameters<typeof LibraryFailure>[0] {
  if (holder === null) {
    const sentence = `Another Lodestock has the plans in ${folder} open. Close it, then try again.`
    return { kind: 'held', pid: null, host: '', since: '', sentence }
  }
  const sentence = `Another Lodestock has the plans in ${folder} open: process ${holder.pid} on ${holder.host}, since ${holder.since}. Close it, then try again.`
  return { kind: 'held', ...holder, sentence }
}

function holderAt(path: string): Holder | null {
  try {
    const word = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
    return typeof word.pid === 'number' && typeof word.host === 'string' && typeof word.since === 'string' ? (word as Holder) : null
  } catch {
    return null
  }
}
