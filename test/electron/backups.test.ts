import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsToDelete, type DatedBackup } from '../../electron/storage/backups'
import { restoreLibraryBackup } from '../../electron/storage/library-restore'
import { samplePlan } from '../../shared/sample/sample-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const dayMs = 86_400_000
const start = Date.parse('2026-11-23T08:00:00Z')

function backup(day: string, beforeVersion: number | null = null): DatedBackup {
  return { path: `planner-${day}.db`, day, beforeVersion, createdAt: Date.parse(day), size: 1 }
}

describe('backUp', () => {
  it('makes one backup a day, and another when asked', async () => {
    const clock = { now: start }
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder, now: () => clock.now })
    expect(valueOf(await library.backUp())).toBe(join(folder, 'backups', 'planner-2026-11-23.db'))
    expect(valueOf(await library.backUp())).toBeNull()
    expect(valueOf(await library.backUp({ isAsked: true }))).toBe(join(folder, 'backups', 'planner-2026-11-23.db'))
    clock.now += dayMs
    expect(valueOf(await library.backUp())).toBe(join(folder, 'backups', 'planner-2026-11-24.db'))
    expect(valueOf(library.backups())).toMatchObject([{ path: expect.stringContaining('11-24') as string }, { path: expect.stringContaining('11-23') as string }])
  })

  it('copies while edits go on, and the copy is sound', async () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const { id } = valueOf(library.createPlan({ title: 'A', plan: samplePlan() }))
    valueOf(library.openPlan(id))
    const under = library.backUp()
    for (let count = 0; count < 50; count++) {
      valueOf(library.apply(id, titled(`Title ${count}`)))
      if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const path = valueOf(await under) ?? ''
    expect(valueOf(library.openPlan(id))).toMatchObject({ seq: 50, plan: { title: 'Title 49' } })
    valueOf(library.close())
    valueOf(restoreLibraryBackup({ folder, backup: path, now: start }))
    const { plan } = valueOf(openedLibrary({ folder }).library.openPlan(id))
    expect(plan.title).toMatch(/^(A|Title \d+)$/)
  })

  it('leaves nothing half made where it cannot write', async () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    expect(await library.backUp({ isAsked: true })).toMatchObject({ ok: false, problem: { kind: 'file-error', sentence: expect.stringMatching(/\.$/) as string } })
    valueOf(library.plans())
  })
})

describe('restoreBackup', () => {
  it('brings the library back as it was, and sets the present one aside', async () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const { id } = valueOf(library.createPlan({ title: 'Before', plan: samplePlan() }))
    const path = valueOf(await library.backUp()) ?? ''
    valueOf(library.openPlan(id))
    valueOf(library.apply(id, titled('After')))
    const { replacedFolder } = valueOf(library.restoreBackup(path))
    expect(library.apply(id, titled('Late'))).toMatchObject({ ok: false, problem: { kind: 'plan-not-open' } })
    expect(valueOf(library.openPlan(id))).toMatchObject({ seq: 0, plan: { title: 'Before' } })
    valueOf(library.apply(id, titled('Again')))
    valueOf(library.close())
    // What was set aside is a whole library.
    valueOf(restoreLibraryBackup({ folder, backup: join(replacedFolder, 'planner.db'), now: start }))
    expect(valueOf(openedLibrary({ folder }).library.openPlan(id)).plan.title).toBe('After')
  })

  it.each([
    { what: 'is no backup of this library', make: (folder: string) => join(folder, 'planner.db'), why: 'it is not in the list of backups' },
    { what: 'is not sound', make: (folder: string) => join(folder, 'backups', 'planner-2020-01-01.db'), why: 'file is not a database' },
  ])('refuses a file that $what, and goes on as before', async ({ make, why }) => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const { id } = valueOf(library.createPlan({ title: 'Stays' }))
    valueOf(library.openPlan(id))
    valueOf(await library.backUp())
    writeFileSync(join(folder, 'backups', 'planner-2020-01-01.db'), 'no database '.repeat(1000))
    expect(library.restoreBackup(make(folder))).toMatchObject({ ok: false, problem: { kind: 'backup-unusable', sentence: expect.stringContaining(why) as string } })
    valueOf(library.apply(id, titled('Still open')))
    expect(readdirSync(folder).filter((name) => name.startsWith('replaced'))).toEqual([])
  })

  it('is refused from outside while somebody has the library', () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    valueOf(library.plans())
    const copy = join(folder, 'copy.db')
    writeFileSync(copy, '')
    utimesSync(copy, 0, 0)
    expect(restoreLibraryBackup({ folder, backup: copy, now: start })).toMatchObject({ ok: false, problem: { kind: 'backup-unusable' } })
  })
})

describe('backupsToDelete', () => {
  it('keeps seven days, the newest of each of four weeks, and three from before migrations', () => {
    // 60 days back from Monday 23 November 2026.
    const daily = Array.from({ length: 60 }, (_, index) => backup(new Date(start - index * dayMs).toISOString().slice(0, 10)))
    const migrations = ['2026-11-01', '2026-10-01', '2026-09-01', '2026-08-01'].map((day, index) => backup(day, 9 - index))
    const gone = new Set(backupsToDelete([...daily, ...migrations].toReversed()))
    const kept = [...daily, ...migrations].filter((one) => !gone.has(one)).map(({ day }) => day)
    // 17 to 23 November; the Sundays that end the weeks before (22 is among the seven days); the three newest migrations.
    expect(kept).toEqual(['2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-15', '2026-11-08', '2026-11-01', '2026-10-01', '2026-09-01'])
  })
})
