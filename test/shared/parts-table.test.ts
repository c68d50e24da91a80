import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partArbitrary } from '../fixtures/plan-arbitrary'
import { csvTable } from '../../shared/csv/csv-table'
import { readPartsTable, writtenPartsTable, type PartsTableOptions, type PartsTableReading } from '../../shared/csv/parts-table'
import { wholeMonth } from '../../shared/csv/whole-month'
import type { Part } from '../../shared/plan/part-schema'

const consonants = 'bcdfghjklmnpqrstvwxz'
function idMaker(): (prefix: string) => string {
  let next = 0
  return (prefix) => {
    next++
    return `${prefix}-bbbb${consonants.charAt(Math.floor(next / 20) % 20)}${consonants.charAt(next % 20)}`
  }
}

/** Reads a table and checks that every line of it is accounted for: the one place for this rule. */
function readingOf(text: string, options: Partial<PartsTableOptions> = {}): PartsTableReading {
  const result = readPartsTable(text, { idMaker: idMaker(), ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.problem, null, 1))
  const reading = result.value
  expect(reading.recordCount).toBe(reading.read.length + reading.held.length + reading.skipped.length)
  expect(reading.parts).toHaveLength(reading.read.length)
  const lines = [...reading.read, ...reading.held, ...reading.skipped].map(({ line }) => line)
  expect(new Set(lines).size).toBe(lines.length)
  const begun = csvTable(text.replace('\ufeff', ''), reading.delimiter)
  expect(lines.toSorted((a, b) => a - b)).toEqual([...begun.records.map(({ line }) => line), ...begun.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line ?? 0)].toSorted((a, b) => a - b))
  for (const { reasons } of reading.held) expect(reasons.length).toBeGreaterThan(0)
  return reading
}
const problemsOf = (text: string, options: Partial<PartsTableOptions> = {}) => {
  const result = readPartsTable(text, { idMaker: idMaker(), ...options })
  return result.ok ? [] : result.problem
}

const german = [
  'part number;description;plant;unit;lead time (days);lead time sd (days);transit (days);usage per week;on hand;unit cost;elements;critical;origin;service level (%)',
  "'00010045;Block N42SH;'0101;pcs;84;12,5;32;40,5;1.200;8,2875;Dy yes Tb unknown;yes;CN;98,5",
  'MG-N42-7;Flakes;;kg;63;0;0;0,4;13,75;74,7;;no;;',
].join('\r\n')

describe('readPartsTable', () => {
  it('reads a German table: semicolons, decimal commas by evidence, thousands points', () => {
    const reading = readingOf(german)
    expect(reading.delimiter).toBe(';')
    expect(reading.decimal).toBe('comma')
    expect(reading.problems).toEqual([])
    expect(reading.parts[0]).toMatchObject({
      partNumber: '00010045', plant: '0101', unit: 'pcs', leadTime: { kind: 'total', meanDays: 84, sdDays: 12.5, transitDays: 32 },
      usage: { kind: 'stated', per: 'week', mean: 40.5, sd: null }, onHand: 1200, unitCost: 8.2875, elements: { Dy: 'yes', Tb: 'unknown' },
      isCritical: true, originCountry: 'CN', target: { kind: 'cycle-service-level', cycleServiceLevel: 0.985 },
    })
    expect(reading.parts[1]).toMatchObject({ onHand: 13.75, originCountry: null, isCritical: false, target: null, materialFamily: 'unknown', sector: 'other' })
  })

  it('reads months of usage, a blank month as missing and 0 as zero', () => {
    const { parts } = readingOf('part number,lead time (days),use 2025-11,2025-12,use 2026-01\nA,84,480,,0\n')
    expect(parts[0]?.usage).toEqual({ kind: 'history' })
    expect(parts[0]?.usageHistory).toEqual([{ startDate: '2025-11-01', days: 30, quantity: 480 }, { startDate: '2026-01-01', days: 31, quantity: 0 }])
  })

  it('accounts for every line, whatever is in it', () => {
    const reading = readingOf(
      'sep=;\r\npart number;lead time (days);usage per week;note\r\nA;84;5;"two\r\nlines"\r\n\r\n;;;\r\n;84;5;no number\r\nB;;5;\r\nC;84;;\r\nD;soon;5;\r\nE;84;5\r\nF;84;5;x;too many\r\nTotal;;15;\r\nG;84;5;\r\nG;84;5;\r\nH;84;5;\r\nH;84;6;\r\nI;84;5;"open\r\nJ;84;7;\r\n',
    )
    expect(reading.parts.map((part) => part.partNumber)).toEqual(['A', 'G', 'J'])
    expect(reading.parts[0]?.note).toBe('two\r\nlines')
    expect(reading.skipped).toEqual([
      { line: 1, reason: 'delimiter-row' }, { line: 2, reason: 'heading' }, { line: 5, reason: 'blank' }, { line: 6, reason: 'blank' },
      { line: 13, reason: 'total' }, { line: 15, reason: 'same-line-again' },
    ])
    expect(reading.held.map(({ line, reasons }) => [line, reasons[0]?.kind])).toEqual([
      [7, 'no-part-number'], [8, 'no-lead-time'], [9, 'no-usage'], [10, 'not-a-number'], [11, 'too-few-cells'], [12, 'too-many-cells'],
      [16, 'repeated-part'], [17, 'repeated-part'], [18, 'unclosed-quote'],
    ])
  })

  it('asks for the decimal sign when nothing proves it, with both readings of a real part, and takes the answer', () => {
    const text = 'part number;lead time (days);usage per week\nMG-7;84;1,250\n'
    const [problem] = problemsOf(text)
    expect(problem).toMatchObject({ kind: 'undecided-decimal-sign', line: 2, column: { letter: 'C', header: 'usage per week' }, found: '1,250' })
    expect(problem?.sentence).toContain('part MG-7')
    expect(problem?.sentence).toContain('1,25 with a decimal comma, or 1250 with a decimal point')
    expect(readingOf(text, { decimal: 'comma' }).parts[0]?.usage).toMatchObject({ mean: 1.25 })
    expect(readingOf(text, { decimal: 'point' }).parts[0]?.usage).toMatchObject({ mean: 1250 })
  })

  it('settles a column without proof by the rest of the file', () => {
    const { parts } = readingOf('part number;lead time (days);usage per week;unit cost\nA;84;1.250;3,5\n')
    expect(parts[0]).toMatchObject({ usage: { mean: 1250 }, unitCost: 3.5 })
  })

  it('holds the cells of the minority where a column has both signs, and those that both signs read', () => {
    const reading = readingOf('part number;lead time (days);usage per week\nA;84;12,5\nB;84;13,5\nC;84;14.5\nD;84;1,250\nE;84;7\n')
    expect(reading.parts.map((part) => part.partNumber)).toEqual(['A', 'B', 'E'])
    expect(reading.held.map(({ line, reasons }) => [line, reasons[0]?.kind, reasons[0]?.found])).toEqual([[4, 'mixed-number-format', '14.5'], [5, 'mixed-number-format', '1,250']])
  })

  it.each([
    ['the other sign after an answer', '12.5', 'other-decimal-sign'],
    ['a spreadsheet error', '#N/A', 'not-a-number'],
    ['a letter for a digit', '1O0', 'not-a-number'],
    ['another unit', '12 weeks', 'unit-in-cell'],
    ['a negative number', '-5', 'negative'],
  ])('names line, column and cell of %s', (_, cell, kind) => {
    const reading = readingOf(`part number;lead time (days);usage per week\nA;${cell};5\n`, { decimal: 'comma' })
    expect(reading.held[0]?.reasons[0]).toMatchObject({ kind, line: 2, column: { letter: 'B', header: 'lead time (days)' }, found: cell })
  })

  it.each([
    ['a country that does not exist', 'origin', 'XX', 'unknown-country'],
    ['a material we do not know', 'material', 'cheese', 'unknown-choice'],
    ['neither yes nor no', 'critical', 'maybe', 'not-yes-or-no'],
    ['elements without a statement', 'elements', 'Dy Tb', 'not-elements'],
    ['a fraction in a percent column', 'service level (%)', '0,95', 'fraction-in-percent'],
    ['a service level of 100 %', 'service level (%)', '100', 'service-level-out-of-range'],
    ['transit longer than the lead time', 'transit (days)', '90', 'transit-too-long'],
  ])('holds a line with %s', (_, header, cell, kind) => {
    const reading = readingOf(`part number;lead time (days);usage per week;${header}\nA;84;5,5;${cell}\n`)
    expect(reading.held[0]?.reasons[0]).toMatchObject({ kind, line: 2, column: { letter: 'D', header }, found: cell })
  })

  it('names every missing column at once, with those that were found', () => {
    const problems = problemsOf('Artikel;Bestand\nA;5\n')
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => problem.kind)).toEqual(['missing-column', 'missing-column', 'missing-column'])
    expect(problems.at(-1)?.sentence).toContain('“Artikel”, “Bestand”')
  })

  it('refuses a column that stands twice, and a file without a heading', () => {
    expect(problemsOf('part number;lead time (days);usage per week;usage per week\nA;84;5;6\n').map((problem) => problem.kind)).toContain('repeated-column')
    expect(problemsOf('\n\n').map((problem) => problem.kind)).toEqual(['no-heading'])
  })

  it('does not read weeks as days', () => {
    const problems = problemsOf('part number;lead time (weeks);usage per week\nA;12;5\n')
    expect(problems.map((problem) => problem.kind)).toEqual(['unknown-column', 'missing-column'])
    expect(problems[0]?.sentence).toContain('Convert')
  })

  it('says which defaults it took', () => {
    const reading = readingOf('part number;lead time;usage per week\nA;84;5\n')
    expect(reading.problems.map((problem) => problem.kind)).toEqual(['unit-taken', 'default-taken', 'default-taken', 'default-taken', 'default-taken'])
    expect(readingOf('part number;lead time (days);usage per week;on hand\nA;84;5;\n').problems.some((problem) => problem.line === 2 && problem.kind === 'default-taken')).toBe(true)
  })

  it('refuses a part number that a spreadsheet has rounded', () => {
    expect(readingOf('part number;lead time (days);usage per week\n1,23457E+17;84;5\n').held[0]?.reasons[0]?.kind).toBe('part-number-damaged')
  })
})

describe('writtenPartsTable', () => {
  // What the table has columns for, and values it does not refuse.
  const tabular = (part: Part): Part => {
    const months = part.usageHistory.filter((period, at, all) => wholeMonth(period) !== null && all.findIndex((other) => other.startDate === period.startDate && wholeMonth(other) !== null) === at)
    const usage = part.usage.kind === 'stated' ? part.usage : { kind: 'stated' as const, per: 'week' as const, mean: 12.5, sd: null }
    const target = part.target?.kind === 'cycle-service-level' ? { ...part.target, cycleServiceLevel: Math.max(0.5, part.target.cycleServiceLevel) } : null
    const meanDays = part.leadTime.kind === 'total' ? part.leadTime.meanDays : 84
    return {
      ...part, applicationLag: null, usage, usageHistory: months.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1)), forecast: [], demandFamily: null, openOrders: [],
      leadTime: { kind: 'total', meanDays, sdDays: 2.5, transitDays: Math.min(meanDays, 32) }, target, erpLeadTimeDays: null, overrides: [], contract: null,
      partNumber: totals.has(part.partNumber.trim().toLowerCase()) || part.partNumber.trim() === '' ? 'MG-1' : part.partNumber, unit: part.unit.trim() === '' ? 'pcs' : part.unit,
    }
  }
  const totals = new Set(['total', 'sum', '*'])

  it('carries every part through that it has columns for, in both decimal signs and every delimiter', () => {
    const forms = fc.record({ decimal: fc.constantFrom('comma' as const, 'point' as const), delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const) })
    fc.assert(
      fc.property(fc.uniqueArray(partArbitrary.map(tabular), { selector: (part) => part.id, maxLength: 4, minLength: 1 }), forms, (parts, form) => {
        const distinct = parts.filter((part, at) => parts.findIndex((other) => other.partNumber === part.partNumber && other.plant === part.plant) === at)
        const text = writtenPartsTable(distinct, form)
        const reading = readingOf(text, { decimal: form.decimal })
        expect(reading.delimiter).toBe(form.delimiter)
        expect(reading.held.flatMap(({ reasons }) => reasons)).toEqual([])
        expect(reading.parts).toEqual(distinct)
        expect(writtenPartsTable(reading.parts, form)).toBe(text)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('writes legs as their total', () => {
    const [part] = fc.sample(partArbitrary, { numRuns: 1, seed: 1 }).map(tabular)
    if (part === undefined) throw new Error('no part')
    const legs: Part = { ...part, leadTime: { kind: 'legs', legs: [{ name: 'Sea', meanDays: 32, sdDays: 3, isAfterBorder: true, isWorkingDays: false }, { name: 'Make', meanDays: 30, sdDays: 4, isAfterBorder: false, isWorkingDays: false }] } }
    expect(readingOf(writtenPartsTable([legs], { decimal: 'point', delimiter: ';' }), { decimal: 'point' }).parts[0]?.leadTime).toEqual({ kind: 'total', meanDays: 62, sdDays: 5, transitDays: 32 })
  })
})
