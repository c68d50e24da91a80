import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { planLibrary } from '../../electron/storage/plan-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'

const pageBytes = 4096

/** A library of three plans with revisions, closed; and the states its plans have had. */
function filledLibrary(folder: string): { readonly path: string; readonly states: ReadonlyMap<string, readonly PlanDocument[]> } {
  const { library } = openedLibrary({ folder })
  const states = new Map<string, PlanDocument[]>()
  for (const name of ['One', 'Two', 'Three']) {
    const { id } = valueOf(library.createPlan({ title: name, plan: { ...samplePlan(), title: name } }))
    const seen = [valueOf(library.openPlan(id)).plan]
    for (let version = 1; version <= 4; version++) {
      const fields = { note: `${name} ${version} ${'lorem '.repeat(400)}`.slice(0, 1900), onHand: version }
      valueOf(library.apply(id, { kind: 'do', command: { kind: 'change-parts', changes: [{ id: samplePlan().parts[version]?.id ?? '', fields }] } }))
      valueOf(library.apply(id, titled(`${name} ${version}`)))
      const { plan } = valueOf(library.openPlan(id))
      // Without its last step, and as it is: the last but one and the last state.
      seen.push({ ...plan, title: seen.at(-1)?.title ?? '' }, plan)
      valueOf(library.nameRevision(id, `Version ${version}`))
    }
    states.set(id, seen)
  }
  valueOf(library.close())
  return { path: library.path, states }
}

function destroyPage(path: string, page: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page * pageBytes)
  closeSync(file)
}

describe('a damaged library', () => {
  it('is set aside as it is and salvaged, whichever page was destroyed; nothing is made up', () => {
    const model = temporaryFolder()
    const { path, states } = filledLibrary(model)
    const pages = statSync(path).size / pageBytes
    expect(pages).toBeGreaterThan(25)
    // The first pages hold the tables of tables; of the rest every third is tried.
    const tried = Array.from({ length: pages }, (_, page) => page).filter((page) => page < 8 || page % 3 === 0)
    let recovered = 0
    let partly = 0
    for (const page of tried) {
      const folder = join(temporaryFolder(), 'data')
      mkdirSync(folder)
      copyFileSync(path, join(folder, 'planner.db'))
      destroyPage(join(folder, 'planner.db'), page)
      const damaged = readFileSync(join(folder, 'planner.db'))
      const { library, recovery } = openedLibrary({ folder })
      const sentence = recovery?.sentence ?? ''
      if (recovery === null) {
        // A page that nothing uses, or content that only its hash can judge.
        for (const { id } of valueOf(library.plans())) {
          const opened = library.openPlan(id)
          if (!opened.ok) expect(opened.problem).toMatchObject({ kind: 'plan-damaged', sentence: expect.stringMatching(/^This plan is damaged: .*\. Restore an earlier version of it, or a backup of the library\.$/) as string })
        }
      } else {
        expect(sentence).toMatch(/^The plan library was damaged\. The damaged file lies in .*; \d plans? (was|were) recovered from it/)
        expect(readFileSync(join(recovery.setAsideFolder ?? '', 'planner.db')).equals(damaged)).toBe(true)
        for (const { planId, loss } of recovery.plans) {
          const { plan } = valueOf(library.openPlan(planId))
          const seen = states.get(planId)?.map((state) => ({ ...state, id: planId })) ?? []
          if (loss === null) expect([page, seen]).toEqual([page, expect.arrayContaining([plan])])
          else {
            partly += 1
            const strange = plan.parts.filter((part) => !seen.some(({ parts }) => parts.some((each) => isDeepStrictEqual(each, part))))
            expect([page, strange.map(({ id }) => id)]).toEqual([page, []])
            const whole = (['assemblies', 'timeline', 'scenarios', 'settings'] as const).filter((name) => !loss.sections.includes(name))
            expect([page, whole.filter((name) => !seen.some((state) => isDeepStrictEqual(state[name], plan[name])))]).toEqual([page, []])
            if (loss.partCount !== null) expect([page, plan.parts.length + loss.partCount]).toEqual([page, samplePlan().parts.length])
          }
          for (const { id } of valueOf(library.revisions(planId))) valueOf(library.revisionPlan(planId, id))
          recovered += 1
        }
      }
      valueOf(library.close())
    }
    // On average most of the plans survive one destroyed page.
    expect(recovered).toBeGreaterThan(tried.length)
    expect(partly).toBeGreaterThan(0)
  }, 60_000)

  it.each([
    { what: 'is no database at all', damage: (path: string) => writeFileSync(path, 'These are not the bytes of a database.'.repeat(200)) },
    { what: 'was cut off', damage: (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)) },
  ])('that $what is set aside, and its backup restored', async ({ damage }) => {
    const folder = temporaryFolder()
    const { path, states } = filledLibrary(folder)
    const before = openedLibrary({ folder }).library
    const backup = valueOf(await before.backUp()) ?? ''
    valueOf(before.close())
    damage(path)
    const { library, recovery } = openedLibrary({ folder })
    expect(recovery?.sentence).toContain(`If something is missing, restore the backup ${backup}.`)
    const { replacedFolder } = valueOf(library.restoreBackup(backup))
    expect(existsSync(join(replacedFolder, 'planner.db'))).toBe(true)
    expect(valueOf(library.plans()).map(({ id }) => id).toSorted()).toEqual([...states.keys()].toSorted())
    for (const [id, seen] of states) expect(valueOf(library.openPlan(id)).plan).toEqual(seen.at(-1))
  })

  it('says when its file has gone although there are backups', async () => {
    const folder = temporaryFolder()
    const { path } = filledLibrary(folder)
    const before = openedLibrary({ folder }).library
    const backup = valueOf(await before.backUp()) ?? ''
    valueOf(before.close())
    for (const name of readdirSync(folder)) if (name.startsWith('planner.db')) truncateSync(join(folder, name), 0)
    const { library, recovery } = openedLibrary({ folder })
    expect(recovery?.sentence).toBe(`There was no plan library in ${folder}, although there are backups of one, so a new one was begun. Restore the backup ${backup} to have your plans back.`)
    expect(valueOf(library.plans())).toEqual([])
    expect(path).toBe(library.path)
  })

  it('that was cut short in a change, where there is no write-ahead log, is no damaged one', () => {
    const [folder, crashed] = [temporaryFolder(), join(temporaryFolder(), 'data')]
    const { path, states } = filledLibrary(folder)
    const bare = openedDatabase(path)
    bare.script('PRAGMA journal_mode=DELETE; PRAGMA cache_size=2; BEGIN; UPDATE blob SET body = zeroblob(length(body) + 9000)')
    mkdirSync(crashed)
    for (const ending of ['', '-journal']) copyFileSync(`${path}${ending}`, join(crashed, `planner.db${ending}`))
    expect(readFileSync(join(crashed, 'planner.db')).equals(readFileSync(path))).toBe(true)
    bare.script('ROLLBACK')
    bare.close()
    const { library, recovery } = openedLibrary({ folder: crashed })
    expect(recovery).toBeNull()
    for (const [id, seen] of states) expect(valueOf(library.openPlan(id)).plan).toEqual(seen.at(-1))
  })

  it("of which only one plan's content is wrong names that plan, and brings it back from an earlier version", () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const { id } = valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
    valueOf(library.openPlan(id))
    const { id: revisionId } = valueOf(library.nameRevision(id, 'Good'))
    valueOf(library.apply(id, { kind: 'do', command: { kind: 'delete-parts', ids: ['p-trctns'] } }))
    valueOf(library.closePlan(id))
    // Bytes that change in place leave the tables sound: only the hash of the content tells.
    const bare = openedDatabase(library.path)
    bare.run("UPDATE blob SET body = zeroblob(length(body)) WHERE hash = (SELECT hash FROM draft_section WHERE plan_id = ? AND name LIKE 'parts%')", id)
    bare.close()
    expect(library.openPlan(id)).toMatchObject({ ok: false, problem: { kind: 'plan-damaged', sentence: 'This plan is damaged: some of its parts cannot be read. Restore an earlier version of it, or a backup of the library.' } })
    const restored = valueOf(library.restoreRevision(id, revisionId))
    expect(restored.plan).toEqual(samplePlan())
    valueOf(library.apply(id, titled('Goes on'), restored.seq))
    valueOf(library.close())
    const again = openedLibrary({ folder }).library
    expect(valueOf(again.openPlan(id)).plan).toEqual({ ...samplePlan(), title: 'Goes on' })
  })

  it('stores a section again whose stored bytes were damaged', () => {
    const { library } = openedLibrary({ folder: temporaryFolder() })
    valueOf(library.createPlan({ title: 'First', plan: samplePlan() }))
    const bare = openedDatabase(library.path)
    bare.run('UPDATE blob SET body = zeroblob(length(body))')
    bare.close()
    const { id } = valueOf(library.createPlan({ title: 'Second', plan: samplePlan() }))
    expect(valueOf(library.openPlan(id)).plan).toEqual({ ...samplePlan(), id, title: 'Second' })
  })
})

describe('a library that is not ours to change', () => {
  it.each([
    { what: 'from a newer version', sql: 'PRAGMA user_version=99', kind: 'newer-library', says: /made by a newer Lodestock \(library version 99; this program knows \d+\)\. Update Lodestock to open it; the file was left as it is\.$/ },
    { what: 'of another program', sql: 'PRAGMA application_id=12345', kind: 'not-ours', says: /is a database of another program\. Choose another folder for your plans; the file was left as it is\.$/ },
  ])('$what is refused and left byte for byte as it is', ({ sql, kind, says }) => {
    const folder = temporaryFolder()
    const { path } = filledLibrary(folder)
    const bare = openedDatabase(path)
    bare.script(`${sql}; PRAGMA journal_mode=DELETE`)
    bare.close()
    const before = readFileSync(path)
    const names = readdirSync(folder).toSorted()
    expect(planLibrary({ folder })).toMatchObject({ ok: false, problem: { kind, sentence: expect.stringMatching(says) as string } })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(names)
    // And the lock has been given back.
    expect(planLibrary({ folder })).toMatchObject({ ok: false, problem: { kind } })
  })
})
