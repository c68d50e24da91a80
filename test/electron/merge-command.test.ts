import { mkdtempSync, readFileSync, rmSync, existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileForms } from '../../shared/csv/file-form'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { planRevision } from '../../shared/csv/plan-revision'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { run } from './command-line-run'

const folder = mkdtempSync(join(tmpdir(), 'lodestock-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const base = { ...samplePlan(), parts: samplePlan().parts.slice(0, 4), assemblies: samplePlan().assemblies.slice(0, 1) }
const [first, second] = base.parts as [Part, Part]
const withPart = (plan: PlanDocument, id: string, change: Partial<Part>): PlanDocument => ({ ...plan, parts: plan.parts.map((part) => (part.id === id ? { ...part, ...change } : part)) })
const path = (name: string): string => join(folder, name)

function write(name: string, plan: PlanDocument, form: keyof typeof fileForms): string {
  const { decimal, delimiter } = fileForms[form]
  writeFileSync(path(name), writtenPlanFile({ plan, decimal, delimiter, appVersion: '1.4.0' }))
  return path(name)
}

beforeAll(() => {
  write('base.csv', base, 'us')
  write('mine.csv', withPart(base, first.id, { moq: 100, note: 'mine' }), 'us')
  write('theirs.csv', withPart(withPart(base, first.id, { moq: 200 }), second.id, { unitCost: 9.25 }), 'german')
})
const copies = () => [path('base.csv'), path('mine.csv'), path('theirs.csv')] as const

describe('merge', () => {
  it('exits 1 and writes nothing while a conflict is undecided, and shows its effect', async () => {
    const { code, out, error } = await run('merge', ...copies(), '--out', path('merged.csv'))
    expect(code).toBe(1)
    expect(existsSync(path('merged.csv'))).toBe(false)
    expect(out).toMatch(new RegExp(`CONFLICT +part ${first.partNumber}, the minimum order quantity +${first.moq} +100 +200 +[\\d,.]+ → [\\d,.]+ pcs`))
    expect(out).toContain('1 taken, 1 kept, 1 conflict open.')
    expect(error).toContain('1 conflict is undecided')
  })

  it.each([['mine', 100], ['theirs', 200]] as const)('decides every conflict for %s with --take, and writes a plan file that says what it was made from', async (side, moq) => {
    const { code, out } = await run('merge', ...copies(), '--take', side, '--out', path(`merged-${side}.csv`))
    expect(code).toBe(0)
    expect(out).toContain('1 taken, 1 kept, 1 conflict decided.')
    const reading = readPlanFile(readFileSync(path(`merged-${side}.csv`), 'utf8'), { idMaker: (prefix) => `${prefix}-bcdfgh` })
    if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
    expect(reading.value.plan.parts.find((part) => part.id === first.id)).toMatchObject({ moq, note: 'mine' })
    expect(reading.value.plan.parts.find((part) => part.id === second.id)?.unitCost).toBe(9.25)
    expect(reading.value.basedOn).toBe(planRevision(base))
    expect(reading.value.revision).toBe(planRevision(reading.value.plan))
  })

  it('prints JSON with every item, its decision and its effect', async () => {
    const { code, out } = await run('merge', ...copies(), '--json')
    expect(code).toBe(1)
    const merge = JSON.parse(out) as { readonly undecided: readonly string[]; readonly items: readonly { readonly id: string; readonly outcome: string; readonly decided: string | null; readonly effect?: { readonly kind: string } }[] }
    expect(merge.undecided).toEqual([`part:${first.id}|moq`])
    expect(merge.items.map((item) => [item.outcome, item.decided])).toEqual([['taken', 'theirs'], ['conflict', null], ['kept', 'mine']])
    expect(merge.items.map((item) => item.effect?.kind)).toEqual([undefined, 'part', undefined])
  })

  it('deletes only when told to', async () => {
    const fewer = write('fewer.csv', { ...base, parts: base.parts.filter((part) => part.id !== second.id), assemblies: base.assemblies.map((assembly) => ({ ...assembly, uses: assembly.uses.filter((use) => use.partId !== second.id) })) }, 'us')
    expect((await run('merge', path('base.csv'), path('base.csv'), fewer)).out).toContain('1 deletion declined')
    const { out } = await run('merge', path('base.csv'), path('base.csv'), fewer, '--accept-deletions', '--json')
    expect(JSON.parse(out)).toMatchObject({ summary: '1 deletion accepted' })
  })

  it('goes by the check codes of their file where the base is lost: a row that is as it was here is taken', async () => {
    const edited = readFileSync(path('base.csv'), 'utf8').split('\r\n').map((line) => (line.startsWith(`part,${second.id},`) ? line.replace(`,${second.onHand},`, ',4321,') : line)).join('\r\n')
    writeFileSync(path('edited.csv'), edited)
    expect(edited).toContain(',4321,')
    const { code, out } = await run('merge', '-', path('mine.csv'), path('edited.csv'), '--json')
    const merge = JSON.parse(out) as { readonly method: string; readonly items: readonly { readonly outcome: string; readonly cell: string; readonly theirs: unknown }[] }
    expect(merge.method).toBe('by-checks')
    expect(merge.items.map((item) => [item.outcome, item.cell])).toEqual([['taken', 'onHand'], ['conflict', 'moq'], ['conflict', 'note']])
    expect(merge.items[0]?.theirs).toBe(4321)
    expect(code).toBe(1)
  })

  it('refuses a side that is none', async () => {
    expect(await run('merge', ...copies(), '--take', 'both')).toMatchObject({ code: 2, error: expect.stringContaining('--take both: choose mine or theirs') })
  })
})

describe('diff', () => {
  it('prints every change with its effect, and a total', async () => {
    const { code, out } = await run('diff', path('base.csv'), path('theirs.csv'))
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`part ${second.partNumber}, the unit cost +${second.unitCost ?? '–'} +9\\.25`))
    expect(out).toMatch(/2 changes\. Cash in safety stock: [\d,]+ → [\d,]+ EUR \([+-][\d.]+\)\./)
    expect(out).toContain('Measured one after the other: policy timeline')
  })

  it('prints JSON whose effects add up', async () => {
    const { out } = await run('diff', path('base.csv'), path('theirs.csv'), '--json')
    const { changes, before, after } = JSON.parse(out) as { readonly changes: readonly { readonly cash: number }[]; readonly before: { readonly cash: number }; readonly after: { readonly cash: number } }
    expect(changes.reduce((sum, change) => sum + change.cash, 0)).toBeCloseTo(after.cash - before.cash, 6)
  })

  it('says that equal plans are equal, whatever their region', async () => {
    const german = write('german.csv', base, 'german')
    expect(await run('diff', path('base.csv'), german)).toEqual({ code: 0, out: 'The plans are equal.\n', error: '' })
  })
})

describe('sensitivity', () => {
  it('prints what each input does to the cash in safety stock, and the same as JSON', async () => {
    const { code, out } = await run('sensitivity', path('base.csv'))
    expect(code).toBe(0)
    expect(out).toMatch(/the standard deviation of base lead times +-[\d,]+ +\+[\d,]+/)
    expect(out).toMatch(/Cash in safety stock now: [\d,]+ EUR\./)
    const { inputs } = JSON.parse((await run('sensitivity', path('base.csv'), '--json')).out) as { readonly inputs: readonly unknown[] }
    expect(inputs).toHaveLength(9)
  })
})

describe('budget', () => {
  it('prints what is cut within a limit, and that nothing is where the limit is ample', async () => {
    const { code, out } = await run('budget', path('base.csv'), '600000')
    expect(code).toBe(0)
    expect(out).toMatch(/The targets ask for [\d,]+ EUR; within 600,000 EUR the stocks above cost (599,9\d\d|600,000) EUR\. The odds of every target are divided by [\d.,]+\./)
    expect((await run('budget', path('base.csv'), '99999999')).out).toContain('nothing is cut')
    expect(JSON.parse((await run('budget', path('base.csv'), '600000', '--json')).out)).toMatchObject({ currency: 'EUR', limit: 600000 })
    expect(await run('budget', path('base.csv'), '1.000,5')).toMatchObject({ code: 2, error: expect.stringContaining('LIMIT 1.000,5') })
  })
})

describe('explain and recommend', () => {
  it('show what the planner has set beside what is computed', async () => {
    const override = { field: 'safetyStock', value: 5200, reason: 'Tool change', author: 'K. Weber', setDate: '2026-11-02', expiryDate: '2026-11-20' } as const
    const file = write('override.csv', withPart(base, first.id, { overrides: [override] }), 'us')
    const { out } = await run('explain', file, first.partNumber)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/Set by K\. Weber on 2026-11-02, expired on 2026-11-20: the safety stock 5,200 pcs, beside the computed [\d,]+ pcs: Tool change/)
    expect((JSON.parse((await run('recommend', file, '--json')).out) as { readonly parts: readonly { readonly id: string; readonly overrides: unknown }[] }).parts.find((part) => part.id === first.id)?.overrides).toEqual([override])
  })
})
