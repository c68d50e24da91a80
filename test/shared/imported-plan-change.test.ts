import { describe, expect, it } from 'vitest'
import { changeFlag, importedPlanChange, importedPlanChangeSteps, type ImportDecisions } from '../../shared/csv/imported-plan-change'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { imported } from '../fixtures/imported'

function part(id: string, partNumber: string, fields: Partial<Part> = {}): Part {
  return { ...newPart({ id, partNumber }), leadTime: { kind: 'total', meanDays: 84, sdDays: 10, transitDays: 14 }, ...fields }
}

function plan(...parts: readonly Part[]): PlanDocument {
  return { ...newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios: builtInScenarios }), parts: [...parts] }
}

let made = 0
const idMaker = (prefix: string) => `${prefix}-${String(++made).padStart(6, '0').replaceAll(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)))}`
const undecided: ImportDecisions = { matches: {}, addsParts: true }

function change(of: PlanDocument, text: string, options: { readonly decisions?: ImportDecisions; readonly kind?: 'stock' | 'parts' | 'usage' | 'orders' } = {}) {
  const result = imported(text, { kind: options.kind ?? null })
  const found = importedPlanChange(of, result, { decisions: options.decisions ?? undecided, idMaker, label: 'Import of stock.csv' })
  const after = found.command === null ? of : planAfterCommand(of, found.command)
  if ('ok' in after && !after.ok) throw new Error(after.problem.sentence)
  return { ...found, result, after: 'ok' in after ? after.value.plan : after, undone: 'ok' in after ? planAfterCommand(after.value.plan, after.value.inverse) : null }
}

describe('importedPlanChange', () => {
  it('writes of a stock file only what the ERP owns, and only cells that have a value', () => {
    const before = plan(part('p-bcdfgh', 'MG-1', { onHand: 10, unitCost: 4, note: 'ours', licenceRoute: 'general' }), part('p-bcdfgj', 'MG-2', { onHand: 7 }))
    const { after } = change(before, 'Part number;On hand;Unit price;Currency;Description\nMG-1;12;;EUR;new words\nMG-2;;5;EUR;x\n', { kind: 'stock' })
    expect(after.parts[0]).toEqual({ ...before.parts[0], onHand: 12 })
    expect(after.parts[1]).toEqual({ ...before.parts[1], unitCost: 5 })
  })

  it('is one step, and undoing it gives the plan before', () => {
    const before = plan(part('p-bcdfgh', 'MG-1'))
    const { command, undone } = change(before, 'Part number;On hand\nMG-1;12\nMG-9;3\n')
    expect(command).toMatchObject({ kind: 'several', label: 'Import of stock.csv' })
    expect(undone).toMatchObject({ ok: true, value: { plan: before } })
  })

  it('knows a part by our id when a spreadsheet has changed its number, but not where the row was copied with it', () => {
    const before = plan(part('p-bcdfgh', '00010045', { onHand: 1 }), part('p-bcdfgj', 'MG-2', { onHand: 2 }))
    const { after, leftOut } = change(before, 'Part number;On hand;part id\n10045;12;p-bcdfgh\n', { kind: 'parts' })
    expect(after.parts.map(({ partNumber, onHand }) => [partNumber, onHand])).toEqual([['00010045', 12], ['MG-2', 2]])
    expect(leftOut).toEqual(['Line 2, part 10045: it is 00010045 in the plan by its id, and that number was kept.'])
    const copied = change(before, 'Part number;On hand;part id\n00010045;12;p-bcdfgh\nMG-NEW;7;p-bcdfgh\nMG-2;5;p-bcdfgh\n', { kind: 'parts' })
    expect(copied.after.parts.map(({ partNumber, onHand }) => [partNumber, onHand])).toEqual([['00010045', 12], ['MG-2', 5], ['MG-NEW', 7]])
  })

  it('says what of our own columns a part cannot have, instead of dropping it', () => {
    const { after, leftOut } = change(plan(part('p-bcdfgh', 'MG-1')), 'part number,material,critical,elements,lead time (days),transit (days)\nMG-1,cheese,maybe,Dy,30,90\n', { kind: 'parts' })
    expect(leftOut).toHaveLength(4)
    expect(leftOut.join(' ')).toMatch(/90 days after the border are more than the whole lead time of 30 days.*“cheese”.*“maybe”.*“Dy”/u)
    expect(after.parts[0]).toMatchObject({ materialFamily: 'unknown', isCritical: false, elements: {}, leadTime: { meanDays: 30, transitDays: 30 } })
  })

  it('tells how far it is after every thousand parts', () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `MG-${at};1`)
    const steps = [...importedPlanChangeSteps(plan(), imported(`Part number;On hand\n${rows.join('\n')}\n`), { decisions: undecided, idMaker, label: 'x' })]
    expect(steps).toEqual([0, 1000, 2000].map((done) => ({ done, total: 2500 })))
  })

  it('leaves out a new part with a value that a part cannot have, and says which', () => {
    const long = 'x'.repeat(250)
    const { added, leftOut } = change(plan(), `Part number;On hand;Supplier\nMG-1;5;${long}\nMG-2;6;Acme\n`, { kind: 'parts' })
    expect(added.map(({ partNumber }) => partNumber)).toEqual(['MG-2'])
    expect(leftOut).toHaveLength(1)
    expect(leftOut[0]).toMatch(/^Line 2, part MG-1: .*200/u)
  })

  it('never deletes what is not in the file', () => {
    const before = plan(part('p-bcdfgh', 'MG-1', { usageHistory: [{ startDate: '2026-01-01', days: 31, quantity: 5 }] }), part('p-bcdfgj', 'MG-2'))
    const { after } = change(before, 'Part,use 2026-02,use 2026-03\nMG-1,6,\n')
    expect(after.parts).toHaveLength(2)
    expect(after.parts[0]?.usageHistory).toEqual([{ startDate: '2026-01-01', days: 31, quantity: 5 }, { startDate: '2026-02-01', days: 28, quantity: 6 }])
  })

  it('offers a part whose number differs in zeros, and takes it once that is decided', () => {
    const before = plan(part('p-bcdfgh', '00010045', { onHand: 1 }))
    const text = 'Part number;On hand\n10045;12\n'
    const first = change(before, text)
    expect(first).toMatchObject({ command: null, offers: [{ key: '10045', line: 2, candidates: [{ id: 'p-bcdfgh', partNumber: '00010045' }] }] })
    expect(change(before, text, { decisions: { matches: { 10045: 'p-bcdfgh' }, addsParts: true } }).after.parts).toMatchObject([{ partNumber: '00010045', onHand: 12 }])
    expect(change(before, text, { decisions: { matches: { 10045: 'new' }, addsParts: true } }).after.parts).toHaveLength(2)
  })

  it('does not take a price in another currency', () => {
    const { after, leftOut } = change(plan(part('p-bcdfgh', 'MG-1', { unitCost: 4 })), 'Part number;Unit price;Currency\nMG-1;500;JPY\n')
    expect(after.parts[0]?.unitCost).toBe(4)
    expect(leftOut).toEqual([expect.stringContaining('JPY')])
  })

  it('converts into the unit of the part', () => {
    const before = plan(part('p-bcdfgh', 'MG-1', { unit: 'kg' }))
    expect(change(before, 'Part number;On hand;Unit;Unit price;Currency\nMG-1;1500;g;0,5;EUR\n').after.parts[0]).toMatchObject({ onHand: 1.5, unitCost: 500 })
    expect(change(before, 'Part number;On hand;Unit\nMG-1;1500;pcs\n').leftOut).toEqual([expect.stringContaining('counted in pcs')])
  })

  it('updates an order by its number and adds others', () => {
    const before = plan(part('p-bcdfgh', 'MG-1', {
      openOrders: [{ id: 'o-bcdfgh', purchaseOrder: '4500/10', quantity: 5, promisedDate: '2026-12-01', orderedDate: null, licence: { status: 'granted' } }],
    }))
    const { after, cells } = change(before, 'PO;Item;Part number;Open qty;Due date\n4500;10;MG-1;7;2026-12-15\n4501;10;MG-1;9;2027-01-04\n')
    expect(after.parts[0]?.openOrders).toMatchObject([
      { id: 'o-bcdfgh', quantity: 7, promisedDate: '2026-12-15', licence: { status: 'granted' } },
      { purchaseOrder: '4501/10', quantity: 9, licence: { status: 'not-filed' } },
    ])
    expect(cells.map((cell) => cell.after)).toEqual(['7', '2026-12-15', '9', '2027-01-04'])
  })

  it('makes legs of planned delivery and receipt times of a new part', () => {
    const { added } = change(plan(), 'Material;Planlieferzeit;WE-Bearbeitungszeit;Frei verwendbar\nMG-1;84;3;5\n')
    expect(added[0]?.leadTime).toMatchObject({ kind: 'legs', legs: [{ meanDays: 84, isWorkingDays: false }, { meanDays: 3, isWorkingDays: true, isAfterBorder: true }] })
    expect(added[0]?.erpLeadTimeDays).toBeCloseTo(84 + 3 * 1.4, 9)
  })

  it('keeps what the plan knows of a lead time when a list of parts changes its mean', () => {
    const { after } = change(plan(part('p-bcdfgh', 'MG-1')), 'Part number;Lead time (days);MOQ\nMG-1;90;5\n')
    expect(after.parts[0]?.leadTime).toEqual({ kind: 'total', meanDays: 90, sdDays: 10, transitDays: 14 })
  })
})

describe('changeFlag', () => {
  it.each([[13.75, 13750, 'factor-1000'], [1250, 1.25, 'factor-1000'], [12, 120, 'factor-10'], [10, 60, 'over-5x'], [10, 50, null], [0, 5, null]] as const)('of %d to %d is %s', (before, after, flag) => {
    expect(changeFlag(before, after)).toBe(flag)
  })
})
