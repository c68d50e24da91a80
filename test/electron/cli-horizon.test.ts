import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { run } from './command-line-run'

let folder = ''
let sample = ''

// A whole plan over its horizon takes a second or two alone, longer beside other programs.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-horizon-'))
  sample = join(folder, 'sample.plan.csv')
  await run('sample', '--out', sample)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('orders', () => {
  it('lists the orders due by date, last days to order, and open orders', async () => {
    const { code, out, error } = await run('orders', sample, '--until', '2026-12-07')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('orders from 2026-11-23 to 2026-12-07')
    expect(out).toMatch(/Mon 2026-11-23 +MG-N42SH-281205 +485,000/)
    expect(out).not.toContain('Mon 2026-12-14')
    expect(out).toMatch(/too late +MG-N38UH-301406 +2027-02-01 +15 % +Exports are halted/)
  })

  it('orders today what recommend orders today', async () => {
    const { out } = await run('orders', sample, '--json')
    const outlook = JSON.parse(out) as { readonly parts: readonly { readonly partId: string; readonly orders: readonly { readonly orderDate: string; readonly quantity: number }[] }[] }
    const recommended = JSON.parse((await run('recommend', sample, '--json')).out) as { readonly parts: readonly { readonly order: { readonly orderNow: number } }[] }
    const today = outlook.parts.map(({ orders }) => (orders[0]?.orderDate === '2026-11-23' ? orders[0].quantity : 0))
    expect(today).toEqual(recommended.parts.map(({ order }) => order.orderNow))
  })

  it('writes CSV, or a calendar where the name ends in .ics', async () => {
    const [csv, ics] = [join(folder, 'orders.csv'), join(folder, 'orders.ics')]
    expect(await run('orders', sample, '--out', csv)).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(csv, 'utf8').split('\r\n')[0]).toContain('order date,part number')
    expect(await run('orders', sample, '--out', ics)).toMatchObject({ code: 0, out: '' })
    const text = readFileSync(ics, 'utf8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(text.match(/END:VEVENT/g)?.length)
  })

  it.each([['2026-11-23', 'after the planning date'], ['2030-01-01', 'within 364 days'], ['2026-13-01', 'no such day']])('refuses --until %s', async (until, words) => {
    const { code, error } = await run('orders', sample, '--until', until)
    expect(code).toBe(2)
    expect(error).toContain(words)
  })
})

describe('project', () => {
  it('prints a row a week with percentiles, and what the part faces', async () => {
    const { code, out } = await run('project', sample, 'MG-N48H-1809', '--weeks', '8', '--paths', '200', '--stop', '2027-01-15')
    expect(code).toBe(0)
    expect(out.split('\n').filter((line) => /^20\d\d-\d\d-\d\d +[\d,]+ +[-\d,]+ /.test(line))).toHaveLength(9)
    for (const words of ['200 simulated futures, seed 1', 'Build-up: from 2026-11-30', 'If nothing leaves the border from 2027-01-15', 'Buying forward', '4500118466']) expect(out).toContain(words)
  })

  it('gives the same bytes for the same seed and others for another', async () => {
    const [first, again, other] = await Promise.all(['7', '7', '8'].map((seed) => run('project', sample, 'MG-N48H-1809', '--weeks', '4', '--paths', '100', '--seed', seed, '--json')))
    expect(first?.out).toBe(again?.out)
    expect(first?.out).not.toBe(other?.out)
    expect(JSON.parse(first?.out ?? '')).toMatchObject({ partNumber: 'MG-N48H-1809', projection: { paths: 100, seed: 7, waitDraws: 'one-quantile-per-path' }, survival: null })
  })

  it('says so where waits are drawn independently', async () => {
    expect((await run('project', sample, 'MG-N48H-1809', '--weeks', '4', '--paths', '100', '--independent')).out).toContain('may overtake each other')
  })

  it.each([['--weeks', '3'], ['--paths', '10'], ['--seed', '-1'], ['--paths', '1e5']])('refuses %s %s', async (option, value) => {
    const { code, error } = await run('project', sample, 'MG-N48H-1809', option, ...(value.startsWith('-') ? [] : [value]))
    expect(code).toBe(2)
    expect(error).toMatch(/error: .*--help/)
  })

  it('names a part that is not there', async () => {
    expect(await run('project', sample, 'MG-1')).toMatchObject({ code: 1, error: expect.stringContaining('there is no part "MG-1"') as string })
  })
})

describe('prove', () => {
  it('tells in figures and in words what the levels of a part achieve and would have achieved', async () => {
    const { code, out } = await run('prove', sample, '--part', 'MG-N48H-1809', '--paths', '100', '--stop', '2027-01-15')
    expect(code).toBe(0)
    expect(out).toMatch(/MG-N48H-1809\*? +95\.0 % +\d+\.\d±\d+\.\d/)
    const words = out.replaceAll(/\s+/g, ' ')
    expect(words).toMatch(/With your ERP level you would be short in \d+ of 100 futures; with the recommended level in \d+; it costs [\d,]+ EUR more in stock\./)
    expect(words).toMatch(/With your ERP level you would have been short in/)
    expect(out).toContain('EV traction motor TM-210')
  })

  it('writes JSON with the standard error of every figure', async () => {
    const out = join(folder, 'proof.json')
    expect(await run('prove', sample, '--part', 'MG-N48H-1809', '--paths', '100', '--out', out)).toMatchObject({ code: 0, out: '' })
    const { parts } = JSON.parse(readFileSync(out, 'utf8')) as { readonly parts: readonly { readonly proof: { readonly rules: readonly Record<string, { readonly standardError?: number } | null>[] } }[] }
    for (const rule of parts[0]?.proof.rules ?? []) {
      for (const figure of ['cycleServiceLevel', 'fillRate', 'shortFutures', 'meanStock', 'meanStockCash']) expect(rule[figure]?.standardError).toBeGreaterThanOrEqual(0)
    }
    expect(parts[0]?.proof.rules).toHaveLength(4)
  })
})

describe('help', () => {
  it.each(['orders', 'project', 'prove'])('tells the options of %s', async (command) => {
    const { code, out } = await run(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`usage: lodestock ${command} FILE`)
    expect((await run('--help')).out).toContain(`  ${command} FILE`)
  })
})
