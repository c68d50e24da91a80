import { pragmaValue, type Database } from './sqlite'
import { LibraryFailure } from './library-problem'

/** Marks a file as a plan library of ours: the letters LODS. */
export const applicationId = 0x4c4f4453

/**
 * The SQL from every version of the library to the next, in order; the place in the list is the version it starts from.
 * Append only: what has been released is never edited.
 */
export const libraryMigrations: readonly string[] = [
  // 0 → 1: the first library.
  `CREATE TABLE plan(id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200), created_at INTEGER NOT NULL,
     updated_at INTEGER NOT NULL, trashed_at INTEGER, summary TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(summary))) STRICT;
   CREATE TABLE blob(hash BLOB PRIMARY KEY CHECK(length(hash)=32), codec TEXT NOT NULL CHECK(codec IN('json','zstd')),
     size INTEGER NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE revision(id INTEGER PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, number INTEGER NOT NULL,
     parent INTEGER REFERENCES revision(id) ON DELETE SET NULL, kind TEXT NOT NULL CHECK(kind IN('manual','auto','import','restore')),
     label TEXT, created_at INTEGER NOT NULL, format INTEGER NOT NULL, UNIQUE(plan_id, number)) STRICT;
   CREATE TABLE revision_section(revision_id INTEGER NOT NULL REFERENCES revision(id) ON DELETE CASCADE, name TEXT NOT NULL,
     hash BLOB NOT NULL REFERENCES blob(hash), PRIMARY KEY(revision_id, name)) STRICT, WITHOUT ROWID;
   CREATE TABLE draft(plan_id TEXT PRIMARY KEY REFERENCES plan(id) ON DELETE CASCADE, base_revision INTEGER REFERENCES revision(id) ON DELETE SET NULL,
     seq INTEGER NOT NULL, saved_at INTEGER NOT NULL, format INTEGER NOT NULL) STRICT;
   CREATE TABLE draft_section(plan_id TEXT NOT NULL REFERENCES draft(plan_id) ON DELETE CASCADE, name TEXT NOT NULL,
     hash BLOB NOT NULL REFERENCES blob(hash), PRIMARY KEY(plan_id, name)) STRICT, WITHOUT ROWID;
   CREATE TABLE journal(plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
     command TEXT NOT NULL CHECK(json_valid(command)), PRIMARY KEY(plan_id, seq)) STRICT, WITHOUT ROWID;
   CREATE INDEX revision_section_hash ON revision_section(hash);
   CREATE INDEX draft_section_hash ON draft_section(hash);
   CREATE INDEX revision_parent ON revision(parent);
   CREATE INDEX draft_base_revision ON draft(base_revision);
   CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK(json_valid(value))) STRICT, WITHOUT ROWID;
   CREATE TABLE recent(path TEXT PRIMARY KEY, opened_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
  // 1 → 2: a merge has two parents.
  `ALTER TABLE revision ADD COLUMN second_parent INTEGER REFERENCES revision(id) ON DELETE SET NULL;
   CREATE INDEX revision_second_parent ON revision(second_parent);`,
]

/** The version of a database file; 0 for one without content. */
export function libraryVersion(database: Database): number {
  return Number(pragmaValue(database, 'user_version'))
}

/**
 * Refuses a database that is another program's or from a newer version of ours.
 *
 * @throws {LibraryFailure} `not-ours` or `newer-library`; the file is untouched
 */
export function requireOurs(database: Database, migrations: readonly string[] = libraryMigrations): void {
  const owner = Number(pragmaValue(database, 'application_id'))
  const isEmpty = database.row('SELECT 1 FROM sqlite_schema') === null
  const { path } = database
  if (owner !== applicationId && !(owner === 0 && isEmpty)) {
    throw new LibraryFailure({ kind: 'not-ours', path, sentence: `${path} is a database of another program. Choose another folder for your plans; the file was left as it is.` })
  }
  const version = libraryVersion(database)
  if (version > migrations.length) {
    const sentence = `The plan library at ${path} was made by a newer Lodestock (library version ${version}; this program knows ${migrations.length}). Update Lodestock to open it; the file was left as it is.`
    throw new LibraryFailure({ kind: 'newer-library', version, knownVersion: migrations.length, sentence })
  }
}

/**
 * Takes a database to the newest version, each step whole or not at all.
 *
 * @throws {LibraryFailure} `migration-failed`, naming the version that could not be reached; the file stays at the one before
 */
export function migrateLibrary(database: Database, migrations: readonly string[] = libraryMigrations): void {
  for (let version = libraryVersion(database) + 1; version <= migrations.length; version++) {
    try {
      database.inTransaction(() => {
        database.script(migrations[version - 1] ?? '')
        database.script(`PRAGMA application_id=${applicationId}; PRAGMA user_version=${version}`)
      })
    } catch (error) {
      // A full disk or a read-only folder keeps its own name.
      const code = (error as { readonly errcode?: number }).errcode
      if (code !== undefined && code !== 1 && code !== 19) throw error
      const detail = error instanceof Error ? error.message : String(error)
      const sentence = `The plan library at ${database.path} could not be brought to version ${version} (${detail}). It is unchanged, and a copy from before is in its backups folder.`
      throw new LibraryFailure({ kind: 'migration-failed', version, detail, sentence })
    }
  }
}
