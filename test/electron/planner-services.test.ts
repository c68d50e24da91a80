import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planFileName } from '../../electron/services/plan-files'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { userNameKey, type FileContent } from '../../shared/ipc/planner-api'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { samplePlan } from '../../shared/sample/sample-plan'
import { openedLibrary, temporaryFolder, titled, valueOf } from './library-fixture'
import { answered, base64, testPlanner, type TestPlanner } from './planner-fixture'

async function withSample(options: Parameters<typeof testPlanner>[0] = {}): Promise<TestPlanner & { readonly planId: string }> {
  const planner = testPlanner(options)
  const { id }: { id: string } = answered(await planner.services('createPlan', { title: samplePlan().title, content: 'sample' }))
  answered(await planner.services('openPlan', { planId: id }))
  return { ...planner, planId: id }
}

const table = (...rows: readonly string[]): string => ['part number,unit,origin,material,lead time (days),usage per week,on hand', ...rows].join('\n')

describe('importPlanFile', () => {
  it('takes a parts table as a plan of its own, and tells how many lines became what', async () => {
    const { services } = testPlanner()
    const text = table('MG-1,pcs,CN,ndfeb-sintered,90,120,400', 'MG-2,pcs,CN,ndfeb-sintered,ninety,120,400')
    const { listing, notices }: { listing: object; notices: readonly string[] } = answered(await services('importPlanFile', { fileName: 'Magnets 2027.csv', bytesBase64: base64(text) }))
    expect(listing).toMatchObject({ name: 'Magnets 2027', partCount: 1 })
    expect(notices[0]).toBe('Parts table: 3 lines = 1 parts read + 1 held + 1 skipped. Settings, timeline and scenarios are the defaults.')
    expect(notices.some((notice) => /^Line 3, column E \(lead time \(days\)\): .*ninety/.test(notice))).toBe(true)
  })

  it('asks for the decimal sign that nothing proves, and takes the answer', async () => {
    const { services } = testPlanner()
    const file = { fileName: 'parts.csv', bytesBase64: base64('part number;unit;origin;material;lead time (days);usage per week\nA;kg;CN;ndfeb-sintered;90;1.234\nB;kg;CN;ndfeb-sintered;90;2.500\n') }
    expect(await services('importPlanFile', file)).toMatchObject({ ok: false, problem: { kind: 'undecided-decimal-sign' } })
    expect(answered(await services('importPlanFile', { ...file, decimal: 'point' }))).toMatchObject({ listing: { partCount: 2 } })
  })

  it('says everything that is wrong with a file, and stores nothing', async () => {
    const { services, library } = testPlanner()
    const text = writtenPlanFile({ plan: samplePlan(), decimal: 'point', delimiter: ';', appVersion: 'test' })
    const result = await services('importPlanFile', { fileName: 'cut.csv', bytesBase64: base64(text.slice(0, text.length / 2)) })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'cut-off', sentence: expect.stringMatching(/^cut\.csv: Line \d+: The file is cut off/) as string } })
    expect(valueOf(library.plans())).toEqual([])
  })

  it.each([
    { what: 'the name of the account', given: undefined, said: 'kweber' },
    { what: 'the name the user has given', given: ' K. Weber; Ä "x" ', said: 'K. Weber; Ä "x"' },
    { what: 'the name of the account again when the user takes theirs back', given: '', said: 'kweber' },
  ])('says who saved a file, $what, and who reads it finds the name in the history', async ({ given, said }) => {
    const there = await withSample()
    if (given !== undefined) answered(await there.services('storeSetting', { key: userNameKey, value: given }))
    const file: FileContent = answered(await there.services('planFile', { planId: there.planId, revisionId: null, decimal: 'comma' }))
    const here = testPlanner()
    const { listing }: { listing: { id: string } } = answered(await here.services('importPlanFile', file))
    expect(valueOf(here.library.revisions(listing.id))).toMatchObject([{ kind: 'import', label: `Sample- magnets for 2027.csv, saved by ${said}` }])
  })

  it('keeps a plan under its id once, beside the first the second time, and says where it is from', async () => {
    const { services, library, planId } = await withSample()
    const file = answered(await services('planFile', { planId, revisionId: null, decimal: 'comma' }))
    const { listing }: { listing: { id: string } } = answered(await services('importPlanFile', file))
    expect(listing.id).not.toBe(planId)
    expect(valueOf(library.revisions(listing.id))).toMatchObject([{ kind: 'import', label: 'Sample- magnets for 2027.csv, saved by kweber' }])
  })
})

describe('planFileName', () => {
  it.each([
    ['Magnets 2027', 'Magnets 2027.csv'],
    ['A/B: "C" <D>|E?*\\', 'A-B- -C- -D-E-.csv'],
    ['Ends in dots...', 'Ends in dots.csv'],
    ['CON', 'Plan CON.csv'],
    ['com1.x', 'Plan com1.x.csv'],
    [' \t ', '-.csv'],
    ['磁石 \u0000x', '磁石 -x.csv'],
    ['x'.repeat(200), `${'x'.repeat(80)}.csv`],
  ])('of %j is %j', (title, name) => {
    expect(planFileName(title)).toBe(name)
  })
})

describe('the dialogs', () => {
  it('save a file whole where the user says, and begin there the next time', async () => {
    const { services, host } = testPlanner()
    const folder = temporaryFolder()
    host.chosen = join(folder, 'levels.csv')
    const file = { fileName: 'levels.csv', bytesBase64: base64('a,b\n'), purpose: 'table' }
    expect(answered(await services('saveFile', file))).toEqual({ outcome: 'saved', fileName: 'levels.csv' })
    expect(readFileSync(host.chosen, 'utf8')).toBe('a,b\n')
    host.chosen = null
    expect(answered(await services('saveFile', file))).toEqual({ outcome: 'cancelled' })
    expect(answered(await services('chooseFile', { purpose: 'plan' }))).toEqual({ outcome: 'cancelled' })
    expect(host.asked).toEqual([{ purpose: 'table', fileName: 'levels.csv', folder: null }, { purpose: 'table', fileName: 'levels.csv', folder }, { purpose: 'plan', folder: null }])
  })

  it('read the file the user chooses, and note plans among the recent files', async () => {
    const { services, host } = testPlanner()
    host.chosen = join(temporaryFolder(), 'plan.csv')
    writeFileSync(host.chosen, 'Ä')
    expect(answered(await services('chooseFile', { purpose: 'plan' }))).toEqual({ outcome: 'chosen', fileName: 'plan.csv', bytesBase64: base64('Ä') })
    expect(answered(await services('recentFiles', {}))).toEqual([{ path: host.chosen, openedAt: expect.any(Number) as number }])
  })

  it('print the window', async () => {
    const { services, host } = testPlanner()
    host.chosen = join(temporaryFolder(), 'report.pdf')
    expect(answered(await services('printToPdf', { fileName: 'report.pdf' }))).toEqual({ outcome: 'saved', fileName: 'report.pdf' })
    expect(readFileSync(host.chosen, 'utf8')).toBe('%PDF-1.7 of the window')
  })

  it('say what was wrong with the place or the file, and leave what was there', async () => {
    const { services, host } = testPlanner()
    const folder = temporaryFolder()
    host.chosen = join(folder, 'no', 'x.csv')
    expect(await services('saveFile', { fileName: 'x.csv', bytesBase64: '', purpose: 'table' })).toMatchObject({ ok: false, problem: { kind: 'file-missing', sentence: expect.stringContaining('no such file or folder') as string } })
    expect(await services('chooseFile', { purpose: 'table' })).toMatchObject({ ok: false, problem: { kind: 'file-missing' } })
    mkdirSync(join(folder, 'no'))
    host.chosen = join(folder, 'no')
    expect(await services('chooseFile', { purpose: 'table' })).toMatchObject({ ok: false, problem: { kind: 'file-error', sentence: expect.stringContaining('this is a folder') as string } })
    host.chosen = join(folder, 'large.csv')
    writeFileSync(host.chosen, '')
    truncateSync(host.chosen, 49 * 1024 * 1024)
    expect(await services('chooseFile', { purpose: 'table' })).toMatchObject({ ok: false, problem: { kind: 'file-too-large', sentence: expect.stringContaining('has 49 MB; at most 48 MB') as string } })
    expect(host.faults).toEqual([])
  })

  it('show where the library is', async () => {
    const { services, host, library } = testPlanner()
    answered(await services('showLibraryFolder', {}))
    expect(host.asked).toEqual([library.path])
  })
})

describe('openSource', () => {
  it('opens every address of the built-in sources, those without https too', async () => {
    const { services, host } = testPlanner()
    const urls = elsewhereFacts.flatMap((fact) => fact.citation.urls)
    expect(urls.some((url) => url.startsWith('http://'))).toBe(true)
    for (const url of urls) answered(await services('openSource', { url }))
    expect(host.asked).toEqual(urls)
  })

  it('opens no address without https that only a plan names', async () => {
    const { services, planId } = await withSample()
    const url = 'http://intranet.example/notice'
    const event = { ...builtInEvents[0], id: 'e-bcdfgh', effects: [], supersedesId: null, citations: [{ kind: 'elsewhere', title: 'Our notice', urls: [url], confidence: 'high' }] }
    answered(await services('applyStep', { planId, step: { kind: 'do', command: { kind: 'add-events', items: [event], places: null } }, expectedSeq: 0 }))
    expect(await services('openSource', { url })).toMatchObject({ ok: false, problem: { kind: 'source-unknown' } })
  })

  it('opens a source that an open plan of the user names, and no longer once the plan is put down', async () => {
    const { services, host, planId } = await withSample()
    const url = 'https://intranet.example/notice?id=7'
    const event = { ...builtInEvents[0], id: 'e-bcdfgh', effects: [], supersedesId: null, citations: [{ kind: 'elsewhere', title: 'Our notice', urls: [url], confidence: 'high' }] }
    expect(await services('openSource', { url })).toMatchObject({ ok: false, problem: { kind: 'source-unknown' } })
    answered(await services('applyStep', { planId, step: { kind: 'do', command: { kind: 'add-events', items: [event], places: null } }, expectedSeq: 0 }))
    answered(await services('openSource', { url }))
    expect(host.asked).toEqual([url])
    answered(await services('closePlan', { planId }))
    expect(await services('openSource', { url })).toMatchObject({ ok: false })
  })
})

describe('steps', () => {
  it('go on in a plan that another window has put down', async () => {
    const { services, planId } = await withSample()
    answered(await services('closePlan', { planId }))
    expect(answered(await services('applyStep', { planId, step: titled('On'), expectedSeq: 0 }))).toMatchObject({ seq: 1 })
    answered(await services('trashPlan', { planId }))
    expect(await services('applyStep', { planId, step: titled('On'), expectedSeq: 1 })).toMatchObject({ ok: false, problem: { kind: 'plan-not-open' } })
  })

  it('of two windows do not mix: the one that knew an older state is told so', async () => {
    const { services, planId } = await withSample()
    answered(await services('applyStep', { planId, step: titled('First window'), expectedSeq: 0 }))
    expect(await services('applyStep', { planId, step: titled('Second window'), expectedSeq: 0 })).toMatchObject({ ok: false, problem: { kind: 'out-of-step', sentence: expect.stringMatching(/\.$/) as string } })
  })

  it('are in the sections a while after the last of them', async () => {
    const { services, library, planId } = await withSample()
    answered(await services('applyStep', { planId, step: titled('Quiet'), expectedSeq: 0 }))
    await expect.poll(() => valueOf(library.revisions(planId)).length, { timeout: 10_000 }).toBe(1)
  }, 20_000)

  it('goes on being read by a window while another puts it down', async () => {
    const { services, planId } = await withSample()
    answered(await services('closePlan', { planId }))
    expect(answered(await services('planParts', { planId, seq: 0, slice: 0 }))).toEqual(samplePlan().parts)
  })

  it('that a full disk refuses are named, and are no fault of ours', async () => {
    const folder = temporaryFolder()
    const { library } = openedLibrary({ folder })
    const { id } = valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
    valueOf(library.close())
    const { services, host } = testPlanner({ folder, mostPages: 60 })
    answered(await services('openPlan', { planId: id }))
    const step = (index: number): unknown => ({ kind: 'do', command: { kind: 'change-parts', changes: [{ id: samplePlan().parts[0]?.id, fields: { note: `${index}`.padEnd(15_000, 'x') } }] } })
    let seq = 0
    let result = await services('applyStep', { planId: id, step: step(seq), expectedSeq: seq })
    while (result.ok && seq < 100) result = await services('applyStep', { planId: id, step: step(++seq), expectedSeq: seq })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'disk-full', sentence: expect.stringContaining('free some space, or save a copy on another disk') as string } })
    // A copy of what is in memory can be saved all the same.
    const { bytesBase64 }: { bytesBase64: string } = answered(await services('planFile', { planId: id, revisionId: null, decimal: 'point' }))
    expect(Buffer.from(bytesBase64, 'base64').toString('utf8')).toContain(`${seq - 1}xxx`)
    expect(host.faults).toEqual([])
  })

  it('that cannot be carried out for a fault of ours are logged and told in a sentence', async () => {
    const { services, library, host } = testPlanner()
    Object.assign(library, { plans: () => { throw new TypeError('x is not a function') } })
    expect(await services('plans', {})).toMatchObject({ ok: false, problem: { kind: 'internal', sentence: expect.stringMatching(/^Something in Lodestock went wrong \(x is not a function\)\./) as string } })
    expect(host.faults).toHaveLength(1)
  })
})

describe('the data of a library', () => {
  it('lies where hostFacts says', async () => {
    const { services } = testPlanner()
    const { libraryPath }: { libraryPath: string } = answered(await services('hostFacts', {}))
    expect(existsSync(libraryPath)).toBe(true)
  })
})
