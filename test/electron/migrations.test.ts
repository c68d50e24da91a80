import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { libraryMigrations } from '../../electron/storage/migrations'
import { planLibrary } from '../../electron/storage/plan-library'
import { openedDatabase, openedForReading } from '../../electron/storage/sqlite'
import type { Part } from '../../shared/plan/part-schema'
import { planDocumentVersion } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

function libraryWithSample(folder: string): void {
  const { library } = openedLibrary({ folder })
  valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
  valueOf(library.close())
}

function versionAt(path: string): unknown {
  const database = openedForReading(path)
  try {
    return database.row<{ readonly user_version: number }>('PRAGMA user_version')?.user_version
  } finally {
    database.close()
  }
}

/** The name of the rows of a section when all its parts are one block. */
function storedName(section: string): string {
  return section === 'parts' ? 'parts/00000/00001' : section
}

function without(value: object, field: string): object {
  expect(value).toHaveProperty(field)
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== field))
}

const next = [...libraryMigrations, 'ALTER TABLE plan ADD COLUMN colour TEXT', 'CREATE TABLE extra(id INTEGER PRIMARY KEY) STRICT']

describe('libraryMigrations', () => {
  it('take a library to the newest version, after a copy of it', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    const { library } = openedLibrary({ folder, migrations: next, now: () => Date.parse('2026-11-24T12:00:00Z') })
    expect(valueOf(library.openPlan('pl-smplbd')).plan).toEqual(samplePlan())
    valueOf(library.close())
    expect(versionAt(library.path)).toBe(next.length)
    expect(readdirSync(join(folder, 'backups'))).toEqual([`planner-2026-11-24-before-v${next.length}.db`])
    expect(versionAt(join(folder, 'backups', `planner-2026-11-24-before-v${next.length}.db`))).toBe(libraryMigrations.length)
  })

  it('that fail leave the library at the version before, whole, and say so', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    const failing = [...next.slice(0, -1), 'CREATE TABLE half(id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES(1)']
    const refused = planLibrary({ folder, migrations: failing })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'migration-failed', version: failing.length, sentence: expect.stringMatching(/could not be brought to version \d+ \(.*nowhere.*\)\. It is unchanged, and a copy from before is in its backups folder\.$/) as string } })
    const bare = openedDatabase(join(folder, 'planner.db'))
    expect(bare.all("SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([])
    bare.close()
    expect(versionAt(join(folder, 'planner.db'))).toBe(failing.length - 1)
    const { library } = openedLibrary({ folder, migrations: next })
    expect(valueOf(library.openPlan('pl-smplbd')).plan).toEqual(samplePlan())
  })

  it('are in no library of today that was not made by all of them', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    expect(versionAt(join(folder, 'planner.db'))).toBe(libraryMigrations.length)
  })
})

describe('a plan of an older format in the library', () => {
  it('is migrated when it is opened, and so are its revisions', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    const { library: first } = openedLibrary({ folder })
    valueOf(first.openPlan('pl-smplbd'))
    const { id } = valueOf(first.nameRevision('pl-smplbd', 'Old'))
    valueOf(first.close())
    const bare = openedDatabase(join(folder, 'planner.db'))
    // Version 1 knew neither overrides of levels nor a region of files; the rest was as now.
    const { title, settings, parts } = samplePlan()
    const old = { settings: { title, settings: without(settings, 'region') }, parts: parts.map((part) => without(part, 'overrides')) }
    for (const [name, section] of Object.entries(old)) {
      const text = Buffer.from(JSON.stringify(section), 'utf8')
      const hash = createHash('sha256').update(text).digest()
      bare.run("INSERT INTO blob(hash, codec, size, body) VALUES(?, 'json', ?, ?)", hash, text.length, text)
      for (const table of ['draft_section', 'revision_section']) {
        if (name === 'parts') {
          // However many blocks the parts are today, here they are one.
          bare.run(`DELETE FROM ${table} WHERE name LIKE 'parts/%' AND name NOT LIKE 'parts/00000/%'`)
          bare.run(`UPDATE ${table} SET name = ? WHERE name LIKE 'parts/%'`, storedName('parts'))
        }
        bare.run(`UPDATE ${table} SET hash = ? WHERE name = ?`, hash, storedName(name))
      }
    }
    expect(bare.all("SELECT name FROM draft_section WHERE name LIKE 'parts%'")).toEqual([{ name: storedName('parts') }])
    bare.run('UPDATE draft SET format = 1')
    bare.run('UPDATE revision SET format = 1')
    bare.close()
    const { library } = openedLibrary({ folder })
    const { plan } = valueOf(library.openPlan('pl-smplbd'))
    expect(plan).toEqual(samplePlan())
    expect(plan.version).toBe(planDocumentVersion)
    expect(valueOf(library.revisionPlan('pl-smplbd', id))).toEqual(samplePlan())
    valueOf(library.apply('pl-smplbd', titled('Edited')))
    valueOf(library.checkpoint('pl-smplbd'))
    const after = openedDatabase(join(folder, 'planner.db'))
    expect(after.row('SELECT format FROM draft')).toEqual({ format: planDocumentVersion })
    after.close()
  })

  it('keeps the steps of its journal and what can be undone, with what parts have got since', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    const { library: first } = openedLibrary({ folder })
    valueOf(first.openPlan('pl-smplbd'))
    const [one, two] = samplePlan().parts.slice(0, 2) as [Part, Part]
    valueOf(first.apply('pl-smplbd', { kind: 'do', command: { kind: 'delete-parts', ids: [one.id] } }))
    valueOf(first.close())
    const bare = openedDatabase(join(folder, 'planner.db'))
    // As version 1 would have it after a crash: a step in the journal with a part that has no overrides.
    const added = { kind: 'do', command: { kind: 'add-parts', items: [without({ ...two, id: 'p-bcdfgh', partNumber: 'NEW-1' }, 'overrides')], places: null } }
    bare.run("INSERT INTO journal(plan_id, seq, at, command) VALUES('pl-smplbd', 2, 0, ?)", JSON.stringify(added))
    bare.run('UPDATE draft SET format = 1')
    bare.close()
    const { library } = openedLibrary({ folder })
    const opened = valueOf(library.openPlan('pl-smplbd'))
    expect(opened.plan.parts.find((part) => part.partNumber === 'NEW-1')).toEqual({ ...two, id: 'p-bcdfgh', partNumber: 'NEW-1' })
    expect(opened).toMatchObject({ undoLabel: 'Add 1 part' })
    valueOf(library.apply('pl-smplbd', { kind: 'undo' }))
    valueOf(library.apply('pl-smplbd', { kind: 'undo' }))
    expect(valueOf(library.planDocument('pl-smplbd'))).toEqual(samplePlan())
  })

  it('of a newer format is refused by name, and stays', () => {
    const folder = temporaryFolder()
    libraryWithSample(folder)
    const bare = openedDatabase(join(folder, 'planner.db'))
    bare.run('UPDATE draft SET format = 99')
    bare.close()
    const { library } = openedLibrary({ folder })
    expect(library.openPlan('pl-smplbd')).toMatchObject({ ok: false, problem: { kind: 'newer-plan', version: 99, sentence: expect.stringContaining('update Lodestock') as string } })
    expect(valueOf(library.plans())).toMatchObject([{ id: 'pl-smplbd', partCount: 24 }])
  })
})
