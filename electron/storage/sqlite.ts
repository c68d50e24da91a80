import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What may be bound. No objects, so that none is taken for named parameters; no booleans, dates or undefined. */
export type SqlValue = string | number | Uint8Array | null

/** One connection with its prepared statements. SQL is one statement each; values are bound in order. */
export type Database = {
  readonly path: string
  /** The journal mode that the file system allows: `wal`, else `delete`. */
  readonly journalMode: string
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void
  readonly all: <Row>(sql: string, ...values: readonly SqlValue[]) => readonly Row[]
  readonly row: <Row>(sql: string, ...values: readonly SqlValue[]) => Row | null
  /** Several statements without values. */
  readonly script: (sql: string) => void
  /** All of the work or none of it, durable when this returns. */
  readonly inTransaction: <Value>(work: () => Value) => Value
  readonly close: () => void
}

type SqliteModule = typeof import('node:sqlite')

/** The SQLite of this runtime, or null where it was built without. */
export function sqliteModule(): SqliteModule | null {
  try {
    return (process.getBuiltinModule('node:sqlite') as SqliteModule | undefined) ?? null
  } catch {
    return null
  }
}

/**
 * Opens a database file for reading and writing; a missing one is made.
 *
 * @param path a path, or a `file:` address with SQLite's own parameters
 * @throws SQLite's error; a file that is no database shows itself here
 */
export function openedDatabase(path: string, options: { readonly mostPages?: number | undefined } = {}): Database {
  const connection = connected(path, false)
  try {
    connection.exec('PRAGMA trusted_schema=OFF')
    // Where shared memory is out of reach (a network share), SQLite keeps the old mode and says so.
    let journalMode = pragma(connection, 'journal_mode=WAL')
    if (journalMode !== 'wal') journalMode = pragma(connection, 'journal_mode=DELETE')
    connection.exec('PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216')
    if (options.mostPages !== undefined) connection.exec(`PRAGMA max_page_count=${options.mostPages}`)
    return databaseOf(connection, { path, journalMode })
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Opens a file that must not be changed, such as a damaged one, a backup or one of a newer version. Nothing is left
 * beside it that was not there.
 *
 * Where a log lies beside the file, left by a crash, a reader would have to write: it makes an index of a write-ahead
 * log, and undoes what stands in a rollback journal. That is done on a copy of both.
 */
export function openedForReading(path: string): Database {
  const about = { path, journalMode: 'unchanged' }
  const logs = ['-wal', '-journal'].filter((ending) => existsSync(`${path}${ending}`) && statSync(`${path}${ending}`).size > 0)
  if (logs.length === 0) return databaseOf(connected(`${pathToFileURL(path).href}?immutable=1`, true), about)
  // Somebody has it open, or had: the index is there.
  if (!logs.includes('-journal') && existsSync(`${path}-shm`)) return databaseOf(connected(path, true), about)
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-reading-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'planner.db')
    for (const ending of ['', ...logs]) copyFileSync(`${path}${ending}`, `${copy}${ending}`)
    const database = databaseOf(connected(copy, false), about)
    return { ...database, close: () => (database.close(), remove()) }
  } catch (error) {
    remove()
    throw error
  }
}

function connected(path: string, readOnly: boolean): DatabaseSync {
  const sqlite = sqliteModule()
  if (sqlite === null) throw new Error('this runtime has no node:sqlite')
  return new sqlite.DatabaseSync(path, { readOnly, timeout: 2000 })
}

function pragma(connection: DatabaseSync, text: string): string {
  return String(Object.values(connection.prepare(`PRAGMA ${text}`).get() ?? {})[0])
}

function databaseOf(connection: DatabaseSync, about: { readonly path: string; readonly journalMode: string }): Database {
  // Preparing costs more than running a small statement.
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const prepared = connection.prepare(sql)
    statements.set(sql, prepared)
    return prepared
  }
  return {
    ...about,
    run: (sql, ...values) => void statement(sql).run(...values),
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values) as Row[],
    row: <Row>(sql: string, ...values: readonly SqlValue[]) => (statement(sql).get(...values) as Row | undefined) ?? null,
    script: (sql) => connection.exec(sql),
    inTransaction: (work) => {
      connection.exec('BEGIN IMMEDIATE')
      try {
        const value = work()
        connection.exec('COMMIT')
        return value
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (connection.isTransaction) connection.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      statements.clear()
      if (connection.isOpen) connection.close()
    },
  }
}

/** The first column of the first row a PRAGMA answers. */
export function pragmaValue(database: Database, name: string): unknown {
  return Object.values(database.row<object>(`PRAGMA ${name}`) ?? {})[0]
}

/** What SQLite's own check finds wrong; empty when the file is sound. The check itself fails on some damage. */
export function soundnessProblems(database: Database): readonly string[] {
  try {
    const rows = database.all<{ readonly quick_check: string }>('PRAGMA quick_check(20)').map((row) => row.quick_check)
    return rows.length === 1 && rows[0] === 'ok' ? [] : rows
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
