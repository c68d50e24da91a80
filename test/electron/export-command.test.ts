import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, describe, expect, it } from 'vitest'
import { tableWorkbook } from '../../electron/services/table-workbook'
import { run } from './command-line-run'

const folder = mkdtempSync(join(tmpdir(), 'lodestock-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const plan = new URL('../fixtures/plans/plan-v2.json', import.meta.url).pathname

describe('export', () => {
  it('prints a table for a region, and for the plan’s own region without one', async () => {
    const german = await run('export', plan, '--table', 'orders')
    expect(german.code).toBe(0)
    expect(german.out.split('\r\n')[1]).toContain("'4500-17;12000;pcs;11.01.2027;01.10.2026;filed;02.11.2026;o-jkwvbd;p-hbkwzt")
    const us = await run('export', plan, '--table', 'orders', '--region', 'us')
    expect(us.out.split('\r\n')[1]).toContain("'4500-17,12000,pcs,01/11/2027,10/01/2026,filed,11/02/2026,o-jkwvbd,p-hbkwzt")
  })

  it('writes results with what the planner has set beside what is computed', async () => {
    const path = join(folder, 'results.csv')
    expect((await run('export', plan, '--table', 'results', '--region', 'international', '--out', path)).code).toBe(0)
    const [headings = '', first = ''] = readFileSync(path, 'utf8').split('\r\n')
    expect(headings).toContain('safety stock set by the planner,reorder point set by the planner,maximum set by the planner')
    expect(first).toContain(',5200,,18000.5,')
    expect(first).toContain('Shelf of hall 2 holds no more')
  })

  it('warns of every bare cell that a spreadsheet would run or change', async () => {
    const { out, error } = await run('export', plan, '--table', 'parts', '--region', 'us', '--bare')
    expect(out.split('\r\n')[1]?.startsWith('000471,')).toBe(true)
    expect(error).toContain('warning: Line 2, column A (part number): “000471” stands bare')
  })

  it.each([
    [['--region', 'us'], '--table is missing'], [['--table', 'stock'], '--table stock: choose parts, usage, orders, results'],
    [['--table', 'parts', '--region', 'mars'], '--region mars: choose this-computer'], [['--table', 'parts', '--bare', '--out', 'x.xlsx'], 'typed cells'],
  ])('refuses the call %j', async (options, words) => {
    const { code, error } = await run('export', plan, ...options)
    expect(code).toBe(2)
    expect(error).toContain(words)
  })

  it('writes a workbook with typed cells: part numbers texts, quantities numbers, dates dates', async () => {
    const path = join(folder, 'orders.xlsx')
    expect((await run('export', plan, '--table', 'orders', '--out', path)).code).toBe(0)
    const [sheet] = await readXlsxFile(path)
    expect(sheet?.sheet).toBe('orders')
    const row = Object.fromEntries((sheet?.data[0] ?? []).map((header, at) => [header, sheet?.data[1]?.[at]]))
    expect(row).toMatchObject({ 'part number': '000471', po: '4500-17', quantity: 12000, promised: new Date('2027-01-11T00:00:00Z') })
  })
})

describe('tableWorkbook', () => {
  it('keeps texts that XML cannot hold, blanks and exact percentages', async () => {
    const bytes = await tableWorkbook({
      name: 'x', columns: [{ header: 'text', type: 'text' }, { header: 'level (%)', type: 'percent' }, { header: 'yes', type: 'yes-no' }],
      rows: [['=1+1', 0.07, true], [null, null, null], ['tab\tand <b> & "q"', 0.995, false]], omissions: [],
    })
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    expect(sheet?.data.slice(1)).toEqual([['=1+1', 7, 'yes'], [null, null, null], ['tab\tand <b> & "q"', 99.5, 'no']])
    expect(await tableWorkbook({ name: 'x', columns: [{ header: 'text', type: 'text' }], rows: [['a\u0001b']], omissions: [] })).toBeInstanceOf(Uint8Array)
  })
})
