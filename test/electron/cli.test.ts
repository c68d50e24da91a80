import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './command-line-run'

let folder = ''
let sample = ''

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const headings = 'part number,description,unit,origin,material,lead time (days),lead time sd (days),transit (days),usage per week,usage sd per week,on hand,moq,lot,service level (%)'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-cli-'))
  sample = join(folder, 'sample.plan.csv')
  await run('sample', '--out', sample)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('recommend', () => {
  it('prints a row for every part of the sample, its totals and what it assumes', async () => {
    const { code, out, error } = await run('recommend', sample)
    expect(error).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('MG-N42SH-281205')
    expect(out.split('\n').filter((line) => /^(MG|RT)-\S+ +(pcs|kg) /.test(line))).toHaveLength(24)
    expect(out).toMatch(/of 24 parts to order today/)
    expect(out).toContain('Scenario weights are assumptions')
    expect(out).toContain('what\n    holds since is not verified')
  })

  it('gives the same bytes for the same plan', async () => {
    expect((await run('recommend', sample, '--json')).out).toBe((await run('recommend', sample, '--json')).out)
  })

  it('writes JSON with contributions that add up to the rounded safety stock', async () => {
    const { out } = await run('recommend', sample, '--json')
    const { parts } = JSON.parse(out) as {
      readonly parts: readonly { readonly contributions: Record<string, number>; readonly rounded: { readonly safetyStock: number; readonly reorderPoint: number } }[]
    }
    expect(parts).toHaveLength(24)
    for (const { contributions, rounded } of parts) {
      const sum = Object.values(contributions).reduce((total, one) => total + one, 0)
      expect(Math.abs(sum - rounded.safetyStock)).toBeLessThanOrEqual(1e-9 * rounded.reorderPoint)
    }
  })

  it('writes CSV with --out, whole, leaving nothing beside it', async () => {
    const out = join(folder, 'levels.csv')
    expect(await run('recommend', sample, '--out', out)).toMatchObject({ code: 0, out: '' })
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(25)
    expect(lines[0]).toContain('safety stock,reorder point,maximum')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('plans for the worst scenario at least as high as for the weighted ones, and for one scenario by its name', async () => {
    const totalOf = async (scenario: string): Promise<number> => {
      const { out } = await run('recommend', sample, '--json', '--scenario', scenario)
      return (JSON.parse(out) as { readonly totals: { readonly cashInSafetyStock: number } }).totals.cashInSafetyStock
    }
    const [weighted, worst, extended] = [await totalOf('weighted'), await totalOf('worst'), await totalOf('Pause extended')]
    expect(worst).toBeGreaterThan(weighted)
    expect(extended).toBeLessThan(weighted)
  })

  it('reads a parts table with decimal commas as well as one with points', async () => {
    const points = file('points.csv', `${headings}\nMG-1,Block,pcs,CN,smco-2-17,60,10.5,30,100.5,30,400,50,10,95\n`)
    const commas = file(
      'commas.csv',
      `${headings.replaceAll(',', ';')}\nMG-1;Block;pcs;CN;smco-2-17;60;10,5;30;100,5;30;400;50;10;95\n`,
    )
    const levels = async (path: string): Promise<unknown> => {
      const { out, code } = await run('recommend', path, '--json', '--date', '2026-11-23')
      expect(code).toBe(0)
      return (JSON.parse(out) as { readonly parts: readonly { readonly levels: unknown }[] }).parts[0]?.levels
    }
    expect(await levels(commas)).toEqual(await levels(points))
  })
})

describe('an export of another system', () => {
  it('is sent to the import, which knows its headings', async () => {
    const path = file('stock-of-erp.csv', 'Materialnummer;Planlieferzeit;Frei verwendbar\nMG-1;84;5\n')
    const { code, error } = await run('recommend', path)
    expect(code).toBe(1)
    expect(error).toContain(`lodestock import ${path} --into PLAN.csv`)
  })
})

describe('a decimal sign that nothing proves', () => {
  it('is asked for with both readings, and --decimal answers', async () => {
    const path = file('undecided.csv', 'part number,lead time (days),usage per week\nMG-1,60,"1,250"\n')
    const asked = await run('check', path)
    expect(asked.code).toBe(1)
    expect(asked.error).toMatch(/1,25 with a decimal comma, or 1250 with a decimal point.*[\s\S]*--decimal comma/)
    const usage = async (decimal: string): Promise<unknown> => {
      const { out } = await run('recommend', path, '--json', '--decimal', decimal)
      return (JSON.parse(out) as { readonly parts: readonly { readonly usagePerWeek: number }[] }).parts[0]?.usagePerWeek
    }
    expect(await usage('comma')).toBeCloseTo(1.25, 9)
    expect(await usage('point')).toBeCloseTo(1250, 9)
    expect((await run('check', path, '--decimal', 'dot')).code).toBe(2)
  })
})

describe('explain', () => {
  it('names contributions, controls and sources of a part', async () => {
    const { code, out } = await run('explain', sample, 'MG-YXG28-ARC22')
    expect(code).toBe(0)
    expect(out).toContain('Weight of the other scenarios')
    expect(out).toContain('Announcement 18 applies: made in CN and its material is listed (SmCo 2:17).')
    expect(out).toContain('the article, "April 2025 Licensing System Implementation"')
    expect(out).toContain('Contradiction X-13')
  })

  it('says which parts there are when the part is not', async () => {
    const { code, error } = await run('explain', sample, 'MG-NOT-THERE')
    expect(code).toBe(1)
    expect(error).toMatch(/there is no part "MG-NOT-THERE". Its parts are /)
  })
})

describe('timeline', () => {
  it('tells the age of the facts, every source, and the phases by scenario, without a file too', async () => {
    const { code, out } = await run('timeline', '--date', '2026-11-23')
    expect(code).toBe(0)
    expect(out).toContain('The policy facts reach to 2026-06-30, 146 days before the planning date 2026-11-23.')
    expect(out).toContain('status after it unverified')
    expect(out).toMatch(/Escalated +2027-02-01|2027-02-01 +halt/)
    expect(out).toContain('contradiction X-15')
  })
})

describe('sample and check', () => {
  it('writes a sample that checks without errors or warnings', async () => {
    expect(await run('check', sample)).toMatchObject({ code: 0, error: '', out: expect.stringContaining('24 parts') as string })
  })

  it('prints the sample when no file is named', async () => {
    expect((await run('sample')).out).toBe(readFileSync(sample, 'utf8'))
  })
})

describe('bad input', () => {
  const table = (row: string): string => `${headings}\n${row}\n`
  it.each([
    ['negative stock', 'MG-1,Block,pcs,CN,smco-2-17,60,10,30,100,30,-5,50,10,95', /on hand.*-5|-5.*on hand/i],
    ['sd without mean', 'MG-1,Block,pcs,CN,smco-2-17,60,10,30,0,30,5,50,10,95', /usage/i],
    ['transit longer than the lead time', 'MG-1,Block,pcs,CN,smco-2-17,60,10,80,100,30,5,50,10,95', /transit of 80 days is longer than the whole lead time of 60/],
    ['service of 100 %', 'MG-1,Block,pcs,CN,smco-2-17,60,10,30,100,30,5,50,10,100', /100/],
    ['unknown origin', 'MG-1,Block,pcs,XQ,smco-2-17,60,10,30,100,30,5,50,10,95', /XQ/],
  ])('%s is named with its place and exits 1', async (_, row, sentence) => {
    const { code, error, out } = await run('check', file('bad.csv', table(row)))
    expect(error).toMatch(sentence)
    expect(error).toContain('bad.csv')
    expect(code).toBe(1)
    expect(out).toBe('')
  })

  it('MOQ off the lot is a warning that says what will be ordered', async () => {
    const { code, error } = await run('check', file('moq.csv', table('MG-1,Block,pcs,CN,smco-2-17,60,10,30,100,30,5,55,10,95')))
    expect(error).toMatch(/warning: .*60/)
    expect(code).toBe(0)
  })

  it('two lines with one part number are both named', async () => {
    const row = (onHand: number): string => `MG-1,Block,pcs,CN,smco-2-17,60,10,30,100,30,${onHand},50,10,95`
    const { code, error } = await run('check', file('twice.csv', `${headings}\n${row(5)}\n${row(6)}\n`))
    expect(error).toMatch(/2.*3|3.*2/)
    expect(code).toBe(1)
  })

  it('several problems are all reported, each with line and column', async () => {
    const rows = ['MG-1,Block,pcs,CN,smco-2-17,sixty,10,30,100,30,5,50,10,95', 'MG-2,Block,pcs,CN,smco-2-17,60,10,30,100,30,many,50,10,95']
    const { error } = await run('check', file('several.csv', `${headings}\n${rows.join('\n')}\n`))
    expect(error).toMatch(/several\.csv:2:F \(lead time \(days\)\): .*sixty/)
    expect(error).toMatch(/several\.csv:3:K \(on hand\): .*many/)
  })

  it('weights that are all zero', async () => {
    const text = readFileSync(sample, 'utf8')
    const rows = text.split('\r\n').map((line) => (line.startsWith('scenario;') ? line.replace(/;0\.\d+;/, ';0;') : line))
    const { code, error } = await run('check', file('weights.plan.csv', rows.join('\r\n')))
    expect(error).toMatch(/weight/i)
    expect(code).toBe(1)
  })

  it('a truncated plan file is refused as cut off', async () => {
    const text = readFileSync(sample, 'utf8')
    const { code, error } = await run('recommend', file('cut.plan.csv', text.slice(0, text.length * 0.7)))
    expect(error).toMatch(/cut off|end row|is missing its end/i)
    expect(code).toBe(1)
  })

  it('a plan from a newer version is refused by name', async () => {
    const text = readFileSync(sample, 'utf8').replace(/^(\uFEFF?plan;format;[^;]+;)1;/, '$12;')
    const { code, error } = await run('check', file('newer.plan.csv', text))
    expect(error).toMatch(/version 2.*reads 1/)
    expect(code).toBe(1)
  })

  it('a file of 200 MB is refused by its size', async () => {
    const path = file('huge.csv', '')
    truncateSync(path, 200 * 1024 * 1024)
    const { code, error } = await run('check', path)
    expect(error).toContain('200 MB')
    expect(code).toBe(2)
  })

  it.each([
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), /xlsx|workbook|zip/i],
    ['a binary file', Uint8Array.of(1, 2, 0, 3, 0, 0, 7, 0, 9, 0, 0, 1), /not text/],
    ['an empty file', new Uint8Array(0), /empty/],
  ])('%s is named for what it is', async (_, bytes, sentence) => {
    const { code, error } = await run('check', file('thing.csv', bytes))
    expect(error).toMatch(sentence)
    expect(code).toBe(2)
  })

  it('a file that is not there', async () => {
    expect(await run('recommend', join(folder, 'nowhere.csv'))).toMatchObject({ code: 2, error: expect.stringContaining('no such file') as string })
  })

  it('a date that does not exist, an unknown scenario, option, command, or a missing word exits 2', async () => {
    expect(await run('recommend', sample, '--date', '2026-02-30')).toMatchObject({ code: 2, error: expect.stringContaining('no such day') as string })
    expect(await run('recommend', sample, '--scenario', 'Sunny')).toMatchObject({ code: 2, error: expect.stringContaining('"Pause extended"') as string })
    expect((await run('recommend', sample, '--frob')).code).toBe(2)
    expect((await run('frobnicate')).error).toContain('there is no command "frobnicate"')
    expect((await run('explain', sample)).error).toContain('PART is missing')
  })

  it.skipIf(process.platform === 'win32')('a folder that cannot be written leaves what was there', () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(folder, 0o755)
    chmodSync(closed, 0o555)
    // Nothing is closed to root, so somebody else runs it then.
    const somebody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const root = new URL('../..', import.meta.url).pathname
    const { status, stderr } = spawnSync(process.execPath, ['--import', './test/run-ts.js', 'electron/cli-main.ts', 'sample', '--out', join(closed, 'x.csv')], { cwd: root, encoding: 'utf8', ...somebody })
    expect(status).toBe(2)
    expect(stderr).toContain(`${join(closed, 'x.csv')}: you may not open this file.`)
    expect(readdirSync(closed)).toEqual([])
  }, 60_000)

  it('a folder that is not there leaves nothing half-written', async () => {
    const { code, error } = await run('sample', '--out', join(folder, 'no', 'x.csv'))
    expect(code).toBe(2)
    expect(error).toContain('no such file or folder')
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })
})

describe('the program as installed in a checkout', () => {
  it('builds itself when needed and answers --help', () => {
    const launcher = new URL('../../electron/bin/lodestock.js', import.meta.url).pathname
    const out = execFileSync(process.execPath, [launcher, '--help'], { encoding: 'utf8' })
    expect(out).toContain('recommend FILE')
  }, 30_000)
})
