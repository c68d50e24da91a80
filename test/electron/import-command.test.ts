import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli'

const folder = mkdtempSync(join(tmpdir(), 'import-command-'))

async function run(...args: readonly string[]) {
  let [out, errors] = ['', '']
  const code = await runCommandLine(['import', ...args], { out: (text) => void (out += text), error: (text) => void (errors += text) })
  return { code, out, errors }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('import', () => {
  it('prints the result as JSON', async () => {
    const path = file('stock.csv', 'Material;Werk;Frei verwendbar\nMG-1;0101;12,5\nMG-2;0101;1O0\nSumme;;12,5\n')
    const { code, out } = await run(path, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'imported',
      understood: { encoding: 'utf-8', delimiter: ';', decimal: 'comma', headerLine: 1, columns: { Material: 'part', Werk: 'plant', 'Frei verwendbar': 'onHand' } },
      questions: [], parts: [{ part: 'MG-1', plant: '0101', onHand: 12.5, leadTimeDays: null }], orders: [], usage: {},
      problems: [{ line: 3, row: 3, column: 'Frei verwendbar', kind: 'not-a-number' }], skipped: [{ line: 4, kind: 'total' }],
      lines: { total: 4, header: 1, imported: 1, held: 1, skipped: 1 },
    })
  })

  it('asks with the option that answers, and takes the answer', async () => {
    const path = file('asked.csv', 'Part number;On hand\nMG-1;1.250\n')
    const asked = await run(path)
    expect(asked.code).toBe(1)
    expect(asked.out).toContain('--answer decimal=comma')
    const answered = await run(path, '--answer', 'decimal=comma', '--json')
    expect(answered.code).toBe(0)
    expect(JSON.parse(answered.out)).toMatchObject({ outcome: 'imported', parts: [{ onHand: 1250 }] })
  })

  it('refuses an answer that no question offers, and takes those that name a line or the tab', async () => {
    const path = file('answers.csv', 'Part number\tOn hand\nMG-1\t12,5\n')
    for (const [answer, says] of [['decimal=banana', 'choose comma point'], ['encoding=klingon', 'choose utf-8'], ['usage-year=20', 'write a number'], ['constructor=1', 'there is no such question']] as const) {
      await expect(run(path, '--answer', answer)).resolves.toMatchObject({ code: 2, errors: expect.stringContaining(says) as string })
    }
    expect((await run(path, '--answer', 'delimiter=tab', '--answer', 'header-line=1')).code).toBe(0)
  })

  it('maps a column by its heading', async () => {
    const path = file('mapped.csv', 'Part number;Bestand\nMG-1;12\n')
    expect(JSON.parse((await run(path, '--map', 'Bestand=onHand', '--json')).out)).toMatchObject({ outcome: 'imported', parts: [{ onHand: 12 }] })
  })

  it('begins a plan, updates it, and says what to check', async () => {
    const plan = join(folder, 'plan.csv')
    expect((await run(file('first.csv', 'Part number;On hand;Lead time (days)\nMG-1;12;84\n'), '--into', plan)).code).toBe(0)
    const again = await run(file('second.csv', 'Part number;On hand\nMG-1;12000\n0MG-1;3\n'), '--into', plan, '--answer', 'similar-parts=separate')
    expect(again.out).toContain('a thousand times?')
    expect(again.out).toMatch(/--match '0MG-1=p-\w{6}'/u)
    expect(readFileSync(plan, 'utf8')).toMatch(/MG-1.*12000/u)
  })

  it('offers the parts of the plan that a damaged part number may have been, and takes the answer', async () => {
    const plan = join(folder, 'damaged.csv')
    await run(file('whole.csv', 'Part number;On hand;Lead time (days)\n123456789012345678;5;84\n3-15;6;84\n'), '--into', plan)
    const path = file('damaged-stock.csv', 'Part number;On hand\n1.23457E+17;7\n15. Mrz;9\n')
    const asked = await run(path, '--into', plan, '--map', 'On hand=onHand')
    expect(asked.errors).toContain('nothing was written')
    expect(asked.out).toContain("--answer 'part:1.23457E+17=123456789012345678'")
    const json = JSON.parse((await run(path, '--into', plan, '--json')).out) as { readonly plan: object }
    expect(json.plan).toMatchObject({ isWritten: false, damaged: [{ found: '1.23457E+17', line: 2, candidates: [{ partNumber: '123456789012345678' }] }, { found: '15. Mrz' }] })
    const some = await run(file('damaged-some.csv', 'Part number;On hand\n3-15;8\n1.23457E+17;7\n15. Mrz;9\n'), '--into', plan)
    expect(some.out).toContain("--answer 'part:1.23457E+17=123456789012345678'")
    expect(some.out).toContain("--answer 'part:15. Mrz=3-15'")
    const answered = await run(path, '--into', plan, '--answer', 'part:1.23457E+17=123456789012345678', '--answer', 'part:15. Mrz=3-15')
    expect(answered.code).toBe(0)
    expect(readFileSync(plan, 'utf8')).toMatch(/123456789012345678.*[;,]7[;,]/u)
  })

  it('writes nothing while a question is open', async () => {
    const plan = join(folder, 'untouched.csv')
    const { code, errors } = await run(file('open.csv', 'Part number;On hand\nMG-1;1.250\n'), '--into', plan)
    expect(code).toBe(2)
    expect(errors).toContain('questions are open')
    expect(() => readFileSync(plan)).toThrow('ENOENT')
  })

  it('keeps the line of several for one part that --answer says, and tells of it before', async () => {
    const path = file('twice.csv', 'Part number;On hand\nMG-1;12\nMG-1;13\nMG-2;5\n')
    const asked = await run(path)
    expect(asked.code).toBe(1)
    expect(asked.out).toContain('--answer repeated-keys=first or repeated-keys=last, or add them up with repeated-keys=sum')
    const stocks = async (choice: string) => (JSON.parse((await run(path, '--json', '--answer', `repeated-keys=${choice}`)).out) as { readonly parts: readonly { readonly onHand: number }[] }).parts.map(({ onHand }) => onHand)
    expect(await stocks('first')).toEqual([12, 5])
    expect(await stocks('last')).toEqual([13, 5])
    expect(await stocks('sum')).toEqual([25, 5])
  })

  it('reads the sheet of a workbook that --answer names, and asks for another where it is not there', async () => {
    const path = new URL('../fixtures/import/excel-several-sheets.xlsx', import.meta.url).pathname
    expect((await run(path)).out).toContain('Read another sheet with --answer sheet=NAME.')
    expect((await run(path, '--answer', 'sheet=Open orders')).out).toContain('sheet “Open orders”: 1 order line')
    const wrong = await run(path, '--answer', 'sheet=Prices')
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain("--answer 'sheet=Stock & safety'")
  })

  it('saves rejected rows with their reasons', async () => {
    const rejected = join(folder, 'rejected.csv')
    await run(file('bad.csv', 'Part number;On hand\nMG-1;12\nMG-2;x1\n'), '--rejected', rejected)
    expect(readFileSync(rejected, 'utf8')).toMatch(/^\ufeffPart number;On hand;line in file;reason\r\nMG-2;x1;3;Line 3/u)
  })

  it('refuses an unknown kind, a pair without a mark and a file that is not there', async () => {
    expect(await run('x.csv', '--kind', 'things')).toMatchObject({ code: 2, errors: expect.stringContaining('choose parts, stock') })
    expect(await run('x.csv', '--answer', 'colour=red')).toMatchObject({ code: 2, errors: expect.stringContaining('no such question') })
    expect(await run(file('asked2.csv', 'Part number;On hand\nMG-1;1.250\n'), '--answer', 'decimal=dot')).toMatchObject({ code: 2, errors: expect.stringContaining('choose comma point') })
    expect(await run('x.csv', '--map', 'Bestand')).toMatchObject({ code: 2, errors: expect.stringContaining('COLUMN=FIELD') })
    expect(await run(join(folder, 'none.csv'))).toMatchObject({ code: 2, errors: expect.stringContaining('no such file') })
  })
})
