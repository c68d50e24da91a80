import { describe, expect, it } from 'vitest'
import { csvTable, writtenCsv } from '../../shared/csv/csv-table'
import { readPlanFile, writtenPlanFile, type PlanFileReading } from '../../shared/csv/plan-file'
import { planFileMerge } from '../../shared/csv/plan-file-merge'
import { planRevision } from '../../shared/csv/plan-revision'
import { mergedPlan } from '../../shared/plan/merged-plan'
import { noDecisions } from '../../shared/plan/merge-decisions'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'

const base = samplePlan()
const [first, second, third] = base.parts as [Part, Part, Part]
const withPart = (plan: PlanDocument, id: string, change: Partial<Part>): PlanDocument => ({ ...plan, parts: plan.parts.map((part) => (part.id === id ? { ...part, ...change } : part)) })
const written = (plan: PlanDocument, basedOn: string | null = null): string =>
  writtenPlanFile({ plan, decimal: 'comma', delimiter: ';', appVersion: '1.4.0', revision: planRevision(plan), basedOn, savedBy: 'K. Weber' })

function read(text: string): PlanFileReading {
  let next = 0
  const result = readPlanFile(text, { idMaker: (prefix) => `${prefix}-zzzzz${'bcdfgh'.charAt(next++)}` })
  if (!result.ok) throw new Error(JSON.stringify(result.problem.slice(0, 3)))
  return result.value
}

/** A file edited in a spreadsheet: some cells of some rows changed, the check codes left as they are. */
function edited(text: string, change: (cells: readonly string[], headers: readonly string[]) => readonly string[] | null): string {
  let headers: readonly string[] = []
  const rows = csvTable(text.replace('\ufeff', ''), ';').records.flatMap(({ cells }) => {
    if (cells[0]?.startsWith('#') === true) headers = cells
    const row = change(cells, headers)
    return row === null ? [] : [row]
  })
  return `\ufeff${writtenCsv(rows, ';')}`
}
const setCell = (id: string, header: string, value: string) => (cells: readonly string[], headers: readonly string[]) =>
  cells[0] === 'part' && cells[1] === id ? cells.with(headers.indexOf(header), value) : cells
const outcomes = (merge: ReturnType<typeof planFileMerge>) => merge.items.map((item) => [item.outcome, item.rowKey, item.cell])

describe('planFileMerge', () => {
  const mine = withPart(withPart(base, first.id, { moq: 777 }), second.id, { note: 'mine' })

  it('is three-way where the state the file shows is kept here', () => {
    const file = read(edited(written(base), setCell(first.id, 'moq', '888')))
    const merge = planFileMerge({ mine, file, states: [{ revision: planRevision(base), plan: base }] })
    expect(merge).toMatchObject({ method: 'three-way', author: 'K. Weber' })
    expect(outcomes(merge)).toEqual([['conflict', `part:${first.id}`, 'moq'], ['kept', `part:${second.id}`, 'note']])
    expect(merge.items[0]).toMatchObject({ base: first.moq, mine: 777, theirs: 888 })
  })

  it('is three-way with the state it was based on where their program saved it anew', () => {
    const file = read(written(withPart(base, third.id, { unitCost: 9.5 }), planRevision(base)))
    const merge = planFileMerge({ mine, file, states: [{ revision: planRevision(mine), plan: mine }, { revision: planRevision(base), plan: base }] })
    expect(outcomes(merge)).toEqual([['kept', `part:${first.id}`, 'moq'], ['kept', `part:${second.id}`, 'note'], ['taken', `part:${third.id}`, 'unitCost']])
  })

  it('goes row by row by check codes where that state is no longer kept but was once exported from here', () => {
    const file = read(edited(edited(written(base), setCell(first.id, 'moq', '888')), setCell(third.id, 'unit cost', '9,5')))
    const merge = planFileMerge({ mine, file, states: [], forgottenRevisions: new Set([planRevision(base)]) })
    expect(merge.method).toBe('by-checks')
    // The first part was changed on both sides, so nothing tells what was before; the second only here, the third only there.
    expect(outcomes(merge)).toEqual([['conflict', `part:${first.id}`, 'moq'], ['kept', `part:${second.id}`, 'note'], ['taken', `part:${third.id}`, 'unitCost']])
    expect(merge.items[0]).toMatchObject({ hasBase: false, preselected: 'mine' })
  })

  it('takes no row of theirs for untouched by check codes that their own program may have written anew', () => {
    const file = read(written(withPart(base, second.id, { note: 'theirs' })))
    const merge = planFileMerge({ mine, file, states: [] })
    expect(outcomes(merge)).toEqual([['conflict', `part:${first.id}`, 'moq'], ['conflict', `part:${second.id}`, 'note']])
  })

  it('compares months of usage by the codes of their own records', () => {
    const month = { startDate: '2026-10-01', days: 31, quantity: 5 }
    const before = { ...withPart(base, first.id, { usageHistory: [month] }), title: 'Before' }
    const file = read(edited(written(before), (cells, headers) => (cells[0] === 'usage' && cells[1] === first.id ? cells.with(headers.indexOf('use 2026-10'), '6') : cells)))
    const merge = planFileMerge({ mine: withPart(before, first.id, { moq: 777 }), file, states: [], forgottenRevisions: new Set([planRevision(before)]) })
    expect(merge.items.map((item) => [item.outcome, item.cell, item.theirs])).toEqual([['kept', 'moq', first.moq], ['taken', 'usageHistory.2026-10-01/31', 6]])
  })

  it('proposes deletions where rows were cut out of the file, unticked', () => {
    const cut = edited(written(base), (cells) => (cells[0] === 'order' && cells[1] === base.parts.flatMap((part) => part.openOrders)[0]?.id ? null : cells))
    for (const states of [[], [{ revision: planRevision(base), plan: base }]]) {
      const merge = planFileMerge({ mine: base, file: read(cut), states })
      expect(merge.items).toMatchObject([{ outcome: 'proposal', change: 'only-mine', preselected: 'mine', words: 'deleted by them' }])
    }
  })

  it('takes a row typed without id and proposes one that was copied', () => {
    const rows = edited(written(base), (cells) => cells).split('\r\n')
    const at = rows.findIndex((line) => line.startsWith(`part;${first.id};`))
    const table = csvTable(rows.join('\r\n').replace('\ufeff', ''), ';').records
    const headers = table.find((record) => record.cells[0] === '#part')?.cells ?? []
    const typed = writtenCsv([headers.map((header, place) => ({ 'part number': 'TYPED-1', 'lead time (days)': '84', 'usage from': 'stated', 'usage per': 'week', 'usage mean': '5' })[header] ?? (place === 0 ? 'part' : ''))], ';')
    const copied = writtenCsv([(table[at]?.cells ?? []).with(headers.indexOf('part number'), 'COPIED-1')], ';')
    const file = read([...rows.slice(0, at + 1), copied.trim(), typed.trim(), ...rows.slice(at + 1)].join('\r\n'))
    const merge = planFileMerge({ mine: base, file, states: [{ revision: planRevision(base), plan: base }] })
    expect(merge.items.map((item) => [item.subject, item.outcome, item.preselected])).toEqual([['part TYPED-1', 'taken', 'theirs'], ['part COPIED-1', 'proposal', 'mine']])
    const result = mergedPlan(base, merge, noDecisions)
    expect(result.ok && result.value.plan.parts.map((part) => part.partNumber).filter((number) => /TYPED|COPIED/.test(number))).toEqual(['TYPED-1'])
  })

  it('keeps scenario weights of mine and theirs apart from the settings', () => {
    const weigh = (plan: PlanDocument, weight: number): PlanDocument => ({ ...plan, scenarios: plan.scenarios.map((scenario, at) => (at === 0 ? { ...scenario, weight } : scenario)) })
    const file = read(edited(written(base), (cells, headers) => (cells[0] === 'settings' ? cells.with(headers.indexOf('review period (days)'), '14') : cells)))
    const merge = planFileMerge({ mine: weigh(base, 0.9), file, states: [], forgottenRevisions: new Set([planRevision(base)]) })
    expect(outcomes(merge)).toEqual([['taken', 'settings', 'settings.reviewPeriodDays'], ['kept', 'settings', 'scenarios.weights']])
  })
})
