import type { Database } from './sqlite'

const recentFilesKept = 20

/** A value stored under a key, as JSON; null when there is none. */
export function storedSetting(database: Database, key: string): unknown {
  const row = database.row<{ readonly value: string }>('SELECT value FROM setting WHERE key = ?', key)
  return row === null ? null : (JSON.parse(row.value) as unknown)
}

export function storeSetting(database: Database, key: string, value: unknown): void {
  database.run('INSERT INTO setting(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2', key, JSON.stringify(value ?? null))
}

/** Files opened last, the newest first. */
export function recentFiles(database: Database): readonly { readonly path: string; readonly openedAt: number }[] {
  return database.all('SELECT path, opened_at AS openedAt FROM recent ORDER BY opened_at DESC, path')
}

export function noteRecentFile(database: Database, file: string, now: number): void {
  database.inTransaction(() => {
    database.run('INSERT INTO recent(path, opened_at) VALUES(?1, ?2) ON CONFLICT(path) DO UPDATE SET opened_at = ?2', file, now)
    database.run('DELETE FROM recent WHERE path NOT IN (SELECT path FROM recent ORDER BY opened_at DESC, path LIMIT ?)', recentFilesKept)
  })
}
