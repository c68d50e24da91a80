import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writtenTable } from '../../shared/csv/export-table'
import { fileForms } from '../../shared/csv/file-form'
import { readPartsTable } from '../../shared/csv/parts-table'
import { importedPlanChange } from '../../shared/csv/imported-plan-change'
import { newPart } from '../../shared/plan/new-part'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import { imported } from '../fixtures/imported'
import { ordersExportTable, partsExportTable, usageExportTable } from '../../shared/csv/plan-tables'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = JSON.parse(readFileSync(new URL('../fixtures/plans/plan-v2.json', import.meta.url), 'utf8')) as PlanDocument

describe('partsExportTable', () => {
  it.each(Object.entries(fileForms))('comes back through the import for %s with every part id, and stated figures equal', (_, form) => {
    const stated = {
      parts: samplePlan().parts.map((part, at) => ({
        ...part, usage: { kind: 'stated' as const, per: at % 2 === 0 ? ('week' as const) : ('month' as const), mean: 12.5 + at, sd: at % 3 === 0 ? null : 0.125 },
        leadTime: { kind: 'total' as const, meanDays: 70.5, sdDays: 7, transitDays: 38 }, note: at === 0 ? '=see 1,250' : part.note,
        target: part.target?.kind === 'least-cost' ? null : part.target,
      })),
    }
    const { text } = writtenTable(partsExportTable(stated), form)
    const result = readPartsTable(text, { idMaker: () => 'p-zzzzzz', decimal: form.decimal })
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    expect(result.value.parts.length).toBeGreaterThan(0)
    expect(result.value.parts.map((part) => part.id)).toEqual(stated.parts.map((part) => part.id))
    for (const [at, part] of result.value.parts.entries()) {
      const { usageHistory: _usage, openOrders: _orders, contract: _contract, erpLeadTimeDays: _erp, forecast: _forecast, demandFamily: _family, applicationLag: _lag, ...expected } = stated.parts[at] as (typeof stated.parts)[number]
      expect(part).toMatchObject(expected)
    }
  })

  it.each(Object.entries(fileForms))('comes back through the import of any file for %s, into parts that know nothing yet', (_, form) => {
    const filled = samplePlan().parts.map((part, at) => ({
      ...part, partNumber: at === 1 ? '00012345' : part.partNumber, description: part.description || 'Magnet', supplier: part.supplier || 'Acme', grade: part.grade || 'N42SH',
      elements: { Dy: 'yes' as const, Tb: 'unknown' as const }, isCritical: at % 2 === 0, magnetMassPerUnitKg: 0.0125, rareEarthOriginCountry: 'CN', note: at === 0 ? '=see 1,250' : 'a, b; c', usageHistory: [], openOrders: [],
      usage: { kind: 'stated' as const, per: at % 2 === 0 ? ('week' as const) : ('month' as const), mean: 12.5 + at, sd: 0.125 }, leadTime: { kind: 'total' as const, meanDays: 70.5, sdDays: 7, transitDays: 38 },
      target: at % 2 === 0 ? { kind: 'cycle-service-level' as const, cycleServiceLevel: 0.985 } : { kind: 'fill-rate' as const, fillRate: 0.97 },
      reviewPeriodDays: 14, moq: 500, lotMultiple: 25, capCoverDays: 90, capOrderQuantity: 5000, allocated: 3, backordered: 1.5, erpSafetyStock: 12.5, erpReorderPoint: 1250, unitCost: 3.125,
    }))
    const { text } = writtenTable(partsExportTable({ parts: filled }), form)
    // A spreadsheet has eaten the zeros of one part number; its id tells which it is.
    const result = imported(text.replace(/'?00012345/u, '12345'), { answers: { decimal: form.decimal } })
    const blank = { ...samplePlan(), assemblies: [], parts: filled.map(({ id, partNumber, plant, unit }) => ({ ...newPart({ id, partNumber }), plant, unit })) }
    const { command } = importedPlanChange(blank, result, { decisions: { matches: {}, addsParts: true }, idMaker: () => 'p-zzzzzz', label: 'x' })
    const after = planAfterCommand(blank, command as NonNullable<typeof command>)
    if (!after.ok) throw new Error(after.problem.sentence)
    for (const [at, part] of after.value.plan.parts.entries()) {
      const { contract: _contract, erpLeadTimeDays: _erp, forecast: _forecast, demandFamily: _family, applicationLag: _lag, overrides: _overrides, ...expected } = filled[at] as (typeof filled)[number]
      expect(part).toMatchObject(expected)
    }
    expect(after.value.plan.parts).toHaveLength(filled.length)
  })

  it('says what it cannot hold', () => {
    expect(partsExportTable(plan).omissions).toEqual(['The legs of the lead time of 1 part are added up.', 'The usage of 1 part comes from the build plan and is empty here.'])
  })
})

describe('usageExportTable', () => {
  it('has a column a month, blank where nothing is known, and says which periods it leaves out', () => {
    const first = plan.parts[0] as PlanDocument['parts'][number]
    const table = usageExportTable({ parts: [{ ...first, usageHistory: [...first.usageHistory, { startDate: '2026-11-01', days: 7, quantity: 900 }] }, { ...first, id: 'p-zzzzzz', usageHistory: [] }] })
    expect(table.columns.map((column) => column.header)).toEqual(['part number', 'plant', 'unit', 'use 2026-06', 'use 2026-07', 'use 2026-08', 'use 2026-09', 'use 2026-10', 'part id'])
    expect(table.rows[0]?.slice(3, 8)).toEqual([4100, 3950, -120, 4420, 4380])
    expect(table.rows[1]?.slice(3, 8)).toEqual([null, null, null, null, null])
    expect(table.omissions).toEqual(['1 usage period that is no whole month is not in this table; the plan file has all of them.'])
  })
})

describe('ordersExportTable', () => {
  it('has one row an order, dates as dates, and the ids of order and part', () => {
    const table = ordersExportTable(plan)
    expect(table.rows).toHaveLength(plan.parts.flatMap((part) => part.openOrders).length)
    const row = Object.fromEntries(table.columns.map((column, at) => [column.header, table.rows[0]?.[at]]))
    expect(row).toMatchObject({ 'part number': '000471', po: '4500-17', quantity: 12000, promised: '2027-01-11', 'licence status': 'filed', 'licence filed': '2026-11-02', 'order id': 'o-jkwvbd', 'part id': 'p-hbkwzt' })
    expect(table.columns.find((column) => column.header === 'promised')?.type).toBe('date')
    expect(table.rows[1]?.[4]).toBeNull()
  })
})
