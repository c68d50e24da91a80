import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planArbitrary } from '../fixtures/plan-arbitrary'
import { canonicalPlan } from '../../shared/csv/plan-file-rows'
import { readPlanFile, writtenPlanFile, type PlanFileReading } from '../../shared/csv/plan-file'
import { csvTable, writtenCsv } from '../../shared/csv/csv-table'
import type { PlanDocument } from '../../shared/plan/plan-document'

const forms = fc.record({ decimal: fc.constantFrom('comma' as const, 'point' as const), delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const) })
const idMaker = idsFrom('bcdfgh', 'bcdfgj', 'bcdfgk')

function idsFrom(...ends: readonly string[]): (prefix: string) => string {
  let next = 0
  return (prefix) => `${prefix}-${ends[next++ % ends.length] ?? ''}`
}

// One plan with something of everything; the generator is seeded, so it is always the same one.
const plan = fc
  .sample(planArbitrary, { numRuns: 200, seed: 20261123 })
  .filter((each) => each.parts.length >= 2 && each.scenarios.length >= 1 && each.parts.some((part) => part.openOrders.length > 0))
  .map((each): PlanDocument => ({
    ...each,
    title: 'Q1 magnets',
    parts: each.parts.map((part, at) => ({
      ...part, partNumber: at === 0 ? '00010045' : `MG-N42-${at}`, plant: at === 0 ? '0101' : 'Werk Süd', description: at === 0 ? 'Block N42SH' : 'Flakes 磁', supplier: '', grade: '',
      note: '', unit: 'pcs', originCountry: 'CN', onHand: 12.5 + at, unitCost: 8.2875, moq: 1250, erpSafetyStock: 0.125, openOrders: part.openOrders.map((order) => ({ ...order, purchaseOrder: 'PO-7' })),
      contract: null, overrides: [{ field: 'safetyStock', value: 99.5 + at, reason: 'New tool', author: 'K. Weber', setDate: '2026-11-02', expiryDate: '2027-03-31' }], usage: { kind: 'stated', per: 'week', mean: 13.75, sd: 2.5 },
    })),
    assemblies: [], timeline: { ...each.timeline, events: [], controls: [], setAsideEventIds: [] }, scenarios: each.scenarios.map((scenario, at) => ({ ...scenario, id: `s-bcdfg${'bcdfgh'.charAt(at)}`, name: 'Base', assumption: '', events: [] })),
  }))[0] as PlanDocument
const file = (decimal: 'comma' | 'point' = 'comma', delimiter: ';' | ',' = ';') =>
  writtenPlanFile({ plan, decimal, delimiter, appVersion: '1.4.0', revision: 'rv-mhdwcx', basedOn: 'rv-bnqkzf', savedBy: 'K. Weber' })

function readingOf(text: string, restoreFrom: PlanDocument | null = null): PlanFileReading {
  const result = readPlanFile(text, { idMaker, restoreFrom })
  if (!result.ok) throw new Error(JSON.stringify(result.problem.filter((problem) => problem.severity === 'error').slice(0, 5), null, 1))
  return result.value
}
function problemsOf(text: string) {
  const result = readPlanFile(text, { idMaker })
  return result.ok ? [] : result.problem
}
const kindsOf = (warnings: readonly { readonly kind: string }[]) => [...new Set(warnings.map((warning) => warning.kind))]

/** What a spreadsheet does to a file: every cell through a change, saved with its own delimiter. */
function resaved(text: string, change: (cell: string, row: readonly string[]) => string, delimiter = ';', newDelimiter = delimiter): string {
  const table = csvTable(text.replace('\ufeff', ''), delimiter)
  return `\ufeff${writtenCsv(table.records.map(({ cells }) => cells.map((cell) => change(cell, cells))), newDelimiter)}`
}
const isNumber = (cell: string) => /^-?\d+([.,]\d+)?(E[+-]\d+)?$/u.test(cell)

describe('writtenPlanFile and readPlanFile', () => {
  it('carry any plan through unchanged, in both decimal signs and every delimiter, and give the same bytes again', () => {
    fc.assert(
      fc.property(planArbitrary, forms, (each, form) => {
        const written = writtenPlanFile({ plan: each, ...form, appVersion: '1.4.0', revision: 'rv-bcdfgh' })
        const reading = readingOf(written)
        expect(reading.plan).toEqual(canonicalPlan(each))
        expect(reading.warnings).toEqual([])
        expect(reading.kept).toEqual({ facts: [], kinds: [], columns: [] })
        expect(writtenPlanFile({ plan: reading.plan, ...form, appVersion: '1.4.0', revision: 'rv-bcdfgh', kept: reading.kept })).toBe(written)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('do not depend on the order of rows, with headings in the middle', () => {
    fc.assert(
      fc.property(planArbitrary, forms, fc.infiniteStream(fc.nat()), (each, form, stream) => {
        const written = writtenPlanFile({ plan: each, ...form, appVersion: '1.4.0' }).replace('\ufeff', '')
        const records = csvTable(written, form.delimiter).records.map((record) => ({ cells: record.cells, rank: stream.next().value as number }))
        const shuffled = writtenCsv(records.toSorted((a, b) => a.rank - b.rank).map((record) => record.cells), form.delimiter)
        expect(readingOf(shuffled).plan).toEqual(canonicalPlan(each))
      }),
      { numRuns: 50 },
    )
  }, 60_000)

  it('give the same bytes for plans that differ only in the order of their parts', () => {
    const turned = { ...plan, parts: plan.parts.toReversed() }
    expect(writtenPlanFile({ plan: turned, decimal: 'comma', delimiter: ';', appVersion: '1.4.0', revision: 'rv-mhdwcx', basedOn: 'rv-bnqkzf', savedBy: 'K. Weber' })).toBe(file())
  })

  it('say on which day they were saved, also after a sheet has written dates its own way', () => {
    const text = writtenPlanFile({ plan, decimal: 'comma', delimiter: ';', appVersion: '1.4.0', savedDate: '2026-12-05' })
    expect(readingOf(text).savedDate).toBe('2026-12-05')
    expect(readingOf(resaved(text, (cell) => cell.replace(/^'?(\d{4})-(\d\d)-(\d\d)$/u, '$2/$3/$1'))).savedDate).toBe('2026-12-05')
    expect(readingOf(file()).savedDate).toBeNull()
  })

  it('begin with a byte order mark, end lines with CRLF, and hand back who saved what', () => {
    expect(file().startsWith('\ufeffplan;format;safety stock plan;1;1\r\n')).toBe(true)
    expect(file().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    const { revision, basedOn, savedBy, appVersion, decimal, delimiter } = readingOf(file())
    expect({ revision, basedOn, savedBy, appVersion, decimal, delimiter }).toEqual({
      revision: 'rv-mhdwcx', basedOn: 'rv-bnqkzf', savedBy: 'K. Weber', appVersion: '1.4.0', decimal: 'comma', delimiter: ';',
    })
  })

  it('read a file written before there were overrides and a region for files, without a word', () => {
    const old = readFileSync(new URL('../fixtures/plans/plan-file-1-0.csv', import.meta.url), 'utf8')
    expect(old).not.toMatch(/override|region/u)
    const reading = readingOf(old)
    expect(reading.warnings).toEqual([])
    expect(reading.plan.settings.region).toBe('this-computer')
    expect(reading.plan.parts.map((part) => part.overrides)).toEqual(Array.from({ length: 24 }, () => []))
  })

  it('change one line when one value changes', () => {
    const changed = { ...plan, parts: plan.parts.map((part, at) => (at === 0 ? { ...part, onHand: 99 } : part)) }
    const lines = writtenPlanFile({ plan: changed, decimal: 'comma', delimiter: ';', appVersion: '1.4.0', revision: 'rv-mhdwcx', basedOn: 'rv-bnqkzf', savedBy: 'K. Weber' }).split('\r\n')
    expect(lines.filter((line, at) => line !== file().split('\r\n')[at])).toHaveLength(1)
  })
})

describe('readPlanFile after a spreadsheet', () => {
  it('reads a file saved with the other decimal sign throughout, and says so', () => {
    const reading = readingOf(resaved(file(), (cell) => (isNumber(cell) ? cell.replace(',', '.') : cell), ';', ','))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.decimal).toBe('point')
    expect(kindsOf(reading.warnings)).toEqual(['other-region'])
  })

  it.each([
    ['a comma file in an English sheet', 'comma', (cell: string) => (isNumber(cell) ? cell.replace(',', '') : cell), 'English'],
    ['a point file in a German sheet', 'point', (cell: string) => (/^\d+\.\d{3}$/u.test(cell) ? cell.replace(/^0/u, '').replace('.', '') : cell === '1.25' ? 'Jan 25' : cell), 'German'],
    ['numbers as months', 'comma', (cell: string) => (cell === '1,25' ? '01. Mai' : cell), 'English'],
  ] as const)('refuses the numbers of %s and names the region', (_, decimal, change, region) => {
    const problems = problemsOf(resaved(file(decimal), change))
    expect(problems.map((problem) => problem.kind)).toEqual(['numbers-damaged'])
    expect(problems[0]?.sentence).toContain(region)
    expect(problems[0]?.sentence).toContain(`decimal ${decimal}`)
  })

  it.each([
    ['month first', 'month first', (y: string, m: string, d: string) => `${Number(m)}/${Number(d)}/${y}`],
    ['day first', 'day first', (y: string, m: string, d: string) => `${d}.${m}.${y}`],
    ['day first with slashes', 'day first', (y: string, m: string, d: string) => `${d}/${m}/${y}`],
    ['year first', 'year first', (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`],
  ])('reads dates saved %s', (_, order, shape) => {
    const reading = readingOf(resaved(file(), (cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/u, (whole, y: string, m: string, d: string) => shape(y, m, d) || whole)))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(kindsOf(reading.warnings)).toEqual(['dates-rewritten'])
    expect(reading.warnings[0]?.sentence).toContain(order)
  })

  it('takes rows whose columns were moved for untouched', () => {
    const moved = csvTable(file().replace('\ufeff', ''), ';').records.map(({ cells }) => (cells[0] === 'plan' || cells[0] === 'end' ? cells : [cells[0] ?? '', ...cells.slice(1).toReversed()]))
    const reading = readingOf(writtenCsv(moved, ';'))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.warnings).toEqual([])
  })

  it('reads texts whose apostrophes were consumed', () => {
    const reading = readingOf(resaved(file(), (cell) => cell.replace(/^'/u, '')))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.warnings).toEqual([])
  })

  it('puts eaten zeros back where the check code proves them, and lists them', () => {
    const reading = readingOf(resaved(file(), (cell) => cell.replace(/^'?0+(?=\d+$)/u, '')))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.warnings.filter((warning) => warning.kind === 'text-restored').map((warning) => warning.found).toSorted()).toEqual(['10045', '101'])
  })

  it('takes a damaged part number from the known plan by id when the row was edited too, and refuses without that plan', () => {
    const eaten = resaved(file(), (cell, row) => (row[0] === 'part' && cell === '8,2875' ? '9' : cell.replace(/^'?0+(?=\d+$)/u, '')))
    const reading = readingOf(eaten, plan)
    expect(reading.plan.parts.map((part) => part.partNumber).toSorted()).toEqual(plan.parts.map((part) => part.partNumber).toSorted())
    expect(reading.plan.parts.every((part) => part.unitCost === 9)).toBe(true)
    const problem = problemsOf(eaten).find((each) => each.kind === 'text-damaged')
    expect(problem?.found).toBe('10045')
    expect(problem?.column?.header).toBe('part number')
  })

  it('keeps our texts where letters were lost, and takes the numbers', () => {
    const lost = resaved(file(), (cell) => (cell === '1250' ? '1300' : cell.replaceAll(/[^\0-\u00ff]/gu, '?')))
    const reading = readingOf(lost, plan)
    expect(reading.plan.parts.map((part) => part.description).toSorted()).toEqual(plan.parts.map((part) => part.description).toSorted())
    expect(reading.plan.parts.every((part) => part.moq === 1300)).toBe(true)
    expect(problemsOf(lost).map((problem) => problem.kind)).toContain('text-damaged')
  })

  it('repairs UTF-8 that was read as windows-1252', () => {
    const bytes = new TextEncoder().encode(file().replace('\ufeff', ''))
    const garbled = new TextDecoder('windows-1252').decode(bytes)
    expect(garbled).toContain('Ã„ÃŸ')
    const reading = readingOf(garbled)
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(kindsOf(reading.warnings)).toEqual(['ungarbled'])
  })

  it.each(['line\nbreak', 'line\r\nbreak', 'line\rbreak'])('puts %j together again where a sheet had split it, and proves it by the check code', (description) => {
    const broken = { ...plan, parts: plan.parts.map((part) => ({ ...part, description })) }
    const lines = writtenPlanFile({ plan: broken, decimal: 'comma', delimiter: ';', appVersion: '1.4.0' }).replace('\ufeff', '').split(/\r\n|\n|\r/u)
    const reading = readingOf(lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\n'))
    expect(reading.plan).toEqual(canonicalPlan(broken))
    expect(reading.warnings.map((warning) => warning.kind)).toEqual(['rejoined'])
  })

  it.each([
    ['semicolons in a comma region, in column A', 'comma', ';', ',', 1],
    ['commas in a semicolon region, in column A', 'point', ',', ';', 1],
    ['semicolons in a comma region, padded', 'comma', ';', ',', 4],
    ['commas in a semicolon region, padded', 'point', ',', ';', 4],
  ] as const)('puts a file together again: %s', (_, decimal, delimiter, sheet, width) => {
    // The sheet splits every line at its own separator, pads to the widest row and writes.
    const rows = csvTable(file(decimal, delimiter).replace('\ufeff', ''), sheet).records.map((record) => record.cells)
    const padded = rows.map((cells) => [...cells, ...Array.from({ length: Math.max(0, (width === 1 ? 0 : Math.max(...rows.map((row) => row.length)) + 2) - cells.length) }, () => '')])
    const reading = readingOf(`\ufeff${writtenCsv(padded, sheet)}`)
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.delimiter).toBe(delimiter)
  })
})

describe('readPlanFile refuses and lists', () => {
  it('never reads a file cut off anywhere as a whole', () => {
    const whole = file().replace(/\r\n$/u, '')
    for (let length = 0; length < whole.length; length += length > whole.length - 400 ? 1 : 37) {
      const kinds = problemsOf(whole.slice(0, length)).map((problem) => problem.kind)
      expect(kinds.some((kind) => kind === 'cut-off' || kind === 'not-a-plan-file')).toBe(true)
    }
  })

  it('refuses a file of a higher version by name', () => {
    const [problem] = problemsOf(file().replace('safety stock plan;1;1', 'safety stock plan;2;0'))
    expect(problem?.kind).toBe('newer-version')
    expect(problem?.sentence).toContain('made with version 2, this program reads 1')
  })

  it('reads a file of a higher minor version and writes back what it does not know', () => {
    const lines = file().replace('\ufeff', '').replace('plan;1;0', 'plan;1;3').split('\r\n')
    const extended = lines.flatMap((line) => {
      if (line.startsWith('#part;')) return [line.replace(/;check$/u, ';carbon (kg);check')]
      if (line.startsWith('part;')) return [line.replace(/;([a-z]{8})$/u, ';1,5;$1')]
      if (line.startsWith('end;')) return ['#tariff;tariff id;rate;from;check', "tariff;t-bcdfgh;12,5;2026-01-01;'00123", line]
      return [line]
    })
    // The end row of the newer program would count its own kind as well; ours counts it from the next writing on.
    const reading = readingOf(extended.join('\r\n'))
    expect(reading.kept.columns.map(({ kind, header, cells }) => [kind, header, cells[0]?.cell])).toEqual([['part', 'carbon (kg)', { type: 'number', value: 1.5 }]])
    const again = writtenPlanFile({ plan: reading.plan, decimal: 'point', delimiter: ',', appVersion: '1.4.0', kept: reading.kept })
    expect(again).toContain("tariff,t-bcdfgh,12.5,2026-01-01,'00123\r\n")
    expect(again).toMatch(/^part,.*,1\.5,[a-z]{8}\r$/mu)
    expect(readingOf(again).kept).toEqual(reading.kept)
    expect(readingOf(again).warnings).toEqual([])
  })

  it('lists rows that were edited, and only those', () => {
    const reading = readingOf(resaved(file(), (cell, row) => (row[2] === "'00010045" && cell === '12,5' ? '20' : cell)))
    expect(reading.plan.parts.filter((part) => part.onHand === 20)).toHaveLength(1)
    expect(reading.warnings.map((warning) => warning.kind)).toEqual(['row-edited'])
  })

  it('says how many rows of which kind are gone', () => {
    const withoutSectors = file().split('\r\n').filter((line) => !line.startsWith('order;')).join('\r\n')
    const warnings = readingOf(withoutSectors).warnings
    expect(warnings.map((warning) => [warning.kind, warning.found])).toEqual([['rows-missing', 'order']])
    expect(warnings[0]?.sentence).toMatch(/^\d+ of \d+ rows of the kind “order” are gone/u)
  })

  it('takes a part typed without id as a new one, with defaults for what is empty', () => {
    const table = csvTable(file().replace('\ufeff', ''), ';')
    const headers = table.records.find((record) => record.cells[0] === '#part')?.cells ?? []
    const typed = headers.map((header, at) => ({ 'part number': 'NEW-1', 'lead time (days)': '84', 'on hand': '3,5' })[header] ?? (at === 0 ? 'part' : ''))
    const reading = readingOf(file() + writtenCsv([typed], ';'))
    const added = reading.plan.parts.find((part) => part.partNumber === 'NEW-1')
    expect(added).toMatchObject({ onHand: 3.5, unit: 'pcs', usage: { kind: 'history' }, leadTime: { kind: 'total', meanDays: 84, sdDays: 0 } })
    expect(added?.id).toMatch(/^p-[bcdfghjklmnpqrstvwxz]{6}$/u)
    expect(reading.warnings.map((warning) => warning.kind)).toEqual(['row-new'])
  })

  it('takes a row that stands twice word for word once, and says so', () => {
    const lines = file().split('\r\n')
    const at = lines.findIndex((line) => line.startsWith('part;'))
    const reading = readingOf([...lines.slice(0, at + 1), lines[at] ?? '', ...lines.slice(at + 1)].join('\r\n'))
    expect(reading.plan).toEqual(canonicalPlan(plan))
    expect(reading.warnings).toMatchObject([{ kind: 'row-repeated', line: at + 2, column: { letter: 'B', header: 'part id' } }])
    expect(reading.warnings[0]?.sentence).toContain(`line ${at + 1}`)
  })

  it.each([['below', 1], ['above', 0]])('proposes a copied and changed row %s its original as a new one; the original keeps its id', (_, offset) => {
    const lines = file().split('\r\n')
    const at = lines.findIndex((line) => line.startsWith('part;') && line.includes("'00010045"))
    const copy = (lines[at] ?? '').replace("'00010045", "'00010046")
    const reading = readingOf([...lines.slice(0, at + offset), copy, ...lines.slice(at + offset)].join('\r\n'))
    const added = reading.plan.parts.find((part) => part.partNumber === '00010046')
    const original = plan.parts.find((part) => part.partNumber === '00010045')
    expect(reading.checks.copiedIds).toEqual([added?.id])
    expect(added).toMatchObject({ onHand: 12.5, openOrders: [], usageHistory: [], overrides: [] })
    expect(canonicalPlan({ ...reading.plan, parts: reading.plan.parts.filter((part) => part !== added) })).toEqual(canonicalPlan(plan))
    expect(original?.id).not.toBe(added?.id)
    expect(reading.warnings.map((warning) => warning.kind)).toEqual(['row-copied'])
  })

  it('names both lines where two rows differ that can be only one', () => {
    const lines = file().split('\r\n')
    const at = lines.findIndex((line) => line.startsWith('override;'))
    const problem = problemsOf([...lines.slice(0, at + 1), (lines[at] ?? '').replace('New tool', 'Old tool'), ...lines.slice(at + 1)].join('\r\n')).find((each) => each.severity === 'error')
    expect(problem).toMatchObject({ kind: 'repeated-id', line: at + 2 })
    expect(problem?.sentence).toContain(`line ${at + 1}`)
  })

  it.each([
    ['a number with the other sign', '12,5', '12.5', 'other-decimal-sign'],
    ['a thousands separator', '12,5', '1.250', 'thousands-separator'],
    ['a word for a number', '12,5', 'viele', 'not-a-number'],
    ['a unit in a cell', '12,5', '12,5 kg', 'unit-in-cell'],
    ['a negative stock', '12,5', '-3', 'not-allowed'],
    ['an emptied cell that the plan needs', '12,5', '', 'blank-cell'],
  ])('names the cell with %s', (_, from, to, kind) => {
    const problem = problemsOf(resaved(file(), (cell, row) => (row[2] === "'00010045" && cell === from ? to : cell))).find((each) => each.severity === 'error')
    expect(problem).toMatchObject({ kind, found: to, column: { header: 'on hand' } })
    expect(problem?.line).toBeGreaterThan(5)
  })

  it('names a column that is gone', () => {
    const table = csvTable(file().replace('\ufeff', ''), ';').records
    const at = table.find((record) => record.cells[0] === '#part')?.cells.indexOf('moq') ?? 0
    const without = writtenCsv(table.map(({ cells }) => (cells[0] === '#part' || cells[0] === 'part' ? cells.toSpliced(at, 1) : cells)), ';')
    expect(problemsOf(without).map((problem) => problem.kind)).toContain('column-missing')
  })

  it('names an order whose part is gone, and a cell that another leaves no place for', () => {
    const lines = file().split('\r\n')
    expect(problemsOf(lines.filter((line) => !line.startsWith('part;')).join('\r\n')).map((problem) => problem.kind)).toContain('no-such-owner')
    const unused = problemsOf(resaved(file(), (cell, row) => (row[0] === 'part' && cell === 'stated' ? 'history' : cell))).find((each) => each.kind === 'not-used')
    expect(unused?.column?.header).toBe('usage per')
  })

  it('says of another file that it is no plan file', () => {
    expect(problemsOf('part number;usage\nA;1\n').map((problem) => problem.kind)).toEqual(['not-a-plan-file'])
    expect(problemsOf('').map((problem) => problem.kind)).toEqual(['not-a-plan-file'])
  })
})
