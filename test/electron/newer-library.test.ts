import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { runCommandLine } from '../../electron/cli'
import { openedPlanner } from '../../electron/services/opened-planner'
import type { PlannerServices } from '../../electron/services/planner-services'
import { newerLibraryPlan } from '../../electron/storage/newer-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import { readPlanFile } from '../../shared/csv/plan-file'
import { plannerVerbs } from '../../shared/ipc/planner-arguments'
import { parsePlanJson } from '../../shared/plan/plan-migrations'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'
import { answered, testHost } from './planner-fixture'

/**
 * A library with the sample, of which the last step is in the journal only, left by a crash of a newer program: what it
 * wrote last is in the write-ahead log. `change` is what the newer program has done to it.
 */
function newerFolder(change: string): string {
  const [folder, crashed] = [temporaryFolder(), join(temporaryFolder(), 'data')]
  const { library } = openedLibrary({ folder })
  valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
  valueOf(library.createPlan({ title: 'Gone' }))
  valueOf(library.trashPlan(valueOf(library.plans()).find(({ name }) => name === 'Gone')?.id ?? ''))
  valueOf(library.openPlan('pl-smplbd'))
  valueOf(library.apply('pl-smplbd', titled('Once')))
  valueOf(library.checkpoint('pl-smplbd'))
  valueOf(library.apply('pl-smplbd', titled('Twice')))
  valueOf(library.apply('pl-smplbd', { kind: 'undo' }))
  valueOf(library.apply('pl-smplbd', { kind: 'undo' }))
  valueOf(library.apply('pl-smplbd', titled('Last')))
  const bare = openedDatabase(library.path)
  bare.script(`PRAGMA user_version=99; ${change}`)
  mkdirSync(crashed)
  for (const ending of ['', '-wal']) copyFileSync(`${library.path}${ending}`, join(crashed, `planner.db${ending}`))
  bare.close()
  return crashed
}

/** The bytes of a library and of its write-ahead log. */
function bytesIn(folder: string): readonly (string | null)[] {
  return ['planner.db', 'planner.db-wal'].map((name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)).toString('base64') : null))
}

function servicesOn(folder: string): PlannerServices {
  const { services, library } = valueOf(openedPlanner({ folder, host: testHost('local-page') }))
  expect(library).toBeNull()
  return services
}

const readBack = (text: string): PlanDocument => {
  const read = readPlanFile(text, { idMaker: () => 'p-bcdfgh' })
  if (!read.ok || read.value.plan === null) throw new Error(JSON.stringify(read))
  return read.value.plan
}

describe('a look at a newer library', () => {
  const closed = (name: string): string => {
    const folder = join(temporaryFolder(), name)
    const { library } = openedLibrary({ folder })
    valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
    valueOf(library.close())
    const bare = openedDatabase(library.path)
    bare.script('PRAGMA user_version=99')
    bare.close()
    return folder
  }

  it.each([
    { what: 'that was closed', made: () => closed('data') },
    { what: 'in a folder with a name for people', made: () => closed('Pläne #2 (100 % ok) 磁石') },
    { what: 'that a crash has left', made: () => newerFolder('') },
  ])('$what leaves nothing beside it', async ({ made }) => {
    const folder = made()
    // Copies are made where temporary files go.
    vi.stubEnv('TMPDIR', temporaryFolder())
    onTestFinished(() => void vi.unstubAllEnvs())
    const [names, bytes] = [readdirSync(folder).filter((name) => !name.startsWith('library.')), bytesIn(folder)]
    const services = servicesOn(folder)
    expect(answered(await services('plans', {}))).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'pl-smplbd' })]))
    answered(await services('planFile', { planId: 'pl-smplbd', revisionId: null, decimal: 'point' }))
    expect(readdirSync(folder).filter((name) => !name.startsWith('library.'))).toEqual(names)
    expect(bytesIn(folder)).toEqual(bytes)
    expect(readdirSync(tmpdir())).toEqual([])
  })
})

type Written = { readonly fileName: string; readonly bytesBase64: string; readonly notices?: readonly string[] }

async function written(services: PlannerServices, planId = 'pl-smplbd'): Promise<Written & { readonly text: string }> {
  const file: Written = answered(await services('planFile', { planId, revisionId: null, decimal: 'point' }))
  return { ...file, text: Buffer.from(file.bytesBase64, 'base64').toString('utf8') }
}

describe('a library from a newer version', () => {
  it.each([
    { what: 'of the same tables', change: '' },
    { what: 'with a table, a column and a setting more', change: 'CREATE TABLE supplier(id TEXT PRIMARY KEY) STRICT; ALTER TABLE plan ADD COLUMN colour TEXT; INSERT INTO setting VALUES(\'x\', \'1\')' },
  ])('$what is listed and its plans come out whole, with what stood in its log; not a byte changes', async ({ change }) => {
    const folder = newerFolder(change)
    const before = bytesIn(folder)
    expect(before[1]).not.toBeNull()
    const services = servicesOn(folder)
    const plans: readonly { readonly name: string; readonly trashedAt: number | null }[] = answered(await services('plans', {}))
    expect(plans.map(({ name, trashedAt }) => [name, trashedAt !== null]).toSorted()).toEqual([['Gone', true], ['Last', false]])
    const file = await written(services)
    expect([file.fileName, file.notices]).toEqual(['Last.csv', undefined])
    const plan = readBack(file.text)
    expect({ ...plan, parts: plan.parts.length }).toMatchObject({ id: 'pl-smplbd', title: 'Last', parts: 24 })
    const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
    expect(plan.parts.toSorted(byId)).toEqual(samplePlan().parts.toSorted(byId))
    expect(bytesIn(folder)).toEqual(before)
  })

  it('answers every other verb with why, and writes nothing', async () => {
    const folder = newerFolder('')
    const before = bytesIn(folder)
    const services = servicesOn(folder)
    expect(await services('hostFacts', {})).toMatchObject({ ok: false, problem: { kind: 'newer-library', sentence: expect.stringMatching(/library version 99; .* Update Lodestock to open it; the file was left as it is\.$/) as string } })
    expect(await services('createPlan', { title: 'New', content: 'empty' })).toMatchObject({ ok: false, problem: { kind: 'newer-library' } })
    expect(await services('planFile', { planId: 'pl-zzzzzz', revisionId: null, decimal: 'comma' })).toMatchObject({ ok: false, problem: { kind: 'plan-missing' } })
    expect(await services('planFile', { planId: 'pl-smplbd', revisionId: 1, decimal: 'comma' })).toMatchObject({ ok: false, problem: { kind: 'newer-library' } })
    for (const verb of plannerVerbs) expect(await services(verb, 7)).toMatchObject({ ok: false })
    expect(await services('nothing', {})).toMatchObject({ ok: false, problem: { kind: 'unknown-verb' } })
    expect(bytesIn(folder)).toEqual(before)
  })

  it('gives a plan of a format it does not know as it is stored, with the last steps apart', async () => {
    const services = servicesOn(newerFolder('UPDATE draft SET format = 99'))
    const file = await written(services)
    expect(file.fileName).toBe('Last.json')
    expect(file.notices).toEqual([
      expect.stringMatching(/^This plan is in version 99 of the plan format and this program knows version \d+, so it was saved as it is stored, as JSON; a newer Lodestock is needed to open it\.$/),
      '4 changes were made last; the file has them apart, under stepsAfter.',
    ])
    const { title: _, version: __, ...rest } = samplePlan()
    expect(JSON.parse(file.text)).toEqual({ ...rest, version: 99, title: 'Once', stepsAfter: [titled('Twice'), { kind: 'undo' }, { kind: 'undo' }, titled('Last')] })
    // What this program says to that file, and a newer one would open.
    expect(parsePlanJson(file.text)).toMatchObject({ ok: false, problem: { kind: 'newer-version' } })
  })

  it('gives a plan with a section more as it is stored, and says so', async () => {
    const services = servicesOn(newerFolder("INSERT INTO draft_section SELECT plan_id, 'suppliers', hash FROM draft_section WHERE plan_id = 'pl-smplbd' AND name = 'scenarios'"))
    const { fileName, notices, text } = await written(services)
    expect([fileName, notices?.[0]]).toEqual(['Last.json', 'This plan holds what this program does not know, so it was saved as it is stored, as JSON; a newer Lodestock is needed to open it.'])
    expect(JSON.parse(text)).toMatchObject({ suppliers: samplePlan().scenarios, parts: samplePlan().parts })
  })

  it('gives a plan without the steps it does not know, and says how many', async () => {
    const services = servicesOn(newerFolder(`UPDATE journal SET command = '{"kind":"do","command":{"kind":"paint","colour":"red"}}' WHERE seq = 2`))
    const { notices, text } = await written(services)
    expect(notices).toEqual(['4 changes were made last in a way that this program does not know, and are not in the file. Update Lodestock to have everything.'])
    expect(readBack(text).title).toBe('Once')
  })

  it('says what is missing in a plan of which a section cannot be read', () => {
    const folder = newerFolder("UPDATE blob SET body = zeroblob(length(body)) WHERE hash IN (SELECT hash FROM draft_section WHERE plan_id = 'pl-smplbd' AND name LIKE 'parts%')")
    const { plan, stored, notices } = valueOf(newerLibraryPlan(join(folder, 'planner.db'), 'pl-smplbd'))
    expect(plan).toBeNull()
    expect(stored).toMatchObject({ title: 'Once', parts: [], scenarios: samplePlan().scenarios })
    expect(notices).toContain('These could not be read and are missing in the file: parts.')
  })

  it('of tables it does not know says that it cannot be read', async () => {
    const services = servicesOn(newerFolder('ALTER TABLE plan RENAME COLUMN name TO title'))
    expect(await services('plans', {})).toMatchObject({ ok: false, problem: { kind: 'newer-library-unreadable', sentence: expect.stringMatching(/are kept in a way that this program cannot read \(.*name.*\)\. Update Lodestock to open them; the file was left as it is\.$/) as string } })
  })

  it('is listed and exported by the command line, with a warning', async () => {
    const folder = newerFolder('')
    const before = bytesIn(folder)
    const run = async (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> => {
      let [out, error] = ['', '']
      const code = await runCommandLine(['plans', ...args, '--data', folder], { out: (text) => void (out += text), error: (text) => void (error += text) })
      return { code, out, error }
    }
    const list = await run('list')
    expect([list.code, list.error]).toEqual([0, expect.stringMatching(/^warning: The plan library at .* was made by a newer Lodestock/)])
    expect(list.out).toMatch(/pl-smplbd .* 24 +Last\n/)
    const file = await run('export', 'Last')
    expect([file.code, readBack(file.out).title]).toEqual([0, 'Last'])
    for (const args of [['show', 'Last'], ['export', 'Last', '--revision', '1']]) {
      expect(await run(...args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(/^error: .* Until then plans list, and plans export without --revision, read it\.\n$/) as string })
    }
    expect(bytesIn(folder)).toEqual(before)
  })
})
