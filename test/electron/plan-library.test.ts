import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partBlocks } from '../../electron/storage/part-blocks'
import { planLibrary } from '../../electron/storage/plan-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import { samplePlan } from '../../shared/sample/sample-plan'
import { killRound } from './kill-round'
import { libraryChild, openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const dayMs = 86_400_000
const start = Date.parse('2026-11-23T08:00:00Z')

/** A library with the sample plan open in it, on a clock that stands still until it is set. */
function sampleLibrary(options: { readonly folder?: string; readonly stepsPerCheckpoint?: number } = {}) {
  const clock = { now: start }
  const folder = options.folder ?? temporaryFolder()
  const { library } = openedLibrary({ folder, now: () => clock.now, ...(options.stepsPerCheckpoint === undefined ? {} : { stepsPerCheckpoint: options.stepsPerCheckpoint }) })
  const { id } = valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
  valueOf(library.openPlan(id))
  return { folder, library, id, clock }
}

describe('planLibrary', () => {
  it('makes, lists and opens plans', () => {
    const { library } = openedLibrary({ folder: join(temporaryFolder(), 'deeper', 'still') })
    const made = valueOf(library.createPlan({ title: 'Magnets 2027' }))
    expect(valueOf(library.plans())).toEqual([expect.objectContaining({ id: made.id, name: 'Magnets 2027', partCount: 0, trashedAt: null })])
    expect(valueOf(library.openPlan(made.id))).toMatchObject({ plan: { id: made.id, title: 'Magnets 2027' }, seq: 0, undoLabel: null, redoLabel: null })
  })

  it('keeps the id of a plan that is imported once, and gives another the second time', () => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    const of = { title: 'Imported', plan: samplePlan(), importedFrom: 'magnets.lodestock' }
    const [first, second] = [valueOf(library.createPlan(of)), valueOf(library.createPlan(of))]
    expect(first).toMatchObject({ id: samplePlan().id, partCount: 24 })
    expect(second.id).not.toBe(first.id)
    expect(valueOf(library.revisions(first.id))).toMatchObject([{ number: 1, kind: 'import', label: 'magnets.lodestock' }])
  })

  it('has every acknowledged step after a crash, from the journal', () => {
    const folder = temporaryFolder()
    const { library, id } = sampleLibrary({ folder, stepsPerCheckpoint: 3 })
    for (const title of ['A', 'B', 'C', 'D', 'E']) valueOf(library.apply(id, titled(title)))
    // What a crash leaves: the files as they are, without a word of goodbye.
    const copy = temporaryFolder()
    const bare = openedDatabase(library.path)
    bare.run('VACUUM INTO ?', join(copy, 'planner.db'))
    expect(bare.row('SELECT count(*) AS count FROM journal')).toEqual({ count: 2 })
    bare.close()
    const again = openedLibrary({ folder: copy }).library
    expect(valueOf(again.plans())[0]?.name).toBe('E')
    expect(valueOf(again.openPlan(id))).toMatchObject({ seq: 5, plan: { title: 'E' } })
  })

  it('undoes and redoes across restarts', () => {
    const { folder, library, id } = sampleLibrary()
    for (const title of ['A', 'B', 'C']) valueOf(library.apply(id, titled(title)))
    valueOf(library.apply(id, { kind: 'undo' }))
    valueOf(library.close())
    const second = openedLibrary({ folder }).library
    expect(valueOf(second.openPlan(id))).toMatchObject({ plan: { title: 'B' }, undoLabel: 'Change the title', redoLabel: 'Change the title' })
    valueOf(second.apply(id, { kind: 'redo' }))
    for (let count = 0; count < 3; count++) valueOf(second.apply(id, { kind: 'undo' }))
    valueOf(second.close())
    const third = openedLibrary({ folder }).library
    expect(valueOf(third.openPlan(id))).toMatchObject({ plan: samplePlan(), undoLabel: null })
    expect(third.apply(id, { kind: 'undo' })).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind: 'nothing-to-undo' } } })
  })

  it('writes the sections after so many steps and empties the journal', () => {
    const { library, id } = sampleLibrary({ stepsPerCheckpoint: 4 })
    for (const title of ['A', 'B', 'C', 'D', 'E']) valueOf(library.apply(id, titled(title)))
    const bare = openedDatabase(library.path)
    expect(bare.all('SELECT seq FROM journal')).toEqual([{ seq: 5 }])
    expect(bare.row('SELECT seq FROM draft')).toEqual({ seq: 4 })
    bare.close()
  })

  it('stores a section once however many revisions have it, and sweeps what nothing refers to', () => {
    const { library, id } = sampleLibrary()
    const bare = openedDatabase(library.path)
    const count = (): unknown => bare.row<{ readonly count: number }>("SELECT count(*) AS count FROM blob WHERE hash NOT IN (SELECT hash FROM draft_section WHERE name LIKE 'past/%' OR name LIKE 'future/%')")?.count
    const before = Number(count())
    expect(before).toBe(4 + partBlocks(samplePlan().parts).length)
    for (const title of ['A', 'B']) {
      valueOf(library.apply(id, titled(title)))
      valueOf(library.nameRevision(id, title))
    }
    expect(count()).toBe(before + 1)
    valueOf(library.apply(id, titled('C')))
    valueOf(library.checkpoint(id))
    valueOf(library.apply(id, titled('D')))
    valueOf(library.checkpoint(id))
    expect(count()).toBe(before + 2)
    bare.close()
  })

  it('names, lists and restores revisions; a restore can be undone', () => {
    const { library, id } = sampleLibrary()
    const before = valueOf(library.nameRevision(id, 'As agreed'))
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'delete-parts', ids: samplePlan().parts.map((part) => part.id) } }))
    const restored = valueOf(library.restoreRevision(id, before.id))
    expect(restored).toMatchObject({ plan: samplePlan(), undoLabel: 'Restore version 1' })
    expect(valueOf(library.revisions(id)).map(({ kind, label, number }) => ({ kind, label, number }))).toEqual([
      { kind: 'restore', label: 'Restored no. 1', number: 3 },
      { kind: 'auto', label: null, number: 2 },
      { kind: 'manual', label: 'As agreed', number: 1 },
    ])
    valueOf(library.apply(id, { kind: 'undo' }))
    expect(valueOf(library.openPlan(id)).plan.parts).toEqual([])
    expect(valueOf(library.revisionPlan(id, before.id))).toEqual(samplePlan())
  })

  it('keeps an automatic revision on closing when something changed, and none when nothing did', () => {
    const { library, id } = sampleLibrary()
    valueOf(library.nameRevision(id, 'First'))
    valueOf(library.closePlan(id))
    expect(valueOf(library.revisions(id))).toHaveLength(1)
    valueOf(library.openPlan(id))
    valueOf(library.apply(id, titled('A')))
    valueOf(library.closePlan(id))
    expect(valueOf(library.revisions(id)).map((revision) => revision.kind)).toEqual(['auto', 'manual'])
  })

  it('clears away automatic revisions and what only they had', () => {
    const { library, id, clock } = sampleLibrary()
    valueOf(library.nameRevision(id, 'For good'))
    for (let index = 0; index < 100; index++) {
      clock.now += 11 * 60_000
      valueOf(library.apply(id, titled(`Title ${index}`)))
      valueOf(library.checkpoint(id))
    }
    const revisions = valueOf(library.revisions(id))
    expect(revisions.length).toBeGreaterThan(20)
    expect(revisions.length).toBeLessThan(50)
    expect(revisions.at(-1)).toMatchObject({ kind: 'manual', label: 'For good' })
    for (const revision of revisions) expect(library.revisionPlan(id, revision.id).ok).toBe(true)
  })

  it('duplicates a plan with its latest edits', () => {
    const { library, id } = sampleLibrary()
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'verify-timeline', date: '2026-11-23' } }))
    const copy = valueOf(library.duplicatePlan(id, 'The copy'))
    const { plan } = valueOf(library.openPlan(copy.id))
    expect(plan).toEqual({ ...samplePlan(), id: copy.id, title: 'The copy', timeline: { ...samplePlan().timeline, verifiedDate: '2026-11-23' } })
  })

  it('puts plans into the trash, recovers them, and forgets them after 30 days', () => {
    const { folder, library, id, clock } = sampleLibrary()
    expect(library.purgePlan(id)).toMatchObject({ ok: false, problem: { kind: 'plan-not-in-trash' } })
    valueOf(library.trashPlan(id))
    expect(library.openPlan(id)).toMatchObject({ ok: false, problem: { kind: 'plan-in-trash' } })
    expect(library.apply(id, titled('A'))).toMatchObject({ ok: false, problem: { kind: 'plan-not-open' } })
    valueOf(library.recoverPlan(id))
    expect(valueOf(library.openPlan(id)).plan).toEqual(samplePlan())
    valueOf(library.trashPlan(id))
    valueOf(library.close())
    for (const [days, count] of [[29, 1], [31, 0]] as const) {
      const later = openedLibrary({ folder, now: () => clock.now + days * dayMs }).library
      expect(valueOf(later.plans())).toHaveLength(count)
      valueOf(later.close())
    }
    const bare = openedDatabase(library.path)
    expect(bare.row('SELECT count(*) AS count FROM blob')).toEqual({ count: 0 })
    bare.close()
  })

  it('keeps settings and recent files', () => {
    const { library, clock } = sampleLibrary()
    valueOf(library.storeSetting('theme', { dark: true }))
    valueOf(library.storeSetting('theme', { dark: false }))
    expect(valueOf(library.setting('theme'))).toEqual({ dark: false })
    expect(valueOf(library.setting('nothing'))).toBeNull()
    for (let index = 0; index < 25; index++) {
      clock.now += 1
      valueOf(library.noteRecentFile(`/plans/${index}`))
    }
    const recent = valueOf(library.recentFiles())
    expect([recent.length, recent[0]?.path]).toEqual([20, '/plans/24'])
  })

  it.each([
    { description: 'a plan that is not there', act: ({ library }: Sample) => library.openPlan('pl-zzzzzz'), kind: 'plan-missing' },
    { description: 'a step in a plan that is not open', act: ({ library }: Sample) => library.apply('pl-zzzzzz', titled('A')), kind: 'plan-not-open' },
    { description: 'a command that does not fit', act: ({ library, id }: Sample) => library.apply(id, titled('')), kind: 'refused' },
    { description: 'no step at all', act: ({ library, id }: Sample) => library.apply(id, { kind: 'do', command: null } as never), kind: 'refused' },
    { description: 'a step after another state', act: ({ library, id }: Sample) => library.apply(id, titled('A'), 7), kind: 'out-of-step' },
    { description: 'a revision that is not there', act: ({ library, id }: Sample) => library.restoreRevision(id, 99), kind: 'revision-missing' },
    { description: 'a revision without a name', act: ({ library, id }: Sample) => library.nameRevision(id, ''), kind: 'name-out-of-range' },
    { description: 'a title that is too long', act: ({ library }: Sample) => library.createPlan({ title: 'x'.repeat(201) }), kind: 'name-out-of-range' },
    { description: 'content that is no plan', act: ({ library }: Sample) => library.createPlan({ title: 'A', plan: { parts: 3 } }), kind: 'not-a-plan' },
    { description: 'anything once it is closed', act: ({ library }: Sample) => { library.close(); return library.plans() }, kind: 'closed' },
  ])('refuses $description in a sentence', ({ act, kind }) => {
    const result = act(sampleLibrary())
    expect(result).toMatchObject({ ok: false, problem: { kind, sentence: expect.stringMatching(/\.$/) as string } })
  })

  it('keeps a title with a NUL, at which SQLite stops counting letters', () => {
    const { library, id } = sampleLibrary()
    valueOf(library.apply(id, titled('\0')))
    expect(valueOf(library.openPlan(id)).plan.title).toBe('\0')
  })

  it('tells a second process who has the library, and lets it in when the first has been killed', async () => {
    const folder = temporaryFolder()
    const { child, said } = await libraryChild(folder)
    expect(said.kind).toBe('opened')
    const refused = planLibrary({ folder })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'held', pid: child.pid, since: expect.stringMatching(/^20/) as string } })
    expect(refused.ok ? '' : refused.problem.sentence).toContain(`process ${child.pid} on `)
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
    expect(openedLibrary({ folder }).recovery).toBeNull()
  }, 20_000)

  it('refuses a second library in the same process', () => {
    const { folder } = sampleLibrary()
    expect(planLibrary({ folder })).toMatchObject({ ok: false, problem: { kind: 'held', pid: process.pid } })
  })

  it.skipIf(process.platform === 'win32')('says that a folder is read-only, and leaves the library in it as it is', async () => {
    const { folder, library, id } = sampleLibrary()
    valueOf(library.close())
    chmodSync(folder, 0o555)
    // Nothing is read-only for root, so somebody else opens it then.
    const { said } = await libraryChild(folder, process.getuid?.() === 0 ? { uid: 65_534 } : {})
    chmodSync(folder, 0o755)
    expect(said).toMatchObject({ kind: 'folder-read-only', sentence: expect.stringContaining('cannot be written') as string })
    expect(valueOf(openedLibrary({ folder }).library.openPlan(id)).plan).toEqual(samplePlan())
  }, 20_000)

  it('names a full disk, keeps the plan as it was, and goes on when there is room', () => {
    const folder = temporaryFolder()
    const { library: roomy } = openedLibrary({ folder })
    const { id } = valueOf(roomy.createPlan({ title: samplePlan().title, plan: samplePlan() }))
    valueOf(roomy.close())
    const { library } = openedLibrary({ folder, mostPages: 60, stepsPerCheckpoint: 1000 })
    valueOf(library.openPlan(id))
    const note = (index: number) =>
      library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: [{ id: samplePlan().parts[0]?.id ?? '', fields: { note: `${index}`.padEnd(15_000, 'x') } }] } })
    let count = 0
    let answer = note(count)
    while (answer.ok && count < 100) answer = note(++count)
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'disk-full', sentence: expect.stringContaining('full') as string } })
    expect(valueOf(library.openPlan(id))).toMatchObject({ seq: count })
    library.close()
    const { library: again, recovery } = openedLibrary({ folder })
    expect(recovery).toBeNull()
    expect(valueOf(again.openPlan(id))).toMatchObject({ seq: count })
    valueOf(again.apply(id, titled('There is room')))
  })

  it('loses no acknowledged step when it is killed at random moments', async () => {
    const folder = temporaryFolder()
    let acknowledged = 0
    for (let round = 0; round < 8; round++) {
      const result = await killRound(folder, Math.random() * 150)
      expect(result.faults).toEqual([])
      acknowledged += result.acknowledged
    }
    expect(acknowledged).toBeGreaterThan(8)
  }, 60_000)
})

type Sample = ReturnType<typeof sampleLibrary>
