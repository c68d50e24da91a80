import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlanFile } from '../../shared/csv/plan-file'
import { samplePlan } from '../../shared/sample/sample-plan'
import { libraryChild, openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'
import { run as runAnyCommand, type CommandLineRun } from './command-line-run'

const run = (...args: readonly string[]): Promise<CommandLineRun> => runAnyCommand('plans', ...args)

/** A library with the sample, two plans of one title, and a plan in the trash; nobody has it open. */
function filledFolder(): string {
  const folder = temporaryFolder()
  const { library } = openedLibrary({ folder, now: () => Date.parse('2026-11-24T12:00:00Z') })
  valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
  for (const title of ['Twin', 'Twin', 'Gone \u001b[31m']) valueOf(library.createPlan({ title }))
  const gone = valueOf(library.plans()).find(({ name }) => name.startsWith('Gone'))
  valueOf(library.trashPlan(gone?.id ?? ''))
  valueOf(library.openPlan('pl-smplbd'))
  valueOf(library.nameRevision('pl-smplbd', 'Agreed \u001b[2J'))
  valueOf(library.apply('pl-smplbd', titled('Later')))
  valueOf(library.close())
  return folder
}

const planIn = (text: string): unknown => {
  const result = readPlanFile(text, { idMaker: () => 'p-bcdfgh' })
  return result.ok ? result.value.plan : result.problem
}

describe('lodestock plans', () => {
  it('lists the plans, and those of the trash apart, without what a terminal would obey', async () => {
    const folder = filledFolder()
    const { code, out, error } = await run('list', '--data', folder)
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^Id +Changed +Parts +Title\n/)
    expect(out).toMatch(/pl-smplbd +2026-11-24 \d\d:00 +24 +Later\n/)
    expect(out.match(/Twin/g)).toHaveLength(2)
    expect(out).not.toContain('Gone')
    const trash = await run('list', '--trash', '--data', folder)
    expect(trash.out).toMatch(/Gone �\[31m\n/)
  })

  it('gives the listings as JSON', async () => {
    const folder = filledFolder()
    expect(JSON.parse((await run('list', '--json', '--data', folder)).out)).toEqual(
      expect.arrayContaining([{ id: 'pl-smplbd', name: 'Later', createdAt: expect.any(Number) as number, updatedAt: expect.any(Number) as number, trashedAt: null, partCount: 24, assemblyCount: 2 }]),
    )
    expect(JSON.parse((await run('show', 'later', '--json', '--data', folder)).out)).toMatchObject({ id: 'pl-smplbd', revisions: [{ number: 2, kind: 'auto' }, { number: 1, kind: 'manual', label: 'Agreed \u001b[2J' }] })
  })

  it('shows a plan with its versions', async () => {
    const { code, out } = await run('show', 'pl-smplbd', '--data', filledFolder())
    expect(code).toBe(0)
    expect(out).toContain('pl-smplbd · 24 parts · 2 assemblies')
    expect(out).toMatch(/ 2 +2026-11-24 \d\d:00 +automatic\n/)
    expect(out).toMatch(/ 1 +2026-11-24 \d\d:00 +named +Agreed �\[2J\n/)
  })

  it('exports a plan as it is, and as it was in a version', async () => {
    const folder = filledFolder()
    const out = join(folder, 'out.csv')
    expect(await run('export', 'Later', '--out', out, '--decimal', 'comma', '--data', folder)).toEqual({ code: 0, out: '', error: '' })
    expect(planIn(readFileSync(out, 'utf8'))).toMatchObject({ id: 'pl-smplbd', title: 'Later' })
    const first = await run('export', 'Later', '--revision', '1', '--data', folder)
    expect(planIn(first.out)).toMatchObject({ id: 'pl-smplbd', title: samplePlan().title })
  })

  it.each([
    { args: ['show', 'Nothing'], code: 1, error: 'there is no plan "Nothing"' },
    { args: ['show', 'twin'], code: 1, error: 'several plans are called "twin"; name one by its id: pl-' },
    { args: ['export', 'Later', '--revision', '9'], code: 1, error: 'the plan has no version no. 9' },
    { args: ['export', 'Later', '--out', '/no/such/folder/x.csv'], code: 2, error: 'there is no such file or folder' },
    { args: ['export', 'Later', '--json'], code: 2, error: '--json means nothing to plans export' },
    { args: ['show'], code: 2, error: 'PLAN is missing' },
    { args: ['list', 'all'], code: 2, error: '"all" is one word too many' },
    { args: ['remove', 'Later'], code: 2, error: 'there is no "plans remove"' },
    { args: [], code: 2, error: 'list, show or export is missing' },
  ])('says what is wrong with $args', async ({ args, code, error }) => {
    const result = await run(...args, '--data', filledFolder())
    expect(result.code).toBe(code)
    expect(result.error).toContain(error)
    expect(result.out).toBe('')
  })

  it('names who has the library', async () => {
    const folder = filledFolder()
    const { child } = await libraryChild(folder)
    const { code, error } = await run('list', '--data', folder)
    expect(code).toBe(2)
    expect(error).toContain(`error: Another Lodestock has the plans in ${folder} open: process ${child.pid} on `)
  }, 20_000)

  it('makes no library where there is none', async () => {
    const folder = join(temporaryFolder(), 'none')
    expect(await run('list', '--data', folder)).toEqual({ code: 0, out: `There are no plans in ${folder} yet.\n`, error: '' })
    expect((await run('list', '--json', '--data', folder)).out).toBe('[]\n')
    expect((await run('show', 'A', '--data', folder)).code).toBe(1)
    expect(existsSync(folder)).toBe(false)
  })

  it('leaves the library free', async () => {
    const folder = filledFolder()
    await run('list', '--data', folder)
    await run('show', 'Nothing', '--data', folder)
    expect(readdirSync(folder)).not.toContain('library.holder.json')
    valueOf(openedLibrary({ folder }).library.plans())
  })
})
