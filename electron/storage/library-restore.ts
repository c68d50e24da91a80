import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { succeeded, type Result } from '../../shared/result'
import { backupFault, syncFile } from './backups'
import { libraryPath, setAside } from './library-files'
import { libraryLock } from './library-lock'
import { guarded, LibraryFailure, type LibraryProblem } from './library-problem'

/**
 * Puts a backup in the place of a library that nobody has open; what was there is set aside.
 *
 * @returns where the replaced library lies; null when there was none
 */
export function restoreLibraryBackup(of: { readonly folder: string; readonly backup: string; readonly now: number }): Result<string | null, LibraryProblem> {
  return guarded(of.folder, () => {
    requireUsableBackup(of.backup)
    const lock = libraryLock(of.folder, of.now)
    try {
      return succeeded(putBackupInPlace(of))
    } finally {
      lock.release()
    }
  })
}

/** @throws {LibraryFailure} `backup-unusable`, saying why the file cannot stand in for the library */
export function requireUsableBackup(backup: string): void {
  const fault = existsSync(backup) ? backupFault(backup) : 'there is no such file'
  if (fault === null) return
  throw new LibraryFailure({ kind: 'backup-unusable', path: backup, detail: fault, sentence: `The backup ${backup} cannot be restored: ${fault}. Choose another; your plans were left as they are.` })
}

/** The failure of a window that names a file which is none of the library's backups. */
export function unlistedBackup(path: string): LibraryFailure {
  const detail = 'it is not in the list of backups'
  return new LibraryFailure({ kind: 'backup-unusable', path, detail, sentence: `The backup ${path} cannot be restored: ${detail}. Look at the list again; your plans were left as they are.` })
}

/**
 * Puts a usable backup in the place of a library's file, of which the caller holds the lock and which nobody has open.
 *
 * @returns the folder in which the replaced library lies; null when there was none
 */
export function putBackupInPlace(of: { readonly folder: string; readonly backup: string; readonly now: number }): string | null {
  const { folder, backup, now } = of
  const path = libraryPath(folder)
  // Copied and forced to the disk first, so that there is no moment without a library or a copy of it.
  copyFileSync(backup, `${path}.tmp`)
  syncFile(`${path}.tmp`)
  const replaced = existsSync(path) ? setAside(folder, { word: 'replaced', now }) : null
  renameSync(`${path}.tmp`, path)
  syncFile(path)
  return replaced
}
